/* parts.c - files in path order, parsed, digested. */
#include <read/parts.h>
#include <read/read.h>

static const char *const ENDINGS[] = {".yaml", ".yml", NULL};

/* Whether a folder on the way from `folder` down to `path` is one of those left out. */
static bool is_left_out(const char *path, const char *folder, const char *const *left_out) {
    const char *step = path + strlen(folder);
    while (*step == '/') step++;
    for (const char *end; (end = strchr(step, '/')); step = end + 1)
        for (size_t i = 0; left_out[i]; i++)
            if (str_equal((struct str){step, (size_t)(end - step)}, str_of(left_out[i]))) return true;
    return false;
}

/* Whether a YAML file says in its first line of content that it is a task. What cannot be read is told when it is read. */
static bool is_task(const char *path) {
    struct line_reader *reader = NULL;
    struct quanze_error unread;
    if (line_reader_open(path, &reader, &unread) != QUANZE_OK) return false;
    struct str line = {0};
    bool done = false, skipped = true;
    while (skipped && !done && line_reader_next(reader, QUANZE_MAX_RECORD_BYTES, &line, &done, &unread) == QUANZE_OK) {
        line = str_trim(line);
        skipped = line.length == 0 || line.at[0] == '#' || str_equal(line, STR("---"));
    }
    if (str_starts_with(line, STR("\xEF\xBB\xBF"))) line = (struct str){line.at + 3, line.length - 3};
    bool found = !skipped && !done && str_equal(line, STR("format: quanze/task/1"));
    line_reader_close(reader);
    return found;
}

quanze_status parts_files(const char *path, const char *const *left_out, struct arena *names, const char ***files,
                          size_t *count, struct quanze_error *error) {
    if (file_kind_of(path) != FILE_FOLDER) {
        const char **only = arena_take_array(names, 1, sizeof *only);
        struct str name = arena_copy(names, str_of(path));
        if (!only || !name.at) return error_memory(error);
        only[0] = name.at;
        *files = only;
        *count = 1;
        return QUANZE_OK;
    }
    quanze_status status = file_list(path, ENDINGS, left_out != NULL, names, files, count, error);
    if (status != QUANZE_OK) return status;
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++)
        if (!left_out || !(is_left_out((*files)[i], path, left_out) || is_task((*files)[i]))) (*files)[kept++] = (*files)[i];
    *count = kept;
    if (kept > 0) return QUANZE_OK;
    return error_set(error, QUANZE_NO_INPUT, "文件夹“%s”里没有 .yaml 文件", "there is no .yaml file in the folder \"%s\"",
                     path);
}

quanze_status read_yaml_files(const char *path, struct arena *arena, const char ***files, size_t *count,
                              struct quanze_error *error) {
    return parts_files(path, NULL, arena, files, count, error);
}

static bool add_part(struct parts *parts, size_t *capacity, struct part part) {
    if (parts->count == *capacity) {
        size_t grown = *capacity ? *capacity * 2 : 8;
        struct part *at = arena_take_array(&parts->arena, grown, sizeof *at);
        if (!at) return false;
        if (parts->count) memcpy(at, parts->at, parts->count * sizeof *at);
        parts->at = at;
        *capacity = grown;
    }
    parts->at[parts->count++] = part;
    return true;
}

static bool is_usable(const struct node *root, const char *file, struct problems *problems) {
    if (root->kind == NODE_MAPPING) return true;
    if (root->kind == NODE_NULL)
        problem_error(problems, "empty-file", node_place(root, file), "没有内容", "there is nothing in it");
    else
        problem_error(problems, "wrong-type", node_place(root, file), "最外层应为“键: 值”",
                      "the outermost level should be \"key: value\"");
    return false;
}

static bool add_file(struct parts *parts, size_t *capacity, struct str bytes, const char *file, struct problems *problems) {
    struct node **documents = NULL;
    size_t count = 0;
    bool parsed = yaml_parse(bytes, file, 1, &parts->arena, &documents, &count, problems);
    if (count == 0) parts->broken = true;
    if (parsed && count == 0)
        problem_error(problems, "empty-file", (struct place){file, 1, 1}, "文件没有内容", "there is nothing in the file");
    for (size_t i = 0; i < count; i++) {
        if (!is_usable(documents[i], file, problems)) continue;
        if (!add_part(parts, capacity, (struct part){file, documents[i]})) return false;
    }
    return true;
}

/* Documents under way into parts. */
struct adding {
    struct parts *parts;
    size_t capacity;
    struct digest_state state;
    struct problems *problems;
};

static quanze_status add_files(struct adding *adding, const char *const *files, size_t count, struct quanze_error *error) {
    struct arena arena = {0};
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; status == QUANZE_OK && i < count; i++) {
        struct str bytes;
        arena_reset(&arena);
        status = file_read(files[i], QUANZE_MAX_FILE_BYTES, &arena, &bytes, error);
        if (status != QUANZE_OK) break;
        digest_add(&adding->state, bytes);
        if (!add_file(adding->parts, &adding->capacity, bytes, files[i], adding->problems)) status = error_memory(error);
    }
    arena_free(&arena);
    return status;
}

quanze_status parts_read(const char *path, const char *const *left_out, struct arena *names, struct parts *out,
                         struct problems *problems, struct quanze_error *error) {
    const char **files = NULL;
    size_t count = 0;
    quanze_status status = parts_files(path, left_out, names, &files, &count, error);
    struct adding adding = {.parts = out, .problems = problems};
    digest_start(&adding.state);
    if (status == QUANZE_OK) status = add_files(&adding, files, count, error);
    if (status == QUANZE_OK && out->also && file_kind_of(out->also) != FILE_MISSING) {
        status = parts_files(out->also, NULL, names, &files, &count, error);
        if (status == QUANZE_OK) status = add_files(&adding, files, count, error);
    }
    digest_end(&adding.state, &out->digest);
    return status;
}

void parts_free(struct parts *parts) { arena_free(&parts->arena); }
