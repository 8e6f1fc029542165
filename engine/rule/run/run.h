/* run.h - the answers that a check can give, and what one says of a run that broke. */
#ifndef RULE_RUN_H
#define RULE_RUN_H

#include <rule/run/call.h>

/* What pass() returns: an address that Lua code cannot make. */
void *run_pass_mark(void);

/* The message of `says` that fail(key) means, or NULL. */
const struct message *run_message(const struct rule *rule, struct str key);

/* Room for a value of a message among those there are: they stand in the order of their names. */
struct rule_value *run_place(struct rule_outcome *out, struct str name);

/* A placeholder of the message that no value fills; `at` NULL: there is none. */
struct str run_unfilled(const struct rule_outcome *out);

/* The fact of that name, where the rule asks for it; else -1. */
int run_named_fact(const struct rule *rule, struct str name);

/* The check answered this: what an earlier call of fail() or unknown() left goes. */
void run_settle(struct rule_outcome *out, enum status status);

/* "folder/file:line: what is wrong", in the arena. */
struct bilingual run_fault(const struct call *call, const struct quanze_error *error, struct arena *arena);

#endif
