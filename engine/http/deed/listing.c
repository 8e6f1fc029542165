#include <http/deed/listing.h>

#include <http/deed/concern.h>
#include <http/route.h>

#define PAGE_ROWS 100
#define MOST_ROWS 1000

static const struct sorting SORTINGS[] = {{"urgent", QUANZE_TASKS_URGENT, PHRASE_SORT_URGENT},
                                          {"overdue", QUANZE_TASKS_OVERDUE, PHRASE_SORT_OVERDUE},
                                          {"newest", QUANZE_TASKS_NEWEST, PHRASE_SORT_NEWEST}};

#define SORTING_COUNT (sizeof SORTINGS / sizeof *SORTINGS)

const struct sorting *listing_sortings(size_t *count) {
    *count = SORTING_COUNT;
    return SORTINGS;
}

static const struct sorting *find_sorting(const char *name) {
    for (size_t i = 0; i < SORTING_COUNT; i++)
        if (strcmp(name, SORTINGS[i].name) == 0) return &SORTINGS[i];
    return NULL;
}

bool listing_read(struct call *call, const char *usual, struct listing *out) {
    struct quanze_error error;
    const char *sort = call_query(call, "sort");
    *out = (struct listing){.sorting = find_sorting(sort ? sort : usual),
                            .state = call_query(call, "state"),
                            .item = call_query(call, "item"),
                            .most = PAGE_ROWS};
    app_today(call->app, out->today);
    if (out->sorting)
        return call_flag(call, "all", &out->with_ended) && call_number(call, "before", 1, INT64_MAX, &out->before) &&
               call_number(call, "limit", 1, MOST_ROWS, &out->most);
    (void)error_set(&error, QUANZE_USAGE, "不能按“%.100s”排序，应为 urgent、overdue 或 newest",
                    "cannot sort by \"%.100s\"; expected urgent, overdue or newest", sort ? sort : usual);
    call_fail(call, 400, &error);
    return false;
}

struct quanze_task_list_request listing_request(struct call *call, const struct listing *listing, quanze_format format) {
    return (struct quanze_task_list_request){.order = listing->sorting->order,
                                             .office = call->caller.office,
                                             .side = concern_side_of(call),
                                             .state = listing->state,
                                             .item = listing->item,
                                             .with_ended = listing->with_ended,
                                             .before = listing->before,
                                             .most = (size_t)listing->most,
                                             .today = listing->today,
                                             .link = "/tasks/",
                                             .language = call->language,
                                             .format = format,
                                             .sink = reply_sink(call->reply)};
}
