/* inside.h - what the files of this room share: the open ledger. */
#ifndef LEDGER_INSIDE_H
#define LEDGER_INSIDE_H

#include <ledger/once.h>
#include <sqlite3.h>

#define LEDGER_STATEMENTS 138

/* Tells the rows of one moment from those of another: what other connections committed, and what this one changed. */
struct ledger_moment {
    int64_t others, own;
};

/* Where the chain stands. */
struct chain_head {
    int64_t seq, at;
    struct digest hash; /* of zeros before the first row */
};

struct ledger {
    sqlite3 *db;
    char *path;
    sqlite3_stmt *statements[LEDGER_STATEMENTS];
    bool in_transaction;
    int wait_ms;
    struct chain_head head; /* counts within a transaction */
    struct digest versions; /* those last used in the transaction, and their row; 0 = none */
    int64_t versions_row;
    struct feed *feed; /* rows that wait to be written; NULL: it is open for reading */
    struct checkpoint *checkpoint;
    struct rollup *rollup;       /* changes to sums that the transaction makes; NULL = none */
    const struct list *list;     /* for the past: who is who; NULL: nobody knows */
    bool is_snapshot;            /* all reading sees the same rows */
    struct ledger_moment moment; /* of the last snapshot, and of what is kept of the past */
    struct history_memo *memo;
    struct history_seen *seen;
    const struct ledger_task_filter *filter; /* of the list of tasks that is being read */
    struct ledger_once once;                 /* what the next transaction carries, if it is marked */
    struct str answer;                       /* and the answer kept with it */
    bool is_marked;
    int64_t past_before; /* rows from here on are no past; 0: all are */
};

/* The first row that is no past. */
static inline int64_t ledger_rows_before(const struct ledger *ledger) {
    return ledger->past_before > 0 ? ledger->past_before : INT64_MAX;
}

/* Tells what SQLite said, and what to do about it. */
quanze_status ledger_failed(const struct ledger *ledger, int code, struct quanze_error *error);

/* Runs SQL text without values. */
quanze_status ledger_execute(struct ledger *ledger, const char *sql, struct quanze_error *error);

/* The one number that SQL text asks for. */
quanze_status ledger_read_number(struct ledger *ledger, const char *sql, int *out, struct quanze_error *error);

/* What was kept of the past (hits of townships; which topics and forms there are) is forgotten; the bytes that it takes. */
void history_memo_forget(struct ledger *ledger);
void history_seen_forget(struct ledger *ledger);
size_t history_memo_bytes(const struct ledger *ledger);
size_t history_seen_bytes(const struct ledger *ledger);

/* Brings the tables to the newest form, a transaction a step. */
quanze_status migrate(struct ledger *ledger, struct quanze_error *error);

/* Which form a ledger has, and the newest that this program knows. */
quanze_status migrate_version(struct ledger *ledger, int *out, struct quanze_error *error);
int migrate_newest(void);

/* Makes what the statement of tasks calls; once for a connection. */
quanze_status tasks_prepare(struct ledger *ledger, struct quanze_error *error);

/* Reads where the chain stands; within a transaction. */
quanze_status journal_read_head(struct ledger *ledger, struct quanze_error *error);

/* Writes the key of the request that the transaction carries, if any. */
quanze_status once_write(struct ledger *ledger, struct quanze_error *error);

/* A row of the journal to come: about 0 = none. */
struct journal_row {
    char kind; /* letter of the table */
    int64_t at, about;
    struct digest content;
};

/* The hash of a row that follows `before`. */
void journal_hash(const struct digest *before, int64_t seq, const struct journal_row *row, struct digest *out);

/* Appends to the chain; `*seq` is the number that the row's own table must use. */
quanze_status journal_append(struct ledger *ledger, const struct journal_row *row, int64_t *seq, struct quanze_error *error);

/* Letters of tables, also of those whose rows belong to another table's row. */
#define TABLE_TASK 't'
#define TABLE_TOWNSHIP 'n'
#define TABLE_FORM 'f'
#define TABLE_VERSIONS 'v'
#define TABLE_DECISION 'd'
#define TABLE_FINDING 'g'
#define TABLE_MOVE 'm'
#define TABLE_WAIVER 'w'
#define TABLE_COMPLAINT 'c'
#define TABLE_SEAL 's'
#define TABLE_ANSWER 'a'
#define TABLE_CORRECTION 'k'
#define TABLE_STEP 'r'

/* How many cells of a row its fingerprint covers: the last column of these tables came later. */
static inline size_t table_covers(char table, const struct cell *cells, size_t count) {
    return table == TABLE_VERSIONS || table == TABLE_CORRECTION ? cell_count_filled(cells, count) : count;
}

/* "task" and so on; NULL for another letter. */
const char *journal_kind_name(char kind);
char journal_kind_letter(struct str name);

static inline struct str digest_bytes(const struct digest *digest) {
    return (struct str){(const char *)digest->bytes, sizeof digest->bytes};
}

#endif
