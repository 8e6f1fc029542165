#include <check.h>
#include <model/verdict.h>

static void the_worse_of_verdicts_is_a_total_order(void **state) {
    (void)state;
    for (enum verdict a = VERDICT_ADMIT; a <= VERDICT_REJECT; a++)
        for (enum verdict b = VERDICT_ADMIT; b <= VERDICT_REJECT; b++)
            for (enum verdict c = VERDICT_ADMIT; c <= VERDICT_REJECT; c++) {
                assert_int_equal(verdict_worse(a, verdict_worse(b, c)), verdict_worse(verdict_worse(a, b), c));
                assert_int_equal(verdict_worse(a, b), verdict_worse(b, a));
                assert_int_equal(verdict_worse(a, a), a);
                assert_int_equal(verdict_worse(VERDICT_ADMIT, a), a);
                assert_int_equal(verdict_worse(VERDICT_REJECT, a), VERDICT_REJECT);
                assert_true(verdict_worse(a, b) == a || verdict_worse(a, b) == b);
            }
}

static void a_harder_level_never_softens_the_verdict(void **state) {
    (void)state;
    assert_int_equal(verdict_of_level(LEVEL_INFO), VERDICT_ADMIT);
    assert_int_equal(verdict_of_level(LEVEL_WARN), VERDICT_CONDITIONAL);
    assert_int_equal(verdict_of_level(LEVEL_HOLD), VERDICT_HOLD);
    assert_int_equal(verdict_of_level(LEVEL_BLOCK), VERDICT_REJECT);
}

static void names_go_round(void **state) {
    (void)state;
    for (int i = LEVEL_INFO; i <= LEVEL_BLOCK; i++) assert_int_equal(level_find(level_name((enum level)i)), i);
    for (int i = STATUS_NOT_APPLICABLE; i <= STATUS_ERROR; i++) assert_int_equal(status_find(status_name((enum status)i)), i);
    for (int i = STAGE_SCREEN; i <= STAGE_LIST; i++) assert_int_equal(stage_find(stage_name((enum stage)i)), i);
    for (int i = 0; i < FAMILY_COUNT; i++) assert_int_equal(family_find(family_name((enum family)i)), i);
    assert_int_equal(level_find(STR("Block")), -1);
    assert_int_equal(status_find(STR("")), -1);
    assert_int_equal(stage_find(STR("screening")), -1);
    assert_int_equal(family_find(STR("lists")), -1);
}

static void verdicts_are_named_and_coded_as_the_contract_says(void **state) {
    (void)state;
    static const struct {
        enum verdict verdict;
        const char *name;
        int code;
    } cases[] = {{VERDICT_ADMIT, "admit", 0},
                 {VERDICT_CONDITIONAL, "conditional", 0},
                 {VERDICT_HOLD, "hold", 2},
                 {VERDICT_REJECT, "reject", 1}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_str(verdict_name(cases[i].verdict), cases[i].name);
        assert_int_equal(verdict_exit_code(cases[i].verdict), cases[i].code);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worse_of_verdicts_is_a_total_order), cmocka_unit_test(a_harder_level_never_softens_the_verdict),
        cmocka_unit_test(names_go_round), cmocka_unit_test(verdicts_are_named_and_coded_as_the_contract_says)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
