/* sheet.h - tables of published lists as grids of cells, whatever file they stand in.
 *
 * A reader must believe: merged cells are resolved, so that every cell has the text that a person sees there; rows without
 * any text are left out, but numbers of rows are those of the file; texts are valid UTF-8 without control characters but line
 * breaks; cells that a worksheet shows as a day or time read 2026-11-22 or 2026-11-22T09:30. Everything lives in the arena it
 * was read into.
 */
#ifndef READ_SHEET_H
#define READ_SHEET_H

#include <base/arena.h>
#include <base/error.h>
#include <base/file.h>

/* Columns kept of a row; a published list has 4 to 8, this engine's own export 20. */
#define SHEET_MAX_COLUMNS 64

enum sheet_cover { SHEET_OWN, SHEET_FROM_LEFT, SHEET_FROM_ABOVE };

struct sheet_cell {
    struct str text;        /* trimmed; empty when there is none */
    enum sheet_cover cover; /* where the text of a merged cell comes from */
};

struct sheet_row {
    unsigned number; /* from 1: the row of a worksheet, the line of a CSV file, the row of another table */
    size_t count;
    struct sheet_cell *cells;
};

struct sheet {
    const char *file;
    struct str name;  /* of a worksheet; "表 2" for the second of several other tables; "" for the only one */
    struct str title; /* what stands before it: the end of the text between the table before and this one */
    size_t count;
    struct sheet_row *rows;
    int32_t day_zero; /* of a worksheet: the day that its numbers of days are counted from; else 0 */
};

struct sheets {
    size_t count;
    struct sheet *at;
};

/* Reads all tables of a file: .xlsx, .docx, HTML or CSV, by its bytes. Hidden worksheets are left out. Path and bytes must
 * outlive the sheets. Errors: QUANZE_NO_INPUT, QUANZE_IO, QUANZE_INTERNAL; QUANZE_BAD_DATA (what cannot be read says how to
 * convert it; damaged; larger than the limits; no table in it). */
quanze_status sheet_read(const struct file_source *from, struct arena *arena, struct sheets *out, struct quanze_error *error);

#endif
