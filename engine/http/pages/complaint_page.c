/* complaint_page.c - complaints without a name, from anybody, and the auditor's answers to them. */
#include <http/handlers.h>

#include <http/deed/once.h>
#include <http/pages/frame.h>
#include <http/state/clock.h>
#include <stdlib.h>

/* All complaints and the form of an answer; `wrong` tells what stands against the last one, or NULL. */
static void write_complaints(struct call *call, unsigned status, const struct quanze_error *wrong) {
    struct quanze_error error;
    struct buf table = {0};
    struct scope scope = {0};
    struct quanze_page_request request = call_page(call, NULL, QUANZE_FORMAT_HTML_PART);
    const char *number = call_form(call, "number");
    if (!call_rows(call, "after", &request)) return;
    request.newest = true;
    request.link = "/tasks/";
    request.choose = "answer";
    request.chosen = number ? strtoll(number, NULL, 10) : 0;
    request.sink = buf_sink(&table);
    if (quanze_complaint_list(call->ledger, &request, &error) == QUANZE_OK) {
        frame_put_list(&scope, &table);
        scope_text(&scope, "error", call_error_text(call, wrong));
        scope_text(&scope, "words", fields_value(&call->request->form, "words"));
        scope_text(&scope, "after", call_kept(call, "after"));
        call->reply->status = status;
        frame_write(call, phrase_text(PHRASE_NAV_COMPLAINTS, call->language), "complaints", &scope);
    } else
        call_fail_with(call, &error);
    buf_free(&table);
}

void answer_complaints(struct call *call) {
    if (call_ledger(call, false)) write_complaints(call, 200, NULL);
}

static quanze_status enter_answer(struct call *call, struct quanze_error *error) {
    char now[20];
    const char *number = call_form(call, "number");
    app_now(call->app, now);
    const struct quanze_complaint_request request = {.words = fields_value(&call->request->form, "words").at,
                                                     .number = number ? strtoll(number, NULL, 10) : 0,
                                                     .by = call_by(call),
                                                     .now = now,
                                                     .language = call->language,
                                                     .format = QUANZE_FORMAT_TEXT,
                                                     .sink = nothing_sink()};
    return request.by ? quanze_complaint_answer(call->ledger, call_engine(call), &request, error) : error_memory(error);
}

void answer_complaint_answer(struct call *call) {
    struct quanze_error error;
    if (!call_ledger(call, true)) return;
    const quanze_status status = once_run(call, enter_answer, &error);
    if (status == QUANZE_OK)
        call_go(call, "/complaints");
    else if (status == QUANZE_USAGE || status == QUANZE_NO_INPUT)
        write_complaints(call, 422, &error);
    else
        call_fail_with(call, &error);
}

static void write_complaint(struct call *call, unsigned status, const struct quanze_error *error, struct str kept) {
    struct scope scope = {0};
    scope_text(&scope, "error", call_error_text(call, error));
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
    const int64_t now_ms = clock_ticks_ms(), wait_ms = throttle_wait_ms(call->app->complaints, peer, now_ms);
    if (wait_ms > 0) {
        call_retry_after(call, wait_ms);
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
