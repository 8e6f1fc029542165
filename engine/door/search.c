#include <door/door.h>
#include <door/request.h>
#include <say/page.h>
#include <say/writer.h>

/* Hundredths, as everywhere that a score is shown. */
static int64_t hundredths(int32_t score) { return score / 10000; }

static void search_json(struct buf *out, const struct list *list, const struct match_result *result, struct str text) {
    struct writer writer = writer_start(out, WRITER_PRETTY);
    writer_open(&writer, '{');
    WRITER_KEY(&writer, "format");
    writer_name(&writer, STR("quanze/search/1"));
    WRITER_KEY(&writer, "how");
    writer_name(&writer, result->accepted ? STR("matched") : STR("none"));
    WRITER_KEY(&writer, "matches");
    writer_open(&writer, '[');
    for (size_t i = 0; i < result->count; i++) {
        const struct item *item = &list->items[result->hits[i].item];
        writer_open(&writer, '{');
        WRITER_KEY(&writer, "item");
        writer_string(&writer, item->id);
        WRITER_KEY(&writer, "kind");
        writer_name(&writer, choices_of("ITEM_KIND").at[item->kind].name);
        WRITER_KEY(&writer, "name");
        writer_string(&writer, item->name);
        WRITER_KEY(&writer, "score");
        writer_decimal(&writer, hundredths(result->hits[i].score), 2);
        writer_close(&writer, '}');
    }
    writer_close(&writer, ']');
    WRITER_KEY(&writer, "query");
    writer_string(&writer, text);
    writer_close(&writer, '}');
    buf_put_char(out, '\n');
}

static void search_text(struct buf *out, const struct list *list, const struct match_result *result, quanze_language language) {
    bool zh = language == QUANZE_ZH;
    struct page page = {.out = out};
    if (!result->accepted) buf_put_text(out, zh ? " 没有可以认定的事项" : " The text speaks of no item for certain");
    if (!result->accepted) buf_put_text(out, result->count == 0 ? "\n" : zh ? "；最接近的是：\n" : "; the nearest are:\n");
    for (size_t i = 0; i < result->count; i++) {
        const struct item *item = &list->items[result->hits[i].item];
        const struct choice *kind = &choices_of("ITEM_KIND").at[item->kind];
        struct buf line = {0};
        int64_t score = hundredths(result->hits[i].score);
        buf_printf(&line, " %d.%02d  ", (int)(score / 100), (int)(score % 100));
        buf_put(&line, item->name);
        buf_put_text(&line, zh ? "　" : "  ");
        buf_put(&line, zh ? kind->zh : kind->en);
        page_flow_edge(&page, buf_str(&line), 7, item->id);
        page_drop(&page, &line);
        buf_free(&line);
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
