/* feed.h - rows on their way into their tables: gathered within a transaction, then written table by table.
 *
 * A reader must believe:
 *   - one statement writes all rows of a table, so that its place in the tree is found once and not for each row;
 *   - whatever else is asked of the ledger sees these rows: statement_take writes them first, and so does the commit.
 */
#ifndef LEDGER_FEED_H
#define LEDGER_FEED_H

#include <base/arena.h>
#include <ledger/inside.h>

/* Tables in the order in which they are written: a row stands before those that name it. */
enum feed_table {
    FEED_JOURNAL,
    FEED_TASKS,
    FEED_TOWNSHIPS,
    FEED_FORMS,
    FEED_DECISIONS,
    FEED_FINDINGS,
    FEED_STANDING,
    FEED_ROLLED,
    FEED_TABLES
};

struct feed_rows {
    size_t width, count, capacity; /* cells of a row; rows; cells that there is room for */
    struct cell *cells;
};

struct feed {
    struct arena arena; /* texts of the cells */
    struct feed_rows tables[FEED_TABLES];
    size_t bytes;
    uint64_t *ids; /* hashes of the ids of tasks; 0 = free */
    size_t id_room, id_count;
};

/* Lets the statements of this connection read what was gathered; once for a connection. */
quanze_status feed_prepare(struct ledger *ledger, struct quanze_error *error);

/* Adds a row; its cells are copied. */
quanze_status feed_add(struct ledger *ledger, enum feed_table table, const struct cell *cells, size_t count,
                       struct quanze_error *error);

/* Whether one of the tasks that wait may have that id. */
bool feed_may_have_id(const struct feed *feed, struct str id);

/* The cells of the last row of a table, to be changed; NULL: there is none. New texts must be literals. */
struct cell *feed_last(struct feed *feed, enum feed_table table);

/* Writes all of it; within a transaction. */
quanze_status feed_write(struct ledger *ledger, struct quanze_error *error);

/* Nothing of it is to be written; and gives back its memory. */
void feed_forget(struct feed *feed);
void feed_free(struct feed *feed);

#endif
