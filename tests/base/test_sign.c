#include <base/sign.h>
#include <check.h>

/* RFC 8032, 7.1, test 2. */
static const char SEED[] = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
static const unsigned char PUBLIC[] = {0x3d, 0x40, 0x17, 0xc3, 0xe8, 0x43, 0x89, 0x5a, 0x92, 0xb7, 0x0a,
                                       0xa7, 0x4d, 0x1b, 0x7e, 0xbc, 0x9c, 0x98, 0x2c, 0xcf, 0x2e, 0xc4,
                                       0x96, 0x8c, 0xc0, 0xcd, 0x55, 0xf1, 0x2a, 0xf4, 0x66, 0x0c};

static void known_answer(void **state) {
    (void)state;
    struct sign_seed seed;
    struct sign_public key;
    struct signature signature;
    assert_true(sign_seed_parse(str_of(SEED), &seed));
    sign_public_of(&seed, &key);
    assert_memory_equal(key.bytes, PUBLIC, sizeof PUBLIC);
    sign_message(&seed, STR("r"), &signature);
    assert_int_equal(signature.bytes[0], 0x92);
    assert_int_equal(signature.bytes[63], 0x00);
    assert_true(sign_holds(&key, STR("r"), &signature));
}

static void notices_any_change(void **state) {
    (void)state;
    struct sign_seed seed;
    struct sign_public key;
    struct signature signature;
    struct quanze_error error;
    assert_int_equal(sign_new_seed(&seed, &error), QUANZE_OK);
    sign_public_of(&seed, &key);
    sign_message(&seed, STR("2026-11"), &signature);
    assert_true(sign_holds(&key, STR("2026-11"), &signature));
    assert_false(sign_holds(&key, STR("2026-12"), &signature));
    signature.bytes[5] ^= 1;
    assert_false(sign_holds(&key, STR("2026-11"), &signature));
}

static void seeds_are_text(void **state) {
    (void)state;
    struct sign_seed seed, back;
    struct quanze_error error;
    char text[65];
    assert_int_equal(sign_new_seed(&seed, &error), QUANZE_OK);
    sign_seed_text(&seed, text);
    assert_true(sign_seed_parse(str_of(text), &back));
    assert_memory_equal(&seed, &back, sizeof seed);
    assert_false(sign_seed_parse((struct str){text, 63}, &back));
    text[3] = 'x';
    assert_false(sign_seed_parse(str_of(text), &back));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(known_answer), cmocka_unit_test(notices_any_change),
                                       cmocka_unit_test(seeds_are_text)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
