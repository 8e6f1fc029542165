#include <decide/judge.h>
#include <decide/waiver.h>

static bool fails(enum status status) { return status == STATUS_FAIL || status == STATUS_ERROR; }

static void add_missing(const struct derived *derived, const struct fact_set *facts, struct fact_set *out) {
    for (size_t word = 0; word < FACT_WORDS; word++)
        for (uint64_t left = facts->words[word]; left != 0; left &= left - 1)
            derive_missing(derived, word * 64 + (size_t)__builtin_ctzll(left), out);
}

void judge_set_end(const struct rule *rule, struct task *task, const struct derived *derived, bool high, struct fact_set *set) {
    *set = (struct fact_set){{0}};
    for (size_t i = 0; i < rule->need_count; i++) {
        const enum fact_id fact = rule->needs[i];
        if (fact_set_has(&task->known, fact) || !fact_set_has(&derived->bounded, fact)) continue;
        const struct bounds *bounds = &derived->bounds[fact - FIRST_DERIVED];
        task_set(task, fact, high ? bounds->high : bounds->low);
        fact_set_add(set, fact);
    }
}

void judge_unset(struct task *task, const struct fact_set *set) {
    for (size_t word = 0; word < FACT_WORDS; word++) task->known.words[word] &= ~set->words[word];
}

static enum status run(const struct judge *judge, size_t rule, const struct task *task, const struct derived *derived,
                       struct rule_outcome *outcome, struct fact_set *missing) {
    rule_run(judge->core, rule, task, judge->deriver.arena, outcome);
    if (outcome->status == STATUS_UNKNOWN && outcome->unknown_fact >= 0)
        derive_missing(derived, (size_t)outcome->unknown_fact, missing);
    return outcome->status;
}

/* Some needs are told only from one end: what the rule says at both ends holds between. A rule over sums or powers goes one
 * way with them: more needed is never better. */
static enum status run_at_ends(const struct judge *judge, size_t index, struct task *task, const struct derived *derived,
                               struct rule_outcome *outcome, struct fact_set *missing) {
    const struct rule *rule = &judge->deriver.plan->book->rules[index];
    struct fact_set set;
    judge_set_end(rule, task, derived, true, &set);
    enum status high = run(judge, index, task, derived, outcome, missing);
    judge_unset(task, &set);
    judge_set_end(rule, task, derived, false, &set);
    enum status low = run(judge, index, task, derived, outcome, missing);
    judge_unset(task, &set);
    if (low == high || (fails(low) && fails(high))) return low;
    add_missing(derived, &set, missing);
    return STATUS_UNKNOWN;
}

/* The status of a rule whose filter holds, or might. */
static enum status run_rule(const struct judge *judge, size_t index, struct task *task, const struct derived *derived,
                            struct rule_outcome *outcome, struct fact_set *missing) {
    const struct rule *rule = &judge->deriver.plan->book->rules[index];
    if (fact_set_covers(&task->known, &rule->need_set)) return run(judge, index, task, derived, outcome, missing);
    struct fact_set absent;
    for (size_t word = 0; word < FACT_WORDS; word++) absent.words[word] = rule->need_set.words[word] & ~task->known.words[word];
    if (fact_set_covers(&derived->bounded, &absent) && derive_moves_together(&absent))
        return run_at_ends(judge, index, task, derived, outcome, missing);
    add_missing(derived, &absent, missing);
    outcome->status = STATUS_UNKNOWN;
    outcome->message = NULL;
    outcome->value_count = 0;
    outcome->unknown_fact = -1;
    outcome->missing_year = 0;
    return STATUS_UNKNOWN;
}

/* A failure counts only where the filter certainly holds. */
static enum status run_undecided(const struct judge *judge, size_t index, struct task *task, const struct derived *derived,
                                 struct rule_outcome *outcome, struct fact_set *missing) {
    enum status status = run_rule(judge, index, task, derived, outcome, missing);
    if (status == STATUS_PASS) return status;
    filter_missing(&judge->deriver.plan->book->rules[index], task, derived, missing);
    return STATUS_UNKNOWN;
}

enum status judge_rule(const struct judge *judge, size_t index, struct task *task, const struct derived *derived,
                       struct rule_outcome *outcome, struct fact_set *missing) {
    const struct rule *rule = &judge->deriver.plan->book->rules[index];
    enum truth applies = TRUTH_TRUE;
    for (size_t i = 0; i < rule->applies_count; i++) {
        enum truth truth = filter_test(&rule->applies[i], task, derived);
        if (truth < applies) applies = truth;
    }
    if (applies == TRUTH_FALSE) return STATUS_NOT_APPLICABLE;
    if (applies == TRUTH_UNKNOWN) return run_undecided(judge, index, task, derived, outcome, missing);
    return run_rule(judge, index, task, derived, outcome, missing);
}

/* A waiver turns what failed or cannot be told into waived; one that may apply turns a failure into unknown. */
static void waive(const struct judge *judge, const struct task *task, const struct derived *derived, struct ruling *ruling) {
    const struct deriver *deriver = &judge->deriver;
    if (ruling->status == STATUS_ERROR || !rule_set_has(&deriver->plan->waivable, ruling->rule)) return;
    struct fact_set missing = {{0}};
    enum truth truth = waiver_find(deriver->plan->list, &deriver->plan->book->rules[ruling->rule], task, derived, deriver->day,
                                   &ruling->waiver, &missing);
    if (truth == TRUTH_TRUE) ruling->status = STATUS_WAIVED;
    if (truth != TRUTH_UNKNOWN || ruling->status != STATUS_FAIL) return;
    ruling->status = STATUS_UNKNOWN;
    ruling->missing = missing;
}

/* A rule that asks the past where nobody keeps it: no answer to any other question would tell it. */
static void leave_unchecked(const struct judge *judge, struct ruling *ruling) {
    ruling->unchecked = false;
    if (ruling->status != STATUS_UNKNOWN || judge->deriver.history) return;
    struct fact_set past;
    for (size_t word = 0; word < FACT_WORDS; word++) {
        past.words[word] = ruling->missing.words[word] & judge->deriver.plan->history.words[word];
        ruling->unchecked = ruling->unchecked || past.words[word] != 0;
    }
    if (ruling->unchecked) ruling->missing = past;
}

/* Runs one candidate and notes what came of it. */
static void rule_on(const struct judge *judge, size_t index, bool undecided, struct task *task, struct judgement *out) {
    struct rule_outcome *outcome = &out->outcomes[out->keeps_outcomes ? out->count : 0];
    struct ruling *ruling = &out->rulings[out->count];
    ruling->missing = (struct fact_set){{0}};
    enum status status = undecided ? run_undecided(judge, index, task, &out->derived, outcome, &ruling->missing)
                                   : run_rule(judge, index, task, &out->derived, outcome, &ruling->missing);
    if (status == STATUS_PASS) {
        out->passed[out->passed_count++] = (uint16_t)index;
        rule_set_add(&out->passes, index);
        return;
    }
    ruling->rule = (uint16_t)index;
    ruling->status = status;
    ruling->excused = false;
    ruling->missing_year = outcome->status == STATUS_UNKNOWN ? outcome->missing_year : 0;
    ruling->waiver = NULL;
    ruling->outcome = outcome;
    leave_unchecked(judge, ruling);
    waive(judge, task, &out->derived, ruling);
    out->count++;
}

static enum truth emergency_of(const struct task *task) {
    if (!task_knows(task, FACT_ID_EMERGENCY_RUNNING)) return TRUTH_UNKNOWN;
    return task_true(task, FACT_ID_EMERGENCY_RUNNING) ? TRUTH_TRUE : TRUTH_FALSE;
}

/* Runs the rules that meet the task, but for those of `settled`, which are known to pass; then folds. */
static void judge_rules(const struct judge *judge, const struct rule_set *settled, struct task *task, struct judgement *out) {
    const struct plan *plan = judge->deriver.plan;
    struct rule_set candidates, undecided;
    plan_candidates(plan, judge->in_force, task, &out->derived, &candidates, &undecided);
    out->count = out->passed_count = 0;
    out->passes = *settled;
    rule_runs_begin(judge->core);
    for (size_t word = 0; word < plan->set_words; word++)
        for (uint64_t left = candidates.words[word] & ~settled->words[word]; left != 0; left &= left - 1) {
            size_t bit = (size_t)__builtin_ctzll(left);
            rule_on(judge, word * 64 + bit, (undecided.words[word] >> bit) & 1, task, out);
        }
    rule_runs_end(judge->core);
    judge_fold(plan, emergency_of(task), out);
}

bool judge_task(const struct judge *judge, struct task *task, struct judgement *out) {
    static const struct rule_set NONE;
    if (!derive_all(&judge->deriver, task, &out->derived)) return false;
    judge_rules(judge, &NONE, task, out);
    return true;
}

bool judge_again(const struct judge *judge, const struct task *before, const struct judgement *earlier,
                 const struct fact_set *changed, struct task *task, struct judgement *out) {
    const struct plan *plan = judge->deriver.plan;
    const struct derivation old = {before, &earlier->derived}, new = {task, &out->derived};
    struct fact_set others = {{0}};
    if (!derive_again(&judge->deriver, &old, changed, task, &out->derived, &others)) return false;
    derive_drop_same(&old, &new, &others);
    struct rule_set settled = earlier->passes;
    for (size_t word = 0; word < FACT_WORDS; word++)
        for (uint64_t left = others.words[word] | changed->words[word]; left != 0; left &= left - 1) {
            const struct rule_set *readers = &plan->readers[word * 64 + (size_t)__builtin_ctzll(left)];
            for (size_t i = 0; i < plan->set_words; i++) settled.words[i] &= ~readers->words[i];
        }
    judge_rules(judge, &settled, task, out);
    return true;
}
