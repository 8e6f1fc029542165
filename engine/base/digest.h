/* digest.h - SHA-256 of what was read, so that a verdict can name its versions. The only file with sodium.h. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <base/str.h>

struct digest {
    unsigned char bytes[32];
};

struct digest_state {
    _Alignas(16) unsigned char opaque[128]; /* holds a crypto_hash_sha256_state; checked by static assertions */
};

void digest_start(struct digest_state *state);
void digest_add(struct digest_state *state, struct str bytes);
void digest_end(struct digest_state *state, struct digest *out);

/* "sha256:" and 64 hex digits, NUL-ended: 72 bytes. */
void digest_text(const struct digest *digest, char out[72]);

/* Reads that back; false when it is anything else. */
bool digest_parse(struct str text, struct digest *out);

#endif
