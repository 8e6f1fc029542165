/* audit_excel.h - the report of an audit as a workbook: a sheet a table, filters on every head.
 *
 * A reader must believe: every number stands in a cell of its own as a number, money in yuan, shares in percent; what is not
 * known is said in words and never 0.
 */
#ifndef SAY_AUDIT_EXCEL_H
#define SAY_AUDIT_EXCEL_H

#include <audit/audit.h>

/* The workbook's bytes, in the arena. Errors as for excel_close. */
quanze_status say_audit_excel(const struct audit_report *report, quanze_language language, struct arena *arena, struct str *out,
                              struct quanze_error *error);

#endif
