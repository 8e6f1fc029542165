#include "world.h"

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

/* A task in which nothing fails and nothing is missing. */
#define WHOLE                                                                                                                     \
    "title=消防巡查 body=全文 kind=patrol issuer.name=消防大队 issuer.kind=county_department townships=木塘垸镇 "   \
    "actions=patrol "                                                                                                             \
    "received_at=2026-11-05T09:30 due_at=2026-11-12T17:30 basis=消防法,,law powers.required=none powers.granted=none "         \
    "funds.required=240 funds.provided=24000 funds.source=县财政 staff.required=2 staff.provided=2 staff.days=1 origin=upper " \
    "guidance.objective=目标 guidance.method=入户 guidance.standard=标准 guidance.contact=防火科 document.characters=900"

static struct task task;

static const struct decision *decide(const char *facts, const char *more, int item) {
    static struct decision decision;
    world_task(&world, &task, facts);
    struct task changes;
    world_task(&world, &changes, more);
    for (size_t i = 0; i < FACT_COUNT_ALL; i++)
        if (fact_set_has(&changes.known, i)) task_set(&task, i, changes.value[i]);
    world_decide(&world, &task, item, &decision);
    return &decision;
}

static void forget(const char *fact) { fact_set_drop(&task.known, (size_t)fact_find(str_of(fact))); }

static const struct decision *decide_without(const char *facts, const char *fact, int item) {
    static struct decision decision;
    world_task(&world, &task, facts);
    forget(fact);
    world_decide(&world, &task, item, &decision);
    return &decision;
}

static void assert_status(const struct decision *decision, const char *rule, enum status expected) {
    const struct finding *finding = world_finding(decision, rule);
    if (expected == STATUS_PASS || expected == STATUS_NOT_APPLICABLE)
        assert_null(finding);
    else {
        assert_non_null(finding);
        assert_int_equal(finding->status, expected);
    }
}

static void a_whole_task_is_admitted(void **state) {
    (void)state;
    const struct decision *decision = decide(WHOLE, "", WORLD_FIRE);
    for (size_t i = 0; i < decision->finding_count; i++) print_message("%s\n", decision->findings[i].rule->id.at);
    assert_int_equal(decision->verdict, VERDICT_ADMIT);
    assert_int_equal(decision->finding_count, 0);
    assert_int_equal(decision->question_count, 0);
    assert_false(decision->provisional);
    assert_false(decision->has_after);
    assert_int_equal(decision->as_of, world_day("2026-11-05"));
    assert_int_equal(decision->applied_rules, 18);
    assert_true(decision->passed_count >= 7);
    for (size_t i = 1; i < decision->passed_count; i++)
        assert_true(str_compare(decision->passed[i - 1]->id, decision->passed[i]->id) < 0);
}

static void one_change_one_verdict(void **state) {
    (void)state;
    static const struct {
        const char *change, *rule;
        int item;
        enum status status;
        enum verdict verdict;
    } cases[] = {{"due_at=2026-11-05T16:00", "TIME-901", WORLD_FIRE, STATUS_FAIL, VERDICT_REJECT},
                 {"due_at=2027-02-05T16:00", "TIME-901", WORLD_FIRE, STATUS_UNKNOWN, VERDICT_HOLD},
                 {"funds.provided=23999", "RES-901", WORLD_FIRE, STATUS_FAIL, VERDICT_REJECT},
                 {"staff.provided=1", "RES-902", WORLD_FIRE, STATUS_FAIL, VERDICT_HOLD},
                 {"funds.source=none", "RES-903", WORLD_FIRE, STATUS_FAIL, VERDICT_CONDITIONAL},
                 {"document.characters=5000", "BUR-903", WORLD_FIRE, STATUS_FAIL, VERDICT_ADMIT},
                 {"demands.photos=true", "TRACE-901", WORLD_FIRE, STATUS_FAIL, VERDICT_HOLD},
                 {"powers.required=penalty", "POWER-901", WORLD_FIRE, STATUS_FAIL, VERDICT_REJECT},
                 {"townships=青溪镇", "POWER-901", WORLD_FIRE, STATUS_FAIL, VERDICT_REJECT},
                 {"guidance.method=breaks", "GUARD-901", WORLD_FIRE, STATUS_ERROR, VERDICT_HOLD},
                 {"issuer.name=县市场监督管理局", "LIST-903", WORLD_FIRE, STATUS_FAIL, VERDICT_CONDITIONAL},
                 {"actions=patrol", "LIST-901", WORLD_RECALLED, STATUS_FAIL, VERDICT_REJECT},
                 {"actions=patrol", "LIST-902", -1, STATUS_FAIL, VERDICT_HOLD}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct decision *decision = decide(WHOLE, cases[i].change, cases[i].item);
        assert_status(decision, cases[i].rule, cases[i].status);
        if (decision->verdict != cases[i].verdict) fail_msg("%s: %d", cases[i].change, (int)decision->verdict);
    }
}

static void what_is_not_told_is_unknown(void **state) {
    (void)state;
    static const struct {
        const char *fact, *rule, *missing;
        enum verdict verdict;
    } cases[] = {{"due_at", "TIME-901", "due_at", VERDICT_HOLD},
                 {"funds.provided", "RES-901", "funds.provided", VERDICT_HOLD},
                 {"funds.required", "RES-901", "funds.required", VERDICT_HOLD},
                 {"staff.provided", "RES-902", "staff.provided", VERDICT_HOLD},
                 {"powers.required", "POWER-901", "powers.required", VERDICT_HOLD},
                 {"basis", "BASIS-901", "basis", VERDICT_HOLD},
                 {"funds.source", "RES-903", "funds.source", VERDICT_ADMIT},
                 {"issuer.name", "LIST-903", "issuer.name", VERDICT_ADMIT}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct decision *decision = decide_without(WHOLE, cases[i].fact, WORLD_FIRE);
        assert_status(decision, cases[i].rule, STATUS_UNKNOWN);
        const struct finding *finding = world_finding(decision, cases[i].rule);
        assert_true(fact_set_has(&finding->missing, (size_t)fact_find(str_of(cases[i].missing))));
        if (decision->verdict != cases[i].verdict) fail_msg("%s: %d", cases[i].fact, (int)decision->verdict);
    }
}

static void what_fails_for_every_completion_fails(void **state) {
    (void)state;
    /* the norm needs 240 yuan whatever the issuer still says; nothing came with it */
    const struct decision *decision = decide_without(
        "body=x kind=patrol townships=木塘垸镇 actions=none staff.required=2 staff.days=1 funds.provided=0 powers.granted=none",
        "funds.required", WORLD_FIRE);
    assert_status(decision, "RES-901", STATUS_FAIL);
    assert_int_equal(decision->verdict, VERDICT_REJECT);
    /* nobody may hold coercion by entrusting, whatever other powers are needed */
    decision = decide_without("body=x kind=coerce townships=木塘垸镇 actions=none powers.granted=none", "powers.required", -1);
    assert_status(decision, "POWER-901", STATUS_FAIL);
    assert_int_equal(decision->verdict, VERDICT_REJECT);
}

static void an_untold_filter_makes_a_failure_unknown(void **state) {
    (void)state;
    const struct decision *decision = decide_without(WHOLE, "kind", WORLD_FIRE);
    assert_status(decision, "TIME-901", STATUS_PASS);
    world_task(&world, &task, WHOLE " due_at=2026-11-05T16:00");
    forget("kind");
    static struct decision short_notice;
    world_decide(&world, &task, WORLD_FIRE, &short_notice);
    const struct finding *finding = world_finding(&short_notice, "TIME-901");
    assert_non_null(finding);
    assert_int_equal(finding->status, STATUS_UNKNOWN);
    assert_true(fact_set_has(&finding->missing, FACT_ID_KIND));
    assert_false(fact_set_has(&finding->missing, FACT_ID_DUE_AT));
    assert_int_equal(short_notice.verdict, VERDICT_HOLD);
}

static void an_empty_task_is_held(void **state) {
    (void)state;
    const struct decision *decision = decide("title=通知", "", -1);
    assert_int_equal(decision->verdict, VERDICT_HOLD);
    assert_true(decision->question_count > 5);
}

static void assumed_facts_are_not_facts_seen(void **state) {
    (void)state;
    const struct decision *decision = decide(WHOLE, "", WORLD_FIRE);
    assert_false(task_knows(decision->task, FACT_ID_DEMANDS_PHOTOS));
    assert_true(task_knows(decision->task, FACT_ID_ITEM_KIND));
    assert_true(task_knows(decision->task, FACT_ID_POWERS_NEEDED));
}

static void a_waiver_lets_a_rule_pass(void **state) {
    (void)state;
    const char *village = "demands.village_input=true due_at=2026-11-10T17:30";
    const struct decision *decision = decide(WHOLE, village, WORLD_FIRE);
    assert_status(decision, "TIME-902", STATUS_WAIVED);
    assert_str(world_finding(decision, "TIME-902")->waiver->id, "W-1");
    assert_int_equal(decision->verdict, VERDICT_ADMIT);
    decision = decide(WHOLE, "demands.village_input=true due_at=2026-11-10T17:30 issuer.name=县市场监督管理局", WORLD_FIRE);
    assert_status(decision, "TIME-902", STATUS_FAIL);
    assert_int_equal(decision->verdict, VERDICT_HOLD);
    world_task(&world, &task, WHOLE " demands.village_input=true due_at=2026-11-10T17:30");
    forget("issuer.name");
    static struct decision untold;
    world_decide(&world, &task, WORLD_FIRE, &untold);
    assert_status(&untold, "TIME-902", STATUS_UNKNOWN);
    assert_true(fact_set_has(&world_finding(&untold, "TIME-902")->missing, FACT_ID_ISSUER_NAME));
}

#define EMERGENCY "emergency.declared=true emergency.level=2 emergency.notice=防汛3号 emergency.expected_end=2026-11-20T00:00 "

static void an_emergency_lets_papers_follow(void **state) {
    (void)state;
    const struct decision *decision = decide(WHOLE, EMERGENCY "due_at=2026-11-05T16:00 funds.provided=0", WORLD_FIRE);
    assert_int_equal(decision->verdict, VERDICT_ADMIT);
    assert_true(decision->provisional);
    assert_true(world_finding(decision, "TIME-901")->excused);
    assert_true(world_finding(decision, "RES-901")->excused);
    assert_false(world_finding(decision, "TIME-901")->has_remedy);
    assert_int_equal(decision->papers_due, (int64_t)world_day("2026-11-12") * DAY_MINUTES + 1050);
    assert_int_equal(decision->question_count, 0);
}

static void an_emergency_excuses_no_traces_powers_or_recalled_items(void **state) {
    (void)state;
    assert_int_equal(decide(WHOLE, EMERGENCY "demands.photos=true", WORLD_FIRE)->verdict, VERDICT_HOLD);
    assert_int_equal(decide(WHOLE, EMERGENCY "powers.required=coercion", WORLD_FIRE)->verdict, VERDICT_REJECT);
    assert_int_equal(decide(WHOLE, EMERGENCY, WORLD_RECALLED)->verdict, VERDICT_REJECT);
    const struct decision *decision = decide(WHOLE, EMERGENCY, -1);
    assert_int_equal(decision->verdict, VERDICT_ADMIT);
    assert_true(decision->provisional);
}

static void without_a_calendar_the_papers_are_due_when_the_response_ends(void **state) {
    (void)state;
    const struct decision *decision = decide(
        WHOLE, EMERGENCY "start_at=2026-12-30T08:00 emergency.expected_end=2027-01-04T12:00 funds.provided=0", WORLD_FIRE);
    assert_true(decision->provisional);
    assert_int_equal(decision->papers_due, (int64_t)world_day("2027-01-04") * DAY_MINUTES + 720);
}

/* An unfinished paper may still announce one: its text would tell. */
static void an_emergency_that_cannot_be_told_is_asked_for(void **state) {
    (void)state;
    world_task(&world, &task, WHOLE " complete=false funds.provided=0 demands.photos=none demands.village_input=none");
    forget("body");
    static struct decision decision;
    world_decide(&world, &task, WORLD_FIRE, &decision);
    assert_status(&decision, "RES-901", STATUS_FAIL);
    assert_int_equal(decision.verdict, VERDICT_HOLD);
    bool asked = false;
    for (size_t i = 0; i < decision.question_count; i++) asked = asked || decision.questions[i].fact == FACT_ID_BODY;
    assert_true(asked);
}

static void findings_come_hardest_first(void **state) {
    (void)state;
    const struct decision *decision = decide(
        "body=x kind=patrol", "demands.photos=true due_at=2026-11-05T16:00 received_at=2026-11-05T09:00", WORLD_RECALLED);
    assert_true(decision->finding_count > 4);
    for (size_t i = 1; i < decision->finding_count; i++) {
        const struct finding *before = &decision->findings[i - 1], *after = &decision->findings[i];
        assert_true(before->rule->level >= after->rule->level);
        if (before->rule->level != after->rule->level) continue;
        assert_true(before->status <= after->status || before->status == STATUS_ERROR || after->status == STATUS_ERROR);
        if (before->status == after->status) assert_true(str_compare(before->rule->id, after->rule->id) < 0);
    }
    assert_str(decision->findings[0].rule->id, "LIST-901");
}

static void the_day_of_a_task(void **state) {
    (void)state;
    static const struct {
        const char *facts, *day;
    } cases[] = {{"", "2026-11-22"},
                 {"received_at=2026-11-05T09:00 document.date=2026-11-01", "2026-11-05"},
                 {"document.date=2026-11-01 meeting.at=2026-12-01T09:00", "2026-11-01"},
                 {"message.sent_at=2026-10-01T22:00", "2026-10-01"},
                 {"meeting.at=2026-12-01T09:00", "2026-12-01"},
                 {"inspection.at=2026-12-02T09:00", "2026-12-02"},
                 {"received_at=none", "2026-11-22"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        world_task(&world, &task, cases[i].facts);
        assert_int_equal(decide_day(&task, world_day("2026-11-22")), world_day(cases[i].day));
    }
}

static void the_law_of_the_day(void **state) {
    (void)state;
    struct found_item match = {.how = HOW_DECLARED, .item = WORLD_FIRE, .text_item = -1};
    struct quanze_error error;
    struct decision decision;
    world_task(&world, &task, WHOLE);
    assert_int_equal(decide_task(world.decider, &task, &match, world_day("2020-06-01"), &world.arena, &decision, &error),
                     QUANZE_OK);
    assert_non_null(world_finding(&decision, "BASIS-902"));
    assert_int_equal(decision.as_of, world_day("2020-06-01"));
}

static void list_rules_run_on_items(void **state) {
    (void)state;
    static const struct {
        int item;
        const char *rules;
    } cases[] = {
        {WORLD_BASIC, ""}, {WORLD_RECALLED, "LIST-951"}, {WORLD_FIREWORKS, "LIST-951"}, {WORLD_FIRE, "LIST-952 LIST-951"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct finding *findings;
        size_t count, length = 0;
        struct quanze_error error;
        char rules[256] = "";
        assert_int_equal(
            decide_item(world.decider, cases[i].item, world_day("2026-11-05"), &world.arena, &findings, &count, &error),
            QUANZE_OK);
        for (size_t j = 0; j < count; j++) {
            if (j > 0) rules[length++] = ' ';
            memcpy(rules + length, findings[j].rule->id.at, findings[j].rule->id.length);
            length += findings[j].rule->id.length;
        }
        rules[length] = '\0';
        assert_string_equal(rules, cases[i].rules);
    }
}

static void the_same_task_gives_the_same_decision(void **state) {
    (void)state;
    const struct decision first = *decide(WHOLE, "funds.provided=0 demands.photos=true", WORLD_FIRE);
    decide("title=另一件", "", -1);
    const struct decision *second = decide(WHOLE, "funds.provided=0 demands.photos=true", WORLD_FIRE);
    assert_int_equal(first.verdict, second->verdict);
    assert_int_equal(first.finding_count, second->finding_count);
    for (size_t i = 0; i < first.finding_count; i++) assert_ptr_equal(first.findings[i].rule, second->findings[i].rule);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_whole_task_is_admitted),
                                       cmocka_unit_test(one_change_one_verdict),
                                       cmocka_unit_test(what_is_not_told_is_unknown),
                                       cmocka_unit_test(what_fails_for_every_completion_fails),
                                       cmocka_unit_test(an_untold_filter_makes_a_failure_unknown),
                                       cmocka_unit_test(an_empty_task_is_held),
                                       cmocka_unit_test(assumed_facts_are_not_facts_seen),
                                       cmocka_unit_test(a_waiver_lets_a_rule_pass),
                                       cmocka_unit_test(an_emergency_lets_papers_follow),
                                       cmocka_unit_test(an_emergency_excuses_no_traces_powers_or_recalled_items),
                                       cmocka_unit_test(without_a_calendar_the_papers_are_due_when_the_response_ends),
                                       cmocka_unit_test(an_emergency_that_cannot_be_told_is_asked_for),
                                       cmocka_unit_test(findings_come_hardest_first),
                                       cmocka_unit_test(the_day_of_a_task),
                                       cmocka_unit_test(the_law_of_the_day),
                                       cmocka_unit_test(list_rules_run_on_items),
                                       cmocka_unit_test(the_same_task_gives_the_same_decision)};
    return cmocka_run_group_tests(tests, open_world, close_world);
}
