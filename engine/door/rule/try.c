/* try.c - one rule alone on facts that were typed into a form, run as its own examples are. */
#include <door/door.h>
#include <door/form/typed.h>
#include <door/request.h>
#include <door/rule/example.h>
#include <say/rule/rule_try.h>

struct trying {
    const struct quanze *engine;
    const struct quanze_try_request *request;
    const struct rule *rule;
    struct arena arena, scratch;
    struct form typed;
    struct problems problems;
    struct task *task;
};

static quanze_status find_rule(struct trying *trying, struct quanze_error *error) {
    const struct rulebook *book = trying->engine->book;
    const struct str id = str_of(trying->request->rule);
    int32_t today;
    if (!book) return error_set(error, QUANZE_USAGE, "没有给出规则", "no rules were given");
    const quanze_status status = request_day(trying->request->today, "today", &today, error);
    if (status != QUANZE_OK) return status;
    int rule = rulebook_find_on(book, id, today);
    if (rule < 0) rule = rulebook_find(book, id);
    if (rule < 0) return error_set(error, QUANZE_NO_INPUT, "没有规则“%s”", "there is no rule \"%s\"", id.at);
    trying->rule = &book->rules[rule];
    return QUANZE_OK;
}

/* What was typed as facts, or problems. */
static quanze_status read_facts(struct trying *trying, struct quanze_error *error) {
    const struct quanze_try_request *request = trying->request;
    if (!typed_take(request->typed, request->typed_count, &trying->arena, &trying->typed)) return error_memory(error);
    typed_read(&trying->typed, &trying->arena, &trying->problems, trying->task);
    return trying->problems.out_of_memory ? error_memory(error) : QUANZE_OK;
}

/* What the rule says of the facts, told as a finding. */
static quanze_status run(struct trying *trying, struct buf *out, struct quanze_error *error) {
    const struct rulebook *book = trying->engine->book;
    struct rule_core *core = NULL;
    struct finding finding = {.rule = trying->rule};
    quanze_status status = rule_core_open(book, engine_calendar(trying->engine), trying->engine->strict_budget, &core, error);
    if (status != QUANZE_OK) return status;
    finding.status = example_try(core, (size_t)(trying->rule - book->rules), trying->rule, trying->task, &trying->scratch,
                                 &finding.outcome, &finding.missing);
    say_rule_tried(out, &finding, trying->request->language);
    rule_core_close(core);
    return QUANZE_OK;
}

static quanze_status write_result(struct trying *trying, struct quanze_error *error) {
    struct buf page = {0};
    if (trying->typed.count == 0 || trying->problems.errors > 0) return QUANZE_OK;
    quanze_status status = run(trying, &page, error);
    if (status == QUANZE_OK) status = request_send(trying->request->result, &page, error);
    buf_free(&page);
    return status;
}

static quanze_status write_fields(const struct trying *trying, struct quanze_error *error) {
    struct buf page = {0};
    say_rule_fields(
        &page, trying->rule,
        &(struct task_form){.typed = trying->typed, .more = trying->request->more, .language = trying->request->language});
    const quanze_status status = request_send(trying->request->fields, &page, error);
    buf_free(&page);
    return status;
}

quanze_status quanze_rule_try(const struct quanze *engine, const struct quanze_try_request *request,
                              struct quanze_error *error) {
    struct trying trying = {.engine = engine, .request = request};
    trying.problems.arena = &trying.arena;
    trying.task = arena_take_array(&trying.arena, 1, sizeof *trying.task);
    quanze_status status = trying.task ? find_rule(&trying, error) : error_memory(error);
    if (status == QUANZE_OK) status = read_facts(&trying, error);
    if (status == QUANZE_OK) status = write_fields(&trying, error);
    if (status == QUANZE_OK) status = write_result(&trying, error);
    problems_report(&trying.problems, request->reporter);
    arena_free(&trying.scratch);
    arena_free(&trying.arena);
    return status;
}
