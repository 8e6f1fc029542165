/* reply.h - what goes back: status, type, a few headers, the bytes. */
#ifndef HTTP_REPLY_H
#define HTTP_REPLY_H

#include <base/buf.h>
#include <quanze.h>

#define REPLY_HEADERS 6

struct reply_header {
    const char *name;
    struct str value; /* NUL-ended; lives as long as the request */
};

struct reply {
    unsigned status;
    const char *type; /* Content-Type */
    struct buf body;
    struct str fixed; /* instead of `body`: bytes that live as long as the server; at NULL where not used */
    int file;         /* instead of either, where `has_file`: an open file, closed when it was sent */
    bool has_file;
    bool is_put_off;   /* nothing is in it yet: the request waits for its turn among those that take long */
    bool tells_secret; /* of which no copy is kept */
    bool may_be_kept;  /* by the browser, for a while; otherwise it must not be stored */
    struct reply_header headers[REPLY_HEADERS];
    size_t header_count;
};

/* Adds a header; one more than there is room for is a mistake of the programmer and is left out. */
void reply_header(struct reply *reply, const char *name, struct str value);

/* A sink that appends to a buffer, and to the body. */
struct quanze_sink buf_sink(struct buf *buf);
struct quanze_sink reply_sink(struct reply *reply);

/* A sink that takes everything and keeps nothing. */
struct quanze_sink nothing_sink(void);

/* What was written into the body is a .docx; `disposition` stays. */
void reply_docx(struct reply *reply, const char *disposition);

void reply_free(struct reply *reply);

#endif
