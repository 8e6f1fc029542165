/* core.h - the inside of a core, for core.c and run.c only. */
#ifndef RULE_CORE_H
#define RULE_CORE_H

#include <rule/run/memo.h>
#include <rule/world/world.h>

/* What the core knows of a rule besides the book. */
struct core_rule {
    bool is_scalar; /* pushing its facts never allocates */
    bool has_text;  /* a text fact may be long: comparing it is no small step */
    bool is_put;    /* its functions are in the state */
    unsigned line;  /* where check stands; once it is put */
};

struct rule_core {
    struct world world;
    const struct rulebook *book;
    bool strict;
    bool looks_once; /* between rule_runs_begin and rule_runs_end */
    bool is_open;    /* the state is whole; false after a rebuild that failed */
    double day_hours;
    struct rule_meter *meters; /* one for each rule of the book; NULL: nothing is measured */
    struct rule_clock clock;
    bool is_counting;     /* the run at hand is one for the instructions alone */
    int64_t armed_steps;  /* of the last run */
    size_t resting_bytes; /* what the state holds between runs */
    struct core_rule *rules;
    struct memo_entry *memo;           /* answers of rules; a limit that trips does not make them wrong */
    struct held held;                  /* texts and lists of facts, shared by rules */
    lua_Integer words[FACT_COUNT_ALL]; /* registry slots of the words that view_push asks for */
};

enum core_part { CORE_CHECK, CORE_REMEDY, CORE_PARAMETERS, CORE_PARTS };

/* Registry slot of a part of a rule. */
static inline lua_Integer core_slot(size_t rule, enum core_part part) {
    enum { FIRST = 4 };
    return FIRST + (lua_Integer)(rule * CORE_PARTS) + (lua_Integer)part;
}

/* Whether a rule sees a parameter of this value as an integer. */
bool core_is_whole(double value);

/* Puts the functions of a rule into the open state, before its first run. QUANZE_INTERNAL when memory ran out. */
quanze_status core_put(struct rule_core *core, size_t rule, struct quanze_error *error);

/* Makes the state whole and puts the rule into it, where that is still to be done. */
quanze_status core_make_ready(struct rule_core *core, size_t rule, struct quanze_error *error);

/* Closes the state and builds it anew, after a limit tripped. */
quanze_status core_rebuild(struct rule_core *core, struct quanze_error *error);

#endif
