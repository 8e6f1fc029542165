#include <base/password.h>

#include <base/digest.h>
#include <sodium.h>

#define MEMORY_BYTES ((size_t)19 * 1024 * 1024)
#define PASSES 2

_Static_assert(crypto_pwhash_STRBYTES <= PASSWORD_HASH_BYTES, "hashes fit");

static quanze_status no_randomness(struct quanze_error *error) {
    return error_set(error, QUANZE_INTERNAL, "系统不提供随机数，不能生成口令",
                     "the system offers no randomness; no secret can be made");
}

quanze_status password_hash(struct str password, char out[PASSWORD_HASH_BYTES], struct quanze_error *error) {
    if (sodium_init() < 0) return no_randomness(error);
    if (crypto_pwhash_str_alg(out, password.at, password.length, PASSES, MEMORY_BYTES, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return error_memory(error);
    return QUANZE_OK;
}

bool password_holds(const char *hash, struct str password) {
    return sodium_init() >= 0 && crypto_pwhash_str_verify(hash, password.at, password.length) == 0;
}

quanze_status password_make(char out[24], struct quanze_error *error) {
    static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789"; /* 31: without 0 1 i l o */
    if (sodium_init() < 0) return no_randomness(error);
    for (size_t i = 0; i < 23; i++) out[i] = i % 6 == 5 ? '-' : letters[randombytes_uniform((uint32_t)sizeof letters - 1)];
    out[23] = '\0';
    return QUANZE_OK;
}

quanze_status token_make(char out[TOKEN_BYTES], struct quanze_error *error) {
    unsigned char bytes[32];
    if (sodium_init() < 0) return no_randomness(error);
    randombytes_buf(bytes, sizeof bytes);
    (void)sodium_bin2hex(out, TOKEN_BYTES, bytes, sizeof bytes);
    sodium_memzero(bytes, sizeof bytes);
    return QUANZE_OK;
}

void token_hash(struct str token, char out[TOKEN_BYTES]) {
    struct digest_state state;
    struct digest digest;
    digest_start(&state);
    digest_add(&state, token);
    digest_end(&state, &digest);
    (void)sodium_bin2hex(out, TOKEN_BYTES, digest.bytes, sizeof digest.bytes);
}

bool secret_equal(struct str a, struct str b) { return a.length == b.length && sodium_memcmp(a.at, b.at, a.length) == 0; }
