/* audit_html.h - the report of an audit as one page of HTML.
 *
 * A reader must believe: the page is whole in itself and fetches nothing; every figure that has tasks leads to them, and each
 * task to the rules that it did not meet; it prints without the lists of tasks behind the figures.
 */
#ifndef SAY_AUDIT_HTML_H
#define SAY_AUDIT_HTML_H

#include <audit/audit.h>
#include <base/buf.h>

struct audit_html {
    quanze_language language;
    quanze_format form; /* QUANZE_FORMAT_HTML or QUANZE_FORMAT_HTML_PART */
    struct str link;    /* the address of a task without its id; empty: tasks lead nowhere */
};

/* QUANZE_INTERNAL when memory ran out. */
quanze_status say_audit_html(struct buf *out, const struct audit_report *report, const struct audit_html *asked,
                             struct quanze_error *error);

#endif
