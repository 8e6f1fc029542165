/* cell.h - what stands in one column of a row, and the fingerprint of rows.
 *
 * A reader must believe: the fingerprint covers kind, length and bytes of every cell, so no two different rows give the same
 * bytes to it.
 */
#ifndef LEDGER_CELL_H
#define LEDGER_CELL_H

#include <base/fingerprint.h>

enum cell_kind { CELL_NULL, CELL_INTEGER, CELL_TEXT, CELL_BLOB };

struct cell {
    enum cell_kind kind;
    int64_t number;
    struct str bytes; /* borrowed */
};

static inline struct cell cell_integer(int64_t number) { return (struct cell){CELL_INTEGER, number, {0}}; }
static inline struct cell cell_text(struct str text) { return (struct cell){CELL_TEXT, 0, text}; }
static inline struct cell cell_blob(struct str bytes) { return (struct cell){CELL_BLOB, 0, bytes}; }

/* NULL for the empty text, and for DAY_NONE or any other number that stands for none. */
struct cell cell_text_or_null(struct str text);
struct cell cell_integer_or_null(int64_t number, int64_t none);

/* How many cells there are without the last where that is NULL: a column that came later, and that rows from before do not
 * have. */
size_t cell_count_filled(const struct cell *cells, size_t count);

/* Adds a row: the letter of its table, its cells. */
void cell_add_row(struct fingerprint_state *state, char table, const struct cell *cells, size_t count);

#endif
