/* scratch.c - see scratch.h. */
#include <base/scratch.h>

#include <base/alloc.h>
#include <base/buf.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_PART = 255, MAX_NAME = 1024, MAX_DEPTH = 16 };

/* What was made, the latest first: it is removed in that order. */
struct made {
    const char *path;
    bool is_folder;
    struct made *before;
};

struct scratch {
    struct arena arena;
    struct str path;
    struct made *last;
};

static quanze_status cannot_make(const char *path, struct quanze_error *error) {
    return error_set(error, QUANZE_CANNOT_CREATE, "不能在“%s”下建临时文件夹（系统错误 %d）",
                     "no temporary folder can be made in \"%s\" (system error %d)", path, errno);
}

quanze_status scratch_open(const char *parent, struct scratch **out, struct quanze_error *error) {
    struct scratch *scratch = alloc_new(sizeof *scratch);
    struct buf path = {0};
    quanze_status status = QUANZE_OK;
    buf_put_text(&path, parent);
    buf_put(&path, (struct str){"/quanze-XXXXXX", sizeof "/quanze-XXXXXX"}); /* its NUL too */
    if (!scratch || path.failed)
        status = error_memory(error);
    else if (!mkdtemp(path.at))
        status = cannot_make(parent, error);
    if (status == QUANZE_OK) {
        scratch->path = arena_copy(&scratch->arena, str_of(path.at));
        if (!scratch->path.at) {
            (void)rmdir(path.at);
            status = error_memory(error);
        }
    }
    buf_free(&path);
    if (status == QUANZE_OK)
        *out = scratch;
    else
        alloc_free(scratch);
    return status;
}

void scratch_close(struct scratch *scratch) {
    if (!scratch) return;
    for (const struct made *made = scratch->last; made; made = made->before)
        if (made->is_folder)
            (void)rmdir(made->path);
        else
            (void)unlink(made->path);
    (void)rmdir(scratch->path.at);
    arena_free(&scratch->arena);
    alloc_free(scratch);
}

const char *scratch_path(const struct scratch *scratch) { return scratch->path.at; }

static bool part_is_allowed(struct str part) {
    if (part.length == 0 || part.length > MAX_PART || str_equal(part, STR(".")) || str_equal(part, STR(".."))) return false;
    for (size_t i = 0; i < part.length; i++)
        if ((unsigned char)part.at[i] < 0x20 || part.at[i] == 0x7F || part.at[i] == '\\' || part.at[i] == ':') return false;
    return true;
}

bool scratch_allows(struct str name) {
    size_t start = 0, depth = 0;
    if (name.length > MAX_NAME) return false;
    for (size_t i = 0; i <= name.length; i++) {
        if (i < name.length && name.at[i] != '/') continue;
        if (++depth > MAX_DEPTH || !part_is_allowed((struct str){name.at + start, i - start})) return false;
        start = i + 1;
    }
    return true;
}

/* The record of what is about to be made; NULL when memory ran out. */
static struct made *made_new(struct scratch *scratch, struct str name, bool is_folder) {
    struct buf path = {0};
    struct made *made = arena_take(&scratch->arena, sizeof *made);
    buf_put(&path, scratch->path);
    buf_put_char(&path, '/');
    buf_put(&path, name);
    const struct str copy = path.failed ? (struct str){NULL, 0} : arena_copy(&scratch->arena, buf_str(&path));
    buf_free(&path);
    if (!made || !copy.at) return NULL;
    *made = (struct made){copy.at, is_folder, scratch->last};
    return made;
}

static quanze_status broke_off(const char *path, struct quanze_error *error) {
    return error_set(error, QUANZE_IO, "写“%s”时出错（系统错误 %d）", "writing \"%s\" failed (system error %d)", path, errno);
}

static quanze_status make_folders(struct scratch *scratch, struct str name, struct quanze_error *error) {
    for (size_t i = 0; i < name.length; i++) {
        if (name.at[i] != '/') continue;
        struct made *made = made_new(scratch, (struct str){name.at, i}, true);
        if (!made) return error_memory(error);
        if (mkdir(made->path, 0700) == 0)
            scratch->last = made;
        else if (errno != EEXIST)
            return broke_off(made->path, error);
    }
    return QUANZE_OK;
}

static quanze_status write_all(const struct made *made, int descriptor, struct str bytes, struct quanze_error *error) {
    size_t done = 0;
    while (done < bytes.length) {
        const ssize_t wrote = write(descriptor, bytes.at + done, bytes.length - done);
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) return broke_off(made->path, error);
        done += (size_t)wrote;
    }
    return QUANZE_OK;
}

quanze_status scratch_write(struct scratch *scratch, struct str name, struct str bytes, struct quanze_error *error) {
    if (!scratch_allows(name))
        return error_set(error, QUANZE_BAD_DATA, "“%.*s”不能作文件名", "\"%.*s\" may not be the name of a file",
                         (int)(name.length < MAX_PART ? name.length : MAX_PART), name.at);
    quanze_status status = make_folders(scratch, name, error);
    if (status != QUANZE_OK) return status;
    struct made *made = made_new(scratch, name, false);
    if (!made) return error_memory(error);
    const int descriptor = open(made->path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0 && errno == EEXIST)
        return error_set(error, QUANZE_BAD_DATA, "“%s”有两份", "there are two of \"%s\"", made->path);
    if (descriptor < 0) return broke_off(made->path, error);
    scratch->last = made;
    status = write_all(made, descriptor, bytes, error);
    if (close(descriptor) != 0 && status == QUANZE_OK) status = broke_off(made->path, error);
    return status;
}
