/* power_cache.c - sets of register entries that are made when first asked for, and kept while there is room. */
#include <base/alloc.h>
#include <base/utf8.h>
#include <decide/power.h>

#define ROW_BYTES ((size_t)8 * 1024 * 1024) /* all rows of items together; a county of 340 items takes some 16 KiB */
#define ERAS 16                             /* a month of papers rarely sees more changes of the register */

/* Days on which the same entries count. */
struct era {
    int32_t from, to;
    uint64_t *lawful;
};

struct power_cache {
    const struct plan *plan;
    struct arena arena;
    struct arena scratch;
    uint64_t *pairs; /* of the words of the item that is being read */
    uint64_t *rows;  /* the entries that fit an item */
    int *item_of;    /* a row: the item + 1; 0 = free */
    size_t row_count;
    struct era eras[ERAS];
    size_t era_count, oldest_era;
};

quanze_status power_cache_open(const struct plan *plan, struct power_cache **out, struct quanze_error *error) {
    const struct power_index *index = &plan->powers;
    struct power_cache *cache = alloc_new(sizeof *cache);
    if (!cache) return error_memory(error);
    const size_t row = index->words * sizeof *cache->rows, most = ROW_BYTES / (row + 1) + 1;
    cache->plan = plan;
    cache->row_count = plan->list->item_count < most ? plan->list->item_count : most;
    cache->rows = alloc_new(cache->row_count * row + 1);
    cache->item_of = alloc_new(cache->row_count * sizeof *cache->item_of + 1);
    cache->pairs = arena_take(&cache->arena, matters_set_words(&index->matters) * sizeof *cache->pairs);
    bool ok = cache->rows && cache->item_of && cache->pairs;
    for (size_t i = 0; ok && i < ERAS; i++) {
        cache->eras[i].lawful = arena_take(&cache->arena, row);
        ok = cache->eras[i].lawful != NULL;
    }
    if (!ok) {
        power_cache_close(cache);
        return error_memory(error);
    }
    *out = cache;
    return QUANZE_OK;
}

void power_cache_close(struct power_cache *cache) {
    if (!cache) return;
    arena_free(&cache->arena);
    arena_free(&cache->scratch);
    alloc_free(cache->rows);
    alloc_free(cache->item_of);
    alloc_free(cache);
}

/* Narrows an era around `day` by a day on which something begins to count, or ceases to. */
static void narrow(struct era *era, int32_t day, int32_t change) {
    if (change == DAY_NONE) return;
    if (change <= day && change > era->from) era->from = change;
    if (change > day && change - 1 < era->to) era->to = change - 1;
}

static void read_era(const struct plan *plan, int32_t day, struct era *era) {
    const struct list *list = plan->list;
    era->from = INT32_MIN;
    era->to = INT32_MAX;
    memset(era->lawful, 0, plan->powers.words * sizeof *era->lawful);
    for (size_t i = 0; i < list->power_count; i++) {
        const struct power_held *held = &list->powers[i];
        if (power_is_lawful(&plan->vocabulary, held, day)) power_index_add(era->lawful, i);
        narrow(era, day, held->validity.from);
        narrow(era, day, held->validity.to == DAY_NONE ? DAY_NONE : held->validity.to + 1);
        narrow(era, day, held->published_on);
    }
}

const uint64_t *power_cache_lawful(struct power_cache *cache, int32_t day) {
    for (size_t i = 0; i < cache->era_count; i++)
        if (day >= cache->eras[i].from && day <= cache->eras[i].to) return cache->eras[i].lawful;
    struct era *era = &cache->eras[cache->oldest_era];
    cache->oldest_era = (cache->oldest_era + 1) % ERAS;
    if (cache->era_count < ERAS) cache->era_count++;
    read_era(cache->plan, day, era);
    return era->lawful;
}

/* Name, aliases and duties of an item, folded, a stroke between them. `at` is NULL when memory ran out. */
static struct str item_words(struct arena *arena, const struct item *item) {
    const struct str nothing = {NULL, 0};
    size_t length = item->name.length + item->township_duty.length + item->department_duty.length + 3;
    for (size_t i = 0; i < item->aliases.count; i++) length += item->aliases.at[i].length + 1;
    char *at = arena_take(arena, length), *end = at;
    if (!at) return nothing;
    const struct str parts[] = {item->name, item->township_duty, item->department_duty};
    for (size_t i = 0; i < 3 + item->aliases.count; i++) {
        struct str part = i < 3 ? parts[i] : item->aliases.at[i - 3];
        if (part.length > 0) memcpy(end, part.at, part.length);
        end += part.length;
        *end++ = '|';
    }
    return utf8_fold(arena, (struct str){at, length});
}

static bool is_bound_to(const struct power_held *held, struct str item) {
    for (size_t i = 0; i < held->items.count; i++)
        if (str_equal(held->items.at[i], item)) return true;
    return false;
}

static void read_row(struct power_cache *cache, int item, struct str words, uint64_t *row) {
    const struct list *list = cache->plan->list;
    const struct power_index *index = &cache->plan->powers;
    memset(row, 0, index->words * sizeof *row);
    matters_scan(&index->matters, words, cache->pairs);
    for (size_t i = 0; i < list->power_count; i++) {
        const struct power_held *held = &list->powers[i];
        if (held->items.count > 0 ? is_bound_to(held, list->items[item].id)
                                  : matters_found(&index->matters, index->matter_of[i], words, cache->pairs))
            power_index_add(row, i);
    }
}

const uint64_t *power_cache_fits(struct power_cache *cache, int item) {
    const size_t at = (size_t)item % cache->row_count;
    uint64_t *row = cache->rows + at * cache->plan->powers.words;
    if (cache->item_of[at] == item + 1) return row;
    arena_reset(&cache->scratch);
    struct str words = item_words(&cache->scratch, &cache->plan->list->items[item]);
    if (!words.at) return NULL;
    read_row(cache, item, words, row);
    cache->item_of[at] = item + 1;
    return row;
}
