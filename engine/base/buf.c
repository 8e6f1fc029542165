#include <base/alloc.h>
#include <base/buf.h>
#include <stdarg.h>
#include <stdio.h>

/* Room for `more` bytes behind what is there; false once the buffer has failed. */
static bool reserve(struct buf *buf, size_t more) {
    if (buf->failed) return false;
    if (buf->at && more <= buf->capacity - buf->length) return true;
    char *grown = more <= SIZE_MAX - buf->length ? alloc_grow(buf->at, &buf->capacity, buf->length + more, 1) : NULL;
    if (grown)
        buf->at = grown;
    else
        buf->failed = true;
    return !buf->failed;
}

void buf_put(struct buf *buf, struct str text) {
    if (text.length == 0 || !reserve(buf, text.length)) return;
    memcpy(buf->at + buf->length, text.at, text.length);
    buf->length += text.length;
}

void buf_put_char(struct buf *buf, char c) {
    if (!reserve(buf, 1)) return;
    buf->at[buf->length++] = c;
}

void buf_put_text(struct buf *buf, const char *text) { buf_put(buf, str_of(text)); }

void buf_put_int(struct buf *buf, int64_t number) {
    char digits[20];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do digits[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (number < 0) digits[--at] = '-';
    buf_put(buf, (struct str){digits + at, sizeof digits - at});
}

void buf_put_repeat(struct buf *buf, struct str text, size_t times) {
    for (size_t i = 0; i < times && !buf->failed; i++) buf_put(buf, text);
}

void buf_printf(struct buf *buf, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0) buf->failed = true;
    if (length <= 0 || !reserve(buf, (size_t)length + 1)) return;
    va_start(arguments, format);
    vsnprintf(buf->at + buf->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    buf->length += (size_t)length;
}

void buf_clear(struct buf *buf) {
    buf->length = 0;
    buf->failed = false;
}

void buf_free(struct buf *buf) {
    alloc_free(buf->at);
    *buf = (struct buf){0};
}
