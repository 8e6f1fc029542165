/* coverage.c - `rules coverage`: the book held against the sources, and its examples against small mistakes. */
#include <door/request.h>
#include <door/rule/mutation.h>

#include <base/alloc.h>
#include <base/file.h>
#include <read/read.h>
#include <stdio.h>

struct survey {
    struct arena arena;
    struct problems problems;
    struct rulebook *book;
    struct calendar calendar;
    struct coverage coverage;
    struct mutation_score score;
    struct coverage_page page;
};

static bool lists_seed(const struct rule *rule, struct str id) {
    for (size_t i = 0; i < rule->seeds.count; i++)
        if (str_equal(rule->seeds.at[i], id)) return true;
    return false;
}

static bool cites(const struct rule *rule, const struct cite *cite) {
    for (size_t i = 0; i < rule->basis.count; i++)
        if (str_find(rule->basis.at[i].title, cite->title) >= 0 && str_find(rule->basis.at[i].article, cite->article) >= 0)
            return true;
    return false;
}

/* The rules of the book that cite a statute, each once. */
static bool find_citing(struct survey *survey, const struct cite *cite, struct texts *out) {
    const struct rulebook *book = survey->book;
    struct str *ids = arena_take_array(&survey->arena, book->count, sizeof *ids);
    if (!ids) return false;
    *out = (struct texts){ids, 0};
    for (size_t i = 0; i < book->count; i++)
        if (cites(&book->rules[i], cite)) ids[out->count++] = book->rules[i].id;
    return true;
}

static bool count_rules(struct survey *survey) {
    const struct coverage *coverage = &survey->coverage;
    struct coverage_page *page = &survey->page;
    page->seeds = arena_take_array(&survey->arena, coverage->row_count, sizeof *page->seeds);
    page->statute_rules = arena_take_array(&survey->arena, coverage->statute_count, sizeof *page->statute_rules);
    if (!page->seeds || !page->statute_rules) return false;
    for (size_t i = 0; i < coverage->row_count; i++) {
        page->seeds[i].row = &coverage->rows[i];
        for (size_t k = 0; k < survey->book->count; k++)
            page->seeds[i].rules += lists_seed(&survey->book->rules[k], coverage->rows[i].id);
        page->covered += page->seeds[i].rules > 0;
    }
    for (size_t i = 0; i < coverage->statute_count; i++) {
        if (!find_citing(survey, &coverage->statutes[i].cite, &page->statute_rules[i])) return false;
        page->cited += page->statute_rules[i].count > 0;
    }
    page->coverage = coverage;
    page->score = &survey->score;
    return true;
}

/* A book without a coverage file covers no sources, but its examples can still be tried. */
static quanze_status read_rows(struct survey *survey, const char *rules, struct quanze_error *error) {
    char path[4096];
    int length = snprintf(path, sizeof path, "%s/coverage.yaml", rules);
    if (length < 0 || (size_t)length >= sizeof path || file_kind_of(path) != FILE_REGULAR) return QUANZE_OK;
    return read_coverage(path, &survey->coverage, &survey->problems, error);
}

static quanze_status load(struct survey *survey, const struct quanze_options *options, struct quanze_error *error) {
    quanze_status status = rulebook_load(options->rules, &survey->book, &survey->problems, error);
    if (status == QUANZE_OK && options->calendar)
        status = read_calendar(options->calendar, &survey->calendar, &survey->problems, error);
    if (status == QUANZE_OK) status = read_rows(survey, options->rules, error);
    problems_report(&survey->problems, options->reporter);
    return status == QUANZE_OK ? problems_status(&survey->problems, error) : status;
}

static quanze_status survey_book(struct survey *survey, const struct quanze_options *options,
                                 const struct quanze_page_request *request, struct quanze_error *error) {
    const struct mutation_means means = {options->calendar ? &survey->calendar : NULL, options->patience, &survey->arena};
    quanze_status status = count_rules(survey) ? QUANZE_OK : error_memory(error);
    for (size_t i = 0; i < survey->book->count && status == QUANZE_OK; i++)
        status = mutation_try(&survey->book->rules[i], &means, &survey->score, error);
    if (status != QUANZE_OK) return status;
    struct buf page = {0};
    say_coverage(&page, &survey->page, request->language, request->format);
    status = request_send(request->sink, &page, error);
    buf_free(&page);
    return status;
}

quanze_status quanze_rules_coverage(const struct quanze_options *options, const struct quanze_page_request *request,
                                    struct quanze_error *error) {
    if (!options->rules) return error_set(error, QUANZE_USAGE, "没有给出规则", "no rules were given");
    struct survey *survey = alloc_new(sizeof *survey);
    if (!survey) return error_memory(error);
    survey->problems.arena = &survey->arena;
    quanze_status status = load(survey, options, error);
    if (status == QUANZE_OK) status = survey_book(survey, options, request, error);
    alloc_free(survey->score.survivors);
    coverage_free(&survey->coverage);
    calendar_free(&survey->calendar);
    rulebook_free(survey->book);
    arena_free(&survey->arena);
    alloc_free(survey);
    return status;
}
