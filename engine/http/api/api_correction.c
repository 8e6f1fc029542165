/* api_correction.c - what departments have to put right, and answers to complaints. */
#include <http/handlers.h>

#include <http/api/api.h>

void answer_api_corrections(struct call *call) {
    struct quanze_error error;
    char today[20];
    struct quanze_ledger *ledger = call_ledger(call, false);
    struct quanze_page_request request = call_page_of_day(call, QUANZE_FORMAT_JSON, today);
    if (ledger && api_take_page(call, &request)) api_finish(call, quanze_correction_list(ledger, &request, &error), &error);
}

static void enter(struct call *call, quanze_correction what) {
    struct quanze_error error;
    struct fields fields;
    char now[20];
    struct quanze_ledger *ledger = api_read_object(call, &fields) ? call_ledger(call, true) : NULL;
    if (!ledger) return;
    app_now(call->app, now);
    const struct quanze_correction_request request = {.what = what,
                                                      .number = what == QUANZE_CORRECTION_OPEN ? 0 : api_path_number(call),
                                                      .words = api_member(&fields, "words"),
                                                      .department = api_member(&fields, "department"),
                                                      .ground = api_member(&fields, "ground"),
                                                      .task = api_member(&fields, "task"),
                                                      .rule = api_member(&fields, "rule"),
                                                      .until = api_member(&fields, "until"),
                                                      .by = call_by(call),
                                                      .now = now,
                                                      .language = call->language,
                                                      .format = QUANZE_FORMAT_JSON,
                                                      .sink = reply_sink(call->reply)};
    const quanze_status status =
        request.by ? quanze_correction_enter(ledger, call_engine(call), &request, &error) : error_memory(&error);
    api_finish_write(call, status, 422, &error);
}

void answer_api_correct(struct call *call) { enter(call, QUANZE_CORRECTION_OPEN); }

void answer_api_corrected(struct call *call) { enter(call, QUANZE_CORRECTION_DONE); }

void answer_api_relapsed(struct call *call) { enter(call, QUANZE_CORRECTION_RELAPSED); }

void answer_api_complaint_answer(struct call *call) {
    struct quanze_error error;
    struct fields fields;
    char now[20];
    const int64_t number = api_path_number(call);
    struct quanze_ledger *ledger = api_read_object(call, &fields) ? call_ledger(call, true) : NULL;
    if (!ledger) return;
    app_now(call->app, now);
    const struct quanze_complaint_request request = {.words = api_member(&fields, "words"),
                                                     .number = number,
                                                     .by = call_by(call),
                                                     .now = now,
                                                     .language = call->language,
                                                     .format = QUANZE_FORMAT_JSON,
                                                     .sink = reply_sink(call->reply)};
    quanze_status status = request.by ? QUANZE_OK : error_memory(&error);
    if (status == QUANZE_OK && number == 0)
        status = error_set(&error, QUANZE_NO_INPUT, "没有这一条反映", "there is no such complaint");
    if (status == QUANZE_OK) status = quanze_complaint_answer(ledger, call_engine(call), &request, &error);
    api_finish_write(call, status, 422, &error);
}
