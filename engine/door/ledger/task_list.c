/* task_list.c - tasks of an office as they stand, the paper behind one, and where it may go from here. */
#include <door/ledger/concern.h>
#include <door/ledger/ledger.h>
#include <door/request.h>
#include <say/ledger/task_list.h>
#include <say/task/choice_html.h>

#define MOST_ISSUERS 64 /* remembered: a county has about forty departments */

struct listing {
    const struct quanze_task_list_request *request;
    const struct list *list;
    struct task_list_style style;
    struct buf page;
    struct arena arena; /* of the names below */
    struct {
        struct str name;
        bool is_wanted;
    } issuers[MOST_ISSUERS];
    size_t issuer_count;
};

/* Townships are told by the ledger; a department goes by several names. */
static bool is_of_issuer(void *payload, struct str issuer) {
    struct listing *listing = payload;
    for (size_t i = 0; i < listing->issuer_count; i++)
        if (str_equal(listing->issuers[i].name, issuer)) return listing->issuers[i].is_wanted;
    const bool is_wanted = concern_side(str_of(listing->request->office), issuer, NULL, 0, listing->list) == QUANZE_SIDE_ISSUER;
    if (listing->issuer_count == MOST_ISSUERS) return is_wanted;
    const struct str name = arena_copy(&listing->arena, issuer);
    if (name.at) {
        listing->issuers[listing->issuer_count].name = name;
        listing->issuers[listing->issuer_count++].is_wanted = is_wanted;
    }
    return is_wanted;
}

static quanze_status write_line(void *payload, const struct ledger_task_line *line, struct quanze_error *error) {
    struct listing *listing = payload;
    say_task_line(&listing->page, &listing->style, line);
    return listing->page.failed ? error_memory(error) : QUANZE_OK;
}

static quanze_status find_state(const char *name, int *out, struct quanze_error *error) {
    enum state_id state;
    *out = -1;
    if (!name) return QUANZE_OK;
    const quanze_status status = ledger_state(name, &state, error);
    if (status == QUANZE_OK) *out = (int)state;
    return status;
}

quanze_status quanze_task_list(struct quanze_ledger *ledger, const struct quanze *engine,
                               const struct quanze_task_list_request *request, struct quanze_error *error) {
    static const enum ledger_task_order ORDERS[] = {[QUANZE_TASKS_NEWEST] = LEDGER_TASKS_NEWEST,
                                                    [QUANZE_TASKS_URGENT] = LEDGER_TASKS_URGENT,
                                                    [QUANZE_TASKS_OVERDUE] = LEDGER_TASKS_OVERDUE};
    struct listing listing = {.request = request, .list = engine ? engine_list(engine) : NULL};
    struct ledger_task_filter filter = {.order = ORDERS[request->order],
                                        .with_ended = request->with_ended,
                                        .most = ledger_rows_asked(request->most),
                                        .before = request->before,
                                        .item = str_of(request->item ? request->item : ""),
                                        .wants_issuer = request->side == QUANZE_SIDE_ISSUER ? is_of_issuer : NULL,
                                        .payload = &listing};
    listing.style = (struct task_list_style){.language = request->language,
                                             .format = request->format,
                                             .link = str_of(request->link),
                                             .more = str_of(request->more),
                                             .most = request->most};
    if (request->side == QUANZE_SIDE_TOWNSHIP) filter.township = str_of(request->office);
    quanze_status status =
        request_format(request->format, FORMAT_BIT(QUANZE_FORMAT_JSON) | FORMAT_BIT(QUANZE_FORMAT_HTML_PART), error);
    if (status == QUANZE_OK) status = request_day(request->today, "today", &listing.style.today, error);
    if (status == QUANZE_OK) status = find_state(request->state, &filter.state, error);
    filter.now = (int64_t)listing.style.today * DAY_MINUTES;
    if (status != QUANZE_OK) return status;
    say_tasks_begin(&listing.page, &listing.style);
    status = ledger_list_tasks(ledger->ledger, &filter, write_line, &listing, error);
    say_tasks_end(&listing.page, &listing.style);
    if (status == QUANZE_OK) status = request_send(request->sink, &listing.page, error);
    buf_free(&listing.page);
    arena_free(&listing.arena);
    return status;
}

quanze_status quanze_task_facts(struct quanze_ledger *ledger, const char *id, struct quanze_sink sink,
                                struct quanze_error *error) {
    struct arena arena = {0};
    struct ledger_story story;
    struct buf page = {0};
    quanze_status status = ledger_read_story(ledger->ledger, str_of(id), &arena, &story, error);
    if (status == QUANZE_OK) {
        buf_put(&page, story.tasks[story.task_count - 1].facts);
        status = request_send(sink, &page, error);
    }
    buf_free(&page);
    arena_free(&arena);
    return status;
}

quanze_status quanze_task_next(struct quanze_ledger *ledger, const char *id, const char *office,
                               const struct quanze_page_request *request, struct quanze_error *error) {
    struct arena arena = {0};
    struct ledger_case now;
    struct buf page = {0};
    quanze_status status = ledger_read_case(ledger->ledger, str_of(id), &arena, &now, error);
    if (status == QUANZE_OK) {
        const enum office role = office_of(str_of(office), now.issuer, &now.townships);
        for (int to = 0; to < STATE_COUNT; to++)
            if (lifecycle_leads(now.life.state, (enum state_id)to, role))
                say_option(&page, state_at((enum state_id)to)->name,
                           request->language == QUANZE_EN ? state_at((enum state_id)to)->en : state_at((enum state_id)to)->zh,
                           STR(""));
        status = request_send(request->sink, &page, error);
    }
    buf_free(&page);
    arena_free(&arena);
    return status;
}
