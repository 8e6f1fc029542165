#include <ledger/checkpoint.h>

#include <base/alloc.h>
#include <pthread.h>
#include <stdatomic.h>

#define MOST_STEPS 4    /* a log of so many should begin anew */
#define RESTART_MS 1500 /* at most, for those who still read from it */
#define PAUSE_MS 10

struct checkpoint {
    sqlite3 *db; /* NULL: not needed so far, or none can be had */
    pthread_t thread;
    bool is_running;
    atomic_bool is_done;
    int step;  /* pages of the log that are moved together */
    int moved; /* those that it had when the last move began */
    int pages; /* those that it had at the last commit */
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

/* In pauses of PAUSE_MS. */
static int be_patient(void *payload, int times) {
    int *pauses = payload;
    (void)times;
    if (*pauses == 0) return 0;
    --*pauses;
    (void)sqlite3_sleep(PAUSE_MS);
    return 1;
}

/* Keeps other writers out until nobody reads from the log any more, or so many pauses are over. Who begins to read meanwhile
 * reads the file alone. While another connection moves the log SQLite does not wait, but says at once that it cannot. */
static bool restart(struct ledger *ledger, int pauses) {
    int code;
    (void)sqlite3_busy_handler(ledger->db, be_patient, &pauses);
    do code = sqlite3_wal_checkpoint_v2(ledger->db, "main", SQLITE_CHECKPOINT_RESTART, NULL, NULL);
    while (code == SQLITE_BUSY && be_patient(&pauses, 0));
    (void)sqlite3_busy_timeout(ledger->db, ledger->wait_ms);
    return code == SQLITE_OK;
}

bool ledger_log_is_long(const struct ledger *ledger) {
    const struct checkpoint *checkpoint = ledger->checkpoint;
    return checkpoint && checkpoint->pages >= MOST_STEPS * checkpoint->step;
}

bool ledger_restart_log(struct ledger *ledger) {
    struct checkpoint *checkpoint = ledger->checkpoint;
    wait(checkpoint);
    const bool is_anew = restart(ledger, RESTART_MS / PAUSE_MS);
    if (is_anew) checkpoint->pages = 0;
    return is_anew;
}

/* After each commit: `pages` is the length of the log. */
static int look(void *payload, sqlite3 *db, const char *name, int pages) {
    struct ledger *ledger = payload;
    struct checkpoint *checkpoint = ledger->checkpoint;
    (void)db;
    (void)name;
    if (checkpoint->is_running && atomic_load(&checkpoint->is_done)) wait(checkpoint);
    checkpoint->pages = pages;
    if (pages < checkpoint->moved) checkpoint->moved = 0; /* the log began anew */
    const bool is_long = ledger_log_is_long(ledger);
    if (pages - checkpoint->moved < checkpoint->step || (checkpoint->is_running && !is_long)) return SQLITE_OK;
    checkpoint->moved = pages;
    if (!is_long && start(checkpoint, ledger->path)) return SQLITE_OK;
    wait(checkpoint);
    (void)restart(ledger, 0); /* many who write at once do not wait one behind the other: ledger_restart_log does */
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
