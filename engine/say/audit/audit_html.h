/* audit_html.h - the report of an audit as one page of HTML.
 *
 * A reader must believe: the page is whole in itself and fetches nothing; every figure that has tasks leads to them, and each
 * task to the rules that it did not meet; it prints without the lists of tasks behind the figures.
 */
#ifndef SAY_AUDIT_HTML_H
#define SAY_AUDIT_HTML_H

#include <audit/audit.h>
#include <base/buf.h>

/* `form`: QUANZE_FORMAT_HTML or QUANZE_FORMAT_HTML_PART. QUANZE_INTERNAL when memory ran out. */
quanze_status say_audit_html(struct buf *out, const struct audit_report *report, quanze_language language, quanze_format form,
                             struct quanze_error *error);

#endif
