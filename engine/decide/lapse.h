/* lapse.h - what of a list ends soon, or is due to be evaluated, and what hangs on it.
 *
 * A reader must believe: it tells of what is in force today; what ended before is history, not a warning.
 * Source: 行政处罚法 (2021) art. 24: powers handed down are evaluated regularly; the twelve months are a proposal.
 */
#ifndef DECIDE_LAPSE_H
#define DECIDE_LAPSE_H

#include <decide/plan.h>

/* Adds a warning ("lapses-soon", "evaluation-due") for each power, waiver and item that ends, and each evaluation that is due,
 * within `lapse_warning_days` (60) after `today`; an evaluation is due `evaluation_months` (12) after the last. Both are
 * parameters of the list. Names the items that a power leaves without, and the rules that ask for powers. The plan may be one
 * of an empty book. QUANZE_INTERNAL when memory ran out. */
quanze_status lapse_report(const struct plan *plan, int32_t today, struct problems *problems, struct quanze_error *error);

#endif
