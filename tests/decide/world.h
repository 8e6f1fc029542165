/* world.h - a small county to judge in: three townships, two departments, four items, a register of powers, waivers, the
 * working days of 2026 and the rules below tests/decide/rules. */
#ifndef TESTS_DECIDE_WORLD_H
#define TESTS_DECIDE_WORLD_H

#include <check.h>
#include <decide/decide.h>

enum { WORLD_BASIC, WORLD_FIRE, WORLD_RECALLED, WORLD_FIREWORKS };

struct world {
    struct list list;
    struct calendar calendar;
    struct rulebook *book;
    struct plan *plan;
    struct decider *decider;
    struct arena arena, list_arena;
};

/* Opens a world with the rules of `folder`; every failure fails the test. */
void world_open(struct world *world, const char *folder);
void world_close(struct world *world);

/* Opens rules, plan and decider of a world whose list and calendar are there. */
void world_open_rules(struct world *world, const char *folder);

/* The list alone, without rules. */
void world_list(struct world *world);

/* A day of 2026-11: judged on the 5th unless a test says otherwise. */
int32_t world_day(const char *text);

/* Sets a fact by its name from words: a choice by name, "true", a number, "2026-11-05T09:30", texts joined by commas,
 * "none". Money is in fen. Rows of records are joined by ";", fields by ",", absent fields are empty. */
void world_set(struct world *world, struct task *task, const char *fact, const char *words);

/* "kind=form title=通知 ..." joined by blanks. */
void world_task(struct world *world, struct task *task, const char *facts);

/* Decides on 2026-11-05 with item `item` declared (-1: none). */
void world_decide(struct world *world, struct task *task, int item, struct decision *out);

/* The finding of a rule, or NULL. */
const struct finding *world_finding(const struct decision *decision, const char *rule);

#endif
