/* request.h - one HTTP request, taken apart once.
 *
 * A reader must believe: all texts live as long as the request; the path is decoded, valid UTF-8 and has no "." or ".." part,
 * and no file is ever opened by a name that came in one.
 */
#ifndef HTTP_REQUEST_H
#define HTTP_REQUEST_H

#include <base/buf.h>
#include <http/wire/fields.h>

enum method { METHOD_GET, METHOD_HEAD, METHOD_POST, METHOD_OTHER };

/* The headers that the pages and the API look at; empty where not sent. */
struct request_headers {
    struct str host, origin, cookie, authorization, content_type, accept, accept_language, idempotency_key, forwarded_for;
};

struct call;

struct request {
    struct arena arena;
    enum method method;
    struct str path;  /* "/v1/tasks/2023-xf-1207" */
    struct str query; /* as it was sent, behind the question mark */
    struct request_headers headers;
    struct buf body;
    struct fields fields; /* of the query */
    struct fields form;   /* of the body, once `request_read_form` was called */
    struct fields cookies;
    bool has_waited;   /* for its turn among those that take long */
    struct call *call; /* what answer.c makes of it */
    const char *peer;  /* address of the other end, for limits only; never stored */
};

/* Takes "/path?query" apart. QUANZE_BAD_DATA when the path is not one that this server could have given out. */
quanze_status request_read_target(struct request *request, struct str target, struct quanze_error *error);

enum method request_method(const char *name);

/* Whether the content type is this one, whatever its parameters. */
bool request_is_type(const struct request *request, const char *type);

/* Reads the body as a form of either kind. QUANZE_BAD_DATA: another content type, or a broken form. */
quanze_status request_read_form(struct request *request, struct quanze_error *error);

void request_free(struct request *request);

#endif
