/* judge.h - runs the rules that meet a task and folds what they say into a verdict.
 *
 * A reader must believe:
 *   - this is the one place where a verdict is made: for the task as it is, and for the task with its remedies applied;
 *   - the verdict is folded twice, as if every unknown rule passed and as if it failed; where the two differ in class the
 *     verdict is `hold`. Whether an emergency runs is folded over in the same way when it cannot be told.
 */
#ifndef DECIDE_JUDGE_H
#define DECIDE_JUDGE_H

#include <decide/filter.h>

/* What a judgement is made with; all borrowed. */
struct judge {
    struct rule_core *core;
    const struct rule_set *in_force;
    struct deriver deriver;
};

/* What became of one rule that did not pass. */
struct ruling {
    uint16_t rule;
    enum status status;
    bool excused;            /* a running emergency excuses it */
    bool unchecked;          /* nobody keeps the past that it asks: it decides nothing */
    int missing_year;        /* calendar year that would tell, or 0 */
    struct fact_set missing; /* facts that would tell */
    const struct waiver *waiver;
    const struct rule_outcome *outcome; /* in `outcomes` */
};

struct judgement {
    struct derived derived;
    struct rule_set passes; /* the rules of `passed` as a set */
    struct ruling *rulings; /* room for every rule of the book */
    size_t count;
    uint16_t *passed; /* the same */
    size_t passed_count;
    struct rule_outcome *outcomes; /* room for every rule, or for one when `keeps_outcomes` is false */
    bool keeps_outcomes;
    enum verdict verdict;
    bool provisional;       /* admitted only because an emergency runs */
    bool emergency_decides; /* failures stand or fall with an emergency that cannot be told */
};

/* Judges a task whose CLOSED facts are settled; its derived facts are set. False when memory ran out. */
bool judge_task(const struct judge *judge, struct task *task, struct judgement *out);

/* Judges `task` again after its facts `changed` were set, given the judgement of `before`. Rules are pure functions of the
 * facts they name: one that passed, and none of whose facts is another now, passes again without being run; `passed` of `out`
 * lacks it. False when memory ran out. */
bool judge_again(const struct judge *judge, const struct task *before, const struct judgement *earlier,
                 const struct fact_set *changed, struct task *task, struct judgement *out);

/* Runs one rule on a task whose derived facts are set; its filter is tested first. UNKNOWN adds the facts that would tell
 * to `missing`. */
enum status judge_rule(const struct judge *judge, size_t rule, struct task *task, const struct derived *derived,
                       struct rule_outcome *outcome, struct fact_set *missing);

/* Sets the bounded facts that `rule` needs to their low end (`high` false) or high end, and notes them in `set`. */
void judge_set_end(const struct rule *rule, struct task *task, const struct derived *derived, bool high, struct fact_set *set);

/* Makes the facts of `set` absent again. */
void judge_unset(struct task *task, const struct fact_set *set);

/* Folds the rulings of `out` into its verdict and marks what an emergency excuses. */
void judge_fold(const struct plan *plan, enum truth emergency, struct judgement *out);

#endif
