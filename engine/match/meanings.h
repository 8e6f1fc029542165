/* meanings.h - the words of the thesaurus in a text.
 *
 * A reader must believe: at every character the longest word counts, and a word that lies within another one found does not;
 * words that overlap otherwise all count. A word found gives one term for each of its meanings.
 */
#ifndef MATCH_MEANINGS_H
#define MATCH_MEANINGS_H

#include <base/arena.h>
#include <model/thesaurus.h>

struct meaning_word;
struct meaning_slot;

struct meanings {
    struct meaning_word *words; /* by their first two characters, longer ones first */
    size_t count;
    struct meaning_slot *slots; /* hash table of the first two characters */
    size_t slot_mask;
    uint64_t *begun; /* a bit for some of the hashes that words begin with: most characters of a text begin none */
    size_t begun_mask;
};

/* Makes the table in the arena; `thesaurus` NULL gives an empty one. False when memory ran out. */
bool meanings_open(struct meanings *meanings, const struct thesaurus *thesaurus, struct arena *arena);

static inline uint64_t meanings_key(const int32_t *points) { return (uint64_t)(uint32_t)points[0] << 32 | (uint32_t)points[1]; }

static inline size_t meanings_hash(uint64_t key) {
    const uint64_t hash = key * UINT64_C(0x9E3779B97F4A7C15);
    return (size_t)(hash ^ hash >> 32);
}

/* False when surely no word begins with these two characters. */
static inline bool meanings_may_begin(const struct meanings *meanings, const int32_t *points) {
    const size_t bit = meanings_hash(meanings_key(points)) & meanings->begun_mask;
    return meanings->begun[bit / 64] >> (bit % 64) & 1;
}

/* The words that begin at `points` (at least two characters); the first of `*count`, longest first, or NULL. */
const struct meaning_word *meanings_at(const struct meanings *meanings, const int32_t *points, int left, size_t *count);

struct meaning_word {
    const int32_t *points;
    int length;
    uint32_t meaning;
    float weight;
};

#endif
