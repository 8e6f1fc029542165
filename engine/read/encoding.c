/* encoding.c - the only file with iconv.h. Source: GB 18030-2005 as glibc converts it. */
#include <read/encoding.h>

#include <base/alloc.h>
#include <base/utf8.h>
#include <errno.h>
#include <iconv.h>

static bool is_ascii(struct str text) {
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)text.at[i] >= 0x80) return false;
    return true;
}

static quanze_status open_converter(struct encoding *encoding, struct quanze_error *error) {
    if (encoding->converter) return QUANZE_OK;
    iconv_t converter = iconv_open("UTF-8", "GB18030");
    if (converter != (iconv_t)-1) {
        encoding->converter = converter;
        return QUANZE_OK;
    }
    if (errno == ENOMEM) return error_memory(error);
    return error_set(error, QUANZE_INTERNAL, "本系统不能转换 GB18030 文字，请先把文件存为 UTF-8",
                     "this system cannot convert GB18030; save the file as UTF-8");
}

/* One character of GB18030 is at most twice as long in UTF-8. */
static quanze_status make_room(struct buf *buf, size_t bytes, struct quanze_error *error) {
    if (bytes > SIZE_MAX / 2 - 16) return error_memory(error);
    char *grown = alloc_grow(buf->at, &buf->capacity, bytes * 2 + 16, 1);
    if (!grown) return error_memory(error);
    buf->at = grown;
    return QUANZE_OK;
}

static quanze_status convert(struct encoding *encoding, struct str line, struct str *out, ptrdiff_t *bad_at,
                             struct quanze_error *error) {
    quanze_status status = open_converter(encoding, error);
    if (status == QUANZE_OK) status = make_room(&encoding->converted, line.length, error);
    if (status != QUANZE_OK) return status;
    union {
        const char *in;
        char *iconv_wants;
    } from = {line.at};
    char *to = encoding->converted.at;
    size_t in_left = line.length, out_left = encoding->converted.capacity;
    iconv(encoding->converter, NULL, NULL, NULL, NULL);
    bool good = iconv(encoding->converter, &from.iconv_wants, &in_left, &to, &out_left) != (size_t)-1;
    *bad_at = good ? -1 : (ptrdiff_t)(line.length - in_left);
    *out = (struct str){encoding->converted.at, (size_t)(to - encoding->converted.at)};
    return QUANZE_OK;
}

static quanze_status settle(struct encoding *encoding, struct str line, struct str *out, struct quanze_error *error) {
    encoding->kind = ENCODING_UTF8;
    if (utf8_invalid_at(line) < 0) return QUANZE_OK;
    struct str converted;
    ptrdiff_t bad_at;
    quanze_status status = convert(encoding, line, &converted, &bad_at, error);
    if (status != QUANZE_OK || bad_at >= 0) return status;
    encoding->kind = ENCODING_GB18030;
    *out = converted;
    return QUANZE_OK;
}

quanze_status encoding_line(struct encoding *encoding, struct str line, struct str *out, ptrdiff_t *bad_at,
                            struct quanze_error *error) {
    *out = line;
    *bad_at = -1;
    if (encoding->kind == ENCODING_UTF8) return QUANZE_OK;
    if (is_ascii(line)) return QUANZE_OK;
    if (encoding->kind == ENCODING_OPEN) return settle(encoding, line, out, error);
    return convert(encoding, line, out, bad_at, error);
}

void encoding_free(struct encoding *encoding) {
    if (encoding->converter) iconv_close(encoding->converter);
    buf_free(&encoding->converted);
    *encoding = (struct encoding){0};
}
