#include <door/door.h>
#include <door/request.h>
#include <say/say.h>

static quanze_status no_such_item(const struct list *list, struct str id, struct quanze_error *error) {
    int nearest = list_nearest_item(list, id);
    if (nearest < 0)
        return error_set(error, QUANZE_NO_INPUT, "清单里没有事项“%.*s”", "the list has no item \"%.*s\"", (int)id.length,
                         id.at);
    struct str near = list->items[nearest].id;
    return error_set(error, QUANZE_NO_INPUT, "清单里没有事项“%.*s”，是不是“%.*s”？",
                     "the list has no item \"%.*s\"; did you mean \"%.*s\"?", (int)id.length, id.at, (int)near.length, near.at);
}

quanze_status quanze_list_show(const struct quanze *engine, const struct quanze_page_request *request,
                               struct quanze_error *error) {
    if (!engine->has_list) return error_set(error, QUANZE_USAGE, "没有给出清单", "no duty list was given");
    int32_t as_of;
    quanze_status status = request_day(request->as_of, "as_of", &as_of, error);
    if (status != QUANZE_OK) return status;
    struct buf page = {0};
    if (request->name) {
        struct str id = str_of(request->name);
        int item = list_find_item(&engine->list, id);
        if (item < 0) return no_such_item(&engine->list, id, error);
        say_item(&page, &engine->list, item, request->language, request->format);
    } else
        say_list(&page, &engine->list, as_of, request->language, request->format);
    status = request_send(request->sink, &page, error);
    buf_free(&page);
    return status;
}
