/* log.h - one line of JSON for each request, and for what else happens.
 *
 * A reader must believe: no name, address, path or content of a request is ever in it; only the route's pattern, the role, the
 * status and the time it took.
 */
#ifndef HTTP_LOG_H
#define HTTP_LOG_H

#include <http/call.h>

/* `call` NULL: the request came to nothing before its route was known. */
void log_request(const struct call *call, unsigned status, uint64_t wait_us);

/* An event of the server itself: "started", "reloaded", "audit prepared", "proofs not prepared", "stopped". `detail` may be
 * NULL. */
void log_event(const char *event, const char *detail);

#endif
