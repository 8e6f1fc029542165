/* moving.h - a task moved by a form or the API: the caller's own office and name stand behind it. */
#ifndef HTTP_MOVING_H
#define HTTP_MOVING_H

#include <http/call.h>

/* Moves the task `id` as the fields say (state, why, ground, basis, until, letter; of the API also approval_token). The ledger
 * is open for writing. QUANZE_BAD_DATA: the fields could never be a move; QUANZE_USAGE tells what stands against this one. */
quanze_status moving_run(struct call *call, const char *id, const struct fields *fields, quanze_format format,
                         struct quanze_sink sink, struct quanze_error *error);

#endif
