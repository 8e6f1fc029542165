#include <rule/run/memo.h>

#include <base/alloc.h>
#include <rule/bytecode/search.h>

#define USED (UINT64_C(1) << 63)

struct memo_entry *memo_new(size_t rules) {
    return alloc_new((rules + 1) * MEMO_WAYS * sizeof(struct memo_entry));
}

void memo_free(struct memo_entry *memo, size_t rules) {
    for (size_t i = 0; memo != NULL && i < rules * MEMO_WAYS; i++) buf_free(&memo[i].texts);
    alloc_free(memo);
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

/* The next of the texts of an entry, whose bytes are at `*at`. */
static struct str take_text(const char **at) {
    uint32_t length;
    memcpy(&length, *at, sizeof length);
    const struct str text = {*at + sizeof length, length};
    *at = text.at + length + 1;
    return text;
}

static bool take_value(const struct memo_entry *entry, size_t index, struct arena *arena, const char **at,
                       struct rule_value *out) {
    *out = (struct rule_value){.name = entry->message->placeholders.at[index],
                               .kind = entry->values[index].kind,
                               .integer = entry->values[index].integer,
                               .number = entry->values[index].number};
    if (out->kind == RULE_VALUE_TEXT) out->text = take_text(at);
    if (out->kind != RULE_VALUE_TEXTS) return true;
    struct str *texts = arena_take_array(arena, entry->values[index].texts, sizeof *texts);
    if (texts == NULL) return false;
    for (size_t i = 0; i < entry->values[index].texts; i++) texts[i] = take_text(at);
    out->texts = (struct texts){texts, entry->values[index].texts};
    return true;
}

bool memo_knows(const struct memo_entry *memo, size_t rule, const struct memo_key *key, struct arena *arena,
                struct rule_outcome *out) {
    const struct memo_entry *entry = &memo[rule * MEMO_WAYS + way_of(key)];
    if (memcmp(&entry->key, key, sizeof *key) != 0) return false;
    const size_t count = entry->message == NULL ? 0 : entry->message->placeholders.count;
    struct str texts = buf_str(&entry->texts);
    if (texts.length > 0) texts = arena_copy(arena, texts); /* the entry may be another's before the outcome is looked at */
    if (texts.at == NULL) return false;
    for (size_t i = 0; i < count; i++)
        if (!take_value(entry, i, arena, &texts.at, &out->values[i])) return false;
    out->status = entry->message == NULL ? STATUS_PASS : STATUS_FAIL;
    out->message = entry->message;
    out->value_count = count;
    return true;
}

static void put_text(struct buf *out, struct str text) {
    const uint32_t length = (uint32_t)text.length;
    buf_put(out, (struct str){(const char *)&length, sizeof length});
    buf_put(out, text);
    buf_put_char(out, '\0'); /* as texts of an arena end */
}

static void put_texts(struct buf *out, const struct rule_value *value) {
    if (value->kind == RULE_VALUE_TEXT) put_text(out, value->text);
    if (value->kind != RULE_VALUE_TEXTS) return;
    for (size_t i = 0; i < value->texts.count && out->length <= MEMO_BYTES; i++) put_text(out, value->texts.at[i]);
}

/* Those of the message and no others, few. Both are sorted by name. */
static bool may_keep(const struct rule_outcome *outcome) {
    if (outcome->status == STATUS_PASS) return true;
    return outcome->status == STATUS_FAIL && outcome->value_count <= MEMO_VALUES &&
           outcome->value_count == outcome->message->placeholders.count;
}

void memo_keep(struct memo_entry *memo, size_t rule, const struct memo_key *key, const struct rule_outcome *outcome) {
    if (!may_keep(outcome)) return;
    struct memo_entry *entry = &memo[rule * MEMO_WAYS + way_of(key)];
    struct buf texts = entry->texts;
    buf_clear(&texts);
    for (size_t i = 0; i < outcome->value_count; i++) put_texts(&texts, &outcome->values[i]);
    *entry = (struct memo_entry){.texts = texts};
    if (texts.length > MEMO_BYTES || texts.failed) {
        buf_free(&entry->texts);
        return;
    }
    entry->key = *key;
    entry->message = outcome->status == STATUS_FAIL ? outcome->message : NULL;
    for (size_t i = 0; i < outcome->value_count; i++) {
        entry->values[i].kind = outcome->values[i].kind;
        entry->values[i].integer = outcome->values[i].integer;
        entry->values[i].number = outcome->values[i].number;
        entry->values[i].texts = outcome->values[i].texts.count;
    }
}
