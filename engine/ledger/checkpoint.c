#include <ledger/checkpoint.h>

#include <base/alloc.h>
#include <pthread.h>
#include <stdatomic.h>

#define MOST_STEPS 4    /* from here on the writer waits, so that the log can begin anew */
#define RESTART_MS 2000 /* at most, for those who still read from it: a month's audit takes a second */

struct checkpoint {
    sqlite3 *db; /* NULL: not needed so far, or none can be had */
    pthread_t thread;
    bool is_running;
    atomic_bool is_done;
    int step;  /* pages of the log that are moved together */
    int moved; /* those that it had when the last move began */
};

static void *move(void *payload) {
    struct checkpoint *checkpoint = payload;
    (void)sqlite3_wal_checkpoint_v2(checkpoint->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
    atomic_store(&checkpoint->is_done, true);
    return NULL;
}

static bool open_own(struct checkpoint *checkpoint, const char *path) {
    if (checkpoint->db) return true;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    int code = sqlite3_open_v2(path, &checkpoint->db, flags, NULL);
    if (code == SQLITE_OK) /* a log that nothing was read through is not seen */
        code = sqlite3_exec(checkpoint->db, "PRAGMA synchronous = FULL; PRAGMA user_version", NULL, NULL, NULL);
    if (code == SQLITE_OK) return true;
    (void)sqlite3_close(checkpoint->db);
    checkpoint->db = NULL;
    return false;
}

static bool start(struct checkpoint *checkpoint, const char *path) {
    if (!open_own(checkpoint, path)) return false;
    atomic_store(&checkpoint->is_done, false);
    checkpoint->is_running = pthread_create(&checkpoint->thread, NULL, move, checkpoint) == 0;
    return checkpoint->is_running;
}

static void wait(struct checkpoint *checkpoint) {
    if (checkpoint->is_running) (void)pthread_join(checkpoint->thread, NULL);
    checkpoint->is_running = false;
}

/* Keeps other writers out until nobody reads from the log any more; who begins to read meanwhile reads the file alone. Without
 * that a log which somebody reads from at each moment grows for ever. */
static void restart(sqlite3 *db, const char *name, int wait_ms) {
    (void)sqlite3_busy_timeout(db, RESTART_MS);
    (void)sqlite3_wal_checkpoint_v2(db, name, SQLITE_CHECKPOINT_RESTART, NULL, NULL);
    (void)sqlite3_busy_timeout(db, wait_ms);
}

/* After each commit: `pages` is the length of the log. */
static int look(void *payload, sqlite3 *db, const char *name, int pages) {
    struct ledger *ledger = payload;
    struct checkpoint *checkpoint = ledger->checkpoint;
    if (checkpoint->is_running && atomic_load(&checkpoint->is_done)) wait(checkpoint);
    if (pages < checkpoint->moved) checkpoint->moved = 0; /* the log began anew */
    const bool is_long = pages >= MOST_STEPS * checkpoint->step;
    if (pages - checkpoint->moved < checkpoint->step || (checkpoint->is_running && !is_long)) return SQLITE_OK;
    checkpoint->moved = pages;
    if (!is_long && start(checkpoint, ledger->path)) return SQLITE_OK;
    wait(checkpoint);
    restart(db, name, ledger->wait_ms);
    return SQLITE_OK;
}

quanze_status checkpoint_prepare(struct ledger *ledger, int step, struct quanze_error *error) {
    if (!ledger->checkpoint) ledger->checkpoint = alloc_new(sizeof *ledger->checkpoint);
    if (!ledger->checkpoint) return error_memory(error);
    ledger->checkpoint->step = step;
    (void)sqlite3_wal_hook(ledger->db, look, ledger);
    return QUANZE_OK;
}

void checkpoint_end(struct ledger *ledger) {
    if (!ledger->checkpoint) return;
    wait(ledger->checkpoint);
    (void)sqlite3_close(ledger->checkpoint->db);
    alloc_free(ledger->checkpoint);
    ledger->checkpoint = NULL;
}
