/* api_write.c - what the API writes: tasks, moves, complaints. */
#include <http/handlers.h>

#include <http/clock.h>
#include <http/concern.h>
#include <http/json.h>
#include <http/moving.h>
#include <http/problems.h>
#include <http/upload.h>

/* The flat JSON object of the body. False: the reply is there. */
static bool read_object(struct call *call, struct fields *out) {
    struct quanze_error error;
    if (!request_is_type(call->request, "application/json")) {
        (void)error_set(&error, QUANZE_USAGE, "这里要用 application/json", "this address expects application/json");
        call_fail(call, 415, &error);
        return false;
    }
    if (json_read_object(buf_str(&call->request->body), &call->request->arena, out, &error) == QUANZE_OK) return true;
    call_fail(call, 400, &error);
    return false;
}

/* A state that does not allow the move is a conflict: somebody was faster, or it is not the turn. */
static void finish(struct call *call, quanze_status status, const struct quanze_error *error) {
    if (status == QUANZE_OK)
        call_is_json(call);
    else if (status == QUANZE_USAGE)
        call_fail(call, 409, error);
    else
        call_fail_with(call, error);
}

/* A member's text, or NULL. */
static const char *member(const struct fields *fields, const char *name) {
    const struct str text = fields_value(fields, name);
    return text.length > 0 ? text.at : NULL;
}

void answer_api_move(struct call *call) {
    struct quanze_error error;
    struct fields fields;
    if (!read_object(call, &fields) || !concern_may_see(call, call->id.at, true)) return;
    finish(call, moving_run(call, call->id.at, &fields, QUANZE_FORMAT_JSON, reply_sink(call->reply), &error), &error);
}

void answer_api_add(struct call *call) {
    struct quanze_error error;
    struct quanze_input input;
    struct quanze_entry_summary summary;
    struct problems_kept problems = {.language = call->language};
    char now[20];
    struct quanze_ledger *ledger = upload_of_body(call, &input) ? call_ledger(call, true) : NULL;
    if (!ledger) return;
    app_now(call->app, now);
    const bool is_bound = call->caller.role == ROLE_DEPARTMENT || call->caller.role == ROLE_TOWNSHIP;
    const struct quanze_entry_request request = {.inputs = &input,
                                                 .input_count = 1,
                                                 .now = now,
                                                 .office = is_bound ? call->caller.office : NULL,
                                                 .language = call->language,
                                                 .format = QUANZE_FORMAT_JSON,
                                                 .sink = reply_sink(call->reply),
                                                 .reporter = problems_reporter(&problems)};
    const quanze_status status = quanze_ledger_add(ledger, &request, &summary, &error);
    if (status != QUANZE_OK)
        call_fail_with(call, &error);
    else if (summary.rejected > 0) {
        (void)error_set(&error, QUANZE_BAD_DATA, "有 %zu 处错误，一条也没有登记", "errors: %zu; nothing was entered",
                        problems.errors);
        call_fail_errors(call, 422, &error, buf_str(&problems.json));
    } else
        call_is_json(call);
    problems_free(&problems);
}

void answer_api_complain(struct call *call) {
    struct quanze_error error;
    struct fields fields;
    char today[20];
    if (!read_object(call, &fields)) return;
    const int64_t now_ms = clock_ticks_ms(), wait_ms = throttle_wait_ms(call->app->complaints, call_peer(call), now_ms);
    if (wait_ms > 0) {
        (void)error_set(&error, QUANZE_USAGE, "反映得太频繁，请过 %lld 秒再试",
                        "too many complaints; try again in %lld seconds", (long long)(wait_ms / 1000 + 1));
        call_fail(call, 429, &error);
        return;
    }
    struct quanze_ledger *ledger = call_ledger(call, true);
    if (!ledger) return;
    app_today(call->app, today);
    throttle_count(call->app->complaints, call_peer(call), now_ms);
    const struct quanze_complaint_request request = {.words = fields_value(&fields, "words").at,
                                                     .department = member(&fields, "department"),
                                                     .ground = member(&fields, "ground"),
                                                     .today = today,
                                                     .language = call->language,
                                                     .format = QUANZE_FORMAT_JSON,
                                                     .sink = reply_sink(call->reply)};
    const quanze_status status = quanze_complaint_add(ledger, call_engine(call), &request, &error);
    if (status == QUANZE_USAGE)
        call_fail(call, 422, &error);
    else
        finish(call, status, &error);
}

/* The letter as a file: .docx, or where text is asked for, plain text. */
void answer_api_letter(struct call *call) {
    struct quanze_error error;
    struct fields fields;
    struct buf facts = {0}, notes = {0};
    struct quanze_refuse_summary summary = {0};
    char today[20];
    if (!read_object(call, &fields) || !concern_may_see(call, call->id.at, false)) return;
    const bool as_text = str_find(call->request->headers.accept, STR("text/plain")) >= 0;
    app_today(call->app, today);
    quanze_status status = quanze_task_facts(call->ledger, call->id.at, buf_sink(&facts), &error);
    const struct quanze_input input = {.name = "task.json", .bytes = facts.at, .length = facts.length};
    const struct quanze_refuse_request request = {.input = &input,
                                                  .today = today,
                                                  .past = call->app->ledger_path,
                                                  .variant = member(&fields, "variant"),
                                                  .township = call->caller.office,
                                                  .number = member(&fields, "number"),
                                                  .signer = member(&fields, "signer"),
                                                  .date = member(&fields, "date"),
                                                  .contact = member(&fields, "contact"),
                                                  .language = call->language,
                                                  .format = as_text ? QUANZE_FORMAT_TEXT : QUANZE_FORMAT_DOCX,
                                                  .sink = reply_sink(call->reply),
                                                  .notes = buf_sink(&notes)};
    if (status == QUANZE_OK) status = quanze_refuse(call_engine(call), &request, &summary, &error);
    if (status == QUANZE_OK && !summary.is_written) {
        const int length = (int)(notes.length < QUANZE_ERROR_TEXT ? notes.length : QUANZE_ERROR_TEXT - 1);
        status = error_set(&error, QUANZE_USAGE, "%.*s", "%.*s", length, notes.at ? notes.at : "");
    }
    call_is_json(call);
    call->reply->type =
        as_text ? "text/plain; charset=utf-8" : "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    if (status != QUANZE_OK) finish(call, status, &error);
    buf_free(&facts);
    buf_free(&notes);
}
