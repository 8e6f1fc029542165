/* audit_csv.h - the indicators of an audit as a table: a row for each figure of county, department and township. */
#ifndef SAY_AUDIT_CSV_H
#define SAY_AUDIT_CSV_H

#include <audit/audit.h>
#include <base/buf.h>

void say_audit_csv(struct buf *out, const struct audit_report *report, quanze_language language);

#endif
