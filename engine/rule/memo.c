#include <rule/memo.h>

#include <base/alloc.h>
#include <rule/view.h>

#define USED (UINT64_C(1) << 63)

struct memo_key *memo_new(size_t rules) {
    return alloc_new((rules + 1) * MEMO_WAYS * sizeof(struct memo_key));
}

static bool add_fact(const struct task *facts, enum fact_id fact, size_t at, struct memo_key *out) {
    enum value_state state = task_knows(facts, fact) ? (enum value_state)facts->value[fact].state : VALUE_ABSENT;
    out->states |= (uint64_t)state << (2 * at);
    out->numbers[at] = 0;
    if (state != VALUE_GIVEN) return true;
    if (!view_is_scalar(fact_at(fact)->type)) return false;
    out->numbers[at] = facts->value[fact].number;
    return true;
}

bool memo_key_of(const struct rule *rule, const struct task *facts, struct memo_key *out) {
    size_t count = rule->need_count + rule->may_count;
    if (count > MEMO_FACTS) return false;
    *out = (struct memo_key){.states = USED};
    for (size_t i = 0; i < count; i++) {
        enum fact_id fact = i < rule->need_count ? rule->needs[i] : rule->may[i - rule->need_count];
        if (!add_fact(facts, fact, i, out)) return false;
    }
    return true;
}

static size_t way_of(const struct memo_key *key) {
    uint64_t mixed = key->states;
    for (size_t i = 0; i < MEMO_FACTS; i++) mixed = (mixed ^ (uint64_t)key->numbers[i]) * UINT64_C(0x9E3779B97F4A7C15);
    return (size_t)(mixed >> 60) % MEMO_WAYS;
}

bool memo_knows(const struct memo_key *memo, size_t rule, const struct memo_key *key) {
    return memcmp(&memo[rule * MEMO_WAYS + way_of(key)], key, sizeof *key) == 0;
}

void memo_keep(struct memo_key *memo, size_t rule, const struct memo_key *key) { memo[rule * MEMO_WAYS + way_of(key)] = *key; }
