/* matters.h - what powers are about, found in texts by their pairs of characters.
 *
 * A reader must believe:
 *   - a matter is found in a text when it stands there as it is, or two thirds of its pairs of neighbouring characters do;
 *   - the index answers for many matters what matters_is_in answers for one; a test compares them;
 *   - matters and texts are compared folded (base/utf8.h), and an index is frozen once made.
 */
#ifndef DECIDE_MATTERS_H
#define DECIDE_MATTERS_H

#include <base/arena.h>

/* Distinct matters, each with the pairs that it is made of. */
struct matters {
    struct str *folded;
    size_t count;
    uint32_t *first;  /* of a matter's pairs in `pairs`; one more than there are matters */
    uint32_t *pairs;  /* numbers of pairs, a matter's after the other, repeated where it repeats them */
    uint64_t *key;    /* hash table: two code points; 0 = free */
    uint32_t *number; /* of the pair in the same slot */
    size_t slot_mask;
    size_t pair_count;
};

/* Makes the index of `count` folded matters, which are borrowed; `number_of[i]` becomes the number of the i-th among the
 * distinct ones. False when memory ran out. */
bool matters_make(const struct str *folded, size_t count, struct arena *arena, struct matters *out, uint32_t *number_of);

/* Words of 64 pairs that a set of pairs takes. */
static inline size_t matters_set_words(const struct matters *matters) { return (matters->pair_count + 63) / 64; }

/* Notes in `present` (matters_set_words of them) which pairs stand in `text`. */
void matters_scan(const struct matters *matters, struct str text, uint64_t *present);

/* Whether matter `number` is found in the text that was scanned. */
bool matters_found(const struct matters *matters, size_t number, struct str text, const uint64_t *present);

/* The same for one matter and one text, without an index. */
bool matters_is_in(struct str matter, struct str text);

#endif
