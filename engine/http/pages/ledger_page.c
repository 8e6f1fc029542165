/* ledger_page.c - the journal and its check, and what runs out. */
#include <http/handlers.h>

#include <http/deed/copying.h>
#include <http/pages/frame.h>

static void write_text(struct call *call, enum phrase title, const char *template, struct scope *scope, quanze_status status,
                       const struct buf *text, const struct quanze_error *error) {
    if (status == QUANZE_OK) {
        scope_part(scope, "text", buf_str(text));
        frame_write(call, phrase_text(title, call->language), template, scope);
    } else
        call_fail_with(call, error);
}

void answer_ledger(struct call *call) {
    struct quanze_error error;
    struct buf text = {0};
    struct scope scope = {0};
    struct quanze_ledger *ledger = call_ledger(call, false);
    struct quanze_page_request request = call_page(call, call_query(call, "task"), QUANZE_FORMAT_HTML_PART);
    request.newest = !request.name && !call_query(call, "after"); /* one task has few rows, told as they came */
    if (!ledger || (!request.name && !call_rows(call, request.newest ? "before" : "after", &request))) return;
    request.link = "/tasks/";
    request.sink = buf_sink(&text);
    const quanze_status status = quanze_ledger_log(ledger, &request, &error);
    scope_text(&scope, "task", fields_value(&call->request->fields, "task"));
    scope_flag(&scope, "newest", request.newest);
    scope_flag(&scope, "auditor", call->caller.role == ROLE_AUDITOR);
    scope_flag(&scope, "oldest", !request.name && !request.newest);
    write_text(call, PHRASE_NAV_LEDGER, "ledger", &scope, status, &text, &error);
    buf_free(&text);
}

void answer_verify(struct call *call) {
    struct quanze_error error;
    struct buf text = {0};
    struct scope scope = {0};
    bool ok = false;
    struct quanze_ledger *ledger = call_ledger(call, false);
    struct quanze_page_request request = call_page(call, call_query(call, "head"), QUANZE_FORMAT_HTML_PART);
    if (!ledger) return;
    request.link = "/tasks/";
    request.sink = buf_sink(&text);
    scope_text(&scope, "head", fields_value(&call->request->fields, "head"));
    quanze_status status = quanze_ledger_verify(ledger, &request, &ok, &error);
    const bool is_refused = status == QUANZE_USAGE; /* what was typed is no head: the page says so and asks again */
    scope_text(&scope, "error", is_refused ? call_error_text(call, &error) : STR(""));
    if (is_refused) buf_clear(&text);
    if (is_refused) call->reply->status = 422;
    write_text(call, PHRASE_VERIFY, "verify", &scope, is_refused ? QUANZE_OK : status, &text, &error);
    buf_free(&text);
}

/* The same for a browser and over HTTP: `kind` names what is wanted, Accept how. */
void answer_ledger_export(struct call *call) {
    static const struct kind KINDS[] = {
        {"jsonl", "application/x-ndjson", "application/x-ndjson", "attachment; filename=\"ledger.jsonl\"", QUANZE_FORMAT_JSONL,
         false},
        {"csv", "text/csv", "text/csv; charset=utf-8", "attachment; filename=\"ledger.csv\"", QUANZE_FORMAT_CSV, false},
        {"json", KIND_JSON, "application/json; charset=utf-8", "attachment; filename=\"ledger.json\"", QUANZE_FORMAT_JSON,
         false}};
    (void)copying_export(call, call_query(call, "kind"), kind_accepted(call->request, KINDS, sizeof KINDS / sizeof *KINDS));
}

void answer_ledger_backup(struct call *call) {
    static const struct kind KIND = {
        "db", "application/vnd.sqlite3", "application/vnd.sqlite3", "attachment; filename=\"ledger.db\"", QUANZE_FORMAT_JSON,
        false};
    (void)copying_backup(call, &KIND);
}

void answer_due(struct call *call) {
    struct quanze_error error;
    struct buf text = {0};
    struct scope scope = {0};
    char today[20];
    struct quanze_ledger *ledger = call_ledger(call, false);
    struct quanze_page_request request = call_page(call, NULL, QUANZE_FORMAT_HTML_PART);
    if (!ledger || !call_rows(call, "after", &request)) return;
    app_today(call->app, today);
    request.as_of = today;
    request.link = "/tasks/";
    request.sink = buf_sink(&text);
    write_text(call, PHRASE_NAV_DUE, "text", &scope, quanze_task_due(ledger, &request, &error), &text, &error);
    buf_free(&text);
}
