/* audit_json.h - the report of an audit for programs.
 *
 * A reader must believe: it is contract section 7, "quanze/audit/1": sorted keys, the whole report, every figure with the ids
 * of its tasks; what is not known is null.
 */
#ifndef SAY_AUDIT_JSON_H
#define SAY_AUDIT_JSON_H

#include <audit/audit.h>
#include <base/buf.h>

void say_audit_json(struct buf *out, const struct audit_report *report, quanze_language language);

#endif
