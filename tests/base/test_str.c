#include <base/str.h>
#include <check.h>

static void order_is_that_of_bytes(void **state) {
    (void)state;
    static const char *const ascending[] = {"", "A", "AB", "B", "a", "乡", "县", "𠮷"};
    for (size_t i = 0; i < COUNT(ascending); i++)
        for (size_t j = 0; j < COUNT(ascending); j++) {
            const int order = str_compare(str_of(ascending[i]), str_of(ascending[j]));
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
            assert_int_equal(str_equal(str_of(ascending[i]), str_of(ascending[j])), i == j);
        }
}

static void find_gives_the_first_place(void **state) {
    (void)state;
    static const struct {
        const char *hay, *needle;
        ptrdiff_t at;
    } cases[] = {{"abcabc", "abc", 0}, {"xabcabc", "abc", 1},   {"ababac", "abac", 2},   {"", "", 0},
                 {"abc", "", 0},       {"", "a", -1},           {"ab", "abc", -1},       {"abc", "c", 2},
                 {"aaa", "b", -1},     {"消防安全", "安全", 6}, {"消防安全", "全消", -1}};
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(str_find(str_of(cases[i].hay), str_of(cases[i].needle)), cases[i].at);
}

static void prefixes(void **state) {
    (void)state;
    assert_true(str_starts_with(STR("示例县消防大队"), STR("示例县")));
    assert_true(str_starts_with(STR("ab"), STR("")));
    assert_true(str_starts_with((struct str){NULL, 0}, STR("")));
    assert_false(str_starts_with(STR("ab"), STR("abc")));
    assert_false(str_starts_with(STR("ab"), STR("b")));
}

static void trim_takes_ideographic_space_too(void **state) {
    (void)state;
    assert_str(str_trim(STR(" \t\r\n　 木塘 垸　\n")), "木塘 垸");
    assert_str(str_trim(STR("　　 ")), "");
    assert_str(str_trim(STR("a")), "a");
    assert_str(str_trim(STR("\x80\x80")), "\x80\x80");
}

static void hashes_are_fixed_and_spread(void **state) {
    (void)state;
    assert_true(str_hash(STR("")) == UINT64_C(0xfdbdf6ac4fc52e7f));
    assert_true(str_hash(STR("消防")) == UINT64_C(0x8668f919dc3a875e));
    unsigned char used[4096] = {0};
    size_t taken = 0;
    for (int i = 0; i < 4096; i++) {
        char name[] = "B-0000";
        for (int digit = 5, rest = i; digit >= 2; digit--, rest /= 10) name[digit] = (char)('0' + rest % 10);
        unsigned char *slot = &used[str_hash(str_of(name)) % 4096];
        taken += *slot == 0;
        *slot = 1;
    }
    assert_true(taken > 4096 * 6 / 10); /* random placement fills 63 % */
}

static void nearest_name_is_proposed_only_when_near(void **state) {
    (void)state;
    const struct str names[] = {STR("title"), STR("townships"), STR("due_at"), STR("end_at"), STR("消防安全检查"), STR("")};
    static const struct {
        const char *wrong;
        ptrdiff_t nearest;
    } cases[] = {{"titel", 0}, {"township", 1}, {"due_at", 2}, {"due", -1},         {"xyz", -1},
                 {"", -1},     {"and_at", 3},   {"t", -1},     {"消防安全检察", 4}, {"防汛抗旱检查", -1}};
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(str_nearest(str_of(cases[i].wrong), names, COUNT(names)), cases[i].nearest);
    const struct str twins[] = {STR("abcd"), STR("abce")};
    assert_int_equal(str_nearest(STR("abcx"), twins, 2), 0);
    assert_int_equal(str_nearest(STR("abc"), NULL, 0), -1);
}

static void endless_names_are_never_near(void **state) {
    (void)state;
    char endless[5000];
    memset(endless, 'a', sizeof endless);
    const struct str names[] = {{endless, sizeof endless}};
    assert_int_equal(str_nearest((struct str){endless, sizeof endless}, names, 1), -1);
    assert_int_equal(str_nearest(STR("aaa"), names, 1), -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(order_is_that_of_bytes),
                                       cmocka_unit_test(find_gives_the_first_place),
                                       cmocka_unit_test(prefixes),
                                       cmocka_unit_test(trim_takes_ideographic_space_too),
                                       cmocka_unit_test(hashes_are_fixed_and_spread),
                                       cmocka_unit_test(nearest_name_is_proposed_only_when_near),
                                       cmocka_unit_test(endless_names_are_never_near)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
