/* answer.h - from a request to its reply: guard, route, answer, count, log. */
#ifndef HTTP_ANSWER_H
#define HTTP_ANSWER_H

#include <http/state/app.h>
#include <http/wire/server.h>

/* The hooks of a server that answers for this app. */
struct server_hooks answer_hooks(struct app *app);

#endif
