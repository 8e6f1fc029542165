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

#define SHOW_FORMATS                                                                                                           \
    (FORMAT_BIT(QUANZE_FORMAT_TEXT) | FORMAT_BIT(QUANZE_FORMAT_JSON) | FORMAT_BIT(QUANZE_FORMAT_JSONL) |                       \
     FORMAT_BIT(QUANZE_FORMAT_YAML) | FORMAT_BIT(QUANZE_FORMAT_HTML) | FORMAT_BIT(QUANZE_FORMAT_HTML_PART))

/* What is shown: an item, an item of the villages, or with both -1 the list as it is on the day. */
struct shown {
    int item, village_item;
};

static void put_page(struct buf *out, const struct list *list, struct shown shown, int32_t as_of,
                     const struct quanze_page_request *request) {
    const struct list_style style = {request->language, request->format, str_of(request->link)};
    const bool is_html = request->format == QUANZE_FORMAT_HTML || request->format == QUANZE_FORMAT_HTML_PART;
    if (is_html && shown.item >= 0)
        say_item_html(out, list, shown.item, as_of, style);
    else if (is_html && shown.village_item >= 0)
        say_village_item_html(out, list, shown.village_item, as_of, style);
    else if (is_html)
        say_list_html(out, list, as_of, style);
    else if (shown.item >= 0)
        say_item(out, list, shown.item, as_of, style);
    else if (shown.village_item >= 0)
        say_village_item(out, list, shown.village_item, as_of, style);
    else
        say_list(out, list, as_of, request->language, request->format);
}

quanze_status quanze_list_show(const struct quanze *engine, const struct quanze_page_request *request,
                               struct quanze_error *error) {
    if (!engine->has_list) return error_set(error, QUANZE_USAGE, "没有给出清单", "no duty list was given");
    int32_t as_of;
    quanze_status status = request_format(request->format, SHOW_FORMATS, error);
    if (status == QUANZE_OK) status = request_day(request->as_of, "as_of", &as_of, error);
    if (status != QUANZE_OK) return status;
    const struct str name = str_of(request->name);
    const struct shown shown = {request->name ? list_find_item(&engine->list, name) : -1,
                                request->name ? list_find_village_item(&engine->list, name) : -1};
    if (request->name && shown.item < 0 && shown.village_item < 0) return no_such_item(&engine->list, name, error);
    struct buf page = {0};
    put_page(&page, &engine->list, shown, as_of, request);
    status = request_send(request->sink, &page, error);
    buf_free(&page);
    return status;
}
