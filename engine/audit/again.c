/* again.c - rules that a body broke again: in both periods, or after it had put them right. */
#include <audit/book.h>
#include <audit/spread.h>

#include <base/alloc.h>

static bool is_hard(const struct audit *audit, struct str id) {
    const struct rulebook *book = audit->options.book;
    const int rule = rulebook_find(book, id);
    return rule >= 0 && book->rules[rule].level >= LEVEL_HOLD;
}

static bool has_failed(const struct audit_task *task, struct str rule) {
    for (size_t i = 0; i < task->rule_count; i++)
        if (str_equal(task->rules[i], rule)) return true;
    return false;
}

/* Whether a task broke the rule after its body had put it right. */
static bool breaks_after(const struct audit *audit, const struct audit_correction *correction, const uint32_t *at,
                         size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct audit_task *task = &audit->tasks[at[i]].shown;
        if (task->day > correction->done_on && task->department >= 0 && has_failed(task, correction->rule) &&
            str_equal(audit->departments.at[task->department].name, correction->department))
            return true;
    }
    return false;
}

static bool was_corrected(const struct audit *audit, struct str rule, const uint32_t *at, size_t count) {
    for (size_t i = 0; i < audit->correction_count; i++) {
        const struct audit_correction *correction = &audit->corrections[i];
        if (correction->done_on != DAY_NONE && str_equal(correction->rule, rule) && breaks_after(audit, correction, at, count))
            return true;
    }
    return false;
}

static bool is_again(const struct making *making, const struct audit_rule_count *rule) {
    return is_hard(making->audit, rule->rule) &&
           (rule->previous > 0 || was_corrected(making->audit, rule->rule, rule->of.at, rule->of.count));
}

int64_t again_count(const struct making *making, const struct audit_party *party) {
    int64_t again = 0;
    for (size_t i = 0; i < party->rule_count; i++) again += is_again(making, &party->rules[i]);
    return again;
}

/* Which rules the tasks failed, by number. */
static void mark_failed(const struct measuring *measuring, bool *failed) {
    for (size_t i = 0; i < measuring->run.count; i++) {
        const struct kept *task = &measuring->audit->tasks[measuring->run.at[i]];
        for (size_t k = 0; k < task->shown.rule_count; k++) failed[task->rules[k]] = true;
    }
}

bool again_count_then(const struct measuring *measuring, int64_t *out) {
    const struct audit *audit = measuring->audit;
    const struct run *run = &measuring->run;
    bool *failed = alloc_new((audit->rules.count + 1) * sizeof *failed);
    if (failed) mark_failed(measuring, failed);
    *out = 0;
    for (size_t i = 0; failed && i < audit->rules.count; i++) {
        const struct str rule = audit->rules.at[i];
        *out += failed[i] && is_hard(audit, rule) &&
                (spread_is_made(audit, measuring->subject, measuring->party, 'r', rule) ||
                 was_corrected(audit, rule, run->at, run->count));
    }
    alloc_free(failed);
    return failed != NULL;
}

bool again_put(struct making *making, const struct audit_party *party, int number) {
    for (size_t i = 0; i < party->rule_count; i++) {
        const struct audit_rule_count *rule = &party->rules[i];
        if (!is_again(making, rule)) continue;
        struct audit_repeat *repeat = more_repeat(making);
        if (!repeat) return false;
        repeat->kind = REPEAT_RULE;
        repeat->department = number;
        repeat->what = rule->rule;
        repeat->count = rule->tasks;
        repeat->tasks = rule->of;
    }
    return true;
}
