#include <http/deed/auditing.h>

#include <base/alloc.h>
#include <stdio.h>

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

/* An audit among those that are kept: what is asked for, and what it would stand on now. */
struct sought {
    struct buf key;
    struct quanze_audit_made now;
    bool is_known; /* else nothing is kept */
};

/* All that the report depends on but for the ledger and the day: what is asked for, in which form and language, by which rules.
 */
static void put_key(const struct means *means, const struct quanze_audit_request *asked, struct buf *out) {
    const char *const parts[] = {asked->from,       asked->to,     asked->compare, asked->township,
                                 asked->department, asked->issuer, asked->number,  asked->signer,
                                 asked->date,       asked->until,  asked->table};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) put_part(out, parts[i]);
    buf_printf(out, "%d %d %u", (int)asked->language, (int)asked->format, edition_number(means->edition));
}

/* Its key is to be freed. */
static struct sought sought_of(const struct means *means, const struct quanze_audit_request *asked) {
    struct quanze_error ignored;
    struct sought sought = {0};
    if (edition_number(means->edition) == 0) return sought; /* nobody else has that engine */
    if (quanze_ledger_head(means->ledger, &sought.now.head, &ignored) != QUANZE_OK) return sought;
    (void)snprintf(sought.now.today, sizeof sought.now.today, "%.10s", asked->today);
    put_key(means, asked, &sought.key);
    sought.is_known = !sought.key.failed;
    return sought;
}

/* Whether it is kept. One that was made before, and would be the same now, stands on what there is now from here on. */
static bool is_kept(const struct means *means, const struct quanze_audit_request *asked, const struct sought *sought) {
    struct quanze_error ignored;
    struct quanze_audit_made then;
    bool stands = false;
    if (!sought->is_known || !reports_made(means->app->reports, buf_str(&sought->key), &then)) return false;
    if (quanze_audit_stands(means->ledger, asked, &then, &stands, &ignored) != QUANZE_OK || !stands) return false;
    reports_move(means->app->reports, buf_str(&sought->key), &then, &sought->now);
    return true;
}

bool auditing_is_put_off(struct call *call, const struct quanze_audit_request *asked) {
    const struct means means = means_of(call);
    struct sought sought = sought_of(&means, asked);
    const bool is_put_off = !call->request->has_waited && !is_kept(&means, asked, &sought);
    call->reply->is_put_off = is_put_off;
    buf_free(&sought.key);
    return is_put_off;
}

/* Appends a report that is made now, and keeps it. */
static quanze_status make(const struct means *means, const struct quanze_audit_request *asked, const struct sought *sought,
                          struct buf *out, struct quanze_error *error) {
    struct quanze_audit_request request = *asked;
    bool compliant;
    if (request.format == QUANZE_FORMAT_HTML_PART) request.link = "/tasks/"; /* a page's rows lead to their tasks */
    request.sink = buf_sink(out);
    ledgers_begin_long(means->app->ledgers);
    const quanze_status status = quanze_audit(edition_engine(means->edition), means->ledger, &request, &compliant, error);
    ledgers_end_long(means->app->ledgers);
    if (status == QUANZE_OK && sought->is_known && !out->failed)
        reports_keep(means->app->reports, buf_str(&sought->key), &sought->now, buf_str(out));
    alloc_trim(); /* it took much memory for a moment */
    return status;
}

static quanze_status find_or_make(const struct means *means, const struct quanze_audit_request *asked, struct buf *out,
                                  struct quanze_error *error) {
    struct sought sought = sought_of(means, asked);
    quanze_status status = QUANZE_OK;
    if (!is_kept(means, asked, &sought) || !reports_find(means->app->reports, buf_str(&sought.key), &sought.now, out))
        status = make(means, asked, &sought, out, error);
    buf_free(&sought.key);
    return status;
}

quanze_status auditing_run(struct call *call, const struct quanze_audit_request *asked, struct quanze_error *error) {
    const struct means means = means_of(call);
    struct buf report = {0};
    quanze_status status = find_or_make(&means, asked, &report, error);
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
    *made = false;
    quanze_status status = ledgers_take(app->ledgers, false, &means.ledger, error);
    if (status != QUANZE_OK) return status;
    struct edition *edition = library_take(app->library);
    means.edition = edition;
    alone.one_thread = true;
    struct sought sought = sought_of(&means, &alone);
    if (!is_kept(&means, &alone, &sought)) {
        status = make(&means, &alone, &sought, &report, error);
        *made = status == QUANZE_OK;
    }
    buf_free(&sought.key);
    library_give(app->library, edition);
    ledgers_give(app->ledgers, false, means.ledger, status == QUANZE_OK || status == QUANZE_NO_INPUT);
    buf_free(&report);
    return status;
}
