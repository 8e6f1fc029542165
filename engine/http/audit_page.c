/* audit_page.c - the month, as a page, as files, and over the API. */
#include <http/handlers.h>

#include <http/frame.h>

static const struct {
    const char *name;
    quanze_format format;
    const char *type, *disposition;
} FILES[] = {
    {"xlsx", QUANZE_FORMAT_XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
     "attachment; filename=\"audit.xlsx\""},
    {"docx", QUANZE_FORMAT_DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
     "attachment; filename=\"audit.docx\""},
    {"csv", QUANZE_FORMAT_CSV, "text/csv; charset=utf-8", "attachment; filename=\"audit.csv\""},
};

static quanze_status audit(struct call *call, const char *month, quanze_format format, struct quanze_sink sink,
                           struct quanze_error *error) {
    char today[20];
    bool compliant;
    app_today(call->app, today);
    const struct quanze_audit_request request = {.from = month,
                                                 .to = call_query(call, "to"),
                                                 .today = today,
                                                 .compare = call_query(call, "compare"),
                                                 .township = call_query(call, "township"),
                                                 .department = call_query(call, "department"),
                                                 .language = call->language,
                                                 .format = format,
                                                 .sink = sink};
    return quanze_audit(call_engine(call), call->ledger, &request, &compliant, error);
}

/* A month of which there is nothing is no error of the one who asks: the page says so and asks for another. */
static void write_page(struct call *call, const char *month) {
    struct quanze_error error;
    struct buf report = {0};
    struct scope scope = {0};
    const quanze_status status = audit(call, month, QUANZE_FORMAT_HTML_PART, buf_sink(&report), &error);
    const bool is_answered = status == QUANZE_NO_INPUT || status == QUANZE_USAGE;
    if (status != QUANZE_OK && !is_answered) {
        call_fail_with(call, &error);
        buf_free(&report);
        return;
    }
    scope_text(&scope, "month", str_of(month));
    scope_part(&scope, "report", status == QUANZE_OK ? buf_str(&report) : STR(""));
    scope_flag(&scope, "there", status == QUANZE_OK);
    scope_text(&scope, "nothing", status == QUANZE_OK ? STR("") : str_of(call->language == QUANZE_ZH ? error.zh : error.en));
    frame_write(call, phrase_text(PHRASE_NAV_AUDIT, call->language), "audit", &scope);
    buf_free(&report);
}

static bool send_file(struct call *call, const char *month, const char *name) {
    struct quanze_error error;
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        if (strcmp(FILES[i].name, name) != 0) continue;
        call->reply->status = 200;
        call->reply->type = FILES[i].type;
        if (audit(call, month, FILES[i].format, reply_sink(call->reply), &error) == QUANZE_OK)
            reply_header(call->reply, "Content-Disposition", str_of(FILES[i].disposition));
        else
            call_fail_with(call, &error);
        return true;
    }
    return false;
}

void answer_audit(struct call *call) {
    char month[20];
    const char *asked = call_query(call, "month"), *file = call_query(call, "file");
    if (!call_ledger(call, false)) return;
    app_today(call->app, month);
    month[7] = '\0';
    if (!file || !send_file(call, asked ? asked : month, file)) write_page(call, asked ? asked : month);
}

void answer_api_audit(struct call *call) {
    struct quanze_error error;
    if (!call_ledger(call, false)) return;
    if (audit(call, call->id.at, QUANZE_FORMAT_JSON, reply_sink(call->reply), &error) == QUANZE_OK)
        call_is_json(call);
    else
        call_fail_with(call, &error);
}
