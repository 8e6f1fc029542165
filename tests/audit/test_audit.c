#include <audit/support.h>

#include <stdio.h>

/* --- figures --- */

/* A task to two townships counts once for the county and its body, and once for each township. */
static void a_task_counts_once_and_once_a_township(void **state) {
    struct bench *bench = *state;
    add(bench, bench->now,
        "{\"id\":\"1\",\"title\":\"甲\",\"issuer\":{\"name\":\"" FIRE
        "\"},\"townships\":[\"木塘垸镇\",\"柳溪乡\"],\"received_at\":\"2026-"
        "10-12T09:00\"}",
        "tasks 1\ndocuments 1\nfunds_gap 24000\ngap_tasks 1\nrule:TIME-001 1\n", "reject", "C-014", "");
    add(bench, bench->now, TASK("2", "乙", CIVIL, "柳溪乡", "2026-10-13"), "tasks 1\ndocuments 1\n", "admit", "", "");
    finish(bench);
    assert_int_equal(county(bench, AUDIT_DOCUMENTS)->value.number, 2);
    assert_int_equal(county(bench, AUDIT_FUNDS_GAP)->value.number, 24000);
    assert_int_equal(county(bench, AUDIT_FUNDS_GAP)->tasks.count, 1);
    assert_int_equal(county(bench, AUDIT_GAP_SHARE)->value.number, 500000);
    const int creek = list_find_township(&bench->list, STR("柳溪乡"));
    assert_int_equal(audit_indicator_of(bench->report, AUDIT_DOCUMENTS, SUBJECT_TOWNSHIP, creek)->value.number, 2);
    assert_int_equal(bench->report->cell_count, 3);
    assert_int_equal(bench->report->county.verdicts[VERDICT_REJECT], 1);
    assert_str(bench->report->county.rules[0].rule, "TIME-001");
}

/* A share of nothing and a weight that no assessment tells are not known, never 0. */
static void what_nothing_tells_is_not_known(void **state) {
    struct bench *bench = *state;
    add(bench, bench->now, TASK("1", "甲", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\n?funds_gap\n", "hold", "", "");
    finish(bench);
    assert_false(county(bench, AUDIT_INSPECTIONS_UNPLANNED_SHARE)->value.known);
    assert_false(county(bench, AUDIT_SATISFACTION_WEIGHT)->value.known);
    assert_false(county(bench, AUDIT_DOCUMENTS)->last_year.known);
    assert_int_equal(county(bench, AUDIT_SATISFACTION_WEIGHT)->light, LIGHT_NONE);
    assert_int_equal(county(bench, AUDIT_FUNDS_GAP)->confidence, AUDIT_ESTIMATED);
    assert_int_equal(county(bench, AUDIT_FUNDS_GAP)->unknown, 1);
    assert_int_equal(county(bench, AUDIT_MEETINGS)->confidence, AUDIT_MEASURED);
}

/* Lights are those of the rules' parameters, as a list may have changed them. */
static void lights_come_from_the_rules(void **state) {
    struct bench *bench = *state;
    const struct audit_indicator *share;
    add(bench, bench->now, TASK("1", "甲", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\ngap_tasks 1\n", "reject", "", "");
    add(bench, bench->now, TASK("2", "乙", CIVIL, "柳溪乡", "2026-10-13"), "tasks 1\n", "admit", "", "");
    finish(bench);
    share = county(bench, AUDIT_GAP_SHARE);
    assert_non_null(share->threshold.rule);
    assert_int_equal(share->threshold.rule->stage, STAGE_AUDIT);
    assert_true(share->threshold.green->source.length > 0);
    assert_int_equal(share->light, 0.5 <= share->threshold.green_value                                ? LIGHT_GREEN
                                   : !share->threshold.yellow || 0.5 <= share->threshold.yellow_value ? LIGHT_YELLOW
                                                                                                      : LIGHT_RED);
    assert_int_equal(share->light, LIGHT_RED);
    assert_false(bench->report->is_compliant);
    const int civil = bench->report->departments[0].lights[LIGHT_RED] > 0 ? 1 : 0;
    assert_str(bench->report->departments[civil].name, CIVIL);
    assert_int_equal(audit_indicator_of(bench->report, AUDIT_GAP_SHARE, SUBJECT_DEPARTMENT, civil)->light, LIGHT_GREEN);
}

static void sums_of_other_months_make_the_year(void **state) {
    struct bench *bench = *state;
    struct quanze_error error;
    const int september = 2026 * 12 + 8, last_october = 2025 * 12 + 9, last_december = 2025 * 12 + 11;
    add(bench, bench->now, TASK("1", "甲", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\ndocuments 1\nplaques 2\napp:甲 1\n",
        "admit", "", "");
    assert_int_equal(audit_take_sum(bench->now, september, STR(""), STR(FIRE), STR("plaques"), 5, &error), QUANZE_OK);
    assert_int_equal(audit_take_sum(bench->now, september, STR(""), STR(FIRE), STR("app:甲"), 3, &error), QUANZE_OK);
    assert_int_equal(audit_take_sum(bench->now, september, STR(""), STR(FIRE), STR("app:乙"), 1, &error), QUANZE_OK);
    assert_int_equal(audit_take_sum(bench->now, last_december, STR(""), STR(FIRE), STR("plaques"), 9, &error), QUANZE_OK);
    assert_int_equal(audit_take_sum(bench->now, last_october, STR(""), STR(FIRE), STR("documents"), 4, &error), QUANZE_OK);
    finish(bench);
    assert_int_equal(county(bench, AUDIT_PLAQUES)->value.number, 7); /* of this year alone */
    assert_int_equal(county(bench, AUDIT_APPS)->value.number, 2);    /* each app once */
    assert_true(county(bench, AUDIT_DOCUMENTS)->last_year.known);
    assert_int_equal(county(bench, AUDIT_DOCUMENTS)->last_year.number, 4);
    assert_null(remark_of(bench, REMARK_NO_LAST_YEAR));
    assert_true(bench->report->trend[AUDIT_TREND_MONTHS - 2].has);
    assert_false(bench->report->trend[3].has);
}

static void visits_are_counted_by_day_and_body(void **state) {
    struct bench *bench = *state;
#define VISIT(id, issuer, day)                                                                                                 \
    "{\"id\":\"" id "\",\"title\":\"查" id "\",\"kind\":\"inspection\",\"issuer\":{\"name\":\"" issuer                         \
    "\"},\"townships\":[\"木塘垸镇\"],\"received_at\":\"2026-10-12T09:00\",\"inspection\":{\"at\":\"" day "T09:00\"}}"
    add(bench, bench->now, VISIT("1", FIRE, "2026-10-15"), "tasks 1\nvisits 1\n", "admit", "", "");
    add(bench, bench->now, VISIT("2", FIRE, "2026-10-15"), "tasks 1\nvisits 1\n", "admit", "", "");
    add(bench, bench->now, VISIT("3", CIVIL, "2026-10-15"), "tasks 1\nvisits 1\n", "admit", "", "");
    add(bench, bench->now, VISIT("4", CIVIL, "2026-10-19"), "tasks 1\nvisits 1\n", "admit", "", "");
    finish(bench);
    const struct task *facts = &bench->report->county.measures->facts;
    assert_int_equal(county(bench, AUDIT_DEPARTMENTS_SAME_DAY)->value.number, 2);
    assert_int_equal(facts->value[FACT_ID_MONTH_BATCHES_DAY].number, 2);
    assert_int_equal(facts->value[FACT_ID_MONTH_VISITS_WEEK].number, 3);
    assert_int_equal(facts->value[FACT_ID_MONTH_VISIT_DAYS].number, 2);
    assert_int_equal(county(bench, AUDIT_DEPARTMENT_VISITS)->value.number, 2);
}

/* --- copies --- */

static void copies_make_a_joint_task(void **state) {
    struct bench *bench = *state;
    struct quanze_error error;
    const uint32_t papers[] = {0, 1, 2};
    add(bench, bench->now, TASK("2", "消防排查", CIVIL, "木塘垸镇", "2026-10-13"), "tasks 1\nforms 1\n", "admit", "C-014", "");
    add(bench, bench->now, TASK("1", "消防排查", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\nforms 2\n", "admit", "C-014", "");
    add(bench, bench->now, TASK("3", "消防排查", FIRE, "柳溪乡", "2026-10-14"), "tasks 1\nforms 1\n", "admit", "C-014", "");
    assert_int_equal(audit_take_group(bench->now, GROUP_NEAR_TEXT, 930000, papers, 3, &error), QUANZE_OK);
    finish(bench);
    assert_int_equal(bench->report->group_count, 1);
    const struct audit_group *group = &bench->report->groups[0];
    assert_int_equal(group->tasks.count, 3);
    assert_str(bench->report->tasks[group->tasks.at[0]].id, "1");
    assert_true(group->relief.has);
    assert_str(bench->report->departments[group->relief.lead].name, FIRE); /* the list's, not the first that wrote */
    assert_int_equal(group->relief.papers_saved, 2);
    assert_int_equal(group->relief.forms_saved, 2);
    assert_false(group->relief.person_days_saved.known);
    assert_int_equal(bench->report->county.measures->facts.value[FACT_ID_MONTH_DUPLICATES].number,
                     1); /* one township got it twice */
    assert_int_equal(bench->report->matter_count, 1);
}

/* What departments took back is not to be joined into one task for townships: it is not to be sent. */
static void a_recalled_item_is_not_joined(void **state) {
    struct bench *bench = *state;
    struct quanze_error error;
    const uint32_t papers[] = {0, 1};
    add(bench, bench->now, TASK("1", "订阅刊物", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\n", "reject", "R-012", "");
    add(bench, bench->now, TASK("2", "订阅刊物", CIVIL, "木塘垸镇", "2026-10-13"), "tasks 1\n", "reject", "R-012", "");
    assert_int_equal(audit_take_group(bench->now, GROUP_SAME_ITEM, 0, papers, 2, &error), QUANZE_OK);
    finish(bench);
    assert_int_equal(bench->report->group_count, 1);
    assert_false(bench->report->groups[0].relief.has);
}

/* --- the radar --- */

static void take_refused(struct bench *bench, const char *id, const char *title, const char *issuer, const char *item,
                         const char *state, const char *on) {
    struct quanze_error error;
    struct str township = STR("木塘垸镇");
    static struct task task;
    struct history_keys keys;
    task_clear(&task);
    task_set(&task, FACT_ID_TITLE, value_of_text(str_of(title)));
    assert_true(history_keys_make(&task, day_of(on), &bench->arena, &keys));
    const struct audit_past past = {.id = str_of(id),
                                    .title = str_of(title),
                                    .issuer = str_of(issuer),
                                    .item = str_of(item),
                                    .state = str_of(state),
                                    .topic = keys.topic,
                                    .day = day_of(on) - 3,
                                    .on = day_of(on),
                                    .townships = {&township, 1}};
    assert_int_equal(audit_take_refused(bench->now, &past, &error), QUANZE_OK);
}

static void a_refused_task_that_comes_back_is_seen(void **state) {
    struct bench *bench = *state;
    take_refused(bench, "r1", "关于报送消防资料的通知", FIRE, "", "refused", "2026-10-05");
    add(bench, bench->now, TASK("1", "关于报送消防资料的函", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\n", "reject", "", "");
    add(bench, bench->now, TASK("2", "关于报送消防资料的函", CIVIL, "木塘垸镇", "2026-10-13"), "tasks 1\n", "reject", "", "");
    add(bench, bench->now, TASK("3", "关于报送消防资料的函", FIRE, "柳溪乡", "2026-10-13"), "tasks 1\n", "reject", "", "");
    finish(bench);
    const struct audit_alert *again = alert_of(bench, ALERT_RESENT_REWORDED), *other = alert_of(bench, ALERT_RESENT_BY_OTHER);
    assert_non_null(again);
    assert_non_null(other);
    assert_int_equal(again->link_count, 2);
    assert_str(again->chain[0].id, "r1");
    assert_str(again->chain[0].state, "refused");
    assert_str(again->chain[1].id, "1");
    assert_str(other->chain[1].id, "2");
    assert_int_equal(bench->report->county.measures->facts.value[FACT_ID_MONTH_RESENT].number,
                     2); /* another township's is none */
}

static void a_refused_task_in_parts_is_seen(void **state) {
    struct bench *bench = *state;
    take_refused(bench, "r1", "关于报送消防资料的通知", FIRE, "C-014", "withdrawn", "2026-10-05");
    add(bench, bench->now, TASK("1", "关于开展宾馆检查的函", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\n", "reject", "C-014",
        "");
    add(bench, bench->now, TASK("2", "关于上报隐患台账的函", FIRE, "木塘垸镇", "2026-10-13"), "tasks 1\n", "reject", "C-014",
        "");
    finish(bench);
    assert_non_null(alert_of(bench, ALERT_RESENT_SPLIT));
    assert_int_equal(alert_of(bench, ALERT_RESENT_SPLIT)->link_count, 3);
}

static void a_temporary_task_past_its_end_is_seen(void **state) {
    struct bench *bench = *state;
    struct quanze_error error;
    static struct task task;
    struct history_keys keys;
    task_clear(&task);
    task_set(&task, FACT_ID_TITLE, value_of_text(STR("关于卡点值守的通知")));
    assert_true(history_keys_make(&task, day_of("2026-08-01"), &bench->arena, &keys));
    const struct audit_past past = {.id = STR("t"),
                                    .title = STR("关于卡点值守的通知"),
                                    .issuer = STR(FIRE),
                                    .item = STR(""),
                                    .state = STR(""),
                                    .topic = keys.topic,
                                    .day = day_of("2026-08-01"),
                                    .on = day_of("2026-09-30")};
    assert_int_equal(audit_take_ended(bench->now, &past, &error), QUANZE_OK);
    add(bench, bench->now, TASK("1", "关于继续卡点值守的通知", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\n", "admit", "", "");
    add(bench, bench->now, TASK("2", "关于卡点值守的通知", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\n", "admit", "", "");
    add(bench, bench->now, TASK("3", "关于卡点值守的通知", CIVIL, "木塘垸镇", "2026-10-12"), "tasks 1\n", "admit", "", "");
    finish(bench);
    const struct audit_alert *alert = alert_of(bench, ALERT_RENEWED);
    assert_non_null(alert);
    assert_str(alert->chain[1].id, "2");
}

/* What a township answered is told by county and body, and nowhere by township. */
static void answers_are_not_told_by_township(void **state) {
    struct bench *bench = *state;
    add(bench, bench->now, TASK("1", "甲", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\n", "reject", "", "refusal_sent");
    add(bench, bench->now, TASK("2", "考核乙", FIRE, "木塘垸镇", "2026-10-20"), "tasks 1\n", "reject", "", "");
    add(bench, bench->now,
        "{\"id\":\"3\",\"title\":\"丙\",\"issuer\":{\"name\":\"" FIRE
        "\"},\"townships\":[\"木塘垸镇\"],\"received_at\":\"2026-10-21T09:00\","
        "\"accountability\":{\"clause\":true}}",
        "tasks 1\n", "reject", "", "");
    take_refused(bench, "1", "甲", FIRE, "", "refusal_sent", "2026-10-14");
    take_refused(bench, "1", "甲", FIRE, "", "revoked", "2026-10-16");
    finish(bench);
    assert_int_equal(county(bench, AUDIT_REFUSALS)->value.number, 1);
    assert_int_equal(county(bench, AUDIT_REFUSALS_UPHELD)->value.number, 1);
    assert_int_equal(county(bench, AUDIT_RETALIATION)->value.number, 1);
    assert_str(bench->report->tasks[county(bench, AUDIT_RETALIATION)->tasks.at[0]].id, "3");
    for (size_t i = 0; i < bench->report->township_count; i++) {
        assert_null(audit_indicator_of(bench->report, AUDIT_REFUSALS, SUBJECT_TOWNSHIP, (int)i));
        assert_false(task_knows(&bench->report->townships[i].measures->facts, FACT_ID_MONTH_REFUSALS));
    }
}

static void what_falls_while_another_rises_is_seen(void **state) {
    struct bench *bench = *state;
    char json[512], share[64];
    for (int i = 0; i < 10; i++) {
        (void)snprintf(json, sizeof json, TASK("b%d", "前%d", FIRE, "木塘垸镇", "2026-09-10"), i, i);
        add(bench, bench->before, json, i < 8 ? "tasks 1\ndocuments 1\nrule:TIME-001 1\n" : "tasks 1\nmeetings 1\n", "admit",
            "", "");
        (void)snprintf(json, sizeof json, TASK("n%d", "后%d", FIRE, "木塘垸镇", "2026-10-12"), i, i);
        (void)snprintf(share, sizeof share, "tasks 1\n%s 1\nrule:TIME-001 1\n", i < 2 ? "documents" : "meetings");
        add(bench, bench->now, json, share, "admit", "", "");
    }
    finish(bench);
    const struct audit_alert *alert = alert_of(bench, ALERT_BURDEN_SHIFT);
    assert_non_null(alert);
    assert_int_equal(alert->fell, FACT_ID_MONTH_DOCUMENTS);
    assert_int_equal(alert->rose, FACT_ID_MONTH_MEETINGS);
    assert_int_equal(alert->fell_from.number, 8);
    assert_int_equal(alert->rose_to.number, 8);
    assert_int_equal(alert->link_count, 8);
    assert_int_equal(county(bench, AUDIT_DOCUMENTS)->previous.number, 8);
    assert_int_equal(county(bench, AUDIT_REPEAT_VIOLATIONS)->value.number, 1);
    assert_int_equal(county(bench, AUDIT_BURDEN_SHIFT)->value.number, 1);
    assert_int_equal(county(bench, AUDIT_BURDEN_SHIFT)->tasks.count, 8);
}

/* --- coverage --- */

static void what_may_be_missing_is_said(void **state) {
    struct bench *bench = *state;
    audit_take_undated(bench->now, 3);
    audit_add_unreadable(bench->now);
    add(bench, bench->now, TASK("1", "甲", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\n", "admit", "", "");
    add(bench, bench->now, TASK("2", "乙", "外县某局", "别县某镇", "2026-10-13"), "", "", "", "");
    finish(bench);
    assert_int_equal(remark_of(bench, REMARK_UNDATED)->count, 3);
    assert_int_equal(remark_of(bench, REMARK_UNREADABLE)->count, 1);
    assert_int_equal(remark_of(bench, REMARK_UNDECIDED)->count, 1);
    assert_str(remark_of(bench, REMARK_UNKNOWN_TOWNSHIP)->name, "别县某镇");
    assert_str(remark_of(bench, REMARK_UNKNOWN_ISSUER)->name, "外县某局");
    assert_int_equal(remark_of(bench, REMARK_ENDS_EARLY)->day, day_of("2026-10-13"));
    assert_non_null(remark_of(bench, REMARK_NO_PREVIOUS));
    assert_null(remark_of(bench, REMARK_RUNNING));
    assert_null(remark_of(bench, REMARK_OTHER_LIST));
}

static void each_indicator_has_its_name_and_place(void **state) {
    struct bench *bench = *state;
    add(bench, bench->now, TASK("1", "甲", FIRE, "木塘垸镇", "2026-10-12"), "tasks 1\n", "admit", "", "");
    finish(bench);
    for (int id = 0; id < AUDIT_INDICATOR_COUNT; id++) {
        const struct audit_indicator_info info = audit_indicator_info((enum audit_indicator_id)id);
        assert_true(info.id.length > 0 && info.zh.length > 0 && info.en.length > 0);
        assert_int_equal(fact_at(info.fact)->absence, ABSENCE_MONTH);
        (void)county(bench, (enum audit_indicator_id)id);
    }
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, bench_open, bench_close)

int main(void) {
    const struct CMUnitTest tests[] = {TEST(a_task_counts_once_and_once_a_township),
                                       TEST(what_nothing_tells_is_not_known),
                                       TEST(lights_come_from_the_rules),
                                       TEST(sums_of_other_months_make_the_year),
                                       TEST(visits_are_counted_by_day_and_body),
                                       TEST(copies_make_a_joint_task),
                                       TEST(a_recalled_item_is_not_joined),
                                       TEST(a_refused_task_that_comes_back_is_seen),
                                       TEST(a_refused_task_in_parts_is_seen),
                                       TEST(a_temporary_task_past_its_end_is_seen),
                                       TEST(answers_are_not_told_by_township),
                                       TEST(what_falls_while_another_rises_is_seen),
                                       TEST(what_may_be_missing_is_said),
                                       TEST(each_indicator_has_its_name_and_place)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
