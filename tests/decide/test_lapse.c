#include "world.h"

#include <decide/lapse.h>

static struct world world;
static struct problems problems;

static int open_list(void **state) {
    (void)state;
    world = (struct world){.plan = NULL};
    world_list(&world);
    problems = (struct problems){.arena = &world.arena};
    return 0;
}

static int close_world(void **state) {
    (void)state;
    world_close(&world);
    return 0;
}

static void report(const char *today) {
    struct quanze_error error;
    problems = (struct problems){.arena = &world.arena};
    if (!world.plan) world_open_rules(&world, "tests/decide/rules");
    assert_int_equal(lapse_report(world.plan, world_day(today), &problems, &error), QUANZE_OK);
    assert_int_equal(problems.errors, 0);
}

/* How many warnings say all of that. */
static size_t count_of(const char *code, const char *words) {
    size_t count = 0;
    for (size_t i = 0; i < problems.count; i++)
        count += strcmp(problems.at[i].code, code) == 0 && strstr(problems.at[i].en.at, words) != NULL;
    return count;
}

static void a_power_that_ends_soon_names_what_needs_it(void **state) {
    (void)state;
    world.list.powers[0].validity.to = world_day("2026-12-31");
    static const struct {
        const char *today;
        bool told;
    } rows[] = {{"2026-10-31", false}, {"2026-11-01", true}, {"2026-12-31", true}, {"2027-01-01", false}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        report(rows[i].today);
        if ((count_of("lapses-soon", "penalty") > 0) != rows[i].told) fail_msg("%s", rows[i].today);
    }
    report("2026-12-01");
    assert_int_equal(count_of("lapses-soon", "items left without it: C-020"), 1); /* the fireworks */
    assert_int_equal(count_of("lapses-soon", "in 30 days"), 1);
    assert_int_equal(count_of("lapses-soon", "rules that ask for powers: "), 1);
}

static void a_power_that_another_carries_on_leaves_nothing_behind(void **state) {
    (void)state;
    world.list.powers[0].validity.to = world_day("2026-12-31");
    world.list.powers[4] = world.list.powers[0];
    world.list.powers[4].validity = (struct validity){world_day("2027-01-01"), DAY_NONE};
    report("2026-12-01");
    assert_int_equal(count_of("lapses-soon", "penalty"), 1);
    assert_int_equal(count_of("lapses-soon", "items left"), 0);
}

static void items_and_waivers_end_too(void **state) {
    (void)state;
    world.list.items[WORLD_FIRE].validity.to = world_day("2026-12-24");
    report("2026-11-20");
    assert_int_equal(count_of("lapses-soon", "item C-014 ends on 2026-12-24"), 1);
    assert_int_equal(count_of("lapses-soon", "waiver W-1 ends on 2026-11-30"), 1);
    assert_int_equal(count_of("lapses-soon", "binds again: TIME-902"), 1);
    report("2026-10-31"); /* the waiver has not begun */
    assert_int_equal(count_of("lapses-soon", "waiver"), 0);
}

static void delegated_powers_are_evaluated_every_year(void **state) {
    (void)state;
    world.list.powers[0].evaluated_on = world_day("2026-01-31");
    world.list.powers[1].evaluated_on = world_day("2020-01-31"); /* statutory: nobody takes it away */
    static const struct {
        const char *today, *says;
    } rows[] = {{"2026-12-01", NULL},
                {"2026-12-02", "due by 2027-01-31"},
                {"2027-01-31", "is due by 2027-01-31"},
                {"2027-02-01", "was due by 2027-01-31"}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        report(rows[i].today);
        assert_int_equal(problems.warnings > 0 ? count_of("evaluation-due", "") : 0, rows[i].says ? 1 : 0);
        if (rows[i].says) assert_int_equal(count_of("evaluation-due", rows[i].says), 1);
    }
}

static void a_list_sets_how_soon_and_how_often(void **state) {
    (void)state;
    struct parameter own[] = {
        {.name = STR("lapse_warning_days"), .value = 10, .validity = {DAY_NONE, DAY_NONE}, .published_on = DAY_NONE},
        {.name = STR("evaluation_months"), .value = 1, .validity = {DAY_NONE, DAY_NONE}, .published_on = DAY_NONE}};
    world.list.parameters = own;
    world.list.parameter_count = COUNT(own);
    world.list.powers[0].evaluated_on = world_day("2026-01-31");
    report("2026-02-18");
    assert_int_equal(count_of("evaluation-due", "due by 2026-02-28"), 1); /* no 31 February */
    report("2026-02-17");
    assert_int_equal(count_of("evaluation-due", ""), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_power_that_ends_soon_names_what_needs_it, open_list, close_world),
        cmocka_unit_test_setup_teardown(a_power_that_another_carries_on_leaves_nothing_behind, open_list, close_world),
        cmocka_unit_test_setup_teardown(items_and_waivers_end_too, open_list, close_world),
        cmocka_unit_test_setup_teardown(delegated_powers_are_evaluated_every_year, open_list, close_world),
        cmocka_unit_test_setup_teardown(a_list_sets_how_soon_and_how_often, open_list, close_world),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
