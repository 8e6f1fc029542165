#include <base/digest.h>
#include <base/digest_blocks.h>
#include <sodium.h>
#include <stdalign.h>

_Static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(struct digest_state), "the state fits");
_Static_assert(alignof(crypto_hash_sha256_state) <= alignof(struct digest_state), "the state is aligned");

static crypto_hash_sha256_state *state_of(struct digest_state *state) { return (void *)state->opaque; }

void digest_start(struct digest_state *state) { crypto_hash_sha256_init(state_of(state)); }

static void add_slowly(crypto_hash_sha256_state *sha, struct str bytes) {
    crypto_hash_sha256_update(sha, (const unsigned char *)bytes.at, bytes.length);
}

static struct str take(struct str *bytes, size_t count) {
    struct str taken = {bytes->at, count};
    *bytes = (struct str){bytes->at + count, bytes->length - count};
    return taken;
}

/* Whole blocks go to the processor, where it can; libsodium has the ends and everything else. Its count is in bits. */
void digest_add(struct digest_state *state, struct str bytes) {
    enum { BLOCK = 64 };
    crypto_hash_sha256_state *sha = state_of(state);
    if (bytes.length >= 2 * (size_t)BLOCK && digest_blocks_are_fast()) {
        const size_t begun = (size_t)(sha->count / 8 % BLOCK);
        if (begun > 0) add_slowly(sha, take(&bytes, BLOCK - begun));
        const size_t blocks = bytes.length / BLOCK;
        digest_blocks(sha->state, (const unsigned char *)take(&bytes, blocks * BLOCK).at, blocks);
        sha->count += (uint64_t)blocks * BLOCK * 8;
    }
    add_slowly(sha, bytes);
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
