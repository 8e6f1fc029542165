/* thesaurus.h - everyday words and list words that speak of the same thing.
 *
 * A reader must believe: a meaning is a number, 0 to meaning_count - 1, and carries no name; a word may speak of several
 * meanings. Nothing here judges; texts live in the thesaurus' own arena.
 */
#ifndef MODEL_THESAURUS_H
#define MODEL_THESAURUS_H

#include <base/arena.h>
#include <base/digest.h>

struct thesaurus_word {
    struct str text;
    uint32_t meaning;
    int32_t weight; /* millionths: 1000000 = says just this, less = is a part of it or close to it */
};

/* Zero-initialised is empty. */
struct thesaurus {
    struct arena arena;
    struct thesaurus_word *words;
    size_t word_count;
    uint32_t meaning_count;
    struct str *faint; /* words that every subject uses: they tell little */
    size_t faint_count;
    bool is_read;         /* from a file at least */
    struct digest digest; /* of the files' bytes; with a second reading, of both digests */
};

static inline void thesaurus_free(struct thesaurus *thesaurus) { arena_free(&thesaurus->arena); }

#endif
