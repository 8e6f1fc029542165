/* audit_page.c - the month, as a page, as files, and over the API. */
#include <http/handlers.h>

#include <base/day.h>
#include <http/deed/auditing.h>
#include <http/pages/frame.h>
#include <http/wire/kind.h>

static const struct kind KINDS[] = {
    {"json", KIND_JSON, KIND_JSON, "attachment; filename=\"audit.json\"", QUANZE_FORMAT_JSON, false},
    {"xlsx", KIND_XLSX, KIND_XLSX, "attachment; filename=\"audit.xlsx\"", QUANZE_FORMAT_XLSX, false},
    {"docx", KIND_DOCX, KIND_DOCX, "attachment; filename=\"audit.docx\"", QUANZE_FORMAT_DOCX, false},
    {"csv", "text/csv", "text/csv; charset=utf-8", "attachment; filename=\"audit.csv\"", QUANZE_FORMAT_CSV, false},
    {"html", "text/html", "text/html; charset=utf-8", "attachment; filename=\"audit.html\"", QUANZE_FORMAT_HTML, false},
};

#define KIND_COUNT (sizeof KINDS / sizeof *KINDS)

/* The page has one form for all of its buttons: what is the circular's belongs to the circular alone. */
static void take_circular(const struct call *call, struct quanze_audit_request *request) {
    request->issuer = call_query(call, "issuer");
    request->number = call_query(call, "number");
    request->signer = call_query(call, "signer");
    request->date = call_query(call, "date");
    request->until = call_query(call, "until");
}

/* `today` is written and borrowed. */
static struct quanze_audit_request request_of(struct call *call, const char *month, quanze_format format, char today[20]) {
    app_today(call->app, today);
    struct quanze_audit_request request = {.from = month,
                                           .to = call_query(call, "to"),
                                           .today = today,
                                           .compare = call_query(call, "compare"),
                                           .township = call_query(call, "township"),
                                           .department = call_query(call, "department"),
                                           .table = call_query(call, "table"),
                                           .language = call->language,
                                           .format = format};
    if (format == QUANZE_FORMAT_DOCX) take_circular(call, &request);
    return request;
}

/* What was asked stands in the form again, and what is folded away is open where something of it was asked. */
static void put_asked(struct call *call, const char *month, struct scope *scope) {
    static const char *const NAMES[] = {"to",     "compare", "township", "department", "issuer",
                                        "number", "signer",  "date",     "until"};
    enum { CIRCULAR = 4 };
    bool is_narrowed = false;
    scope_text(scope, "month", str_of(month));
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        scope_text(scope, NAMES[i], fields_value(&call->request->fields, NAMES[i]));
        is_narrowed = is_narrowed || (i < CIRCULAR && call_query(call, NAMES[i]) != NULL);
    }
    scope_flag(scope, "narrowed", is_narrowed);
}

/* The month before one that is written so, in the request's arena; nothing for another text. */
static struct str month_before(struct call *call, const char *month) {
    struct buf first = {0};
    char text[24];
    int32_t day = 0;
    buf_put_text(&first, month);
    buf_put_text(&first, "-01");
    const bool is_month = day_parse(buf_str(&first), &day);
    buf_free(&first);
    if (!is_month) return STR("");
    (void)day_format(day - 1, text);
    const struct str copy = arena_copy(&call->request->arena, (struct str){text, strlen("2026-10")});
    return copy.at ? copy : STR("");
}

/* Whether the ledger has a task at all: where it has none, no other month has any. */
static bool has_tasks(struct call *call, const char *today) {
    struct quanze_error ignored;
    struct buf rows = {0};
    const struct quanze_task_list_request request = {
        .with_ended = true, .most = 1, .today = today, .format = QUANZE_FORMAT_HTML_PART, .sink = buf_sink(&rows)};
    (void)quanze_task_list(call->ledger, call_engine(call), &request, &ignored);
    const bool has = str_find(buf_str(&rows), STR("<td")) >= 0;
    buf_free(&rows);
    return has;
}

/* A month of which there is nothing is no error of the one who asks: the page says so and asks for another. */
static void write_page(struct call *call, struct quanze_audit_request *asked) {
    struct quanze_error error;
    struct buf report = {0};
    struct scope scope = {0};
    asked->sink = buf_sink(&report);
    const quanze_status status = auditing_run(call, asked, &error);
    const bool is_answered = status == QUANZE_NO_INPUT || status == QUANZE_USAGE;
    if (status != QUANZE_OK && !is_answered) {
        call_fail_with(call, &error);
        buf_free(&report);
        return;
    }
    put_asked(call, asked->from, &scope);
    scope_part(&scope, "report", status == QUANZE_OK ? buf_str(&report) : STR(""));
    scope_flag(&scope, "there", status == QUANZE_OK);
    scope_text(&scope, "before", is_answered && has_tasks(call, asked->today) ? month_before(call, asked->from) : STR(""));
    scope_text(&scope, "nothing", call_error_text(call, status == QUANZE_OK ? NULL : &error));
    frame_write(call, phrase_text(PHRASE_NAV_AUDIT, call->language), "audit", &scope);
    buf_free(&report);
}

static void send(struct call *call, struct quanze_audit_request *asked, const struct kind *kind) {
    struct quanze_error error;
    asked->sink = reply_sink(call->reply);
    if (auditing_run(call, asked, &error) != QUANZE_OK) {
        call_fail_with(call, &error);
        return;
    }
    kind_send(kind, call->reply);
}

void answer_audit(struct call *call) {
    char today[20], month[20];
    const char *wanted = call_query(call, "month");
    const struct kind *kind = kind_named(call_query(call, "file"), KINDS, KIND_COUNT);
    app_today(call->app, month);
    month[7] = '\0';
    struct quanze_audit_request asked =
        request_of(call, wanted ? wanted : month, kind ? kind->format : QUANZE_FORMAT_HTML_PART, today);
    if (!call_ledger(call, false) || auditing_is_put_off(call, &asked)) return;
    if (kind)
        send(call, &asked, kind);
    else
        write_page(call, &asked);
}

void answer_api_audit(struct call *call) {
    char today[20];
    const struct kind *kind = kind_accepted(call->request, KINDS, KIND_COUNT);
    struct quanze_audit_request asked = request_of(call, call->id.at, kind->format, today);
    if (!call_known_at(call) || !call_ledger(call, false) || auditing_is_put_off(call, &asked)) return;
    send(call, &asked, kind);
}
