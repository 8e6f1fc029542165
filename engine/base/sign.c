#include <base/sign.h>
#include <sodium.h>

_Static_assert(crypto_sign_SEEDBYTES == sizeof(struct sign_seed), "seeds fit");
_Static_assert(crypto_sign_PUBLICKEYBYTES == sizeof(struct sign_public), "public keys fit");
_Static_assert(crypto_sign_BYTES == sizeof(struct signature), "signatures fit");

quanze_status sign_new_seed(struct sign_seed *out, struct quanze_error *error) {
    if (sodium_init() < 0)
        return error_set(error, QUANZE_INTERNAL, "系统不提供随机数，不能生成密钥",
                         "the system offers no randomness; no key can be made");
    randombytes_buf(out->bytes, sizeof out->bytes);
    return QUANZE_OK;
}

void sign_public_of(const struct sign_seed *seed, struct sign_public *out) {
    unsigned char secret[crypto_sign_SECRETKEYBYTES];
    (void)crypto_sign_seed_keypair(out->bytes, secret, seed->bytes); /* cannot fail */
    sodium_memzero(secret, sizeof secret);
}

void sign_message(const struct sign_seed *seed, struct str message, struct signature *out) {
    unsigned char secret[crypto_sign_SECRETKEYBYTES];
    struct sign_public key;
    (void)crypto_sign_seed_keypair(key.bytes, secret, seed->bytes);
    (void)crypto_sign_detached(out->bytes, NULL, (const unsigned char *)message.at, message.length, secret);
    sodium_memzero(secret, sizeof secret);
}

bool sign_holds(const struct sign_public *key, struct str message, const struct signature *signature) {
    return crypto_sign_verify_detached(signature->bytes, (const unsigned char *)message.at, message.length, key->bytes) == 0;
}

void sign_seed_text(const struct sign_seed *seed, char out[65]) {
    (void)sodium_bin2hex(out, 65, seed->bytes, sizeof seed->bytes);
}

bool sign_seed_parse(struct str text, struct sign_seed *out) {
    struct str digits = str_trim(text);
    size_t length = 0;
    return digits.length == 2 * sizeof out->bytes &&
           sodium_hex2bin(out->bytes, sizeof out->bytes, digits.at, digits.length, NULL, &length, NULL) == 0 &&
           length == sizeof out->bytes;
}
