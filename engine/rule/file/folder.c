#include <base/file.h>
#include <rule/rule.h>

/* Leaves out what stands in the sub-folder `packs`: those rules count only where somebody asks for them. */
static void drop_packs(const char **files, size_t *count, const char *folder) {
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        const char *inner = files[i] + strlen(folder);
        while (*inner == '/') inner++;
        if (!str_starts_with(str_of(inner), STR("packs/"))) files[kept++] = files[i];
    }
    *count = kept;
}

quanze_status rulebook_files(const char *path, struct arena *arena, const char ***files, size_t *count,
                             struct quanze_error *error) {
    static const char *const ENDINGS[] = {".lua", NULL};
    const char **one = arena_take(arena, sizeof *one);
    if (one == NULL) return error_memory(error);
    *one = path;
    *files = one;
    *count = 1;
    if (file_kind_of(path) == FILE_MISSING)
        return error_set(error, QUANZE_NO_INPUT, "没有规则文件夹“%s”", "there is no rule folder \"%s\"", path);
    if (file_kind_of(path) != FILE_FOLDER) return QUANZE_OK;
    quanze_status status = file_list(path, ENDINGS, true, arena, files, count, error);
    if (status == QUANZE_OK) drop_packs(*files, count, path);
    return status;
}
