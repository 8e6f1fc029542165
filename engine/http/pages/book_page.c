/* book_page.c - the duty list and the rules, to be looked up by everybody. */
#include <http/handlers.h>

#include <http/deed/listing.h>
#include <http/deed/screening.h>
#include <http/deed/typed.h>
#include <http/pages/frame.h>

typedef quanze_status page_of_engine(const struct quanze *, const struct quanze_page_request *, struct quanze_error *);

/* The list, an item of it, or what a search finds, within the frame and with a field to search; `tasks` stand below it. */
static void write_list(struct call *call, const char *name, page_of_engine *page, const struct buf *tasks) {
    struct quanze_error error;
    struct buf body = {0};
    struct scope scope = {0};
    struct quanze_page_request request = call_page(call, name, QUANZE_FORMAT_HTML_PART);
    const bool is_whole = page == quanze_list_show && !name && call_query(call, "all"); /* for paper */
    request.link = is_whole ? NULL : "/list/";
    request.as_of = call_query(call, "as_of");
    request.sink = buf_sink(&body);
    if (page(call_engine(call), &request, &error) == QUANZE_OK) {
        scope_part(&scope, "list", buf_str(&body));
        scope_part(&scope, "tasks", tasks ? buf_str(tasks) : STR(""));
        scope_flag(&scope, "one", tasks != NULL);
        scope_flag(&scope, "short", page == quanze_list_show && !name && !is_whole);
        scope_text(&scope, "find", fields_value(&call->request->fields, "find"));
        scope_text(&scope, "as_of", fields_value(&call->request->fields, "as_of"));
        frame_write(call, phrase_text(PHRASE_NAV_LIST, call->language), "list", &scope);
    } else
        call_fail_with(call, &error);
    buf_free(&body);
}

void answer_list(struct call *call) {
    const char *find = call_query(call, "find");
    write_list(call, find, find ? quanze_list_search : quanze_list_show, NULL);
}

/* The tasks on an item, of those that the caller may see. */
static quanze_status list_tasks(struct call *call, struct listing *listing, struct buf *out, struct quanze_error *error) {
    listing->item = call->id.at;
    listing->with_ended = true;
    struct quanze_task_list_request request = listing_request(call, listing, QUANZE_FORMAT_HTML_PART);
    request.more = "?before=";
    request.sink = buf_sink(out);
    return quanze_task_list(call->ledger, call_engine(call), &request, error);
}

void answer_item(struct call *call) {
    struct quanze_error error;
    struct buf tasks = {0};
    struct listing listing;
    const bool has_tasks = call->caller.role != ROLE_ADMINISTRATOR;
    if (has_tasks && (!call_ledger(call, false) || !listing_read(call, "newest", &listing))) return;
    if (!has_tasks || list_tasks(call, &listing, &tasks, &error) == QUANZE_OK)
        write_list(call, call->id.at, quanze_list_show, has_tasks ? &tasks : NULL);
    else
        call_fail_with(call, &error);
    buf_free(&tasks);
}

/* The page of a rule: the form to try it, what it said of what was typed, and of a whole task what all rules said. */
struct trial {
    struct buf fields, result, verdict;
    struct problems_kept problems;
    bool is_whole;
};

static void trial_free(struct trial *trial) {
    buf_free(&trial->fields);
    buf_free(&trial->result);
    buf_free(&trial->verdict);
    problems_free(&trial->problems);
}

static void write_rules(struct call *call, const char *name, const struct trial *trial) {
    struct quanze_error error;
    struct buf html = {0};
    struct scope scope = {0};
    struct quanze_page_request request = call_page(call, name, QUANZE_FORMAT_HTML_PART);
    request.as_of = call_query(call, "as_of");
    request.link = name || call_query(call, "all") ? NULL : "/rules/"; /* the whole book is long: for paper */
    request.sink = buf_sink(&html);
    if (quanze_rules_show(call_engine(call), &request, &error) == QUANZE_OK) {
        const struct str typed = fields_value(&call->request->form, "task");
        scope_part(&scope, "rule", buf_str(&html));
        scope_text(&scope, "name", call->id);
        scope_flag(&scope, "one", name != NULL);
        scope_flag(&scope, "short", request.link != NULL);
        scope_part(&scope, "fields", buf_str(&trial->fields));
        scope_part(&scope, "tried", buf_str(&trial->result));
        scope_part(&scope, "verdict", buf_str(&trial->verdict));
        scope_flag(&scope, "whole", trial->is_whole);
        scope_text(&scope, "task", typed.length > 0 ? typed : STR("id: try-1\ntitle: 试一试\n"));
        scope_text(&scope, "wrong", buf_str(&trial->problems.lines));
        frame_write(call, phrase_text(PHRASE_NAV_RULES, call->language), "rules", &scope);
    } else
        call_fail_with(call, &error);
    buf_free(&html);
}

void answer_rules(struct call *call) { write_rules(call, NULL, &(struct trial){.is_whole = false}); }

/* What stands in the form, judged by the one rule. */
static quanze_status try_fields(struct call *call, struct trial *trial, struct quanze_error *error) {
    char today[20];
    size_t count;
    app_today(call->app, today);
    const struct quanze_typed *typed = typed_of_form(call, &count);
    const struct quanze_try_request request = {.rule = call->id.at,
                                               .typed = typed,
                                               .typed_count = count,
                                               .more = call_form(call, "more"),
                                               .today = today,
                                               .language = call->language,
                                               .fields = buf_sink(&trial->fields),
                                               .result = buf_sink(&trial->result),
                                               .reporter = problems_reporter(&trial->problems)};
    return typed ? quanze_rule_try(call_engine(call), &request, error) : error_memory(error);
}

/* A task written down as a file, judged by all rules; what the one rule says stands among them. */
static quanze_status try_whole(struct call *call, struct trial *trial, struct quanze_error *error) {
    const struct str task = fields_value(&call->request->form, "task");
    const struct quanze_input input = {.name = "task.yaml", .bytes = task.at, .length = task.length};
    struct screening screening = {
        .inputs = &input, .input_count = 1, .format = QUANZE_FORMAT_HTML_PART, .sink = buf_sink(&trial->verdict)};
    const quanze_status status = screening_run(call, &screening, error);
    problems_free(&trial->problems);
    trial->problems = screening.problems;
    if (screening.summary.tasks == 0) buf_clear(&trial->verdict);
    return status;
}

static void answer_trial(struct call *call, bool is_whole) {
    struct quanze_error error;
    struct trial trial = {.problems = {.language = call->language, .of_form = true}, .is_whole = is_whole};
    quanze_status status = try_fields(call, &trial, &error);
    if (status == QUANZE_OK && is_whole) status = try_whole(call, &trial, &error);
    if (status == QUANZE_OK)
        write_rules(call, call->id.at, &trial);
    else
        call_fail_with(call, &error);
    trial_free(&trial);
}

void answer_rule(struct call *call) { answer_trial(call, false); }

void answer_rule_try(struct call *call) { answer_trial(call, call_form(call, "whole") != NULL); }
