/* api_write.c - what the API writes: tasks, moves, complaints. */
#include <http/handlers.h>

#include <http/api/api.h>
#include <http/deed/concern.h>
#include <http/deed/moving.h>
#include <http/problems.h>
#include <http/state/clock.h>
#include <http/wire/upload.h>

/* Whether what is needed was said. False: the reply is there. */
static bool says(struct call *call, const struct fields *fields, const char *name) {
    struct quanze_error error;
    if (str_trim(fields_value(fields, name)).length > 0) return true;
    (void)error_set(&error, QUANZE_USAGE, "没有写 %s", "%s is missing", name);
    call_fail(call, 422, &error);
    return false;
}

void answer_api_move(struct call *call) {
    struct quanze_error error;
    struct fields fields;
    if (!api_read_object(call, &fields) || !says(call, &fields, "state") || !says(call, &fields, "why") ||
        !concern_may_see(call, call->id.at, true))
        return;
    const quanze_status status = moving_run(call, call->id.at, &fields, QUANZE_FORMAT_JSON, reply_sink(call->reply), &error);
    api_finish_write(call, status, 409, &error); /* somebody was faster, or it is not the turn */
}

void answer_api_add(struct call *call) {
    struct quanze_error error;
    struct quanze_input *inputs;
    struct quanze_entry_summary summary;
    struct problems_kept problems = {.language = call->language};
    char now[20];
    size_t count;
    bool keep_going = false;
    if (!call_flag(call, "keep_going", &keep_going) || !uploads_of_body(call, NULL, &inputs, &count)) return;
    problems.of_files = count > 1;
    struct quanze_ledger *ledger = call_ledger(call, true);
    if (!ledger) return;
    app_now(call->app, now);
    const bool is_bound = call->caller.role == ROLE_DEPARTMENT || call->caller.role == ROLE_TOWNSHIP;
    const struct quanze_entry_request request = {.inputs = inputs,
                                                 .input_count = count,
                                                 .keep_going = keep_going,
                                                 .now = now,
                                                 .office = is_bound ? call->caller.office : NULL,
                                                 .language = call->language,
                                                 .format = QUANZE_FORMAT_JSON,
                                                 .sink = reply_sink(call->reply),
                                                 .reporter = problems_reporter(&problems)};
    const quanze_status status = quanze_ledger_add(ledger, &request, &summary, &error);
    if (status != QUANZE_OK)
        call_fail_with(call, &error);
    else if (summary.rejected > 0 && !keep_going) {
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
    if (!api_read_object(call, &fields)) return;
    const int64_t now_ms = clock_ticks_ms(), wait_ms = throttle_wait_ms(call->app->complaints, call_peer(call), now_ms);
    if (wait_ms > 0) {
        (void)error_set(&error, QUANZE_USAGE, "反映得太频繁，请过 %lld 秒再试",
                        "too many complaints; try again in %lld seconds", (long long)(wait_ms / 1000 + 1));
        call_retry_after(call, wait_ms);
        call_fail(call, 429, &error);
        return;
    }
    struct quanze_ledger *ledger = call_ledger(call, true);
    if (!ledger) return;
    app_today(call->app, today);
    throttle_count(call->app->complaints, call_peer(call), now_ms);
    const struct quanze_complaint_request request = {.words = fields_value(&fields, "words").at,
                                                     .department = api_member(&fields, "department"),
                                                     .ground = api_member(&fields, "ground"),
                                                     .today = today,
                                                     .language = call->language,
                                                     .format = QUANZE_FORMAT_JSON,
                                                     .sink = reply_sink(call->reply)};
    const quanze_status status = quanze_complaint_add(ledger, call_engine(call), &request, &error);
    api_finish_write(call, status, 422, &error);
}
