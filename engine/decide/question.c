#include <decide/question.h>

/* A rule that waits for facts. */
struct waiting {
    const struct rule *rule;
    struct fact_set open; /* what it still waits for */
    struct fact_set all;
    int missing_year;
};

struct ranking {
    struct waiting *waiting;
    size_t count;
    struct fact_set open;            /* facts not asked for yet */
    struct fact_set by_text;         /* facts that the paper's text would tell */
    uint64_t weight[FACT_COUNT_ALL]; /* of the facts in `open`: what asking would do */
    struct arena *arena;
    const struct plan *plan;
};

static size_t fact_set_count(const struct fact_set *set) {
    size_t count = 0;
    for (size_t i = 0; i < FACT_WORDS; i++) count += (size_t)__builtin_popcountll(set->words[i]);
    return count;
}

/* What the text of an unfinished paper would tell is asked for in one question: for the text. */
static void ask_for_text(const struct fact_set *by_text, struct fact_set *missing) {
    bool any = false;
    for (size_t word = 0; word < FACT_WORDS; word++) {
        any = any || (missing->words[word] & by_text->words[word]) != 0;
        missing->words[word] &= ~by_text->words[word];
    }
    if (any) fact_set_add(missing, FACT_ID_BODY);
}

/* The rules whose answer could still turn the verdict; with an emergency that cannot be told also those it would excuse. */
static bool gather(struct ranking *ranking, const struct judgement *judgement, const struct fact_set *emergency) {
    ranking->waiting = arena_take(ranking->arena, judgement->count * sizeof *ranking->waiting);
    if (!ranking->waiting) return false;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ruling *ruling = &judgement->rulings[i];
        const struct rule *rule = &ranking->plan->book->rules[ruling->rule];
        if (rule->level < LEVEL_HOLD || ruling->excused || ruling->unchecked) continue;
        const struct fact_set *missing = ruling->status == STATUS_UNKNOWN ? &ruling->missing : NULL;
        if (ruling->status == STATUS_FAIL && judgement->emergency_decides &&
            rule_set_has(&ranking->plan->excusable, ruling->rule))
            missing = emergency;
        if (!missing) continue;
        struct waiting *waiting = &ranking->waiting[ranking->count++];
        *waiting = (struct waiting){rule, *missing, *missing, ruling->missing_year};
        ask_for_text(&ranking->by_text, &waiting->open);
        waiting->all = waiting->open;
    }
    return true;
}

/* A rule that waits for k facts gives each a k-th of its weight. */
static uint64_t share_of(const struct waiting *waiting) {
    enum { WEIGHT_BLOCK = 4 * 5040, WEIGHT_HOLD = 2 * 5040 }; /* 5040 is divided evenly by the counts that occur */
    size_t open = fact_set_count(&waiting->open);
    if (open == 0) return 0;
    return (uint64_t)(waiting->rule->level == LEVEL_BLOCK ? WEIGHT_BLOCK : WEIGHT_HOLD) / open;
}

static void weigh(struct ranking *ranking, const struct waiting *waiting, bool add) {
    uint64_t share = share_of(waiting);
    for (size_t word = 0; word < FACT_WORDS; word++)
        for (uint64_t left = waiting->open.words[word]; left != 0; left &= left - 1) {
            uint64_t *weight = &ranking->weight[word * 64 + (size_t)__builtin_ctzll(left)];
            *weight = add ? *weight + share : *weight - share;
        }
}

/* The fact that settles most, or FACT_COUNT_ALL when nothing is open; ties go to the first of the fact table. */
static size_t most_telling(const struct ranking *ranking) {
    size_t best = FACT_COUNT_ALL;
    for (size_t word = 0; word < FACT_WORDS; word++)
        for (uint64_t left = ranking->open.words[word]; left != 0; left &= left - 1) {
            size_t fact = word * 64 + (size_t)__builtin_ctzll(left);
            if (best == FACT_COUNT_ALL || ranking->weight[fact] > ranking->weight[best]) best = fact;
        }
    return best;
}

/* Takes the fact as told: what else its rules wait for then settles more. */
static void settle(struct ranking *ranking, size_t fact) {
    for (size_t i = 0; i < ranking->count; i++) {
        struct waiting *waiting = &ranking->waiting[i];
        if (!fact_set_has(&waiting->open, fact)) continue;
        weigh(ranking, waiting, false);
        fact_set_drop(&waiting->open, fact);
        weigh(ranking, waiting, true);
    }
    fact_set_drop(&ranking->open, fact);
}

/* Whether a rule waits for the fact, or for the calendar year when `fact` is FACT_COUNT_ALL. */
static bool waits_for(const struct waiting *waiting, size_t fact, int year) {
    return fact == FACT_COUNT_ALL ? waiting->missing_year == year : fact_set_has(&waiting->all, fact);
}

static bool add_question(struct ranking *ranking, size_t fact, int year, struct decision *out) {
    const struct choice *ask =
        fact == FACT_COUNT_ALL ? &ranking->plan->vocabulary.asks.at[ranking->plan->vocabulary.maintainer] : fact_at(fact)->ask;
    struct question *question = &out->questions[out->question_count];
    *question = (struct question){.fact = (enum fact_id)fact, .missing_year = year, .ask = ask};
    question->decides = arena_take(ranking->arena, ranking->count * sizeof *question->decides);
    if (!question->decides) return false;
    for (size_t i = 0; i < ranking->count; i++)
        if (waits_for(&ranking->waiting[i], fact, year)) question->decides[question->decide_count++] = ranking->waiting[i].rule;
    out->question_count++;
    return true;
}

static bool add_facts(struct ranking *ranking, struct decision *out) {
    ranking->open = (struct fact_set){{0}};
    for (size_t i = 0; i < ranking->count; i++)
        for (size_t word = 0; word < FACT_WORDS; word++) ranking->open.words[word] |= ranking->waiting[i].open.words[word];
    for (size_t word = 0; word < FACT_WORDS; word++)
        for (uint64_t left = ranking->open.words[word]; left != 0; left &= left - 1)
            ranking->weight[word * 64 + (size_t)__builtin_ctzll(left)] = 0;
    for (size_t i = 0; i < ranking->count; i++) weigh(ranking, &ranking->waiting[i], true);
    out->questions = arena_take(ranking->arena, (fact_set_count(&ranking->open) + ranking->count) * sizeof *out->questions);
    if (!out->questions) return false;
    for (size_t fact; (fact = most_telling(ranking)) < FACT_COUNT_ALL; settle(ranking, fact))
        if (!add_question(ranking, fact, 0, out)) return false;
    return true;
}

/* Calendar years come last: they are files to be kept, not facts of the paper. */
static bool add_years(struct ranking *ranking, struct decision *out) {
    for (size_t i = 0; i < ranking->count; i++) {
        int year = ranking->waiting[i].missing_year;
        bool is_first = year != 0;
        for (size_t j = 0; j < i && is_first; j++) is_first = ranking->waiting[j].missing_year != year;
        if (is_first && !add_question(ranking, FACT_COUNT_ALL, year, out)) return false;
    }
    return true;
}

bool question_rank(const struct plan *plan, const struct task *task, const struct judgement *judgement, struct arena *arena,
                   struct decision *out) {
    out->questions = NULL;
    out->question_count = 0;
    if (judgement->verdict != VERDICT_HOLD) return true;
    struct ranking ranking;
    ranking.count = 0;
    ranking.arena = arena;
    ranking.plan = plan;
    derive_by_text(plan, task, &ranking.by_text);
    struct fact_set emergency = {{0}};
    if (!task_knows(task, FACT_ID_EMERGENCY_RUNNING))
        derive_missing(&judgement->derived, FACT_ID_EMERGENCY_RUNNING, &emergency);
    if (!gather(&ranking, judgement, &emergency)) return false;
    return ranking.count == 0 || (add_facts(&ranking, out) && add_years(&ranking, out));
}
