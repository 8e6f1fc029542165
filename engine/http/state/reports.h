/* reports.h - finished audits, kept until the ledger, the rules or the day is another.
 *
 * A reader must believe: a report stands under all that it depends on, the head of the ledger and the edition of the engine
 * among it, so what is found is what would be made now; those used least lately make room.
 */
#ifndef HTTP_REPORTS_H
#define HTTP_REPORTS_H

#include <base/buf.h>
#include <quanze.h>

#define REPORTS_KEPT 16
#define REPORTS_BYTES (16 * 1024 * 1024) /* of all; one that is larger is not kept */

struct reports;

struct reports *reports_open(void);
void reports_close(struct reports *reports);

/* Appends the report of that key; false when it is not there. */
bool reports_find(struct reports *reports, struct str key, struct buf *out);

/* Whether it is there. */
bool reports_have(struct reports *reports, struct str key);

/* Keeps a copy, where there is room for it. */
void reports_keep(struct reports *reports, struct str key, struct str bytes);

#endif
