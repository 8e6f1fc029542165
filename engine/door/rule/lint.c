#include <decide/lapse.h>
#include <door/door.h>
#include <door/letter/letters.h>
#include <door/request.h>
#include <door/rule/examples.h>
#include <door/rule/law.h>
#include <read/read.h>
#include <rule/file/review.h>
#include <say/say.h>

/* What a lint of a list needs beside the list. */
struct lint {
    struct arena arena;
    struct problems problems;
    struct list list;
    struct calendar calendar;
    struct arena packs;
    struct rulebook *book;
    struct plan *plan;
    struct decider *decider;
};

/* Writes "item: what is wrong", NUL-ended. False: nothing to tell of this finding. */
static bool finding_words(const struct item *item, const struct finding *finding, quanze_language language, struct buf *out) {
    buf_put(out, item->id);
    buf_put_text(out, language == QUANZE_ZH ? "：" : ": ");
    switch (finding->status) {
    case STATUS_FAIL:
        say_message(out, finding->outcome.message, finding->outcome.values, finding->outcome.value_count, language);
        break;
    case STATUS_ERROR: buf_put(out, language == QUANZE_ZH ? finding->outcome.error.zh : finding->outcome.error.en); break;
    case STATUS_UNKNOWN:
    case STATUS_NOT_APPLICABLE:
    case STATUS_PASS:
    case STATUS_WAIVED: return false;
    }
    buf_put_char(out, '\0');
    return true;
}

static void add_finding(struct lint *lint, const struct item *item, const struct finding *finding) {
    struct buf zh = {0}, en = {0};
    bool told = finding_words(item, finding, QUANZE_ZH, &zh) && finding_words(item, finding, QUANZE_EN, &en);
    struct str code = arena_copy(&lint->arena, finding->rule->id);
    bool hard = finding->status == STATUS_ERROR || finding->rule->level >= LEVEL_HOLD;
    if (zh.failed || en.failed || !code.at)
        lint->problems.out_of_memory = true;
    else if (told && hard)
        problem_error(&lint->problems, code.at, item->place, "%s%.0s", "%.0s%s", zh.at, en.at);
    else if (told)
        problem_warning(&lint->problems, code.at, item->place, "%s%.0s", "%.0s%s", zh.at, en.at);
    buf_free(&zh);
    buf_free(&en);
}

static quanze_status lint_items(struct lint *lint, int32_t day, struct quanze_error *error) {
    struct arena arena = {0};
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < lint->list.item_count && status == QUANZE_OK; i++) {
        struct finding *findings = NULL;
        size_t count = 0;
        arena_reset(&arena);
        status = decide_item(lint->decider, (int)i, day, &arena, &findings, &count, error);
        for (size_t j = 0; status == QUANZE_OK && j < count; j++) add_finding(lint, &lint->list.items[i], &findings[j]);
    }
    arena_free(&arena);
    return status;
}

/* Rules of stage "list" over every item; only a list that reads well is worth asking them. */
static quanze_status run_rules(struct lint *lint, const struct quanze_options *options, int32_t as_of,
                               struct quanze_error *error) {
    quanze_status status = decider_open(lint->plan, options->strict_budget, &lint->decider, error);
    return status == QUANZE_OK ? lint_items(lint, list_day(&lint->list, as_of), error) : status;
}

/* The plan of the rules, or of none. */
static quanze_status open_plan(struct lint *lint, const struct quanze_options *options, struct quanze_error *error) {
    static const struct rulebook NONE = {.known_at = DAY_NONE};
    quanze_status status = QUANZE_OK;
    if (options->rules) status = law_open(options, &lint->list, &lint->packs, &lint->book, &lint->problems, error);
    if (status == QUANZE_OK && options->calendar)
        status = read_calendar(options->calendar, &lint->calendar, &lint->problems, error);
    if (status != QUANZE_OK) return status;
    return plan_open(lint->book ? lint->book : &NONE, &lint->list, options->calendar ? &lint->calendar : NULL, &lint->plan,
                     error);
}

static quanze_status lint_whole(struct lint *lint, const struct quanze_options *options,
                                const struct quanze_page_request *request, struct quanze_error *error) {
    int32_t as_of, today;
    quanze_status status = request_day(request->as_of, "as_of", &as_of, error);
    if (status == QUANZE_OK) status = request_day(request->today, "today", &today, error);
    if (status == QUANZE_OK) status = read_list(options->lists, &lint->list, &lint->problems, error);
    if (status == QUANZE_OK) status = open_plan(lint, options, error);
    if (status != QUANZE_OK) return status;
    if (as_of != DAY_NONE) today = as_of;
    if (today != DAY_NONE) status = lapse_report(lint->plan, today, &lint->problems, error);
    return status == QUANZE_OK && options->rules ? run_rules(lint, options, as_of, error) : status;
}

static void lint_free(struct lint *lint) {
    decider_close(lint->decider);
    plan_close(lint->plan);
    rulebook_free(lint->book);
    arena_free(&lint->packs);
    calendar_free(&lint->calendar);
    list_free(&lint->list);
    arena_free(&lint->arena);
}

static quanze_status write_page(const struct problems *problems, struct lint_checked checked,
                                const struct quanze_page_request *request, struct quanze_error *error) {
    struct buf page = {0};
    say_lint(&page, problems, checked, request->language, request->format);
    quanze_status status = request_send(request->sink, &page, error);
    buf_free(&page);
    return status;
}

/* Whether the page says what the status means. */
static bool is_told(quanze_status status, const struct problems *problems) {
    return status == QUANZE_OK || (status == QUANZE_BAD_DATA && problems->errors > 0);
}

quanze_status quanze_list_lint(const struct quanze_options *options, const struct quanze_page_request *request,
                               struct quanze_error *error) {
    if (!options->lists) return error_set(error, QUANZE_USAGE, "没有给出清单", "no duty list was given");
    struct lint lint = {.problems.arena = NULL};
    lint.problems.arena = &lint.arena;
    quanze_status status = lint_whole(&lint, options, request, error);
    if (is_told(status, &lint.problems)) {
        status = write_page(&lint.problems, (struct lint_checked){0, 0}, request, error);
        if (status == QUANZE_OK) status = problems_status(&lint.problems, error);
    }
    lint_free(&lint);
    return status;
}

/* Counts the rules of a folder and reads its templates. */
static quanze_status try_folder(const char *folder, struct lint_checked *checked, struct problems *problems,
                                struct quanze_error *error) {
    struct arena arena = {0};
    const char **files;
    size_t count = 0;
    quanze_status status = rulebook_files(folder, &arena, &files, &count, error);
    checked->rules += count;
    if (status == QUANZE_OK) status = letters_lint(folder, &checked->letters, problems, error);
    arena_free(&arena);
    return status;
}

/* The same of the rule folder (`national`) and of the packs that were named. */
static quanze_status try_folders(const struct quanze_options *options, bool national, struct lint_checked *checked,
                                 struct problems *problems, struct quanze_error *error) {
    quanze_status status = national ? try_folder(options->rules, checked, problems, error) : QUANZE_OK;
    for (size_t i = 0; i < options->pack_count && status == QUANZE_OK; i++)
        status = try_folder(options->packs[i], checked, problems, error);
    return status;
}

/* Loads the rules with the packs of `options`, for what is wrong with them; `national`: also warnings of the national rules. A
 * folder that holds nothing but templates is a county's own letters, and no rules are asked for. */
static quanze_status try_law(const struct quanze_options *options, bool national, struct lint_checked *checked,
                             struct problems *problems, struct quanze_error *error) {
    struct arena packs = {0};
    struct rulebook *book = NULL;
    struct overlay overlay;
    const size_t errors = problems->errors;
    struct problems of_letters = {.arena = problems->arena};
    quanze_status status = try_folders(options, national, checked, &of_letters, error);
    const bool has_rules = checked->rules > 0 || checked->letters == 0;
    if (status == QUANZE_OK && has_rules) status = law_load(options, NULL, &packs, &overlay, &book, problems, error);
    if (status == QUANZE_OK && has_rules && !rule_review(book, national, problems)) status = error_memory(error);
    problems_add_all(problems, &of_letters);
    if (!has_rules) return status;
    if (status == QUANZE_OK) status = law_lay(book, &overlay, problems->errors == errors, problems, error);
    if (is_told(status, problems) && book && options->calendar) status = examples_check(options, national, problems, error);
    rulebook_free(book);
    arena_free(&packs);
    return status;
}

/* Lays each pack that stands in the rule folder over the rules, one by one. */
static quanze_status try_packs(const struct quanze_options *options, struct lint_checked *checked, struct problems *problems,
                               struct quanze_error *error) {
    struct arena arena = {0};
    const char **packs = NULL;
    size_t count = 0;
    quanze_status status = law_find_packs(options->rules, &arena, &packs, &count, error);
    for (size_t i = 0; i < count && (status == QUANZE_OK || is_told(status, problems)); i++) {
        struct quanze_options with = *options;
        with.packs = &packs[i];
        with.pack_count = 1;
        status = try_law(&with, false, checked, problems, error);
    }
    arena_free(&arena);
    return status;
}

quanze_status quanze_rules_lint(const struct quanze_options *options, const struct quanze_page_request *request,
                                struct quanze_error *error) {
    if (!options->rules) return error_set(error, QUANZE_USAGE, "没有给出规则", "no rules were given");
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct lint_checked checked = {0, 0};
    quanze_status status = try_law(options, true, &checked, &problems, error);
    if (status == QUANZE_OK && problems.errors == 0) status = try_packs(options, &checked, &problems, error);
    if (is_told(status, &problems)) {
        status = write_page(&problems, checked, request, error);
        if (status == QUANZE_OK) status = problems_status(&problems, error);
    }
    arena_free(&arena);
    return status;
}
