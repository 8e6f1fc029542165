/* touched.h - which tasks of a ledger a change of the list touches.
 *
 * A reader must believe: what has come to its end is touched by nothing; a task is touched where the item that it falls under,
 * by the earlier or the later list, was changed, or where a power that it or its item needs was given or taken back. Items are
 * found as in screening.
 */
#ifndef DOOR_TOUCHED_H
#define DOOR_TOUCHED_H

#include <door/ledger/ledger.h>
#include <model/list_diff.h>

/* Two engines with their lists, on their days. */
struct touched_world {
    const struct quanze *before, *after;
    int32_t day_before, day_after;
};

/* Goes through all open tasks of the ledger, where the change can touch any; else none is looked at. `out` lives in the arena.
 */
quanze_status touched_find(const struct touched_world *world, const struct list_diff *diff, struct ledger *ledger,
                           struct arena *arena, struct list_touched *out, struct quanze_error *error);

#endif
