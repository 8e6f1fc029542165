#include <door/door.h>
#include <door/request.h>
#include <model/list_diff.h>
#include <say/say.h>
#include <say/sheet_list.h>

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

quanze_status quanze_list_diff(const struct quanze *before, const struct quanze *after,
                               const struct quanze_page_request *request, struct quanze_error *error) {
    if (!before->has_list || !after->has_list)
        return error_set(error, QUANZE_USAGE, "要比较两份清单", "two duty lists are needed to compare");
    int32_t as_of;
    quanze_status status = request_day(request->as_of, "as_of", &as_of, error);
    if (status != QUANZE_OK) return status;
    struct arena arena = {0};
    struct list_diff diff;
    const struct list_on old = {&before->list, list_day(&before->list, as_of)},
                         new = {&after->list, list_day(&after->list, as_of)};
    status = list_compare(old, new, &arena, &diff, error);
    if (status == QUANZE_OK) {
        struct buf page = {0};
        say_list_diff(&page, &diff, &before->list, &after->list, request->language, request->format);
        status = request_send(request->sink, &page, error);
        buf_free(&page);
    }
    arena_free(&arena);
    return status;
}
