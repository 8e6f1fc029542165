/* accounts.h - accounts made and changed by an administrator, on the page or over HTTP.
 *
 * A reader must believe: what was changed is in force, and on the disk, when a call returns; what an account signs in with is
 * told once and kept nowhere.
 */
#ifndef HTTP_ACCOUNTS_H
#define HTTP_ACCOUNTS_H

#include <http/call.h>

/* Adds the account that the fields `name`, `office` and `role` tell. Errors as of users_add; QUANZE_USAGE: no such role. */
quanze_status accounts_add(struct call *call, const struct fields *fields, bool is_program, char secret[TOKEN_BYTES],
                           struct quanze_error *error);

/* As users_reset and users_disable. */
quanze_status accounts_reset(struct call *call, struct str name, char secret[TOKEN_BYTES], struct quanze_error *error);
quanze_status accounts_disable(struct call *call, struct str name, struct quanze_error *error);

/* Copies of all accounts, in the request's arena; NULL when memory ran out. */
const struct account *accounts_all(struct call *call, size_t *count);

#endif
