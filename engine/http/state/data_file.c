#include <http/state/data_file.h>

#include <base/file.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_BYTES (16 * 1024 * 1024)

/* The path of a file, and of one that belongs to it. */
static quanze_status path_with(const char *folder, const char *name, const char *ending, char out[PATH_MAX],
                               struct quanze_error *error) {
    const int length = snprintf(out, PATH_MAX, "%s/%s%s", folder, name, ending);
    if (length > 0 && length < PATH_MAX) return QUANZE_OK;
    return error_set(error, QUANZE_USAGE, "数据文件夹的路径太长", "the path of the data folder is too long");
}

quanze_status data_path(const char *folder, const char *name, char out[PATH_MAX], struct quanze_error *error) {
    return path_with(folder, name, "", out, error);
}

static quanze_status cannot_write(const char *path, struct quanze_error *error) {
    return error_set(error, QUANZE_CANNOT_CREATE, "不能写“%s”（%s）", "cannot write \"%s\" (%s)", path, strerror(errno));
}

/* Opens one of these files, made if need be. An administrator's command works for a server under an account of its own: what it
 * makes belongs to whom the folder belongs to, so that the server can read it. */
static int open_for_owner(const char *folder, const char *path, int flags) {
    struct stat owner;
    const int descriptor = open(path, flags | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0 || geteuid() != 0) return descriptor;
    if (stat(folder, &owner) == 0 && fchown(descriptor, owner.st_uid, owner.st_gid) == 0) return descriptor;
    (void)close(descriptor);
    return -1;
}

quanze_status data_lock(const char *folder, const char *name, struct data_lock *out, struct quanze_error *error) {
    char path[PATH_MAX];
    if (path_with(folder, name, ".lock", path, error) != QUANZE_OK) return error->status;
    out->descriptor = open_for_owner(folder, path, O_RDWR);
    if (out->descriptor < 0) return cannot_write(path, error);
    int locked;
    do locked = flock(out->descriptor, LOCK_EX);
    while (locked != 0 && errno == EINTR);
    if (locked == 0) return QUANZE_OK;
    const quanze_status status = cannot_write(path, error);
    (void)close(out->descriptor);
    return status;
}

void data_unlock(struct data_lock *lock) { (void)close(lock->descriptor); }

quanze_status data_read(const char *folder, const char *name, struct arena *arena, struct str *out, bool *is_there,
                        struct quanze_error *error) {
    char path[PATH_MAX];
    if (data_path(folder, name, path, error) != QUANZE_OK) return error->status;
    *is_there = file_kind_of(path) != FILE_MISSING;
    return *is_there ? file_read(path, FILE_BYTES, arena, out, error) : QUANZE_OK;
}

static bool write_all(int descriptor, struct str bytes) {
    while (bytes.length > 0) {
        const ssize_t written = write(descriptor, bytes.at, bytes.length);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes = (struct str){bytes.at + written, bytes.length - (size_t)written};
    }
    return fsync(descriptor) == 0;
}

/* The folder's own entry has to reach the disk too. */
static bool sync_folder(const char *folder) {
    const int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool synced = fsync(descriptor) == 0;
    (void)close(descriptor);
    return synced;
}

quanze_status data_replace(const char *folder, const char *name, struct str bytes, struct quanze_error *error) {
    char path[PATH_MAX], temporary[PATH_MAX];
    if (data_path(folder, name, path, error) != QUANZE_OK) return error->status;
    if (path_with(folder, name, ".new", temporary, error) != QUANZE_OK) return error->status;
    const int descriptor = open_for_owner(folder, temporary, O_WRONLY | O_TRUNC);
    if (descriptor < 0) return cannot_write(temporary, error);
    const bool written = write_all(descriptor, bytes);
    if (close(descriptor) != 0 || !written || rename(temporary, path) != 0 || !sync_folder(folder)) {
        const quanze_status status = cannot_write(path, error);
        (void)unlink(temporary);
        return status;
    }
    return QUANZE_OK;
}

int data_unnamed(const char *path, bool is_new) {
    const int file = open(path, (is_new ? O_RDWR | O_CREAT | O_EXCL : O_RDONLY) | O_CLOEXEC, 0600);
    const int problem = errno;
    (void)unlink(path);
    errno = problem;
    return file;
}

struct str data_cut(struct str *rest, char separator) {
    const char *end = rest->length ? memchr(rest->at, separator, rest->length) : NULL;
    const struct str head = {rest->at, end ? (size_t)(end - rest->at) : rest->length};
    const size_t taken = head.length + (end != NULL);
    *rest = (struct str){rest->at + taken, rest->length - taken};
    return head;
}
