#include <door/letter/letters.h>

#include <base/buf.h>
#include <base/file.h>
#include <base/utf8.h>
#include <say/letter/letter.h>

enum { MAX_TEMPLATE_BYTES = 256 * 1024 };

static const char *join(struct arena *arena, struct str folder, const char *middle, struct str name, const char *ending) {
    struct buf path = {0};
    buf_put(&path, folder);
    buf_put_text(&path, middle);
    buf_put(&path, name);
    buf_put_text(&path, ending);
    const struct str copy = path.failed ? (struct str){NULL, 0} : arena_copy(arena, buf_str(&path));
    buf_free(&path);
    return copy.at;
}

const char *letters_path(struct arena *arena, struct str folder, enum reply_variant variant) {
    return join(arena, folder, "/letters/", reply_name(variant), ".txt");
}

quanze_status letters_read(const char *file, struct arena *arena, struct template **out, struct quanze_error *error) {
    struct template_names *names = arena_take_array(arena, 1, sizeof *names);
    struct str source;
    if (!names) return error_memory(error);
    *names = letter_names();
    quanze_status status = file_read(file, MAX_TEMPLATE_BYTES, arena, &source, error);
    if (status != QUANZE_OK) return status;
    const ptrdiff_t wrong = utf8_invalid_at(source);
    if (wrong >= 0)
        return error_at(error, QUANZE_BAD_DATA, (struct place){file, 0, 0}, "第 %td 个字节不是 UTF-8，请另存为 UTF-8",
                        "byte %td is not UTF-8; save the file as UTF-8", wrong + 1);
    status = letter_check(source, file, error);
    return status == QUANZE_OK ? template_read(source, file, names, arena, out, error) : status;
}

/* Which letter a file of the folder is the template of, or -1. */
static int variant_of(const char *path) {
    const char *slash = strrchr(path, '/');
    const struct str name = str_of(slash ? slash + 1 : path);
    return reply_find((struct str){name.at, name.length - (sizeof ".txt" - 1)});
}

static quanze_status lint_one(const char *path, struct arena *arena, struct problems *problems, struct quanze_error *error) {
    struct template *template = NULL;
    if (variant_of(path) < 0) {
        problem_warning(problems, "unused-template", (struct place){path, 0, 0},
                        "没有一种函用这个模板，文件名应为 refusal、conditional、time、resources 或 receipt",
                        "no letter uses this template; it should be named refusal, conditional, time, resources or receipt");
        return QUANZE_OK;
    }
    const quanze_status status = letters_read(path, arena, &template, error);
    if (status != QUANZE_BAD_DATA) return status;
    problem_error(problems, "bad-template", (struct place){path, error->line, error->column}, "%s%.0s", "%.0s%s", error->zh,
                  error->en);
    return QUANZE_OK;
}

quanze_status letters_lint(const char *folder, size_t *count, struct problems *problems, struct quanze_error *error) {
    static const char *const ENDINGS[] = {".txt", NULL};
    struct arena arena = {0};
    const char **files = NULL;
    size_t found = 0;
    const char *path = join(&arena, str_of(folder), "/letters", STR(""), "");
    quanze_status status = path ? QUANZE_OK : error_memory(error);
    if (path && file_kind_of(path) == FILE_FOLDER) status = file_list(path, ENDINGS, false, &arena, &files, &found, error);
    *count += found;
    for (size_t i = 0; i < found && status == QUANZE_OK; i++) status = lint_one(files[i], &arena, problems, error);
    arena_free(&arena);
    return status;
}
