/* overlay.h - packs, dated parameters and a list's own parameters, laid over a book.
 *
 * A reader must believe:
 *   - afterwards every parameter has its value and every rule its level, in each edition, so nothing is looked up in a run;
 *   - a parameter is the rule's default of the day, then what packs say in their order, then what the list says;
 *   - a pack that loosens a rule names why and who approved it, and that is another than who asked; two packs that do not build
 *     on each other never say different things of one rule on one day;
 *   - when anything is wrong the book stays as it was.
 */
#ifndef RULE_OVERLAY_H
#define RULE_OVERLAY_H

#include <rule/rule.h>

/* All borrowed; packs and list must outlive the book. */
struct overlay {
    const struct pack *packs; /* in the order of pack_order */
    size_t pack_count;
    const struct list *list; /* or NULL */
    int32_t known_at;        /* packs published later do not count; DAY_NONE: all do */
};

/* Only looks: what is wrong goes to `problems`: unknown rules and parameters (with the near miss), values outside of their
 * range, loosening without approval, packs that clash. A rule that may stand in what `problems` says could not be read is not
 * called unknown. False when memory ran out. */
bool overlay_check(const struct rulebook *book, const struct overlay *overlay, struct problems *problems);

/* Checks an overlay and lays it over a book that nobody else sees yet. */
quanze_status overlay_apply(struct rulebook *book, const struct overlay *overlay, struct problems *problems,
                            struct quanze_error *error);

#endif
