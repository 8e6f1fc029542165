/* example.c - see example.h. */
#include <door/example.h>

#include <decide/filter.h>
#include <rule/overlay.h>

/* Filter facts that the example does not give are taken to hold. */
static bool filter_holds(const struct rule *rule, const struct task *facts) {
    for (size_t i = 0; i < rule->applies_count; i++) {
        const struct condition *condition = &rule->applies[i];
        if (task_knows(facts, condition->fact) && !filter_meets(condition, &facts->value[condition->fact])) return false;
    }
    return true;
}

static struct bilingual remedy_detail(const struct rule_remedy *remedy) {
    if (remedy->fault.zh.length > 0) return remedy->fault;
    return (struct bilingual){
        STR("remedy 的返回值不对（应为 nil、set(...) 或它们的列表），或没有给出 cure 要填的值"),
        STR("remedy returned something else than nil, set(...) or a list of them, or gave no value that cure asks for")};
}

struct example_outcome example_run(struct rule_core *core, const struct rulebook *book, const struct rule *rule,
                                   const struct rule_example *example, struct task *task, struct arena *scratch) {
    const int edition = rulebook_find_on(book, rule->id, example->on);
    if (edition < 0) return (struct example_outcome){.status = STATUS_NOT_APPLICABLE};
    const size_t index = (size_t)edition;
    task_clear(task);
    for (size_t i = 0; i < example->fact_count; i++) task_set(task, example->facts[i].fact, example->facts[i].value);
    if (!filter_holds(rule, task)) return (struct example_outcome){.status = STATUS_NOT_APPLICABLE};
    if (!fact_set_covers(&task->known, &rule->need_set)) return (struct example_outcome){.status = STATUS_UNKNOWN};

    struct rule_outcome run;
    arena_reset(scratch);
    rule_run(core, index, task, scratch, &run);
    struct example_outcome outcome = {.status = run.status};
    if (run.status == STATUS_ERROR) outcome.detail = run.error;
    if (run.status != STATUS_FAIL) return outcome;
    if (run.message) outcome.says = run.message->key;
    struct rule_remedy remedy;
    bool broke = false;
    if (rule->has_remedy && !rule_remedy(core, index, task, scratch, &remedy, &broke) && broke)
        outcome = (struct example_outcome){.status = STATUS_ERROR, .detail = remedy_detail(&remedy)};
    return outcome;
}

quanze_status example_editions(struct rulebook *book, struct problems *problems, struct quanze_error *error) {
    const struct overlay none = {.known_at = DAY_NONE};
    return overlay_apply(book, &none, problems, error);
}

bool example_holds(const struct rule_example *example, const struct example_outcome *outcome) {
    return outcome->status == example->expect && (example->says.length == 0 || str_equal(example->says, outcome->says));
}
