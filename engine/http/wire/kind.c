#include <http/wire/kind.h>

const struct kind *kind_accepted(const struct request *request, const struct kind *kinds, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (str_find(request->headers.accept, str_of(kinds[i].type)) >= 0) return &kinds[i];
    return &kinds[0];
}

const struct kind *kind_named(const char *name, const struct kind *kinds, size_t count) {
    for (size_t i = 0; name && i < count; i++)
        if (strcmp(kinds[i].name, name) == 0) return &kinds[i];
    return NULL;
}

void kind_send(const struct kind *kind, struct reply *reply) {
    reply->status = 200;
    reply->type = kind->sent;
    if (kind->disposition) reply_header(reply, "Content-Disposition", str_of(kind->disposition));
}
