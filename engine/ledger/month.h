/* month.h - the ledger by months: sums that are kept while tasks are added, and the tasks of a period one by one.
 *
 * A reader must believe:
 *   - sums change in the transaction that adds the task or the decision, or not at all: they are never behind;
 *   - a task counts once, with its latest version and what was rolled last for it;
 *   - a task that was added without being rolled (by an earlier form of the ledger) is in the period and not in the sums:
 *     `ledger_month_task.share` is then empty, and the sums of its month count fewer tasks than it has.
 */
#ifndef LEDGER_MONTH_H
#define LEDGER_MONTH_H

#include <ledger/ledger.h>

/* The number of a day's month: year * 12 + month - 1. */
int ledger_month_of(int32_t day);

/* What a task adds to the sums of its month: the department it counts for, and "name value" lines. */
struct ledger_share {
    struct str department, lines;
};

/* Puts the share of the task that was added or found in place of what it, or an earlier version of it, added before; within a
 * transaction. A task without a day is in no month. */
quanze_status ledger_roll(struct ledger *ledger, const struct ledger_task *task, const struct ledger_added *added,
                          const struct ledger_share *share, struct quanze_error *error);

/* One sum; `township` empty: each task once. Texts live for the call. */
struct ledger_sum {
    int month;
    struct str township, department, name;
    int64_t value;
};

typedef quanze_status ledger_each_sum(void *payload, const struct ledger_sum *sum, struct quanze_error *error);

/* All sums of the months `from` to `to`, by month, township, department, name. */
quanze_status ledger_list_sums(struct ledger *ledger, int from, int to, ledger_each_sum *each, void *payload,
                               struct quanze_error *error);

/* One task of a period as it stands. Empty texts: not told, not decided, never moved, no brief kept. They live for the call. */
struct ledger_month_task {
    int64_t seq, entered_at; /* minute */
    int32_t day;
    struct str id, issuer, share, brief, verdict, item, list, state;
};

typedef quanze_status ledger_each_month_task(void *payload, const struct ledger_month_task *task, struct quanze_error *error);

/* The latest version of each task whose day lies in `days`, in the order they were added. */
quanze_status ledger_list_month(struct ledger *ledger, struct validity days, ledger_each_month_task *each, void *payload,
                                struct quanze_error *error);

/* Puts the facts of a task, as a task file, into `out`. QUANZE_NO_INPUT: there is no such row. */
quanze_status ledger_read_facts(struct ledger *ledger, int64_t seq, struct buf *out, struct quanze_error *error);

/* Tasks whose time ended in `days`, or that went one of the ways of `ledger_list_refused` in them. */
struct ledger_month_past {
    struct str id, title, issuer, kind, item, state, facts; /* `facts` and `state` of refused, `kind` of ended ones */
    int64_t topic;
    int32_t day, on; /* of the task; when it ended or was moved */
};

typedef quanze_status ledger_each_past(void *payload, const struct ledger_month_past *past, struct quanze_error *error);
quanze_status ledger_list_ended(struct ledger *ledger, struct validity days, ledger_each_past *each, void *payload,
                                struct quanze_error *error);

/* Moves to refused, refusal_sent, objected, revoked, changed, withdrawn and reassigned, in their order. */
quanze_status ledger_list_refused(struct ledger *ledger, struct validity days, ledger_each_past *each, void *payload,
                                  struct quanze_error *error);

/* Tasks without a day, which are in no month; and the first and last day that any task has (DAY_NONE: none has). */
quanze_status ledger_count_undated(struct ledger *ledger, size_t *out, struct quanze_error *error);
quanze_status ledger_find_days(struct ledger *ledger, struct validity *out, struct quanze_error *error);

/* Whether anything of the days up to `to` may have changed since the ledger ended with row `seq` and that hash ("sha256:..."):
 * whatever came since is about tasks of later days that were entered later and end later, about corrections entered or put
 * right later, or counts in no month. True also when the ledger has no such row, or so many since that looking takes long. */
quanze_status ledger_months_changed(struct ledger *ledger, int64_t seq, struct str hash, int32_t to, bool *out,
                                    struct quanze_error *error);

#endif
