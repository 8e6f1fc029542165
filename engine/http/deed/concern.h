/* concern.h - whose task it is: a township sees what it received, a department what it sent. */
#ifndef HTTP_CONCERN_H
#define HTTP_CONCERN_H

#include <http/call.h>

/* Whether the caller may see the task; the ledger is then open, for writing if asked. Otherwise the reply is there: a task of
 * others is told like one that is not there. */
bool concern_may_see(struct call *call, const char *id, bool write);

/* The side of the tasks that the caller is bound to; NONE: it may see all. */
quanze_side concern_side_of(const struct call *call);

#endif
