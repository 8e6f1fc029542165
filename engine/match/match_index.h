/* match_index.h - the frozen index, as match.c and match_words.c see it. Private to the room.
 *
 * An item shows several facets: its name, and each of its aliases; what finds one of them finds the item, so that many
 * aliases do not thin out the name. Around the subject of a facet stands a background (field, duties, the other names), which
 * counts at most as much as the subject. The index holds for each facet its terms with a weight each, scaled so that the
 * squares of a facet's weights sum to 1; and the same term by term (postings, facets ascending). An item's facets follow
 * each other; the first one has the terms of all its texts.
 */
#ifndef MATCH_MATCH_INDEX_H
#define MATCH_MATCH_INDEX_H

#include <match/match_weights.h>
#include <match/terms.h>

struct entry {
    uint32_t id;  /* the term of a facet, or the facet of a term */
    float weight; /* idf times what the place counts, scaled */
};

struct term_slot {
    uint64_t key;
    uint32_t term; /* plus 1, 0 = free */
};

struct match_index {
    const struct list *list;
    struct match_weights weights;
    struct arena arena; /* of the vocabulary */
    struct vocabulary vocabulary;
    size_t item_count;
    size_t facet_count;
    size_t term_count;
    struct term_slot *slots; /* hash table of the terms; a power of two of them */
    size_t slot_mask;
    float *idf;                           /* how much a term tells: 1 for one that all items have, more the fewer have it */
    float unseen_idf, unseen_meaning_idf; /* of a query's term that no item has */
    uint32_t *facet_item;                 /* the item of each facet */
    uint32_t *first_facet;                /* of each item */
    size_t *facet_start;                  /* facet_count + 1 */
    size_t *posting_start;                /* term_count + 1 */
    struct entry *facet_terms, *postings;
    struct validity *validity; /* of each item: copies, since a search must not walk over whole items */
    int32_t *department;
};

/* The term of a key, or -1. */
int64_t match_index_term(const struct match_index *index, uint64_t key);

/* Makes room for more terms; before the first one is added, too. False when memory ran out. */
bool match_index_make_room(struct match_index *index);

/* The term of a key, made when it is new; -1 when memory ran out. Only while the index is built. */
int64_t match_index_add_term(struct match_index *index, uint64_t key);

#endif
