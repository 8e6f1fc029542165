/* task_file.h - a file of tasks made for one test, read to its end. */
#ifndef TESTS_READ_TASK_FILE_H
#define TESTS_READ_TASK_FILE_H

#include <read/read.h>

struct task_file {
    struct arena arena;
    struct problems problems;
    struct buf bytes;
    struct task_source *source;
    struct quanze_error error;
    quanze_status opened;
    struct task tasks[8];
    size_t count;    /* tasks that were read without a problem; the first eight are kept */
    size_t bad;      /* records that were not */
    struct buf said; /* the problems in their order: "3:5 unknown-key\n" */
};

/* Writes the bytes to a file, reads it as `format` (NULL: by its bytes) and removes it. To be freed. */
void task_file_read(struct task_file *file, struct str bytes, const char *format);
void task_file_free(struct task_file *file);

/* The problems, NUL-ended. */
const char *task_file_said(struct task_file *file);

/* Writes every known fact of a task as "name = value", a line each, in the order of the table. */
void task_write(const struct task *task, struct buf *out);

#endif
