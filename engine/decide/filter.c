#include <decide/filter.h>

static bool is_list(enum fact_type type) { return type == FACT_TEXTS || type == FACT_CHOICES || type == FACT_RECORDS; }

static bool is_text(enum fact_type type) { return type == FACT_TEXT || type == FACT_TEXTS; }

bool filter_says_nothing(enum fact_type type, const struct value *value) {
    if (value->state != VALUE_GIVEN) return true;
    if (type == FACT_TEXT || is_list(type)) return value->count == 0;
    return (type == FACT_BOOL || type == FACT_COUNT || type == FACT_MONEY || type == FACT_RATIO || type == FACT_HOURS) &&
           value->number == 0;
}

static bool equal(enum fact_type type, const struct value *a, const struct value *b) {
    if (filter_says_nothing(type, a) || filter_says_nothing(type, b))
        return filter_says_nothing(type, a) && filter_says_nothing(type, b);
    if (is_text(type)) return str_equal(value_text(a), value_text(b));
    if (type == FACT_DONE && (a->number == DAY_NONE || b->number == DAY_NONE)) return true;
    return a->number == b->number;
}

/* "penalty" stands for the penalty of every matter: "penalty:..." too. */
static bool is_power_of(struct str wanted, struct str power) {
    return str_starts_with(power, wanted) && (power.length == wanted.length || power.at[wanted.length] == ':');
}

/* Whether a list holds the value. */
static bool contains(const struct condition *condition, enum fact_type type, const struct value *list,
                     const struct value *wanted) {
    enum fact_type element = type == FACT_TEXTS ? FACT_TEXT : FACT_CHOICE;
    bool are_powers = condition->fact >= FACT_ID_POWERS_NEEDED && condition->fact <= FACT_ID_POWERS_MISSING;
    if (filter_says_nothing(type, list)) return filter_says_nothing(element, wanted);
    if (type == FACT_RECORDS || filter_says_nothing(element, wanted)) return false;
    for (size_t i = 0; i < list->count; i++) {
        if (are_powers && is_power_of(value_text(wanted), value_text(&list->items[i]))) return true;
        if (equal(element, wanted, &list->items[i])) return true;
    }
    return false;
}

/* Whether one of the condition's values is `value`, for lists one of its elements. */
static bool is_any_of(const struct condition *condition, enum fact_type type, const struct value *value) {
    for (size_t i = 0; i < condition->count; i++) {
        const struct value *wanted = &condition->any_of[i];
        if (is_list(type) ? contains(condition, type, value, wanted) : equal(type, wanted, value)) return true;
    }
    return condition->count == 0 && filter_says_nothing(type, value);
}

bool filter_meets(const struct condition *condition, const struct value *value) {
    enum fact_type type = fact_at(condition->fact)->type;
    int64_t number = 0;
    if (!filter_says_nothing(type, value)) number = is_text(type) || is_list(type) ? (int64_t)value->count : value->number;
    switch (condition->kind) {
    case CONDITION_ANY_OF: return is_any_of(condition, type, value);
    case CONDITION_AT_LEAST: return number >= condition->limit;
    case CONDITION_AT_MOST: return number <= condition->limit;
    }
    return false;
}

/* A list may still come to hold a word that neither end has, a sum may come to be a given number: only thresholds exclude. */
static enum truth test_between(const struct condition *condition, const struct bounds *bounds) {
    bool low = filter_meets(condition, &bounds->low), high = filter_meets(condition, &bounds->high);
    bool is_threshold = condition->kind != CONDITION_ANY_OF;
    if (low && high && (is_threshold || is_list(fact_at(condition->fact)->type))) return TRUTH_TRUE;
    return !low && !high && is_threshold ? TRUTH_FALSE : TRUTH_UNKNOWN;
}

enum truth filter_test(const struct condition *condition, const struct task *task, const struct derived *derived) {
    if (task_knows(task, condition->fact))
        return filter_meets(condition, &task->value[condition->fact]) ? TRUTH_TRUE : TRUTH_FALSE;
    if (!fact_set_has(&derived->bounded, condition->fact)) return TRUTH_UNKNOWN;
    return test_between(condition, &derived->bounds[condition->fact - FIRST_DERIVED]);
}

void filter_missing(const struct rule *rule, const struct task *task, const struct derived *derived, struct fact_set *out) {
    for (size_t i = 0; i < rule->applies_count; i++)
        if (filter_test(&rule->applies[i], task, derived) == TRUTH_UNKNOWN) derive_missing(derived, rule->applies[i].fact, out);
}
