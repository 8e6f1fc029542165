/* standing.h - where each task stands, kept while rows are added.
 *
 * A reader must believe: what stands in `standing` is what `standing_anew` counts from the rows, at every end of a transaction.
 */
#ifndef LEDGER_STANDING_H
#define LEDGER_STANDING_H

#include <ledger/inside.h>
#include <ledger/ledger.h>

/* A task was added as row `task`; `before` is the version before it, 0: its id is new. */
struct standing_task {
    int64_t task, before;
    struct cell id, issuer, due_at, item; /* borrowed for the call */
};

quanze_status standing_add_task(struct ledger *ledger, const struct standing_task *added, struct quanze_error *error);

/* A decision was added to a task as row `seq`. */
quanze_status standing_add_decision(struct ledger *ledger, int64_t task, int64_t seq, const struct ledger_decision *decision,
                                    struct quanze_error *error);

/* A move was added to the latest version of a task. */
quanze_status standing_add_move(struct ledger *ledger, int64_t task, struct quanze_error *error);

#endif
