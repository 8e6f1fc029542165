/* tables.h - tables written row by row, cell by cell: all of them as sheets of a workbook, or one of them as CSV.
 *
 * A reader must believe: who writes tables does not know where they go; the cells of all tables are made in either case.
 */
#ifndef SAY_TABLES_H
#define SAY_TABLES_H

#include <base/buf.h>
#include <say/excel.h>

/* Either `excel` is there, or `csv` and the name of the table that is `wanted`. All are borrowed. */
struct tables {
    struct excel *excel;
    struct buf *csv;
    struct str wanted;
    size_t heads, cells;   /* of its head, and of the line under way */
    bool is_wanted, later; /* of the table under way; a cell of the line came before */
};

/* Begins the table `name`; `title`, NUL-ended, is what its sheet is called (see excel_sheet). */
void tables_begin(struct tables *tables, struct str name, const char *title);

/* The next cell of the head, and the width of its column in characters. */
void tables_head(struct tables *tables, struct str text, double width);

/* Begins the next row; cells follow from the left, and may be fewer than those of the head. */
void tables_row(struct tables *tables);
void tables_text(struct tables *tables, struct str text);
void tables_number(struct tables *tables, int64_t number, unsigned digits);

/* Ends the table. */
void tables_end(struct tables *tables);

#endif
