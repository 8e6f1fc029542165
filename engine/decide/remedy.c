#include <decide/remedy.h>

/* Only facts that somebody can change: not what is derived, nor the paper itself. */
static bool may_set(enum fact_id fact) {
    enum fact_absence absence = fact_at(fact)->absence;
    return absence == ABSENCE_OPEN || absence == ABSENCE_CLOSED;
}

static bool sets_are_allowed(const struct rule_remedy *remedy) {
    for (size_t i = 0; i < remedy->set_count; i++)
        if (!may_set(remedy->sets[i].fact) || remedy->sets[i].value.state == VALUE_ABSENT) return false;
    return remedy->set_count > 0;
}

/* Whether rule `rule` passes, or does not apply, on the task of the bench. */
static enum status status_on(const struct judge *judge, size_t rule, struct remedy_bench *bench,
                             const struct derived *derived) {
    struct rule_outcome outcome;
    struct fact_set missing = {{0}};
    return judge_rule(judge, rule, &bench->task, derived, &outcome, &missing);
}

static bool is_cure(enum status status) { return status == STATUS_PASS || status == STATUS_NOT_APPLICABLE; }

/* Derives the facts of the bench, whose task is the one of `before` but for the facts `changed`. */
static bool derive_bench(const struct judge *judge, const struct derivation *before, const struct fact_set *changed,
                         struct remedy_bench *bench) {
    struct fact_set renewed = {{0}};
    if (derive_again(&judge->deriver, before, changed, &bench->task, &bench->derived, &renewed)) return true;
    bench->out_of_memory = true;
    return false;
}

/* Applies the sets to a copy of the task and runs the rule again. */
static enum status try_sets(const struct judge *judge, const struct derivation *before, size_t rule,
                            const struct rule_remedy *remedy, struct remedy_bench *bench) {
    struct fact_set changed = {{0}};
    bench->task = *before->task;
    for (size_t i = 0; i < remedy->set_count; i++) {
        task_set(&bench->task, remedy->sets[i].fact, remedy->sets[i].value);
        fact_set_add(&changed, remedy->sets[i].fact);
    }
    if (!derive_bench(judge, before, &changed, bench)) return STATUS_ERROR;
    return status_on(judge, rule, bench, &bench->derived);
}

static void add_set(struct rule_remedy *remedy, enum fact_id fact, struct value value) {
    for (size_t i = 0; i < remedy->set_count; i++)
        if (remedy->sets[i].fact == fact) return;
    if (remedy->set_count < RULE_MAX_SETS) remedy->sets[remedy->set_count++] = (struct fact_value){fact, value};
}

/* The needed powers as rows of powers.required. `at` of items is NULL when memory ran out. */
static struct value needs_as_rows(const struct derived *derived, struct arena *arena) {
    enum { FIELDS = 2 };
    struct value *items = arena_take_array(arena, derived->power_need_count * FIELDS, sizeof *items);
    for (size_t i = 0; items && i < derived->power_need_count; i++) {
        items[i * FIELDS] = value_number(derived->power_needs[i].power);
        if (derived->power_needs[i].matter.length > 0) items[i * FIELDS + 1] = value_of_text(derived->power_needs[i].matter);
    }
    return (struct value){.items = items, .count = (uint32_t)derived->power_need_count, .state = VALUE_GIVEN};
}

/* A remedy that reaches the least that is needed cures only when the issuer says that this is all: adds those words. */
static bool state_the_need(const struct judge *judge, const struct rule *rule, const struct derived *derived,
                           struct remedy_bench *bench, struct rule_remedy *remedy) {
    const size_t before = remedy->set_count;
    for (size_t i = 0; i < rule->need_count; i++) {
        const enum fact_id fact = rule->needs[i];
        if (!fact_set_has(&derived->bounded, fact)) continue;
        if (fact == FACT_ID_FUNDS_NEEDED) add_set(remedy, FACT_ID_FUNDS_REQUIRED, value_number(derived->funds_floor));
        if (fact == FACT_ID_STAFF_NEEDED) add_set(remedy, FACT_ID_STAFF_REQUIRED, value_number(derived->staff_floor));
        if (fact < FACT_ID_POWERS_NEEDED || fact > FACT_ID_POWERS_MISSING) continue;
        struct value rows = needs_as_rows(derived, judge->deriver.arena);
        if (!rows.items) bench->out_of_memory = true;
        if (rows.items) add_set(remedy, FACT_ID_POWERS_REQUIRED, rows);
    }
    return remedy->set_count > before;
}

bool remedy_try(const struct judge *judge, struct task *task, const struct derived *derived, size_t index,
                struct remedy_bench *bench, struct rule_remedy *out) {
    const struct rule *rule = &judge->deriver.plan->book->rules[index];
    if (!rule->has_remedy) return false;
    struct fact_set low;
    bool broke = false;
    judge_set_end(rule, task, derived, false, &low);
    bool has = rule_remedy(judge->core, index, task, judge->deriver.arena, out, &broke);
    judge_unset(task, &low);
    if (!has || broke || !sets_are_allowed(out)) return false;
    const struct derivation before = {task, derived};
    enum status status = try_sets(judge, &before, index, out, bench);
    if (status == STATUS_UNKNOWN && state_the_need(judge, rule, derived, bench, out))
        status = try_sets(judge, &before, index, out, bench);
    return is_cure(status);
}

static bool is_same_value(enum fact_type type, const struct value *a, const struct value *b) {
    if (a->state != b->state || a->state != VALUE_GIVEN) return a->state == b->state;
    if (type == FACT_TEXT) return str_equal(value_text(a), value_text(b));
    if (type != FACT_TEXTS && type != FACT_CHOICES && type != FACT_RECORDS) return a->number == b->number;
    return a->count == b->count && a->items == b->items; /* lists made apart are taken as different, and tried */
}

/* The state of applying remedies one after the other. */
struct applying {
    const struct judge *judge;
    const struct derivation *before;
    const struct finding *findings;
    struct remedy_bench *bench;
};

static bool sets_fact(const struct finding *finding, enum fact_id fact) {
    for (size_t i = 0; i < finding->remedy.set_count; i++)
        if (finding->remedy.sets[i].fact == fact) return true;
    return false;
}

/* Whether all findings up to `last` whose remedies set the fact are cured on the bench as it stands. */
static bool cures_all(const struct applying *applying, size_t last, enum fact_id fact) {
    const struct judge *judge = applying->judge;
    if (!derive_bench(judge, applying->before, &applying->bench->set, applying->bench)) return false;
    for (size_t i = 0; i <= last; i++) {
        const struct finding *finding = &applying->findings[i];
        if (!finding->has_remedy || !sets_fact(finding, fact)) continue;
        if (!is_cure(status_on(judge, finding->rule_index, applying->bench, &applying->bench->derived))) return false;
    }
    return true;
}

/* Two remedies want different values: the second one's is taken when it cures all of them. */
static void settle(struct applying *applying, size_t at, const struct fact_value *wanted) {
    struct task *task = &applying->bench->task;
    const struct value standing = task->value[wanted->fact];
    if (is_same_value(fact_at(wanted->fact)->type, &standing, &wanted->value)) return;
    task_set(task, wanted->fact, wanted->value);
    if (!cures_all(applying, at, wanted->fact)) task_set(task, wanted->fact, standing);
}

static void apply_one(struct applying *applying, size_t at) {
    const struct rule_remedy *remedy = &applying->findings[at].remedy;
    struct fact_set shared = {{0}};
    for (size_t i = 0; i < remedy->set_count; i++) {
        const enum fact_id fact = remedy->sets[i].fact;
        if (fact_set_has(&applying->bench->set, fact)) {
            fact_set_add(&shared, fact);
            continue;
        }
        task_set(&applying->bench->task, fact, remedy->sets[i].value);
        fact_set_add(&applying->bench->set, fact);
    }
    for (size_t i = 0; i < remedy->set_count; i++)
        if (fact_set_has(&shared, remedy->sets[i].fact)) settle(applying, at, &remedy->sets[i]);
}

void remedy_apply_all(const struct judge *judge, const struct derivation *before, const struct finding *findings, size_t count,
                      struct remedy_bench *bench) {
    struct applying applying = {.judge = judge, .before = before, .findings = findings, .bench = bench};
    bench->task = *before->task;
    bench->set = (struct fact_set){{0}};
    for (size_t i = 0; i < count; i++)
        if (findings[i].has_remedy) apply_one(&applying, i);
}
