#include <door/door.h>
#include <door/request.h>
#include <say/say.h>

static void put_score(struct buf *page, int32_t score) {
    buf_printf(page, "%d.%02d", score / 1000000, score % 1000000 / 10000);
}

static void search_json(struct buf *page, const struct list *list, const struct match_result *result, struct str text) {
    buf_put_text(page, "{\"format\":\"quanze/search/1\",\"query\":");
    say_json_string(page, text);
    buf_printf(page, ",\"how\":\"%s\",\"matches\":[", result->accepted ? "matched" : "none");
    for (size_t i = 0; i < result->count; i++) {
        const struct item *item = &list->items[result->hits[i].item];
        buf_put_text(page, i > 0 ? ",{\"item\":" : "{\"item\":");
        say_json_string(page, item->id);
        buf_put_text(page, ",\"kind\":");
        say_json_string(page, choices_of("ITEM_KIND").at[item->kind].name);
        buf_put_text(page, ",\"name\":");
        say_json_string(page, item->name);
        buf_put_text(page, ",\"score\":");
        put_score(page, result->hits[i].score);
        buf_put_char(page, '}');
    }
    buf_put_text(page, "]}\n");
}

static void search_text(struct buf *page, const struct list *list, const struct match_result *result,
                        quanze_language language) {
    bool zh = language == QUANZE_ZH;
    if (!result->accepted) buf_put_text(page, zh ? "没有可以认定的事项。\n" : "The text speaks of no item for certain.\n");
    if (!result->accepted && result->count > 0) buf_put_text(page, zh ? "最接近的：\n" : "Nearest:\n");
    for (size_t i = 0; i < result->count; i++) {
        const struct item *item = &list->items[result->hits[i].item];
        const struct choice *kind = &choices_of("ITEM_KIND").at[item->kind];
        put_score(page, result->hits[i].score);
        buf_put_text(page, "  ");
        buf_put(page, item->id);
        buf_put_text(page, "  ");
        buf_put(page, item->name);
        buf_put_text(page, zh ? "（" : " (");
        buf_put(page, zh ? kind->zh : kind->en);
        buf_put_text(page, zh ? "）\n" : ")\n");
    }
}

static quanze_status search(const struct quanze *engine, const struct match_query *query, struct match_result *out,
                            struct quanze_error *error) {
    struct match_scratch *scratch = NULL;
    quanze_status status = match_scratch_open(engine->index, &scratch, error);
    if (status == QUANZE_OK) status = match_find(engine->index, scratch, query, out, error);
    match_scratch_close(scratch);
    return status;
}

quanze_status quanze_list_search(const struct quanze *engine, const struct quanze_page_request *request,
                                 struct quanze_error *error) {
    if (!engine->has_list) return error_set(error, QUANZE_USAGE, "没有给出清单", "no duty list was given");
    if (!request->name || !*request->name)
        return error_set(error, QUANZE_USAGE, "没有给出要查找的文字", "no text to search for was given");
    int32_t as_of;
    quanze_status status = request_day(request->as_of, "as_of", &as_of, error);
    if (status != QUANZE_OK) return status;
    struct match_query query = {
        .title = str_of(request->name), .body = STR(""), .department = -1, .day = list_day(&engine->list, as_of)};
    struct match_result result;
    status = search(engine, &query, &result, error);
    if (status != QUANZE_OK) return status;
    struct buf page = {0};
    if (request->format == QUANZE_FORMAT_TEXT)
        search_text(&page, &engine->list, &result, request->language);
    else
        search_json(&page, &engine->list, &result, query.title);
    status = request_send(request->sink, &page, error);
    buf_free(&page);
    return status;
}
