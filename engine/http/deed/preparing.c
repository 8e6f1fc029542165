#include <http/deed/preparing.h>

#include <base/alloc.h>
#include <base/day.h>
#include <http/deed/auditing.h>
#include <http/state/clock.h>
#include <http/state/log.h>
#include <http/state/workers.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/stat.h>

#define QUIET_TICKS 3  /* so long nothing may have changed */
#define REST_FACTOR 10 /* after so many times what it took, it may be done again */
#define MONTHS 24

/* What makes another report: the files of the ledger, the day, the engine. */
struct standing {
    int64_t sizes[2], seconds[2], nanoseconds[2];
    char today[20];
    unsigned edition;
};

struct preparing {
    struct app *app;
    struct workers *workers;
    struct standing seen; /* at the last tick */
    unsigned quiet;       /* ticks since it is so */
    atomic_bool is_done;  /* for what is seen: no audit is left to be made */
    unsigned packed;      /* the last edition of which the proofs' common part was packed, or could not be */
    bool is_quiet;        /* of the job: there is time for audits */
    atomic_bool is_busy;
    atomic_llong not_before_ms;
};

/* --- on the thread --- */

/* The month `back` months before the one that `day` lies in, "YYYY-MM"; empty where it is no day. */
static void month_before(const char day[20], int back, char out[20]) {
    int32_t first;
    char text[20];
    (void)snprintf(text, sizeof text, "%.7s-01", day);
    out[0] = '\0';
    for (int i = 0; i < back; i++) {
        if (!day_parse(str_of(text), &first)) return;
        (void)day_format(first - 1, text);
        (void)memcpy(text + 8, "01", 2);
    }
    (void)snprintf(out, 20, "%.7s", text);
}

/* Whether it had to be made. */
static bool prepare(struct app *app, const char *month, const char *today) {
    const struct quanze_audit_request asked = {
        .from = month, .today = today, .language = app->options.language, .format = QUANZE_FORMAT_HTML_PART};
    struct quanze_error error;
    bool made = false;
    const quanze_status status = auditing_prepare(app, &asked, &made, &error);
    if (status == QUANZE_OK && made) log_event("audit prepared", month);
    return made;
}

/* What all proofs of the edition hold: the first one that is asked for need not wait for it. */
static void pack(struct app *app) {
    struct quanze_error error;
    struct edition *edition = library_take(app->library);
    if (quanze_prepare_bundles(edition_engine(edition), app->options.data, &error) != QUANZE_OK)
        log_event("proofs not prepared", error.en);
    library_give(app->library, edition);
    alloc_trim();
}

/* One audit, then a rest: of the last whole month, which the first days of a month are about; of the month that the page shows
 * first; then of those before, while there is room without another one going for it. A month of which there is nothing is told
 * at once when it is asked for. */
static void audit(struct preparing *preparing) {
    static const int FIRST[] = {1, 0};
    struct app *app = preparing->app;
    char today[20], month[20];
    const int64_t start_ms = clock_ticks_ms();
    bool made = false;
    app_today(app, today);
    for (int i = 0; i < MONTHS && !made; i++) {
        if (i >= 2 && reports_are_many(app->reports)) break;
        month_before(today, i < 2 ? FIRST[i] : i, month);
        made = prepare(app, month, today);
    }
    const int64_t end_ms = clock_ticks_ms();
    if (made)
        atomic_store(&preparing->not_before_ms, end_ms + REST_FACTOR * (end_ms - start_ms));
    else
        atomic_store(&preparing->is_done, true);
}

static void work(void *job) {
    struct preparing *preparing = job;
    if (preparing->is_quiet)
        audit(preparing);
    else
        pack(preparing->app);
    atomic_store(&preparing->is_busy, false);
}

/* --- each second --- */

static void look(struct app *app, struct standing *out) {
    char log[PATH_MAX + 8], today[20];
    memset(out, 0, sizeof *out); /* compared as bytes */
    (void)snprintf(log, sizeof log, "%s-wal", app->ledger_path);
    const char *const paths[] = {app->ledger_path, log};
    for (size_t i = 0; i < 2; i++) {
        struct stat file;
        if (stat(paths[i], &file) != 0) continue;
        out->sizes[i] = file.st_size;
        out->seconds[i] = file.st_mtim.tv_sec;
        out->nanoseconds[i] = file.st_mtim.tv_nsec;
    }
    app_today(app, today);
    (void)snprintf(out->today, sizeof out->today, "%.10s", today); /* without what stands behind its end */
    struct edition *edition = library_take(app->library);
    out->edition = edition_number(edition);
    library_give(app->library, edition);
}

static void give(struct preparing *preparing, bool is_quiet) {
    preparing->is_quiet = is_quiet;
    atomic_store(&preparing->is_busy, true);
    if (!workers_give(preparing->workers, preparing)) atomic_store(&preparing->is_busy, false);
}

void preparing_tick(struct preparing *preparing) {
    struct standing now;
    if (!preparing || atomic_load(&preparing->is_busy)) return;
    look(preparing->app, &now);
    const bool is_new = memcmp(&now, &preparing->seen, sizeof now) != 0;
    preparing->seen = now;
    preparing->quiet = is_new ? 0 : preparing->quiet + 1;
    if (is_new) atomic_store(&preparing->is_done, false);
    if (preparing->packed != now.edition) {
        reports_clear(preparing->app->reports);
        preparing->packed = now.edition;
        give(preparing, false);
        return;
    }
    if (atomic_load(&preparing->is_done) || preparing->quiet < QUIET_TICKS) return;
    if (clock_ticks_ms() < atomic_load(&preparing->not_before_ms)) return;
    give(preparing, true);
}

struct preparing *preparing_open(struct app *app) {
    struct preparing *preparing = alloc_new(sizeof *preparing);
    if (!preparing) return NULL;
    preparing->app = app;
    atomic_init(&preparing->is_busy, false);
    atomic_init(&preparing->is_done, false);
    atomic_init(&preparing->not_before_ms, 0);
    preparing->workers = workers_open(1, work);
    if (preparing->workers) return preparing;
    alloc_free(preparing);
    return NULL;
}

void preparing_close(struct preparing *preparing) {
    if (!preparing) return;
    workers_close(preparing->workers);
    alloc_free(preparing);
}
