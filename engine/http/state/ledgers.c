#include <http/state/ledgers.h>

#include <base/alloc.h>
#include <http/state/clock.h>
#include <pthread.h>

#define WAIT_MS 5000   /* for another program that writes: somebody waits for the page, and others for the worker */
#define LONG_SECONDS 3 /* to wait for an audit that is under way */
#define TIRED 3        /* seconds until a log that did not begin anew is tried again: others who write waited for it */
#define KEPT 16        /* idle connections of either kind; each holds a few hundred KiB of pages */

struct kept {
    struct quanze_ledger *at[KEPT];
    size_t count;
};

struct ledgers {
    pthread_mutex_t lock;
    const char *path;
    struct kept readers, writers;
    pthread_cond_t changed; /* of the two below */
    unsigned long_readers;
    bool is_tending;
    unsigned tired; /* seconds */
};

struct ledgers *ledgers_open(const char *path) {
    struct ledgers *ledgers = alloc_new(sizeof *ledgers);
    if (!ledgers) return NULL;
    ledgers->path = path;
    if (pthread_mutex_init(&ledgers->lock, NULL) == 0) {
        if (pthread_cond_init(&ledgers->changed, NULL) == 0) return ledgers;
        (void)pthread_mutex_destroy(&ledgers->lock);
    }
    alloc_free(ledgers);
    return NULL;
}

static void close_kept(struct kept *kept) {
    while (kept->count > 0) quanze_ledger_close(kept->at[--kept->count]);
}

void ledgers_rest(struct ledgers *ledgers) {
    (void)pthread_mutex_lock(&ledgers->lock);
    close_kept(&ledgers->readers);
    close_kept(&ledgers->writers);
    (void)pthread_mutex_unlock(&ledgers->lock);
}

void ledgers_close(struct ledgers *ledgers) {
    if (!ledgers) return;
    close_kept(&ledgers->readers);
    close_kept(&ledgers->writers);
    (void)pthread_cond_destroy(&ledgers->changed);
    (void)pthread_mutex_destroy(&ledgers->lock);
    alloc_free(ledgers);
}

static struct kept *kept_of(struct ledgers *ledgers, bool write) { return write ? &ledgers->writers : &ledgers->readers; }

static struct quanze_ledger *take_kept(struct ledgers *ledgers, bool write) {
    (void)pthread_mutex_lock(&ledgers->lock);
    struct kept *kept = kept_of(ledgers, write);
    struct quanze_ledger *ledger = kept->count > 0 ? kept->at[--kept->count] : NULL;
    (void)pthread_mutex_unlock(&ledgers->lock);
    return ledger;
}

quanze_status ledgers_take(struct ledgers *ledgers, bool write, struct quanze_ledger **out, struct quanze_error *error) {
    struct quanze_ledger *ledger = take_kept(ledgers, write);
    while (ledger && quanze_ledger_has_moved(ledger)) {
        quanze_ledger_close(ledger);
        ledger = take_kept(ledgers, write);
    }
    if (ledger) {
        *out = ledger;
        return QUANZE_OK;
    }
    const quanze_ledger_access access = write ? QUANZE_LEDGER_WRITE : QUANZE_LEDGER_READ;
    const quanze_status status = quanze_ledger_open(ledgers->path, access, out, error);
    if (status == QUANZE_OK) quanze_ledger_wait(*out, WAIT_MS);
    return status;
}

void ledgers_give(struct ledgers *ledgers, bool write, struct quanze_ledger *ledger, bool is_good) {
    if (!ledger) return;
    (void)pthread_mutex_lock(&ledgers->lock);
    struct kept *kept = kept_of(ledgers, write);
    const bool keep = is_good && kept->count < KEPT;
    if (keep) kept->at[kept->count++] = ledger;
    (void)pthread_mutex_unlock(&ledgers->lock);
    if (!keep) quanze_ledger_close(ledger);
}

void ledgers_begin_long(struct ledgers *ledgers) {
    (void)pthread_mutex_lock(&ledgers->lock);
    while (ledgers->is_tending) (void)pthread_cond_wait(&ledgers->changed, &ledgers->lock);
    ledgers->long_readers++;
    (void)pthread_mutex_unlock(&ledgers->lock);
}

void ledgers_end_long(struct ledgers *ledgers) {
    (void)pthread_mutex_lock(&ledgers->lock);
    ledgers->long_readers--;
    (void)pthread_cond_broadcast(&ledgers->changed);
    (void)pthread_mutex_unlock(&ledgers->lock);
}

/* Until nobody reads for long, or for a while. */
static void keep_out(struct ledgers *ledgers) {
    const struct timespec until = {.tv_sec = clock_seconds() + LONG_SECONDS};
    (void)pthread_mutex_lock(&ledgers->lock);
    ledgers->is_tending = true;
    while (ledgers->long_readers > 0 && pthread_cond_timedwait(&ledgers->changed, &ledgers->lock, &until) == 0) continue;
    (void)pthread_mutex_unlock(&ledgers->lock);
}

static void let_in(struct ledgers *ledgers) {
    (void)pthread_mutex_lock(&ledgers->lock);
    ledgers->is_tending = false;
    (void)pthread_cond_broadcast(&ledgers->changed);
    (void)pthread_mutex_unlock(&ledgers->lock);
}

void ledgers_tend(struct ledgers *ledgers) {
    if (ledgers->tired > 0) {
        ledgers->tired--;
        return;
    }
    struct quanze_ledger *ledger = take_kept(ledgers, true);
    if (ledger && quanze_ledger_log_is_long(ledger)) {
        keep_out(ledgers);
        ledgers->tired = quanze_ledger_has_moved(ledger) || quanze_ledger_restart_log(ledger) ? 0 : TIRED;
        let_in(ledgers);
    }
    ledgers_give(ledgers, true, ledger, true);
}
