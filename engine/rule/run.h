/* run.h - the answers that a check can give. */
#ifndef RULE_RUN_H
#define RULE_RUN_H

/* What pass() returns: an address that Lua code cannot make. */
void *run_pass_mark(void);

#endif
