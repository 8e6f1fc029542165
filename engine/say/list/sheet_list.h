/* sheet_list.h - a duty list as a workbook that Excel users edit and that `list import` reads back.
 *
 * A reader must believe: everything that a list says stands in some cell (model/list_table.h has the columns); columns that the
 * published tables do not have are left out where no item says anything; the same list gives the same bytes.
 */
#ifndef SAY_SHEET_LIST_H
#define SAY_SHEET_LIST_H

#include <base/error.h>
#include <model/list.h>

/* The workbook's bytes, in the arena. `as_of` DAY_NONE: every item; else those in force that day. Errors as for excel_close. */
quanze_status say_list_sheet(const struct list *list, int32_t as_of, struct arena *arena, struct str *out,
                             struct quanze_error *error);

#endif
