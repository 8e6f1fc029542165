#include <http/users_file.h>

#include <base/alloc.h>
#include <base/buf.h>
#include <base/file.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

#define HEAD "quanze/users/1"
#define FILE_BYTES (16 * 1024 * 1024)
#define COLUMNS 6 /* name, role, office, kind and state, since, secret */

static bool path_of(const char *folder, const char *name, char out[PATH_MAX], struct quanze_error *error) {
    const int length = snprintf(out, PATH_MAX, "%s/%s", folder, name);
    if (length > 0 && length < PATH_MAX) return true;
    (void)error_set(error, QUANZE_USAGE, "数据文件夹的路径太长", "the path of the data folder is too long");
    return false;
}

static quanze_status cannot_write(const char *path, struct quanze_error *error) {
    return error_set(error, QUANZE_CANNOT_CREATE, "不能写“%s”（%s）", "cannot write \"%s\" (%s)", path, strerror(errno));
}

quanze_status users_lock(const char *folder, struct users_lock *out, struct quanze_error *error) {
    char path[PATH_MAX];
    if (!path_of(folder, "users.lock", path, error)) return error->status;
    out->descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (out->descriptor < 0) return cannot_write(path, error);
    int locked;
    do locked = flock(out->descriptor, LOCK_EX);
    while (locked != 0 && errno == EINTR);
    if (locked == 0) return QUANZE_OK;
    const quanze_status status = cannot_write(path, error);
    (void)close(out->descriptor);
    return status;
}

void users_unlock(struct users_lock *lock) { (void)close(lock->descriptor); }

static struct str cut(struct str *rest, char separator) {
    const char *end = rest->length ? memchr(rest->at, separator, rest->length) : NULL;
    const struct str head = {rest->at, end ? (size_t)(end - rest->at) : rest->length};
    const size_t taken = head.length + (end != NULL);
    *rest = (struct str){rest->at + taken, rest->length - taken};
    return head;
}

static bool copy(char *out, size_t size, struct str text) {
    if (text.length >= size) return false;
    memcpy(out, text.at, text.length);
    out[text.length] = '\0';
    return true;
}

/* "person", "program", with " disabled" or " new" behind it. */
static bool read_kind(struct str text, struct account *out) {
    const struct str kind = cut(&text, ' ');
    out->is_program = str_equal(kind, STR("program"));
    out->is_disabled = str_equal(text, STR("disabled"));
    out->must_change = str_equal(text, STR("new"));
    return (out->is_program || str_equal(kind, STR("person"))) && (text.length == 0 || out->is_disabled || out->must_change);
}

static bool read_account(struct str line, struct account *out) {
    struct str column[COLUMNS];
    size_t count = 0;
    while (count < COLUMNS && (line.length > 0 || count == 0)) column[count++] = cut(&line, '\t');
    if (count < COLUMNS || line.length > 0) return false;
    out->role = role_find(column[1]);
    return out->role != ROLE_NONE && column[0].length > 0 && copy(out->name, sizeof out->name, column[0]) &&
           copy(out->office, sizeof out->office, column[2]) && read_kind(column[3], out) &&
           copy(out->since, sizeof out->since, column[4]) && copy(out->secret, sizeof out->secret, column[5]);
}

static quanze_status read_lines(struct str text, const char *path, struct users *out, struct quanze_error *error) {
    size_t capacity = 0;
    const struct str head = cut(&text, '\n');
    if (!str_equal(head, STR(HEAD)))
        return error_at(error, QUANZE_BAD_DATA, (struct place){path, 1, 1}, "第一行应为 %s", "the first line should be %s",
                        HEAD);
    for (unsigned line = 2; text.length > 0; line++) {
        struct account *grown = alloc_grow(out->at, &capacity, out->count + 1, sizeof *grown);
        if (!grown) return error_memory(error);
        out->at = grown;
        memset(&out->at[out->count], 0, sizeof *out->at);
        if (!read_account(cut(&text, '\n'), &out->at[out->count]))
            return error_at(error, QUANZE_BAD_DATA, (struct place){path, line, 1}, "这一行不是账号，应有以制表符分开的 %d 栏",
                            "this line is no account; expected %d columns parted by tabs", COLUMNS);
        out->count++;
    }
    return QUANZE_OK;
}

quanze_status users_read(const char *folder, struct users *out, struct quanze_error *error) {
    char path[PATH_MAX];
    struct arena arena = {0};
    struct str text;
    struct users users = {0};
    if (!path_of(folder, "users", path, error)) return error->status;
    if (file_kind_of(path) == FILE_MISSING) {
        *out = users;
        return QUANZE_OK;
    }
    quanze_status status = file_read(path, FILE_BYTES, &arena, &text, error);
    if (status == QUANZE_OK) status = read_lines(text, path, &users, error);
    arena_free(&arena);
    if (status == QUANZE_OK)
        *out = users;
    else
        users_free(&users);
    return status;
}

void users_free(struct users *users) {
    alloc_free(users->at);
    *users = (struct users){0};
}

static void put_account(struct buf *out, const struct account *account) {
    const char *state = account->is_disabled ? " disabled" : account->must_change ? " new" : "";
    buf_printf(out, "%s\t%s\t%s\t%s%s\t%s\t%s\n", account->name, role_name(account->role), account->office,
               account->is_program ? "program" : "person", state, account->since, account->secret);
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

static quanze_status replace(const char *folder, struct str bytes, struct quanze_error *error) {
    char path[PATH_MAX], temporary[PATH_MAX];
    if (!path_of(folder, "users", path, error) || !path_of(folder, "users.new", temporary, error)) return error->status;
    const int descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0) return cannot_write(temporary, error);
    const bool written = write_all(descriptor, bytes);
    if (close(descriptor) != 0 || !written || rename(temporary, path) != 0 || !sync_folder(folder)) {
        const quanze_status status = cannot_write(path, error);
        (void)unlink(temporary);
        return status;
    }
    return QUANZE_OK;
}

quanze_status users_write(const char *folder, const struct users *users, struct quanze_error *error) {
    struct buf text = {0};
    buf_put_text(&text, HEAD "\n");
    for (size_t i = 0; i < users->count; i++) put_account(&text, &users->at[i]);
    const quanze_status status = text.failed ? error_memory(error) : replace(folder, buf_str(&text), error);
    buf_free(&text);
    return status;
}
