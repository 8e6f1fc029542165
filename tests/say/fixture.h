/* fixture.h - decisions made by hand: the fire brigade's same-day notice, and what else a page must show. */
#ifndef TESTS_SAY_FIXTURE_H
#define TESTS_SAY_FIXTURE_H

#include <say/say.h>

struct fixture {
    struct task task;
    struct decision decision;
    struct list list;
    struct rulebook book;
    struct calendar calendar;
    struct say_world world;
};

/* Rejected: too little time, no funds; guidance not known, one rule unknown, one waived, one excused, one broken. */
void fixture_fire(struct fixture *fixture);

/* Admitted provisionally under an emergency, everything there, no item found. */
void fixture_flood(struct fixture *fixture);

/* The rule of the fixture with everything that a rule can have. */
const struct rule *fixture_rule(void);

#endif
