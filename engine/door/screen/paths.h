/* paths.h - from files and folders to the files with tasks in them, in a fixed order. */
#ifndef DOOR_PATHS_H
#define DOOR_PATHS_H

#include <base/file.h>

struct task_path {
    struct file_source from;
    uint64_t bytes; /* size of the file; 0 for what has none */
};

struct task_paths {
    struct task_path *at;
    size_t count;
    uint64_t bytes; /* of all together; 0 when one of them has no size */
};

/* Folders give all task files below them, sorted; files and "-" stand for themselves. All in the arena.
 * QUANZE_NO_INPUT: a path is missing, or a folder holds no task file. */
quanze_status paths_expand(const char *const *paths, size_t count, struct arena *arena, struct task_paths *out,
                           struct quanze_error *error);

/* The same with files in memory behind them; `count` or `input_count` may be 0, QUANZE_USAGE when both are. */
quanze_status paths_expand_inputs(const char *const *paths, size_t count, const struct quanze_input *inputs, size_t input_count,
                                  struct arena *arena, struct task_paths *out, struct quanze_error *error);

/* The same for files whose names end otherwise; `endings` as in file.h. */
quanze_status paths_expand_to(const char *const *paths, size_t count, const char *const *endings, struct arena *arena,
                              struct task_paths *out, struct quanze_error *error);

#endif
