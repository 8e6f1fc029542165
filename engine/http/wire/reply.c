#include <http/wire/reply.h>

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

static bool take(void *payload, const void *bytes, size_t length) {
    (void)payload;
    (void)bytes;
    (void)length;
    return true;
}

struct quanze_sink nothing_sink(void) {
    return (struct quanze_sink){take, NULL};
}

void reply_docx(struct reply *reply, const char *disposition) {
    reply->status = 200;
    reply->type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    reply_header(reply, "Content-Disposition", str_of(disposition));
}

void reply_free(struct reply *reply) { buf_free(&reply->body); }
