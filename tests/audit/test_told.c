/* test_told.c - what is short, stated none or not told; what breaks a rule after its correction. */
#include <audit/support.h>

#include <stdio.h>

/* Of each condition it is told apart how many tasks lack it and how many do not tell. */
static void conditions_are_counted_apart(void **state) {
    struct bench *bench = *state;
    add(bench, bench->now, TASK("1", "甲", FIRE, "木塘垸镇", "2026-10-12"),
        "tasks 1\nguided 1\n?funds_gap\n?staff_gap\n?gap_tasks\n", "hold", "", "");
    add(bench, bench->now, TASK("2", "乙", FIRE, "木塘垸镇", "2026-10-12"),
        "tasks 1\nfunds_gap 500\ngap_tasks 1\nshort_notice 1\n?power_gap\n?funds_gap\n?guided\n", "hold", "", "");
    add(bench, bench->now, TASK("3", "丙", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\n?short_notice\n", "hold", "", "");
    finish(bench);
    const struct audit_task *tasks = bench->report->tasks;
    assert_int_equal(tasks[0].untold, 1u << BALANCE_FUNDS | 1u << BALANCE_STAFF); /* and not of powers */
    assert_int_equal(tasks[0].lacks, 0);
    assert_int_equal(tasks[1].lacks, 1u << BALANCE_FUNDS | 1u << BALANCE_TIME);
    assert_int_equal(tasks[1].untold, 1u << BALANCE_POWER | 1u << BALANCE_GUIDANCE);
    assert_int_equal(tasks[2].lacks, 1u << BALANCE_GUIDANCE); /* stated that there is none */
    assert_int_equal(tasks[2].untold, 1u << BALANCE_TIME);
}

#define REST(id, demands)                                                                                                      \
    "{\"id\":\"" id "\",\"title\":\"守\",\"kind\":\"document\",\"issuer\":{\"name\":\"" FIRE                                   \
    "\"},\"townships\":[\"木塘垸镇\"],\"received_at\":\"2026-10-12T09:00\",\"demands\":{" demands "}}"

static const struct audit_finding *rest_finding(const struct bench *bench) {
    for (size_t i = 0; i < bench->report->finding_count; i++)
        if (str_equal(bench->report->findings[i].rule->id, STR("TIME-062"))) return &bench->report->findings[i];
    return NULL;
}

/* No day of rest left is 0; no task that asks for any is none; leave that is not told of is unknown: three things. */
static void days_of_rest_are_told_none_or_unknown(void **state) {
    struct bench *bench = *state;
    add(bench, bench->now, REST("1", "\"workdays_per_week\":7,\"compensatory_rest\":true"), "tasks 1\n", "admit", "", "");
    add(bench, bench->now, TASK("2", "乙", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\n", "admit", "", "");
    finish(bench);
    assert_null(rest_finding(bench));
    assert_int_equal(bench->report->county.measures->facts.value[FACT_ID_MONTH_REST_DAYS].state, VALUE_NONE);
}

static void no_day_of_rest_left_is_found(void **state) {
    struct bench *bench = *state;
    add(bench, bench->now, REST("1", "\"workdays_per_week\":7,\"compensatory_rest\":false"), "tasks 1\n", "admit", "", "");
    add(bench, bench->now, REST("2", "\"workdays_per_week\":6"), "tasks 1\n", "admit", "", "");
    finish(bench);
    assert_non_null(rest_finding(bench));
    assert_int_equal(rest_finding(bench)->status, STATUS_FAIL);
    assert_int_equal(rest_finding(bench)->tasks.count, 2);
}

static void leave_not_told_of_is_unknown(void **state) {
    struct bench *bench = *state;
    add(bench, bench->now, REST("1", "\"workdays_per_week\":6"), "tasks 1\n", "admit", "", "");
    finish(bench);
    assert_non_null(rest_finding(bench));
    assert_int_equal(rest_finding(bench)->status, STATUS_UNKNOWN);
}

static void take_correction(struct bench *bench, const char *body, const char *done_on) {
    struct quanze_error error;
    const struct audit_correction correction = {.id = STR("1"),
                                                .department = str_of(body),
                                                .rule = STR("TIME-001"),
                                                .words = STR("时限"),
                                                .opened_on = day_of("2026-08-03"),
                                                .due_on = day_of("2026-09-30"),
                                                .done_on = day_of(done_on),
                                                .state = CORRECTION_DONE};
    assert_int_equal(audit_take_correction(bench->now, &correction, &error), QUANZE_OK);
}

/* What breaks the rule of a correction after it was done has relapsed, also when the body was called by an alias; what broke it
 * before, or another body's paper, has not. */
static void a_rule_broken_after_its_correction_relapses(void **state) {
    struct bench *bench = *state;
    add(bench, bench->now, TASK("1", "甲", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\nrule:TIME-001 1\n", "reject", "", "");
    add(bench, bench->now, TASK("2", "乙", CIVIL, "木塘垸镇", "2026-10-13"), "tasks 1\nrule:TIME-001 1\n", "reject", "", "");
    take_correction(bench, "消防大队", "2026-09-21");
    take_correction(bench, CIVIL, "2026-10-13");
    finish(bench);
    assert_int_equal(bench->report->corrections[0].state, CORRECTION_RELAPSED);
    assert_int_equal(bench->report->corrections[0].tasks.count, 1);
    assert_int_equal(bench->report->corrections[1].state, CORRECTION_DONE);
    assert_int_equal(county(bench, AUDIT_REPEAT_VIOLATIONS)->value.number, 1);
    const int civil = str_equal(bench->report->departments[0].name, STR(CIVIL)) ? 0 : 1;
    assert_int_equal(audit_indicator_of(bench->report, AUDIT_REPEAT_VIOLATIONS, SUBJECT_DEPARTMENT, civil)->value.number, 0);
}

#define VISIT(id, issuer, month)                                                                                               \
    "{\"id\":\"" id "\",\"title\":\"查" id "\",\"kind\":\"inspection\",\"issuer\":{\"name\":\"" issuer                         \
    "\"},\"townships\":[\"木塘垸镇\"],\"received_at\":\"" month "-12T09:00\",\"inspection\":{\"at\":\"" month "-15T09:00\"}}"

/* The same month last year is measured as this one is: not only what adds up, but also what is most on one day. */
static void last_year_is_measured_alike(void **state) {
    struct bench *bench = *state;
    add(bench, bench->now, VISIT("1", FIRE, "2026-10"), "tasks 1\nvisits 1\n", "admit", "", "");
    add(bench, bench->last_year, VISIT("2", FIRE, "2025-10"), "tasks 1\nvisits 1\n", "admit", "", "");
    add(bench, bench->last_year, VISIT("3", CIVIL, "2025-10"), "tasks 1\nvisits 1\n", "admit", "", "");
    finish(bench);
    const struct audit_indicator *most = county(bench, AUDIT_DEPARTMENTS_SAME_DAY);
    assert_int_equal(most->value.number, 1);
    assert_true(most->last_year.known);
    assert_int_equal(most->last_year.number, 2);
    const int town = list_find_township(&bench->list, STR("木塘垸镇"));
    assert_int_equal(audit_indicator_of(bench->report, AUDIT_DEPARTMENTS_SAME_DAY, SUBJECT_TOWNSHIP, town)->last_year.number,
                     2);
    const struct audit_indicator *fire = audit_indicator_of(bench->report, AUDIT_DEPARTMENT_VISITS, SUBJECT_DEPARTMENT, 0);
    assert_str(bench->report->departments[0].name, FIRE);
    assert_int_equal(fire->last_year.number, 1);
    assert_null(remark_of(bench, REMARK_NO_LAST_YEAR));
}

/* A figure of the year to date is held against that of the year to the end of the month before. */
static void a_year_to_date_is_held_against_one(void **state) {
    struct bench *bench = *state;
    struct quanze_error error;
    const int august = 2026 * 12 + 7, september = august + 1;
    add(bench, bench->now, TASK("1", "甲", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\nplaques 1\n", "admit", "", "");
    add(bench, bench->before, TASK("2", "乙", FIRE, "木塘垸镇", "2026-09-14"), "tasks 1\nplaques 2\n", "admit", "", "");
    assert_int_equal(audit_take_sum(bench->before, august, STR(""), STR(FIRE), STR("plaques"), 5, &error), QUANZE_OK);
    assert_int_equal(audit_take_sum(bench->now, august, STR(""), STR(FIRE), STR("plaques"), 5, &error), QUANZE_OK);
    assert_int_equal(audit_take_sum(bench->now, september, STR(""), STR(FIRE), STR("plaques"), 2, &error), QUANZE_OK);
    finish(bench);
    assert_int_equal(county(bench, AUDIT_PLAQUES)->value.number, 8);
    assert_int_equal(county(bench, AUDIT_PLAQUES)->previous.number, 7);
}

/* What fell while something else rose, and what was broken again, is told of the days before and of last year as it is of now:
 * against the days before those, of which only the sums are known, and the corrections as they stood. */
static void what_grew_or_came_again_is_told_of_earlier_days(void **state) {
    struct bench *bench = *state;
    struct quanze_error error;
    const int months[] = {2026 * 12 + 7, 2025 * 12 + 8};
    struct audit *audits[] = {bench->before, bench->last_year};
    const char *const days[] = {"2026-09-14", "2025-10-14"};
    char json[512];
    add(bench, bench->now, TASK("n", "甲", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\n", "admit", "", "");
    for (int i = 0; i < 2; i++) {
        const struct audit_correction correction = {.id = STR("1"),
                                                    .department = STR(CIVIL),
                                                    .rule = STR("INSP-001"),
                                                    .words = STR("检查"),
                                                    .done_on = day_of(days[i]) - 3,
                                                    .state = CORRECTION_DONE};
        for (int k = 0; k < 3; k++) {
            (void)snprintf(json, sizeof json,
                           "{\"id\":\"%d-%d\",\"title\":\"甲\",\"issuer\":{\"name\":\"" FIRE
                           "\"},\"townships\":[\"木塘垸镇\"],\"received_at\":\"%sT09:00\"}",
                           i, k, days[i]);
            add(bench, audits[i], json, "tasks 1\nmeetings 1\nrule:TIME-001 1\nrule:TIME-002 1\n", "reject", "", "");
        }
        (void)snprintf(json, sizeof json,
                       "{\"id\":\"%d-c\",\"title\":\"乙\",\"issuer\":{\"name\":\"" CIVIL
                       "\"},\"townships\":[\"木塘垸镇\"],\"received_at\":\"%sT09:00\"}",
                       i, days[i]);
        add(bench, audits[i], json, "tasks 1\nrule:INSP-001 1\n", "reject", "", "");
        assert_int_equal(audit_take_sum(audits[i], months[i], STR(""), STR(FIRE), STR("documents"), 4, &error), QUANZE_OK);
        assert_int_equal(audit_take_sum(audits[i], months[i], STR(""), STR(FIRE), STR("rule:TIME-001"), 2, &error), QUANZE_OK);
        assert_int_equal(audit_take_sum(audits[i], months[i] - 1, STR(""), STR(FIRE), STR("rule:TIME-002"), 2, &error),
                         QUANZE_OK);
        assert_int_equal(audit_take_correction(audits[i], &correction, &error), QUANZE_OK);
    }
    finish(bench);
    const struct audit_indicator *again = county(bench, AUDIT_REPEAT_VIOLATIONS), *shift = county(bench, AUDIT_BURDEN_SHIFT);
    assert_int_equal(again->value.number, 0);
    assert_true(again->previous.known && again->last_year.known && shift->previous.known && shift->last_year.known);
    assert_int_equal(again->previous.number, 2);
    assert_int_equal(again->last_year.number, 2);
    assert_int_equal(shift->previous.number, 1); /* documents fell to none, meetings rose to three */
    assert_int_equal(shift->last_year.number, 1);
    const struct audit_indicator *fire = audit_indicator_of(bench->report, AUDIT_REPEAT_VIOLATIONS, SUBJECT_DEPARTMENT, 0);
    assert_str(bench->report->departments[0].name, FIRE);
    assert_int_equal(fire->previous.number, 1); /* not the rule that it broke two months before */
    assert_false(audit_indicator_of(bench->report, AUDIT_BURDEN_SHIFT, SUBJECT_TOWNSHIP, 0) != NULL);
}

/* Where the ledger has nothing before the days before, what grew then is not known; what came again neither. */
static void what_grew_before_the_ledger_is_not_known(void **state) {
    struct bench *bench = *state;
    add(bench, bench->now, TASK("1", "甲", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\n", "admit", "", "");
    add(bench, bench->before, TASK("2", "乙", FIRE, "木塘垸镇", "2026-09-14"), "tasks 1\nrule:TIME-001 1\n", "admit", "", "");
    finish(bench);
    assert_true(county(bench, AUDIT_REPEAT_VIOLATIONS)->value.known);
    assert_false(county(bench, AUDIT_REPEAT_VIOLATIONS)->previous.known);
    assert_false(county(bench, AUDIT_BURDEN_SHIFT)->previous.known);
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, bench_open, bench_close)
    const struct CMUnitTest tests[] = {TEST(conditions_are_counted_apart),
                                       TEST(a_rule_broken_after_its_correction_relapses),
                                       TEST(days_of_rest_are_told_none_or_unknown),
                                       TEST(no_day_of_rest_left_is_found),
                                       TEST(leave_not_told_of_is_unknown),
                                       TEST(last_year_is_measured_alike),
                                       TEST(what_grew_or_came_again_is_told_of_earlier_days),
                                       TEST(what_grew_before_the_ledger_is_not_known),
                                       TEST(a_year_to_date_is_held_against_one)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
