/* world.h - what the helpers of a rule share: the sandbox, the calendar and the run that is on.
 *
 * A reader must believe: the world of a state is found from the state alone, so helpers are plain C functions without
 * upvalues, and nothing of one run is left for the next.
 */
#ifndef RULE_WORLD_H
#define RULE_WORLD_H

#include <rule/rule.h>
#include <rule/run/sandbox.h>

struct run {
    const struct rule *rule; /* NULL while no rule runs */
    struct arena *arena;
    struct rule_outcome *outcome;          /* where fail() and unknown() write */
    struct rule_remedy *remedy;            /* where set() keeps its values; NULL while check runs */
    uint64_t answer;                       /* number of the last fail(), unknown() or set(); 0 = none */
    enum status answer_status;             /* of the last fail() or unknown() */
    struct fact_value sets[RULE_MAX_SETS]; /* of set(), in call order */
    uint64_t first_set;                    /* number of sets[0] */
    size_t set_count;
};

struct world {
    struct sandbox sandbox; /* first, so that a state finds its world */
    const struct calendar *calendar;
    uint64_t answers; /* fail(), unknown() and set() called in this world: no answer has the number of an older one */
    int missing_year; /* the year that a calendar helper had no file for; 0 = none */
    struct run run;
};

/* Registry slot of the helpers' values, as library_push makes them. */
#define WORLD_LIBRARY 3

/* Opens the sandbox of a world and puts the helpers into its registry. QUANZE_INTERNAL when memory ran out. */
quanze_status world_start(struct world *world, double day_hours, struct quanze_error *error);

static inline struct world *world_of(lua_State *lua) { return (struct world *)sandbox_of(lua); }

#endif
