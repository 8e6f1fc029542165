#include <base/password.h>
#include <check.h>

static void a_password_holds_and_no_other(void **state) {
    (void)state;
    char hash[PASSWORD_HASH_BYTES], again[PASSWORD_HASH_BYTES];
    struct quanze_error error;
    assert_int_equal(password_hash(STR("正确的口令"), hash, &error), QUANZE_OK);
    assert_int_equal(password_hash(STR("正确的口令"), again, &error), QUANZE_OK);
    assert_int_equal(strncmp(hash, "$argon2id$v=19$m=19456,t=2,p=1$", 31), 0);
    assert_string_not_equal(hash, again); /* each has its own salt */
    assert_true(password_holds(hash, STR("正确的口令")));
    assert_true(password_holds(again, STR("正确的口令")));
    assert_false(password_holds(hash, STR("正确的口")));
    assert_false(password_holds(hash, STR("")));
    assert_false(password_holds("no hash", STR("no hash")));
    assert_false(password_holds("", STR("")));
}

static void what_is_made_is_new_each_time(void **state) {
    (void)state;
    char one[24], two[24], token[TOKEN_BYTES], other[TOKEN_BYTES], hash[TOKEN_BYTES];
    struct quanze_error error;
    assert_int_equal(password_make(one, &error), QUANZE_OK);
    assert_int_equal(password_make(two, &error), QUANZE_OK);
    assert_string_not_equal(one, two);
    assert_int_equal(strlen(one), 23);
    assert_int_equal(strspn(one, "abcdefghjkmnpqrstuvwxyz23456789-"), 23);
    assert_int_equal(token_make(token, &error), QUANZE_OK);
    assert_int_equal(token_make(other, &error), QUANZE_OK);
    assert_string_not_equal(token, other);
    assert_int_equal(strlen(token), 64);
    assert_int_equal(strspn(token, "0123456789abcdef"), 64);
    token_hash(STR("abc"), hash);
    assert_string_equal(hash, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void secrets_are_compared_whole(void **state) {
    (void)state;
    assert_true(secret_equal(STR("abc"), STR("abc")));
    assert_true(secret_equal(STR(""), STR("")));
    assert_false(secret_equal(STR("abc"), STR("abd")));
    assert_false(secret_equal(STR("abc"), STR("ab")));
    assert_false(secret_equal(STR(""), STR("a")));
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_password_holds_and_no_other),
        cmocka_unit_test(what_is_made_is_new_each_time),
        cmocka_unit_test(secrets_are_compared_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
