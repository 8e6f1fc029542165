/* support.h - a rule written in a test: its parts, the file made of them, its book, its core. */
#ifndef TESTS_RULE_SUPPORT_H
#define TESTS_RULE_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <rule/rule.h>

/* Lua texts; NULL takes the part of a plain rule: fails when staff.required is over 2. */
struct rule_parts {
    const char *id, *before, *applies, *parameters, *needs, *may, *check, *says, *remedy, *examples, *extra;
};

struct fixture {
    char folder[64];
    struct arena arena;
    struct problems problems;
    struct quanze_error error;
    struct rulebook *book;
    struct rule_core *core;
    struct rule_outcome outcome;
    struct task facts;
};

/* Writes the rule to a fresh folder time/, loads the folder. */
struct fixture *fixture_of(const struct rule_parts *parts);

/* The same with any bytes as the file time/NAME. */
struct fixture *fixture_of_file(const char *name, const char *bytes, size_t length);

/* Several files, in time/; names and texts, `count` of each. */
struct fixture *fixture_of_files(const char *const *names, const char *const *texts, size_t count);

void fixture_free(struct fixture *fixture);

/* The file's text of the parts; to be freed by test_free. */
char *rule_text_of(const struct rule_parts *parts);

/* Fails the test unless a problem has this code and its English sentence holds `words`; returns it. */
const struct problem *expect_problem(const struct fixture *fixture, const char *code, const char *words);

/* Opens a core (no list, `calendar` may be NULL) on a book without problems. */
void open_core(struct fixture *fixture, const struct calendar *calendar, bool strict);

/* Sets a fact from a number or text of its own unit. */
void give_number(struct fixture *fixture, const char *fact, int64_t number);
void give_text(struct fixture *fixture, const char *fact, const char *text);
void give_none(struct fixture *fixture, const char *fact);

/* Runs rule 0 (or `index`) on the facts and returns the status. */
enum status run(struct fixture *fixture);
enum status run_at(struct fixture *fixture, size_t index);

/* Loads the check of a rule without problems, with staff.required = 3 as its only fact, and runs it once. */
struct fixture *run_check(const char *check);

/* Fails the test unless it ended in STATUS_ERROR with these words in English, and the core still judges a plain task. */
void expect_error(struct fixture *fixture, const char *words);

/* Years 2023 and 2024: Monday to Friday, 08:30-12:00 and 13:00-17:30, one holiday (2024-01-01), one make-up Saturday
 * (2024-02-03). */
void make_calendar(struct calendar *calendar);

#endif
