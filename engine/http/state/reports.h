/* reports.h - finished audits, kept until the ledger, the rules or the day makes them others.
 *
 * A reader must believe: a report stands under all that was asked for, and beside what it stood on when it was made; it is
 * found only for what it stands on now, so what is found is what would be made. Those used least lately make room.
 */
#ifndef HTTP_REPORTS_H
#define HTTP_REPORTS_H

#include <base/buf.h>
#include <quanze.h>

#define REPORTS_KEPT 64
#define REPORTS_BYTES (12 * 1024 * 1024) /* of all, squeezed; one that is larger is not kept */

struct reports;

struct reports *reports_open(void);
void reports_close(struct reports *reports);

/* What the report of that key stands on; false when it is not there. */
bool reports_made(struct reports *reports, struct str key, struct quanze_audit_made *out);

/* Says that it stands on `now`, unless it no longer stands on `then`. */
void reports_move(struct reports *reports, struct str key, const struct quanze_audit_made *then,
                  const struct quanze_audit_made *now);

/* Appends the report of that key that stands on `made`; false when it is not there. */
bool reports_find(struct reports *reports, struct str key, const struct quanze_audit_made *made, struct buf *out);

/* Keeps a copy, where there is room for it. */
void reports_keep(struct reports *reports, struct str key, const struct quanze_audit_made *made, struct str bytes);

/* Whether little room is left: more can be kept, but others may soon have to go for it. */
bool reports_are_many(struct reports *reports);

/* Forgets all: those of other rules are never asked for again. */
void reports_clear(struct reports *reports);

#endif
