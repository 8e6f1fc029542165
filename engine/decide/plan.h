/* plan.h - the rules of a book, indexed by what their filters ask.
 *
 * A reader must believe:
 *   - a filter has three answers: it holds, it does not, or a fact it asks for is absent;
 *   - a rule is left out only when a condition of its filter is certainly false; everything else is evaluated;
 *   - a plan is frozen once open and shared by threads.
 */
#ifndef DECIDE_PLAN_H
#define DECIDE_PLAN_H

#include <decide/decide.h>
#include <decide/power_index.h>
#include <decide/vocabulary.h>

enum { RULE_SET_WORDS = QUANZE_MAX_RULES / 64 };

struct rule_set {
    uint64_t words[RULE_SET_WORDS];
};

static inline void rule_set_add(struct rule_set *set, size_t rule) { set->words[rule / 64] |= UINT64_C(1) << (rule % 64); }
static inline bool rule_set_has(const struct rule_set *set, size_t rule) { return (set->words[rule / 64] >> (rule % 64)) & 1; }

/* One filter fact with a closed vocabulary: which rules each of its values rules out. */
struct fact_index {
    enum fact_id fact;
    struct rule_set readers;   /* rules whose filter asks for it */
    struct rule_set *excluded; /* [0]: stated none; [1 + v]: value v */
    size_t value_count;
};

/* How far back a question about the past goes. */
enum history_span { SPAN_DAY, SPAN_YEAR, SPAN_TOPIC, SPAN_SHORT, SPAN_FORM, SPAN_COUNT };

/* A parameter that the engine itself reads, by day; the first that holds counts. */
struct dated_value {
    struct validity days;
    double value;
};

struct dated {
    struct dated_value *at;
    size_t count;
    double otherwise;
};

struct plan {
    struct arena arena;
    const struct rulebook *book;
    const struct list *list;
    const struct calendar *calendar;
    struct vocabulary vocabulary;
    struct power_index powers;
    struct fact_set closed; /* facts that a finished paper states not to be there by leaving them out */
    struct rule_set stages[STAGE_LIST + 1];
    struct rule_set excusable;               /* rules whose failure a running emergency excuses */
    struct rule_set waivable;                /* rules that some waiver of the list names */
    struct rule_set unindexed;               /* rules with a condition that the index does not hold */
    struct rule_set readers[FACT_COUNT_ALL]; /* rules that name the fact: in their filter, their needs or what they may see */
    struct fact_index *index;
    size_t index_count;
    size_t set_words; /* words of a rule set that are in use */
    struct dated min_notice_workdays, emergency_papers_workdays;
    struct fact_set history;               /* facts of the past that some rule reads */
    struct dated history_days[SPAN_COUNT]; /* how far back each span goes; counts for none that is a calendar day or year */
    int64_t day_minutes;                   /* working minutes of a full day of the newest calendar year */
};

struct derived;

double plan_value_on(const struct dated *values, int32_t day);

/* The rules of `stage` in force on `day`, and the days around it on which no rule begins or ends. */
void plan_in_force(const struct plan *plan, enum stage stage, int32_t day, struct rule_set *out, struct validity *era);

/* Which of the rules `in_force` these facts leave: `candidates` have no condition that is certainly false;
 * `undecided`, a part of them, have one that cannot be told. */
void plan_candidates(const struct plan *plan, const struct rule_set *in_force, const struct task *task,
                     const struct derived *derived, struct rule_set *candidates, struct rule_set *undecided);

#endif
