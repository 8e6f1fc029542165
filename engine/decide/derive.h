/* derive.h - the DERIVED facts of fact.def: what task, list and found item say together.
 *
 * A reader must believe:
 *   - a derived fact is known only when no completion of the absent facts could change it;
 *   - one that is not known names the facts that would tell it; these are facts of the task, but for what only the list
 *     can tell (the staff of a township): that one is named itself;
 *   - of powers, money and people often one end is certain before the whole is: the list's norm is the least that is needed.
 *     Such a fact is `bounded`: it stays unknown, its ends are kept, and what holds at both ends is taken to hold between.
 * Source: 行政强制法 17; 行政处罚法 24; 地方组织法 76(7).
 */
#ifndef DECIDE_DERIVE_H
#define DECIDE_DERIVE_H

#include <decide/plan.h>
#include <model/history.h>

enum {
    FIRST_DERIVED = FACT_ID_ITEM_HOW,    /* all facts from here on are derived; a test checks it */
    FIRST_MONTH = FACT_ID_MONTH_SUBJECT, /* from here on they are the audit's, of which a task knows nothing */
    DERIVED_COUNT = FIRST_MONTH - FIRST_DERIVED
};

/* The two ends of a derived fact that is not told exactly. */
struct bounds {
    struct value low, high;
};

enum { DEPARTMENT_ABSENT = -2, DEPARTMENT_STRANGE = -1 };

/* What derivation knows beside the values it sets in the task. */
struct derived {
    struct fact_set missing[DERIVED_COUNT]; /* counts only for derived facts that are not known */
    struct bounds bounds[DERIVED_COUNT];    /* counts only for facts in `bounded` */
    struct fact_set bounded;
    struct texts needed, held, lacking; /* powers: needed, of these certainly held, of these certainly not held */
    struct power_need *power_needs;     /* the same as `needed`, before they became words */
    size_t power_need_count;
    int64_t funds_floor, staff_floor; /* the least that is needed: fen, people */
    int issuer_department;            /* index in the list, or DEPARTMENT_ABSENT, DEPARTMENT_STRANGE */
};

/* What a derivation reads beside the task. */
struct deriver {
    const struct plan *plan;
    struct power_cache *powers; /* which register entry fits which item; one thread's */
    const struct found_item *match;
    int32_t day;
    struct arena *arena;
    const struct history *history; /* NULL: nobody keeps the past */
    struct quanze_error *trouble;  /* why the past could not be asked; its status is QUANZE_OK before */
};

/* The facts that an unfinished paper would tell, if only by silence, once its text is there; none of a finished one. */
void derive_by_text(const struct plan *plan, const struct task *task, struct fact_set *out);

/* Makes absent CLOSED facts of a finished paper stated none and notes them in `assumed`. */
void derive_closed(const struct plan *plan, struct task *task, struct fact_set *assumed);

/* Sets every derived fact of the task. False when memory ran out, or when `trouble` says why. */
bool derive_all(const struct deriver *deriver, struct task *task, struct derived *out);

/* A task whose derived facts are set, and what is known beside them. */
struct derivation {
    const struct task *task;
    const struct derived *derived;
};

/* The same for `task`, which is that of `before` but for the facts `changed`; what reads none of them is taken over. Adds to
 * `renewed` the derived facts that were derived anew. `out` is not that of `before`. False as for derive_all. */
bool derive_again(const struct deriver *deriver, const struct derivation *before, const struct fact_set *changed,
                  struct task *task, struct derived *out, struct fact_set *renewed);

/* Drops from `renewed` the derived facts that are surely the same before and after. */
void derive_drop_same(const struct derivation *before, const struct derivation *after, struct fact_set *renewed);

/* Adds to `out` the facts that would tell `fact`: itself when it is no derived one. */
void derive_missing(const struct derived *derived, size_t fact, struct fact_set *out);

/* Whether the ends of these bounded facts move together, so that two runs of a rule tell both. */
bool derive_moves_together(const struct fact_set *facts);

/* Notes that a derived fact cannot be told, and sets it absent. */
void derive_unknown(struct task *task, struct derived *out, enum fact_id fact, const enum fact_id *missing, size_t count);

/* powers.needed, powers.held, powers.missing. False when memory ran out. */
bool derive_powers(const struct deriver *deriver, struct task *task, struct derived *out);

/* funds.needed, staff.needed. True. */
bool derive_resources(const struct deriver *deriver, struct task *task, struct derived *out);

/* The facts that the past tells, of those that rules read. Without a history each of them is missing itself. False as for
 * derive_all. */
bool derive_history(const struct deriver *deriver, struct task *task, struct derived *out);

/* Which register entry fits which item: filled as items come, one thread's. */
struct power_cache;
quanze_status power_cache_open(const struct plan *plan, struct power_cache **out, struct quanze_error *error);
void power_cache_close(struct power_cache *cache);

#endif
