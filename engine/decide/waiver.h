/* waiver.h - whether an exception of the list covers a rule for this task. The one place that honours waivers. */
#ifndef DECIDE_WAIVER_H
#define DECIDE_WAIVER_H

#include <decide/filter.h>

/* Looks for a waiver of `rule` that is valid on `day` for the issuing department and the addressed townships.
 * TRUTH_TRUE with the waiver in `out`; TRUTH_UNKNOWN with the facts that would tell added to `missing`; else TRUTH_FALSE. */
enum truth waiver_find(const struct list *list, const struct rule *rule, const struct task *task, const struct derived *derived,
                       int32_t day, const struct waiver **out, struct fact_set *missing);

#endif
