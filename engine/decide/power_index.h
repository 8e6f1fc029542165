/* power_index.h - the list's register of powers as sets of its entries.
 *
 * A reader must believe: a set has one bit for each entry, in register order; what is in force on a day and what fits an item
 * are sets too, made as they are asked for (power_cache.c). An index is frozen once made and shared by threads.
 */
#ifndef DECIDE_POWER_INDEX_H
#define DECIDE_POWER_INDEX_H

#include <decide/matters.h>
#include <model/list.h>

struct power_index {
    size_t words;           /* of a set */
    uint64_t *of_power;     /* a set a power: entries of this power */
    uint64_t *for_township; /* a set a township: entries given to it, or to all */
    uint64_t *for_all;      /* entries given to all townships */
    uint64_t *every;        /* all entries */
    uint64_t *bound;        /* entries bound to items by their ids */
    uint64_t *worded;       /* not bound, and about a matter: words decide */
    struct matters matters; /* folded */
    uint32_t *matter_of;    /* an entry: the number of its matter in `matters` */
};

/* Makes the index of a frozen list. False when memory ran out. */
bool power_index_make(const struct list *list, struct arena *arena, struct power_index *out);

static inline const uint64_t *power_index_of(const struct power_index *index, int power) {
    return index->of_power + (size_t)power * index->words;
}

static inline const uint64_t *power_index_township(const struct power_index *index, int township) {
    return index->for_township + (size_t)township * index->words;
}

static inline void power_index_add(uint64_t *set, size_t entry) { set[entry / 64] |= UINT64_C(1) << (entry % 64); }

#endif
