#include "world.h"

#include <decide/filter.h>

static struct world world;

static int open_world(void **state) {
    (void)state;
    world_open(&world, "tests/decide/rules");
    return 0;
}

static int close_world(void **state) {
    (void)state;
    world_close(&world);
    return 0;
}

enum standing { OUT, UNDECIDED, IN };

static enum standing place_of(const char *facts, const char *rule) {
    struct task task;
    struct derived derived = {0};
    struct rule_set in_force, candidates, undecided;
    struct validity era;
    int at = rulebook_find(world.book, str_of(rule));
    assert_true(at >= 0);
    world_task(&world, &task, facts);
    plan_in_force(world.plan, STAGE_SCREEN, world_day("2026-11-05"), &in_force, &era);
    plan_candidates(world.plan, &in_force, &task, &derived, &candidates, &undecided);
    if (!rule_set_has(&candidates, (size_t)at)) return OUT;
    return rule_set_has(&undecided, (size_t)at) ? UNDECIDED : IN;
}

static void filters_choose_rules(void **state) {
    (void)state;
    static const struct {
        const char *facts, *rule;
        enum standing expected;
    } cases[] = {{"", "TRACE-901", IN}, /* no filter */
                 {"kind=form", "TIME-901", IN},
                 {"kind=meeting", "TIME-901", OUT},
                 {"kind=none", "TIME-901", OUT},
                 {"", "TIME-901", UNDECIDED},
                 /* two conditions: one that is false is enough, one that holds is not */
                 {"kind=patrol", "RES-902", UNDECIDED},
                 {"kind=meeting", "RES-902", OUT},
                 {"issuer.binds=true", "RES-902", OUT},
                 {"kind=patrol issuer.binds=false", "RES-902", IN},
                 {"kind=patrol issuer.binds=none", "RES-902", IN},
                 /* what the index does not hold: numbers and lists */
                 {"assessment.linked=true", "BUR-902", UNDECIDED},
                 {"assessment.linked=true quota.total=999", "BUR-902", OUT},
                 {"assessment.linked=false quota.total=1000", "BUR-902", OUT},
                 {"assessment.linked=true quota.total=1000", "BUR-902", IN},
                 {"quota.total=1000", "BUR-902", UNDECIDED},
                 {"townships=青溪镇", "BUR-901", IN},
                 {"townships=城关街道", "BUR-901", OUT},
                 {"townships=none", "BUR-901", OUT},
                 {"", "BUR-901", UNDECIDED},
                 /* stage and time */
                 {"", "LIST-951", OUT},
                 {"", "BASIS-902", OUT}};
    for (size_t i = 0; i < COUNT(cases); i++)
        if (place_of(cases[i].facts, cases[i].rule) != cases[i].expected)
            fail_msg("\"%s\" and %s", cases[i].facts, cases[i].rule);
}

static void rules_have_their_time(void **state) {
    (void)state;
    const size_t old = (size_t)rulebook_find(world.book, STR("BASIS-902"));
    static const struct {
        const char *day;
        bool in_force;
        const char *from, *to; /* of the era: nothing begins or ends within it */
    } cases[] = {{"2018-12-31", false, NULL, "2018-12-31"},
                 {"2019-01-01", true, "2019-01-01", NULL},
                 {"2020-12-31", true, NULL, "2020-12-31"},
                 {"2021-01-01", false, "2021-01-01", NULL}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct rule_set in_force;
        struct validity era;
        plan_in_force(world.plan, STAGE_SCREEN, world_day(cases[i].day), &in_force, &era);
        assert_int_equal(rule_set_has(&in_force, old), cases[i].in_force);
        assert_true(validity_holds(era, world_day(cases[i].day)));
        if (cases[i].from) assert_int_equal(era.from, world_day(cases[i].from));
        if (cases[i].to) assert_int_equal(era.to, world_day(cases[i].to));
    }
}

static void the_missing_facts_of_a_filter_are_base_facts(void **state) {
    (void)state;
    struct task task;
    struct derived derived = {0};
    struct fact_set missing = {{0}};
    int at = rulebook_find(world.book, STR("RES-902"));
    fact_set_add(&derived.missing[FACT_ID_ISSUER_BINDS - FIRST_DERIVED], FACT_ID_ISSUER_KIND);
    world_task(&world, &task, "kind=patrol");
    filter_missing(&world.book->rules[at], &task, &derived, &missing);
    for (size_t i = 0; i < FACT_COUNT_ALL; i++) assert_int_equal(fact_set_has(&missing, i), i == FACT_ID_ISSUER_KIND);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(filters_choose_rules), cmocka_unit_test(rules_have_their_time),
                                       cmocka_unit_test(the_missing_facts_of_a_filter_are_base_facts)};
    return cmocka_run_group_tests(tests, open_world, close_world);
}
