#include <decide/fix.h>

/* What stands in the way of a task, whatever the absent facts are. */
static bool stands(const struct rule *rule, enum status status, bool excused) {
    return (status == STATUS_FAIL || status == STATUS_ERROR) && !excused && rule->level >= LEVEL_HOLD;
}

static bool finding_stands(const struct finding *finding) { return stands(finding->rule, finding->status, finding->excused); }

static void add_remedy(struct levers *levers, const struct rule_remedy *remedy) {
    struct lever lever = {.set_count = remedy->set_count};
    memcpy(lever.sets, remedy->sets, remedy->set_count * sizeof *remedy->sets);
    levers_add(levers, &lever);
}

static const struct plan *plan_of(const struct fixer *fixer) { return fixer->judge->deriver.plan; }

/* A set of levers put together. */
struct trial {
    struct fact_value *sets;
    size_t set_count;
    struct fact_set changed;
    bool had_conflict; /* two levers wanted different values */
};

static bool add_set(struct trial *trial, const struct fact_value *set, bool prefer_larger, struct arena *arena) {
    if (!fact_set_has(&trial->changed, set->fact)) {
        fact_set_add(&trial->changed, set->fact);
        trial->sets[trial->set_count++] = *set;
        return true;
    }
    size_t at = 0;
    while (trial->sets[at].fact != set->fact) at++;
    trial->had_conflict = true;
    return levers_merge(set->fact, &trial->sets[at].value, &set->value, prefer_larger, arena, &trial->sets[at].value);
}

/* Puts the levers of `mask` together, their values in `arena`. */
static bool put_together(const struct levers *levers, unsigned mask, bool prefer_larger, struct arena *arena,
                         struct trial *out) {
    *out = (struct trial){.sets = arena_take(arena, FIX_MAX_LEVERS * RULE_MAX_SETS * sizeof *out->sets)};
    if (!out->sets) return false;
    for (size_t i = 0; i < levers->count; i++) {
        if (((mask >> i) & 1) == 0) continue;
        for (size_t j = 0; j < levers->at[i].set_count; j++)
            if (!add_set(out, &levers->at[i].sets[j], prefer_larger, arena)) return false;
    }
    return true;
}

/* Judges the task with the changes of a trial; derived values live in `arena`. */
static bool judge_trial(struct fixer *fixer, const struct trial *trial, struct arena *arena, struct task *task) {
    struct judge judge = *fixer->judge;
    judge.deriver.arena = arena;
    *task = *fixer->task;
    for (size_t i = 0; i < trial->set_count; i++) task_set(task, trial->sets[i].fact, trial->sets[i].value);
    return judge_again(&judge, fixer->task, fixer->main, &trial->changed, task, fixer->after);
}

static bool is_clear(const struct fixer *fixer) {
    for (size_t i = 0; i < fixer->after->count; i++) {
        const struct ruling *ruling = &fixer->after->rulings[i];
        if (stands(&plan_of(fixer)->book->rules[ruling->rule], ruling->status, ruling->excused)) return false;
    }
    return true;
}

/* The remedies of what would fail once all levers are pulled. */
static bool deepen_once(struct fixer *fixer, struct levers *levers) {
    struct arena *arena = fixer->judge->deriver.arena;
    struct trial trial;
    struct task *task = arena_take(arena, sizeof *task);
    if (!task || !put_together(levers, (1U << levers->count) - 1, true, arena, &trial)) return false;
    if (!judge_trial(fixer, &trial, arena, task)) return false;
    for (size_t i = 0; i < fixer->after->count; i++) {
        const struct ruling *ruling = &fixer->after->rulings[i];
        struct rule_remedy remedy;
        if (!stands(&plan_of(fixer)->book->rules[ruling->rule], ruling->status, ruling->excused)) continue;
        if (remedy_try(fixer->judge, task, &fixer->after->derived, ruling->rule, fixer->bench, &remedy))
            add_remedy(levers, &remedy);
    }
    return !fixer->bench->out_of_memory;
}

/* Remedies of the failing rules, of what fails once they are applied, then the general acts. */
static bool gather(struct fixer *fixer, struct levers *levers) {
    enum { ROUNDS = 3 };
    const struct decision *decision = fixer->decision;
    for (size_t i = 0; i < decision->finding_count; i++)
        if (finding_stands(&decision->findings[i]) && decision->findings[i].has_remedy)
            add_remedy(levers, &decision->findings[i].remedy);
    for (size_t round = 0, before = levers->count + 1; round < ROUNDS && levers->count > 0 && levers->count != before;
         round++) {
        before = levers->count;
        if (!deepen_once(fixer, levers)) return false;
    }
    for (size_t i = 0; i < decision->finding_count; i++) {
        const struct finding *finding = &decision->findings[i];
        if (!finding_stands(finding)) continue;
        if (!levers_add_acts(plan_of(fixer), finding->rule, fixer->task, fixer->judge->deriver.arena, levers)) return false;
    }
    return true;
}

/* Notes the standing findings that no lever reaches. */
static bool note_blocked(const struct fixer *fixer, const struct levers *levers, struct fixes *out) {
    const struct decision *decision = fixer->decision;
    struct fact_set changed = {{0}};
    for (size_t i = 0; i < levers->count; i++)
        for (size_t j = 0; j < levers->at[i].set_count; j++) fact_set_add(&changed, levers->at[i].sets[j].fact);
    out->blocked = arena_take(fixer->judge->deriver.arena, decision->finding_count * sizeof *out->blocked);
    if (!out->blocked) return false;
    for (size_t i = 0; i < decision->finding_count; i++) {
        const struct finding *finding = &decision->findings[i];
        if (finding_stands(finding) && !levers_reach(&changed, finding->rule))
            out->blocked[out->blocked_count++] = finding->rule;
    }
    return true;
}

/* Puts the levers together once more, where they stay. */
static bool keep(struct fixer *fixer, const struct levers *levers, unsigned mask, bool prefer_larger, struct fixes *out) {
    struct arena *arena = fixer->judge->deriver.arena;
    struct trial trial;
    if (!put_together(levers, mask, prefer_larger, arena, &trial)) return false;
    struct fix *fix = &out->at[out->count++];
    *fix = (struct fix){.sets = trial.sets, .set_count = trial.set_count, .verdict = fixer->after->verdict};
    return fix_price(plan_of(fixer), fixer->task, arena, fix);
}

/* Tries the levers of `mask`. `*found`: they clear the task. */
static bool try_mask(struct fixer *fixer, const struct levers *levers, unsigned mask, struct fixes *out, bool *found) {
    struct trial trial = {.had_conflict = true};
    struct task task;
    *found = false;
    for (int pass = 0; pass < 2 && !*found && trial.had_conflict; pass++) {
        const bool prefer_larger = pass == 0;
        arena_reset(fixer->scratch);
        if (!put_together(levers, mask, prefer_larger, fixer->scratch, &trial)) return false;
        if (!judge_trial(fixer, &trial, fixer->scratch, &task)) return false;
        *found = is_clear(fixer);
        if (*found && !keep(fixer, levers, mask, prefer_larger, out)) return false;
    }
    return true;
}

static bool holds_one_of(unsigned mask, const unsigned *masks, size_t count) {
    for (size_t i = 0; i < count; i++)
        if ((mask & masks[i]) == masks[i]) return true;
    return false;
}

/* Every set of levers, the smaller first; what holds a fix already found is none of the smallest. */
static bool search(struct fixer *fixer, const struct levers *levers, struct fixes *out) {
    unsigned masks[FIX_MAX_FIXES];
    const unsigned all = 1U << levers->count;
    for (int size = 1; size <= (int)levers->count; size++)
        for (unsigned mask = 1; mask < all; mask++) {
            bool found = false;
            if (__builtin_popcount(mask) != size || holds_one_of(mask, masks, out->count)) continue;
            if (out->count == FIX_MAX_FIXES) {
                out->more = true;
                return true;
            }
            if (!try_mask(fixer, levers, mask, out, &found)) return false;
            if (found) masks[out->count - 1] = mask;
        }
    return true;
}

/* Notes what still stands with all levers pulled. */
static bool note_left(struct fixer *fixer, const struct levers *levers, struct fixes *out) {
    struct arena *arena = fixer->judge->deriver.arena;
    struct trial trial;
    struct task *task = arena_take(arena, sizeof *task);
    if (!task || !put_together(levers, (1U << levers->count) - 1, true, arena, &trial)) return false;
    if (!judge_trial(fixer, &trial, arena, task)) return false;
    out->blocked = arena_take(arena, fixer->after->count * sizeof *out->blocked);
    if (!out->blocked) return false;
    for (size_t i = 0; i < fixer->after->count; i++) {
        const struct ruling *ruling = &fixer->after->rulings[i];
        const struct rule *rule = &plan_of(fixer)->book->rules[ruling->rule];
        if (stands(rule, ruling->status, ruling->excused)) out->blocked[out->blocked_count++] = rule;
    }
    return true;
}

/* Fewest changes first, then least money, then as found. */
static void sort_fixes(struct fixes *out) {
    for (size_t i = 1; i < out->count; i++) {
        const struct fix moved = out->at[i];
        size_t at = i;
        for (; at > 0; at--) {
            const struct fix *before = &out->at[at - 1];
            if (before->set_count < moved.set_count) break;
            if (before->set_count == moved.set_count && before->yuan_fen <= moved.yuan_fen) break;
            out->at[at] = *before;
        }
        out->at[at] = moved;
    }
}

static bool is_recalled(const struct task *task) {
    const enum fact_id kinds[] = {FACT_ID_ITEM_KIND, FACT_ID_ITEM_TEXT_KIND};
    const bool counts[] = {true, task_true(task, FACT_ID_ITEM_CONTRADICTED)};
    for (size_t i = 0; i < 2; i++)
        if (counts[i] && task_given(task, kinds[i]) && task->value[kinds[i]].number == ITEM_RECALLED) return true;
    return false;
}

static bool anything_stands(const struct decision *decision) {
    for (size_t i = 0; i < decision->finding_count; i++)
        if (finding_stands(&decision->findings[i])) return true;
    return false;
}

bool fix_find(struct fixer *fixer, struct fixes *out) {
    struct levers levers = {.count = 0};
    *out = (struct fixes){.end = FIX_NOT_NEEDED};
    if (fixer->decision->verdict < VERDICT_HOLD) return true;
    out->end = FIX_FACTS_MISSING;
    if (!anything_stands(fixer->decision)) return true;
    if (!gather(fixer, &levers) || !note_blocked(fixer, &levers, out)) return false;
    if (out->blocked_count == 0 && !search(fixer, &levers, out)) return false;
    if (out->blocked_count == 0 && out->count == 0 && !note_left(fixer, &levers, out)) return false;
    sort_fixes(out);
    out->more = out->more || levers.cut;
    out->end = out->count > 0 ? FIX_FOUND : is_recalled(fixer->task) ? FIX_WITHDRAW : FIX_NONE;
    return true;
}
