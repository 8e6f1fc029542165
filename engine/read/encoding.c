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

static quanze_status open_converter(struct encoding *encoding, const char *from, struct quanze_error *error) {
    if (encoding->converter) return QUANZE_OK;
    iconv_t converter = iconv_open("UTF-8", from);
    if (converter != (iconv_t)-1) {
        encoding->converter = converter;
        return QUANZE_OK;
    }
    if (errno == ENOMEM) return error_memory(error);
    return error_set(error, QUANZE_INTERNAL, "本系统不能转换 %s 文字，请先把文件存为 UTF-8",
                     "this system cannot convert %s; save the file as UTF-8", from);
}

/* One character of GB18030 or UTF-16 is at most twice as long in UTF-8. */
static quanze_status make_room(struct buf *buf, size_t bytes, struct quanze_error *error) {
    if (bytes > SIZE_MAX / 2 - 16) return error_memory(error);
    char *grown = alloc_grow(buf->at, &buf->capacity, bytes * 2 + 16, 1);
    if (!grown) return error_memory(error);
    buf->at = grown;
    return QUANZE_OK;
}

/* `encoding` has been opened. `*bad_at` is the offset of the first byte that cannot be converted, or -1. */
static quanze_status run_converter(struct encoding *encoding, struct str line, struct str *out, ptrdiff_t *bad_at,
                                   struct quanze_error *error) {
    quanze_status status = make_room(&encoding->converted, line.length, error);
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

static quanze_status convert(struct encoding *encoding, struct str line, struct str *out, ptrdiff_t *bad_at,
                             struct quanze_error *error) {
    quanze_status status = open_converter(encoding, "GB18030", error);
    return status == QUANZE_OK ? run_converter(encoding, line, out, bad_at, error) : status;
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

/* A line of UTF-8 has Chinese characters of three bytes; what only looks so by chance, as a GB18030 line may, mostly has two.
 */
static bool is_surely_utf8(struct str line) {
    if (utf8_invalid_at(line) >= 0) return false;
    for (size_t i = 0; i < line.length; i++)
        if ((unsigned char)line.at[i] >= 0xE0) return true;
    return is_ascii(line);
}

static quanze_status put_line(struct encoding *encoding, struct str line, bool all_utf8, struct place place, struct buf *out,
                              struct quanze_error *error) {
    ptrdiff_t bad_at = -1;
    if (!all_utf8 && !is_surely_utf8(line)) {
        quanze_status status = convert(encoding, line, &line, &bad_at, error);
        if (status != QUANZE_OK) return status;
    }
    if (bad_at >= 0 || memchr(line.at, '\0', line.length))
        return error_at(error, QUANZE_BAD_DATA, place, "这一行既不是 UTF-8 也不是 GB18030 文字",
                        "this line is neither UTF-8 nor GB18030 text");
    buf_put(out, line);
    return QUANZE_OK;
}

static quanze_status put_lines(struct encoding *encoding, struct str text, const char *path, struct buf *out,
                               struct quanze_error *error) {
    const bool all_utf8 = utf8_invalid_at(text) < 0;
    struct place place = {path, 1, 0};
    for (size_t start = 0; start < text.length; place.line++) {
        const char *end = memchr(text.at + start, '\n', text.length - start);
        size_t length = end ? (size_t)(end - text.at) - start : text.length - start;
        struct str line = {text.at + start, length};
        while (line.length > 0 && line.at[line.length - 1] == '\r') line.length--;
        quanze_status status = put_line(encoding, line, all_utf8, place, out, error);
        if (status != QUANZE_OK) return status;
        if (end) buf_put_char(out, '\n');
        start += length + 1;
    }
    return QUANZE_OK;
}

/* The whole text copied from what `encoding` made of the lines. */
static quanze_status keep_lines(struct encoding *encoding, struct str bytes, const char *path, struct arena *arena,
                                struct str *out, struct quanze_error *error) {
    struct buf text = {0};
    quanze_status status = put_lines(encoding, bytes, path, &text, error);
    if (status == QUANZE_OK) {
        *out = text.failed ? (struct str){NULL, 0} : arena_copy(arena, buf_str(&text));
        if (!out->at) status = error_memory(error);
    }
    buf_free(&text);
    return status;
}

/* What Excel calls Unicode text and Notepad calls Unicode. `bytes` stand behind the byte order mark. */
static quanze_status widen(struct encoding *wide, const char *from, struct str bytes, const char *path, struct str *out,
                           struct quanze_error *error) {
    ptrdiff_t bad_at = -1;
    quanze_status status = open_converter(wide, from, error);
    if (status == QUANZE_OK) status = run_converter(wide, bytes, out, &bad_at, error);
    if (status != QUANZE_OK || bad_at < 0) return status;
    unsigned line = 1;
    for (size_t i = 0; i < out->length; i++) line += out->at[i] == '\n';
    return error_at(error, QUANZE_BAD_DATA, (struct place){path, line, 0}, "这一行不是完整的 UTF-16 文字，请另存为 UTF-8",
                    "this line is not complete UTF-16 text; save the file as UTF-8");
}

static struct str behind(struct str bytes, size_t mark) { return (struct str){bytes.at + mark, bytes.length - mark}; }

quanze_status encoding_text(struct str bytes, const char *path, struct arena *arena, struct str *out,
                            struct quanze_error *error) {
    struct encoding lines = {.kind = ENCODING_OPEN}, wide = {.kind = ENCODING_OPEN};
    quanze_status status = QUANZE_OK;
    if (str_starts_with(bytes, STR("\xEF\xBB\xBF")))
        bytes = behind(bytes, 3);
    else if (str_starts_with(bytes, STR("\xFF\xFE")))
        status = widen(&wide, "UTF-16LE", behind(bytes, 2), path, &bytes, error);
    else if (str_starts_with(bytes, STR("\xFE\xFF")))
        status = widen(&wide, "UTF-16BE", behind(bytes, 2), path, &bytes, error);
    if (status == QUANZE_OK) status = keep_lines(&lines, bytes, path, arena, out, error);
    encoding_free(&lines);
    encoding_free(&wide);
    return status;
}
