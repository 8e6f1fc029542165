#include <base/digest.h>
#include <check.h>
#include <sodium.h>
#include <string.h>

static void digest_of(struct str bytes, size_t piece, char out[72]) {
    struct digest_state state;
    struct digest digest;
    digest_start(&state);
    for (size_t at = 0; at < bytes.length; at += piece) {
        const size_t left = bytes.length - at;
        digest_add(&state, (struct str){bytes.at + at, left < piece ? left : piece});
    }
    digest_end(&state, &digest);
    digest_text(&digest, out);
}

/* Test vectors of FIPS 180-2, appendix B. */
static void known_answers(void **state) {
    (void)state;
    static const struct {
        const char *text, *digest;
    } cases[] = {{"", "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
                 {"abc", "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
                 {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                  "sha256:248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"}};
    for (size_t i = 0; i < COUNT(cases); i++)
        for (size_t piece = 1; piece < 70; piece += 8) {
            char text[72];
            digest_of(str_of(cases[i].text), piece, text);
            assert_string_equal(text, cases[i].digest);
        }
}

/* Long texts in pieces of any length come to what libsodium says of them as a whole. */
static void pieces_of_long_texts(void **state) {
    (void)state;
    static char bytes[1500];
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (char)(i * 2654435761u >> 13);
    for (size_t length = 0; length < sizeof bytes; length += 61)
        for (size_t piece = 1; piece <= length; piece += 1 + piece / 3) {
            unsigned char hash[crypto_hash_sha256_BYTES];
            struct digest whole;
            char text[72], expected[72];
            crypto_hash_sha256(hash, (const unsigned char *)bytes, length);
            memcpy(whole.bytes, hash, sizeof whole.bytes);
            digest_text(&whole, expected);
            digest_of((struct str){bytes, length}, piece, text);
            if (strcmp(text, expected) != 0) fail_msg("%zu bytes by %zu: %s", length, piece, text);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(known_answers), cmocka_unit_test(pieces_of_long_texts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
