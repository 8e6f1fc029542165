#include "world.h"

#include <decide/waiver.h>

static void waivers_cover_what_they_name(void **state) {
    (void)state;
    static const struct {
        const char *rule, *day, *facts;
        int department;
        enum truth expected;
        const char *missing;
    } cases[] = {{"TIME-902", "2026-11-05", "townships=木塘垸镇", 0, TRUTH_TRUE, NULL},
                 {"TIME-902", "2026-10-31", "townships=木塘垸镇", 0, TRUTH_FALSE, NULL},
                 {"TIME-902", "2026-12-01", "townships=木塘垸镇", 0, TRUTH_FALSE, NULL},
                 {"TIME-901", "2026-11-05", "townships=木塘垸镇", 0, TRUTH_FALSE, NULL},
                 {"TIME-902", "2026-11-05", "townships=木塘垸镇", 1, TRUTH_FALSE, NULL},
                 {"TIME-902", "2026-11-05", "townships=木塘垸镇", DEPARTMENT_STRANGE, TRUTH_FALSE, NULL},
                 {"TIME-902", "2026-11-05", "townships=木塘垸镇", DEPARTMENT_ABSENT, TRUTH_UNKNOWN, "issuer.name"},
                 {"TIME-902", "2026-11-05", "townships=木塘垸镇,青溪镇", 0, TRUTH_FALSE, NULL},
                 {"TIME-902", "2026-11-05", "townships=none", 0, TRUTH_FALSE, NULL},
                 {"TIME-902", "2026-11-05", "", 0, TRUTH_UNKNOWN, "townships"},
                 {"TIME-902", "2026-11-05", "townships=青溪镇", DEPARTMENT_ABSENT, TRUTH_FALSE, NULL}};
    struct world world = {0};
    world_list(&world);
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct rule rule = {.id = str_of(cases[i].rule)};
        const struct derived derived = {.issuer_department = cases[i].department};
        const struct waiver *waiver = NULL;
        struct fact_set missing = {{0}};
        struct task task;
        world_task(&world, &task, cases[i].facts);
        if (waiver_find(&world.list, &rule, &task, &derived, world_day(cases[i].day), &waiver, &missing) != cases[i].expected)
            fail_msg("case %zu", i);
        assert_int_equal(waiver != NULL, cases[i].expected == TRUTH_TRUE);
        for (size_t fact = 0; fact < FACT_COUNT_ALL; fact++)
            assert_int_equal(fact_set_has(&missing, fact),
                             cases[i].missing && str_equal(fact_at(fact)->name, str_of(cases[i].missing)));
    }
    list_free(&world.list);
    arena_free(&world.list_arena);
    arena_free(&world.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(waivers_cover_what_they_name)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
