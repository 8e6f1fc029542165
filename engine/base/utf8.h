/* utf8.h - text as people see it. Source: Unicode 15 by utf8proc; widths by UAX 11. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <base/arena.h>

/* Byte offset of the first byte that is not UTF-8 (overlong forms, surrogates and NUL count as not), or -1 when all is well. */
ptrdiff_t utf8_invalid_at(struct str text);

/* Decodes the code point at `*offset` and moves behind it; -1 at the end. The text must be valid. */
static inline int32_t utf8_next(struct str text, size_t *offset) {
    if (*offset >= text.length) return -1;
    const unsigned char *at = (const unsigned char *)text.at + *offset;
    const size_t left = text.length - *offset;
    if (at[0] < 0xC0 || left < 2) return *offset += 1, at[0];
    if (at[0] < 0xE0 || left < 3) return *offset += 2, (at[0] & 0x1F) << 6 | (at[1] & 0x3F);
    if (at[0] < 0xF0 || left < 4) return *offset += 3, (at[0] & 0x0F) << 12 | (at[1] & 0x3F) << 6 | (at[2] & 0x3F);
    return *offset += 4, (at[0] & 0x07) << 18 | (at[1] & 0x3F) << 12 | (at[2] & 0x3F) << 6 | (at[3] & 0x3F);
}

/* Code points of valid text. */
size_t utf8_length(struct str text);

/* Terminal columns of valid text: wide characters are 2, combining ones 0. */
size_t utf8_width(struct str text);

/* The longest prefix that fits `columns`. */
struct str utf8_fit(struct str text, size_t columns);

/* NFKC with case and width folded; white space and default-ignorable characters dropped. `at` is NULL when memory ran out. */
struct str utf8_fold(struct arena *arena, struct str text);

#endif
