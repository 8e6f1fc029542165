/* support.h - a ledger in a folder of its own, tasks and decisions to put into it, and a hand that tampers with it. */
#ifndef TESTS_LEDGER_SUPPORT_H
#define TESTS_LEDGER_SUPPORT_H

#include <ledger/ledger.h>

#include <check.h>

#define NOW 29733120 /* 2026-07-14T00:00 */

struct shelf {
    char folder[32], path[128];
    struct arena arena;
    struct ledger *ledger; /* open for writing, or NULL */
};

/* cmocka's setup and teardown: an empty ledger, open. */
int shelf_open(void **state);
int shelf_close(void **state);

/* Closes and opens again. */
void shelf_reopen(struct shelf *shelf, enum ledger_access access);

/* A task as words, with one township unless `township` is NULL. Days may be DAY_NONE. */
struct paper {
    const char *id, *title, *issuer, *issuer_kind, *kind, *township, *form, *item;
    const char *body, *facts; /* facts: as a task file; NULL: id and title */
    int32_t day, visit, meeting, end;
    int64_t due; /* a minute; 0: not said */
};

/* The row of a paper. */
void paper_row(struct shelf *shelf, const struct paper *paper, struct ledger_task *out);

/* Adds a paper in a transaction of its own; gives its row. */
int64_t add_paper(struct shelf *shelf, const struct paper *paper);

/* Adds a decision with one failed finding of that ground (NULL: none) to the task of row `task`. */
int64_t add_decision(struct shelf *shelf, int64_t task, const char *verdict, const char *item_kind, const char *ground,
                     int64_t papers_due);

/* Moves without asking anybody. */
void add_move(struct shelf *shelf, const char *id, enum state_id to, enum office role, int32_t due_on, const char *due_why);

/* Runs SQL on the closed file, triggers dropped first: what somebody with the file could do. */
void tamper(struct shelf *shelf, const char *sql);

/* How many rows differ between where tasks are kept to stand and what is counted from the rows. */
int64_t standing_differences(struct shelf *shelf);

/* What verify says: number of faults, and the first of them. */
struct seen {
    size_t count;
    int64_t first_row;
    enum ledger_fault first;
    struct ledger_verified result;
};

void verify(struct shelf *shelf, const char *head, struct seen *out);

#endif
