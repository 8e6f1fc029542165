#include <check.h>
#include <model/names.h>
#include <stdio.h>

static void many_names_are_found_and_no_others(void **state) {
    (void)state;
    enum { MANY = 20000 };
    struct arena arena = {0};
    struct names names;
    assert_true(names_open(&names, MANY, &arena));
    for (int i = 0; i < MANY; i++) {
        char name[16];
        const int length = snprintf(name, sizeof name, "B-%d", i);
        const struct str kept = arena_copy(&arena, (struct str){name, (size_t)length});
        assert_int_equal(names_add(&names, kept, i * 2), -1);
        assert_int_equal(names_add(&names, kept, 1), i * 2);
    }
    for (int i = 0; i < MANY + 100; i++) {
        char name[16];
        snprintf(name, sizeof name, "B-%d", i);
        assert_int_equal(names_find(&names, str_of(name)), i < MANY ? i * 2 : -1);
    }
    names_set(&names, STR("B-7"), 5);
    assert_int_equal(names_find(&names, STR("B-7")), 5);
    arena_free(&arena);
}

static void an_empty_table_holds_nothing(void **state) {
    (void)state;
    struct arena arena = {0};
    struct names names;
    assert_true(names_open(&names, 0, &arena));
    assert_int_equal(names_find(&names, STR("")), -1);
    assert_int_equal(names_nearest(&names, STR("B-001")), -1);
    arena_free(&arena);
}

static void nearest_gives_the_number(void **state) {
    (void)state;
    struct arena arena = {0};
    struct names names;
    assert_true(names_open(&names, 2, &arena));
    names_add(&names, STR("B-001"), 40);
    names_add(&names, STR("C-014"), 41);
    assert_int_equal(names_nearest(&names, STR("C-041")), 41);
    assert_int_equal(names_nearest(&names, STR("消防")), -1);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(many_names_are_found_and_no_others),
                                       cmocka_unit_test(an_empty_table_holds_nothing),
                                       cmocka_unit_test(nearest_gives_the_number)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
