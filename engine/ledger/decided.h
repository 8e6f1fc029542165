/* decided.h - decisions as they were made, so that they can be made again.
 *
 * A reader must believe: the past of a decision are the rows that were there when its run began. Rows tell the minute alone:
 * what was entered in the same minute as the decision may have been there or not.
 */
#ifndef LEDGER_DECIDED_H
#define LEDGER_DECIDED_H

#include <ledger/ledger.h>

/* The latest decision on the latest version of a task. Texts live for the call. */
struct ledger_decided {
    int64_t decision; /* its row */
    int64_t began;    /* the first row of its minute: those before were there */
    int64_t task;     /* the task's row */
    int32_t as_of;    /* the day by whose law it was judged */
    struct str id, facts, verdict, item;
};

/* Tasks by their rows, first and last. */
struct ledger_rows {
    int64_t from, to;
};

/* Cuts the tasks whose day lies in `days` into parts of about the same size, one behind the other: together they are all. */
quanze_status ledger_part_month(struct ledger *ledger, struct validity days, struct ledger_rows *parts, size_t count,
                                struct quanze_error *error);

typedef quanze_status ledger_each_decided(void *payload, const struct ledger_decided *decided, struct quanze_error *error);

/* Decided tasks of those rows whose day lies in `days`, in their order; those that nobody decided are counted. */
quanze_status ledger_list_decided(struct ledger *ledger, struct validity days, struct ledger_rows rows,
                                  ledger_each_decided *each, void *payload, size_t *undecided, struct quanze_error *error);

/* What a decision says. */
struct ledger_told {
    struct ledger_finding *findings; /* what failed, was waived or broke, hardest first: only rule, status and level */
    size_t finding_count;
    struct str record;
};

quanze_status ledger_read_told(struct ledger *ledger, int64_t decision, struct arena *arena, struct ledger_told *out,
                               struct quanze_error *error);

/* From now on the past is that of the rows before `row`; 0, as at first: of all. */
void ledger_past_before(struct ledger *ledger, int64_t row);

#endif
