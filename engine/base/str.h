/* str.h - a borrowed run of bytes.
 *
 * A reader must believe: a `struct str` never owns its bytes and they need not end in NUL.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
    const char *at;
    size_t length; /* bytes */
};

/* One text in both languages. */
struct bilingual {
    struct str zh, en;
};

/* A literal as an initialiser of a static table, and as a value. */
#define STR_INIT(literal)                                                                                                      \
    { (literal), sizeof(literal) - 1 }
#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})

/* Wraps a NUL-ended string; NULL gives the empty str. */
static inline struct str str_of(const char *text) { return text ? (struct str){text, strlen(text)} : (struct str){"", 0}; }

/* Whether two runs of at most 16 bytes are the same, by two overlapping loads from each: names are short, and a call costs
 * more. */
static inline bool str_equal_short(const char *a, const char *b, size_t length) {
    uint64_t first[2] = {0, 0}, last[2] = {0, 0};
    if (length >= 8) {
        memcpy(&first[0], a, 8);
        memcpy(&first[1], b, 8);
        memcpy(&last[0], a + length - 8, 8);
        memcpy(&last[1], b + length - 8, 8);
    } else if (length >= 4) {
        memcpy(&first[0], a, 4);
        memcpy(&first[1], b, 4);
        memcpy(&last[0], a + length - 4, 4);
        memcpy(&last[1], b + length - 4, 4);
    } else if (length > 0) {
        return a[0] == b[0] && a[length / 2] == b[length / 2] && a[length - 1] == b[length - 1];
    }
    return first[0] == first[1] && last[0] == last[1];
}

static inline bool str_equal(struct str a, struct str b) {
    if (a.length != b.length) return false;
    return a.length <= 16 ? str_equal_short(a.at, b.at, a.length) : memcmp(a.at, b.at, a.length) == 0;
}

/* Orders by bytes, so by code point for UTF-8: negative, 0, positive. */
int str_compare(struct str a, struct str b);

/* Where `needle` first stands in `hay`, as a byte offset, or -1. An empty needle stands at 0. */
ptrdiff_t str_find(struct str hay, struct str needle);

bool str_starts_with(struct str text, struct str prefix);

/* Without ASCII and ideographic white space at both ends. */
struct str str_trim(struct str text);

/* 64-bit hash of the bytes, the same on every machine and in every run. */
uint64_t str_hash(struct str text);

/* Of `count` names the one nearest to `wrong` by steps over code points (insert, drop, replace, swap neighbours), or -1 when
 * none is near (distance over a third of the longer one's length). Ties go to the first. For "did you mean". */
ptrdiff_t str_nearest(struct str wrong, const struct str *names, size_t count);

#endif
