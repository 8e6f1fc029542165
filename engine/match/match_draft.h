/* match_draft.h - the items' texts as terms, before anything is weighed. Private to the room. */
#ifndef MATCH_MATCH_DRAFT_H
#define MATCH_MATCH_DRAFT_H

#include <match/match_index.h>

/* A term of a facet: what it counts in the subject, and in the background. */
struct draft_entry {
    uint32_t term;
    float subject, background;
};

struct draft_term {
    size_t last_entry; /* its newest entry plus 1 */
    size_t last_text;  /* the newest text that has it */
    float counted;     /* how much of it that text has added */
    uint32_t having;   /* how many items have it */
};

/* Zero-initialised but for `index`, whose terms it makes. */
struct draft {
    struct match_index *index;
    struct arena arena; /* of the text under way */
    struct draft_entry *entries;
    size_t entry_count, entry_capacity;
    struct draft_term *terms; /* what is kept of each term */
    size_t term_capacity;
    size_t facet, text; /* the ones under way; texts are counted from 1 */
};

/* Reads all items into facets and entries; false when memory ran out. The index' arrays for facets are there. */
bool draft_read(struct draft *draft);

void draft_free(struct draft *draft);

#endif
