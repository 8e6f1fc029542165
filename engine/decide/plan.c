#include <decide/filter.h>
#include <decide/plan.h>

#include <base/alloc.h>

static bool is_indexed(enum fact_id fact) {
    enum fact_type type = fact_at(fact)->type;
    return type == FACT_CHOICE || type == FACT_BOOL;
}

static size_t value_count_of(enum fact_id fact) { return fact_at(fact)->type == FACT_BOOL ? 2 : fact_at(fact)->choices.count; }

static struct fact_index *find_index(struct plan *plan, enum fact_id fact) {
    for (size_t i = 0; i < plan->index_count; i++)
        if (plan->index[i].fact == fact) return &plan->index[i];
    return NULL;
}

/* The index of a fact, made when it is not there yet; NULL when memory ran out. */
static struct fact_index *take_index(struct plan *plan, enum fact_id fact) {
    struct fact_index *index = find_index(plan, fact);
    if (index) return index;
    index = &plan->index[plan->index_count];
    *index = (struct fact_index){.fact = fact, .value_count = value_count_of(fact)};
    index->excluded = arena_take_array(&plan->arena, index->value_count + 1, sizeof *index->excluded);
    if (!index->excluded) return NULL;
    plan->index_count++;
    return index;
}

/* Enters one condition of rule `at`. False when memory ran out. */
static bool index_condition(struct plan *plan, size_t at, const struct condition *condition) {
    if (!is_indexed(condition->fact)) {
        rule_set_add(&plan->unindexed, at);
        return true;
    }
    struct fact_index *index = take_index(plan, condition->fact);
    if (!index) return false;
    rule_set_add(&index->readers, at);
    const struct value none = {.state = VALUE_NONE};
    if (!filter_meets(condition, &none)) rule_set_add(&index->excluded[0], at);
    for (size_t i = 0; i < index->value_count; i++) {
        const struct value value = value_number((int64_t)i);
        if (!filter_meets(condition, &value)) rule_set_add(&index->excluded[1 + i], at);
    }
    return true;
}

/* What a running emergency may excuse: papers and resources that can follow later. Never traces, inspections, burdens,
 * accountability or powers; of the list family only that a task is not in the list. */
static bool is_excusable(const struct plan *plan, const struct rule *rule) {
    static const bool EXCUSED[FAMILY_COUNT] = {
        [FAMILY_RESOURCE] = true, [FAMILY_TIME] = true, [FAMILY_BASIS] = true, [FAMILY_DUPLICATE] = true};
    if (!rule->emergency_excuses) return false;
    return EXCUSED[rule->family] || (rule->family == FAMILY_LIST && rule->ground == plan->vocabulary.off_list_not_admitted);
}

static bool has_waiver(const struct plan *plan, struct str rule) {
    for (size_t i = 0; i < plan->list->waiver_count; i++)
        if (str_equal(plan->list->waivers[i].rule, rule)) return true;
    return false;
}

static void add_reader(struct plan *plan, size_t at) {
    const struct rule *rule = &plan->book->rules[at];
    for (size_t i = 0; i < rule->applies_count; i++) rule_set_add(&plan->readers[rule->applies[i].fact], at);
    for (size_t i = 0; i < rule->need_count; i++) rule_set_add(&plan->readers[rule->needs[i]], at);
    for (size_t i = 0; i < rule->may_count; i++) rule_set_add(&plan->readers[rule->may[i]], at);
    for (size_t fact = FACT_ID_HISTORY_SAME_TOPIC_DEPARTMENTS; fact <= FACT_ID_HISTORY_MEETINGS_THAT_DAY; fact++)
        if (rule_set_has(&plan->readers[fact], at)) fact_set_add(&plan->history, fact);
}

static bool index_rules(struct plan *plan) {
    for (size_t i = 0; i < plan->book->count; i++) {
        const struct rule *rule = &plan->book->rules[i];
        rule_set_add(&plan->stages[rule->stage], i);
        if (is_excusable(plan, rule)) rule_set_add(&plan->excusable, i);
        if (has_waiver(plan, rule->id)) rule_set_add(&plan->waivable, i);
        add_reader(plan, i);
        for (size_t j = 0; j < rule->applies_count; j++)
            if (!index_condition(plan, i, &rule->applies[j])) return false;
    }
    return true;
}

static const struct rule_parameter *find_parameter(const struct rule *rule, struct str name) {
    for (size_t i = 0; i < rule->parameter_count; i++)
        if (str_equal(rule->parameters[i].name, name)) return &rule->parameters[i];
    return NULL;
}

/* The values of a parameter by day: as rules declare it, in their order, then as the list says. False when memory ran out. */
static bool read_parameter(struct plan *plan, struct str name, double otherwise, struct dated *out) {
    const struct list *list = plan->list;
    const size_t most = plan->book->count + list->parameter_count;
    out->otherwise = otherwise;
    out->at = arena_take_array(&plan->arena, most, sizeof *out->at);
    if (!out->at) return false;
    for (size_t i = 0; i < plan->book->count; i++) {
        const struct rule_parameter *parameter = find_parameter(&plan->book->rules[i], name);
        if (parameter) out->at[out->count++] = (struct dated_value){plan->book->rules[i].edition, parameter->value};
    }
    for (size_t i = 0; i < list->parameter_count; i++)
        if (str_equal(list->parameters[i].name, name))
            out->at[out->count++] = (struct dated_value){list->parameters[i].validity, list->parameters[i].value};
    return true;
}

double plan_value_on(const struct dated *values, int32_t day) {
    for (size_t i = 0; i < values->count; i++)
        if (validity_holds(values->at[i].days, day)) return values->at[i].value;
    return values->otherwise;
}

static bool read_parameters(struct plan *plan) {
    enum { USUAL_DAY_MINUTES = 8 * 60 }; /* 国务院关于职工工作时间的规定 3: eight hours a day */
    const struct calendar *calendar = plan->calendar;
    plan->day_minutes = USUAL_DAY_MINUTES;
    if (calendar && calendar->year_count > 0) plan->day_minutes = calendar->years[calendar->year_count - 1].hours.minutes;
    return read_parameter(plan, STR("min_notice_workdays"), 2, &plan->min_notice_workdays) &&
           read_parameter(plan, STR("emergency_papers_workdays"), 5, &plan->emergency_papers_workdays) &&
           read_parameter(plan, STR("same_topic_days"), 90, &plan->history_days[SPAN_TOPIC]) &&
           read_parameter(plan, STR("short_span_days"), 60, &plan->history_days[SPAN_SHORT]) &&
           read_parameter(plan, STR("same_form_days"), 365, &plan->history_days[SPAN_FORM]);
}

static bool fill(struct plan *plan) {
    for (size_t i = 0; i < FACT_COUNT_ALL; i++)
        if (fact_at(i)->absence == ABSENCE_CLOSED) fact_set_add(&plan->closed, i);
    plan->set_words = (plan->book->count + 63) / 64;
    plan->index = arena_take_array(&plan->arena, FACT_COUNT_ALL, sizeof *plan->index);
    if (!plan->index || !index_rules(plan) || !power_index_make(plan->list, &plan->arena, &plan->powers)) return false;
    return read_parameters(plan);
}

quanze_status plan_open(const struct rulebook *book, const struct list *list, const struct calendar *calendar,
                        struct plan **out, struct quanze_error *error) {
    struct plan *plan = alloc_new(sizeof *plan);
    if (!plan) return error_memory(error);
    plan->book = book;
    plan->list = list;
    plan->calendar = calendar;
    if (!vocabulary_load(&plan->vocabulary) || !fill(plan)) {
        plan_close(plan);
        return error_memory(error);
    }
    *out = plan;
    return QUANZE_OK;
}

void plan_close(struct plan *plan) {
    if (!plan) return;
    arena_free(&plan->arena);
    alloc_free(plan);
}

/* Narrows `era` to the days around `day` on which `days` holds as it does on `day`. */
static void narrow(struct validity *era, struct validity days, int32_t day) {
    const bool begins_later = days.from != DAY_NONE && days.from > day, ended = days.to != DAY_NONE && days.to < day;
    if (days.from != DAY_NONE && !begins_later && days.from > era->from) era->from = days.from;
    if (ended && days.to + 1 > era->from) era->from = days.to + 1;
    if (begins_later && (era->to == DAY_NONE || days.from - 1 < era->to)) era->to = days.from - 1;
    if (days.to != DAY_NONE && !ended && (era->to == DAY_NONE || days.to < era->to)) era->to = days.to;
}

void plan_in_force(const struct plan *plan, enum stage stage, int32_t day, struct rule_set *out, struct validity *era) {
    *out = plan->stages[stage];
    *era = (struct validity){DAY_NONE, DAY_NONE};
    for (size_t i = 0; i < plan->book->count; i++) {
        narrow(era, plan->book->rules[i].edition, day);
        if (!rule_holds(&plan->book->rules[i], day)) out->words[i / 64] &= ~(UINT64_C(1) << (i % 64));
    }
}

/* Drops or doubts the rules of `word` that have conditions outside the index. */
static void test_unindexed(const struct plan *plan, const struct task *task, const struct derived *derived, size_t word,
                           struct rule_set *candidates, struct rule_set *undecided) {
    for (uint64_t left = candidates->words[word] & plan->unindexed.words[word]; left != 0; left &= left - 1) {
        const struct rule *rule = &plan->book->rules[word * 64 + (size_t)__builtin_ctzll(left)];
        const uint64_t bit = left & -left;
        for (size_t i = 0; i < rule->applies_count; i++) {
            if (is_indexed(rule->applies[i].fact)) continue;
            enum truth truth = filter_test(&rule->applies[i], task, derived);
            if (truth == TRUTH_UNKNOWN) undecided->words[word] |= bit;
            if (truth != TRUTH_FALSE) continue;
            candidates->words[word] &= ~bit;
            break;
        }
    }
}

void plan_candidates(const struct plan *plan, const struct rule_set *in_force, const struct task *task,
                     const struct derived *derived, struct rule_set *candidates, struct rule_set *undecided) {
    *candidates = *in_force;
    *undecided = (struct rule_set){{0}};
    for (size_t i = 0; i < plan->index_count; i++) {
        const struct fact_index *index = &plan->index[i];
        if (!task_knows(task, index->fact)) {
            for (size_t word = 0; word < plan->set_words; word++) undecided->words[word] |= index->readers.words[word];
            continue;
        }
        const struct value *value = &task->value[index->fact];
        const struct rule_set *excluded = &index->excluded[value->state == VALUE_GIVEN ? 1 + value->number : 0];
        for (size_t word = 0; word < plan->set_words; word++) candidates->words[word] &= ~excluded->words[word];
    }
    for (size_t word = 0; word < plan->set_words; word++) {
        test_unindexed(plan, task, derived, word, candidates, undecided);
        undecided->words[word] &= candidates->words[word];
    }
}
