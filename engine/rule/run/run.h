/* run.h - the answers that a check can give, and what one says of a run that broke. */
#ifndef RULE_RUN_H
#define RULE_RUN_H

#include <rule/run/call.h>

/* What pass() returns: an address that Lua code cannot make. */
void *run_pass_mark(void);

/* "folder/file:line: what is wrong", in the arena. */
struct bilingual run_fault(const struct call *call, const struct quanze_error *error, struct arena *arena);

#endif
