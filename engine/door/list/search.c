#include <base/utf8.h>
#include <door/door.h>
#include <door/request.h>
#include <say/list/search.h>

enum { WORDS_MAX = 6 };

#define SEARCH_FORMATS                                                                                                         \
    (FORMAT_BIT(QUANZE_FORMAT_TEXT) | FORMAT_BIT(QUANZE_FORMAT_JSON) | FORMAT_BIT(QUANZE_FORMAT_HTML) |                        \
     FORMAT_BIT(QUANZE_FORMAT_HTML_PART))

/* What was found, with the words it was found by; in the arena. */
static quanze_status explain(const struct quanze *engine, struct match_scratch *scratch, const struct match_query *query,
                             const struct match_result *result, struct arena *arena, struct search_answer *out,
                             struct quanze_error *error) {
    struct search_hit *hits = arena_take_array(arena, result->count, sizeof *hits);
    if (!hits) return error_memory(error);
    for (size_t i = 0; i < result->count; i++) {
        const int item = result->hits[i].item;
        hits[i] = (struct search_hit){.item = item, .score = result->hits[i].score};
        if (!match_words(engine->index, scratch, query, item, WORDS_MAX, arena, &hits[i].words)) return error_memory(error);
    }
    *out = (struct search_answer){.query = query->title, .accepted = result->accepted, .hits = hits, .count = result->count};
    return QUANZE_OK;
}

static quanze_status search(const struct quanze *engine, const struct match_query *query, struct arena *arena,
                            struct search_answer *out, struct quanze_error *error) {
    struct match_scratch *scratch = NULL;
    struct match_result result;
    quanze_status status = match_scratch_open(engine->index, &scratch, error);
    if (status == QUANZE_OK) status = match_find(engine->index, scratch, query, &result, error);
    if (status == QUANZE_OK) status = explain(engine, scratch, query, &result, arena, out, error);
    match_scratch_close(scratch);
    return status;
}

static quanze_status check_request(const struct quanze *engine, const struct quanze_page_request *request,
                                   struct quanze_error *error) {
    if (!engine->has_list) return error_set(error, QUANZE_USAGE, "没有给出清单", "no duty list was given");
    if (!request->name || !*request->name)
        return error_set(error, QUANZE_USAGE, "没有给出要查找的文字", "no text to search for was given");
    const ptrdiff_t bad = utf8_invalid_at(str_of(request->name));
    if (bad >= 0)
        return error_set(error, QUANZE_USAGE, "要查找的文字不是 UTF-8：第 %td 个字节有误",
                         "the text to search for is not UTF-8: byte %td is wrong", bad + 1);
    return QUANZE_OK;
}

static void say(struct buf *out, const struct list *list, const struct search_answer *answer,
                const struct quanze_page_request *request) {
    const struct list_style style = {request->language, request->format, str_of(request->link)};
    if (request->format == QUANZE_FORMAT_HTML || request->format == QUANZE_FORMAT_HTML_PART)
        say_search_html(out, list, answer, &style);
    else
        say_search(out, list, answer, request->language, request->format);
}

quanze_status quanze_list_search(const struct quanze *engine, const struct quanze_page_request *request,
                                 struct quanze_error *error) {
    int32_t as_of;
    quanze_status status = request_format(request->format, SEARCH_FORMATS, error);
    if (status == QUANZE_OK) status = check_request(engine, request, error);
    if (status == QUANZE_OK) status = request_day(request->as_of, "as_of", &as_of, error);
    if (status != QUANZE_OK) return status;
    const struct match_query query = {.title = str_of(request->name), .department = -1, .day = list_day(&engine->list, as_of)};
    struct arena arena = {0};
    struct search_answer answer;
    struct buf page = {0};
    status = search(engine, &query, &arena, &answer, error);
    if (status == QUANZE_OK) {
        answer.as_of = as_of;
        say(&page, &engine->list, &answer, request);
        status = request_send(request->sink, &page, error);
    }
    buf_free(&page);
    arena_free(&arena);
    return status;
}
