#include <check.h>
#include <decide/vocabulary.h>

static void every_word_is_in_the_table(void **state) {
    (void)state;
    struct vocabulary vocabulary;
    assert_true(vocabulary_load(&vocabulary));
    assert_true(choices_of("TASK_KIND").count <= 64);
    assert_true(choices_of("ISSUER_KIND").count <= 64);
}

static void issuers_that_bind(void **state) {
    (void)state;
    static const struct {
        const char *kind;
        bool binds;
    } cases[] = {{"central", true},
                 {"provincial_government", true},
                 {"city_party_committee", true},
                 {"county_government", true},
                 {"county_party_committee", true},
                 {"county_department", false},
                 {"provincial_department", false},
                 {"coordinating_body", false},
                 {"township", false},
                 {"other", false}};
    struct vocabulary vocabulary;
    assert_true(vocabulary_load(&vocabulary));
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(
            vocabulary_has(vocabulary.binding_issuers, choice_find(choices_of("ISSUER_KIND"), str_of(cases[i].kind))),
            cases[i].binds);
}

static void acts_that_need_a_power(void **state) {
    (void)state;
    static const struct {
        const char *action, *power;
    } cases[] = {{"penalise", "penalty"}, {"处罚", "penalty"},      {"enforce", "enforcement"}, {"执法", "enforcement"},
                 {"拆除", "coercion"},    {"强制执行", "coercion"}, {"许可", "licensing"},      {"patrol", NULL},
                 {"上报", NULL},          {"inspect", NULL},        {"配合处罚", NULL},         {"", NULL}};
    struct vocabulary vocabulary;
    assert_true(vocabulary_load(&vocabulary));
    for (size_t i = 0; i < COUNT(cases); i++) {
        int expected = cases[i].power ? choice_find(choices_of("POWER"), str_of(cases[i].power)) : -1;
        assert_int_equal(vocabulary_action_power(&vocabulary, str_of(cases[i].action)), expected);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_word_is_in_the_table), cmocka_unit_test(issuers_that_bind),
                                       cmocka_unit_test(acts_that_need_a_power)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
