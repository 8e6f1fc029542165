/* lexicon.h - all words of the patterns in one automaton: one pass over a notice finds every place of every word.
 *
 * A reader must believe: the time of a pass grows with the text and with the places found, never with the number of words
 * times the text. Source: Aho and Corasick, "Efficient string matching" (1975).
 */
#ifndef READ_NOTICE_LEXICON_H
#define READ_NOTICE_LEXICON_H

#include <read/notice/paper.h>

struct lexicon_step;

struct lexicon_state {
    uint32_t fail; /* the longest end of this state's word that begins another */
    uint32_t word; /* the word that ends here plus 1, 0 = none */
    uint32_t next; /* the nearest state behind `fail` at which a word ends; 0 = none */
};

/* Zero-initialised is empty; words are added, then it is sealed and frozen. */
struct lexicon {
    struct lexicon_state *states;
    size_t state_count, state_capacity;
    struct lexicon_step *steps; /* hash table of the steps from one state to another */
    size_t step_count, step_capacity;
    uint16_t *lengths; /* of each word, in points */
    size_t word_count, word_capacity;
};

/* Adds a word (UTF-8, folded here) or finds it again; `*out` is its number. False when memory ran out. */
bool lexicon_add(struct lexicon *lexicon, struct str word, uint32_t *out);

/* Makes the automaton; no words may be added afterwards. False when memory ran out. */
bool lexicon_seal(struct lexicon *lexicon);

void lexicon_free(struct lexicon *lexicon);

/* Called for each place of a word, in the order of their ends. False ends the pass. */
typedef bool lexicon_found(void *payload, uint32_t word, struct span span);

/* Finds all words. Returns what the last call of `found` returned, or true. */
bool lexicon_scan(const struct lexicon *lexicon, const struct paper *paper, lexicon_found *found, void *payload);

#endif
