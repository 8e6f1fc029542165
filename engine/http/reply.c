#include <http/reply.h>

void reply_header(struct reply *reply, const char *name, struct str value) {
    if (reply->header_count < REPLY_HEADERS) reply->headers[reply->header_count++] = (struct reply_header){name, value};
}

static bool append(void *payload, const void *bytes, size_t length) {
    struct buf *body = payload;
    buf_put(body, (struct str){bytes, length});
    return !body->failed;
}

struct quanze_sink buf_sink(struct buf *buf) {
    return (struct quanze_sink){append, buf};
}

struct quanze_sink reply_sink(struct reply *reply) {
    return buf_sink(&reply->body);
}

void reply_free(struct reply *reply) { buf_free(&reply->body); }
