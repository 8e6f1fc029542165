#include <base/person.h>
#include <check.h>

static bool are_two(const char *one, const char *other) {
    bool two = false;
    assert_true(person_are_two(str_of(one), str_of(other), &two));
    return two;
}

static void the_same_person_in_another_spelling(void **state) {
    static const char *const SAME[][2] = {{"张三", "张三"},
                                          {"张三", "張三"},
                                          {"张三", " 张　三 "},
                                          {"劉國華", "刘国华"},
                                          {"Ｌｉ　Ｍｉｎｇ", "li ming"},
                                          {"买买提·吐尔逊", "买买提•吐尔逊"},
                                          {"买买提·吐尔逊", "買買提吐爾遜"},
                                          {"县编办/张三", "县减负办／張 三"},
                                          {"县编办/张三", "张三"},
                                          {"张三（县编办）", "张三"},
                                          {"张\xE2\x80\x8B三", "张三"}};
    (void)state;
    for (size_t i = 0; i < sizeof SAME / sizeof *SAME; i++) {
        if (are_two(SAME[i][0], SAME[i][1])) fail_msg("%s and %s are taken for two", SAME[i][0], SAME[i][1]);
        if (are_two(SAME[i][1], SAME[i][0])) fail_msg("%s and %s are taken for two", SAME[i][1], SAME[i][0]);
    }
}

static void two_people(void **state) {
    (void)state;
    assert_true(are_two("张三", "李四"));
    assert_true(are_two("县编办/张三", "县编办/李四"));
    assert_true(are_two("于伟", "於伟"));
    assert_true(are_two("县水利局", "县减负办"));
}

/* Nobody is not a second person. */
static void nobody(void **state) {
    static const char *const NOBODY[] = {"", "　", "县编办/", "·"};
    (void)state;
    for (size_t i = 0; i < sizeof NOBODY / sizeof *NOBODY; i++) {
        assert_false(are_two("张三", NOBODY[i]));
        assert_false(are_two(NOBODY[i], "张三"));
        assert_false(are_two(NOBODY[i], NOBODY[i]));
    }
}

/* The table can be searched: in order, and what it gives stands in it no more. */
static void folding_twice_changes_nothing(void **state) {
    struct arena arena = {0};
    (void)state;
    for (int32_t point = 0x3400; point < 0xA000; point++) {
        const char text[] = {(char)(0xE0 | point >> 12), (char)(0x80 | (point >> 6 & 63)), (char)(0x80 | (point & 63))};
        const struct str once = person_fold(&arena, (struct str){text, sizeof text});
        if (!str_equal(once, person_fold(&arena, once))) fail_msg("U+%04X", (unsigned)point);
    }
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_same_person_in_another_spelling), cmocka_unit_test(two_people),
                                       cmocka_unit_test(nobody), cmocka_unit_test(folding_twice_changes_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
