/* What would cure a failed rule. */
#include <rule/support.h>

static bool remedy_of(struct rule_parts parts, struct fixture **fixture, struct rule_remedy *remedy, bool *broke) {
    static struct calendar calendar;
    make_calendar(&calendar);
    *fixture = fixture_of(&parts);
    open_core(*fixture, &calendar, false);
    give_number(*fixture, "staff.required", 3);
    return rule_remedy((*fixture)->core, 0, &(*fixture)->facts, &(*fixture)->arena, remedy, broke);
}

static void test_a_remedy_sets_facts(void **state) {
    (void)state;
    static const struct {
        const char *remedy;
        size_t fact;
        int64_t number;
    } SETS[] = {
        {"function(n, p) return set('staff.required', 2) end", FACT_ID_STAFF_REQUIRED, 2},
        {"function(n, p) return set('staff.required', 2.0) end", FACT_ID_STAFF_REQUIRED, 2},
        {"function(n, p) return set('funds.provided', 12050) end", FACT_ID_FUNDS_PROVIDED, 12050},
        {"function(n, p) return set('training.hours', 1.5) end", FACT_ID_TRAINING_HOURS, 1500},
        {"function(n, p) return set('assessment.sample_ratio', 0.3) end", FACT_ID_ASSESSMENT_SAMPLE_RATIO, 300000},
        {"function(n, p) return set('due_at', 1234567.9) end", FACT_ID_DUE_AT, 1234567},
        {"function(n, p) return set('document.date', 14401) end", FACT_ID_DOCUMENT_DATE, 10},
        {"function(n, p) return set('demands.photos', false) end", FACT_ID_DEMANDS_PHOTOS, 0},
        {"function(n, p) return set('consultation.legality_review', true) end", FACT_ID_CONSULTATION_LEGALITY_REVIEW, DAY_NONE},
    };
    for (size_t i = 0; i < sizeof SETS / sizeof SETS[0]; i++) {
        struct fixture *fixture;
        struct rule_remedy remedy;
        bool broke = true;
        assert_true(remedy_of((struct rule_parts){.remedy = SETS[i].remedy}, &fixture, &remedy, &broke));
        assert_false(broke);
        assert_int_equal(remedy.set_count, 1);
        assert_int_equal(remedy.sets[0].fact, SETS[i].fact);
        assert_int_equal(remedy.sets[0].value.state, VALUE_GIVEN);
        assert_int_equal(remedy.sets[0].value.number, SETS[i].number);
        assert_null(remedy.message);
        fixture_free(fixture);
    }
}

static void test_a_remedy_sets_several_and_lists(void **state) {
    (void)state;
    struct fixture *fixture;
    struct rule_remedy remedy;
    bool broke = true;
    assert_true(remedy_of(
        (struct rule_parts){
            .remedy = "function(n, p) return { set('actions', { 'a', 'b' }), set('demands.forms', {}), set('kind', 'memo'),\n"
                      " set('title', '新'), set('due_at', false) } end"},
        &fixture, &remedy, &broke));
    assert_int_equal(remedy.set_count, 5);
    assert_true(str_equal(value_text(&remedy.sets[0].value.items[1]), STR("b")));
    assert_int_equal(remedy.sets[1].value.state, VALUE_NONE);
    assert_int_equal(remedy.sets[2].value.number, choice_find(fact_at(FACT_ID_KIND)->choices, STR("memo")));
    assert_true(str_equal(value_text(&remedy.sets[3].value), STR("新")));
    assert_int_equal(remedy.sets[4].value.state, VALUE_NONE);
    fixture_free(fixture);
}

/* The words of the cure take the values of the failure, then of the sets, then of the parameters. */
static void test_the_words_of_a_cure(void **state) {
    (void)state;
    struct fixture *fixture;
    struct rule_remedy remedy;
    bool broke = true;
    struct rule_parts parts = {.parameters = "{ limit = { default = 2, unit = 'u', source = 's' } }",
                               .says = "{ many = { zh = '{n}', en = '{n}' }, cure = { zh = '{n} {limit} {staff.required}', en "
                                       "= '{n} {limit} {staff.required}' } }",
                               .remedy = "function(n, p) return set('staff.required', p.limit) end"};
    assert_true(remedy_of(parts, &fixture, &remedy, &broke));
    assert_true(str_equal(remedy.message->key, STR("cure")));
    assert_int_equal(remedy.value_count, 3);
    assert_true(remedy.values[0].kind == RULE_VALUE_NUMBER && remedy.values[0].number == 2);
    assert_true(remedy.values[1].kind == RULE_VALUE_INTEGER && remedy.values[1].integer == 3);
    assert_true(remedy.values[2].kind == RULE_VALUE_INTEGER && remedy.values[2].integer == 2);
    fixture_free(fixture);
}

static void test_remedies_that_are_none(void **state) {
    (void)state;
    static const struct {
        const char *remedy;
        bool broke;
    } NONE[] = {
        {"false", false},
        {"function(n, p) return nil end", false},
        {"function(n, p) return set('due_at', calendar.add_workdays(0, 1)) end", false},
        {"function(n, p) return {} end", true},
        {"function(n, p) return 5 end", true},
        {"function(n, p) return { 5 } end", true},
        {"function(n, p) return pass() end", true},
        {"function(n, p) return fail('many', { n = 1 }) end", true},
        {"function(n, p) return set('powers.missing', {}) end", true},
        {"function(n, p) return set('nothing', 1) end", true},
        {"function(n, p) return set('staff.required', -1) end", true},
        {"function(n, p) return set('staff.required', 1.5) end", true},
        {"function(n, p) return set('kind', 'from') end", true},
        {"function(n, p) return set('due_at', '2024-01-02') end", true},
        {"function(n, p) return set('due_at', 1e18) end", true},
        {"function(n, p) return set('staff.required', nil) end", true},
        {"function(n, p) local t = {} for i = 1, 9 do t[i] = set('staff.required', i) end return t end", true},
        {"function(n, p) while true do end end", true},
        {"function(n, p) return n.x.y end", true},
    };
    for (size_t i = 0; i < sizeof NONE / sizeof NONE[0]; i++) {
        struct fixture *fixture;
        struct rule_remedy remedy;
        bool broke = !NONE[i].broke;
        assert_false(remedy_of((struct rule_parts){.remedy = NONE[i].remedy}, &fixture, &remedy, &broke));
        if (broke != NONE[i].broke) fail_msg("%s", NONE[i].remedy);
        assert_int_equal(run(fixture), STATUS_FAIL);
        fixture_free(fixture);
    }
}

static void test_a_rule_that_passes_has_no_remedy(void **state) {
    (void)state;
    struct fixture *fixture = fixture_of(&(struct rule_parts){.remedy = "function(n, p) return set('staff.required', 2) end"});
    open_core(fixture, NULL, false);
    give_number(fixture, "staff.required", 1);
    struct rule_remedy remedy;
    bool broke = true;
    assert_false(rule_remedy(fixture->core, 0, &fixture->facts, &fixture->arena, &remedy, &broke));
    assert_false(broke);
    fixture_free(fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_remedy_sets_facts),
        cmocka_unit_test(test_a_remedy_sets_several_and_lists),
        cmocka_unit_test(test_the_words_of_a_cure),
        cmocka_unit_test(test_remedies_that_are_none),
        cmocka_unit_test(test_a_rule_that_passes_has_no_remedy),
    };
    return cmocka_run_group_tests_name("rule/remedy", tests, NULL, NULL);
}
