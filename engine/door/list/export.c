#include <door/ledger/touched.h>
#include <door/request.h>
#include <say/list/sheet_list.h>
#include <say/say.h>

#define DIFF_FORMATS                                                                                                           \
    (FORMAT_BIT(QUANZE_FORMAT_TEXT) | FORMAT_BIT(QUANZE_FORMAT_JSON) | FORMAT_BIT(QUANZE_FORMAT_HTML) |                        \
     FORMAT_BIT(QUANZE_FORMAT_HTML_PART))

quanze_status quanze_list_export(const struct quanze *engine, const struct quanze_page_request *request,
                                 struct quanze_error *error) {
    if (!engine->has_list) return error_set(error, QUANZE_USAGE, "没有给出清单", "no duty list was given");
    int32_t as_of;
    quanze_status status = request_day(request->as_of, "as_of", &as_of, error);
    if (status != QUANZE_OK) return status;
    struct arena arena = {0};
    struct str bytes;
    status = say_list_sheet(&engine->list, as_of, &arena, &bytes, error);
    if (status == QUANZE_OK && !request->sink.write(request->sink.payload, bytes.at, bytes.length))
        status = error_set(error, QUANZE_IO, "写输出时中断", "writing the output broke off");
    arena_free(&arena);
    return status;
}

static quanze_status write_diff(const struct touched_world *world, struct quanze_ledger *ledger,
                                const struct quanze_page_request *request, struct arena *arena, struct quanze_error *error) {
    const struct list *before = &world->before->list, *after = &world->after->list;
    struct list_diff diff;
    struct list_touched touched;
    quanze_status status = list_compare((struct list_on){before, world->day_before}, (struct list_on){after, world->day_after},
                                        arena, &diff, error);
    if (status == QUANZE_OK && ledger) status = touched_find(world, &diff, ledger->ledger, arena, &touched, error);
    if (status != QUANZE_OK) return status;
    struct buf page = {0};
    const struct list_change change = {&diff, before, after, ledger ? &touched : NULL};
    say_list_diff(&page, &change, request);
    status = request_send(request->sink, &page, error);
    buf_free(&page);
    return status;
}

/* The day on which a list is looked at, which is not before its first. */
static int32_t day_within(const struct list *list, int32_t day) {
    const int32_t first = list_day(list, DAY_NONE), asked = list_day(list, day);
    return first != DAY_NONE && asked < first ? first : asked;
}

quanze_status quanze_list_diff(const struct quanze *before, const struct quanze *after, struct quanze_ledger *ledger,
                               const struct quanze_page_request *request, struct quanze_error *error) {
    if (!before->has_list || !after->has_list)
        return error_set(error, QUANZE_USAGE, "要比较两份清单", "two duty lists are needed to compare");
    int32_t as_of, to;
    quanze_status status = request_format(request->format, DIFF_FORMATS, error);
    if (status == QUANZE_OK) status = request_day(request->as_of, "as_of", &as_of, error);
    if (status == QUANZE_OK) status = request_day(request->to ? request->to : request->as_of, "to", &to, error);
    if (status != QUANZE_OK) return status;
    struct arena arena = {0};
    const struct touched_world world = {before, after, day_within(&before->list, as_of), day_within(&after->list, to)};
    status = write_diff(&world, ledger, request, &arena, error);
    arena_free(&arena);
    return status;
}
