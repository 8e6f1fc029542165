/* world.h - the peers' workload as the benchmarks here read it: one task a line of JSON, strings without escapes. */
#ifndef TESTS_BENCH_WORLD_H
#define TESTS_BENCH_WORLD_H

#include <base/file.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

struct world_task {
    struct str title, body, item;
    long copy_of; /* number of the task it is a copy of, from 0; -1 = none */
};

struct world_tasks {
    struct arena arena;
    struct world_task *at;
    size_t count;
};

/* The text behind `key` (with its quotes and colon) up to the next quote; empty when it is not there. */
static inline struct str world_text(struct str line, struct str key) {
    const ptrdiff_t at = str_find(line, key);
    if (at < 0) return STR("");
    const char *from = line.at + at + key.length;
    const char *end = memchr(from, '"', (size_t)(line.at + line.length - from));
    return (struct str){from, end ? (size_t)(end - from) : 0};
}

/* The first `most` tasks of a file; stops the program when it cannot be read. */
static inline void world_read(const char *path, size_t most, struct world_tasks *out) {
    struct line_reader *reader = NULL;
    struct quanze_error error;
    struct str line;
    bool done = false;
    if (line_reader_open(path, &reader, &error) != QUANZE_OK) exit(1);
    *out = (struct world_tasks){.at = calloc(most, sizeof *out->at)};
    while (out->at && out->count < most && line_reader_next(reader, 1 << 20, &line, &done, &error) == QUANZE_OK && !done) {
        line = arena_copy(&out->arena, line);
        const struct str copy = world_text(line, STR("\"dup_of\":\"TSK-"));
        out->at[out->count++] =
            (struct world_task){world_text(line, STR("\"title\":\"")), world_text(line, STR("\"body\":\"")),
                                world_text(line, STR("\"truth_item\":\"")), copy.length ? strtol(copy.at, NULL, 10) - 1 : -1};
    }
    line_reader_close(reader);
}

static inline double world_now(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static inline long world_rss_mib(void) {
    struct rusage usage;
    return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss / 1024 : 0;
}

#endif
