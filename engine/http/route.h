/* route.h - the one table of routes: method, path, who may, what answers.
 *
 * A reader must believe: what is not in the table does not exist; a route is answered only for the roles in its row; no path of
 * the table or of a request is ever a file's.
 */
#ifndef HTTP_ROUTE_H
#define HTTP_ROUTE_H

#include <http/call.h>

enum {
    ROUTE_API = 1,     /* JSON; signed in by token; problems as problem+json */
    ROUTE_HEAVY = 2,   /* asks the ledger, hashes a password, or takes long for another reason */
    ROUTE_FORM = 4,    /* takes a form with the token of the session */
    ROUTE_WRITE = 8,   /* API: something is written; an Idempotency-Key counts */
    ROUTE_RECORD = 16, /* heavy when it is asked to ?record=true, for a proof, or with several files */
    ROUTE_LONG = 32,   /* works through the whole ledger, or many papers: one at a time */
    ROUTE_SECRET =
        64 /* tells what somebody signs in with, once: the answer is kept nowhere, and the ledger knows nothing of it */
};

#define ROUTE_ANYONE 0u /* as a set of roles: also who is not signed in */

struct route {
    enum method method;
    const char *path; /* parts in braces stand for any text */
    unsigned roles;
    unsigned traits;
    size_t max_body;
    void (*answer)(struct call *call);
};

const struct route *route_table(size_t *count);

/* The route of a path; what stands in its braces goes to `ids`. NULL: there is none, or (`*other_method`) only with another
 * method. */
const struct route *route_find(enum method method, struct str path, struct str ids[2], bool *other_method);

/* The methods that a path takes, as the header Allow names them. */
const char *route_methods(struct str path);

#endif
