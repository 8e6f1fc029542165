/* similar.h - texts that are copies of each other, whoever sent them and whatever place and date they name.
 *
 * A reader must believe: which texts are equal and which are pairs depends on the texts alone, not on the order in which they
 * were added; places, dates, numbers and masked names (某, X, ×) do not hide a copy; two texts on one topic that ask for
 * different things are not a copy. A text is kept as its set of shingles (hashes of three characters in a row), never as
 * itself. Source: A. Broder, "On the resemblance and containment of documents" (1997).
 */
#ifndef MATCH_SIMILAR_H
#define MATCH_SIMILAR_H

#include <base/arena.h>
#include <base/error.h>

enum similar_kind {
    SIMILAR_NEAR_TEXT, /* resemblance at or over the threshold */
    SIMILAR_PART       /* the shorter one stands almost whole in the longer one */
};

/* Two different texts: of those that are equal (nothing differs but masked words) the first one stands for all. */
struct similar_pair {
    uint32_t a, b;      /* in the order added, a < b */
    int32_t similarity; /* millionths: resemblance, or containment for SIMILAR_PART */
    enum similar_kind kind;
};

/* `places`: names to mask (county, townships), may be empty; borrowed until close.
 * `threshold`: resemblance from which texts are near, in millionths; 0 = the default of 500000. */
struct similar_options {
    const struct str *places;
    size_t place_count;
    int32_t threshold;
    bool keep_common; /* what stands in many texts tells as much as the rest: for sets of names, not for prose */
};

struct similar_index;

quanze_status similar_open(const struct similar_options *options, struct similar_index **out, struct quanze_error *error);
void similar_close(struct similar_index *index);

/* Adds a text (valid UTF-8); its number is the count of texts before it. */
quanze_status similar_add(struct similar_index *index, struct str title, struct str body, struct quanze_error *error);

/* Adds a text that is the same as an earlier one. */
quanze_status similar_add_again(struct similar_index *index, uint32_t text, struct quanze_error *error);

/* Adds a set of names in place of a text: equal names are equal whatever their width and case. */
quanze_status similar_add_names(struct similar_index *index, const struct str *names, size_t count, struct quanze_error *error);

/* Resemblance of two texts, millionths. */
int32_t similar_resemblance(const struct similar_index *index, uint32_t a, uint32_t b);

size_t similar_count(const struct similar_index *index);

/* Finds all pairs, ordered by a, then b. The array belongs to the index and lives until the next call or close. */
quanze_status similar_pairs(struct similar_index *index, const struct similar_pair **out, size_t *count,
                            struct quanze_error *error);

/* After similar_pairs: the first text that equals this one (an empty one equals none), and a number that equal texts share and
 * that orders the others by nothing but what they say; empty ones come last. */
uint32_t similar_first(const struct similar_index *index, uint32_t text);
uint32_t similar_rank(const struct similar_index *index, uint32_t text);

#endif
