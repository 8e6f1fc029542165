/* opinion.h - the opinion of a screening (准入审查意见) as an official paper: what was looked at, what came of it, by which
 * rules, and room for the opinions and signatures of people.
 *
 * A reader must believe: a paper is Chinese in every language; every finding in it is one of the decision; a citation that was
 * not read in its source is marked; nothing is signed or dated for anybody.
 */
#ifndef SAY_OPINION_H
#define SAY_OPINION_H

#include <say/document/document.h>
#include <say/say.h>

/* Fills an empty document; `today` is the day on which it was run, or DAY_NONE. False when memory ran out. */
bool say_opinion(const struct decision *decision, const struct say_world *world, int32_t today, struct document *out);

/* What stands around an opinion among others on a page: an anchor as the row of say_decision_row leads to. */
void say_opinion_begin(struct buf *out, uint64_t number);
void say_opinion_end(struct buf *out);

#endif
