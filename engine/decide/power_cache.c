#include <base/alloc.h>
#include <base/utf8.h>
#include <decide/power.h>

struct power_cache {
    struct arena arena;
    struct arena scratch;
    struct str *matters;    /* folded, one a register entry */
    size_t words;           /* of 64 register entries each */
    uint64_t *fits;         /* `words` an item: the entry's matter is found in the item's words */
    unsigned char *is_read; /* an item's row is filled */
};

quanze_status power_cache_open(const struct plan *plan, struct power_cache **out, struct quanze_error *error) {
    const struct list *list = plan->list;
    struct power_cache *cache = alloc_new(sizeof *cache);
    if (!cache) return error_memory(error);
    cache->words = (list->power_count + 63) / 64;
    cache->fits = alloc_new(list->item_count * cache->words * sizeof *cache->fits + 1);
    cache->is_read = alloc_new(list->item_count + 1);
    cache->matters = arena_take_array(&cache->arena, list->power_count, sizeof *cache->matters);
    bool ok = cache->fits && cache->is_read && cache->matters;
    for (size_t i = 0; ok && i < list->power_count; i++) {
        cache->matters[i] = utf8_fold(&cache->arena, list->powers[i].power.matter);
        ok = cache->matters[i].at != NULL;
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
    alloc_free(cache->fits);
    alloc_free(cache->is_read);
    alloc_free(cache);
}

bool power_matter_in_text(struct str matter, struct str text) {
    if (matter.length == 0) return true;
    if (str_find(text, matter) >= 0) return true;
    size_t pairs = 0, found = 0, start = 0, middle = 0;
    utf8_next(matter, &middle);
    for (size_t end = middle; utf8_next(matter, &end) >= 0;) {
        pairs++;
        if (str_find(text, (struct str){matter.at + start, end - start}) >= 0) found++;
        start = middle;
        middle = end;
    }
    return pairs > 0 && found * 3 >= pairs * 2;
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

bool power_cache_fits(struct power_cache *cache, const struct list *list, size_t entry, int item, bool *ok) {
    uint64_t *row = &cache->fits[(size_t)item * cache->words];
    if (!cache->is_read[item]) {
        arena_reset(&cache->scratch);
        struct str words = item_words(&cache->scratch, &list->items[item]);
        if (!words.at) {
            *ok = false;
            return false;
        }
        for (size_t i = 0; i < list->power_count; i++)
            if (power_matter_in_text(cache->matters[i], words)) row[i / 64] |= UINT64_C(1) << (i % 64);
        cache->is_read[item] = 1;
    }
    return (row[entry / 64] >> (entry % 64)) & 1;
}

struct str power_cache_matter(const struct power_cache *cache, size_t entry) {
    return cache->matters[entry];
}
