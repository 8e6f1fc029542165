/* vocabulary.h - the words of choice.def that judgement itself must know, found once by name.
 *
 * A reader must believe: nothing here is a second list of words; every word is looked up in choice.def, and a test
 * fails when one is not there.
 * Source: 地方组织法 76(7), 86 (whose tasks bind a township); procedures of task admission (which kinds are work to be done).
 */
#ifndef DECIDE_VOCABULARY_H
#define DECIDE_VOCABULARY_H

#include <model/fact.h>

/* What a township must be told before it can do a piece of work. */
enum guidance_part { GUIDANCE_OBJECTIVE, GUIDANCE_METHOD, GUIDANCE_STANDARD, GUIDANCE_CONTACT, GUIDANCE_COUNT };

struct action_power {
    struct str word;
    int power;
};

struct vocabulary {
    struct choices powers, asks;
    uint64_t binding_issuers; /* bit = index into ISSUER_KIND: party committees and governments, county and above */
    uint64_t working_kinds;   /* bit = index into TASK_KIND: something is to be done, so guidance is needed */
    int enforcement, penalty, coercion, licensing;                                                /* indices into POWER */
    int delegated, entrusted, recalled;                                                           /* indices into POWER_MODE */
    int kind_enforce, kind_penalise, kind_coerce, kind_demolish;                                  /* indices into TASK_KIND */
    int no_power, no_funds, no_staff, unclear_guidance, time_unreasonable, off_list_not_admitted; /* indices into GROUND */
    int maintainer;                                                                               /* index into ASK */
    struct action_power actions[24]; /* what people write for acts that need a power */
    size_t action_count;
};

/* Looks all words up. False when choice.def lacks one. */
bool vocabulary_load(struct vocabulary *out);

static inline bool vocabulary_has(uint64_t set, int64_t index) { return index >= 0 && index < 64 && ((set >> index) & 1) != 0; }

/* The power that an action by this word needs ("penalise", "处罚"), or -1: patrolling and reporting need none. */
int vocabulary_action_power(const struct vocabulary *vocabulary, struct str action);

/* The power that a task of this kind needs, or -1. */
int vocabulary_kind_power(const struct vocabulary *vocabulary, int64_t kind);

#endif
