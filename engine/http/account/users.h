/* users.h - the accounts, in one file of the data folder.
 *
 * A reader must believe: the file is replaced whole and is on the disk when a call returns; a server and a command may
 * change it at the same time; no password or token can be got out of it; the last administrator cannot be disabled.
 */
#ifndef HTTP_USERS_H
#define HTTP_USERS_H

#include <base/password.h>
#include <http/account/role.h>

#define USER_NAME_BYTES 65
#define USER_OFFICE_BYTES 129

struct account {
    char name[USER_NAME_BYTES], office[USER_OFFICE_BYTES];
    enum role role;
    bool is_program; /* signs in with a token, not with a password */
    bool is_disabled;
    bool must_change; /* the password was made by somebody else */
    char since[11];   /* YYYY-MM-DD */
    char secret[PASSWORD_HASH_BYTES];
};

struct users {
    struct account *at;
    size_t count;
};

/* Which file of accounts there is: another one whenever the accounts were changed. All 0: none. */
struct users_mark {
    uint64_t file, bytes;
    int64_t written_s, written_ns;
};

void users_look(const char *folder, struct users_mark *out);

/* All accounts; none when there is no file yet. QUANZE_BAD_DATA with the line that is not as it should be. */
quanze_status users_read(const char *folder, struct users *out, struct quanze_error *error);
void users_free(struct users *users);

/* The account of that name, or NULL. */
const struct account *users_find(const struct users *users, struct str name);

/* The account behind a token, or NULL. */
const struct account *users_find_token(const struct users *users, struct str token);

/* Adds an account (name, office, role, is_program, since); what it signs in with is written to `secret`, once, and kept as a
 * hash. QUANZE_USAGE: the name is taken or cannot be one, the office is missing. */
quanze_status users_add(const char *folder, const struct account *account, char secret[TOKEN_BYTES],
                        struct quanze_error *error);

/* A new password or token for an account, which is then enabled again. QUANZE_NO_INPUT with the nearest name. */
quanze_status users_reset(const char *folder, struct str name, char secret[TOKEN_BYTES], struct quanze_error *error);

quanze_status users_disable(const char *folder, struct str name, struct quanze_error *error);

/* The password that a person has chosen. QUANZE_USAGE: too short, too long, or the one that it has. */
quanze_status users_choose_password(const char *folder, struct str name, struct str password, struct quanze_error *error);

#endif
