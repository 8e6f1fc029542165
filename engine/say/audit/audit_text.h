/* audit_text.h - an audit on one screen: what was sent, what is red, who, and what to look at first. */
#ifndef SAY_AUDIT_TEXT_H
#define SAY_AUDIT_TEXT_H

#include <audit/audit.h>
#include <base/buf.h>

void say_audit_text(struct buf *out, const struct audit_report *report, quanze_language language, bool colour);

#endif
