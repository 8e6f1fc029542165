/* neardup.c - seconds to find the copies among many tasks: bench_neardup WORLD TASKS. Shingles, sketches, comparison; reading
 * the file is not timed. Recall is of the copies that the workload planted and that resemble their original by a half or more.
 */
#include "world.h"

#include <match/similar.h>

static bool is_found(const struct similar_pair *pairs, size_t count, uint32_t a, uint32_t b) {
    size_t low = 0, high = count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (pairs[middle].a < a || (pairs[middle].a == a && pairs[middle].b < b))
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && pairs[low].a == a && pairs[low].b == b;
}

int main(int argc, char **argv) {
    if (argc != 3) return 64;
    struct world_tasks tasks;
    char path[4096];
    (void)snprintf(path, sizeof path, "%s/tasks.jsonl", argv[1]);
    world_read(path, strtoul(argv[2], NULL, 10), &tasks);
    const long before = world_rss_mib();
    const struct similar_options options = {.places = NULL};
    const struct similar_pair *pairs;
    struct similar_index *index = NULL;
    struct quanze_error error;
    size_t count, planted = 0, found = 0;
    const double start = world_now();
    if (similar_open(&options, &index, &error) != QUANZE_OK) return 1;
    for (size_t i = 0; i < tasks.count; i++)
        if (similar_add(index, tasks.at[i].title, tasks.at[i].body, &error) != QUANZE_OK) return 1;
    const double added = world_now() - start;
    if (similar_pairs(index, &pairs, &count, &error) != QUANZE_OK) return 1;
    const double total = world_now() - start;
    for (size_t i = 0; i < tasks.count; i++) {
        const long original = tasks.at[i].copy_of;
        if (original < 0 || (size_t)original >= tasks.count) continue;
        planted++;
        const uint32_t a = similar_first(index, (uint32_t)original), b = similar_first(index, (uint32_t)i);
        found += a == b || is_found(pairs, count, a < b ? a : b, a < b ? b : a);
    }
    printf("quanze: n=%zu total=%.2fs (shingles %.2f) pairs=%zu planted=%zu recall=%.3f rss=%ldMB over the texts' %ldMB\n",
           tasks.count, total, added, count, planted, (double)found / (double)(planted ? planted : 1), world_rss_mib() - before,
           before);
    return 0;
}
