#include "world.h"

#include <decide/filter.h>

#include <stdlib.h>

/* A condition from words: "form|ledger", ">=100", "<=5". */
static struct condition condition_of(struct world *world, const char *fact, const char *words) {
    struct condition condition = {.fact = (enum fact_id)fact_find(str_of(fact))};
    if (words[0] == '>' || words[0] == '<') {
        condition.kind = words[0] == '>' ? CONDITION_AT_LEAST : CONDITION_AT_MOST;
        condition.limit = strtoll(words + 2, NULL, 10);
        return condition;
    }
    struct value *any_of = arena_take_array(&world->arena, 8, sizeof *any_of);
    enum fact_type type = fact_at(condition.fact)->type;
    for (const char *at = words; at && *at; condition.count++) {
        const char *end = strchr(at, '|');
        struct str word = arena_copy(&world->arena, (struct str){at, end ? (size_t)(end - at) : strlen(at)});
        if (type == FACT_CHOICE)
            any_of[condition.count] = value_number(choice_find(fact_at(condition.fact)->choices, word));
        else if (type == FACT_BOOL)
            any_of[condition.count] = value_number(str_equal(word, STR("true")));
        else if (type == FACT_COUNT || type == FACT_MONEY)
            any_of[condition.count] = value_number(strtoll(word.at, NULL, 10));
        else
            any_of[condition.count] = value_of_text(word);
        at = end ? end + 1 : NULL;
    }
    condition.any_of = any_of;
    return condition;
}

static void conditions_have_three_answers(void **state) {
    (void)state;
    static const struct {
        const char *fact, *condition, *value;
        enum truth expected;
    } cases[] = {{"kind", "form|ledger", "form", TRUTH_TRUE},
                 {"kind", "form|ledger", "patrol", TRUTH_FALSE},
                 {"kind", "form|ledger", "none", TRUTH_FALSE},
                 {"kind", "form|ledger", NULL, TRUTH_UNKNOWN},
                 {"emergency.declared", "false", "none", TRUTH_TRUE},
                 {"emergency.declared", "false", "false", TRUTH_TRUE},
                 {"emergency.declared", "true", "none", TRUTH_FALSE},
                 {"emergency.declared", "false", NULL, TRUTH_UNKNOWN},
                 {"quota.total", ">=1000", "1000", TRUTH_TRUE},
                 {"quota.total", ">=1000", "999", TRUTH_FALSE},
                 {"quota.total", ">=1000", "none", TRUTH_FALSE},
                 {"quota.total", "<=5", "none", TRUTH_TRUE},
                 {"quota.total", "0", "none", TRUTH_TRUE},
                 {"quota.total", "0|7", "7", TRUTH_TRUE},
                 {"townships", "青溪镇|城关街道", "木塘垸镇,青溪镇", TRUTH_TRUE},
                 {"townships", "青溪镇", "木塘垸镇", TRUTH_FALSE},
                 {"townships", "青溪镇", "none", TRUTH_FALSE},
                 {"townships", "", "none", TRUTH_TRUE},
                 {"powers.needed", "penalty", "licensing,penalty:占道经营", TRUTH_TRUE},
                 {"powers.needed", "penalty:占道经营", "penalty", TRUTH_FALSE},
                 {"powers.needed", "penal", "penalty", TRUTH_FALSE},
                 {"issuer.name", "消防大队", "消防大队", TRUTH_TRUE},
                 {"issuer.name", "消防大队", "none", TRUTH_FALSE}};
    struct world world = {0};
    struct derived derived = {0};
    struct task task;
    for (size_t i = 0; i < COUNT(cases); i++) {
        task_clear(&task);
        if (cases[i].value) world_set(&world, &task, cases[i].fact, cases[i].value);
        struct condition condition = condition_of(&world, cases[i].fact, cases[i].condition);
        if (filter_test(&condition, &task, &derived) != cases[i].expected)
            fail_msg("%s %s with %s", cases[i].fact, cases[i].condition, cases[i].value ? cases[i].value : "nothing");
    }
    arena_free(&world.arena);
}

static void one_end_may_decide(void **state) {
    (void)state;
    static const struct {
        const char *condition;
        enum truth expected;
    } cases[] = {{">=100", TRUTH_TRUE},    {">=240", TRUTH_TRUE},  {">=241", TRUTH_UNKNOWN}, {"<=100", TRUTH_FALSE},
                 {"<=300", TRUTH_UNKNOWN}, {"240", TRUTH_UNKNOWN}, {"300", TRUTH_UNKNOWN}};
    struct world world = {0};
    struct derived derived = {0};
    struct task task = {0};
    fact_set_add(&derived.bounded, FACT_ID_FUNDS_NEEDED);
    derived.bounds[FACT_ID_FUNDS_NEEDED - FIRST_DERIVED] = (struct bounds){value_number(240), value_number(INT64_C(1) << 50)};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct condition condition = condition_of(&world, "funds.needed", cases[i].condition);
        assert_int_equal(filter_test(&condition, &task, &derived), cases[i].expected);
    }
    arena_free(&world.arena);
}

static void a_list_that_may_grow_excludes_nothing(void **state) {
    (void)state;
    struct world world = {0};
    struct derived derived = {0};
    struct task task = {0};
    const struct value penalty = value_of_text(STR("penalty")), one = {.items = &penalty, .count = 1, .state = VALUE_GIVEN};
    fact_set_add(&derived.bounded, FACT_ID_POWERS_NEEDED);
    derived.bounds[FACT_ID_POWERS_NEEDED - FIRST_DERIVED] = (struct bounds){one, one};
    struct condition has = condition_of(&world, "powers.needed", "coercion|penalty"),
                     has_not = condition_of(&world, "powers.needed", "penalty:露天焚烧");
    assert_int_equal(filter_test(&has, &task, &derived), TRUTH_TRUE);
    assert_int_equal(filter_test(&has_not, &task, &derived), TRUTH_UNKNOWN);
    arena_free(&world.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(conditions_have_three_answers), cmocka_unit_test(one_end_may_decide),
                                       cmocka_unit_test(a_list_that_may_grow_excludes_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
