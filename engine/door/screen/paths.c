#include <door/screen/paths.h>

#include <base/buf.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const TASK_ENDINGS[] = {".yaml", ".yml", ".json", ".jsonl", ".csv", ".xlsx", NULL};

/* One argument's files. */
struct group {
    const char **at;
    size_t count;
};

static quanze_status no_file(const char *folder, const char *const *endings, struct quanze_error *error) {
    struct buf list = {0};
    for (size_t i = 0; endings[i]; i++) {
        if (i > 0) buf_put_char(&list, ' ');
        buf_put_text(&list, endings[i]);
    }
    buf_put_char(&list, '\0');
    const quanze_status status = list.failed ? error_memory(error)
                                             : error_set(error, QUANZE_NO_INPUT, "文件夹“%s”里没有任务文件（%s）",
                                                         "the folder \"%s\" holds no task file (%s)", folder, list.at);
    buf_free(&list);
    return status;
}

static quanze_status expand_one(const char *const *path, const char *const *endings, struct arena *arena, struct group *out,
                                struct quanze_error *error) {
    switch (file_kind_of(*path)) {
    case FILE_MISSING:
        return error_set(error, QUANZE_NO_INPUT, "没有“%s”这个文件或文件夹", "there is no file or folder \"%s\"", *path);
    case FILE_REGULAR: {
        out->at = arena_take_array(arena, 1, sizeof *out->at);
        if (!out->at) return error_memory(error);
        out->at[0] = *path;
        out->count = 1;
        return QUANZE_OK;
    }
    case FILE_FOLDER: {
        quanze_status status = file_list(*path, endings, true, arena, &out->at, &out->count, error);
        if (status != QUANZE_OK || out->count > 0) return status;
        break;
    }
    }
    return no_file(*path, endings, error);
}

static uint64_t size_of(const char *path) {
    struct stat info;
    if (strcmp(path, "-") == 0 || stat(path, &info) != 0 || !S_ISREG(info.st_mode)) return 0;
    return (uint64_t)info.st_size;
}

/* Looked at before the run begins, so that a run does not break off in its middle. */
static quanze_status check_readable(const struct group *group, struct quanze_error *error) {
    for (size_t i = 0; i < group->count; i++)
        if (strcmp(group->at[i], "-") != 0 && access(group->at[i], R_OK) != 0)
            return error_set(error, QUANZE_NO_INPUT, "没有权限读取“%s”", "\"%s\" may not be read", group->at[i]);
    return QUANZE_OK;
}

static bool collect(const struct group *groups, size_t group_count, struct arena *arena, struct task_paths *out) {
    size_t total = 0;
    for (size_t i = 0; i < group_count; i++) total += groups[i].count;
    struct task_paths paths = {.at = arena_take_array(arena, total, sizeof *paths.at)};
    if (!paths.at) return false;
    bool all_sized = true;
    for (size_t i = 0; i < group_count; i++) {
        for (size_t j = 0; j < groups[i].count; j++) {
            struct task_path one = {{.path = groups[i].at[j]}, size_of(groups[i].at[j])};
            paths.at[paths.count++] = one;
            paths.bytes += one.bytes;
            all_sized = all_sized && one.bytes > 0;
        }
    }
    if (!all_sized) paths.bytes = 0;
    *out = paths;
    return true;
}

quanze_status paths_expand_to(const char *const *paths, size_t count, const char *const *endings, struct arena *arena,
                              struct task_paths *out, struct quanze_error *error) {
    if (count == 0) return error_set(error, QUANZE_USAGE, "没有给出任务文件", "no task file was given");
    struct group *groups = arena_take_array(arena, count, sizeof *groups);
    if (!groups) return error_memory(error);
    for (size_t i = 0; i < count; i++) {
        quanze_status status = expand_one(&paths[i], endings, arena, &groups[i], error);
        if (status == QUANZE_OK) status = check_readable(&groups[i], error);
        if (status != QUANZE_OK) return status;
    }
    return collect(groups, count, arena, out) ? QUANZE_OK : error_memory(error);
}

quanze_status paths_expand(const char *const *paths, size_t count, struct arena *arena, struct task_paths *out,
                           struct quanze_error *error) {
    return paths_expand_to(paths, count, TASK_ENDINGS, arena, out, error);
}

/* An empty file in memory is one all the same. */
static struct task_path path_of_input(const struct quanze_input *input) {
    const struct str bytes = {input->bytes ? input->bytes : "", input->length};
    return (struct task_path){{.path = input->name, .bytes = bytes}, input->length};
}

quanze_status paths_expand_inputs(const char *const *paths, size_t count, const struct quanze_input *inputs, size_t input_count,
                                  struct arena *arena, struct task_paths *out, struct quanze_error *error) {
    struct task_paths files = {0};
    if (count > 0 || input_count == 0) {
        const quanze_status status = paths_expand(paths, count, arena, &files, error);
        if (status != QUANZE_OK || input_count == 0) {
            if (status == QUANZE_OK) *out = files;
            return status;
        }
    }
    struct task_paths all = {.at = arena_take_array(arena, files.count + input_count, sizeof *all.at), .bytes = files.bytes};
    if (!all.at) return error_memory(error);
    for (size_t i = 0; i < files.count; i++) all.at[all.count++] = files.at[i];
    for (size_t i = 0; i < input_count; i++) {
        all.at[all.count++] = path_of_input(&inputs[i]);
        if (all.bytes > 0 || files.count == 0) all.bytes += inputs[i].length;
    }
    *out = all;
    return QUANZE_OK;
}
