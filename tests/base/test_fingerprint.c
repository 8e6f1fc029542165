#include <base/fingerprint.h>
#include <check.h>

/* Whether the state is fed at once or byte by byte, the digits are those of `printf abc | b2sum -l 256`. */
static void is_blake2b_256(void **state) {
    (void)state;
    static const char EXPECTED[] = "sha256:bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319";
    struct fingerprint_state one, other;
    struct digest whole, parts;
    char text[72];
    fingerprint_start(&one);
    fingerprint_add(&one, STR("abc"));
    fingerprint_end(&one, &whole);
    fingerprint_start(&other);
    for (size_t i = 0; i < 3; i++) fingerprint_add(&other, (struct str){&"abc"[i], 1});
    fingerprint_end(&other, &parts);
    assert_memory_equal(&whole, &parts, sizeof whole);
    digest_text(&whole, text);
    assert_string_equal(text + 7, EXPECTED + 7);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(is_blake2b_256)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
