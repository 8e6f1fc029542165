/* terms.h - a text as terms: pairs of neighbouring characters, without what every paper says.
 *
 * A reader must believe: words of office style (关于, 进一步, 的通知 ...), numbers with their 年 or 号, and the place names
 * of the list carry no subject; they part the text, and no term reaches across them. A character that stands alone
 * between two such gaps is a term by itself. Besides, each meaning of a word of the thesaurus is a term, whatever the gaps.
 * Text and words are folded first (base/utf8.h).
 */
#ifndef MATCH_TERMS_H
#define MATCH_TERMS_H

#include <match/meanings.h>

/* Words that carry no subject, as code points; sorted by bucket, longer ones first. */
struct boilerplate {
    struct boilerplate_word *words;
    size_t count;
    uint32_t bucket[257]; /* where the words begin whose first code point ends in that byte */
};

/* Makes the table of the built-in words and `names` (places; also without their last character when two or more are left).
 * It lives in the arena. False when memory ran out. */
bool boilerplate_open(struct boilerplate *boilerplate, const struct str *names, size_t name_count, struct arena *arena);

/* One term: its key, and the bytes of the folded text that it stands on. */
struct term {
    uint64_t key;
    uint32_t from, to;
    float weight; /* 1, or how much the word says of its meaning */
};

enum {
    TERMS_CHARACTERS = 400, /* of one text that are looked at: a paper says early what it is about */
    TERMS_MAX = 2 * TERMS_CHARACTERS
};

/* What parts texts and what is found in them. */
struct vocabulary {
    struct boilerplate boilerplate;
    struct meanings meanings;
};

/* The key of a pair of characters, and that of a meaning. */
static inline uint64_t term_key_of_pair(int32_t first, int32_t second) {
    return (uint64_t)(uint32_t)first << 32 | (uint32_t)second;
}
static inline uint64_t term_key_of_meaning(uint32_t meaning) { return UINT64_C(1) << 63 | meaning; }
static inline bool term_is_meaning(uint64_t key) { return key >> 63; }

/* The terms of folded text: pairs in order, then meanings in order, at most TERMS_MAX. Returns how many. */
size_t terms_of(const struct vocabulary *vocabulary, struct str folded, struct term out[TERMS_MAX]);

/* Folds as much of the text as `terms_of` can look at. `at` is NULL when memory ran out. The text is valid UTF-8. */
struct str terms_fold(struct arena *arena, struct str text);

#endif
