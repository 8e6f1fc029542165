/* derived.c - what would tell a derived fact that is not known. */
#include <decide/derive.h>

void derive_missing(const struct derived *derived, size_t fact, struct fact_set *out) {
    if (fact < FIRST_DERIVED) {
        fact_set_add(out, fact);
        return;
    }
    for (size_t i = 0; i < FACT_WORDS; i++) out->words[i] |= derived->missing[fact - FIRST_DERIVED].words[i];
}

void derive_unknown(struct task *task, struct derived *out, enum fact_id fact, const enum fact_id *missing, size_t count) {
    struct fact_set *set = &out->missing[fact - FIRST_DERIVED];
    *set = (struct fact_set){{0}};
    for (size_t i = 0; i < count; i++)
        if (!task_knows(task, missing[i])) fact_set_add(set, missing[i]);
    fact_set_drop(&task->known, fact);
}
