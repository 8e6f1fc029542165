/* migrate.c - the steps from an empty file to the newest form, a transaction each.
 *
 * A reader must believe: steps are sql files in the order of their names and are never changed, reordered or removed once they
 * are out; what broke off between two steps goes on where it stopped.
 */
#include <base/asset.h>
#include <ledger/inside.h>
#include <ledger/short.h>

#define WORDS_FORM 12 /* from which on a ledger holds the words of its short texts */

extern const struct asset LEDGER_STEPS[];
extern const size_t LEDGER_STEPS_count;

int migrate_newest(void) { return (int)LEDGER_STEPS_count; }

quanze_status migrate_version(struct ledger *ledger, int *out, struct quanze_error *error) {
    return ledger_read_number(ledger, "PRAGMA user_version", out, error);
}

static quanze_status take_step(struct ledger *ledger, int step, struct quanze_error *error) {
    struct buf end = {0};
    buf_printf(&end, "PRAGMA user_version = %d; PRAGMA application_id = %d; COMMIT;", step + 1, 0x51757a65);
    buf_put_char(&end, '\0');
    quanze_status status = end.failed ? error_memory(error) : ledger_execute(ledger, LEDGER_STEPS[step].at, error);
    if (status == QUANZE_OK && step + 1 == WORDS_FORM) status = short_write_words(ledger, error);
    if (status == QUANZE_OK) status = ledger_execute(ledger, end.at, error);
    buf_free(&end);
    return status;
}

/* Two programs may open a new ledger at the same time: the version counts that is read under the lock. */
static quanze_status step(struct ledger *ledger, bool *done, struct quanze_error *error) {
    int version = 0;
    quanze_status status = ledger_execute(ledger, "BEGIN IMMEDIATE", error);
    if (status != QUANZE_OK) return status;
    status = migrate_version(ledger, &version, error);
    *done = status == QUANZE_OK && version >= migrate_newest();
    if (status == QUANZE_OK && !*done) status = take_step(ledger, version, error);
    if ((status != QUANZE_OK || *done) && !sqlite3_get_autocommit(ledger->db))
        (void)sqlite3_exec(ledger->db, "ROLLBACK", NULL, NULL, NULL);
    return status;
}

quanze_status migrate(struct ledger *ledger, struct quanze_error *error) {
    bool done = false;
    quanze_status status = short_prepare(ledger, error); /* steps read texts by it */
    while (status == QUANZE_OK && !done) status = step(ledger, &done, error);
    return status;
}
