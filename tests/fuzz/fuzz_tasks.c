/* fuzz_tasks.c - see fuzz_file.h. */
#include "fuzz_file.h"

#include <read/read.h>
#include <stdlib.h>

static void read_records(struct task_source *source, struct arena *arena, struct problems *problems) {
    struct task *task = malloc(sizeof *task);
    struct quanze_error error;
    bool done = false;
    if (!task) abort();
    while (!done) {
        struct buf bytes = {0};
        struct record record;
        if (task_source_next(source, &bytes, &record, &done, problems, &error) == QUANZE_OK && !done)
            task_read(source, (struct str){bytes.at + record.offset, record.length}, record.line, arena, task, problems,
                      &error);
        buf_free(&bytes);
    }
    free(task);
}

void fuzz_tasks(const uint8_t *data, size_t size, const char *format) {
    struct arena arena = {0}, words = {0};
    struct problems problems = {.arena = &words};
    struct task_source *source = NULL;
    struct quanze_error error;
    if (task_source_open(fuzz_file(data, size), format, &source, &problems, &error) == QUANZE_OK) {
        read_records(source, &arena, &problems);
        task_source_close(source);
    }
    arena_free(&arena);
    arena_free(&words);
}
