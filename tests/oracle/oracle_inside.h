/* oracle_inside.h - small things that the oracle's files share. */
#ifndef TESTS_ORACLE_ORACLE_INSIDE_H
#define TESTS_ORACLE_ORACLE_INSIDE_H

#include "oracle/oracle.h"

#include <stdlib.h>

static const struct value ORACLE_NONE = {.state = VALUE_NONE};

static inline void must(bool ok) {
    if (!ok) abort(); /* the test machine ran out of memory */
}

static inline bool known(const struct oracle_facts *facts, enum fact_id fact) { return task_knows(&facts->task, fact); }
static inline bool given(const struct oracle_facts *facts, enum fact_id fact) { return task_given(&facts->task, fact); }
static inline int64_t number(const struct oracle_facts *facts, enum fact_id fact) {
    return given(facts, fact) ? facts->task.value[fact].number : 0;
}
static inline void set(struct oracle_facts *facts, enum fact_id fact, struct value value) {
    task_set(&facts->task, fact, value);
}
static inline void forget(struct oracle_facts *facts, enum fact_id fact) {
    set(facts, fact, (struct value){.state = VALUE_ABSENT});
}

static inline void ends(struct oracle_facts *facts, enum fact_id fact, struct value low, struct value high) {
    forget(facts, fact);
    facts->two_ended[fact] = true;
    facts->low[fact] = low;
    facts->high[fact] = high;
}

static inline struct value text_or_none(struct str text) { return text.length > 0 ? value_of_text(text) : ORACLE_NONE; }

static inline int word(const char *vocabulary, const char *name) {
    int at = choice_find(choices_of(vocabulary), str_of(name));
    must(at >= 0);
    return at;
}

static inline bool is_word(const struct oracle_facts *facts, enum fact_id fact, const char *vocabulary, const char *name) {
    return given(facts, fact) && facts->task.value[fact].number == word(vocabulary, name);
}

static inline struct value texts_value(struct texts texts, struct arena *arena) {
    if (texts.count == 0) return ORACLE_NONE;
    struct value *items = arena_take_array(arena, texts.count, sizeof *items);
    must(items != NULL);
    for (size_t i = 0; i < texts.count; i++) items[i] = value_of_text(texts.at[i]);
    return (struct value){.items = items, .count = (uint32_t)texts.count, .state = VALUE_GIVEN};
}

static inline const struct township *township_named(const struct list *list, struct str name) {
    for (size_t i = 0; i < list->township_count; i++)
        if (str_equal(list->townships[i].name, name)) return &list->townships[i];
    return NULL;
}

/* powers.needed, powers.held, powers.missing; the issuer, the item and the townships are set. */
void oracle_derive_powers(const struct oracle *oracle, const struct item *item, int32_t day, struct arena *arena,
                          struct oracle_facts *facts);

#endif
