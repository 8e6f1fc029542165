/* match_weights.h - every number that ranking hangs on, in one place. Private to the room and to its calibration.
 *
 * tests/match/calibrate measures other values, each left out domain judged by what the others chose.
 */
#ifndef MATCH_MATCH_WEIGHTS_H
#define MATCH_MATCH_WEIGHTS_H

#include <match/match.h>

struct match_weights {
    /* What a term counts by where it stands in an item; several places add up. The subject of a facet counts 1. Duties are
     * long and name neighbouring subjects as well; a field is shared by dozens of items. */
    float name_beside_alias, alias_beside_name, field, duty, basis, item_department;
    float background_share; /* all that is not the subject counts at most this much of it, in squares */
    /* A query's body counts this much a term, and all of it together at most this share of the title, in squares. */
    float body, body_share;
    float issuer;         /* the words of the issuer's name, which need not be in the item */
    float department;     /* an item of the issuing department scores this much higher */
    float meaning;        /* a word of the thesaurus tells this much of a pair of characters that is as rare */
    float faint;          /* a pair of characters of a faint word tells this much */
    float unseen;         /* a pair of characters that no item has tells this much of the rarest one */
    float unseen_meaning; /* a word of the thesaurus that no item has: the paper speaks of something else */
    float accepted;       /* score from which a text is said to speak of the item */
};

extern const struct match_weights match_default_weights;

quanze_status match_index_open_weighed(const struct list *list, const struct thesaurus *thesaurus,
                                       const struct match_weights *weights, struct match_index **out,
                                       struct quanze_error *error);

#endif
