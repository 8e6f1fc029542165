#include <base/problem.h>
#include <stdarg.h>
#include <stdio.h>

__attribute__((format(printf, 2, 0))) static struct str format_text(struct arena *arena, const char *format,
                                                                    va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    const int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = length < 0 ? NULL : arena_take(arena, (size_t)length + 1);
    if (!text) return (struct str){NULL, 0};
    vsnprintf(text, (size_t)length + 1, format, arguments);
    return (struct str){text, (size_t)length};
}

static int place_compare(struct place a, struct place b) {
    const int order = strcmp(a.file, b.file);
    if (order) return order;
    if (a.line != b.line) return a.line < b.line ? -1 : 1;
    return (a.column > b.column) - (a.column < b.column);
}

/* Puts a problem where it belongs in the order of file, line, column; behind its equals. */
static bool insert(struct problems *problems, struct problem problem) {
    if (problems->count == problems->capacity) {
        const size_t capacity = problems->capacity ? problems->capacity * 2 : 16;
        struct problem *grown = arena_take_array(problems->arena, capacity, sizeof *grown);
        if (!grown) return false;
        if (problems->count) memcpy(grown, problems->at, problems->count * sizeof *grown);
        problems->at = grown;
        problems->capacity = capacity;
    }
    size_t at = problems->count++;
    for (; at > 0 && place_compare(problems->at[at - 1].place, problem.place) > 0; at--)
        problems->at[at] = problems->at[at - 1];
    problems->at[at] = problem;
    return true;
}

__attribute__((format(printf, 3, 0))) __attribute__((format(printf, 4, 0))) static void
add(struct problems *problems, struct problem problem, const char *zh, const char *en, va_list arguments) {
    size_t *counter = problem.is_warning ? &problems->warnings : &problems->errors;
    ++*counter;
    if (problems->count >= QUANZE_MAX_PROBLEMS) return;
    va_list again;
    va_copy(again, arguments);
    problem.zh = format_text(problems->arena, zh, again);
    va_end(again);
    problem.en = format_text(problems->arena, en, arguments);
    problem.place.file = arena_copy(problems->arena, str_of(problem.place.file)).at;
    if (!problem.zh.at || !problem.en.at || !problem.place.file || !insert(problems, problem)) problems->out_of_memory = true;
}

void problem_error(struct problems *problems, const char *code, struct place place, const char *zh, const char *en, ...) {
    va_list arguments;
    va_start(arguments, en);
    add(problems, (struct problem){.code = code, .place = place}, zh, en, arguments);
    va_end(arguments);
}

void problem_warning(struct problems *problems, const char *code, struct place place, const char *zh, const char *en, ...) {
    va_list arguments;
    va_start(arguments, en);
    add(problems, (struct problem){.is_warning = true, .code = code, .place = place}, zh, en, arguments);
    va_end(arguments);
}

void problems_add_all(struct problems *problems, const struct problems *others) {
    problems->errors += others->errors;
    problems->warnings += others->warnings;
    problems->out_of_memory = problems->out_of_memory || others->out_of_memory;
    for (size_t i = 0; i < others->count && problems->count < QUANZE_MAX_PROBLEMS; i++) {
        struct problem copy = others->at[i];
        copy.zh = arena_copy(problems->arena, copy.zh);
        copy.en = arena_copy(problems->arena, copy.en);
        copy.place.file = arena_copy(problems->arena, str_of(copy.place.file)).at;
        if (!copy.zh.at || !copy.en.at || !copy.place.file || !insert(problems, copy)) problems->out_of_memory = true;
    }
}

static const struct problem *first_error(const struct problems *problems) {
    for (size_t i = 0; i < problems->count; i++)
        if (!problems->at[i].is_warning) return &problems->at[i];
    return NULL;
}

/* The sentences of a problem, and how many `more` there are. */
static quanze_status first_and_more(struct quanze_error *error, const struct problem *first, size_t more) {
    struct quanze_error english;
    if (more == 0) {
        error_at(&english, QUANZE_BAD_DATA, first->place, "%s", "%s", first->en.at);
        error_at(error, QUANZE_BAD_DATA, first->place, "%s", "%s", first->zh.at);
    } else {
        error_at(&english, QUANZE_BAD_DATA, first->place, "%s（另有 %zu 处错误）", "%s (and %zu more)", first->en.at, more);
        error_at(error, QUANZE_BAD_DATA, first->place, "%s（另有 %zu 处错误）", "%s (and %zu more)", first->zh.at, more);
    }
    memcpy(error->en, english.en, sizeof error->en);
    return QUANZE_BAD_DATA;
}

quanze_status problems_status(const struct problems *problems, struct quanze_error *error) {
    if (problems->out_of_memory) return error_memory(error);
    if (problems->errors == 0) return QUANZE_OK;
    const struct problem *first = first_error(problems);
    if (!first) return error_set(error, QUANZE_BAD_DATA, "共有 %zu 处错误", "%zu errors", problems->errors);
    return first_and_more(error, first, problems->errors - 1);
}

void problems_report(const struct problems *problems, struct quanze_reporter reporter) {
    if (!reporter.problem) return;
    for (size_t i = 0; i < problems->count; i++) {
        const struct problem *problem = &problems->at[i];
        const struct quanze_problem shown = {problem->is_warning, problem->code,       problem->zh.at,       problem->en.at,
                                             problem->place.file, problem->place.line, problem->place.column};
        reporter.problem(reporter.payload, &shown);
    }
}
