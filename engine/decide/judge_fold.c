/* judge_fold.c - from rulings to a verdict: the softest and the hardest that the facts allow. */
#include <decide/judge.h>

struct extent {
    enum verdict least, most;
};

/* What an emergency can excuse at all: failed or untold demands of hold and block rules for papers and resources. */
static bool is_excusable(const struct plan *plan, const struct ruling *ruling) {
    return (ruling->status == STATUS_FAIL || (ruling->status == STATUS_UNKNOWN && !ruling->unchecked)) &&
           rule_set_has(&plan->excusable, ruling->rule) && plan->book->rules[ruling->rule].level >= LEVEL_HOLD;
}

static struct extent extent_of(const struct plan *plan, const struct judgement *judgement, bool emergency) {
    struct extent extent = {VERDICT_ADMIT, VERDICT_ADMIT};
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ruling *ruling = &judgement->rulings[i];
        enum level level = plan->book->rules[ruling->rule].level;
        bool fails = ruling->status == STATUS_FAIL || ruling->status == STATUS_ERROR;
        bool may_fail = ruling->status == STATUS_UNKNOWN && !ruling->unchecked && level >= LEVEL_HOLD;
        if (emergency && is_excusable(plan, ruling)) continue;
        if (fails) extent.least = verdict_worse(extent.least, verdict_of_level(level));
        if (fails || may_fail) extent.most = verdict_worse(extent.most, verdict_of_level(level));
    }
    return extent;
}

static enum verdict verdict_within(struct extent extent) {
    if (extent.least == VERDICT_REJECT) return VERDICT_REJECT;
    return extent.most >= VERDICT_HOLD ? VERDICT_HOLD : extent.least;
}

/* Marks what a running emergency excuses; whether there is any. */
static bool mark_excused(const struct plan *plan, struct judgement *out) {
    bool any = false;
    for (size_t i = 0; i < out->count; i++) {
        out->rulings[i].excused = is_excusable(plan, &out->rulings[i]);
        any = any || out->rulings[i].excused;
    }
    return any;
}

static bool has_excusable_failure(const struct plan *plan, const struct judgement *judgement) {
    for (size_t i = 0; i < judgement->count; i++)
        if (judgement->rulings[i].status == STATUS_FAIL && is_excusable(plan, &judgement->rulings[i])) return true;
    return false;
}

void judge_fold(const struct plan *plan, enum truth emergency, struct judgement *out) {
    struct extent extent = extent_of(plan, out, emergency != TRUTH_FALSE);
    if (emergency == TRUTH_UNKNOWN) extent.most = extent_of(plan, out, false).most;
    out->verdict = verdict_within(extent);
    bool excused = emergency == TRUTH_TRUE && mark_excused(plan, out);
    out->provisional = excused && out->verdict < VERDICT_HOLD;
    out->emergency_decides = emergency == TRUTH_UNKNOWN && out->verdict == VERDICT_HOLD && has_excusable_failure(plan, out);
}
