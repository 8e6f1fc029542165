/* waiving.h - a waiver proposed and decided, for a page or the API. */
#ifndef HTTP_WAIVING_H
#define HTTP_WAIVING_H

#include <http/call.h>
#include <http/deed/waivers.h>

/* Keeps the caller's proposal: rule, department, township, reason, valid_from, valid_to. `id` is what it is known by. Errors as
 * of waivers_propose; QUANZE_NO_INPUT with the near miss: there is no such rule; QUANZE_BAD_DATA: the list would not take it.
 */
quanze_status waiving_propose(struct call *call, const struct fields *fields, char id[WAIVER_ID_BYTES],
                              struct quanze_error *error);

/* The caller's step with the waiver that the path names; the engine then has what is in force. Errors as of waivers_step;
 * QUANZE_BAD_DATA: the list does not take it, and why. */
quanze_status waiving_step(struct call *call, enum waiver_what what, struct quanze_error *error);

#endif
