/* csv.h - one CSV record to cells. The only file with libcsv's csv.h is csv.c. */
#ifndef READ_CSV_H
#define READ_CSV_H

#include <base/problem.h>

struct cells {
    struct str *at; /* in the arena; an empty cell is the empty str */
    size_t count;
};

/* Reads one record, line breaks in quoted cells included. `line` is where it starts; a problem's column is the number of its
 * cell. Not UTF-8, NUL, stray quotes, and more cells than QUANZE_MAX_ELEMENTS are problems; false then. */
bool csv_read_cells(struct str record, struct place place, struct arena *arena, struct cells *out, struct problems *problems);

/* Where a record stands while its lines are gathered. */
enum csv_state { CSV_CELL_START, CSV_PLAIN, CSV_QUOTED, CSV_QUOTE_CLOSED };

/* The state behind a line, given the one before it. CSV_QUOTED: the record goes on in the next line. A stray quote never
 * opens a cell, so that a broken record does not swallow its neighbours. */
enum csv_state csv_scan_line(struct str line, enum csv_state state);

/* Whether a record is nothing but separators, as spreadsheets leave at their end. */
bool csv_is_blank(struct str record);

#endif
