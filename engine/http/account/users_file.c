#include <http/account/users_file.h>

#include <base/alloc.h>
#include <base/buf.h>
#include <http/state/data_file.h>
#include <sys/stat.h>

#define HEAD "quanze/users/1"
#define COLUMNS 6 /* name, role, office, kind and state, since, secret */

static bool copy(char *out, size_t size, struct str text) {
    if (text.length >= size) return false;
    memcpy(out, text.at, text.length);
    out[text.length] = '\0';
    return true;
}

/* "person", "program", with " disabled" or " new" behind it. */
static bool read_kind(struct str text, struct account *out) {
    const struct str kind = data_cut(&text, ' ');
    out->is_program = str_equal(kind, STR("program"));
    out->is_disabled = str_equal(text, STR("disabled"));
    out->must_change = str_equal(text, STR("new"));
    return (out->is_program || str_equal(kind, STR("person"))) && (text.length == 0 || out->is_disabled || out->must_change);
}

static bool read_account(struct str line, struct account *out) {
    struct str column[COLUMNS];
    size_t count = 0;
    while (count < COLUMNS && (line.length > 0 || count == 0)) column[count++] = data_cut(&line, '\t');
    if (count < COLUMNS || line.length > 0) return false;
    out->role = role_find(column[1]);
    return out->role != ROLE_NONE && column[0].length > 0 && copy(out->name, sizeof out->name, column[0]) &&
           copy(out->office, sizeof out->office, column[2]) && read_kind(column[3], out) &&
           copy(out->since, sizeof out->since, column[4]) && copy(out->secret, sizeof out->secret, column[5]);
}

static quanze_status read_lines(struct str text, const char *path, struct users *out, struct quanze_error *error) {
    size_t capacity = 0;
    const struct str head = data_cut(&text, '\n');
    if (!str_equal(head, STR(HEAD)))
        return error_at(error, QUANZE_BAD_DATA, (struct place){path, 1, 1}, "第一行应为 %s", "the first line should be %s",
                        HEAD);
    for (unsigned line = 2; text.length > 0; line++) {
        struct account *grown = alloc_grow(out->at, &capacity, out->count + 1, sizeof *grown);
        if (!grown) return error_memory(error);
        out->at = grown;
        memset(&out->at[out->count], 0, sizeof *out->at);
        if (!read_account(data_cut(&text, '\n'), &out->at[out->count]))
            return error_at(error, QUANZE_BAD_DATA, (struct place){path, line, 1}, "这一行不是账号，应有以制表符分开的 %d 栏",
                            "this line is no account; expected %d columns parted by tabs", COLUMNS);
        out->count++;
    }
    return QUANZE_OK;
}

void users_look(const char *folder, struct users_mark *out) {
    char path[PATH_MAX];
    struct stat info;
    struct quanze_error ignored;
    *out = (struct users_mark){0};
    if (data_path(folder, USERS_FILE, path, &ignored) != QUANZE_OK || stat(path, &info) != 0) return;
    *out = (struct users_mark){info.st_ino, (uint64_t)info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec};
}

quanze_status users_read(const char *folder, struct users *out, struct quanze_error *error) {
    char path[PATH_MAX];
    bool is_there = false;
    struct arena arena = {0};
    struct str text;
    struct users users = {0};
    quanze_status status = data_path(folder, USERS_FILE, path, error);
    if (status == QUANZE_OK) status = data_read(folder, USERS_FILE, &arena, &text, &is_there, error);
    if (status == QUANZE_OK && is_there) status = read_lines(text, path, &users, error);
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

quanze_status users_write(const char *folder, const struct users *users, struct quanze_error *error) {
    struct buf text = {0};
    buf_put_text(&text, HEAD "\n");
    for (size_t i = 0; i < users->count; i++) put_account(&text, &users->at[i]);
    const quanze_status status = text.failed ? error_memory(error) : data_replace(folder, USERS_FILE, buf_str(&text), error);
    buf_free(&text);
    return status;
}
