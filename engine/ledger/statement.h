/* statement.h - every SQL statement of the ledger, and how values go in and come out.
 *
 * A reader must believe: a statement is prepared once a connection, bound, never pasted together; columns are read by name.
 */
#ifndef LEDGER_STATEMENT_H
#define LEDGER_STATEMENT_H

#include <base/arena.h>
#include <ledger/cell.h>
#include <ledger/inside.h>

enum statement {
    STATEMENT_BEGIN,
    STATEMENT_BEGIN_READING,
    STATEMENT_MOMENT,
    STATEMENT_COMMIT,
    STATEMENT_ROLLBACK,
    STATEMENT_HEAD,
    STATEMENT_ADD_JOURNAL,
    STATEMENT_ADD_TASK,
    STATEMENT_ADD_TOWNSHIP,
    STATEMENT_ADD_FORM,
    STATEMENT_ADD_VERSIONS,
    STATEMENT_ADD_DECISION,
    STATEMENT_ADD_FINDING,
    STATEMENT_ADD_MOVE,
    STATEMENT_ADD_WAIVER,
    STATEMENT_ADD_COMPLAINT,
    STATEMENT_ADD_SEAL,
    STATEMENT_ADD_ANSWER,
    STATEMENT_ADD_CORRECTION,
    STATEMENT_ADD_STEP,
    STATEMENT_ADD_WORD,
    STATEMENT_FIND_TASK,
    STATEMENT_FIND_VERSIONS,
    STATEMENT_FIND_DECISION,
    STATEMENT_FIND_WAIVER,
    STATEMENT_NTH_COMPLAINT,
    STATEMENT_SAID_COMPLAINT,
    STATEMENT_NTH_CORRECTION,
    STATEMENT_NUMBER_CORRECTION,
    STATEMENT_FIND_CORRECTION,
    STATEMENT_CASE_TASK,
    STATEMENT_CASE_TOWNSHIPS,
    STATEMENT_CASE_DECISION,
    STATEMENT_CASE_GROUNDS,
    STATEMENT_CASE_STATE,
    STATEMENT_CASE_WAS,
    STATEMENT_CASE_EXTENDED,
    STATEMENT_NEAR_IDS,
    STATEMENT_DUE,
    STATEMENT_LOG,
    STATEMENT_LOG_NEWEST,
    STATEMENT_LOG_OF,
    STATEMENT_STORY_TASKS,
    STATEMENT_STORY_DECISIONS,
    STATEMENT_STORY_FINDINGS,
    STATEMENT_STORY_MOVES,
    STATEMENT_EXPORT,
    STATEMENT_RECORD_DECISIONS,
    STATEMENT_RECORD_FINDINGS,
    STATEMENT_RECORD_MOVES,
    STATEMENT_RECORD_WAIVERS,
    STATEMENT_RECORD_COMPLAINTS,
    STATEMENT_RECORD_ANSWERS,
    STATEMENT_RECORD_CORRECTIONS,
    STATEMENT_RECORD_STEPS,
    STATEMENT_RECORD_SEALS,
    STATEMENT_SEALS,
    STATEMENT_UNSEALED,
    STATEMENT_FIND_ISSUER,
    STATEMENT_TASKS,
    STATEMENT_TASKS_IN,
    STATEMENT_TASKS_IN_STATES,
    STATEMENT_TASKS_ON,
    STATEMENT_TASKS_TO,
    STATEMENT_TASKS_OF,
    STATEMENT_TASKS_RUNNING,
    STATEMENT_TASKS_OVER,
    STATEMENT_TASKS_UNENDING,
    STATEMENT_TASKS_ON_BY_DUE,
    STATEMENT_TASKS_TO_BY_DUE,
    STATEMENT_TASKS_OF_BY_DUE,
    STATEMENT_TASKS_IN_BY_DUE,
    STATEMENT_MANY_ON,
    STATEMENT_MANY_IN_STATES,
    STATEMENT_MANY_OF,
    STATEMENT_MANY_TO,
    STATEMENT_DUE_OF_TASK,
    STATEMENT_TASK_LINE,
    STATEMENT_COMPLAINTS,
    STATEMENT_COMPLAINT_LINE,
    STATEMENT_CORRECTIONS,
    STATEMENT_MONTH_HEAD,
    STATEMENT_HISTORY_TOPIC,
    STATEMENT_HISTORY_FORM,
    STATEMENT_HISTORY_ASSESSMENTS,
    STATEMENT_HISTORY_VISITS,
    STATEMENT_HISTORY_MEETINGS,
    STATEMENT_KEPT_ASSESSMENTS, /* these as the three before */
    STATEMENT_KEPT_VISITS,
    STATEMENT_KEPT_MEETINGS,
    STATEMENT_KEPT_MOVES,
    STATEMENT_SEEN_TOPICS,
    STATEMENT_SEEN_FORMS,
    STATEMENT_STAND,
    STATEMENT_STAND_ANEW,
    STATEMENT_FIND_ROLLED,
    STATEMENT_ADD_ROLLED,
    STATEMENT_DROP_ROLLED,
    STATEMENT_FIND_SUMS,
    STATEMENT_PUT_SUMS,
    STATEMENT_SUMS,
    STATEMENT_MONTH_TASKS,
    STATEMENT_FACTS,
    STATEMENT_OTHER_MINUTE,
    STATEMENT_MONTH_ROWS,
    STATEMENT_DECIDED,
    STATEMENT_RECORD,
    STATEMENT_ENDED,
    STATEMENT_REFUSED,
    STATEMENT_UNDATED,
    STATEMENT_DAYS,
    STATEMENT_MONTHS_CHANGED,
    STATEMENT_ROW_OF,
    STATEMENT_CUT,
    STATEMENT_CHECK_FILE,
    STATEMENT_FIND_ONCE,
    STATEMENT_ADD_ONCE,
    STATEMENT_FORGET_ONCE,
    STATEMENT_ALL_JOURNAL,
    STATEMENT_ALL_TASKS,
    STATEMENT_ALL_TOWNSHIPS,
    STATEMENT_ALL_FORMS,
    STATEMENT_ALL_VERSIONS,
    STATEMENT_ALL_DECISIONS,
    STATEMENT_ALL_FINDINGS,
    STATEMENT_ALL_MOVES,
    STATEMENT_ALL_WAIVERS,
    STATEMENT_ALL_COMPLAINTS,
    STATEMENT_ALL_SEALS,
    STATEMENT_ALL_ANSWERS,
    STATEMENT_ALL_CORRECTIONS,
    STATEMENT_ALL_STEPS,
    STATEMENT_COUNT
};

/* A prepared statement, reset and unbound, that sees what is written; rows that wait in the feed it does not. */
quanze_status statement_ready(struct ledger *ledger, enum statement which, sqlite3_stmt **out, struct quanze_error *error);

/* The same, after the rows that wait are written. */
quanze_status statement_take(struct ledger *ledger, enum statement which, sqlite3_stmt **out, struct quanze_error *error);

/* Gives values to ?from, ?from+1 ... Bytes are borrowed until the statement is reset. */
void statement_bind(sqlite3_stmt *statement, int from, const struct cell *cells, size_t count);

/* The next row: `*row` false at the end. */
quanze_status statement_step(struct ledger *ledger, sqlite3_stmt *statement, bool *row, struct quanze_error *error);

/* Runs to the end and resets: for what gives no rows. */
quanze_status statement_finish(struct ledger *ledger, sqlite3_stmt *statement, struct quanze_error *error);

/* Takes, binds, finishes. */
quanze_status statement_run(struct ledger *ledger, enum statement which, const struct cell *cells, size_t count,
                            struct quanze_error *error);

/* Takes and binds from ?1. */
quanze_status statement_ask(struct ledger *ledger, enum statement which, const struct cell *cells, size_t count,
                            sqlite3_stmt **out, struct quanze_error *error);

#define PLAIN_CELLS 8

/* A row of a table that has nothing below it; `about` 0: about no other row. */
struct plain_row {
    char table;
    enum statement add;
    struct cell cells[PLAIN_CELLS]; /* without its number and what it is about */
    size_t count;
    int64_t about;
};

/* Fingerprints it, appends it to the chain and to its table. */
void plain_row_fingerprint(const struct plain_row *paper, struct digest *out);
quanze_status plain_row_add(struct ledger *ledger, const struct plain_row *paper, int64_t now, int64_t *seq,
                            struct quanze_error *error);

/* Rows that people number 1, 2, 3 in their order: the row of a number (0: there is none), and the number of a row. */
quanze_status plain_row_nth(struct ledger *ledger, enum statement which, int64_t number, int64_t *seq,
                            struct quanze_error *error);
quanze_status plain_row_number(struct ledger *ledger, enum statement which, int64_t seq, int64_t *number,
                               struct quanze_error *error);

/* The seal of the current row: false when a column has not the size that it should; and whether its signature is of its key. */
bool seal_take(sqlite3_stmt *statement, struct ledger_seal *out);
bool seal_is_signed(const struct ledger_seal *seal);

/* A column of the current row. A name that the statement does not give is a slip of the program: absent, like NULL; tests read
 * every column. Text is borrowed until the next step; `_kept` is copied into the arena, `at` NULL when memory ran out. */
struct cell statement_cell(sqlite3_stmt *statement, int column);
int statement_column(sqlite3_stmt *statement, const char *name);
int64_t statement_integer(sqlite3_stmt *statement, const char *name, int64_t when_null);
struct str statement_text(sqlite3_stmt *statement, const char *name);
struct str statement_kept(sqlite3_stmt *statement, const char *name, struct arena *arena);

#endif
