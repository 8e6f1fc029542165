#include <model/list_index.h>

size_t list_name_forms(struct str name, struct str county, struct str forms[NAME_FORMS]) {
    const struct str party = STR("中共");
    size_t count = 0;
    name = str_trim(name);
    forms[count++] = name;
    if (str_starts_with(name, party)) name = (struct str){name.at + party.length, name.length - party.length};
    if (county.length == 0) return count;
    if (name.length > county.length && str_starts_with(name, county)) {
        forms[count++] = (struct str){name.at + county.length, name.length - county.length};
        return count;
    }
    size_t last = county.length - 1;
    while (last > 0 && ((unsigned char)county.at[last] & 0xC0) == 0x80) last--;
    const struct str rank = {county.at + last, county.length - last};
    if (name.length > rank.length && str_starts_with(name, rank))
        forms[count++] = (struct str){name.at + rank.length, name.length - rank.length};
    return count;
}

int list_find_item(const struct list *list, struct str id) { return names_find(&list->index->items, id); }

int list_find_item_on(const struct list *list, struct str id, int32_t day) {
    int item = list_find_item(list, id);
    while (item >= 0 && !validity_holds(list->items[item].validity, day)) item = list->index->older[item];
    return item;
}

int list_find_township(const struct list *list, struct str name) { return names_find(&list->index->townships, str_trim(name)); }

int list_find_department(const struct list *list, struct str name) {
    struct str forms[NAME_FORMS];
    const size_t count = list_name_forms(name, list->county, forms);
    for (size_t i = 0; i < count; i++) {
        const int written = names_find(&list->index->departments, forms[i]);
        if (written >= 0) return written;
    }
    for (size_t i = 0; i < count; i++) {
        const int short_form = names_find(&list->index->short_forms, forms[i]);
        if (short_form >= 0) return short_form;
    }
    return -1;
}

int list_find_village_item(const struct list *list, struct str id) {
    for (size_t i = list->village_item_count; i-- > 0;)
        if (str_equal(list->village_items[i].id, id)) return (int)i;
    return -1;
}

struct list list_of_villages(const struct list *list) {
    struct list villages = *list;
    villages.items = list->village_items;
    villages.item_count = list->village_item_count;
    villages.power_count = villages.parameter_count = villages.waiver_count = villages.village_item_count = 0;
    return villages;
}

const struct parameter *list_parameter_on(const struct list *list, struct str name, int32_t day) {
    for (size_t i = 0; i < list->parameter_count; i++) {
        const struct parameter *parameter = &list->parameters[i];
        if (str_equal(parameter->name, name) && validity_holds(parameter->validity, day)) return parameter;
    }
    return NULL;
}

void list_forget(struct list *list, int32_t known_at) {
    size_t powers = 0, parameters = 0;
    for (size_t i = 0; i < list->power_count; i++)
        if (is_known(list->powers[i].published_on, known_at)) list->powers[powers++] = list->powers[i];
    for (size_t i = 0; i < list->parameter_count; i++)
        if (is_known(list->parameters[i].published_on, known_at)) list->parameters[parameters++] = list->parameters[i];
    list->power_count = powers;
    list->parameter_count = parameters;
}

int list_nearest_item(const struct list *list, struct str id) { return names_nearest(&list->index->items, id); }

void list_free(struct list *list) {
    arena_free(&list->arena);
    *list = (struct list){0};
}
