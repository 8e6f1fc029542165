/* request.h - what the door checks of every request, and how a page leaves it. */
#ifndef DOOR_REQUEST_H
#define DOOR_REQUEST_H

#include <base/buf.h>
#include <base/error.h>

/* Parses YYYY-MM-DD; NULL gives DAY_NONE. `name` is what the request calls it, for the error (QUANZE_USAGE). */
quanze_status request_day(const char *text, const char *name, int32_t *out, struct quanze_error *error);

/* A set of formats, and whether one asked for is in it (QUANZE_USAGE, with what could be asked for). */
#define FORMAT_BIT(format) (1u << (format))
quanze_status request_format(quanze_format format, unsigned allowed, struct quanze_error *error);

/* Whether to go on: QUANZE_USAGE when the patience is over. */
quanze_status request_goes_on(const struct quanze_patience *patience, struct quanze_error *error);

/* Hands all bytes to the sink: QUANZE_IO when it refuses, QUANZE_INTERNAL when the page ran out of memory. */
quanze_status request_send(struct quanze_sink sink, const struct buf *page, struct quanze_error *error);

/* Of a ledger without tasks, or whose tasks have no date: QUANZE_NO_INPUT. */
quanze_status request_no_tasks(struct quanze_error *error);

#endif
