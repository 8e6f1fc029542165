/* call.h - one protected call of a rule's function.
 *
 * Facts that are scalars, or held (held.h), are pushed straight away, and the function is called by the one protected call;
 * facts that allocate are pushed inside it. Memory counts from after the push.
 */
#ifndef RULE_CALL_H
#define RULE_CALL_H

#include <rule/run/core.h>

struct call {
    struct rule_core *core;
    size_t rule;
    enum core_part part; /* CORE_CHECK or CORE_REMEDY */
    const struct task *facts;
};

/* Makes the world ready for a run that answers into `outcome`; `remedy` NULL for a check. */
void call_start(const struct call *call, struct arena *arena, struct rule_outcome *outcome, struct rule_remedy *remedy);

/* Calls the function under limits. One value is left on the stack: the result when true, else what sandbox_fault reads, with
 * Lua's status in `*status`. */
bool call_protected(struct call *call, int *status);

/* Ends the run: rebuilds the state when a limit tripped, else frees what runs left behind. */
void call_end(struct rule_core *core);

#endif
