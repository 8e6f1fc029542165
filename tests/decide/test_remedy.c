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

static struct task task;
static struct decision decision;

#define TOLD                                                                                                                   \
    "title=巡查 body=全文 townships=青溪镇 actions=patrol powers.required=none powers.granted=none basis=法,,law "     \
    "issuer.kind=county_department issuer.name=消防大队 received_at=2026-11-05T09:30 staff.required=0 staff.provided=0 "   \
    "origin=upper guidance.method=入户 kind=patrol funds.source=县财政 "

static const struct finding *decide(const char *facts, int item, const char *rule) {
    world_task(&world, &task, facts);
    world_decide(&world, &task, item, &decision);
    const struct finding *finding = world_finding(&decision, rule);
    assert_non_null(finding);
    return finding;
}

static const struct value *set_to(const struct finding *finding, enum fact_id fact) {
    for (size_t i = 0; i < finding->remedy.set_count; i++)
        if (finding->remedy.sets[i].fact == fact) return &finding->remedy.sets[i].value;
    return NULL;
}

static void a_remedy_that_cures_is_shown(void **state) {
    (void)state;
    const struct finding *finding =
        decide(TOLD "due_at=2026-11-05T16:00 funds.required=0 funds.provided=0", WORLD_BASIC, "TIME-901");
    assert_int_equal(decision.verdict, VERDICT_REJECT);
    assert_true(finding->has_remedy);
    /* the second working day after Thursday is Monday */
    assert_int_equal(set_to(finding, FACT_ID_DUE_AT)->number, (int64_t)world_day("2026-11-09") * DAY_MINUTES + 1050);
    assert_true(decision.has_after);
    assert_int_equal(decision.after_remedies, VERDICT_ADMIT);
    assert_int_equal(task.value[FACT_ID_DUE_AT].number, (int64_t)world_day("2026-11-05") * DAY_MINUTES + 960);
}

static void of_two_deadlines_the_one_that_cures_both_is_taken(void **state) {
    (void)state;
    decide(TOLD "due_at=2026-11-05T16:00 funds.required=0 funds.provided=0 demands.village_input=true", WORLD_BASIC,
           "TIME-901");
    assert_true(world_finding(&decision, "TIME-901")->has_remedy);
    assert_true(world_finding(&decision, "TIME-902")->has_remedy);
    assert_int_equal(decision.after_remedies, VERDICT_ADMIT);
}

static void what_stays_is_said(void **state) {
    (void)state;
    const struct finding *finding =
        decide(TOLD "due_at=2026-11-05T16:00 funds.required=0 funds.provided=0", WORLD_RECALLED, "LIST-901");
    assert_false(finding->has_remedy);
    assert_true(decision.has_after);
    assert_int_equal(decision.after_remedies, VERDICT_REJECT);
    decide(TOLD "due_at=none funds.required=0 funds.provided=0", WORLD_RECALLED, "LIST-901");
    assert_false(decision.has_after);
}

static void the_need_is_stated_where_only_its_least_is_told(void **state) {
    (void)state;
    const struct finding *finding =
        decide("body=x title=巡查 kind=patrol townships=木塘垸镇 actions=none powers.required=none "
               "powers.granted=none funds.provided=0 staff.required=2 staff.days=1 staff.provided=2 "
               "basis=法,,law issuer.kind=county_department issuer.name=消防大队 due_at=none "
               "received_at=none origin=upper guidance.method=入户 funds.source=县财政",
               WORLD_FIRE, "RES-901");
    assert_int_equal(finding->status, STATUS_FAIL);
    assert_true(finding->has_remedy);
    assert_int_equal(set_to(finding, FACT_ID_FUNDS_PROVIDED)->number, 24000);
    assert_int_equal(set_to(finding, FACT_ID_FUNDS_REQUIRED)->number, 24000);
    assert_int_equal(decision.after_remedies, VERDICT_ADMIT);
}

static void a_remedy_that_takes_the_rule_away_cures(void **state) {
    (void)state;
    const struct finding *finding =
        decide(TOLD "due_at=none funds.required=0 funds.provided=0 assessment.linked=true", WORLD_FIREWORKS, "ACC-901");
    assert_true(finding->has_remedy);
    assert_false(set_to(finding, FACT_ID_ASSESSMENT_LINKED)->number);
}

static void a_remedy_that_does_not_cure_is_not_shown(void **state) {
    (void)state;
    /* the year of the new deadline has no calendar */
    const struct finding *finding =
        decide("body=x title=巡查 kind=patrol received_at=2026-12-31T09:30 due_at=2026-12-31T16:00", WORLD_BASIC, "TIME-901");
    assert_int_equal(finding->status, STATUS_FAIL);
    assert_false(finding->has_remedy);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_remedy_that_cures_is_shown),
                                       cmocka_unit_test(of_two_deadlines_the_one_that_cures_both_is_taken),
                                       cmocka_unit_test(what_stays_is_said),
                                       cmocka_unit_test(the_need_is_stated_where_only_its_least_is_told),
                                       cmocka_unit_test(a_remedy_that_takes_the_rule_away_cures),
                                       cmocka_unit_test(a_remedy_that_does_not_cure_is_not_shown)};
    return cmocka_run_group_tests(tests, open_world, close_world);
}
