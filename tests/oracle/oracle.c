#include "oracle/oracle.h"

#include <rule/run/core.h>
#include <rule/run/memo.h>

quanze_status oracle_open(struct oracle *oracle, const struct rulebook *book, const struct list *list,
                          const struct calendar *calendar, struct quanze_error *error) {
    *oracle = (struct oracle){.book = book, .list = list, .calendar = calendar};
    return rule_core_open(book, calendar, true, &oracle->core, error);
}

void oracle_close(struct oracle *oracle) {
    if (oracle->core) rule_core_close(oracle->core);
}

/* --- the filter --- */

static bool is_list(enum fact_type type) { return type == FACT_TEXTS || type == FACT_CHOICES || type == FACT_RECORDS; }

/* Stated none is the same as false, 0, "" and {}. */
static bool is_nothing(enum fact_type type, const struct value *value) {
    if (value->state == VALUE_NONE) return true;
    switch (type) {
    case FACT_BOOL:
    case FACT_COUNT:
    case FACT_MONEY:
    case FACT_RATIO:
    case FACT_HOURS: return value->number == 0;
    case FACT_TEXT:
    case FACT_TEXTS:
    case FACT_CHOICES:
    case FACT_RECORDS: return value->count == 0;
    case FACT_DATE:
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT:
    case FACT_CHOICE:
    case FACT_DONE: break;
    }
    return false;
}

static bool is_power_fact(enum fact_id fact) {
    return fact == FACT_ID_POWERS_NEEDED || fact == FACT_ID_POWERS_HELD || fact == FACT_ID_POWERS_MISSING;
}

/* "penalty" stands for the penalty of every matter. */
static bool is_text(enum fact_id fact, struct str wanted, struct str text) {
    if (str_equal(wanted, text)) return true;
    return is_power_fact(fact) && text.length > wanted.length && memcmp(text.at, wanted.at, wanted.length) == 0 &&
           text.at[wanted.length] == ':';
}

static bool is_wanted(enum fact_id fact, enum fact_type type, const struct value *wanted, const struct value *value) {
    if (is_nothing(type, wanted)) return is_nothing(type, value);
    if (is_nothing(type, value)) return false;
    if (type == FACT_TEXT) return is_text(fact, value_text(wanted), value_text(value));
    if (type == FACT_DONE && (wanted->number == DAY_NONE || value->number == DAY_NONE)) return true;
    return wanted->number == value->number;
}

static bool meets_one(enum fact_id fact, const struct value *wanted, const struct value *value) {
    const enum fact_type type = fact_at(fact)->type, element = type == FACT_TEXTS ? FACT_TEXT : FACT_CHOICE;
    if (!is_list(type)) return is_wanted(fact, type, wanted, value);
    if (is_nothing(type, value)) return is_nothing(element, wanted);
    if (type == FACT_RECORDS || is_nothing(element, wanted)) return false;
    for (uint32_t i = 0; i < value->count; i++)
        if (is_wanted(fact, element, wanted, &value->items[i])) return true;
    return false;
}

static bool meets(const struct condition *condition, const struct value *value) {
    const int64_t number = is_nothing(fact_at(condition->fact)->type, value) ? 0 : value->number;
    switch (condition->kind) {
    case CONDITION_AT_LEAST: return number >= condition->limit;
    case CONDITION_AT_MOST: return number <= condition->limit;
    case CONDITION_ANY_OF: break;
    }
    for (size_t i = 0; i < condition->count; i++)
        if (meets_one(condition->fact, &condition->any_of[i], value)) return true;
    return false;
}

static enum oracle_truth condition_holds(const struct condition *condition, const struct oracle_facts *facts) {
    const enum fact_id fact = condition->fact;
    if (task_knows(&facts->task, fact)) return meets(condition, &facts->task.value[fact]) ? ORACLE_YES : ORACLE_NO;
    if (!facts->two_ended[fact]) return ORACLE_MAYBE;
    const bool low = meets(condition, &facts->low[fact]), high = meets(condition, &facts->high[fact]);
    if (condition->kind == CONDITION_ANY_OF) return low && high && is_list(fact_at(fact)->type) ? ORACLE_YES : ORACLE_MAYBE;
    return low != high ? ORACLE_MAYBE : low ? ORACLE_YES : ORACLE_NO;
}

/* --- one rule --- */

static enum status run(const struct oracle *oracle, size_t index, const struct task *task, struct arena *arena) {
    struct rule_outcome outcome;
    for (size_t i = 0; i < MEMO_WAYS; i++) oracle->core->memo[index * MEMO_WAYS + i].key = (struct memo_key){0}; /* asks anew */
    rule_run(oracle->core, index, task, arena, &outcome);
    return outcome.status;
}

/* Money, people and powers each go one way; two of them together tell nothing. */
static int way_of(enum fact_id fact) {
    return fact == FACT_ID_FUNDS_NEEDED ? 1 : fact == FACT_ID_STAFF_NEEDED ? 2 : is_power_fact(fact) ? 3 : 0;
}

static enum status run_at_end(const struct oracle *oracle, size_t index, const struct oracle_facts *facts, bool high,
                              struct arena *arena) {
    const struct rule *rule = &oracle->book->rules[index];
    struct task task = facts->task;
    for (size_t i = 0; i < rule->need_count; i++) {
        const enum fact_id fact = rule->needs[i];
        if (!task_knows(&facts->task, fact)) task_set(&task, fact, high ? facts->high[fact] : facts->low[fact]);
    }
    return run(oracle, index, &task, arena);
}

static bool is_failure(enum status status) { return status == STATUS_FAIL || status == STATUS_ERROR; }

static enum status run_rule(const struct oracle *oracle, size_t index, const struct oracle_facts *facts, struct arena *arena) {
    const struct rule *rule = &oracle->book->rules[index];
    int way = -1;
    for (size_t i = 0; i < rule->need_count; i++) {
        if (task_knows(&facts->task, rule->needs[i])) continue;
        if (!facts->two_ended[rule->needs[i]]) return STATUS_UNKNOWN;
        if (way != -1 && way != way_of(rule->needs[i])) return STATUS_UNKNOWN;
        way = way_of(rule->needs[i]);
    }
    if (way == -1) return run(oracle, index, &facts->task, arena);
    const enum status low = run_at_end(oracle, index, facts, false, arena),
                      high = run_at_end(oracle, index, facts, true, arena);
    return low == high || (is_failure(low) && is_failure(high)) ? low : STATUS_UNKNOWN;
}

/* Whether a waiver covers the task: its department and all the townships. */
static enum oracle_truth waived(const struct oracle *oracle, const struct rule *rule, const struct oracle_facts *facts,
                                int32_t day) {
    enum oracle_truth best = ORACLE_NO;
    const struct value *names = &facts->task.value[FACT_ID_TOWNSHIPS];
    for (size_t i = 0; i < oracle->list->waiver_count; i++) {
        const struct waiver *waiver = &oracle->list->waivers[i];
        enum oracle_truth issuer = ORACLE_YES, towns = ORACLE_YES;
        if (!str_equal(waiver->rule, rule->id)) continue;
        if (waiver->validity.from != DAY_NONE && day < waiver->validity.from) continue;
        if (waiver->validity.to != DAY_NONE && day > waiver->validity.to) continue;
        if (waiver->department >= 0 && facts->issuer != waiver->department)
            issuer = facts->issuer == -2 ? ORACLE_MAYBE : ORACLE_NO;
        if (waiver->townships.count > 0) {
            if (!task_knows(&facts->task, FACT_ID_TOWNSHIPS))
                towns = ORACLE_MAYBE;
            else if (!task_given(&facts->task, FACT_ID_TOWNSHIPS) || names->count == 0)
                towns = ORACLE_NO;
            else
                for (uint32_t j = 0; j < names->count; j++) {
                    bool is_there = false;
                    for (size_t k = 0; k < waiver->townships.count; k++)
                        is_there = is_there || str_equal(waiver->townships.at[k], value_text(&names->items[j]));
                    if (!is_there) towns = ORACLE_NO;
                }
        }
        const enum oracle_truth both = issuer < towns ? issuer : towns;
        if (both > best) best = both;
    }
    return best;
}

static bool asks_the_past(const struct rule *rule, const struct oracle_facts *facts) {
    for (size_t fact = 0; fact < FACT_COUNT_ALL; fact++) {
        if (fact_at(fact)->absence != ABSENCE_HISTORY || task_knows(&facts->task, (enum fact_id)fact)) continue;
        for (size_t i = 0; i < rule->need_count; i++)
            if (rule->needs[i] == fact) return true;
        for (size_t i = 0; i < rule->applies_count; i++)
            if (rule->applies[i].fact == fact) return true;
    }
    return false;
}

static enum status judge(const struct oracle *oracle, size_t index, const struct oracle_facts *facts, int32_t day,
                         struct arena *arena, bool *unchecked) {
    const struct rule *rule = &oracle->book->rules[index];
    enum oracle_truth applies = ORACLE_YES;
    *unchecked = false;
    if (rule->stage != STAGE_SCREEN) return STATUS_NOT_APPLICABLE;
    if (rule->disabled) return STATUS_NOT_APPLICABLE;
    if (rule->edition.from != DAY_NONE && day < rule->edition.from) return STATUS_NOT_APPLICABLE;
    if (rule->edition.to != DAY_NONE && day > rule->edition.to) return STATUS_NOT_APPLICABLE;
    for (size_t i = 0; i < rule->applies_count; i++) {
        const enum oracle_truth one = condition_holds(&rule->applies[i], facts);
        if (one < applies) applies = one;
    }
    if (applies == ORACLE_NO) return STATUS_NOT_APPLICABLE;
    enum status status = run_rule(oracle, index, facts, arena);
    if (status == STATUS_PASS) return STATUS_NOT_APPLICABLE;
    if (applies == ORACLE_MAYBE) status = STATUS_UNKNOWN;
    *unchecked = status == STATUS_UNKNOWN && asks_the_past(rule, facts);
    if (status == STATUS_ERROR) return status;
    const enum oracle_truth waiver = waived(oracle, rule, facts, day);
    if (waiver == ORACLE_YES) return STATUS_WAIVED;
    return waiver == ORACLE_MAYBE ? STATUS_UNKNOWN : status;
}

/* --- the verdict: that of every world in which the unknown rules pass or fail and the emergency runs or not --- */

static bool is_excusable(const struct rule *rule) {
    const bool papers = rule->family == FAMILY_RESOURCE || rule->family == FAMILY_TIME || rule->family == FAMILY_BASIS ||
                        rule->family == FAMILY_DUPLICATE;
    const int off_list = choice_find(choices_of("GROUND"), STR("off_list_not_admitted"));
    return rule->emergency_excuses && rule->level >= LEVEL_HOLD &&
           (papers || (rule->family == FAMILY_LIST && rule->ground == off_list));
}

static enum verdict verdict_in(const struct oracle *oracle, const struct oracle_verdict *out, bool emergency,
                               bool unknown_fails) {
    enum verdict verdict = VERDICT_ADMIT;
    for (size_t i = 0; i < oracle->book->count; i++) {
        const struct rule *rule = &oracle->book->rules[i];
        bool fails = is_failure(out->status[i]);
        if (out->status[i] == STATUS_UNKNOWN && !out->unchecked[i] && rule->level >= LEVEL_HOLD) fails = unknown_fails;
        if (!fails || (emergency && out->status[i] != STATUS_ERROR && is_excusable(rule))) continue;
        const enum verdict one = rule->level == LEVEL_BLOCK  ? VERDICT_REJECT
                                 : rule->level == LEVEL_HOLD ? VERDICT_HOLD
                                 : rule->level == LEVEL_WARN ? VERDICT_CONDITIONAL
                                                             : VERDICT_ADMIT;
        if (one > verdict) verdict = one;
    }
    return verdict;
}

static bool excuses_something(const struct oracle *oracle, const struct oracle_verdict *out) {
    for (size_t i = 0; i < oracle->book->count; i++)
        if ((out->status[i] == STATUS_FAIL || (out->status[i] == STATUS_UNKNOWN && !out->unchecked[i])) &&
            is_excusable(&oracle->book->rules[i]))
            return true;
    return false;
}

void oracle_decide(const struct oracle *oracle, const struct task *task, const struct found_item *match, int32_t day,
                   struct arena *arena, struct oracle_verdict *out) {
    struct oracle_facts facts;
    oracle_derive(oracle, task, match, day, arena, &facts);
    for (size_t i = 0; i < oracle->book->count; i++) out->status[i] = judge(oracle, i, &facts, day, arena, &out->unchecked[i]);
    const bool told = task_knows(&facts.task, FACT_ID_EMERGENCY_RUNNING);
    const bool runs = task_true(&facts.task, FACT_ID_EMERGENCY_RUNNING);
    enum verdict softest = VERDICT_REJECT, hardest = VERDICT_ADMIT;
    for (int emergency = 0; emergency < 2; emergency++)
        for (int unknown_fails = 0; unknown_fails < 2; unknown_fails++) {
            if (told && runs != (emergency == 1)) continue;
            const enum verdict one = verdict_in(oracle, out, emergency == 1, unknown_fails == 1);
            if (one < softest) softest = one;
            if (one > hardest) hardest = one;
        }
    out->verdict = softest == VERDICT_REJECT ? VERDICT_REJECT : hardest >= VERDICT_HOLD ? VERDICT_HOLD : softest;
    out->provisional = told && runs && out->verdict < VERDICT_HOLD && excuses_something(oracle, out);
}
