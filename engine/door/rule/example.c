/* example.c - see example.h. */
#include <door/rule/example.h>

#include <decide/filter.h>
#include <rule/pack/overlay.h>

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

enum status example_try(struct rule_core *core, size_t index, const struct rule *rule, const struct task *facts,
                        struct arena *scratch, struct rule_outcome *out, struct fact_set *missing) {
    *out = (struct rule_outcome){.unknown_fact = -1};
    if (!filter_holds(rule, facts)) return STATUS_NOT_APPLICABLE;
    for (size_t word = 0; word < FACT_WORDS; word++)
        missing->words[word] = rule->need_set.words[word] & ~facts->known.words[word];
    if (!fact_set_covers(&facts->known, &rule->need_set)) return STATUS_UNKNOWN;
    arena_reset(scratch);
    rule_run(core, index, facts, scratch, out);
    if (out->status == STATUS_UNKNOWN && out->unknown_fact >= 0) fact_set_add(missing, (size_t)out->unknown_fact);
    return out->status;
}

struct example_outcome example_run(struct rule_core *core, const struct rulebook *book, const struct rule *rule,
                                   const struct rule_example *example, struct task *task, struct arena *scratch) {
    const int edition = rulebook_find_on(book, rule->id, example->on);
    if (edition < 0) return (struct example_outcome){.status = STATUS_NOT_APPLICABLE};
    const size_t index = (size_t)edition;
    task_clear(task);
    for (size_t i = 0; i < example->fact_count; i++) task_set(task, example->facts[i].fact, example->facts[i].value);
    struct rule_outcome run;
    struct fact_set missing;
    struct example_outcome outcome = {.status = example_try(core, index, rule, task, scratch, &run, &missing)};
    if (outcome.status == STATUS_ERROR) outcome.detail = run.error;
    if (outcome.status != STATUS_FAIL) return outcome;
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
