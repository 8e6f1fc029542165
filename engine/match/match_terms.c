/* match_terms.c - the terms of an index, found by their keys. */
#include <base/alloc.h>
#include <match/match_index.h>

static struct term_slot *slot_of(const struct match_index *index, uint64_t key) {
    const uint64_t hash = key * UINT64_C(0x9E3779B97F4A7C15);
    size_t at = (size_t)(hash ^ hash >> 32) & index->slot_mask;
    while (index->slots[at].term && index->slots[at].key != key) at = (at + 1) & index->slot_mask;
    return &index->slots[at];
}

int64_t match_index_term(const struct match_index *index, uint64_t key) { return (int64_t)slot_of(index, key)->term - 1; }

bool match_index_make_room(struct match_index *index) {
    const size_t before = index->slots ? index->slot_mask + 1 : 0, after = before ? 2 * before : 1024;
    struct term_slot *old = index->slots, *grown = alloc_new(after * sizeof *grown);
    if (!grown) return false;
    index->slots = grown;
    index->slot_mask = after - 1;
    for (size_t i = 0; i < before; i++)
        if (old[i].term) *slot_of(index, old[i].key) = old[i];
    alloc_free(old);
    return true;
}

int64_t match_index_add_term(struct match_index *index, uint64_t key) {
    if (2 * index->term_count > index->slot_mask && !match_index_make_room(index)) return -1;
    struct term_slot *slot = slot_of(index, key);
    if (slot->term == 0) *slot = (struct term_slot){key, (uint32_t)++index->term_count};
    return (int64_t)slot->term - 1;
}
