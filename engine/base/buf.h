/* buf.h - bytes that grow.
 *
 * Writing never fails in the middle: when memory runs out `failed` is set, further writes do nothing, and the
 * one who made the buffer looks at it once at the end.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <base/str.h>

/* Zero-initialised is empty and ready. */
struct buf {
    char *at;
    size_t length, capacity;
    bool failed;
};

void buf_put(struct buf *buf, struct str text);
void buf_put_char(struct buf *buf, char c);
void buf_put_text(struct buf *buf, const char *text); /* NUL-ended */
void buf_put_int(struct buf *buf, int64_t number);
void buf_put_repeat(struct buf *buf, struct str text, size_t times);

/* printf; for places where speed does not matter. */
void buf_printf(struct buf *buf, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 3)))
#endif
    ;

static inline struct str buf_str(const struct buf *buf) { return (struct str){buf->at ? buf->at : "", buf->length}; }

void buf_clear(struct buf *buf); /* keeps the memory */
void buf_free(struct buf *buf);

#endif
