#include <model/names.h>

bool names_open(struct names *names, size_t capacity, struct arena *arena) {
    size_t slots = 8;
    while (slots < capacity * 2) slots *= 2;
    *names = (struct names){.capacity = capacity, .slot_mask = slots - 1};
    names->name = arena_take_array(arena, capacity, sizeof *names->name);
    names->number = arena_take_array(arena, capacity, sizeof *names->number);
    names->slot = arena_take_array(arena, slots, sizeof *names->slot);
    return names->name && names->number && names->slot;
}

/* The slot of a name, or the free one where it would go. */
static size_t slot_of(const struct names *names, struct str name) {
    size_t slot = (size_t)str_hash(name) & names->slot_mask;
    while (names->slot[slot] && !str_equal(names->name[names->slot[slot] - 1], name)) slot = (slot + 1) & names->slot_mask;
    return slot;
}

int names_add(struct names *names, struct str name, int number) {
    const size_t slot = slot_of(names, name);
    if (names->slot[slot]) return names->number[names->slot[slot] - 1];
    names->name[names->count] = name;
    names->number[names->count] = number;
    names->slot[slot] = (uint32_t)++names->count;
    return -1;
}

void names_set(struct names *names, struct str name, int number) {
    names->number[names->slot[slot_of(names, name)] - 1] = number;
}

int names_find(const struct names *names, struct str name) {
    const uint32_t found = names->slot[slot_of(names, name)];
    return found ? names->number[found - 1] : -1;
}

int names_nearest(const struct names *names, struct str wrong) {
    const ptrdiff_t nearest = str_nearest(wrong, names->name, names->count);
    return nearest < 0 ? -1 : names->number[nearest];
}
