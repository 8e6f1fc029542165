/* excel.h - an .xlsx excel, written sheet by sheet, row by row, cell by cell. The only file with libxlsxwriter's header is
 * excel.c.
 *
 * A reader must believe: the same cells give the same bytes (the file is as old as the day it is given); what goes wrong on the
 * way is kept and told when the workbook is closed; the head of each sheet stands still while the rows below are read. The
 * library writes to a file of its own in the folder for such files, which is gone afterwards.
 */
#ifndef SAY_EXCEL_H
#define SAY_EXCEL_H

#include <base/arena.h>
#include <base/error.h>

struct excel;

/* `day`: the day that the file names as that of its making. */
quanze_status excel_open(int32_t day, struct excel **out, struct quanze_error *error);

/* Begins the next sheet; its name, NUL-ended, is at most 31 characters without []:*?/\ and differs from all before. */
void excel_sheet(struct excel *excel, const char *name);

/* The next cell of the head, and the width of its column in characters. */
void excel_head(struct excel *excel, struct str text, double width);

/* Begins the next row; cells follow from the left. */
void excel_row(struct excel *excel);

/* The next cell of the row: text as it stands (an empty one stays empty), or `number` / 10^`digits`. */
void excel_text(struct excel *excel, struct str text);
void excel_number(struct excel *excel, int64_t number, unsigned digits);

/* The rows of the current sheet can be filtered by its head. Called once its rows are written. */
void excel_filter(struct excel *excel);

/* The bytes, in the arena; frees the workbook in any case. QUANZE_BAD_DATA when a text is longer than a cell can hold,
 * QUANZE_IO when the file cannot be written, QUANZE_INTERNAL. */
quanze_status excel_close(struct excel *excel, struct arena *arena, struct str *out, struct quanze_error *error);

#endif
