#include <base/person.h>
#include <model/list_index.h>
#include <stdlib.h>

/* The search for a near miss goes through all names: a list with thousands of wrong references is told without. */
static bool is_worth_search(const struct problems *problems, size_t names) {
    enum { MAX_COMPARED = 4 * 1000 * 1000, ALWAYS = 16 };
    if (problems->count >= QUANZE_MAX_PROBLEMS) return false;
    return problems->errors < ALWAYS || problems->errors * names <= MAX_COMPARED;
}

static void unknown_item(const struct list *list, struct str id, struct place place, struct problems *problems) {
    const int nearest = is_worth_search(problems, list->item_count) ? list_nearest_item(list, id) : -1;
    if (nearest < 0)
        problem_error(problems, "unknown-item", place, "清单中没有事项“%.*s”", "the list has no item \"%.*s\"", SHOWN(id));
    else
        problem_error(problems, "unknown-item", place, "清单中没有事项“%.*s”，是不是“%.*s”？",
                      "the list has no item \"%.*s\"; did you mean \"%.*s\"?", SHOWN(id), SHOWN(list->items[nearest].id));
}

static void check_townships(const struct list *list, struct texts townships, struct place place, struct problems *problems) {
    for (size_t i = 0; i < townships.count; i++) {
        const struct str name = townships.at[i];
        if (list_find_township(list, name) >= 0) continue;
        const bool worth = is_worth_search(problems, list->township_count);
        const int nearest = worth ? names_nearest(&list->index->townships, name) : -1;
        if (nearest < 0)
            problem_error(problems, "unknown-township", place, "清单中没有乡镇“%.*s”", "the list has no township \"%.*s\"",
                          SHOWN(name));
        else
            problem_error(problems, "unknown-township", place, "清单中没有乡镇“%.*s”，是不是“%.*s”？",
                          "the list has no township \"%.*s\"; did you mean \"%.*s\"?", SHOWN(name),
                          SHOWN(list->townships[nearest].name));
    }
}

static void check_power(const struct list *list, const struct power_held *power, struct problems *problems) {
    list_check_validity(problems, power->validity, power->place);
    check_townships(list, power->townships, power->place, problems);
    for (size_t i = 0; i < power->items.count; i++)
        if (list_find_item(list, power->items.at[i]) < 0) unknown_item(list, power->items.at[i], power->place, problems);
}

/* An exception needs two people: who asked and another who approved. False when memory ran out. */
static bool check_two_people(const struct waiver *waiver, struct problems *problems) {
    bool two = false;
    if (!person_are_two(waiver->requested_by, waiver->approved_by, &two)) return false;
    if (!two)
        problem_error(problems, "waiver-one-person", waiver->place,
                      "豁免“%.*s”须由两个不同的人申请和批准（申请“%.*s”，批准“%.*s”）",
                      "waiver \"%.*s\" needs two different people (requested by \"%.*s\", approved by \"%.*s\")",
                      SHOWN(waiver->id), SHOWN(waiver->requested_by), SHOWN(waiver->approved_by));
    return true;
}

static bool check_waivers(const struct list *list, struct problems *problems) {
    struct names ids;
    if (!names_open(&ids, list->waiver_count, problems->arena)) return false;
    for (size_t i = 0; i < list->waiver_count; i++) {
        const struct waiver *waiver = &list->waivers[i];
        const int first = names_add(&ids, waiver->id, (int)i);
        if (first >= 0) list_duplicate(problems, "duplicate-id", waiver->place, list->waivers[first].place, waiver->id);
        list_check_validity(problems, waiver->validity, waiver->place);
        check_townships(list, waiver->townships, waiver->place, problems);
        if (!check_two_people(waiver, problems)) return false;
    }
    return true;
}

/* By name, then by the first day. */
static int compare_parameters(const void *left, const void *right) {
    const struct parameter *a = *(const struct parameter *const *)left, *b = *(const struct parameter *const *)right;
    const int order = str_compare(a->name, b->name);
    if (order) return order;
    if (a->validity.from != b->validity.from) return a->validity.from < b->validity.from ? -1 : 1;
    return (a > b) - (a < b);
}

static bool check_parameters(const struct list *list, struct problems *problems) {
    const size_t count = list->parameter_count;
    const struct parameter **sorted = arena_take_array(problems->arena, count, sizeof *sorted);
    if (!sorted) return false;
    for (size_t i = 0; i < count; i++) sorted[i] = &list->parameters[i];
    if (count > 1) qsort(sorted, count, sizeof *sorted, compare_parameters);
    for (size_t i = 0; i < count; i++) {
        list_check_validity(problems, sorted[i]->validity, sorted[i]->place);
        if (i == 0 || !str_equal(sorted[i - 1]->name, sorted[i]->name)) continue;
        if (!validity_meets(sorted[i - 1]->validity, sorted[i]->validity)) continue;
        list_duplicate(problems, "duplicate-name", sorted[i]->place, sorted[i - 1]->place, sorted[i]->name);
    }
    return true;
}

bool list_check(const struct list *list, struct problems *problems) {
    list_check_validity(problems, list->validity, (struct place){list->item_count ? list->items[0].place.file : NULL, 0, 0});
    for (size_t i = 0; i < list->item_count; i++) list_check_validity(problems, list->items[i].validity, list->items[i].place);
    for (size_t i = 0; i < list->power_count; i++) check_power(list, &list->powers[i], problems);
    return check_waivers(list, problems) && check_parameters(list, problems) && list_check_villages(list, problems);
}
