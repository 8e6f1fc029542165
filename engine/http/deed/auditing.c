#include <http/deed/auditing.h>

#include <base/alloc.h>

static void put_part(struct buf *out, struct str part) {
    buf_put(out, part);
    buf_put_char(out, '\n');
}

/* All that the report depends on: what is asked for, in which form and language, on which day, of which ledger, by which rules.
 * False: it is not known, and nothing is kept. */
static bool put_key(struct call *call, struct buf *out) {
    struct quanze_error ignored;
    struct quanze_ledger_head head;
    char today[20];
    (void)call_engine(call);
    if (quanze_ledger_head(call->ledger, &head, &ignored) != QUANZE_OK) return false;
    app_today(call->app, today);
    put_part(out, call->request->path);
    put_part(out, call->request->query);
    put_part(out, call->request->headers.accept);
    put_part(out, call->language == QUANZE_ZH ? STR("zh") : STR("en"));
    put_part(out, str_of(today));
    put_part(out, str_of(head.hash));
    buf_printf(out, "%u", edition_number(call->edition));
    return !out->failed;
}

bool auditing_is_put_off(struct call *call) {
    struct buf key = {0}, report = {0};
    bool is_put_off = !call->request->has_waited;
    if (is_put_off && put_key(call, &key)) is_put_off = !reports_find(call->app->reports, buf_str(&key), &report);
    call->reply->is_put_off = is_put_off;
    buf_free(&key);
    buf_free(&report);
    return is_put_off;
}

static bool send(struct quanze_sink sink, const struct buf *report) {
    return !report->failed && sink.write(sink.payload, report->at, report->length);
}

quanze_status auditing_run(struct call *call, const struct quanze_audit_request *request, struct quanze_error *error) {
    struct quanze_audit_request asked = *request;
    struct buf key = {0}, report = {0};
    bool compliant;
    quanze_status status = QUANZE_OK;
    const bool is_known = put_key(call, &key);
    if (!is_known || !reports_find(call->app->reports, buf_str(&key), &report)) {
        asked.sink = buf_sink(&report);
        status = quanze_audit(call_engine(call), call->ledger, &asked, &compliant, error);
        if (status == QUANZE_OK && is_known && !report.failed)
            reports_keep(call->app->reports, buf_str(&key), buf_str(&report));
        alloc_trim(); /* it took much memory for a moment */
    }
    if (status == QUANZE_OK && !send(request->sink, &report)) status = error_memory(error);
    buf_free(&key);
    buf_free(&report);
    return status;
}
