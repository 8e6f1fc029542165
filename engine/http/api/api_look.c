/* api_look.c - list, rules, facts, and the ledger read over HTTP: pages of the library in JSON. */
#include <http/handlers.h>

#include <base/asset.h>
#include <http/api/api.h>
#include <http/deed/concern.h>
#include <http/deed/listing.h>
#include <http/wire/kind.h>

extern const struct asset HTTP_FILES[];

typedef quanze_status page_of_engine(const struct quanze *, const struct quanze_page_request *, struct quanze_error *);

static void answer_of_engine(struct call *call, const char *name, page_of_engine *page) {
    struct quanze_error error;
    struct quanze_page_request request = call_page(call, name, QUANZE_FORMAT_JSON);
    request.as_of = call_query(call, "as_of");
    api_finish(call, page(call_engine(call), &request, &error), &error);
}

void answer_api_search(struct call *call) {
    struct quanze_error error;
    const char *text = call_query(call, "text"), *short_name = call_query(call, "q");
    const bool differ = text && short_name && strcmp(text, short_name) != 0;
    if ((text || short_name) && !differ) {
        answer_of_engine(call, text ? text : short_name, quanze_list_search);
        return;
    }
    if (differ)
        (void)error_set(&error, QUANZE_USAGE, "text 和 q 是同一个参数，却写了两样：“%.100s”和“%.100s”",
                        "text and q are one parameter, given as \"%.100s\" and as \"%.100s\"", text, short_name);
    else
        (void)error_set(&error, QUANZE_USAGE, "没有写要找什么：?text=…", "it was not said what to look for: ?text=...");
    call_fail(call, 400, &error);
}

void answer_api_rules(struct call *call) { answer_of_engine(call, NULL, quanze_rules_list); }

void answer_api_rule(struct call *call) { answer_of_engine(call, call->id.at, quanze_rules_show); }

void answer_api_facts(struct call *call) {
    struct quanze_error error;
    const struct quanze_page_request request = call_page(call, NULL, QUANZE_FORMAT_JSON);
    api_finish(call, quanze_facts(&request, &error), &error);
}

void answer_api_schema(struct call *call) {
    struct quanze_error error;
    const struct quanze_page_request request = call_page(call, call->id.at, QUANZE_FORMAT_JSON);
    api_finish(call, quanze_schema(&request, &error), &error);
}

void answer_api_log(struct call *call) {
    struct quanze_error error;
    struct quanze_ledger *ledger = call_ledger(call, false);
    struct quanze_page_request request = call_page(call, call_query(call, "task"), QUANZE_FORMAT_JSON);
    if (!ledger || !api_take_page(call, &request)) return;
    api_finish(call, quanze_ledger_log(ledger, &request, &error), &error);
}

void answer_api_verify(struct call *call) {
    struct quanze_error error;
    bool ok = false;
    struct quanze_ledger *ledger = call_ledger(call, false);
    const struct quanze_page_request request = call_page(call, call_query(call, "head"), QUANZE_FORMAT_JSON);
    if (ledger) api_finish(call, quanze_ledger_verify(ledger, &request, &ok, &error), &error);
}

/* The seals; of one month the last, also as the sheet of paper. */
void answer_api_seals(struct call *call) {
    static const struct kind KINDS[] = {
        {"json", KIND_JSON, "application/json; charset=utf-8", NULL, QUANZE_FORMAT_JSON, false},
        {"docx", KIND_DOCX, KIND_DOCX, "attachment; filename=\"seal.docx\"", QUANZE_FORMAT_DOCX, false},
        {"html", "text/html", "text/html; charset=utf-8", "inline", QUANZE_FORMAT_HTML, false}};
    struct quanze_error error;
    const char *month = call_query(call, "month");
    const struct kind *kind = kind_accepted(call->request, KINDS, month ? 3 : 1);
    struct quanze_ledger *ledger = call_ledger(call, false);
    struct quanze_page_request request = call_page(call, month, kind->format);
    request.county = call_query(call, "county");
    if (!ledger || !api_take_page(call, &request)) return;
    if (quanze_ledger_seals(ledger, &request, &error) == QUANZE_OK)
        kind_send(kind, call->reply);
    else
        call_fail_with(call, &error);
}

void answer_api_task(struct call *call) {
    struct quanze_error error;
    const struct quanze_page_request request = call_page(call, call->id.at, QUANZE_FORMAT_JSON);
    if (concern_may_see(call, call->id.at, false)) api_finish(call, quanze_ledger_show(call->ledger, &request, &error), &error);
}

void answer_api_tasks(struct call *call) {
    struct quanze_error error;
    struct listing listing;
    struct quanze_ledger *ledger = call_ledger(call, false);
    if (!ledger || !listing_read(call, "newest", &listing)) return;
    const struct quanze_task_list_request request = listing_request(call, &listing, QUANZE_FORMAT_JSON);
    api_finish(call, quanze_task_list(ledger, call_engine(call), &request, &error), &error);
}

void answer_api_description(struct call *call) {
    call_is_json(call);
    call->reply->fixed = asset_text(&HTTP_FILES[0]);
}

void answer_api_due(struct call *call) {
    struct quanze_error error;
    char today[20];
    struct quanze_ledger *ledger = call_ledger(call, false);
    struct quanze_page_request request = call_page_of_day(call, QUANZE_FORMAT_JSON, today);
    if (ledger && api_take_page(call, &request)) api_finish(call, quanze_task_due(ledger, &request, &error), &error);
}

void answer_api_complaints(struct call *call) {
    struct quanze_error error;
    struct quanze_ledger *ledger = call_ledger(call, false);
    struct quanze_page_request request = call_page(call, NULL, QUANZE_FORMAT_JSON);
    if (ledger && api_take_page(call, &request)) api_finish(call, quanze_complaint_list(ledger, &request, &error), &error);
}
