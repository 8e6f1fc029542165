/* test_untold.c - what tasks do not tell never makes a light green, a body accused, or a rule passed. */
#include <audit/support.h>

static const struct audit_finding *finding_of(const struct bench *bench, const char *rule) {
    for (size_t i = 0; i < bench->report->finding_count; i++)
        if (str_equal(bench->report->findings[i].rule->id, str_of(rule))) return &bench->report->findings[i];
    return NULL;
}

static void add_share(struct bench *bench, const char *share) {
    add(bench, bench->now, TASK("t", "甲", FIRE, "木塘垸镇", "2026-10-12"), share, "admit", "", "");
}

static const struct audit_indicator *of_fire(const struct bench *bench, enum audit_indicator_id id) {
    assert_str(bench->report->departments[0].name, FIRE);
    return audit_indicator_of(bench->report, id, SUBJECT_DEPARTMENT, 0);
}

/* None of the forms that are told lacks a number; one is not told of: no green, and the rule does not pass. */
static void what_is_not_told_is_no_green(void **state) {
    struct bench *bench = *state;
    add_share(bench, "tasks 1\nforms 1\n");
    add_share(bench, "tasks 1\nforms 1\n?forms_without_approval\n");
    finish(bench);
    const struct audit_indicator *forms = of_fire(bench, AUDIT_FORMS_WITHOUT_APPROVAL);
    assert_int_equal(forms->light, LIGHT_NONE);
    assert_int_equal(forms->confidence, AUDIT_ESTIMATED);
    assert_int_equal(forms->unknown, 1);
    assert_non_null(finding_of(bench, "SCORE-019"));
    assert_int_equal(finding_of(bench, "SCORE-019")->status, STATUS_UNKNOWN);
    assert_true(fact_set_has(&finding_of(bench, "SCORE-019")->missing, FACT_ID_MONTH_FORMS_WITHOUT_APPROVAL));
}

/* All told: green again, and nothing found. */
static void what_is_all_told_is_green(void **state) {
    struct bench *bench = *state;
    add_share(bench, "tasks 1\nforms 1\n");
    add_share(bench, "tasks 1\nforms 1\n");
    finish(bench);
    assert_int_equal(of_fire(bench, AUDIT_FORMS_WITHOUT_APPROVAL)->light, LIGHT_GREEN);
    assert_int_equal(of_fire(bench, AUDIT_FORMS_WITHOUT_APPROVAL)->confidence, AUDIT_MEASURED);
    assert_null(finding_of(bench, "SCORE-019"));
}

/* What is told is red already: the rest cannot mend it. */
static void red_stays_red(void **state) {
    struct bench *bench = *state;
    add_share(bench, "tasks 1\nforms 1\nforms_without_approval 1\n");
    add_share(bench, "tasks 1\nforms 1\n?forms_without_approval\n");
    finish(bench);
    assert_int_equal(of_fire(bench, AUDIT_FORMS_WITHOUT_APPROVAL)->light, LIGHT_RED);
    assert_int_equal(of_fire(bench, AUDIT_FORMS_WITHOUT_APPROVAL)->confidence, AUDIT_ESTIMATED);
    assert_int_equal(finding_of(bench, "SCORE-019")->status, STATUS_FAIL);
}

/* One of a hundred is short, one does not tell: were it short as well, the share would be green still (up to 2 %). */
static void green_stands_when_the_rest_could_not_change_it(void **state) {
    struct bench *bench = *state;
    for (int i = 0; i < 98; i++) add_share(bench, "tasks 1\n");
    add_share(bench, "tasks 1\nshort_notice 1\n");
    add_share(bench, "tasks 1\n?short_notice\n");
    finish(bench);
    const struct audit_indicator *notice = of_fire(bench, AUDIT_SHORT_NOTICE_SHARE);
    assert_int_equal(notice->light, LIGHT_GREEN);
    assert_int_equal(notice->confidence, AUDIT_ESTIMATED);
    assert_null(finding_of(bench, "SCORE-006"));
}

/* That nothing is told to be short is not told to be nothing: no green over a figure that is not known. */
static void nothing_told_is_no_green(void **state) {
    struct bench *bench = *state;
    for (int i = 0; i < 99; i++) add_share(bench, "tasks 1\n");
    add_share(bench, "tasks 1\n?short_notice\n");
    finish(bench);
    assert_int_equal(of_fire(bench, AUDIT_SHORT_NOTICE_SHARE)->light, LIGHT_NONE);
}

/* One short of twenty is yellow; with those that do not tell it may be red: it is yellow at least. */
static void a_light_is_the_best_that_is_left_open(void **state) {
    struct bench *bench = *state;
    add_share(bench, "tasks 1\nshort_notice 1\n");
    for (int i = 0; i < 9; i++) add_share(bench, "tasks 1\n?short_notice\n");
    for (int i = 0; i < 10; i++) add_share(bench, "tasks 1\n");
    finish(bench);
    assert_int_equal(of_fire(bench, AUDIT_SHORT_NOTICE_SHARE)->light, LIGHT_YELLOW);
}

/* Nobody tells of guidance: that is no small share of guidance, and nobody is accused of it. */
static void silence_is_no_fault(void **state) {
    struct bench *bench = *state;
    for (int i = 0; i < 4; i++) add_share(bench, "tasks 1\n?guided\n");
    finish(bench);
    assert_int_equal(of_fire(bench, AUDIT_GUIDANCE_RATIO)->light, LIGHT_NONE);
    assert_int_equal(finding_of(bench, "SCORE-022")->status, STATUS_UNKNOWN);
}

/* A line of a register says nothing of plaques, apps, visits: none of them is nought. */
static void a_paper_that_is_not_finished_leaves_all_demands_open(void **state) {
    struct bench *bench = *state;
    add_share(bench, "tasks 1\nuntold 1\n");
    finish(bench);
    static const enum audit_indicator_id OPEN[] = {AUDIT_PLAQUES,  AUDIT_SITES,       AUDIT_APPS,
                                                   AUDIT_GROUPS,   AUDIT_AFTER_HOURS, AUDIT_DEPARTMENTS_SAME_DAY,
                                                   AUDIT_RANKINGS, AUDIT_SECONDMENTS, AUDIT_DEPARTMENT_VISITS};
    for (size_t i = 0; i < sizeof OPEN / sizeof *OPEN; i++) {
        assert_int_equal(county(bench, OPEN[i])->light, LIGHT_NONE);
        assert_int_equal(county(bench, OPEN[i])->confidence, AUDIT_ESTIMATED);
    }
    assert_int_equal(county(bench, AUDIT_RECALLED_RETURNED)->light, LIGHT_GREEN); /* that was decided */
    assert_int_equal(finding_of(bench, "TIME-061")->status, STATUS_UNKNOWN);
}

/* What it does demand counts. */
static void what_an_unfinished_paper_demands_counts(void **state) {
    struct bench *bench = *state;
    add_share(bench, "tasks 1\nsites 9\nuntold 1\n");
    finish(bench);
    assert_int_equal(county(bench, AUDIT_SITES)->light, LIGHT_RED);
    assert_int_equal(county(bench, AUDIT_SITES)->confidence, AUDIT_MEASURED);
}

/* A figure of the year to date rests on the months before, too. */
static void a_year_is_open_when_a_month_before_was(void **state) {
    struct bench *bench = *state;
    struct quanze_error error;
    const int august = 2026 * 12 + 7;
    add_share(bench, "tasks 1\n");
    assert_int_equal(audit_take_sum(bench->now, august, STR(""), STR(FIRE), STR("untold"), 3, &error), QUANZE_OK);
    assert_int_equal(audit_take_sum(bench->now, august, STR("木塘垸镇"), STR(FIRE), STR("untold"), 3, &error), QUANZE_OK);
    finish(bench);
    assert_int_equal(county(bench, AUDIT_PLAQUES)->unknown, 3);
    assert_int_equal(county(bench, AUDIT_PLAQUES)->light, LIGHT_NONE);
    assert_int_equal(county(bench, AUDIT_RANKINGS)->light, LIGHT_GREEN); /* of the month alone */
}

/* Of a task that was never screened nobody knows whether it is off the list or short of anything. */
static void what_was_not_screened_is_open(void **state) {
    struct bench *bench = *state;
    add(bench, bench->now, TASK("t", "甲", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\n", "", "", "");
    finish(bench);
    static const enum audit_indicator_id OPEN[] = {AUDIT_OFF_LIST_UNADMITTED, AUDIT_RECALLED_RETURNED, AUDIT_GAP_SHARE};
    for (size_t i = 0; i < sizeof OPEN / sizeof *OPEN; i++) assert_int_equal(county(bench, OPEN[i])->light, LIGHT_NONE);
    assert_int_equal(county(bench, AUDIT_PLAQUES)->light, LIGHT_GREEN);
}

/* The county is green only when each township is. */
static void one_open_township_leaves_the_county_open(void **state) {
    struct bench *bench = *state;
    add(bench, bench->now, TASK("a", "甲", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\n", "admit", "", "");
    add(bench, bench->now, TASK("b", "乙", FIRE, "青石镇", "2026-10-13"), "tasks 1\nuntold 1\n", "admit", "", "");
    finish(bench);
    const int first = list_find_township(&bench->list, STR("木塘垸镇")),
              second = list_find_township(&bench->list, STR("青石镇"));
    assert_int_equal(audit_indicator_of(bench->report, AUDIT_PLAQUES, SUBJECT_TOWNSHIP, first)->light, LIGHT_GREEN);
    assert_int_equal(audit_indicator_of(bench->report, AUDIT_PLAQUES, SUBJECT_TOWNSHIP, second)->light, LIGHT_NONE);
    assert_int_equal(county(bench, AUDIT_PLAQUES)->light, LIGHT_NONE);
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, bench_open, bench_close)
    const struct CMUnitTest tests[] = {TEST(what_is_not_told_is_no_green),
                                       TEST(what_is_all_told_is_green),
                                       TEST(red_stays_red),
                                       TEST(green_stands_when_the_rest_could_not_change_it),
                                       TEST(nothing_told_is_no_green),
                                       TEST(a_light_is_the_best_that_is_left_open),
                                       TEST(silence_is_no_fault),
                                       TEST(a_paper_that_is_not_finished_leaves_all_demands_open),
                                       TEST(what_an_unfinished_paper_demands_counts),
                                       TEST(a_year_is_open_when_a_month_before_was),
                                       TEST(what_was_not_screened_is_open),
                                       TEST(one_open_township_leaves_the_county_open)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
