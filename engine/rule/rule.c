#include <base/alloc.h>
#include <base/file.h>
#include <rule/rule_file.h>
#include <stdlib.h>

struct loading {
    struct rulebook *book;
    struct problems *problems;
    struct world world;
};

/* calendar.day_hours when no calendar says otherwise; load needs no calendar. */
#define LOAD_DAY_HOURS 8

/* What compiled files may leave behind before it is worth collecting: the state is closed after the last one anyway. */
#define LOAD_GARBAGE_BYTES ((size_t)4 * 1024 * 1024)

static quanze_status load_file(struct loading *loading, const char *path, struct quanze_error *error) {
    struct rulebook *book = loading->book;
    struct str source;
    quanze_status status = file_read(path, QUANZE_MAX_RULE_BYTES, &book->arena, &source, error);
    if (status == QUANZE_BAD_DATA || status == QUANZE_NO_INPUT) {
        problem_error(loading->problems, "unreadable", (struct place){path, 0, 0}, "%s%.0s", "%.0s%s", error->zh, error->en);
        return QUANZE_OK;
    }
    if (status != QUANZE_OK) return status;
    struct rule *rule = &book->rules[book->count];
    if (rule_file_read(&loading->world, path, source, &book->arena, rule, loading->problems)) book->count++;
    if (loading->problems->out_of_memory) return error_memory(error);
    if (loading->world.sandbox.trip == TRIP_NONE) {
        sandbox_tidy(&loading->world.sandbox, LOAD_GARBAGE_BYTES);
        return QUANZE_OK;
    }
    sandbox_close(&loading->world.sandbox);
    return rule_file_open_world(&loading->world, LOAD_DAY_HOURS, error);
}

static int compare_rules(const void *left, const void *right) {
    const struct rule *a = left, *b = right;
    int order = str_compare(a->id, b->id);
    return order != 0 ? order : str_compare(a->path, b->path);
}

/* Sorts by id; of two with one id the second is left out and reported. */
static void settle(struct loading *loading) {
    struct rulebook *book = loading->book;
    if (book->count > 0) qsort(book->rules, book->count, sizeof *book->rules, compare_rules);
    size_t kept = 0;
    for (size_t i = 0; i < book->count; i++) {
        const struct rule *rule = &book->rules[i];
        if (kept > 0 && str_equal(book->rules[kept - 1].id, rule->id))
            problem_error(loading->problems, "duplicate-id", (struct place){rule->path.at, 1, 1}, "编号“%s”与 %s 重复",
                          "the id \"%s\" is also that of %s", rule->id.at, book->rules[kept - 1].path.at);
        else
            book->rules[kept++] = *rule;
    }
    book->count = kept;
    struct digest_state state;
    digest_start(&state);
    for (size_t i = 0; i < book->count; i++) {
        digest_add(&state, book->rules[i].id);
        digest_add(&state, (struct str){"", 1});
        digest_add(&state, book->rules[i].source);
        digest_add(&state, (struct str){"", 1});
    }
    digest_end(&state, &book->digest);
}

static quanze_status list_files(struct rulebook *book, const char *path, const char ***files, size_t *count,
                                struct quanze_error *error) {
    static const char *const ENDINGS[] = {".lua", NULL};
    quanze_status status = QUANZE_OK;
    const char **one = arena_take(&book->arena, sizeof *one);
    if (one == NULL) return error_memory(error);
    *one = path;
    *files = one;
    *count = 1;
    if (file_kind_of(path) == FILE_MISSING)
        return error_set(error, QUANZE_NO_INPUT, "没有规则文件夹“%s”", "there is no rule folder \"%s\"", path);
    if (file_kind_of(path) == FILE_FOLDER) status = file_list(path, ENDINGS, true, &book->arena, files, count, error);
    if (status != QUANZE_OK) return status;
    if (*count == 0)
        return error_set(error, QUANZE_NO_INPUT, "“%s”里没有规则（*.lua）", "there are no rules (*.lua) in \"%s\"", path);
    if (*count > QUANZE_MAX_RULES)
        return error_set(error, QUANZE_BAD_DATA, "规则超过 %d 条", "there are more than %d rules", QUANZE_MAX_RULES);
    book->rules = arena_take_array(&book->arena, *count, sizeof *book->rules);
    return book->rules == NULL ? error_memory(error) : QUANZE_OK;
}

static quanze_status load_files(struct loading *loading, const char *path, struct quanze_error *error) {
    const char **files = NULL;
    size_t count = 0;
    quanze_status status = list_files(loading->book, path, &files, &count, error);
    if (status == QUANZE_OK) status = rule_file_open_world(&loading->world, LOAD_DAY_HOURS, error);
    for (size_t i = 0; i < count && status == QUANZE_OK; i++) status = load_file(loading, files[i], error);
    sandbox_close(&loading->world.sandbox);
    if (status == QUANZE_OK) settle(loading);
    return status;
}

quanze_status rulebook_load(const char *path, struct rulebook **out, struct problems *problems, struct quanze_error *error) {
    struct loading loading = {.problems = problems, .book = alloc_new(sizeof *loading.book)};
    if (loading.book == NULL) return error_memory(error);
    quanze_status status = load_files(&loading, path, error);
    if (status == QUANZE_OK)
        *out = loading.book;
    else
        rulebook_free(loading.book);
    return status;
}

void rulebook_free(struct rulebook *book) {
    if (book == NULL) return;
    arena_free(&book->arena);
    alloc_free(book);
}

int rulebook_find(const struct rulebook *book, struct str id) {
    size_t low = 0, high = book->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_compare(book->rules[middle].id, id);
        if (order == 0) return (int)middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

int rulebook_nearest(const struct rulebook *book, struct str id) {
    struct str names[QUANZE_MAX_RULES];
    for (size_t i = 0; i < book->count; i++) names[i] = book->rules[i].id;
    return (int)str_nearest(id, names, book->count);
}

double rule_parameter_value(const struct rule_parameter *parameter, const struct list *list) {
    for (size_t i = 0; list != NULL && i < list->parameter_count; i++) {
        if (str_equal(list->parameters[i].name, parameter->name)) return list->parameters[i].value;
    }
    return parameter->default_value;
}
