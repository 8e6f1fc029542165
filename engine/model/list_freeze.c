#include <model/list_index.h>
#include <stdlib.h>

/* One item of an id that several items have. */
struct version {
    int first; /* the first item of that id: names the group */
    int item;
    struct validity validity;
};

static int version_compare(const void *a, const void *b) {
    const struct version *x = a, *y = b;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    if (x->validity.from != y->validity.from) return x->validity.from < y->validity.from ? -1 : 1;
    return (x->item > y->item) - (x->item < y->item);
}

/* Links versions of one id from new to old; two that are in force on the same day are a duplicate. */
static void link_versions(struct list *list, struct version *versions, size_t count, struct problems *problems) {
    struct list_index *index = list->index;
    qsort(versions, count, sizeof *versions, version_compare);
    for (size_t i = 1; i < count; i++) {
        const struct version *old = &versions[i - 1], *new = &versions[i];
        if (old->first != new->first) continue;
        index->older[new->item] = old->item;
        names_set(&index->items, list->items[new->item].id, new->item);
        if (old->validity.to != DAY_NONE && old->validity.to < new->validity.from) continue;
        const int later = old->item > new->item ? old->item : new->item,
                  earlier = old->item > new->item ? new->item : old->item;
        list_duplicate(problems, "duplicate-id", list->items[later].place, list->items[earlier].place, list->items[later].id);
    }
}

static bool index_items(struct list *list, struct problems *problems) {
    struct list_index *index = list->index;
    const size_t count = list->item_count;
    struct version *versions = arena_take_array(&list->arena, count, sizeof *versions);
    bool *grouped = arena_take_array(&list->arena, count, sizeof *grouped);
    index->older = arena_take_array(&list->arena, count, sizeof *index->older);
    if (!versions || !grouped || !index->older || !names_open(&index->items, count, &list->arena)) return false;
    size_t version_count = 0;
    for (size_t i = 0; i < count; i++) {
        const int item = (int)i, first = names_add(&index->items, list->items[i].id, item);
        index->older[i] = -1;
        if (first < 0) continue;
        if (!grouped[first]) versions[version_count++] = (struct version){first, first, list->items[first].validity};
        grouped[first] = true;
        versions[version_count++] = (struct version){first, item, list->items[i].validity};
    }
    if (version_count) link_versions(list, versions, version_count, problems);
    return true;
}

/* Two items of one name are allowed, since kinds may share a subject, but mostly a slip. */
static bool check_item_names(struct list *list, struct problems *problems) {
    struct names names;
    if (!names_open(&names, list->item_count, &list->arena)) return false;
    for (size_t i = 0; i < list->item_count; i++) {
        const struct item *item = &list->items[i];
        const int first = names_add(&names, item->name, (int)i);
        if (first < 0 || str_equal(list->items[first].id, item->id)) continue;
        problem_warning(problems, "duplicate-name", item->place, "事项名称“%.*s”与“%.*s”相同",
                        "item name \"%.*s\" is also that of \"%.*s\"", SHOWN(item->name), SHOWN(list->items[first].id));
    }
    return true;
}

static bool index_townships(struct list *list, struct problems *problems) {
    struct names *names = &list->index->townships;
    if (!names_open(names, list->township_count, &list->arena)) return false;
    for (size_t i = 0; i < list->township_count; i++) {
        const struct township *township = &list->townships[i];
        const int first = names_add(names, township->name, (int)i);
        if (first >= 0)
            list_duplicate(problems, "duplicate-name", township->place, list->townships[first].place, township->name);
    }
    return true;
}

static void add_department_name(struct list *list, struct str name, int department, const char *code,
                                struct problems *problems) {
    struct str forms[NAME_FORMS];
    const size_t count = list_name_forms(name, list->county, forms);
    const int first = names_add(&list->index->departments, forms[0], department);
    for (size_t i = 0; i < count; i++) names_add(&list->index->short_forms, forms[i], department);
    if (first < 0) return;
    const struct department *twin = &list->departments[first], *this = &list->departments[department];
    if (first != department || strcmp(code, "duplicate-id") == 0)
        list_duplicate(problems, code, this->place, twin->place, name);
}

static bool index_departments(struct list *list, struct problems *problems) {
    struct list_index *index = list->index;
    size_t names = 0;
    for (size_t i = 0; i < list->department_count; i++) names += 2 + list->departments[i].aliases.count;
    if (!names_open(&index->departments, names, &list->arena)) return false;
    if (!names_open(&index->short_forms, names * NAME_FORMS, &list->arena)) return false;
    /* Ids and names first: an alias must not take them. */
    for (size_t i = 0; i < list->department_count; i++)
        add_department_name(list, list->departments[i].id, (int)i, "duplicate-id", problems);
    for (size_t i = 0; i < list->department_count; i++)
        add_department_name(list, list->departments[i].name, (int)i, "duplicate-name", problems);
    for (size_t i = 0; i < list->department_count; i++)
        for (size_t j = 0; j < list->departments[i].aliases.count; j++)
            add_department_name(list, list->departments[i].aliases.at[j], (int)i, "duplicate-name", problems);
    return true;
}

quanze_status list_freeze(struct list *list, struct problems *problems, struct quanze_error *error) {
    list->index = arena_take_array(&list->arena, 1, sizeof *list->index);
    if (!list->index || !index_items(list, problems) || !check_item_names(list, problems) || !index_townships(list, problems) ||
        !index_departments(list, problems) || !list_check(list, problems) || problems->out_of_memory)
        return error_memory(error);
    return QUANZE_OK;
}
