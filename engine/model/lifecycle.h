/* lifecycle.h - which states a task goes through, who may move it, and what must hold first.
 *
 * A reader must believe:
 *   - nothing moves by itself: silence is never acceptance, and what runs out is told, not done;
 *   - states, moves, guards, time limits and the words that tell offices apart are data (lifecycle.def);
 *   - checking a move is a pure function of what is known of the case.
 */
#ifndef MODEL_LIFECYCLE_H
#define MODEL_LIFECYCLE_H

#include <base/error.h>
#include <model/list.h>

enum limit_id {
    NO_LIMIT = -1,
#define LIMIT(id, ...) LIMIT_##id,
#define STATE(id, ...)
#define MOVE(from, to, who, guards)
#define OFFICE_WORD(office, word)
#include <model/lifecycle.def>
#undef LIMIT
    LIMIT_COUNT
};

enum state_id {
#define LIMIT(id, ...)
#undef STATE
#define STATE(id, ...) STATE_##id,
#include <model/lifecycle.def>
    STATE_COUNT
};
#undef LIMIT
#undef STATE
#undef MOVE
#undef OFFICE_WORD

/* Who moves tasks; a set is their sum. */
enum office { OFFICE_DEPARTMENT = 1, OFFICE_GATEKEEPER = 2, OFFICE_TOWNSHIP = 4, OFFICE_GOVERNMENT = 8 };

struct state_info {
    struct str name, zh, en;
    enum limit_id limit;
    bool is_end; /* nothing comes after it */
};

struct limit_info {
    struct str parameter, zh, en, source;
    int workdays;
};

const struct state_info *state_at(enum state_id state);
const struct limit_info *limit_at(enum limit_id limit);

/* By name or Chinese name, or -1; the nearest name, or -1. */
int state_find(struct str name);
int state_nearest(struct str name);

/* Working days of a limit: the list's parameter of that name, else the default. `list` may be NULL. */
int limit_workdays(enum limit_id limit, const struct list *list);

/* What an office is, by the task's own issuer and townships, else by the ending of its name. */
enum office office_of(struct str name, struct str issuer, const struct texts *townships);
struct str office_name(enum office office, quanze_language language);

/* What the ledger knows of a task when somebody wants to move it. */
struct lifecycle_case {
    struct str id;
    enum state_id state;
    bool is_screened, is_admissible, is_rejected; /* by the latest decision; admissible: admit or conditional */
    bool is_basic, is_recalled, is_provisional;   /* by the latest decision */
    bool issuer_binds;                            /* party committee or government of the county or above */
    bool has_ground;                              /* a typed ground with its basis, from the decision or stated with the move */
    bool was_conditional, was_temporary;          /* admitted so */
    bool was_extended;                            /* its time for deciding, ever */
    int32_t end_day;                              /* last day of the task, or DAY_NONE */
    int32_t due_day;                              /* on which its state runs out, or DAY_NONE: no limit, or it cannot be told */
};

struct lifecycle_step {
    enum state_id to;
    enum office office;
    int32_t today;
    int32_t until;          /* stated with the move, or DAY_NONE */
    bool has_second_person; /* approved by another person */
};

/* QUANZE_OK when the move may be made; else QUANZE_USAGE with what stands against it and what is open instead. */
quanze_status lifecycle_check(const struct lifecycle_case *of, const struct lifecycle_step *step, struct quanze_error *error);

/* Whether an office may move a task from one state to another, as far as the two states tell. */
bool lifecycle_leads(enum state_id from, enum state_id to, enum office office);

/* Whether a move is one that rests on a ground: a refusal, an objection. */
bool lifecycle_needs_ground(enum state_id from, enum state_id to);

/* Appends the states that a state leads to, as they can be asked for: in Chinese, or by their names. */
struct buf;
void lifecycle_put_next(struct buf *out, enum state_id from, quanze_language language);

#endif
