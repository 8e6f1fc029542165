/* list_import.h - what became of the tables that a duty list was imported from: told to whoever has to check it.
 *
 * A reader must believe: every row that gave nothing stands here with its reason. Texts and arrays live in the import's arena.
 */
#ifndef MODEL_LIST_IMPORT_H
#define MODEL_LIST_IMPORT_H

#include <base/str.h>

/* Kinds of items that a table can hold: those of ITEM_KIND, and behind them those of VILLAGE_KIND. */
enum { IMPORT_VILLAGES = 3, IMPORT_KINDS = 6 };

/* A row that gave nothing. */
struct import_skip {
    const char *file;
    struct str table;  /* name of the worksheet, or "" */
    unsigned row;      /* from 1, as in the file */
    struct str zh, en; /* why */
};

/* What one column was taken for; `key` is that of quanze/list/1, "number" for one that counts, "" for one that is not read. */
struct import_column_guess {
    struct str head, key;
};

/* One table of items: where its heads stand and what was made of them. */
struct import_table {
    const char *file;
    struct str table;
    unsigned row;
    int kind;          /* below IMPORT_KINDS */
    struct str zh, en; /* why that kind */
    struct import_column_guess *columns;
    size_t column_count;
    size_t items; /* made of it */
};

/* A word of the list's head that nobody gave, and what was taken for it. */
struct import_note {
    struct str zh, en;
};

struct import_report {
    size_t items[IMPORT_KINDS];
    struct import_skip *skipped;
    size_t skipped_count, skipped_capacity;
    struct import_table *tables;
    size_t table_count, table_capacity;
    struct import_note notes[8];
    size_t note_count;
};

#endif
