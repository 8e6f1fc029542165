/* decide.h - judgement: one task, the rules in force that day, one decision.
 *
 * A reader must believe:
 *   - there is one decision function; the reasons in a decision are by-products of it;
 *   - a fact that is absent is unknown, never false: a verdict other than `hold` holds for every way of filling the
 *     absent facts in (warn and info rules that are unknown are listed and decide nothing, so admit and conditional
 *     are one class in this promise);
 *   - everything a decision points to lives in the arena of the run, or in the frozen list and book.
 */
#ifndef DECIDE_DECIDE_H
#define DECIDE_DECIDE_H

#include <model/history.h>
#include <rule/rule.h>

/* How the item was found, made by the door from the task's claim and the matcher's answer. */
struct found_item {
    int how;       /* HOW_DECLARED, HOW_MATCHED, HOW_NONE */
    int item;      /* index into the list, -1 = none */
    int32_t score; /* millionths */
    int text_item; /* what the text alone points to (accepted), -1 = none */
    int32_t text_score;
    const struct item *village; /* item of the villages that the text clearly speaks of; NULL: none, or not looked for */
    bool claim_unknown;         /* the task claims an id that is not in the list, or not in force that day */
    struct {
        int item;
        int32_t score;
    } alternatives[4];
    size_t alternative_count;
    struct texts words; /* of the text, that it was found by, best first; only with HOW_MATCHED */
};

enum balance_side { BALANCE_POWER, BALANCE_FUNDS, BALANCE_STAFF, BALANCE_GUIDANCE, BALANCE_TIME, BALANCE_COUNT };

/* Duty against what came with it. Lists for power and guidance (names), numbers for the others.
 * A number that cannot be told is BALANCE_UNKNOWN. */
#define BALANCE_UNKNOWN INT64_MIN
struct balance_row {
    struct texts required, provided,
        gap; /* power: "penalty" or "penalty:matter"; guidance: "objective" "method" "standard" "contact" */
    int64_t needed, given, short_of; /* funds: fen; staff: people; time: working minutes (needed = the minimum) */
    bool known;                      /* nothing of this row is unknown */
    struct fact_set missing;         /* the facts that would tell */
};

struct finding {
    const struct rule *rule;
    size_t rule_index;
    enum status status; /* FAIL, UNKNOWN, WAIVED, ERROR, or PASS (kept apart, for the verbose page) */
    struct rule_outcome outcome;
    const struct waiver *waiver; /* of WAIVED */
    struct fact_set missing;     /* of UNKNOWN: base facts that would tell */
    bool excused;                /* a running emergency excuses it: papers follow */
    bool waits_for_text;         /* of UNKNOWN: the text of the unfinished paper would tell */
    bool unchecked;  /* of UNKNOWN: it asks the past and there is no ledger; it decides nothing and is no question */
    bool has_remedy; /* and it was re-run: it cures this finding */
    struct rule_remedy remedy;
};

struct question {
    enum fact_id fact; /* or FACT_COUNT_ALL for a calendar year */
    int missing_year;
    const struct choice *ask;
    const struct rule **decides; /* the block and hold rules that wait for it */
    size_t decide_count;
};

enum answer_kind { ANSWER_ACCEPT, ANSWER_DECLINE, ANSWER_OBJECT, ANSWER_REQUEST_RESOURCES, ANSWER_COUNT };

/* Why an answer is not open. */
enum closed_reason {
    CLOSED_NOT,
    CLOSED_BASIC_DUTY,
    CLOSED_ISSUER_BINDS,
    CLOSED_NO_GROUND,
    CLOSED_NOTHING_SHORT,
    CLOSED_RECALLED,
    CLOSED_UNDECIDED,
    CLOSED_NO_CURE /* of a letter that accepts on conditions: there are none that would do */
};

struct answer {
    bool open;
    enum closed_reason reason; /* when not open */
    int grounds[16];           /* indices into GROUND */
    size_t ground_count;
};

#define FIX_MAX_FIXES 8

/* One smallest set of changes: with all of them the task is admissible, with any fewer of them it is not. */
struct fix {
    struct fact_value *sets;
    size_t set_count;
    const struct choice **who; /* who must act, each once, in the order of the sets */
    size_t who_count;
    int64_t yuan_fen, people; /* money and people that come with the task, beyond what comes now */
    int64_t workdays;         /* working days that the latest of its days moves back; -1: the calendar does not tell */
    enum verdict verdict;     /* of the task with the changes, by the same judgement; `hold` when facts are still to be told */
};

/* Why there is no fix. */
enum fix_end {
    FIX_FOUND,
    FIX_NOT_NEEDED,    /* it is admissible as it is */
    FIX_FACTS_MISSING, /* nothing fails; facts are to be told */
    FIX_WITHDRAW,      /* a recalled item: the department withdraws the task and does it itself */
    FIX_NONE           /* nothing that anybody named cures it */
};

struct fixes {
    enum fix_end end;
    struct fix at[FIX_MAX_FIXES]; /* fewest changes first, then least money */
    size_t count;
    bool more;                   /* the search stopped at its bound: there may be others */
    const struct rule **blocked; /* of WITHDRAW and NONE: the rules that no change reaches */
    size_t blocked_count;
};

struct decision {
    const struct task *task; /* with the derived facts filled in */
    enum verdict verdict;
    bool provisional;
    int64_t papers_due; /* minute by which the papers follow, when provisional */
    int32_t as_of;
    struct found_item match;
    struct balance_row balance[BALANCE_COUNT];
    struct finding *findings; /* what failed, is unknown, waived or broke: by level (hardest first), status, rule id */
    size_t finding_count;
    const struct rule **passed; /* rules that passed, by id */
    size_t passed_count;
    size_t applied_rules;       /* rules of stage screen in force that day */
    struct question *questions; /* fewest facts first: together they settle the verdict */
    size_t question_count;
    struct answer answers[ANSWER_COUNT];
    enum verdict after_remedies; /* verdict when all shown remedies are applied; decided by the same function */
    bool has_after;
    const struct fixes *fixes; /* NULL: not asked for */
};

/* The rules of a book indexed by their filters, for one list. Frozen; shared by threads. */
struct plan;

quanze_status plan_open(const struct rulebook *book, const struct list *list, const struct calendar *calendar,
                        struct plan **out, struct quanze_error *error);
void plan_close(struct plan *plan);

/* What one thread needs to decide: a rule core and working memory. */
struct decider;

quanze_status decider_open(const struct plan *plan, bool strict, struct decider **out, struct quanze_error *error);
void decider_close(struct decider *decider);

/* Who keeps the past, for all tasks decided from now on; borrowed until the decider is closed. NULL, as at first: nobody. */
void decider_remember(struct decider *decider, const struct history *history);

/* From now on only verdict, findings and match are told: no balance, questions, remedies or answers. */
void decider_leave_advice(struct decider *decider);

/* Measures every run of a rule from now on, as rule_core_measure does. */
void decider_measure(struct decider *decider, struct rule_meter *meters, const struct rule_clock *clock);

/* The day by which a task is judged when nobody says otherwise: received, document, message, meeting or visit date; else
 * `today`. */
int32_t decide_day(const struct task *task, int32_t today);

/* Decides one task. `task` is filled with the derived facts. `out` points into `arena`.
 * QUANZE_INTERNAL when memory ran out, or what the keeper of the past says; nothing else can fail. */
quanze_status decide_task(struct decider *decider, struct task *task, const struct found_item *match, int32_t as_of,
                          struct arena *arena, struct decision *out, struct quanze_error *error);

/* Finds the smallest sets of changes that make a decided task admissible, each judged again. `decision` as decide_task left it
 * with the same decider; `out` points into `arena`. Errors as for decide_task. */
quanze_status decide_fix(struct decider *decider, const struct decision *decision, struct arena *arena, struct fixes *out,
                         struct quanze_error *error);

/* Runs list-stage rules on one item of the list, for `list lint`. Findings go to `out` in the arena. */
quanze_status decide_item(struct decider *decider, int item, int32_t day, struct arena *arena, struct finding **out,
                          size_t *count, struct quanze_error *error);

#endif
