/* kind.h - in which forms an answer can be sent: the API asks by the type that Accept names, a page by name. */
#ifndef HTTP_KIND_H
#define HTTP_KIND_H

#include <http/wire/reply.h>
#include <http/wire/request.h>

#define KIND_JSON "application/json"
#define KIND_YAML "application/yaml"
#define KIND_DOCX "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#define KIND_XLSX "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#define KIND_ZIP "application/zip"

struct kind {
    const char *name, *type;        /* as a page and as Accept name it */
    const char *sent, *disposition; /* what goes back as Content-Type and Content-Disposition; NULL: no such header */
    quanze_format format;
    bool is_bundle; /* a proof with the paper in it */
};

/* The first of the kinds that Accept names, and the first where it names none. */
const struct kind *kind_accepted(const struct request *request, const struct kind *kinds, size_t count);

/* The kind of a name, or NULL. */
const struct kind *kind_named(const char *name, const struct kind *kinds, size_t count);

/* The reply, whose body is there, is well and of that kind. */
void kind_send(const struct kind *kind, struct reply *reply);

#endif
