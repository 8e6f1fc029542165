/* village.h - which item of the villages' own list a task speaks of.
 *
 * A reader must believe: only a task that is to be passed on to villages is looked at; an item is told only where title and
 * text agree on which side of the list the matter stands (for villages, or not for them), and nothing on the other side comes
 * near; an item that is for villages, only where the task asks for the matter and not for forms, figures or apps about it. All
 * else is not clear, and stays unknown.
 */
#ifndef DOOR_VILLAGE_H
#define DOOR_VILLAGE_H

#include <door/door.h>

/* `*out` is the item, or stays as it is. QUANZE_INTERNAL when memory ran out. */
quanze_status village_find(const struct quanze *engine, const struct task *task, int32_t day, const struct item **out,
                           struct quanze_error *error);

#endif
