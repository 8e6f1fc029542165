/* book_page.c - the duty list and the rules, to be looked up by everybody. */
#include <http/handlers.h>

#include <http/frame.h>
#include <http/screening.h>

typedef quanze_status page_of_engine(const struct quanze *, const struct quanze_page_request *, struct quanze_error *);

/* The list, an item of it, or what a search finds, within the frame and with a field to search. */
static void write_list(struct call *call, const char *name, quanze_format format, page_of_engine *page) {
    struct quanze_error error;
    struct buf body = {0};
    struct scope scope = {0};
    struct quanze_page_request request = call_page(call, name, format);
    request.link = "/list/";
    request.sink = buf_sink(&body);
    if (page(call_engine(call), &request, &error) == QUANZE_OK) {
        const bool is_text = format == QUANZE_FORMAT_TEXT;
        scope_text(&scope, "text", is_text ? buf_str(&body) : STR(""));
        scope_part(&scope, "list", is_text ? STR("") : buf_str(&body));
        scope_text(&scope, "find", fields_value(&call->request->fields, "find"));
        frame_write(call, phrase_text(PHRASE_NAV_LIST, call->language), "list", &scope);
    } else
        call_fail_with(call, &error);
    buf_free(&body);
}

void answer_list(struct call *call) {
    const char *find = call_query(call, "find");
    if (find)
        write_list(call, find, QUANZE_FORMAT_TEXT, quanze_list_search);
    else
        write_list(call, NULL, QUANZE_FORMAT_HTML_PART, quanze_list_show);
}

void answer_item(struct call *call) { write_list(call, call->id.at, QUANZE_FORMAT_HTML_PART, quanze_list_show); }

static void write_rule(struct call *call, const char *name, const struct buf *tried) {
    struct quanze_error error;
    struct buf html = {0};
    struct scope scope = {0};
    struct quanze_page_request request = call_page(call, name, QUANZE_FORMAT_HTML_PART);
    request.sink = buf_sink(&html);
    if (quanze_rules_show(call_engine(call), &request, &error) == QUANZE_OK) {
        scope_part(&scope, "rule", buf_str(&html));
        scope_text(&scope, "name", call->id);
        scope_flag(&scope, "one", name != NULL);
        scope_text(&scope, "task", fields_value(&call->request->form, "task"));
        scope_text(&scope, "tried", tried ? buf_str(tried) : STR(""));
        frame_write(call, phrase_text(PHRASE_NAV_RULES, call->language), "rules", &scope);
    } else
        call_fail_with(call, &error);
    buf_free(&html);
}

void answer_rules(struct call *call) { write_rule(call, NULL, NULL); }

void answer_rule(struct call *call) { write_rule(call, call->id.at, NULL); }

/* The facts of the box, judged by all rules; what the one rule says stands among them. */
void answer_rule_try(struct call *call) {
    struct quanze_error error;
    struct buf text = {0};
    const struct str task = fields_value(&call->request->form, "task");
    const struct quanze_input input = {.name = "task.yaml", .bytes = task.at, .length = task.length};
    struct screening screening = {.input = &input, .format = QUANZE_FORMAT_TEXT, .sink = buf_sink(&text)};
    if (screening_run(call, &screening, &error) == QUANZE_OK) {
        buf_put(&text, buf_str(&screening.problems.lines));
        write_rule(call, call->id.at, &text);
    } else
        call_fail_with(call, &error);
    problems_free(&screening.problems);
    buf_free(&text);
}
