/* correction.h - corrections (整改): what a department has to put right, by when, and what became of it.
 *
 * A reader must believe: a correction is open until somebody says that it is done; what comes again after that has relapsed and
 * is open anew, under the same number; what is open goes over into the next month by itself.
 */
#ifndef LEDGER_CORRECTION_H
#define LEDGER_CORRECTION_H

#include <ledger/ledger.h>

struct ledger_correction {
    struct str department, matter, ground, task, rule; /* the last three may be empty */
    struct str office, person;                         /* who asks for it */
    int32_t due_on;
};

/* Whether a task of that issuer is in the ledger, by the name it was entered with. */
quanze_status ledger_has_issuer(struct ledger *ledger, struct str name, bool *out, struct quanze_error *error);

quanze_status ledger_add_correction(struct ledger *ledger, const struct ledger_correction *correction, int64_t now,
                                    struct ledger_added *out, struct quanze_error *error);

enum correction_step { CORRECTION_STEP_DONE, CORRECTION_STEP_RELAPSED };

struct ledger_step {
    int64_t correction; /* its number */
    enum correction_step step;
    struct str why, office, person;
    int32_t due_on; /* of a relapse: the new day; else DAY_NONE */
};

/* QUANZE_NO_INPUT when there is no such correction; QUANZE_USAGE when what is done is done again, or what is open relapses. */
quanze_status ledger_add_step(struct ledger *ledger, const struct ledger_step *step, int64_t now, struct ledger_added *out,
                              struct quanze_error *error);

enum ledger_correction_state {
    LEDGER_CORRECTION_OPEN,
    LEDGER_CORRECTION_DUE, /* its day has come */
    LEDGER_CORRECTION_DONE,
    LEDGER_CORRECTION_RELAPSED, /* open again */
    LEDGER_CORRECTION_STATES
};

/* "open", "due", "done", "relapsed". */
struct str ledger_correction_state_name(enum ledger_correction_state state);

/* A correction as it stood at the end of a day. Texts live for the call. */
struct ledger_correction_line {
    int64_t seq, number;
    struct ledger_correction correction; /* with the day that counts now */
    enum ledger_correction_state state;
    int32_t opened_on, changed_on; /* changed_on: of the last step, or DAY_NONE */
    struct str why, by;            /* of the last step */
    int64_t relapses, months;      /* months: ends of months that it was carried over, while it is open */
};

/* Calls `each` for all corrections that were there on the day, in their order; or `newest`: those that are not done first, the
 * last first among them. */
typedef quanze_status ledger_each_correction(void *payload, const struct ledger_correction_line *line,
                                             struct quanze_error *error);
quanze_status ledger_list_corrections(struct ledger *ledger, int32_t day, bool newest, ledger_each_correction *each,
                                      void *payload, struct quanze_error *error);

#endif
