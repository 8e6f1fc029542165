/* correction_page.c - what departments have to put right, and what became of it. */
#include <http/handlers.h>

#include <http/deed/once.h>
#include <http/pages/frame.h>
#include <stdlib.h>

/* The page of the list that was asked for; what is not done first. */
static quanze_status put_table(struct call *call, struct quanze_page_request *rows, struct buf *out,
                               struct quanze_error *error) {
    char today[20];
    struct quanze_page_request request = call_page_of_day(call, QUANZE_FORMAT_HTML_PART, today);
    const char *number = call_kept(call, "number").at;
    request.after = rows->after;
    request.most = rows->most;
    request.more = rows->more;
    request.newest = true;
    request.link = "/tasks/";
    request.choose = "step";
    request.chosen = number ? strtoll(number, NULL, 10) : 0;
    request.sink = buf_sink(out);
    return quanze_correction_list(call->ledger, &request, error);
}

static void fill_forms(struct call *call, struct scope *scope, const struct buf parts[3], const struct quanze_error *wrong) {
    static const char *const NAMES[] = {"words", "task", "until", "after"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) scope_text(scope, NAMES[i], call_kept(call, NAMES[i]));
    scope_part(scope, "departments", buf_str(&parts[0]));
    scope_part(scope, "grounds", buf_str(&parts[1]));
    scope_part(scope, "rules", buf_str(&parts[2]));
    scope_text(scope, "on", fields_value(&call->request->fields, "on"));
    scope_text(scope, "error", call_error_text(call, wrong));
}

/* The page; `wrong` tells what stands against what was just entered, or NULL. */
static void write_page(struct call *call, unsigned status, const struct quanze_error *wrong) {
    struct quanze_error error;
    struct buf table = {0}, parts[3] = {{0}};
    struct scope scope = {0};
    struct quanze_page_request rows = {.name = NULL};
    if (!call_rows(call, "after", &rows)) return;
    quanze_status done = put_table(call, &rows, &table, &error);
    if (done == QUANZE_OK) done = call_choices(call, QUANZE_DEPARTMENTS, call_kept(call, "department").at, &parts[0], &error);
    if (done == QUANZE_OK) done = call_choices(call, QUANZE_GROUNDS, call_kept(call, "ground").at, &parts[1], &error);
    if (done == QUANZE_OK) done = call_choices(call, QUANZE_RULES, call_kept(call, "rule").at, &parts[2], &error);
    if (done == QUANZE_OK) {
        frame_put_list(&scope, &table);
        fill_forms(call, &scope, parts, wrong);
        call->reply->status = status;
        frame_write(call, phrase_text(PHRASE_NAV_CORRECTIONS, call->language), "corrections", &scope);
    } else
        call_fail_with(call, &error);
    buf_free(&table);
    buf_free(&parts[0]);
    buf_free(&parts[1]);
    buf_free(&parts[2]);
}

void answer_corrections(struct call *call) {
    if (call_ledger(call, false)) write_page(call, 200, NULL);
}

/* "open", "done", "relapsed"; -1 for anything else. */
static int what_of(const char *step) {
    static const char *const STEPS[] = {
        [QUANZE_CORRECTION_OPEN] = "open", [QUANZE_CORRECTION_DONE] = "done", [QUANZE_CORRECTION_RELAPSED] = "relapsed"};
    for (int i = 0; step && i < (int)(sizeof STEPS / sizeof *STEPS); i++)
        if (strcmp(step, STEPS[i]) == 0) return i;
    return -1;
}

static quanze_status enter(struct call *call, struct quanze_error *error) {
    const int what = what_of(call_form(call, "step"));
    char now[20];
    const char *number = call_form(call, "number");
    app_now(call->app, now);
    if (what < 0) return error_set(error, QUANZE_USAGE, "没有写怎么办", "what is to be entered was not said");
    const struct quanze_correction_request request = {.what = (quanze_correction)what,
                                                      .number = number ? strtoll(number, NULL, 10) : 0,
                                                      .words = call_form(call, "words"),
                                                      .department = call_form(call, "department"),
                                                      .ground = call_form(call, "ground"),
                                                      .task = call_form(call, "task"),
                                                      .rule = call_form(call, "rule"),
                                                      .until = call_form(call, "until"),
                                                      .by = call_by(call),
                                                      .now = now,
                                                      .language = call->language,
                                                      .format = QUANZE_FORMAT_TEXT,
                                                      .sink = nothing_sink()};
    return request.by ? quanze_correction_enter(call->ledger, call_engine(call), &request, error) : error_memory(error);
}

void answer_correct(struct call *call) {
    struct quanze_error error;
    if (!call_ledger(call, true)) return;
    const quanze_status status = once_run(call, enter, &error);
    if (status == QUANZE_OK)
        call_go(call, "/corrections");
    else if (status == QUANZE_USAGE || status == QUANZE_NO_INPUT)
        write_page(call, 422, &error);
    else
        call_fail_with(call, &error);
}
