#include <decide/filter.h>

static bool is_list(enum fact_type type) { return type == FACT_TEXTS || type == FACT_CHOICES || type == FACT_RECORDS; }

static bool is_text(enum fact_type type) { return type == FACT_TEXT || type == FACT_TEXTS; }

/* Stated none, and what says the same: false, 0, "", an empty list. */
static bool says_nothing(enum fact_type type, const struct value *value) {
    if (value->state != VALUE_GIVEN) return true;
    if (type == FACT_TEXT || is_list(type)) return value->count == 0;
    return (type == FACT_BOOL || type == FACT_COUNT || type == FACT_MONEY || type == FACT_RATIO || type == FACT_HOURS) &&
           value->number == 0;
}

static bool equal(enum fact_type type, const struct value *a, const struct value *b) {
    if (says_nothing(type, a) || says_nothing(type, b)) return says_nothing(type, a) && says_nothing(type, b);
    if (is_text(type)) return str_equal(value_text(a), value_text(b));
    if (type == FACT_DONE && (a->number == DAY_NONE || b->number == DAY_NONE)) return true;
    return a->number == b->number;
}

/* Whether one of the condition's values is `value`, for lists one of its elements. */
static bool is_any_of(const struct condition *condition, enum fact_type type, const struct value *value) {
    enum fact_type element = type == FACT_TEXTS ? FACT_TEXT : type == FACT_CHOICES ? FACT_CHOICE : type;
    for (size_t i = 0; i < condition->count; i++) {
        const struct value *wanted = &condition->any_of[i];
        if (!is_list(type)) {
            if (equal(type, wanted, value)) return true;
            continue;
        }
        if (says_nothing(element, wanted) && says_nothing(type, value)) return true;
        if (type == FACT_RECORDS || says_nothing(type, value)) continue;
        for (size_t j = 0; j < value->count; j++)
            if (equal(element, wanted, &value->items[j])) return true;
    }
    return condition->count == 0 && says_nothing(type, value);
}

bool filter_meets(const struct condition *condition, const struct value *value) {
    enum fact_type type = fact_at(condition->fact)->type;
    int64_t number = 0;
    if (!says_nothing(type, value)) number = is_text(type) || is_list(type) ? (int64_t)value->count : value->number;
    switch (condition->kind) {
    case CONDITION_ANY_OF: return is_any_of(condition, type, value);
    case CONDITION_AT_LEAST: return number >= condition->limit;
    case CONDITION_AT_MOST: return number <= condition->limit;
    }
    return false;
}

enum truth filter_test(const struct condition *condition, const struct task *task, const struct derived *derived) {
    if (task_knows(task, condition->fact))
        return filter_meets(condition, &task->value[condition->fact]) ? TRUTH_TRUE : TRUTH_FALSE;
    if (!fact_set_has(&derived->bounded, condition->fact)) return TRUTH_UNKNOWN;
    const struct bounds *bounds = &derived->bounds[condition->fact - FIRST_DERIVED];
    bool low = filter_meets(condition, &bounds->low), high = filter_meets(condition, &bounds->high);
    bool is_threshold = condition->kind != CONDITION_ANY_OF;
    if (low && high && (is_threshold || is_list(fact_at(condition->fact)->type))) return TRUTH_TRUE;
    /* A list may still come to hold a word that neither end has, a sum may come to be a given number: only thresholds exclude.
     */
    return !low && !high && is_threshold ? TRUTH_FALSE : TRUTH_UNKNOWN;
}

void filter_missing(const struct rule *rule, const struct task *task, const struct derived *derived, struct fact_set *out) {
    for (size_t i = 0; i < rule->applies_count; i++)
        if (filter_test(&rule->applies[i], task, derived) == TRUTH_UNKNOWN) derive_missing(derived, rule->applies[i].fact, out);
}
