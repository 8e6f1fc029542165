#include <rule/run/memo.h>

#include <base/alloc.h>
#include <rule/bytecode/search.h>

#define USED (UINT64_C(1) << 63)

struct memo_entry *memo_new(size_t rules) {
    return alloc_new((rules + 1) * MEMO_WAYS * sizeof(struct memo_entry));
}

static bool is_searched(const struct rule *rule, enum fact_id fact, size_t at) {
    return search_covers(&rule->searches, at) && fact_at(fact)->type == FACT_TEXT;
}

static bool add_fact(const struct rule *rule, const struct task *facts, size_t at, struct held *held, struct memo_key *out) {
    enum fact_id fact = at < rule->need_count ? rule->needs[at] : rule->may[at - rule->need_count];
    enum value_state state = task_knows(facts, fact) ? (enum value_state)facts->value[fact].state : VALUE_ABSENT;
    out->states |= (uint64_t)state << (2 * at);
    out->numbers[at] = 0;
    if (state != VALUE_GIVEN) return true;
    if (held->ways[fact] == 0) {
        out->numbers[at] = facts->value[fact].number;
        return true;
    }
    if (is_searched(rule, fact, at)) {
        out->numbers[at] = (int64_t)search_answers(&rule->searches, at, value_text(&facts->value[fact]));
        return facts->value[fact].count <= HELD_BYTES;
    }
    const struct held_value *kept = held_find(held, fact, &facts->value[fact]);
    if (kept != NULL) out->numbers[at] = (int64_t)kept->number;
    return kept != NULL;
}

bool memo_key_of(const struct rule *rule, const struct task *facts, struct held *held, struct memo_key *out) {
    size_t count = rule->need_count + rule->may_count;
    if (count > MEMO_FACTS) return false;
    *out = (struct memo_key){.states = USED};
    for (size_t i = 0; i < count; i++)
        if (!add_fact(rule, facts, i, held, out)) return false;
    return true;
}

static size_t way_of(const struct memo_key *key) {
    uint64_t mixed = key->states;
    for (size_t i = 0; i < MEMO_FACTS; i++) mixed = (mixed ^ (uint64_t)key->numbers[i]) * UINT64_C(0x9E3779B97F4A7C15);
    return (size_t)(mixed >> 60) % MEMO_WAYS;
}

bool memo_knows(const struct memo_entry *memo, size_t rule, const struct memo_key *key, struct rule_outcome *out) {
    const struct memo_entry *entry = &memo[rule * MEMO_WAYS + way_of(key)];
    if (memcmp(&entry->key, key, sizeof *key) != 0) return false;
    out->status = entry->message == NULL ? STATUS_PASS : STATUS_FAIL;
    out->message = entry->message;
    out->value_count = entry->message == NULL ? 0 : entry->message->placeholders.count;
    for (size_t i = 0; i < out->value_count; i++)
        out->values[i] = (struct rule_value){.name = entry->message->placeholders.at[i],
                                             .kind = entry->values[i].kind,
                                             .integer = entry->values[i].integer,
                                             .number = entry->values[i].number};
    return true;
}

/* The values of a failure are those of its message and no others, few, and numbers. Both are sorted by name. */
static bool may_keep(const struct rule_outcome *outcome) {
    if (outcome->status == STATUS_PASS) return true;
    if (outcome->status != STATUS_FAIL || outcome->value_count > MEMO_VALUES) return false;
    bool numbers = outcome->value_count == outcome->message->placeholders.count;
    for (size_t i = 0; i < outcome->value_count; i++)
        numbers = numbers && (outcome->values[i].kind == RULE_VALUE_INTEGER || outcome->values[i].kind == RULE_VALUE_NUMBER);
    return numbers;
}

void memo_keep(struct memo_entry *memo, size_t rule, const struct memo_key *key, const struct rule_outcome *outcome) {
    if (!may_keep(outcome)) return;
    struct memo_entry *entry = &memo[rule * MEMO_WAYS + way_of(key)];
    *entry = (struct memo_entry){.key = *key, .message = outcome->status == STATUS_FAIL ? outcome->message : NULL};
    for (size_t i = 0; i < outcome->value_count; i++) {
        entry->values[i].kind = outcome->values[i].kind;
        entry->values[i].integer = outcome->values[i].integer;
        entry->values[i].number = outcome->values[i].number;
    }
}
