/* match_scratch.h - the working memory of one thread's searches, and what a query is made into. Private to the room. */
#ifndef MATCH_MATCH_SCRATCH_H
#define MATCH_MATCH_SCRATCH_H

#include <match/match_index.h>

enum { CANDIDATES = 24 }; /* best items, each by its best facet, that are scored to the end */

enum { QUERY_MAX = 3 * TERMS_MAX }; /* title, body, issuer */

/* A term of the query that some item has. */
struct query_term {
    uint32_t term;
    float in_title, in_body, in_issuer; /* how often, each time as much as the word says of it */
    float weight;                       /* in title and body */
    float issuer;                       /* in the issuer's name */
};

struct candidate {
    uint32_t item, facet;
    float score;
};

struct match_scratch {
    struct arena arena;
    struct term terms[TERMS_MAX];
    struct query_term query[QUERY_MAX];
    size_t query_count;
    float query_length;  /* root of the sum of its squared weights, terms that no item has included */
    float issuer_length; /* root of the sum of the squares of what the issuer's words tell; 0 = there are none */
    uint32_t *query_at;  /* of each term: its place in `query` plus 1, 0 = not in it */
    float *scores;       /* of each facet; 0 between searches */
    uint32_t *touched;   /* facets whose score is not 0 */
    size_t touched_count;
    struct candidate best[CANDIDATES];
    size_t best_count;
};

#endif
