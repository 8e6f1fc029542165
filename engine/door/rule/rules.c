#include <door/door.h>
#include <door/request.h>
#include <read/read.h>
#include <say/say.h>

#define SHOW_FORMATS                                                                                                           \
    (FORMAT_BIT(QUANZE_FORMAT_TEXT) | FORMAT_BIT(QUANZE_FORMAT_JSON) | FORMAT_BIT(QUANZE_FORMAT_HTML) |                        \
     FORMAT_BIT(QUANZE_FORMAT_HTML_PART))

static quanze_status no_rules(struct quanze_error *error) {
    return error_set(error, QUANZE_USAGE, "没有给出规则", "no rules were given");
}

quanze_status quanze_rules_list(const struct quanze *engine, const struct quanze_page_request *request,
                                struct quanze_error *error) {
    if (!engine->book) return no_rules(error);
    int32_t as_of;
    quanze_status status = request_day(request->as_of, "as_of", &as_of, error);
    if (status != QUANZE_OK) return status;
    struct buf page = {0};
    say_rules(&page, engine->book, as_of, request->language, request->format);
    status = request_send(request->sink, &page, error);
    buf_free(&page);
    return status;
}

static quanze_status no_such_rule(const struct rulebook *book, struct str id, struct quanze_error *error) {
    int nearest = rulebook_nearest(book, id);
    if (nearest < 0) return error_set(error, QUANZE_NO_INPUT, "没有规则“%s”", "there is no rule \"%s\"", id.at);
    struct str near = book->rules[nearest].id;
    return error_set(error, QUANZE_NO_INPUT, "没有规则“%.*s”，是不是“%.*s”？",
                     "there is no rule \"%.*s\"; did you mean \"%.*s\"?", (int)id.length, id.at, (int)near.length, near.at);
}

/* Only a page with links holds a whole book. */
static quanze_status show_book(const struct quanze *engine, const struct quanze_page_request *request, int32_t as_of,
                               struct quanze_error *error) {
    if (request->format != QUANZE_FORMAT_HTML && request->format != QUANZE_FORMAT_HTML_PART)
        return error_set(error, QUANZE_USAGE, "没有给出规则编号；整本规则书用 --format html",
                         "no rule id was given; for the whole book use --format html");
    struct buf page = {0};
    say_book_html(&page, engine->book, as_of, request);
    quanze_status status = request_send(request->sink, &page, error);
    buf_free(&page);
    return status;
}

quanze_status quanze_rules_show(const struct quanze *engine, const struct quanze_page_request *request,
                                struct quanze_error *error) {
    if (!engine->book) return no_rules(error);
    int32_t as_of;
    quanze_status status = request_format(request->format, SHOW_FORMATS, error);
    if (status == QUANZE_OK) status = request_day(request->as_of, "as_of", &as_of, error);
    if (status != QUANZE_OK) return status;
    if (!request->name) return show_book(engine, request, as_of, error);
    int rule = rulebook_find_on(engine->book, str_of(request->name), as_of);
    if (rule < 0) rule = rulebook_find(engine->book, str_of(request->name));
    if (rule < 0) return no_such_rule(engine->book, str_of(request->name), error);
    struct buf page = {0};
    say_rule(&page, &engine->book->rules[rule], request->language, request->format);
    status = request_send(request->sink, &page, error);
    buf_free(&page);
    return status;
}
