/* concern.h - whose task it is: who sent it, who received it. */
#ifndef DOOR_CONCERN_H
#define DOOR_CONCERN_H

#include <base/problem.h>
#include <door/door.h>

struct ledger;

/* Which side of a task an office is on; departments of the list are known by their aliases, too. `list` may be NULL. */
quanze_side concern_side(struct str office, struct str issuer, const struct str *townships, size_t township_count,
                         const struct list *list);

/* The same of a task that was read. */
quanze_side concern_of_task(struct str office, const struct task *task, const struct list *list);

/* With an `office` (else NULL): QUANZE_BAD_DATA and a problem unless it sends or receives the task. */
quanze_status concern_require(const char *office, const struct task *task, const struct list *list, struct place place,
                              struct problems *problems);

/* With an `office` (else NULL): QUANZE_BAD_DATA where the ledger has a task of that id which the office neither sent nor
 * received. An id belongs to whose task it names: a version by others would take the task from them, and show them what was
 * kept of it. */
quanze_status concern_require_id(const char *office, struct ledger *ledger, const struct list *list, struct str id,
                                 struct quanze_error *error);

#endif
