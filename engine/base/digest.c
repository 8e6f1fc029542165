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

static int hex_value(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

bool digest_parse(struct str text, struct digest *out) {
    struct digest digest;
    if (text.length != 71 || !str_starts_with(text, STR("sha256:"))) return false;
    for (size_t i = 0; i < sizeof digest.bytes; i++) {
        const int high = hex_value(text.at[7 + 2 * i]), low = hex_value(text.at[8 + 2 * i]);
        if (high < 0 || low < 0) return false;
        digest.bytes[i] = (unsigned char)(high << 4 | low);
    }
    *out = digest;
    return true;
}
