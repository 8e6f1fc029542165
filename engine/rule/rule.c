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

/* Reads one file into the next rule of the book. `folder`: what it was found in. */
static quanze_status load_file(struct loading *loading, const char *path, const struct rule_folder *folder,
                               struct quanze_error *error) {
    struct rulebook *book = loading->book;
    struct str source;
    quanze_status status = file_read(path, QUANZE_MAX_RULE_BYTES, &book->arena, &source, error);
    if (status == QUANZE_BAD_DATA || status == QUANZE_NO_INPUT) {
        problem_error(loading->problems, "unreadable", (struct place){path, 0, 0}, "%s%.0s", "%.0s%s", error->zh, error->en);
        return QUANZE_OK;
    }
    if (status != QUANZE_OK) return status;
    struct rule *rule = &book->rules[book->count];
    bool whole = !folder->to_run;
    if (whole ? rule_file_read(&loading->world, path, source, &book->arena, rule, loading->problems)
              : rule_file_read_to_run(&loading->world, path, source, &book->arena, rule, loading->problems)) {
        rule->pack = folder->pack;
        book->count++;
    }
    if (loading->problems->out_of_memory) return error_memory(error);
    if (loading->world.sandbox.trip == TRIP_NONE) {
        sandbox_tidy(&loading->world.sandbox, LOAD_GARBAGE_BYTES);
        return QUANZE_OK;
    }
    sandbox_close(&loading->world.sandbox);
    return rule_file_open_world(&loading->world, LOAD_DAY_HOURS, error);
}

/* Rules of one id stay in the order in which they were loaded, which is that of their folders. */
static int compare_rules(const void *left, const void *right) {
    const struct rule *a = *(const struct rule *const *)left, *b = *(const struct rule *const *)right;
    int order = str_compare(a->id, b->id);
    return order != 0 ? order : (a > b) - (a < b);
}

static void take_digest(struct rulebook *book) {
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

/* Sorts by id; of two with one id the later is left out and reported. */
static quanze_status settle(struct loading *loading, struct quanze_error *error) {
    struct rulebook *book = loading->book;
    const struct rule **order = arena_take_array(&book->arena, book->count, sizeof *order);
    struct rule *sorted = arena_take_array(&book->arena, book->count, sizeof *sorted);
    if (order == NULL || sorted == NULL) return error_memory(error);
    for (size_t i = 0; i < book->count; i++) order[i] = &book->rules[i];
    if (book->count > 0) qsort(order, book->count, sizeof *order, compare_rules);
    size_t kept = 0;
    for (size_t i = 0; i < book->count; i++) {
        if (kept > 0 && str_equal(sorted[kept - 1].id, order[i]->id))
            problem_error(loading->problems, "duplicate-id", (struct place){order[i]->path.at, 1, 1}, "编号“%s”与 %s 重复",
                          "the id \"%s\" is also that of %s", order[i]->id.at, sorted[kept - 1].path.at);
        else
            sorted[kept++] = *order[i];
    }
    book->rules = sorted;
    book->count = kept;
    take_digest(book);
    return QUANZE_OK;
}

/* The files of one folder. */
struct rule_files {
    const char **at;
    size_t count;
};

/* Leaves out what stands in the sub-folder `packs`: those rules count only where somebody asks for them. */
static void drop_packs(const char **files, size_t *count, const char *folder) {
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        const char *inner = files[i] + strlen(folder);
        while (*inner == '/') inner++;
        if (!str_starts_with(str_of(inner), STR("packs/"))) files[kept++] = files[i];
    }
    *count = kept;
}

quanze_status rulebook_files(const char *path, struct arena *arena, const char ***files, size_t *count,
                             struct quanze_error *error) {
    static const char *const ENDINGS[] = {".lua", NULL};
    const char **one = arena_take(arena, sizeof *one);
    if (one == NULL) return error_memory(error);
    *one = path;
    *files = one;
    *count = 1;
    if (file_kind_of(path) == FILE_MISSING)
        return error_set(error, QUANZE_NO_INPUT, "没有规则文件夹“%s”", "there is no rule folder \"%s\"", path);
    if (file_kind_of(path) != FILE_FOLDER) return QUANZE_OK;
    quanze_status status = file_list(path, ENDINGS, true, arena, files, count, error);
    if (status == QUANZE_OK) drop_packs(*files, count, path);
    return status;
}

static quanze_status list_files(struct rulebook *book, const struct rule_folder *folder, struct rule_files *out,
                                struct quanze_error *error) {
    quanze_status status = rulebook_files(folder->path, &book->arena, &out->at, &out->count, error);
    if (status != QUANZE_OK) return status;
    if (out->count == 0 && folder->pack == NULL)
        return error_set(error, QUANZE_NO_INPUT, "“%s”里没有规则（*.lua）", "there are no rules (*.lua) in \"%s\"",
                         folder->path);
    return QUANZE_OK;
}

static quanze_status make_room(struct rulebook *book, size_t count, struct quanze_error *error) {
    if (count > QUANZE_MAX_RULES)
        return error_set(error, QUANZE_BAD_DATA, "规则超过 %d 条", "there are more than %d rules", QUANZE_MAX_RULES);
    book->rules = arena_take_array(&book->arena, count, sizeof *book->rules);
    return book->rules == NULL ? error_memory(error) : QUANZE_OK;
}

static quanze_status load_files(struct loading *loading, const struct rule_folder *folders, size_t folder_count,
                                struct quanze_error *error) {
    struct rulebook *book = loading->book;
    struct rule_files *files = arena_take_array(&book->arena, folder_count, sizeof *files);
    if (files == NULL) return error_memory(error);
    quanze_status status = QUANZE_OK;
    size_t count = 0;
    for (size_t i = 0; i < folder_count && status == QUANZE_OK; i++) {
        status = list_files(book, &folders[i], &files[i], error);
        count += files[i].count;
    }
    if (status == QUANZE_OK) status = make_room(book, count, error);
    if (status == QUANZE_OK) status = rule_file_open_world(&loading->world, LOAD_DAY_HOURS, error);
    for (size_t i = 0; i < folder_count; i++)
        for (size_t j = 0; j < files[i].count && status == QUANZE_OK; j++)
            status = load_file(loading, files[i].at[j], &folders[i], error);
    sandbox_close(&loading->world.sandbox);
    return status == QUANZE_OK ? settle(loading, error) : status;
}

quanze_status rulebook_load_all(const struct rule_folder *folders, size_t count, struct rulebook **out,
                                struct problems *problems, struct quanze_error *error) {
    struct loading loading = {.problems = problems, .book = alloc_new(sizeof *loading.book)};
    if (loading.book == NULL) return error_memory(error);
    loading.book->known_at = DAY_NONE;
    quanze_status status = load_files(&loading, folders, count, error);
    if (status == QUANZE_OK)
        *out = loading.book;
    else
        rulebook_free(loading.book);
    return status;
}

quanze_status rulebook_load(const char *path, struct rulebook **out, struct problems *problems, struct quanze_error *error) {
    const struct rule_folder folder = {path, NULL, false};
    return rulebook_load_all(&folder, 1, out, problems, error);
}

void rulebook_free(struct rulebook *book) {
    if (book == NULL) return;
    arena_free(&book->arena);
    alloc_free(book);
}

int rulebook_find_on(const struct rulebook *book, struct str id, int32_t day) {
    size_t low = 0, high = book->count;
    while (low < high) { /* the first rule behind the id's editions */
        size_t middle = low + (high - low) / 2;
        if (str_compare(book->rules[middle].id, id) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low > 0 && str_equal(book->rules[low - 1].id, id); low--)
        if (day == DAY_NONE || validity_holds(book->rules[low - 1].edition, day)) return (int)low - 1;
    return -1;
}

int rulebook_find(const struct rulebook *book, struct str id) { return rulebook_find_on(book, id, DAY_NONE); }

int rulebook_nearest(const struct rulebook *book, struct str id) {
    struct str names[QUANZE_MAX_RULES];
    for (size_t i = 0; i < book->count; i++) names[i] = book->rules[i].id;
    return (int)str_nearest(id, names, book->count);
}

double rule_parameter_default(const struct rule_parameter *parameter, int32_t day) {
    size_t at = parameter->step_count;
    while (at > 1 && parameter->steps[at - 1].from > day) at--;
    return at == 0 ? parameter->default_value : parameter->steps[at - 1].value;
}
