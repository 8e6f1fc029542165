#include <base/alloc.h>
#include <rule/file/load.h>
#include <stdlib.h>

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
static quanze_status settle(struct rulebook *book, struct problems *problems, struct quanze_error *error) {
    const struct rule **order = arena_take_array(&book->arena, book->count, sizeof *order);
    struct rule *sorted = arena_take_array(&book->arena, book->count, sizeof *sorted);
    if (order == NULL || sorted == NULL) return error_memory(error);
    for (size_t i = 0; i < book->count; i++) order[i] = &book->rules[i];
    if (book->count > 0) qsort(order, book->count, sizeof *order, compare_rules);
    size_t kept = 0;
    for (size_t i = 0; i < book->count; i++) {
        if (kept > 0 && str_equal(sorted[kept - 1].id, order[i]->id))
            problem_error(problems, "duplicate-id", (struct place){order[i]->path.at, 1, 1}, "编号“%s”与 %s 重复",
                          "the id \"%s\" is also that of %s", order[i]->id.at, sorted[kept - 1].path.at);
        else
            sorted[kept++] = *order[i];
    }
    book->rules = sorted;
    book->count = kept;
    take_digest(book);
    return QUANZE_OK;
}

quanze_status rulebook_load_all(const struct rule_folder *folders, size_t count, size_t threads, struct rulebook **out,
                                struct problems *problems, struct quanze_error *error) {
    struct rulebook *book = alloc_new(sizeof *book);
    if (book == NULL) return error_memory(error);
    book->known_at = DAY_NONE;
    quanze_status status = load_rules(book, folders, count, threads, problems, error);
    if (status == QUANZE_OK) status = settle(book, problems, error);
    if (status == QUANZE_OK)
        *out = book;
    else
        rulebook_free(book);
    return status;
}

quanze_status rulebook_load(const char *path, struct rulebook **out, struct problems *problems, struct quanze_error *error) {
    const struct rule_folder folder = {path, NULL, false};
    return rulebook_load_all(&folder, 1, 1, out, problems, error);
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
