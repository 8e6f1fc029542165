/* users_file.h - the file of accounts: one line each, its columns parted by tabs. */
#ifndef HTTP_USERS_FILE_H
#define HTTP_USERS_FILE_H

#include <http/users.h>

/* Held while the file is changed, so that two changes come one after the other. */
struct users_lock {
    int descriptor;
};

quanze_status users_lock(const char *folder, struct users_lock *out, struct quanze_error *error);
void users_unlock(struct users_lock *lock);

/* Writes all accounts: to the disk, then in place of the old file. */
quanze_status users_write(const char *folder, const struct users *users, struct quanze_error *error);

#endif
