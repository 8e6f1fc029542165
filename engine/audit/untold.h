/* untold.h - what the tasks of a party do not tell, and what a figure may be because of it.
 *
 * A reader must believe: a figure stands for all that is told. Were the rest told, it could lie anywhere between it and
 * `other`; what is said of a figure holds only when it holds for both ends.
 */
#ifndef AUDIT_UNTOLD_H
#define AUDIT_UNTOLD_H

#include <audit/book.h>

/* What time a figure is of. */
enum over { OVER_PERIOD, OVER_BEFORE, OVER_LAST_YEAR, OVER_YEAR };

/* A figure that has no known other end stands for it by this much more, in the unit it is counted in. */
#define UNTOLD_ENDLESS INT64_C(1000000000000)

struct untold {
    size_t tasks;  /* that do not tell what the figure needs; 0: the figure is what it is */
    int64_t other; /* the other end of what it may be */
};

/* Marks what a task does not tell although its share has no line for it: of a paper that is not finished, of one that was not
 * decided. */
void untold_take(struct kept *task);

/* Counts a task to all sums that it does not tell. */
void untold_add(const struct kept *task, struct sums *untold);

/* Takes from the facts that were measured of one paper those that it does not tell. */
void untold_drop(const struct kept *task, struct task *facts);

/* Whether the figure is the least of what is told: the rest could only lower it. */
bool untold_falls(enum fact_id fact);

/* Of a figure of a party with these facts; one that no task tells counts as nought. */
struct untold untold_of(const struct making *making, enum subject subject, int party, enum fact_id fact,
                        const struct task *facts);

#endif
