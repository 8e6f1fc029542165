/* read.c - notices read a second: bench_read FOLDER LIST CALENDAR. Those of the folder as they are, and each with its
 * paragraphs repeated up to about 3,000 characters, which is the length of a long notice. Prints a line for each, in time of
 * one core. */
#include <read/notice/notice.h>
#include <read/read.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { NOTICES_MOST = 256, LONG_BYTES = 9000, LEAST_SECONDS = 2 };

struct bench {
    struct notice_reader *reader;
    struct notice_world world;
    struct str texts[NOTICES_MOST];
    size_t count;
};

/* Seconds of this process on a core, whatever else the machine does. */
static double core_seconds(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void read_all(const struct bench *bench, const char *name) {
    static struct task task;
    struct arena arena = {0};
    struct notice notice;
    struct quanze_error error;
    size_t done = 0, bytes = 0;
    const double start = core_seconds();
    while (core_seconds() - start < LEAST_SECONDS)
        for (size_t i = 0; i < bench->count; i++, done++) {
            arena_reset(&arena);
            task_clear(&task);
            if (notice_read(bench->reader, bench->texts[i], (struct paper_style){.wrapped = true}, &bench->world, &arena, &task,
                            &notice, &error) != QUANZE_OK)
                exit(1);
            bytes += bench->texts[i].length;
        }
    const double seconds = core_seconds() - start;
    printf("  %-6s %5zu bytes a notice: %7.0f notices/s, %6.1f us each\n", name, bytes / done, (double)done / seconds,
           seconds / (double)done * 1e6);
    arena_free(&arena);
}

static struct str lengthen(struct arena *arena, struct str text) {
    const ptrdiff_t body = str_find(text, STR("：\n"));
    if (body < 0) return text;
    const size_t from = (size_t)body + 4, part = text.length - from, times = LONG_BYTES / part + 1;
    char *longer = arena_take(arena, from + part * times);
    if (!longer) exit(1);
    memcpy(longer, text.at, from);
    for (size_t i = 0; i < times; i++) memcpy(longer + from + i * part, text.at + from, part);
    return (struct str){longer, from + part * times};
}

int main(int argc, char **argv) {
    static const char *const ENDINGS[] = {".txt", NULL};
    static struct bench bench;
    static struct list list;
    static struct calendar calendar;
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct quanze_error error;
    const char **paths;
    if (argc != 4) return 64;
    const double start = core_seconds();
    if (notice_reader_open(&bench.reader, &error) != QUANZE_OK) return 1;
    printf("  patterns made ready in %.2f ms\n", (core_seconds() - start) * 1e3);
    if (read_list(argv[2], &list, &problems, &error) != QUANZE_OK ||
        read_calendar(argv[3], &calendar, &problems, &error) != QUANZE_OK ||
        file_list(argv[1], ENDINGS, true, &arena, &paths, &bench.count, &error) != QUANZE_OK || bench.count > NOTICES_MOST)
        return 1;
    for (size_t i = 0; i < bench.count; i++)
        if (file_read(paths[i], QUANZE_MAX_NOTICE_BYTES, &arena, &bench.texts[i], &error) != QUANZE_OK) return 1;
    bench.world = (struct notice_world){&list, &calendar};
    read_all(&bench, "short");
    for (size_t i = 0; i < bench.count; i++) bench.texts[i] = lengthen(&arena, bench.texts[i]);
    read_all(&bench, "long");
    notice_reader_close(bench.reader);
    return 0;
}
