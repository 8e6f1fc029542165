/* find.h - under which list item a task falls: what the sender claims, and what the text says. */
#ifndef DOOR_FIND_H
#define DOOR_FIND_H

#include <door/door.h>

/* A claimed item that is in the list and in force on `day` is taken (score 1000000: nobody had to guess); otherwise the
 * text decides, unless `no_match`. What the text alone points to is told in either case, so that a claim it contradicts
 * can be seen. QUANZE_INTERNAL when memory ran out. */
quanze_status find_item(const struct quanze *engine, struct match_scratch *scratch, const struct task *task, int32_t day,
                        bool no_match, struct found_item *out, struct quanze_error *error);

/* Adds the words of the text that a matched item was found by, in `arena`. QUANZE_INTERNAL when memory ran out. */
quanze_status find_words(const struct quanze *engine, struct match_scratch *scratch, const struct task *task, int32_t day,
                         struct arena *arena, struct found_item *found, struct quanze_error *error);

#endif
