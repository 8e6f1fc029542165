/* match.c - microseconds a search: bench_match WORLD LIST THESAURUS QUERIES. A title is the query; its item is the one it was
 * made from. Prints a line as the peers do. */
#include "world.h"

#include <match/match.h>
#include <read/read.h>
#include <read/thesaurus.h>

enum { ROUNDS = 6 };

static int compare_times(const void *a, const void *b) {
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

struct recall {
    size_t asked, first, five;
};

static void search_all(const struct match_index *index, struct match_scratch *scratch, const struct list *list,
                       const struct world_tasks *tasks, double *times, struct recall *recall) {
    *recall = (struct recall){0};
    for (size_t i = 0; i < tasks->count; i++) {
        const struct match_query query = {.title = tasks->at[i].title, .department = -1, .day = 20000};
        struct match_result result;
        struct quanze_error error;
        const double start = world_now();
        if (match_find(index, scratch, &query, &result, &error) != QUANZE_OK) exit(1);
        times[i] = world_now() - start;
        if (tasks->at[i].item.length == 0) continue;
        recall->asked++;
        for (size_t k = 0; k < result.count; k++) {
            if (!str_equal(list->items[result.hits[k].item].id, tasks->at[i].item)) continue;
            recall->first += k == 0;
            recall->five++;
        }
    }
}

int main(int argc, char **argv) {
    if (argc != 5) return 64;
    static struct list list;
    static struct thesaurus thesaurus;
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct quanze_error error;
    struct world_tasks tasks;
    char path[4096];
    (void)snprintf(path, sizeof path, "%s/tasks.jsonl", argv[1]);
    world_read(path, strtoul(argv[4], NULL, 10), &tasks);
    if (read_list(argv[2], &list, &problems, &error) != QUANZE_OK ||
        read_thesaurus(argv[3], &thesaurus, &problems, &error) != QUANZE_OK) {
        (void)fprintf(stderr, "%s\n", error.en);
        return 1;
    }
    struct match_index *index = NULL;
    struct match_scratch *scratch = NULL;
    double start = world_now();
    if (match_index_open(&list, &thesaurus, &index, &error) != QUANZE_OK) return 1;
    const double built = world_now() - start;
    if (match_scratch_open(index, &scratch, &error) != QUANZE_OK) return 1;
    double *times = calloc(tasks.count, sizeof *times), rounds[ROUNDS];
    struct recall recall;
    for (int round = 0; round < ROUNDS; round++) {
        start = world_now();
        search_all(index, scratch, &list, &tasks, times, &recall);
        rounds[round] = world_now() - start;
    }
    qsort(times, tasks.count, sizeof *times, compare_times);
    qsort(rounds + 1, ROUNDS - 1, sizeof *rounds, compare_times); /* the first one warms up */
    printf("quanze: items=%zu build=%.1f ms us/query=%.2f p50=%.2fus p99=%.2fus recall@1=%.3f recall@5=%.3f rss=%ldMB\n",
           list.item_count, built * 1e3, rounds[1 + (ROUNDS - 1) / 2] / (double)tasks.count * 1e6, times[tasks.count / 2] * 1e6,
           times[tasks.count * 99 / 100] * 1e6, (double)recall.first / (double)recall.asked,
           (double)recall.five / (double)recall.asked, world_rss_mib());
    return 0;
}
