/* repeat.c - the same asked again: versions of one day, forms, data. */
#include <audit/book.h>

#include <base/alloc.h>
#include <stdlib.h>

struct audit_repeat *more_repeat(struct making *making) {
    struct audit_report *report = making->report;
    void *array = report->repeats;
    struct audit_repeat *repeat = book_more(&array, &report->repeat_count, &making->repeat_capacity, sizeof *repeat);
    if (array) report->repeats = array;
    if (repeat) repeat->day = DAY_NONE;
    return repeat;
}

/* A task under a key by which repeats stand beside each other. */
struct keyed {
    int department;
    int64_t key;
    int32_t day;
    uint32_t task;
    struct str name;
};

static int order(int64_t a, int64_t b) { return a < b ? -1 : a > b; }

static int by_key(const void *a, const void *b) {
    const struct keyed *x = a, *y = b;
    int which = order(x->department, y->department);
    if (which == 0) which = order(x->key, y->key);
    if (which == 0) which = order(x->day, y->day);
    return which != 0 ? which : order(x->task, y->task);
}

static bool is_same(const struct keyed *a, const struct keyed *b, bool same_day) {
    return a->department == b->department && a->key == b->key && (!same_day || a->day == b->day);
}

static bool meets(const struct audit *audit, uint32_t a, uint32_t b) {
    const struct audit_task *x = &audit->tasks[a].shown, *y = &audit->tasks[b].shown;
    for (size_t i = 0; i < x->township_count; i++)
        for (size_t k = 0; k < y->township_count; k++)
            if (x->townships[i] == y->townships[k]) return true;
    return false;
}

/* Tasks of one key, of which the first meets another at a township. */
static bool put_run(struct making *making, enum audit_repeat_kind kind, const struct keyed *at, size_t count) {
    struct audit *audit = making->audit;
    uint32_t *tasks = arena_take(&audit->arena, count * sizeof *tasks);
    size_t kept = 0;
    if (!tasks) return false;
    for (size_t i = 0; i < count; i++)
        if (i == 0 || (at[i].task != tasks[kept - 1] && meets(audit, at[0].task, at[i].task))) tasks[kept++] = at[i].task;
    if (kept < 2) return true;
    struct audit_repeat *repeat = more_repeat(making);
    if (!repeat) return false;
    repeat->kind = kind;
    repeat->department = at[0].department;
    repeat->what = at[0].name;
    repeat->count = kept;
    if (kind == REPEAT_VERSIONS_SAME_DAY) repeat->day = at[0].day;
    return book_tasks(audit, tasks, kept, &repeat->tasks);
}

static bool put_runs(struct making *making, enum audit_repeat_kind kind, struct keyed *at, size_t count) {
    const bool same_day = kind == REPEAT_VERSIONS_SAME_DAY;
    size_t from = 0;
    qsort(at, count, sizeof *at, by_key);
    for (size_t i = 1; i <= count; i++) {
        if (i < count && is_same(&at[from], &at[i], same_day)) continue;
        if (i - from > 1 && !put_run(making, kind, at + from, i - from)) return false;
        from = i;
    }
    return true;
}

static bool find_versions(struct making *making, struct keyed *at) {
    const struct audit *audit = making->audit;
    size_t count = 0;
    for (size_t i = 0; i < audit->task_count; i++) {
        const struct kept *task = &audit->tasks[i];
        if (task->topic != 0 && task->shown.department >= 0)
            at[count++] = (struct keyed){task->shown.department, task->topic, task->shown.day, (uint32_t)i, task->shown.title};
    }
    return put_runs(making, REPEAT_VERSIONS_SAME_DAY, at, count);
}

static bool find_forms(struct making *making, struct keyed *at) {
    const struct audit *audit = making->audit;
    size_t count = 0;
    for (size_t i = 0; i < audit->task_count; i++) {
        const struct kept *task = &audit->tasks[i];
        for (size_t k = 0; k < task->form_count && task->shown.department >= 0; k++)
            at[count++] =
                (struct keyed){task->shown.department, task->forms[k].key, task->shown.day, (uint32_t)i, task->forms[k].name};
    }
    return put_runs(making, REPEAT_FORM, at, count);
}

/* --- data --- */

static bool has_text(struct texts texts, struct str text) {
    for (size_t i = 0; i < texts.count; i++)
        if (str_equal(texts.at[i], text)) return true;
    return false;
}

/* The fields of `task` that `first` asked for; all that it states to be held when `first` is NULL. */
static bool take_fields(struct audit *audit, const struct kept *first, const struct kept *task, struct texts *out) {
    const struct texts *asked = first ? &task->fields : &task->held;
    out->at = arena_take_array(&audit->arena, asked->count + 1, sizeof *out->at);
    for (size_t i = 0; out->at && i < asked->count; i++)
        if ((!first || has_text(first->fields, asked->at[i])) && !has_text(*out, asked->at[i]))
            out->at[out->count++] = asked->at[i];
    return out->at != NULL;
}

static bool put_data(struct making *making, const struct kept *first, uint32_t number) {
    struct audit *audit = making->audit;
    const struct kept *task = &audit->tasks[number];
    struct texts fields = {0};
    if (!take_fields(audit, first, task, &fields)) return false;
    if (fields.count == 0) return true;
    struct audit_repeat *repeat = more_repeat(making);
    if (!repeat) return false;
    making->marks.asked_again[number] += (uint32_t)fields.count;
    repeat->kind = REPEAT_DATA;
    repeat->department = task->shown.department;
    repeat->what = task->shown.title;
    repeat->count = fields.count;
    repeat->fields = fields;
    if (first && first->shown.department >= 0) {
        repeat->held_by.at = &audit->departments.at[first->shown.department].name;
        repeat->held_by.count = 1;
    }
    return book_tasks(audit, &number, 1, &repeat->tasks);
}

/* Forms that ask for the same fields: every later one asks again for what the first was given. */
static bool find_data(struct making *making) {
    const struct audit *audit = making->audit;
    const struct audit_report *report = making->report;
    for (size_t i = 0; i < report->group_count; i++) {
        const struct audit_group *group = &report->groups[i];
        const struct kept *first = &audit->tasks[group->tasks.at[0]];
        if (group->kind != GROUP_SAME_FIELDS) continue;
        for (size_t k = 1; k < group->tasks.count; k++)
            if (!put_data(making, first, group->tasks.at[k])) return false;
    }
    for (size_t i = 0; i < audit->task_count; i++)
        if (audit->tasks[i].held.count > 0 && !put_data(making, NULL, (uint32_t)i)) return false;
    return true;
}

bool make_repeats(struct making *making) {
    const struct audit *audit = making->audit;
    size_t forms = 0;
    for (size_t i = 0; i < audit->task_count; i++) forms += audit->tasks[i].form_count;
    const size_t room = (forms > audit->task_count ? forms : audit->task_count) + 1;
    struct keyed *at = alloc_new(room * sizeof *at);
    const bool ok = at && find_versions(making, at) && find_forms(making, at) && find_data(making);
    alloc_free(at);
    return ok;
}
