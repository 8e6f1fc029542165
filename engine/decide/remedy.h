/* remedy.h - what would cure a finding, tried before it is shown.
 *
 * A reader must believe: a remedy is shown only when the same rule, run again on the task with the remedy applied, passes or
 * no longer applies; the verdict after all remedies is made by the same judgement as the verdict itself.
 */
#ifndef DECIDE_REMEDY_H
#define DECIDE_REMEDY_H

#include <decide/judge.h>

/* Working memory of one thread. */
struct remedy_bench {
    struct task task;
    struct derived derived;
    struct fact_set set; /* facts that remedies have set, all of them applied */
    bool out_of_memory;  /* set when a trial could not be made: nothing found since is to be believed */
};

/* Asks rule `rule`, which failed on `task`, for its remedy and tries it. True when it cures. */
bool remedy_try(const struct judge *judge, struct task *task, const struct derived *derived, size_t rule,
                struct remedy_bench *bench, struct rule_remedy *out);

/* Applies the remedies of all findings that have one to a copy of the task of `before` in the bench. Where two set the same
 * fact differently the value that cures both stays, else the first. */
void remedy_apply_all(const struct judge *judge, const struct derivation *before, const struct finding *findings, size_t count,
                      struct remedy_bench *bench);

#endif
