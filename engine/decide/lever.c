/* lever.c - the changes that somebody can make to a task that is not admissible. */
#include <decide/fix.h>

static bool is_list(enum fact_type type) { return type == FACT_TEXTS || type == FACT_CHOICES || type == FACT_RECORDS; }

static bool is_time(enum fact_type type) {
    return type == FACT_DATE || type == FACT_START || type == FACT_END || type == FACT_MOMENT;
}

static bool is_same_element(enum fact_type list, const struct value *a, const struct value *b) {
    return list == FACT_TEXTS ? str_equal(value_text(a), value_text(b)) : a->number == b->number;
}

/* Whether both say the same; lists of records that were made apart are taken as different. */
static bool is_same(enum fact_type type, const struct value *a, const struct value *b) {
    if (filter_says_nothing(type, a) || filter_says_nothing(type, b))
        return filter_says_nothing(type, a) && filter_says_nothing(type, b);
    if (type == FACT_TEXT) return str_equal(value_text(a), value_text(b));
    if (!is_list(type)) return a->number == b->number;
    bool same = a->count == b->count && (type != FACT_RECORDS || a->items == b->items);
    for (uint32_t i = 0; same && type != FACT_RECORDS && i < a->count; i++)
        same = is_same_element(type, &a->items[i], &b->items[i]);
    return same;
}

static bool is_same_lever(const struct lever *a, const struct lever *b) {
    if (a->set_count != b->set_count) return false;
    for (size_t i = 0; i < a->set_count; i++)
        if (a->sets[i].fact != b->sets[i].fact ||
            !is_same(fact_at(a->sets[i].fact)->type, &a->sets[i].value, &b->sets[i].value))
            return false;
    return true;
}

void levers_add(struct levers *levers, const struct lever *lever) {
    for (size_t i = 0; i < levers->count; i++)
        if (is_same_lever(&levers->at[i], lever)) return;
    if (levers->count == FIX_MAX_LEVERS)
        levers->cut = true;
    else
        levers->at[levers->count++] = *lever;
}

static bool reads(const struct rule *rule, enum fact_id fact) {
    if (fact_set_has(&rule->need_set, fact) || fact_set_has(&rule->filter_set, fact)) return true;
    for (size_t i = 0; i < rule->may_count; i++)
        if (rule->may[i] == fact) return true;
    return false;
}

/* Something that a paper asks for and could as well not ask for: what a finished paper does not demand by leaving it out. */
static bool is_demand(enum fact_id fact) {
    static const struct str GROUPS[] = {STR_INIT("demands."),    STR_INIT("quota."),         STR_INIT("ranking."),
                                        STR_INIT("assessment."), STR_INIT("meeting."),       STR_INIT("message."),
                                        STR_INIT("inspection."), STR_INIT("accountability.")};
    if (fact_at(fact)->absence != ABSENCE_CLOSED) return false;
    for (size_t i = 0; i < sizeof GROUPS / sizeof *GROUPS; i++)
        if (str_starts_with(fact_at(fact)->name, GROUPS[i])) return true;
    return false;
}

static void add_one(struct levers *levers, enum fact_id fact, struct value value) {
    const struct lever lever = {.sets = {{fact, value}}, .set_count = 1};
    levers_add(levers, &lever);
}

static void add_dropped_demands(const struct rule *rule, const struct task *task, struct levers *levers) {
    for (size_t i = 0; i < rule->need_count; i++)
        if (is_demand(rule->needs[i]) && task_given(task, rule->needs[i]) &&
            !filter_says_nothing(fact_at(rule->needs[i])->type, &task->value[rule->needs[i]]))
            add_one(levers, rule->needs[i], (struct value){.state = VALUE_NONE});
}

/* Splits the actions of a task: those that need a power go behind what the department keeps already, the others to `left`. */
static bool split_actions(const struct plan *plan, const struct task *task, struct arena *arena, struct value *left,
                          struct value *kept) {
    const struct value *actions = &task->value[FACT_ID_ACTIONS], *retains = &task->value[FACT_ID_DEPARTMENT_RETAINS];
    const uint32_t before = task_given(task, FACT_ID_DEPARTMENT_RETAINS) ? retains->count : 0;
    struct value *all = arena_take_array(arena, before + 2 * (size_t)actions->count, sizeof *all);
    if (!all) return false;
    *kept = (struct value){.items = all, .count = before, .state = VALUE_GIVEN};
    *left = (struct value){.items = all + before + actions->count, .state = VALUE_GIVEN};
    for (uint32_t i = 0; i < before; i++) all[i] = retains->items[i];
    for (uint32_t i = 0; i < actions->count; i++) {
        const bool is_power = vocabulary_action_power(&plan->vocabulary, value_text(&actions->items[i])) >= 0;
        if (is_power)
            all[kept->count++] = actions->items[i];
        else
            all[before + actions->count + left->count++] = actions->items[i];
    }
    if (left->count == 0) *left = (struct value){.state = VALUE_NONE};
    return true;
}

/* Acts of power stay with the department; the township keeps the rest. */
static bool add_department_keeps(const struct plan *plan, const struct task *task, struct arena *arena, struct levers *levers) {
    struct value left, kept;
    if (!task_given(task, FACT_ID_ACTIONS)) return true;
    if (!split_actions(plan, task, arena, &left, &kept)) return false;
    if (left.count == task->value[FACT_ID_ACTIONS].count) return true;
    struct lever lever = {.sets = {{FACT_ID_ACTIONS, left}, {FACT_ID_DEPARTMENT_RETAINS, kept}}, .set_count = 2};
    if (task_given(task, FACT_ID_POWERS_REQUIRED))
        lever.sets[lever.set_count++] = (struct fact_value){FACT_ID_POWERS_REQUIRED, {.state = VALUE_NONE}};
    levers_add(levers, &lever);
    return true;
}

static bool reads_powers(const struct rule *rule) {
    return reads(rule, FACT_ID_POWERS_MISSING) || reads(rule, FACT_ID_POWERS_NEEDED) || reads(rule, FACT_ID_POWERS_HELD) ||
           reads(rule, FACT_ID_ACTIONS);
}

bool levers_add_acts(const struct plan *plan, const struct rule *rule, const struct task *task, struct arena *arena,
                     struct levers *levers) {
    add_dropped_demands(rule, task, levers);
    if (reads(rule, FACT_ID_ROLE) && task_given(task, FACT_ID_ROLE) && task->value[FACT_ID_ROLE].number == ROLE_MAIN)
        add_one(levers, FACT_ID_ROLE, value_number(ROLE_COOPERATING));
    return !reads_powers(rule) || add_department_keeps(plan, task, arena, levers);
}

/* What a task states of the found item never changes it: only facts that rest on what a task states can be reached. */
static bool is_reachable(size_t fact) {
    return fact == FACT_ID_ITEM_ISSUER_LEADS || (fact >= FACT_ID_TOWN_KNOWN && fact < FACT_COUNT_ALL);
}

bool levers_reach(const struct fact_set *changed, const struct rule *rule) {
    for (size_t fact = 0; fact < FIRST_DERIVED; fact++)
        if (fact_set_has(changed, fact) && reads(rule, (enum fact_id)fact)) return true;
    for (size_t fact = FIRST_DERIVED; fact < FIRST_MONTH; fact++)
        if (is_reachable(fact) && reads(rule, (enum fact_id)fact)) return true;
    return false;
}

/* The elements of `first` that `second` has too. */
static bool intersect(enum fact_type type, const struct value *first, const struct value *second, struct arena *arena,
                      struct value *out) {
    struct value *items = arena_take_array(arena, first->count, sizeof *items);
    if (!items) return false;
    uint32_t count = 0;
    for (uint32_t i = 0; i < first->count; i++) {
        uint32_t same = 0;
        while (same < second->count && !is_same_element(type, &first->items[i], &second->items[same])) same++;
        if (same < second->count) items[count++] = first->items[i];
    }
    *out = (struct value){.items = items, .count = count, .state = count > 0 ? VALUE_GIVEN : VALUE_NONE};
    return true;
}

static bool is_amount(enum fact_type type) {
    return type == FACT_COUNT || type == FACT_MONEY || type == FACT_RATIO || type == FACT_HOURS;
}

/* Both are given and neither is a list. */
static struct value merge_given(enum fact_type type, const struct value *first, const struct value *second,
                                bool prefer_larger) {
    if (is_time(type)) return first->number > second->number ? *first : *second;
    if (is_amount(type)) return (first->number > second->number) == prefer_larger ? *first : *second;
    return prefer_larger ? *second : *first;
}

bool levers_merge(enum fact_id fact, const struct value *first, const struct value *second, bool prefer_larger,
                  struct arena *arena, struct value *out) {
    const enum fact_type type = fact_at(fact)->type;
    const bool both = first->state == VALUE_GIVEN && second->state == VALUE_GIVEN;
    if (both && (type == FACT_TEXTS || type == FACT_CHOICES)) return intersect(type, first, second, arena, out);
    if (is_same(type, first, second))
        *out = *first;
    else if (both)
        *out = merge_given(type, first, second, prefer_larger);
    else if (is_demand(fact)) /* one of them drops it */
        *out = first->state == VALUE_GIVEN ? *second : *first;
    else
        *out = prefer_larger ? *second : *first;
    return true;
}
