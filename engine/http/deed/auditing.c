#include <http/deed/auditing.h>

#include <base/alloc.h>

/* By what an audit is made. */
struct means {
    struct app *app;
    const struct edition *edition;
    struct quanze_ledger *ledger;
};

static struct means means_of(struct call *call) {
    (void)call_engine(call);
    return (struct means){call->app, call->edition, call->ledger};
}

/* With its length, so that no two rows of parts are one text. */
static void put_part(struct buf *out, const char *part) {
    const struct str text = str_of(part);
    buf_put_int(out, (int64_t)text.length);
    buf_put_char(out, ':');
    buf_put(out, text);
}

/* All that the report depends on: what is asked for, in which form and language, on which day, of which ledger, by which rules.
 * False: it is not known, and nothing is kept. */
static bool put_key(const struct means *means, const struct quanze_audit_request *asked, struct buf *out) {
    const char *const parts[] = {asked->from,     asked->to,         asked->today,  asked->compare,
                                 asked->township, asked->department, asked->issuer, asked->number,
                                 asked->signer,   asked->date,       asked->until,  asked->table};
    struct quanze_error ignored;
    struct quanze_ledger_head head;
    if (edition_number(means->edition) == 0) return false; /* nobody else has that engine */
    if (quanze_ledger_head(means->ledger, &head, &ignored) != QUANZE_OK) return false;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) put_part(out, parts[i]);
    put_part(out, head.hash);
    buf_printf(out, "%d %d %u", (int)asked->language, (int)asked->format, edition_number(means->edition));
    return !out->failed;
}

bool auditing_is_put_off(struct call *call, const struct quanze_audit_request *asked) {
    const struct means means = means_of(call);
    struct buf key = {0};
    bool is_put_off = !call->request->has_waited;
    if (is_put_off && put_key(&means, asked, &key)) is_put_off = !reports_have(call->app->reports, buf_str(&key));
    call->reply->is_put_off = is_put_off;
    buf_free(&key);
    return is_put_off;
}

/* Appends the report, and keeps it where it was made. */
static quanze_status make(const struct means *means, const struct quanze_audit_request *asked, struct buf *out, bool *made,
                          struct quanze_error *error) {
    struct quanze_audit_request request = *asked;
    if (request.format == QUANZE_FORMAT_HTML_PART) request.link = "/tasks/"; /* a page's rows lead to their tasks */
    struct buf key = {0};
    bool compliant;
    quanze_status status = QUANZE_OK;
    const bool is_known = put_key(means, asked, &key);
    *made = !is_known || !reports_find(means->app->reports, buf_str(&key), out);
    if (*made) {
        request.sink = buf_sink(out);
        ledgers_begin_long(means->app->ledgers);
        status = quanze_audit(edition_engine(means->edition), means->ledger, &request, &compliant, error);
        ledgers_end_long(means->app->ledgers);
        if (status == QUANZE_OK && is_known && !out->failed) reports_keep(means->app->reports, buf_str(&key), buf_str(out));
        alloc_trim(); /* it took much memory for a moment */
    }
    buf_free(&key);
    return status;
}

quanze_status auditing_run(struct call *call, const struct quanze_audit_request *asked, struct quanze_error *error) {
    const struct means means = means_of(call);
    struct buf report = {0};
    bool made;
    quanze_status status = make(&means, asked, &report, &made, error);
    if (status == QUANZE_OK && (report.failed || !asked->sink.write(asked->sink.payload, report.at, report.length)))
        status = error_memory(error);
    buf_free(&report);
    return status;
}

quanze_status auditing_prepare(struct app *app, const struct quanze_audit_request *asked, bool *made,
                               struct quanze_error *error) {
    struct quanze_audit_request alone = *asked;
    struct means means = {.app = app};
    struct buf report = {0};
    quanze_status status = ledgers_take(app->ledgers, false, &means.ledger, error);
    if (status != QUANZE_OK) return status;
    struct edition *edition = library_take(app->library);
    means.edition = edition;
    alone.one_thread = true;
    status = make(&means, &alone, &report, made, error);
    library_give(app->library, edition);
    ledgers_give(app->ledgers, false, means.ledger, status == QUANZE_OK || status == QUANZE_NO_INPUT);
    buf_free(&report);
    return status;
}
