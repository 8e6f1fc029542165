#include <base/digest.h>
#include <sodium.h>
#include <stdalign.h>

_Static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(struct digest_state), "the state fits");
_Static_assert(alignof(crypto_hash_sha256_state) <= alignof(struct digest_state), "the state is aligned");

static crypto_hash_sha256_state *state_of(struct digest_state *state) { return (void *)state->opaque; }

void digest_start(struct digest_state *state) { crypto_hash_sha256_init(state_of(state)); }

void digest_add(struct digest_state *state, struct str bytes) {
    crypto_hash_sha256_update(state_of(state), (const unsigned char *)bytes.at, bytes.length);
}

void digest_end(struct digest_state *state, struct digest *out) { crypto_hash_sha256_final(state_of(state), out->bytes); }

void digest_text(const struct digest *digest, char out[72]) {
    static const char hex[] = "0123456789abcdef";
    memcpy(out, "sha256:", 7);
    for (size_t i = 0; i < sizeof digest->bytes; i++) {
        out[7 + 2 * i] = hex[digest->bytes[i] >> 4];
        out[8 + 2 * i] = hex[digest->bytes[i] & 15];
    }
    out[71] = '\0';
}
