/* compare.h - the engine and the oracle on the same cases. */
#ifndef TESTS_ORACLE_COMPARE_H
#define TESTS_ORACLE_COMPARE_H

#include "oracle/oracle.h"

struct compare {
    struct list list;
    struct calendar calendar;
    struct arena arena, scratch;
    struct rulebook *book;
    struct plan *plan;
    struct decider *decider;
    struct oracle oracle;
    struct pack packs[1];
    uint64_t verdicts[4]; /* of the cases so far */
    uint64_t ended;       /* judgements of rules on days after their last */
};

/* Opens the rules of a folder, with a pack laid over them or NULL, the demo list with waivers of its own, and the shipped
 * calendar; false after telling why not. */
bool compare_open(struct compare *compare, const char *rules, const char *pack);
void compare_close(struct compare *compare);

/* Whether both judge the case of `seed` alike; tells the differences when not. */
bool compare_seed(struct compare *compare, uint64_t seed);

#endif
