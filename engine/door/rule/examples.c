#include <door/door.h>
#include <door/request.h>
#include <door/rule/example.h>
#include <door/rule/examples.h>
#include <door/rule/law.h>

#include <base/alloc.h>
#include <read/read.h>
#include <say/say.h>

#define SHOWN(text) (int)(text).length, (text).at

/* A run over the examples of a book. */
struct trial {
    struct arena arena;   /* of what is reported */
    struct arena scratch; /* of one example */
    struct problems problems;
    struct arena packs;
    struct rulebook *book;
    struct calendar calendar;
    struct rule_core *core;
    struct task task;
    struct quanze_patience patience;
    struct rule_test_result result;
    size_t failed_capacity;
};

static struct str status_word(enum status status) {
    return status == STATUS_NOT_APPLICABLE ? STR("skip") : status_name(status);
}

/* "fail short" or "error: what broke", in the trial's arena; `at` is NULL when memory ran out. */
static struct str outcome_words(struct trial *trial, const struct example_outcome *outcome, struct str colon,
                                struct str detail) {
    struct buf words = {0};
    buf_put(&words, status_word(outcome->status));
    if (outcome->says.length > 0) {
        buf_put_char(&words, ' ');
        buf_put(&words, outcome->says);
    }
    if (detail.length > 0) {
        buf_put(&words, colon);
        buf_put(&words, detail);
    }
    struct str copy = words.failed ? (struct str){NULL, 0} : arena_copy(&trial->arena, buf_str(&words));
    buf_free(&words);
    return copy;
}

static quanze_status add_failure(struct trial *trial, const struct rule *rule, const struct rule_example *example,
                                 const struct example_outcome *outcome, struct quanze_error *error) {
    struct rule_test_result *result = &trial->result;
    struct rule_test_failure failure = {.rule = rule->id, .example = example->name, .line = example->line};
    struct example_outcome expected = {.status = example->expect, .says = example->says};
    failure.expected = outcome_words(trial, &expected, STR(""), STR(""));
    failure.got.zh = outcome_words(trial, outcome, STR("："), outcome->detail.zh);
    failure.got.en = outcome_words(trial, outcome, STR(": "), outcome->detail.en);
    struct rule_test_failure *grown =
        alloc_grow(result->failed, &trial->failed_capacity, result->failed_count + 1, sizeof *result->failed);
    if (!grown || !failure.expected.at || !failure.got.zh.at || !failure.got.en.at) return error_memory(error);
    result->failed = grown;
    result->failed[result->failed_count++] = failure;
    return QUANZE_OK;
}

static quanze_status run_rule(struct trial *trial, const struct rule *rule, struct quanze_error *error) {
    for (size_t i = 0; i < rule->example_count; i++) {
        const struct rule_example *example = &rule->examples[i];
        struct example_outcome outcome = example_run(trial->core, trial->book, rule, example, &trial->task, &trial->scratch);
        quanze_status status =
            example_holds(example, &outcome) ? QUANZE_OK : add_failure(trial, rule, example, &outcome, error);
        if (status == QUANZE_OK) status = request_goes_on(&trial->patience, error);
        if (status != QUANZE_OK) return status;
        trial->result.examples++;
    }
    trial->result.rules++;
    return QUANZE_OK;
}

/* Rules that are wrong are told in the trial's problems; those that are right are there to be tried. */
static quanze_status load(struct trial *trial, const struct quanze_options *options, struct quanze_error *error) {
    struct overlay overlay; /* examples are about the rules as they are written */
    trial->patience = options->patience;
    quanze_status status = law_load(options, NULL, &trial->packs, &overlay, &trial->book, &trial->problems, error);
    if (status != QUANZE_OK) return status;
    status = example_editions(trial->book, &trial->problems, error);
    if (status != QUANZE_OK) return status;
    if (options->calendar) status = read_calendar(options->calendar, &trial->calendar, &trial->problems, error);
    if (status != QUANZE_OK && status != QUANZE_BAD_DATA) return status;
    return rule_core_open(trial->book, options->calendar ? &trial->calendar : NULL, options->strict_budget, &trial->core,
                          error);
}

/* `national`: also the rules that no pack brought. */
static quanze_status run_all(struct trial *trial, bool national, struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < trial->book->count && status == QUANZE_OK; i++) {
        const struct rule *rule = &trial->book->rules[i];
        const bool is_first = i == 0 || !str_equal(rule[-1].id, rule->id); /* editions have their examples in common */
        if (is_first && (national || rule->pack)) status = run_rule(trial, rule, error);
    }
    return status;
}

static quanze_status run_book(struct trial *trial, const struct quanze_page_request *request, struct quanze_error *error) {
    quanze_status status = run_all(trial, true, error);
    if (status != QUANZE_OK) return status;
    struct buf page = {0};
    say_rule_test(&page, &trial->result, request->language, request->format);
    status = request_send(request->sink, &page, error);
    buf_free(&page);
    if (status != QUANZE_OK) return status;
    status = problems_status(&trial->problems, error);
    if (status == QUANZE_OK && trial->result.failed_count > 0)
        status = error_set(error, QUANZE_BAD_DATA, "规则自带的例子有 %zu 个不符", "%zu of the rules' own examples do not hold",
                           trial->result.failed_count);
    return status;
}

static void trial_free(struct trial *trial) {
    rule_core_close(trial->core);
    calendar_free(&trial->calendar);
    rulebook_free(trial->book);
    arena_free(&trial->packs);
    alloc_free(trial->result.failed);
    arena_free(&trial->scratch);
    arena_free(&trial->arena);
}

quanze_status quanze_rules_test(const struct quanze_options *options, const struct quanze_page_request *request,
                                struct quanze_error *error) {
    if (!options->rules) return error_set(error, QUANZE_USAGE, "没有给出规则", "no rules were given");
    struct trial *trial = alloc_new(sizeof *trial);
    if (!trial) return error_memory(error);
    trial->problems.arena = &trial->arena;
    quanze_status status = load(trial, options, error);
    problems_report(&trial->problems, options->reporter);
    if (status == QUANZE_OK) status = run_book(trial, request, error);
    trial_free(trial);
    alloc_free(trial);
    return status;
}

static void report_failure(const struct trial *trial, const struct rule_test_failure *failure, struct problems *problems) {
    const int at = rulebook_find(trial->book, failure->rule);
    const struct place place = {at < 0 ? NULL : trial->book->rules[at].path.at, failure->line, 1};
    problem_error(problems, "wrong-example", place, "例子“%.*s”应为 %.*s，实为 %s%.0s",
                  "the example \"%.*s\" should be %.*s, is %.0s%s", SHOWN(failure->example), SHOWN(failure->expected),
                  failure->got.zh.at, failure->got.en.at);
}

quanze_status examples_check(const struct quanze_options *options, bool national, struct problems *problems,
                             struct quanze_error *error) {
    struct trial *trial = alloc_new(sizeof *trial);
    if (!trial) return error_memory(error);
    trial->problems.arena = &trial->arena;
    quanze_status status = load(trial, options, error);
    if (status == QUANZE_OK) status = run_all(trial, national, error);
    for (size_t i = 0; i < trial->result.failed_count && status == QUANZE_OK; i++)
        report_failure(trial, &trial->result.failed[i], problems);
    trial_free(trial);
    alloc_free(trial);
    return status;
}
