/* list_page.c - what changed in the duty list: between two days, or by a new list that is handed in to be looked at. */
#include <http/handlers.h>

#include <http/deed/arrival.h>
#include <http/deed/concern.h>
#include <http/pages/frame.h>
#include <http/wire/upload.h>
#include <stdio.h>

/* What the page shows. */
struct shown {
    struct buf diff, wrong;
};

static void shown_free(struct shown *shown) {
    buf_free(&shown->diff);
    buf_free(&shown->wrong);
}

static void write_page(struct call *call, unsigned status, const struct shown *shown, const struct quanze_error *error) {
    struct scope scope = {0};
    scope_part(&scope, "diff", buf_str(&shown->diff));
    scope_text(&scope, "wrong", buf_str(&shown->wrong));
    scope_text(&scope, "error", call_error_text(call, error));
    scope_text(&scope, "from", fields_value(&call->request->fields, "from"));
    scope_text(&scope, "to", fields_value(&call->request->fields, "to"));
    scope_flag(&scope, "may_hand_in", concern_sees_all(call));
    call->reply->status = status;
    frame_write(call, phrase_text(PHRASE_LIST_DIFF, call->language), "diff", &scope);
}

/* Where the same page tells also which tasks are touched; `out` has room for the two days. */
static const char *address_with_tasks(const struct quanze_page_request *days, char out[64]) {
    (void)snprintf(out, 64, "?from=%.10s&to=%.10s&tasks=", days->as_of, days->to);
    return out;
}

void answer_list_diff(struct call *call) {
    struct quanze_error error;
    struct shown shown = {.diff = {0}};
    struct quanze_page_request request = call_page(call, NULL, QUANZE_FORMAT_HTML_PART);
    char address[64];
    quanze_status status = QUANZE_OK;
    request.as_of = call_query(call, "from");
    request.to = call_query(call, "to");
    const bool is_asked = request.as_of && request.to;
    request.link = "/list/";
    request.task_link = "/tasks/";
    request.sink = buf_sink(&shown.diff);
    if (is_asked && !concern_touched(call, false)) return;
    if (is_asked && concern_sees_all(call)) request.more = address_with_tasks(&request, address);
    if (is_asked) status = quanze_list_diff(call_engine(call), call_engine(call), call->ledger, &request, &error);
    if (status == QUANZE_OK || status == QUANZE_USAGE)
        write_page(call, status == QUANZE_OK ? 200 : 422, &shown, status == QUANZE_OK ? NULL : &error);
    else
        call_fail_with(call, &error);
    shown_free(&shown);
}

/* A new list beside the one of today. */
static quanze_status compare(struct arrival *arrival, const struct quanze_input *input, struct shown *shown,
                             struct quanze_error *error) {
    struct call *call = arrival->call;
    const char *path;
    char today[20];
    struct quanze_page_request request = call_page(call, NULL, QUANZE_FORMAT_HTML_PART);
    app_today(call->app, today);
    request.as_of = today;
    request.link = "/list/";
    request.task_link = "/tasks/";
    request.sink = buf_sink(&shown->diff);
    const quanze_status status = arrival_list(arrival, input, 1, &path, error);
    return status == QUANZE_OK ? arrival_compare(arrival, path, &request, error) : status;
}

void answer_list_handed_in(struct call *call) {
    struct quanze_error error;
    struct quanze_input input;
    struct shown shown = {.diff = {0}};
    struct arrival arrival;
    if (!call_ledger(call, false)) return;
    quanze_status status = arrival_open(call, &arrival, &error);
    if (status == QUANZE_OK && !upload_of_form(call, &input, &error)) status = QUANZE_USAGE;
    if (status == QUANZE_OK) status = compare(&arrival, &input, &shown, &error);
    arrival_forget(&arrival, &arrival.problems.lines);
    buf_put(&shown.wrong, buf_str(&arrival.problems.lines));
    if (status == QUANZE_OK)
        write_page(call, 200, &shown, NULL);
    else if (status == QUANZE_USAGE || status == QUANZE_BAD_DATA)
        write_page(call, 422, &shown, arrival_told(&arrival, &error));
    else
        arrival_fail(&arrival, &error);
    arrival_close(&arrival);
    shown_free(&shown);
}
