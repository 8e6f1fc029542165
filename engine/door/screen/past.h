/* past.h - earlier tasks in memory, as a keeper of the past (model/history.h).
 *
 * A reader must believe: a past never changes once open, so any number of threads may ask it; a task that says neither
 * townships nor any date is kept for nobody; a task is never its own past, told by its id.
 */
#ifndef DOOR_PAST_H
#define DOOR_PAST_H

#include <base/problem.h>
#include <model/history.h>
#include <quanze.h>

struct past;

/* Whether a request brings a past of its own. */
bool past_is_asked(const struct quanze_screen_request *request);

/* Reads the history of a request. Everything wrong with it goes to the reporter, and the status is then QUANZE_BAD_DATA: half a
 * past would be a wrong one. Bodies that the list knows are told by it, whatever name they go by; the list is borrowed
 * until close. QUANZE_NO_INPUT, QUANZE_IO and QUANZE_INTERNAL as usual. */
quanze_status past_open(const struct quanze_screen_request *request, const struct list *list, struct past **out,
                        struct quanze_error *error);

/* NULL is allowed. */
void past_close(struct past *past);

/* The past as rules ask it; borrowed until close. */
struct history past_history(struct past *past);

#endif
