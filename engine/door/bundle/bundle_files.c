/* bundle_files.c - see bundle_files.h. */
#include <door/bundle/bundle_files.h>

#include <base/buf.h>
#include <base/scratch.h>
#include <stdlib.h>

quanze_status bundle_files_add(struct bundle_files *files, struct str name, struct str bytes, struct quanze_error *error) {
    if (files->count == files->capacity) {
        const size_t wanted = files->capacity ? 2 * files->capacity : 16;
        struct bundle_file *grown = arena_take_array(&files->arena, wanted, sizeof *grown);
        if (!grown) return error_memory(error);
        if (files->count > 0) memcpy(grown, files->at, files->count * sizeof *grown);
        files->at = grown;
        files->capacity = wanted;
    }
    if (!name.at || !bytes.at) return error_memory(error);
    if (!scratch_allows(name))
        return error_set(error, QUANZE_BAD_DATA, "文件名“%s”不能放进证明包：不能有反斜杠、冒号、控制字符和“..”",
                         "the name \"%s\" cannot go into a bundle: no backslash, colon, control character or \"..\"", name.at);
    files->at[files->count++] = (struct bundle_file){name, bytes};
    return QUANZE_OK;
}

struct str bundle_files_join(struct bundle_files *files, struct str folder, struct str name) {
    struct buf path = {0};
    buf_put(&path, folder);
    buf_put_char(&path, '/');
    buf_put(&path, name);
    const struct str copy = path.failed ? (struct str){NULL, 0} : arena_copy(&files->arena, buf_str(&path));
    buf_free(&path);
    return copy;
}

static int by_name(const void *a, const void *b) {
    const struct bundle_file *one = a, *other = b;
    return str_compare(one->name, other->name);
}

void bundle_files_sort(struct bundle_files *files) {
    if (files->count > 0) qsort(files->at, files->count, sizeof *files->at, by_name);
}

struct str bundle_last_part(struct str path) {
    while (path.length > 1 && path.at[path.length - 1] == '/') path.length--;
    size_t start = path.length;
    while (start > 0 && path.at[start - 1] != '/') start--;
    return (struct str){path.at + start, path.length - start};
}

struct digest bundle_digest(struct str bytes) {
    struct digest_state state;
    struct digest digest;
    digest_start(&state);
    digest_add(&state, bytes);
    digest_end(&state, &digest);
    return digest;
}
