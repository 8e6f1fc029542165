/* sign.h - Ed25519: an office signs, anybody with its public key checks.
 *
 * A reader must believe: a seed is the office's secret and is written as 64 hex digits in a file of its own; the public key
 * follows from it.
 * Source: RFC 8032.
 */
#ifndef BASE_SIGN_H
#define BASE_SIGN_H

#include <base/error.h>
#include <base/str.h>

struct sign_seed {
    unsigned char bytes[32];
};

struct sign_public {
    unsigned char bytes[32];
};

struct signature {
    unsigned char bytes[64];
};

/* A new seed from the system's source of randomness. QUANZE_INTERNAL when there is none. */
quanze_status sign_new_seed(struct sign_seed *out, struct quanze_error *error);

void sign_public_of(const struct sign_seed *seed, struct sign_public *out);

/* The same seed and message give the same signature. */
void sign_message(const struct sign_seed *seed, struct str message, struct signature *out);

bool sign_holds(const struct sign_public *key, struct str message, const struct signature *signature);

/* A seed as 64 hex digits, NUL-ended, and back; white space at both ends is allowed. */
void sign_seed_text(const struct sign_seed *seed, char out[65]);
bool sign_seed_parse(struct str text, struct sign_seed *out);

#endif
