#include <decide/power_index.h>

#include <base/utf8.h>

static bool take_sets(const struct list *list, struct arena *arena, struct power_index *out) {
    out->words = (list->power_count + 63) / 64;
    const size_t set = out->words * sizeof(uint64_t);
    out->of_power = arena_take_array(arena, choices_of("POWER").count, set);
    out->for_township = arena_take_array(arena, list->township_count, set);
    out->for_all = arena_take_array(arena, 1, set);
    out->every = arena_take_array(arena, 1, set);
    out->bound = arena_take_array(arena, 1, set);
    out->worded = arena_take_array(arena, 1, set);
    out->matter_of = arena_take_array(arena, list->power_count, sizeof *out->matter_of);
    return out->of_power && out->for_township && out->for_all && out->every && out->bound && out->worded && out->matter_of;
}

static void add_townships(const struct list *list, size_t entry, struct power_index *out) {
    const struct texts *names = &list->powers[entry].townships;
    if (names->count == 0) power_index_add(out->for_all, entry);
    for (size_t i = 0; names->count == 0 && i < list->township_count; i++)
        power_index_add(out->for_township + i * out->words, entry);
    for (size_t i = 0; i < names->count; i++) {
        const int township = list_find_township(list, names->at[i]);
        if (township >= 0) power_index_add(out->for_township + (size_t)township * out->words, entry);
    }
}

static void add_entry(const struct list *list, size_t entry, struct power_index *out) {
    const struct power_held *held = &list->powers[entry];
    power_index_add(out->every, entry);
    power_index_add(out->of_power + (size_t)held->power.power * out->words, entry);
    add_townships(list, entry, out);
    if (held->items.count > 0)
        power_index_add(out->bound, entry);
    else if (held->power.matter.length > 0)
        power_index_add(out->worded, entry);
}

static bool add_matters(const struct list *list, struct arena *arena, struct power_index *out) {
    struct str *folded = arena_take_array(arena, list->power_count, sizeof *folded);
    if (!folded) return false;
    for (size_t i = 0; i < list->power_count; i++) {
        folded[i] = utf8_fold(arena, list->powers[i].power.matter);
        if (!folded[i].at) return false;
    }
    return matters_make(folded, list->power_count, arena, &out->matters, out->matter_of);
}

bool power_index_make(const struct list *list, struct arena *arena, struct power_index *out) {
    if (!take_sets(list, arena, out)) return false;
    for (size_t i = 0; i < list->power_count; i++) add_entry(list, i, out);
    return add_matters(list, arena, out);
}
