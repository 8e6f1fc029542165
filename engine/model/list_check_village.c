/* list_check_village.c - the villages' own items, checked. */
#include <base/utf8.h>
#include <model/list_index.h>
#include <stdlib.h>

/* By id, then by the first day. */
static int compare_items(const void *left, const void *right) {
    const struct item *a = *(const struct item *const *)left, *b = *(const struct item *const *)right;
    const int order = str_compare(a->id, b->id);
    if (order) return order;
    if (a->validity.from != b->validity.from) return a->validity.from < b->validity.from ? -1 : 1;
    return (a > b) - (a < b);
}

/* Two of one id in force on the same day, and an id that an item of the townships has. */
static bool check_ids(const struct list *list, struct problems *problems) {
    const size_t count = list->village_item_count;
    const struct item **sorted = arena_take_array(problems->arena, count, sizeof *sorted);
    if (!sorted) return false;
    for (size_t i = 0; i < count; i++) sorted[i] = &list->village_items[i];
    if (count > 1) qsort(sorted, count, sizeof *sorted, compare_items);
    for (size_t i = 0; i < count; i++) {
        const int item = list_find_item(list, sorted[i]->id);
        list_check_validity(problems, sorted[i]->validity, sorted[i]->place);
        if (item >= 0) list_duplicate(problems, "duplicate-id", sorted[i]->place, list->items[item].place, sorted[i]->id);
        if (i == 0 || !str_equal(sorted[i - 1]->id, sorted[i]->id)) continue;
        if (!validity_meets(sorted[i - 1]->validity, sorted[i]->validity)) continue;
        list_duplicate(problems, "duplicate-id", sorted[i]->place, sorted[i - 1]->place, sorted[i]->id);
    }
    return true;
}

/* A name that two items have on the same day is mostly a slip; where one is for villages and the other is not, nobody can tell
 * which holds. */
static void report_twin(const struct item *twin, const struct item *item, struct str name, struct problems *problems) {
    if (twin == item || !validity_meets(twin->validity, item->validity)) return;
    if ((twin->kind == VILLAGE_EXCLUDED) != (item->kind == VILLAGE_EXCLUDED))
        problem_error(problems, "village-contradiction", item->place,
                      "村级事项“%.*s”在 %.*s 里由村（社区）做，在 %.*s 里不由村（社区）做，只能留一个",
                      "the village matter \"%.*s\" is for villages in %.*s and not for them in %.*s; keep one", SHOWN(name),
                      SHOWN(twin->kind == VILLAGE_EXCLUDED ? item->id : twin->id),
                      SHOWN(twin->kind == VILLAGE_EXCLUDED ? twin->id : item->id));
    else
        problem_warning(problems, "duplicate-name", item->place, "村级事项名称“%.*s”与“%.*s”的相同",
                        "the village matter \"%.*s\" is also that of \"%.*s\"", SHOWN(name), SHOWN(twin->id));
}

static bool check_name(struct names *names, const struct list *list, size_t item, struct str name, struct problems *problems) {
    const struct str folded = utf8_fold(problems->arena, name);
    if (!folded.at) return false;
    const int first = names_add(names, folded, (int)item);
    if (first >= 0) report_twin(&list->village_items[first], &list->village_items[item], name, problems);
    return true;
}

bool list_check_villages(const struct list *list, struct problems *problems) {
    struct names names;
    size_t count = 0;
    for (size_t i = 0; i < list->village_item_count; i++) count += 1 + list->village_items[i].aliases.count;
    if (!names_open(&names, count, problems->arena) || !check_ids(list, problems)) return false;
    for (size_t i = 0; i < list->village_item_count; i++) {
        const struct item *item = &list->village_items[i];
        if (!check_name(&names, list, i, item->name, problems)) return false;
        for (size_t k = 0; k < item->aliases.count; k++)
            if (!check_name(&names, list, i, item->aliases.at[k], problems)) return false;
    }
    return true;
}
