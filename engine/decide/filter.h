/* filter.h - one condition of a rule's `applies`, answered in three values. */
#ifndef DECIDE_FILTER_H
#define DECIDE_FILTER_H

#include <decide/derive.h>

enum truth { TRUTH_FALSE, TRUTH_UNKNOWN, TRUTH_TRUE };

/* Stated none, and what says the same: false, 0, "", an empty list. */
bool filter_says_nothing(enum fact_type type, const struct value *value);

/* Whether a known value (given, or stated none) meets the condition. */
bool filter_meets(const struct condition *condition, const struct value *value);

/* The same for a task: an absent fact is TRUTH_UNKNOWN, unless the end that is told of it decides. */
enum truth filter_test(const struct condition *condition, const struct task *task, const struct derived *derived);

/* Adds the facts that would tell whether the filter of `rule` holds. */
void filter_missing(const struct rule *rule, const struct task *task, const struct derived *derived, struct fact_set *out);

#endif
