/* guard.h - before anything is answered: which route, who asks, may they, is it really they.
 *
 * A reader must believe: a route's row alone decides who gets through; a form without the token of its session changes nothing;
 * a page of another site can make a browser send nothing here.
 */
#ifndef HTTP_GUARD_H
#define HTTP_GUARD_H

#include <http/call.h>
#include <http/wire/server.h>

#define SESSION_COOKIE "quanze"
#define LANGUAGE_COOKIE "quanze_lang"

/* Fills the call from the request's header, and the plan. Where it does not get through, the reply is there. */
void guard_plan(struct call *call, struct server_plan *out);

/* With the body: reads the form and looks at its token. False: the reply is there. */
bool guard_form(struct call *call);

#endif
