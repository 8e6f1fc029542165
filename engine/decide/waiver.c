#include <decide/waiver.h>

static bool names(const struct texts *texts, struct str name) {
    for (size_t i = 0; i < texts->count; i++)
        if (str_equal(texts->at[i], name)) return true;
    return false;
}

static enum truth covers_issuer(const struct waiver *waiver, const struct derived *derived) {
    if (waiver->department < 0 || waiver->department == derived->issuer_department) return TRUTH_TRUE;
    return derived->issuer_department == DEPARTMENT_ABSENT ? TRUTH_UNKNOWN : TRUTH_FALSE;
}

/* All addressed townships must be among those of the waiver. */
static enum truth covers_townships(const struct waiver *waiver, const struct task *task) {
    if (waiver->townships.count == 0) return TRUTH_TRUE;
    if (!task_knows(task, FACT_ID_TOWNSHIPS)) return TRUTH_UNKNOWN;
    if (!task_given(task, FACT_ID_TOWNSHIPS)) return TRUTH_FALSE;
    const struct value *addressed = &task->value[FACT_ID_TOWNSHIPS];
    for (size_t i = 0; i < addressed->count; i++)
        if (!names(&waiver->townships, value_text(&addressed->items[i]))) return TRUTH_FALSE;
    return addressed->count > 0 ? TRUTH_TRUE : TRUTH_FALSE;
}

enum truth waiver_find(const struct list *list, const struct rule *rule, const struct task *task, const struct derived *derived,
                       int32_t day, const struct waiver **out, struct fact_set *missing) {
    enum truth best = TRUTH_FALSE;
    for (size_t i = 0; i < list->waiver_count; i++) {
        const struct waiver *waiver = &list->waivers[i];
        if (!str_equal(waiver->rule, rule->id) || !validity_holds(waiver->validity, day)) continue;
        enum truth issuer = covers_issuer(waiver, derived), towns = covers_townships(waiver, task);
        if (issuer == TRUTH_FALSE || towns == TRUTH_FALSE) continue;
        if (issuer == TRUTH_TRUE && towns == TRUTH_TRUE) {
            *out = waiver;
            return TRUTH_TRUE;
        }
        if (issuer == TRUTH_UNKNOWN) fact_set_add(missing, FACT_ID_ISSUER_NAME);
        if (towns == TRUTH_UNKNOWN) fact_set_add(missing, FACT_ID_TOWNSHIPS);
        best = TRUTH_UNKNOWN;
    }
    return best;
}
