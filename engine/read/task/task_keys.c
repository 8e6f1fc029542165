/* task_keys.c - the fact table as a hash of keys, made once for a source. */
#include <read/task/task_keys.h>

/* Length, first, middle and last byte tell the keys of one group apart well enough; the rest is probing. */
static unsigned slot_of(unsigned group, struct str name) {
    const unsigned char *at = (const unsigned char *)name.at;
    unsigned mix = at[0] + 31U * at[name.length / 2] + 257U * at[name.length - 1] + 7U * (unsigned)name.length + 101U * group;
    return (mix ^ mix >> 7) % TASK_KEY_SLOTS;
}

const struct task_key *task_keys_find(const struct task_keys *keys, unsigned group, struct str name) {
    if (name.length == 0) return NULL;
    for (unsigned slot = slot_of(group, name); keys->slots[slot]; slot = (slot + 1) % TASK_KEY_SLOTS) {
        const struct task_key *key = &keys->at[keys->slots[slot] - 1];
        if (key->parent == group && str_equal(key->name, name)) return key;
    }
    return NULL;
}

static void add(struct task_keys *keys, struct task_key key) {
    unsigned slot = slot_of(key.parent, key.name);
    while (keys->slots[slot]) slot = (slot + 1) % TASK_KEY_SLOTS;
    keys->at[keys->count++] = key;
    keys->slots[slot] = (uint16_t)keys->count;
}

/* The group of a name, made when it is new. */
static unsigned group_of(struct task_keys *keys, unsigned parent, struct str name) {
    const struct task_key *known = task_keys_find(keys, parent, name);
    if (known) return known->target;
    add(keys, (struct task_key){name, parent, TASK_KEY_GROUP, keys->group_count});
    return keys->group_count++;
}

static void add_fact(struct task_keys *keys, unsigned id) {
    struct str rest = fact_at(id)->name;
    unsigned group = 0;
    for (const char *dot; (dot = memchr(rest.at, '.', rest.length)) != NULL;) {
        const size_t length = (size_t)(dot - rest.at);
        group = group_of(keys, group, (struct str){rest.at, length});
        rest = (struct str){dot + 1, rest.length - length - 1};
    }
    add(keys, (struct task_key){rest, group, TASK_KEY_FACT, id});
}

void task_keys_make(struct task_keys *keys) {
    _Static_assert(2 * FACT_ID_ITEM_HOW < TASK_KEYS_MAX, "room for all facts that a task states, their groups and the format");
    memset(keys->slots, 0, sizeof keys->slots);
    keys->required = (struct fact_set){{0}};
    keys->count = 0;
    keys->group_count = 1;
    add(keys, (struct task_key){STR("format"), 0, TASK_KEY_FORMAT, 0});
    for (unsigned id = 0; id < FACT_COUNT_ALL; id++) {
        if (field_is_required(fact_at(id))) fact_set_add(&keys->required, id);
        if (absence_is_stated(fact_at(id)->absence)) add_fact(keys, id);
    }
}

void task_keys_report_unknown(const struct task_keys *keys, unsigned group, const struct node *child,
                              const struct reading *reading) {
    struct str names[TASK_KEYS_MAX];
    size_t count = 0;
    for (unsigned i = 0; i < keys->count; i++)
        if (keys->at[i].parent == group) names[count++] = keys->at[i].name;
    field_report_unknown(child, names, count, reading);
}
