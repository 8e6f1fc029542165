#include <http/account/users.h>

#include <base/alloc.h>
#include <base/utf8.h>
#include <http/account/users_file.h>
#include <http/state/data_file.h>

const struct account *users_find(const struct users *users, struct str name) {
    for (size_t i = 0; i < users->count; i++)
        if (str_equal(str_of(users->at[i].name), name)) return &users->at[i];
    return NULL;
}

const struct account *users_find_token(const struct users *users, struct str token) {
    char hash[TOKEN_BYTES];
    token_hash(token, hash);
    for (size_t i = 0; i < users->count; i++)
        if (users->at[i].is_program && secret_equal(str_of(users->at[i].secret), str_of(hash))) return &users->at[i];
    return NULL;
}

/* One line of text without control characters, and for a name without the slash that parts an office from a person. */
static bool is_word(const char *text, bool slash) {
    for (const char *at = text; *at; at++)
        if ((unsigned char)*at < 0x20 || *at == 0x7F || (*at == '/' && !slash)) return false;
    return *text && utf8_invalid_at(str_of(text)) < 0 && str_trim(str_of(text)).length == strlen(text);
}

static quanze_status check_new(const struct users *users, const struct account *account, struct quanze_error *error) {
    if (!is_word(account->name, false))
        return error_set(error, QUANZE_USAGE, "账号“%s”应为一个名字，不带“/”和空格开头",
                         "the account \"%s\" should be a name, without \"/\"", account->name);
    if (!is_word(account->office, false))
        return error_set(error, QUANZE_USAGE, "单位“%s”应为清单里的名称",
                         "the office \"%s\" should be named as the list names it", account->office);
    if (users_find(users, str_of(account->name)))
        return error_set(error, QUANZE_USAGE, "已有账号“%s”；口令丢了可以重置（reset）",
                         "there is an account \"%s\" already; a lost password can be reset", account->name);
    return QUANZE_OK;
}

/* Makes what the account signs in with. */
static quanze_status make_secret(struct account *account, char secret[TOKEN_BYTES], struct quanze_error *error) {
    account->must_change = !account->is_program;
    if (account->is_program) {
        const quanze_status status = token_make(secret, error);
        if (status == QUANZE_OK) token_hash(str_of(secret), account->secret);
        return status;
    }
    const quanze_status status = password_make(secret, error);
    return status == QUANZE_OK ? password_hash(str_of(secret), account->secret, error) : status;
}

quanze_status users_add(const char *folder, const struct account *account, char secret[TOKEN_BYTES],
                        struct quanze_error *error) {
    struct data_lock lock;
    struct users users = {0};
    quanze_status status = data_lock(folder, USERS_FILE, &lock, error);
    if (status != QUANZE_OK) return status;
    status = users_read(folder, &users, error);
    if (status == QUANZE_OK) status = check_new(&users, account, error);
    size_t capacity = users.count;
    struct account *grown = status == QUANZE_OK ? alloc_grow(users.at, &capacity, users.count + 1, sizeof *grown) : NULL;
    if (status == QUANZE_OK && !grown) status = error_memory(error);
    if (status == QUANZE_OK) {
        users.at = grown;
        grown[users.count] = *account;
        status = make_secret(&grown[users.count++], secret, error);
    }
    if (status == QUANZE_OK) status = users_write(folder, &users, error);
    users_free(&users);
    data_unlock(&lock);
    return status;
}

static quanze_status no_account(const struct users *users, struct str name, struct quanze_error *error) {
    struct arena arena = {0};
    struct str *names = arena_take_array(&arena, users->count, sizeof *names);
    for (size_t i = 0; names && i < users->count; i++) names[i] = str_of(users->at[i].name);
    const ptrdiff_t near = names ? str_nearest(name, names, users->count) : -1;
    const int length = (int)(name.length < 100 ? name.length : 100);
    if (near < 0)
        (void)error_set(error, QUANZE_NO_INPUT, "没有账号“%.*s”", "there is no account \"%.*s\"", length, name.at);
    else
        (void)error_set(error, QUANZE_NO_INPUT, "没有账号“%.*s”，是不是“%s”？",
                        "there is no account \"%.*s\"; did you mean \"%s\"?", length, name.at, names[near].at);
    arena_free(&arena);
    return QUANZE_NO_INPUT;
}

/* What is to be done to one account. */
struct change {
    quanze_status (*make)(const struct change *change, const struct users *users, struct account *account,
                          struct quanze_error *error);
    char *secret;
    struct str password;
};

static quanze_status change_account(const char *folder, struct str name, const struct change *change,
                                    struct quanze_error *error) {
    struct data_lock lock;
    struct users users = {0};
    quanze_status status = data_lock(folder, USERS_FILE, &lock, error);
    if (status != QUANZE_OK) return status;
    status = users_read(folder, &users, error);
    const struct account *found = status == QUANZE_OK ? users_find(&users, name) : NULL;
    if (status == QUANZE_OK && !found) status = no_account(&users, name, error);
    if (status == QUANZE_OK) status = change->make(change, &users, &users.at[found - users.at], error);
    if (status == QUANZE_OK) status = users_write(folder, &users, error);
    users_free(&users);
    data_unlock(&lock);
    return status;
}

static quanze_status reset(const struct change *change, const struct users *users, struct account *account,
                           struct quanze_error *error) {
    (void)users;
    account->is_disabled = false;
    return make_secret(account, change->secret, error);
}

quanze_status users_reset(const char *folder, struct str name, char secret[TOKEN_BYTES], struct quanze_error *error) {
    return change_account(folder, name, &(struct change){.make = reset, .secret = secret}, error);
}

static bool is_administrator(const struct account *account) {
    return account->role == ROLE_ADMINISTRATOR && !account->is_disabled && !account->is_program;
}

static quanze_status disable(const struct change *change, const struct users *users, struct account *account,
                             struct quanze_error *error) {
    size_t others = 0;
    (void)change;
    for (size_t i = 0; i < users->count; i++) others += &users->at[i] != account && is_administrator(&users->at[i]);
    if (is_administrator(account) && others == 0)
        return error_set(error, QUANZE_USAGE, "“%s”是最后一个管理员，不能停用",
                         "\"%s\" is the last administrator and cannot be disabled", account->name);
    account->is_disabled = true;
    account->must_change = false;
    return QUANZE_OK;
}

quanze_status users_disable(const char *folder, struct str name, struct quanze_error *error) {
    return change_account(folder, name, &(struct change){.make = disable}, error);
}

static quanze_status choose(const struct change *change, const struct users *users, struct account *account,
                            struct quanze_error *error) {
    (void)users;
    if (password_holds(account->secret, change->password))
        return error_set(error, QUANZE_USAGE, "新口令和现在的一样，请换一个",
                         "the new password is the present one; choose another");
    account->must_change = false;
    return password_hash(change->password, account->secret, error);
}

quanze_status users_choose_password(const char *folder, struct str name, struct str password, struct quanze_error *error) {
    if (utf8_invalid_at(password) >= 0 || utf8_length(password) < PASSWORD_MIN || password.length > PASSWORD_MAX)
        return error_set(error, QUANZE_USAGE, "口令至少 %d 个字，最长 %d 字节",
                         "a password has at least %d characters and at most %d bytes", PASSWORD_MIN, PASSWORD_MAX);
    return change_account(folder, name, &(struct change){.make = choose, .password = password}, error);
}
