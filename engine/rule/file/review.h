/* review.h - what is not wrong with a rule but should be mended: for `rules lint` alone.
 *
 * A reader must believe: a rule that is written so works; the warnings tell what its examples do not show and what a pack could
 * not do to it.
 */
#ifndef RULE_REVIEW_H
#define RULE_REVIEW_H

#include <rule/rule.h>

/* Warns of every rule (as loaded, with its examples, nothing laid over it) whose `until`, or whose parameter's change, has no
 * example on the days on both sides; and of parameters that do not say which side is harder, so that a pack may not even
 * tighten them without approval. `national`: also of the rules that no pack brought. False when memory ran out. */
bool rule_review(const struct rulebook *book, bool national, struct problems *problems);

#endif
