#include <http/state/reports.h>

#include <base/alloc.h>
#include <base/squeeze.h>
#include <pthread.h>

struct report {
    struct buf key, squeezed; /* of no length: the place is free */
    size_t length;            /* when let out */
    struct quanze_audit_made made;
    uint64_t used;
};

struct reports {
    pthread_mutex_t lock;
    struct report at[REPORTS_KEPT];
    size_t bytes;
    uint64_t uses;
};

struct reports *reports_open(void) {
    struct reports *reports = alloc_new(sizeof *reports);
    if (reports && pthread_mutex_init(&reports->lock, NULL) == 0) return reports;
    alloc_free(reports);
    return NULL;
}

static void drop(struct reports *reports, struct report *report) {
    reports->bytes -= report->squeezed.length;
    buf_free(&report->key);
    buf_free(&report->squeezed);
    report->used = 0;
}

void reports_close(struct reports *reports) {
    if (!reports) return;
    reports_clear(reports);
    (void)pthread_mutex_destroy(&reports->lock);
    alloc_free(reports);
}

static struct report *find(struct reports *reports, struct str key) {
    for (size_t i = 0; i < REPORTS_KEPT; i++)
        if (reports->at[i].squeezed.length > 0 && str_equal(buf_str(&reports->at[i].key), key)) return &reports->at[i];
    return NULL;
}

static bool is_same(const struct quanze_audit_made *a, const struct quanze_audit_made *b) {
    return a->head.rows == b->head.rows && strcmp(a->head.hash, b->head.hash) == 0 && strcmp(a->today, b->today) == 0;
}

bool reports_made(struct reports *reports, struct str key, struct quanze_audit_made *out) {
    (void)pthread_mutex_lock(&reports->lock);
    const struct report *found = find(reports, key);
    if (found) *out = found->made;
    (void)pthread_mutex_unlock(&reports->lock);
    return found != NULL;
}

void reports_move(struct reports *reports, struct str key, const struct quanze_audit_made *then,
                  const struct quanze_audit_made *now) {
    (void)pthread_mutex_lock(&reports->lock);
    struct report *found = find(reports, key);
    if (found && is_same(&found->made, then)) found->made = *now;
    (void)pthread_mutex_unlock(&reports->lock);
}

bool reports_find(struct reports *reports, struct str key, const struct quanze_audit_made *made, struct buf *out) {
    struct buf squeezed = {0};
    size_t length = 0;
    (void)pthread_mutex_lock(&reports->lock);
    struct report *found = find(reports, key);
    const bool is_there = found && is_same(&found->made, made);
    if (is_there) {
        found->used = ++reports->uses;
        length = found->length;
        buf_put(&squeezed, buf_str(&found->squeezed));
    }
    (void)pthread_mutex_unlock(&reports->lock);
    const bool is_out = is_there && !squeezed.failed && squeeze_out(buf_str(&squeezed), length, out);
    buf_free(&squeezed);
    return is_out;
}

bool reports_are_many(struct reports *reports) {
    size_t count = 0;
    (void)pthread_mutex_lock(&reports->lock);
    for (size_t i = 0; i < REPORTS_KEPT; i++) count += reports->at[i].used > 0;
    const bool are_many = count > REPORTS_KEPT * 3 / 4 || reports->bytes > REPORTS_BYTES / 4 * 3;
    (void)pthread_mutex_unlock(&reports->lock);
    return are_many;
}

void reports_clear(struct reports *reports) {
    (void)pthread_mutex_lock(&reports->lock);
    for (size_t i = 0; i < REPORTS_KEPT; i++) drop(reports, &reports->at[i]);
    (void)pthread_mutex_unlock(&reports->lock);
}

/* A free place, or that of the one used least lately. */
static struct report *oldest(struct reports *reports) {
    struct report *oldest = &reports->at[0];
    for (size_t i = 1; i < REPORTS_KEPT; i++)
        if (reports->at[i].used < oldest->used) oldest = &reports->at[i];
    return oldest;
}

/* The one used least lately that holds anything. */
static struct report *oldest_full(struct reports *reports) {
    struct report *oldest = NULL;
    for (size_t i = 0; i < REPORTS_KEPT; i++)
        if (reports->at[i].used > 0 && (!oldest || reports->at[i].used < oldest->used)) oldest = &reports->at[i];
    return oldest;
}

/* Takes the bytes over. */
static void put(struct reports *reports, struct str key, const struct report *report) {
    struct report *place = find(reports, key);
    if (place) drop(reports, place);
    while (reports->bytes + report->squeezed.length > REPORTS_BYTES) drop(reports, oldest_full(reports));
    place = oldest(reports);
    drop(reports, place);
    *place = *report;
    place->used = ++reports->uses;
    reports->bytes += place->squeezed.length;
}

void reports_keep(struct reports *reports, struct str key, const struct quanze_audit_made *made, struct str bytes) {
    struct report report = {.length = bytes.length, .made = *made};
    buf_put(&report.key, key);
    if (bytes.length == 0 || report.key.failed || !squeeze(bytes, &report.squeezed) || report.squeezed.length > REPORTS_BYTES) {
        buf_free(&report.key);
        buf_free(&report.squeezed);
        return;
    }
    (void)pthread_mutex_lock(&reports->lock);
    put(reports, key, &report);
    (void)pthread_mutex_unlock(&reports->lock);
}
