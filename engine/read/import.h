/* import.h - published tables of duties to a duty list.
 *
 * A reader must believe: every row of a table becomes an item, part of the item above it, the field of the items below it, or
 * is told in the report with the reason why it was skipped; what each column was taken for is told too. This engine's own
 * export is read back as it was written.
 */
#ifndef READ_IMPORT_H
#define READ_IMPORT_H

#include <model/list.h>
#include <read/sheet.h>

/* Texts may be NULL: they are then taken from the tables, and told as guesses. */
struct import_request {
    const char *const *paths;
    size_t path_count;
    const char *id, *title, *county;
    int32_t valid_from; /* DAY_NONE: as the tables say, else `today` */
    int32_t today;
};

/* A row that gave nothing. Texts live in the import's arena. */
struct import_skip {
    const char *file;
    struct str table; /* name of the worksheet or ""  */
    unsigned row;
    struct str zh, en; /* why */
};

/* What one column was taken for; `key` is "" for one that is not read. */
struct import_column_guess {
    struct str head, key;
};

/* One table: where its heads stand and what was made of them. */
struct import_table {
    const char *file;
    struct str table;
    unsigned row;
    int kind;          /* index into ITEM_KIND */
    struct str zh, en; /* why that kind */
    struct import_column_guess *columns;
    size_t column_count;
    size_t items; /* made of it */
};

/* A word of the list's head that was not given. */
struct import_note {
    struct str zh, en;
};

struct import_report {
    size_t items[3]; /* by kind */
    struct import_skip *skipped;
    size_t skipped_count, skipped_capacity;
    struct import_table *tables;
    size_t table_count, table_capacity;
    struct import_note notes[8];
    size_t note_count;
};

/* Reads the tables of all files into one frozen list. `out` and `report` are zero-initialised; the report lives in `arena`;
 * `out` must be freed even after an error. Errors: those of sheet_read; QUANZE_BAD_DATA when no item was found, or a cell does
 * not hold what its column asks, which is then in `problems`. */
quanze_status import_list(const struct import_request *request, struct arena *arena, struct list *out,
                          struct import_report *report, struct problems *problems, struct quanze_error *error);

#endif
