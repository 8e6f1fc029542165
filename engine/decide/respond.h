/* respond.h - what the township may answer, and on which grounds.
 *
 * A reader must believe: a basic duty is never declined, nor a task of a party committee or government of the county or
 * above: there remain objection and the request for what is lacking.
 * Source: 地方组织法 76(7); 公务员法 60 (objection on record).
 */
#ifndef DECIDE_RESPOND_H
#define DECIDE_RESPOND_H

#include <decide/decide.h>
#include <decide/plan.h>

/* Fills the answers of a decision whose verdict, findings and balance stand. `emergency_decides`: failures that an
 * emergency would excuse are no certain ground. */
void respond_weigh(const struct plan *plan, bool emergency_decides, struct decision *out);

#endif
