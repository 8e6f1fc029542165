/* match.h - which list item a text speaks of.
 *
 * A reader must believe: an index is frozen once made; a scratch belongs to one thread; the same text always gives the
 * same hits in the same order (score, then item order). Scores are millionths, 0 to 1000000.
 */
#ifndef MATCH_MATCH_H
#define MATCH_MATCH_H

#include <model/list.h>
#include <model/thesaurus.h>

struct match_index;
struct match_scratch;

#define MATCH_MAX_HITS 5

struct match_query {
    struct str title, body; /* valid UTF-8, either may be empty; the first 400 characters of each count */
    int department;         /* index of the issuing department in the list, -1 = not known */
    int32_t day;            /* only items in force that day */
    struct str issuer;      /* its name, may be empty: a hint where the list does not know the department */
};

struct match_hit {
    int item;
    int32_t score;
};

struct match_result {
    struct match_hit hits[MATCH_MAX_HITS]; /* best first */
    size_t count;
    bool accepted; /* the best is good enough to say "this item"; otherwise the text speaks of no item */
};

/* Builds the index over names, aliases, duties and bases of all items. `list` is borrowed; `thesaurus` only for the call, NULL
 * = none. */
quanze_status match_index_open(const struct list *list, const struct thesaurus *thesaurus, struct match_index **out,
                               struct quanze_error *error);
void match_index_close(struct match_index *index);

quanze_status match_scratch_open(const struct match_index *index, struct match_scratch **out, struct quanze_error *error);
void match_scratch_close(struct match_scratch *scratch);

/* Finds the items nearest to a text. QUANZE_INTERNAL when memory ran out. */
quanze_status match_find(const struct match_index *index, struct match_scratch *scratch, const struct match_query *query,
                         struct match_result *out, struct quanze_error *error);

/* The words of the query that item `item` was found by, best first; at most `max`. They live in `arena`. False when memory ran
 * out. */
bool match_words(const struct match_index *index, struct match_scratch *scratch, const struct match_query *query, int item,
                 size_t max, struct arena *arena, struct texts *out);

#endif
