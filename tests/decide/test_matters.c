#include <check.h>

#include <decide/matters.h>

static const char *const MATTERS[] = {"违规燃放烟花爆竹", "食品安全", "安全生产", "安全生产", "消防", "火",
                                      "检检检检",         "",         "森林防火"};
static const char *const TEXTS[] = {
    "",   "食品安全", "食品与安全", "全县食品安全检查", "禁止燃放烟花", "违规燃放烟花的处罚", "防火",
    "火", "检查",     "检检",       "森林与防火",       "安全",         "生产安全",           "消防安全生产火灾食品"};

static struct str text_of(const char *text) { return str_of(text); }

static void an_index_answers_as_one_by_one(void **state) {
    (void)state;
    struct arena arena = {0};
    struct str folded[COUNT(MATTERS)];
    uint32_t number_of[COUNT(MATTERS)];
    for (size_t i = 0; i < COUNT(MATTERS); i++) folded[i] = text_of(MATTERS[i]);
    struct matters matters;
    assert_true(matters_make(folded, COUNT(MATTERS), &arena, &matters, number_of));
    uint64_t *present = arena_take_array(&arena, matters_set_words(&matters), sizeof *present);
    for (size_t i = 0; i < COUNT(TEXTS); i++) {
        matters_scan(&matters, text_of(TEXTS[i]), present);
        for (size_t j = 0; j < COUNT(MATTERS); j++)
            if (matters_found(&matters, number_of[j], text_of(TEXTS[i]), present) !=
                matters_is_in(folded[j], text_of(TEXTS[i])))
                fail_msg("\"%s\" in \"%s\"", MATTERS[j], TEXTS[i]);
    }
    arena_free(&arena);
}

static void equal_matters_have_one_number(void **state) {
    (void)state;
    struct arena arena = {0};
    const struct str folded[] = {text_of("食品安全"), text_of("消防"), text_of("食品安全")};
    uint32_t number_of[COUNT(folded)];
    struct matters matters;
    assert_true(matters_make(folded, COUNT(folded), &arena, &matters, number_of));
    assert_int_equal(matters.count, 2);
    assert_int_equal(number_of[0], number_of[2]);
    assert_int_not_equal(number_of[0], number_of[1]);
    arena_free(&arena);
}

static void two_thirds_of_the_pairs_are_enough(void **state) {
    (void)state;
    static const struct {
        const char *matter, *text;
        bool found;
    } cases[] = {{"违规燃放烟花爆竹", "燃放烟花爆竹的处罚", true},
                 {"违规燃放烟花爆竹", "燃放烟花", false},
                 {"食品安全", "食品与安全", true},
                 {"消防", "防火", false},
                 {"火", "防火", true},
                 {"", "什么都行", true}};
    for (size_t i = 0; i < COUNT(cases); i++)
        if (matters_is_in(text_of(cases[i].matter), text_of(cases[i].text)) != cases[i].found)
            fail_msg("\"%s\" in \"%s\"", cases[i].matter, cases[i].text);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(an_index_answers_as_one_by_one),
                                       cmocka_unit_test(equal_matters_have_one_number),
                                       cmocka_unit_test(two_thirds_of_the_pairs_are_enough)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
