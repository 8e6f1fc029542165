/* fix.h - the smallest sets of changes that make a task admissible, and the levers they are made of: single changes that
 * somebody can make, gathered from what stands in a task's way.
 *
 * A reader must believe: a lever is the whole remedy of one failing rule, or one general act: dropping what is demanded,
 * giving the township the cooperating part only, leaving acts of power with the department. None of them invents a power, a law
 * or an emergency.
 */
#ifndef DECIDE_FIX_H
#define DECIDE_FIX_H

#include <decide/remedy.h>

enum { FIX_MAX_LEVERS = 12 };

struct lever {
    struct fact_value sets[RULE_MAX_SETS];
    size_t set_count;
};

struct levers {
    struct lever at[FIX_MAX_LEVERS];
    size_t count;
    bool cut; /* there were more */
};

/* Adds a lever unless the same one is there. */
void levers_add(struct levers *levers, const struct lever *lever);

/* Adds the general acts that could touch rule `rule`, which fails on `task`. Values in `arena`. False when memory ran out. */
bool levers_add_acts(const struct plan *plan, const struct rule *rule, const struct task *task, struct arena *arena,
                     struct levers *levers);

/* Whether a change of `changed` can reach what the rule reads, the derived facts included. */
bool levers_reach(const struct fact_set *changed, const struct rule *rule);

/* How two levers that set the same fact are put together: a later time, of lists what both want; of numbers the larger or the
 * smaller, of anything else the second or the first. False when memory ran out. */
bool levers_merge(enum fact_id fact, const struct value *first, const struct value *second, bool prefer_larger,
                  struct arena *arena, struct value *out);

/* What a search for fixes works with; all borrowed. */
struct fixer {
    const struct judge *judge;    /* its arena keeps what is found */
    const struct judgement *main; /* of `task` */
    struct judgement *after;      /* of a trial */
    struct remedy_bench *bench;
    struct arena *scratch;           /* of one trial */
    const struct task *task;         /* CLOSED and derived facts are set */
    const struct decision *decision; /* its findings */
};

/* Finds the fixes. False when memory ran out, or the past could not be asked. */
bool fix_find(struct fixer *fixer, struct fixes *out);

/* What the sets of a fix cost against the task, and who must act. False when memory ran out. */
bool fix_price(const struct plan *plan, const struct task *task, struct arena *arena, struct fix *fix);

#endif
