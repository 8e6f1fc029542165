#include <decide/matters.h>

#include <base/utf8.h>

/* Whether so many of a matter's pairs are enough. One character alone has no pair: it must stand in the text. */
static bool is_enough(size_t found, size_t pairs) { return pairs > 0 && found * 3 >= pairs * 2; }

bool matters_is_in(struct str matter, struct str text) {
    if (str_find(text, matter) >= 0) return true;
    size_t pairs = 0, found = 0, start = 0, middle = 0;
    utf8_next(matter, &middle);
    for (size_t end = middle; utf8_next(matter, &end) >= 0;) {
        pairs++;
        if (str_find(text, (struct str){matter.at + start, end - start}) >= 0) found++;
        start = middle;
        middle = end;
    }
    return is_enough(found, pairs);
}

/* Walks over the pairs of a text. */
struct pair_walk {
    struct str text;
    size_t offset;
    int32_t last;
};

static struct pair_walk pair_walk_of(struct str text) {
    struct pair_walk walk = {.text = text};
    walk.last = utf8_next(text, &walk.offset);
    return walk;
}

/* The next pair as a key, which is never 0; 0 at the end. */
static uint64_t pair_next(struct pair_walk *walk) {
    if (walk->last < 0) return 0;
    const int32_t point = utf8_next(walk->text, &walk->offset);
    if (point < 0) return 0;
    const uint64_t key = (uint64_t)walk->last << 32 | (uint64_t)point | UINT64_C(1) << 31;
    walk->last = point;
    return key;
}

/* The slot of a pair, or the free one where it would go. */
static size_t slot_of(const struct matters *matters, uint64_t key) {
    size_t slot = (size_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & matters->slot_mask;
    while (matters->key[slot] != 0 && matters->key[slot] != key) slot = (slot + 1) & matters->slot_mask;
    return slot;
}

static uint32_t number_of_pair(struct matters *matters, uint64_t key) {
    const size_t slot = slot_of(matters, key);
    if (matters->key[slot] == 0) {
        matters->key[slot] = key;
        matters->number[slot] = (uint32_t)matters->pair_count++;
    }
    return matters->number[slot];
}

/* Gives equal matters one number. False when memory ran out. */
static bool find_distinct(const struct str *folded, size_t count, struct arena *arena, struct matters *out,
                          uint32_t *number_of) {
    size_t mask = 15;
    while (mask < count * 2) mask = mask * 2 + 1;
    uint32_t *slots = arena_take_array(arena, mask + 1, sizeof *slots); /* number + 1 */
    out->folded = arena_take_array(arena, count, sizeof *out->folded);
    if (!slots || !out->folded) return false;
    for (size_t i = 0; i < count; i++) {
        size_t slot = (size_t)str_hash(folded[i]) & mask;
        while (slots[slot] != 0 && !str_equal(out->folded[slots[slot] - 1], folded[i])) slot = (slot + 1) & mask;
        if (slots[slot] == 0) {
            out->folded[out->count] = folded[i];
            slots[slot] = (uint32_t)++out->count;
        }
        number_of[i] = slots[slot] - 1;
    }
    return true;
}

/* Room for all pairs: a matter has fewer than it has bytes. False when memory ran out. */
static bool take_room(struct arena *arena, struct matters *out) {
    size_t most = 0;
    for (size_t i = 0; i < out->count; i++) most += out->folded[i].length;
    out->slot_mask = 15;
    while (out->slot_mask < most) out->slot_mask = out->slot_mask * 2 + 1;
    out->first = arena_take_array(arena, out->count + 1, sizeof *out->first);
    out->pairs = arena_take_array(arena, most, sizeof *out->pairs);
    out->key = arena_take_array(arena, out->slot_mask + 1, sizeof *out->key);
    out->number = arena_take_array(arena, out->slot_mask + 1, sizeof *out->number);
    return out->first && out->pairs && out->key && out->number;
}

bool matters_make(const struct str *folded, size_t count, struct arena *arena, struct matters *out, uint32_t *number_of) {
    *out = (struct matters){0};
    if (!find_distinct(folded, count, arena, out, number_of) || !take_room(arena, out)) return false;
    uint32_t end = 0;
    for (size_t i = 0; i < out->count; i++) {
        out->first[i] = end;
        struct pair_walk walk = pair_walk_of(out->folded[i]);
        for (uint64_t key; (key = pair_next(&walk)) != 0;) out->pairs[end++] = number_of_pair(out, key);
    }
    out->first[out->count] = end;
    return true;
}

void matters_scan(const struct matters *matters, struct str text, uint64_t *present) {
    memset(present, 0, matters_set_words(matters) * sizeof *present);
    struct pair_walk walk = pair_walk_of(text);
    for (uint64_t key; (key = pair_next(&walk)) != 0;) {
        const size_t slot = slot_of(matters, key);
        if (matters->key[slot] == key) present[matters->number[slot] / 64] |= UINT64_C(1) << (matters->number[slot] % 64);
    }
}

bool matters_found(const struct matters *matters, size_t number, struct str text, const uint64_t *present) {
    const uint32_t first = matters->first[number], end = matters->first[number + 1];
    if (first == end) return str_find(text, matters->folded[number]) >= 0;
    size_t found = 0;
    for (uint32_t i = first; i < end; i++) found += (present[matters->pairs[i] / 64] >> (matters->pairs[i] % 64)) & 1;
    return is_enough(found, end - first);
}
