/* sheet_cell.h - what stands in each cell of a list's tables: the inverse of how read/import*.c reads them. */
#ifndef SAY_SHEET_CELL_H
#define SAY_SHEET_CELL_H

#include <base/buf.h>
#include <model/list.h>
#include <model/list_table.h>

/* Rows of a table; items of a kind are counted by `kind`. */
size_t sheet_cell_rows(const struct list *list, enum table_id table);

/* Whether a row is in force on a day (DAY_NONE: any) and belongs to the table. */
bool sheet_cell_holds(const struct list *list, enum table_id table, size_t row, int32_t as_of);

/* Appends the text of a cell; nothing when the list does not say it. */
void sheet_cell_put(struct buf *out, const struct list *list, enum table_id table, size_t row, size_t column);

#endif
