/* password.h - passwords and tokens: made, kept as hashes, checked.
 *
 * A reader must believe: each guess at a kept password costs as much as a login; a
 * comparison takes as long whether it fails early or late.
 * Source: RFC 9106 (Argon2id); OWASP Password Storage Cheat Sheet (19 MiB, two passes).
 */
#ifndef BASE_PASSWORD_H
#define BASE_PASSWORD_H

#include <base/error.h>
#include <base/str.h>

#define PASSWORD_HASH_BYTES 128 /* of a hash with its NUL */
#define PASSWORD_MIN 10         /* characters of a password that a person chooses */
#define PASSWORD_MAX 256        /* bytes; longer ones only cost time */
#define TOKEN_BYTES 65          /* of a token with its NUL: 64 hex digits, 256 bits */

/* Hashes with a new salt: "$argon2id$...", NUL-ended. QUANZE_INTERNAL: no memory or no randomness. */
quanze_status password_hash(struct str password, char out[PASSWORD_HASH_BYTES], struct quanze_error *error);

/* Whether the password is the one behind the hash. Takes some 19 MiB and tens of milliseconds, whatever the answer. */
bool password_holds(const char *hash, struct str password);

/* A password to be read out once: four groups of five letters and digits that are not mistaken for each other, NUL-ended. */
quanze_status password_make(char out[24], struct quanze_error *error);

/* A new token from the system's randomness. */
quanze_status token_make(char out[TOKEN_BYTES], struct quanze_error *error);

/* What is kept of a token: its SHA-256 as 64 hex digits, NUL-ended. A token is random, so that no slow hash is needed. */
void token_hash(struct str token, char out[TOKEN_BYTES]);

/* Whether two secrets are the same, in a time that tells nothing of where they differ. */
bool secret_equal(struct str a, struct str b);

#endif
