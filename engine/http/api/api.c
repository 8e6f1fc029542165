#include <http/api/api.h>

#include <http/api/names.h>
#include <http/wire/json.h>
#include <stdlib.h>

bool api_read_object(struct call *call, struct fields *out) {
    struct quanze_error error;
    if (!request_is_type(call->request, "application/json")) {
        (void)error_set(&error, QUANZE_USAGE, "这里要用 application/json", "this address expects application/json");
        call_fail(call, 415, &error);
        return false;
    }
    unsigned status = 400;
    if (json_read_object(buf_str(&call->request->body), &call->request->arena, out, &error) == QUANZE_OK) {
        if (names_check_members(call, out, &error) == QUANZE_OK) return true;
        status = 422;
    }
    call_fail(call, status, &error);
    return false;
}

const char *api_member(const struct fields *fields, const char *name) {
    const struct str text = fields_value(fields, name);
    return text.length > 0 ? text.at : NULL;
}

void api_finish(struct call *call, quanze_status status, const struct quanze_error *error) {
    if (status == QUANZE_OK)
        call_is_json(call);
    else
        call_fail_with(call, error);
}

void api_finish_write(struct call *call, quanze_status status, unsigned refused, const struct quanze_error *error) {
    if (status == QUANZE_USAGE)
        call_fail(call, refused, error);
    else
        api_finish(call, status, error);
}

void api_check(struct arrival *arrival, const struct quanze_options *options, api_page_of_options *page) {
    struct quanze_error error;
    struct call *call = arrival->call;
    struct buf *body = &call->reply->body;
    char today[20];
    struct quanze_page_request request = call_page(call, NULL, QUANZE_FORMAT_JSON);
    struct quanze_options strictly = *options;
    if (!call_day(call, "as_of", &request.as_of) || !call_flag(call, "strict", &strictly.strict_budget)) return;
    app_today(call->app, today);
    request.today = today;
    const quanze_status status = page(&strictly, &request, &error);
    const bool is_told = status == QUANZE_BAD_DATA && body->length > 0 && arrival->problems.errors == 0;
    arrival_forget(arrival, body);
    if (status == QUANZE_OK || is_told)
        call_is_json(call);
    else
        arrival_fail(arrival, &error);
}

bool api_take_page(struct call *call, struct quanze_page_request *request) {
    int64_t most = 100;
    if (!call_day(call, "on", &request->as_of) || !call_number(call, "after", 0, INT64_MAX, &request->after) ||
        !call_number(call, "limit", 1, 1000, &most))
        return false;
    request->most = (size_t)most;
    return true;
}

int64_t api_path_number(const struct call *call) {
    char *end = NULL;
    const long long number = strtoll(call->id.at, &end, 10);
    return *end || number < 1 ? 0 : number;
}
