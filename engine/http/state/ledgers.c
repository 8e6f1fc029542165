#include <http/state/ledgers.h>

#include <base/alloc.h>
#include <pthread.h>

#define WAIT_MS 5000 /* for another program that writes: somebody waits for the page, and others for the worker */
#define KEPT 16      /* idle connections of either kind; each holds a few hundred KiB of pages */

struct kept {
    struct quanze_ledger *at[KEPT];
    size_t count;
};

struct ledgers {
    pthread_mutex_t lock;
    const char *path;
    struct kept readers, writers;
};

struct ledgers *ledgers_open(const char *path) {
    struct ledgers *ledgers = alloc_new(sizeof *ledgers);
    if (!ledgers) return NULL;
    ledgers->path = path;
    if (pthread_mutex_init(&ledgers->lock, NULL) == 0) return ledgers;
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
