/* users_file.h - the file of accounts: one line each, its columns parted by tabs. */
#ifndef HTTP_USERS_FILE_H
#define HTTP_USERS_FILE_H

#include <http/account/users.h>

#define USERS_FILE "users"

/* Writes all accounts: to the disk, then in place of the old file. */
quanze_status users_write(const char *folder, const struct users *users, struct quanze_error *error);

#endif
