/* list_reading.c - copies into the list's own memory, and references to departments. */
#include <read/list/list_reading.h>
#include <read/list/written.h>
#include <stdlib.h>

void *list_take(struct list_reading *reading, size_t count, size_t size) {
    if (count == 0) return NULL;
    void *array = arena_take_array(&reading->list->arena, count, size);
    if (!array) reading->reading.problems->out_of_memory = true;
    return array;
}

struct str list_keep(struct list_reading *reading, const struct value *value) {
    if (value->state != VALUE_GIVEN) return STR("");
    struct str copy = arena_copy(&reading->list->arena, value_text(value));
    if (copy.at) return copy;
    reading->reading.problems->out_of_memory = true;
    return STR("");
}

struct texts list_keep_texts(struct list_reading *reading, const struct value *value) {
    if (value->state != VALUE_GIVEN) return (struct texts){NULL, 0};
    struct str *at = list_take(reading, value->count, sizeof *at);
    if (!at) return (struct texts){NULL, 0};
    for (size_t i = 0; i < value->count; i++) at[i] = list_keep(reading, &value->items[i]);
    return (struct texts){at, value->count};
}

struct validity list_keep_validity(const struct keys *keys, size_t from, bool sound) {
    if (!sound) return (struct validity){DAY_NONE, DAY_NONE};
    return (struct validity){(int32_t)keys_number(keys, from, DAY_NONE), (int32_t)keys_number(keys, from + 1, DAY_NONE)};
}

static int compare_ids(const void *left, const void *right) {
    const struct department *a = *(const struct department *const *)left, *b = *(const struct department *const *)right;
    return str_compare(a->id, b->id);
}

void list_order_departments(struct list_reading *reading) {
    const struct list *list = reading->list;
    size_t count = list->department_count;
    reading->departments = arena_take_array(reading->reading.arena, count, sizeof *reading->departments);
    reading->department_ids = arena_take_array(reading->reading.arena, count, sizeof *reading->department_ids);
    if (!reading->departments || !reading->department_ids) {
        reading->reading.problems->out_of_memory = true;
        return;
    }
    for (size_t i = 0; i < count; i++) reading->departments[i] = &list->departments[i];
    if (count > 1) qsort(reading->departments, count, sizeof *reading->departments, compare_ids);
    for (size_t i = 0; i < count; i++) reading->department_ids[i] = reading->departments[i]->id;
    reading->department_count = count;
}

/* The department that a wrong id most likely means: one with that name or alias, else the one with the nearest id. */
static const struct department *guess_department(const struct list_reading *reading, struct str wrong) {
    for (size_t i = 0; i < reading->department_count; i++) {
        const struct department *department = reading->departments[i];
        if (str_equal(department->name, wrong)) return department;
        for (size_t k = 0; k < department->aliases.count; k++)
            if (str_equal(department->aliases.at[k], wrong)) return department;
    }
    ptrdiff_t near = str_nearest(wrong, reading->department_ids, reading->department_count);
    return near < 0 ? NULL : reading->departments[near];
}

static void report_department(const struct list_reading *reading, struct str wrong, struct place place) {
    struct problems *problems = reading->reading.problems;
    if (reading->broken) return;
    /* The search goes through all departments: not for a problem that nobody sees, nor among more than any county has. */
    bool is_worth_it = problems->count < QUANZE_MAX_PROBLEMS && reading->department_count <= QUANZE_MAX_ELEMENTS;
    const struct department *near = is_worth_it ? guess_department(reading, wrong) : NULL;
    if (!near) {
        problem_error(problems, "unknown-department", place, "departments 中没有编号为“%.*s”的部门",
                      "there is no department with the id \"%.*s\"", WRITTEN_SHOWN(wrong));
        return;
    }
    problem_error(problems, "unknown-department", place, "departments 中没有编号为“%.*s”的部门；是否要写 %.*s（%.*s）？",
                  "there is no department with the id \"%.*s\"; did you mean %.*s (%.*s)?", WRITTEN_SHOWN(wrong),
                  (int)near->id.length, near->id.at, (int)near->name.length, near->name.at);
}

int list_refer_department(struct list_reading *reading, struct str id, struct place place) {
    size_t low = 0, high = reading->department_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_compare(id, reading->department_ids[middle]);
        if (order == 0) return (int)(reading->departments[middle] - reading->list->departments);
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    report_department(reading, id, place);
    return -1;
}
