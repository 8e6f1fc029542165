/* single.h - the one task of a file, or of a notice, with all that its texts are borrowed from. */
#ifndef DOOR_SINGLE_H
#define DOOR_SINGLE_H

#include <door/door.h>
#include <model/notice.h>
#include <read/read.h>

struct single {
    struct arena arena;
    struct problems problems; /* what is wrong with the record */
    struct task task;
    struct task_source *source; /* NULL: it was a notice */
    struct notice notice;       /* then what it was read from */
    struct str bytes;           /* the record, or the notice's file */
};

/* Reads the task of a file ("-" is standard input) or of bytes in memory, which are borrowed; `input_format` as in quanze.h, or
 * NULL. QUANZE_BAD_DATA: not exactly one task, or one with
 * problems; QUANZE_NO_INPUT, QUANZE_IO. Must be closed even after an error. */
quanze_status single_open(const struct quanze *engine, const struct file_source *from, const char *input_format,
                          struct single *out, struct quanze_error *error);

void single_close(struct single *single);

#endif
