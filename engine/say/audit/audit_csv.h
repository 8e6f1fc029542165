/* audit_csv.h - a table of an audit as CSV.
 *
 * The indicators, a row for each figure of county, department and township, have heads for programs; the other tables are those
 * of the workbook.
 */
#ifndef SAY_AUDIT_CSV_H
#define SAY_AUDIT_CSV_H

#include <say/audit/audit_tables.h>

/* False when memory ran out. */
bool say_audit_csv(struct buf *out, const struct audit_report *report, enum audit_table table, quanze_language language);

#endif
