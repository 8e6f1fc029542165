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
};

/* Makes the table in the arena; `thesaurus` NULL gives an empty one. False when memory ran out. */
bool meanings_open(struct meanings *meanings, const struct thesaurus *thesaurus, struct arena *arena);

/* The words that begin at `points` (at least one character); the first of `*count`, longest first, or NULL. */
const struct meaning_word *meanings_at(const struct meanings *meanings, const int32_t *points, int left, size_t *count);

struct meaning_word {
    const int32_t *points;
    int length;
    uint32_t meaning;
    float weight;
};

#endif
