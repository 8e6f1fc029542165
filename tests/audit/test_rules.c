/* test_rules.c - each rule of stage audit over a month: one in which it fires, one in which it does not, one in which what it
 * needs is not told, which is neither. */
#include <audit/support.h>

#include <stdio.h>

/* What one task of the month tells besides its body, township and day: facts as JSON, and its share. */
struct told {
    const char *facts, *share;
    int times; /* so many such tasks; 0: one */
};

static const struct row {
    const char *rule;
    struct told fires, silent, untold;
} rows[] = {
    {"BASIS-061",
     {"", "documents 10\ninformal_papers 3\n", 0},
     {"", "documents 10\ninformal_papers 2\n", 0},
     {"", "documents 10\ninformal_papers 2\n?informal_papers\n", 0}},
    {"BASIS-062",
     {"", "documents 10\nforwards 3\n", 0},
     {"", "documents 10\nforwards 2\n", 0},
     {"", "documents 5\nforwards 1\n?forwards\n", 0}},
    {"BURDEN-061", {"", "sites 3\n", 0}, {"", "sites 2\n", 0}, {"", "untold 1\n", 0}},
    {"BURDEN-063", {"", "meetings_renamed 1\n", 0}, {"", "meetings 1\n", 0}, {"", "?meetings_renamed\n", 0}},
    {"BURDEN-064", {"", "quotas 1\n", 0}, {"", "", 0}, {"", "untold 1\n", 0}},
    {"BURDEN-065", {"", "plaques 2\n", 0}, {"", "plaques 1\n", 0}, {"", "untold 1\n", 0}},
    {"BURDEN-066", {"", "passed_to_village 1\n", 0}, {"", "", 0}, {"", "?passed_to_village\n", 0}},
    {"DUP-064", {"", "forms 1\ntwo_media 1\n", 0}, {"", "forms 1\n", 0}, {"", "untold 1\n", 0}},
    {"DUP-065", {"", "in_person 4\n", 0}, {"", "in_person 3\n", 0}, {"", "untold 1\n", 4}},
    {"GUARD-061", {"", "burden_papers 3\n", 0}, {"", "burden_papers 2\n", 0}, {"", "burden_papers 2\n?burden_papers\n", 0}},
    {"INSP-061",
     {"", "inspections 1\ninspections_renamed 1\n", 0},
     {"", "inspections 1\n", 0},
     {"", "?inspections_renamed\n", 0}},
    {"INSP-062",
     {",\"inspection\":{\"at\":\"2026-10-15T09:00\"}", "visits 1\n", 2},
     {",\"inspection\":{\"at\":\"2026-10-15T09:00\"}", "visits 1\n", 1},
     {"", "untold 1\n", 0}},
    {"INSP-063",
     {",\"inspection\":{\"at\":\"2026-10-15T09:00\"}", "visits 1\n", 6},
     {",\"inspection\":{\"at\":\"2026-10-15T09:00\"}", "visits 1\n", 5},
     {"", "untold 1\n", 0}},
    {"INSP-064", {"", "assessment_linked 1\n", 2}, {"", "assessment_linked 1\n", 1}, {"", "untold 1\n", 2}},
    {"LIST-061", {"", "roles_swapped 1\n", 0}, {"", "", 0}, {"", "?roles_swapped\n", 0}},
    {"BURDEN-062",
     {",\"meeting\":{\"at\":\"2026-10-15T09:00\"}", "meetings 1\n", 3},
     {",\"meeting\":{\"at\":\"2026-10-15T09:00\"}", "meetings 1\n", 2},
     {"", "untold 1\n", 0}},
    {"SCORE-002",
     {"", "documents 40\ndocuments_for_secretary 37\n", 0},
     {"", "documents 40\ndocuments_for_secretary 36\n", 0},
     {"", "documents 40\ndocuments_for_secretary 36\n?documents_for_secretary\n", 0}},
    {"SCORE-005",
     {"", "meetings 9\nmeetings_top 6\n", 0},
     {"", "meetings 9\nmeetings_top 5\n", 0},
     {"", "meetings 9\nmeetings_top 5\n?meetings_top\n", 0}},
    {"SCORE-006", {"", "short_notice 1\n", 0}, {"", "", 0}, {"", "?short_notice\n", 0}},
    {"SCORE-007", {"", "after_hours 1\n", 0}, {"", "", 0}, {"", "untold 1\n", 0}},
    {"SCORE-008",
     {"", "inspections 4\ninspections_unplanned 1\n", 0},
     {"", "inspections 4\n", 0},
     {"", "inspections 4\n?inspections_unplanned\n", 0}},
    {"SCORE-010",
     {",\"inspection\":{\"at\":\"2026-10-15T09:00\"}", "visits 1\n", 3},
     {",\"inspection\":{\"at\":\"2026-10-15T09:00\"}", "visits 1\n", 2},
     {"", "untold 1\n", 0}},
    {"SCORE-011", {"", "assessments 1\n", 2}, {"", "assessments 1\n", 1}, {"", "untold 1\n", 0}},
    {"SCORE-012",
     {",\"assessment\":{\"satisfaction_weight\":0.5,\"sample_ratio\":0.4}", "assessments 1\n", 0},
     {",\"assessment\":{\"satisfaction_weight\":0.6,\"sample_ratio\":0.3}", "assessments 1\n", 0},
     {",\"assessment\":{\"satisfaction_weight\":0.6,\"sample_ratio\":0.3}", "assessments 1\nuntold 1\n", 0}},
    {"SCORE-013", {"", "rankings 1\n", 0}, {"", "", 0}, {"", "untold 1\n", 0}},
    {"SCORE-014", {"", "recalled 1\n", 0}, {"", "", 0}, {"", "?recalled\n", 0}},
    {"SCORE-015", {"", "gap_tasks 1\n", 0}, {"", "", 0}, {"", "?gap_tasks\n", 0}},
    {"SCORE-016", {"", "groups 11\n", 0}, {"", "groups 10\n", 0}, {"", "untold 1\n", 0}},
    {"SCORE-017", {"", "plaques 9\n", 0}, {"", "plaques 8\nsites 1\n", 0}, {"", "untold 1\n", 0}},
    {"SCORE-018",
     {"", "subscriptions 1\nsubscriptions_other 100\n", 0},
     {"", "subscriptions 1\n", 0},
     {"", "subscriptions 1\n?subscriptions_other\n", 0}},
    {"SCORE-019",
     {"", "forms 1\nforms_without_approval 1\n", 0},
     {"", "forms 1\n", 0},
     {"", "forms 1\n?forms_without_approval\n", 0}},
    {"SCORE-022", {"", "", 0}, {"", "guided 1\n", 0}, {"", "?guided\n", 0}},
    {"SCORE-026", {"", "evidence 4\n", 0}, {"", "evidence 2\n", 0}, {"", "untold 1\n", 0}},
    {"SCORE-027",
     {"", "item:A 1\nitem:B 1\nitem:C 1\nitem:D 1\nitem:E 1\nitem:F 1\nitem:G 1\nitem:H 1\nitem:I 1\nitem:J 1\nitem:K 1\n", 0},
     {"", "item:A 1\n", 0},
     {"", "?roles_swapped\n", 0}},
    {"SCORE-028", {"", "secondments 1\n", 0}, {"", "", 0}, {"", "untold 1\n", 0}},
    {"SCORE-031", {"", "off_list 1\n", 0}, {"", "", 0}, {"", "?off_list\n", 0}},
    {"TIME-061",
     {",\"demands\":{\"on_duty_hours\":24}", "", 0},
     {",\"demands\":{\"on_duty_hours\":8}", "", 0},
     {"", "untold 1\n", 0}},
    {"TIME-062",
     {",\"demands\":{\"workdays_per_week\":7,\"compensatory_rest\":false}", "", 0},
     {",\"demands\":{\"workdays_per_week\":5,\"compensatory_rest\":false}", "", 0},
     {",\"demands\":{\"workdays_per_week\":7}", "", 0}},
    {"TRACE-061", {"", "leading_groups 1\n", 3}, {"", "leading_groups 1\n", 2}, {"", "untold 1\n", 3}},
};

static void add_told(struct bench *bench, const struct told *told) {
    char json[400], share[300];
    for (int i = 0; i < (told->times > 0 ? told->times : 1); i++) {
        (void)snprintf(json, sizeof json,
                       "{\"id\":\"t%d\",\"title\":\"甲%d\",\"kind\":\"document\",\"issuer\":{\"name\":\"" FIRE
                       "\"},\"townships\":[\"木塘垸镇\"],\"received_at\":\"2026-10-12T09:00\"%s}",
                       i, i, told->facts);
        (void)snprintf(share, sizeof share, "tasks 1\n%s", told->share);
        add(bench, bench->now, json, share, "admit", "", "");
    }
    finish(bench);
}

/* What the rule says of anybody: not found, failed, unknown. */
static int said(const struct bench *bench, const char *rule) {
    int worst = -1;
    for (size_t i = 0; i < bench->report->finding_count; i++) {
        const struct audit_finding *finding = &bench->report->findings[i];
        if (!str_equal(finding->rule->id, str_of(rule))) continue;
        if (finding->status == STATUS_FAIL || worst < 0) worst = (int)finding->status;
    }
    return worst;
}

static void expect(struct bench *bench, const struct row *row, const struct told *told, int status) {
    bench_again(bench);
    add_told(bench, told);
    const int found = said(bench, row->rule);
    if (found != status) fail_msg("%s of %s: %d, not %d", row->rule, told->share, found, status);
}

static void each_fires_is_silent_or_unknown(void **state) {
    struct bench *bench = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        expect(bench, &rows[i], &rows[i].fires, STATUS_FAIL);
        expect(bench, &rows[i], &rows[i].silent, -1);
        expect(bench, &rows[i], &rows[i].untold, STATUS_UNKNOWN);
    }
}

/* --- of what no share tells --- */

static void add_one(struct bench *bench, struct audit *audit, const char *issuer, const char *day, const char *facts,
                    const char *share) {
    char json[400];
    (void)snprintf(json, sizeof json,
                   "{\"id\":\"%s\",\"title\":\"%s\",\"kind\":\"document\",\"issuer\":{\"name\":\"%s\"},"
                   "\"townships\":[\"木塘垸镇\"],\"received_at\":\"%sT09:00\"%s}",
                   issuer, issuer, issuer, day, facts);
    add(bench, audit, json, share, "admit", "", "");
}

static void more_than_last_year(void **state) {
    struct bench *bench = *state;
    struct quanze_error error;
    const int last_year = 2025 * 12 + 9;
    static const int SAID[] = {STATUS_UNKNOWN, STATUS_FAIL, -1}; /* by the documents of October 2025; 0: there is no ledger */
    for (int i = 0; i < 3; i++) {
        bench_again(bench);
        add_one(bench, bench->now, FIRE, "2026-10-12", "", "tasks 1\ndocuments 2\n");
        if (i > 0) {
            assert_int_equal(audit_take_sum(bench->now, last_year, STR(""), STR(FIRE), STR("documents"), i, &error), QUANZE_OK);
            assert_int_equal(audit_take_sum(bench->now, last_year, STR("木塘垸镇"), STR(FIRE), STR("documents"), i, &error),
                             QUANZE_OK);
        }
        finish(bench);
        assert_int_equal(said(bench, "SCORE-001"), SAID[i]);
    }
}

/* The same rule in both months; without a ledger of the month before nobody knows. */
static void broken_again(void **state) {
    struct bench *bench = *state;
    static const struct {
        const char *before;
        int said;
    } CASES[] = {{NULL, STATUS_UNKNOWN}, {"tasks 1\nrule:TIME-001 1\n", STATUS_FAIL}, {"tasks 1\nrule:TIME-002 1\n", -1}};
    for (size_t i = 0; i < 3; i++) {
        bench_again(bench);
        add_one(bench, bench->now, FIRE, "2026-10-12", "", "tasks 1\nrule:TIME-001 1\n");
        if (CASES[i].before) add_one(bench, bench->before, FIRE, "2026-09-14", "", CASES[i].before);
        finish(bench);
        assert_int_equal(said(bench, "SCORE-023"), CASES[i].said);
    }
}

#define VISIT(day) ",\"inspection\":{\"at\":\"2026-10-" day "T09:00\"}"

static void visitors_of_one_day(void **state) {
    struct bench *bench = *state;
    static const struct {
        const char *facts, *share;
        int said;
    } CASES[] = {{VISIT("15"), "tasks 1\nvisits 1\n", STATUS_FAIL},
                 {VISIT("16"), "tasks 1\nvisits 1\n", -1},
                 {"", "tasks 1\nuntold 1\n", STATUS_UNKNOWN}};
    for (size_t i = 0; i < 3; i++) {
        bench_again(bench);
        add_one(bench, bench->now, FIRE, "2026-10-12", VISIT("15"), "tasks 1\nvisits 1\n");
        add_one(bench, bench->now, CIVIL, "2026-10-12", CASES[i].facts, CASES[i].share);
        finish(bench);
        assert_int_equal(said(bench, "SCORE-009"), CASES[i].said);
    }
}

/* Five open tasks a head; of a township that the list does not have nobody knows how many heads there are. */
static void open_tasks_a_head(void **state) {
    struct bench *bench = *state;
    const int town = list_find_township(&bench->list, STR("木塘垸镇"));
    const int64_t most = 5 * (int64_t)bench->list.townships[town].staff;
    for (int over = 0; over < 2; over++) {
        bench_again(bench);
        for (int64_t i = 0; i < most + over; i++) add_one(bench, bench->now, FIRE, "2026-10-12", "", "tasks 1\n");
        finish(bench);
        assert_int_equal(said(bench, "SCORE-025"), over ? (int)STATUS_FAIL : -1);
    }
    bench_again(bench);
    add(bench, bench->now, TASK("t", "甲", FIRE, "外县某镇", "2026-10-12"), "tasks 1\n", "admit", "", "");
    finish(bench);
    assert_int_equal(said(bench, "SCORE-025"), STATUS_UNKNOWN);
}

static void corrections_and_complaints_wait(void **state) {
    struct bench *bench = *state;
    struct quanze_error error;
    for (int done = 0; done < 2; done++) {
        const struct audit_correction correction = {.id = STR("1"),
                                                    .department = STR(FIRE),
                                                    .rule = STR(""),
                                                    .words = STR("时限"),
                                                    .opened_on = day_of("2026-08-03"),
                                                    .due_on = day_of("2026-09-30"),
                                                    .done_on = done ? day_of("2026-09-21") : DAY_NONE,
                                                    .state = done ? CORRECTION_DONE : CORRECTION_OPEN};
        bench_again(bench);
        add_one(bench, bench->now, FIRE, "2026-10-12", "", "tasks 1\n");
        assert_int_equal(audit_take_correction(bench->now, &correction, &error), QUANZE_OK);
        assert_int_equal(audit_take_complaint(bench->now, STR(FIRE), day_of("2026-10-20"), done, &error), QUANZE_OK);
        finish(bench);
        assert_int_equal(said(bench, "SCORE-029"), done ? -1 : (int)STATUS_FAIL);
        assert_int_equal(said(bench, "SCORE-030"), done ? -1 : (int)STATUS_FAIL);
    }
}

/* Of these no share tells: they have tests of their own above, or are chains and groups of papers, which test_audit and
 * test_planted have: what is found there is found, and nothing that a paper leaves out makes them unknown. */
static const char *const ELSEWHERE[] = {"DUP-061",   "DUP-062",   "DUP-063",   "LIST-062",  "LIST-063",  "SCORE-001",
                                        "SCORE-003", "SCORE-004", "SCORE-009", "SCORE-020", "SCORE-021", "SCORE-023",
                                        "SCORE-024", "SCORE-025", "SCORE-029", "SCORE-030"};

static bool is_tested(struct str rule) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (str_equal(rule, str_of(rows[i].rule))) return true;
    for (size_t i = 0; i < sizeof ELSEWHERE / sizeof *ELSEWHERE; i++)
        if (str_equal(rule, str_of(ELSEWHERE[i]))) return true;
    return false;
}

static void none_is_left_out(void **state) {
    const struct bench *bench = *state;
    for (size_t i = 0; i < bench->book->count; i++) {
        const struct rule *rule = &bench->book->rules[i];
        if (rule->stage == STAGE_AUDIT && !is_tested(rule->id)) fail_msg("%s has no month", rule->id.at);
    }
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, bench_open, bench_close)
    const struct CMUnitTest tests[] = {TEST(each_fires_is_silent_or_unknown),
                                       TEST(more_than_last_year),
                                       TEST(visitors_of_one_day),
                                       TEST(open_tasks_a_head),
                                       TEST(broken_again),
                                       TEST(corrections_and_complaints_wait),
                                       TEST(none_is_left_out)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
