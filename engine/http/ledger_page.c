/* ledger_page.c - the journal and its check, what runs out, complaints. */
#include <http/handlers.h>

#include <http/clock.h>
#include <http/frame.h>
#include <stdio.h>
#include <stdlib.h>

#define PAGE_ROWS 200

static void write_text(struct call *call, enum phrase title, const char *template, struct scope *scope, quanze_status status,
                       const struct buf *text, const struct quanze_error *error) {
    if (status == QUANZE_OK) {
        scope_part(scope, "text", buf_str(text));
        scope_text(scope, "title", phrase_text(title, call->language));
        frame_write(call, phrase_text(title, call->language), template, scope);
    } else
        call_fail_with(call, error);
}

void answer_ledger(struct call *call) {
    struct quanze_error error;
    struct buf text = {0};
    struct scope scope = {0};
    char next[32];
    const char *after = call_query(call, "after");
    const int64_t from = after ? strtoll(after, NULL, 10) : 0;
    struct quanze_ledger *ledger = call_ledger(call, false);
    struct quanze_page_request request = call_page(call, call_query(call, "task"), QUANZE_FORMAT_HTML_PART);
    if (!ledger) return;
    request.after = from > 0 ? from : 0;
    request.most = PAGE_ROWS;
    request.link = "/tasks/";
    request.sink = buf_sink(&text);
    const quanze_status status = quanze_ledger_log(ledger, &request, &error);
    (void)snprintf(next, sizeof next, "%lld", (long long)request.after + PAGE_ROWS);
    scope_text(&scope, "next", str_of(next));
    scope_text(&scope, "task", fields_value(&call->request->fields, "task"));
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
    write_text(call, PHRASE_VERIFY, "text", &scope, quanze_ledger_verify(ledger, &request, &ok, &error), &text, &error);
    buf_free(&text);
}

void answer_due(struct call *call) {
    struct quanze_error error;
    struct buf text = {0};
    struct scope scope = {0};
    char today[20];
    struct quanze_ledger *ledger = call_ledger(call, false);
    struct quanze_page_request request = call_page(call, NULL, QUANZE_FORMAT_HTML_PART);
    if (!ledger) return;
    app_today(call->app, today);
    request.as_of = today;
    request.link = "/tasks/";
    request.sink = buf_sink(&text);
    write_text(call, PHRASE_NAV_DUE, "text", &scope, quanze_task_due(ledger, &request, &error), &text, &error);
    buf_free(&text);
}

void answer_complaints(struct call *call) {
    struct quanze_error error;
    struct buf text = {0};
    struct scope scope = {0};
    struct quanze_ledger *ledger = call_ledger(call, false);
    struct quanze_page_request request = call_page(call, NULL, QUANZE_FORMAT_HTML_PART);
    if (!ledger) return;
    request.link = "/tasks/";
    request.sink = buf_sink(&text);
    write_text(call, PHRASE_NAV_COMPLAINTS, "text", &scope, quanze_complaint_list(ledger, &request, &error), &text, &error);
    buf_free(&text);
}

static void write_complaint(struct call *call, unsigned status, const struct quanze_error *error, struct str kept) {
    struct scope scope = {0};
    scope_text(&scope, "error", error ? str_of(call->language == QUANZE_ZH ? error->zh : error->en) : STR(""));
    scope_text(&scope, "kept", kept);
    scope_text(&scope, "words", error ? fields_value(&call->request->form, "words") : STR(""));
    scope_text(&scope, "department", error ? fields_value(&call->request->form, "department") : STR(""));
    call->reply->status = status;
    frame_write(call, phrase_text(PHRASE_NAV_COMPLAINT, call->language), "complaint", &scope);
}

void answer_complaint_page(struct call *call) { write_complaint(call, 200, NULL, STR("")); }

void answer_complaint(struct call *call) {
    struct quanze_error error;
    struct buf kept = {0};
    char today[20];
    const struct str peer = call_peer(call);
    const int64_t now_ms = clock_ticks_ms();
    if (throttle_wait_ms(call->app->complaints, peer, now_ms) > 0) {
        (void)error_set(&error, QUANZE_USAGE, "反映得太频繁，请过一会再试", "too many complaints; try again in a while");
        write_complaint(call, 429, &error, STR(""));
        return;
    }
    struct quanze_ledger *ledger = call_ledger(call, true);
    if (!ledger) return;
    throttle_count(call->app->complaints, peer, now_ms);
    app_today(call->app, today);
    const struct quanze_complaint_request request = {.words = fields_value(&call->request->form, "words").at,
                                                     .department = call_form(call, "department"),
                                                     .today = today,
                                                     .language = call->language,
                                                     .format = QUANZE_FORMAT_TEXT,
                                                     .sink = buf_sink(&kept)};
    const quanze_status status = quanze_complaint_add(ledger, call_engine(call), &request, &error);
    if (status == QUANZE_OK)
        write_complaint(call, 200, NULL, buf_str(&kept));
    else if (status == QUANZE_USAGE)
        write_complaint(call, 422, &error, STR(""));
    else
        call_fail_with(call, &error);
    buf_free(&kept);
}
