#include <http/state/reports.h>

#include <base/alloc.h>
#include <pthread.h>

struct report {
    struct buf key, bytes; /* of no length: the place is free */
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
    reports->bytes -= report->bytes.length;
    buf_free(&report->key);
    buf_free(&report->bytes);
    report->used = 0;
}

void reports_close(struct reports *reports) {
    if (!reports) return;
    for (size_t i = 0; i < REPORTS_KEPT; i++) drop(reports, &reports->at[i]);
    (void)pthread_mutex_destroy(&reports->lock);
    alloc_free(reports);
}

static struct report *find(struct reports *reports, struct str key) {
    for (size_t i = 0; i < REPORTS_KEPT; i++)
        if (reports->at[i].bytes.length > 0 && str_equal(buf_str(&reports->at[i].key), key)) return &reports->at[i];
    return NULL;
}

bool reports_find(struct reports *reports, struct str key, struct buf *out) {
    (void)pthread_mutex_lock(&reports->lock);
    struct report *found = find(reports, key);
    if (found) {
        found->used = ++reports->uses;
        buf_put(out, buf_str(&found->bytes));
    }
    (void)pthread_mutex_unlock(&reports->lock);
    return found != NULL;
}

bool reports_have(struct reports *reports, struct str key) {
    (void)pthread_mutex_lock(&reports->lock);
    const bool is_there = find(reports, key) != NULL;
    (void)pthread_mutex_unlock(&reports->lock);
    return is_there;
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

void reports_keep(struct reports *reports, struct str key, struct str bytes) {
    if (bytes.length == 0 || bytes.length > REPORTS_BYTES) return;
    (void)pthread_mutex_lock(&reports->lock);
    struct report *place = find(reports, key);
    if (place) drop(reports, place);
    while (reports->bytes + bytes.length > REPORTS_BYTES) drop(reports, oldest_full(reports));
    place = oldest(reports);
    drop(reports, place);
    buf_put(&place->key, key);
    buf_put(&place->bytes, bytes);
    if (place->key.failed || place->bytes.failed)
        drop(reports, place);
    else {
        place->used = ++reports->uses;
        reports->bytes += place->bytes.length;
    }
    (void)pthread_mutex_unlock(&reports->lock);
}
