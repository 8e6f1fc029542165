/* serve.h - the whole server, from start to stop. */
#ifndef HTTP_SERVE_H
#define HTTP_SERVE_H

#include <http/state/app.h>

/* Serves until SIGTERM or SIGINT; SIGHUP reads lists, rules and accounts again. `check`: only opens everything and closes it
 * again. `ready` is called with the address once it listens. */
quanze_status serve_run(const struct app_options *options, bool check, void (*ready)(void *payload, const char *address),
                        struct quanze_error *error);

#endif
