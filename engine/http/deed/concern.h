/* concern.h - whose task it is: a township sees what it received, a department what it sent. */
#ifndef HTTP_CONCERN_H
#define HTTP_CONCERN_H

#include <http/call.h>

/* Whether the caller may see the task; the ledger is then open, for writing if asked. Otherwise the reply is there: a task of
 * others is told like one that is not there. */
bool concern_may_see(struct call *call, const char *id, bool write);

/* Whether the caller judges the tasks of all: gatekeeper and auditor. */
bool concern_sees_all(const struct call *call);

/* Whether the open tasks that a change of the list touches are told to the caller: to those who see them all, where they are
 * asked for by `tasks`, or `usual` when that does not say. The ledger is then open. False: the reply tells, or the request
 * waits for its turn among those that take long. */
bool concern_touched(struct call *call, bool usual);

/* The side of the tasks that the caller is bound to; NONE: it may see all. */
quanze_side concern_side_of(const struct call *call);

#endif
