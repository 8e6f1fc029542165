/* What the past tells a task, and that nobody's silence about the past holds a task up. */
#include "world.h"

#include <base/error.h>

#define VISIT                                                                                                                     \
    "kind=inspection title=安全检查 issuer.name=县消防救援大队 townships=木塘垸镇 inspection.at=2026-11-20T09:00 " \
    "emergency.declared=false "

/* A keeper that notes what it is asked and gives the same answer to everything. */
struct keeper {
    size_t count, issuers;
    bool breaks;
    struct history_question asked[HISTORY_QUERY_COUNT];
    size_t times[HISTORY_QUERY_COUNT];
};

static quanze_status find(void *payload, const struct history_question *question, struct arena *arena,
                          struct history_answer *out, struct quanze_error *error) {
    struct keeper *keeper = payload;
    (void)arena;
    if (keeper->breaks) return error_set(error, QUANZE_IO, "台账读不出", "the ledger cannot be read");
    keeper->asked[question->query] = *question;
    keeper->times[question->query]++;
    *out = (struct history_answer){.count = keeper->count, .issuers = keeper->issuers};
    return QUANZE_OK;
}

static struct world world;

static int open_world(void **state) {
    (void)state;
    world_open(&world, "rules");
    return 0;
}

static int close_world(void **state) {
    (void)state;
    world_close(&world);
    return 0;
}

static void decide_with(struct keeper *keeper, const char *facts, struct task *task, struct decision *decision) {
    const struct history history = {keeper, find};
    decider_remember(world.decider, keeper ? &history : NULL);
    world_task(&world, task, facts);
    world_decide(&world, task, -1, decision);
    decider_remember(world.decider, NULL);
}

static void without_a_ledger_the_past_is_not_checked(void **state) {
    (void)state;
    struct task task;
    struct decision decision;
    decide_with(NULL, VISIT, &task, &decision);
    const struct finding *finding = world_finding(&decision, "INSP-051");
    assert_non_null(finding);
    assert_int_equal(finding->status, STATUS_UNKNOWN);
    assert_true(finding->unchecked);
    assert_true(fact_set_has(&finding->missing, FACT_ID_HISTORY_VISITS_THAT_DAY));
    for (size_t i = 0; i < decision.question_count; i++) {
        assert_int_not_equal(decision.questions[i].fact, FACT_ID_HISTORY_VISITS_THAT_DAY);
        for (size_t j = 0; j < decision.questions[i].decide_count; j++)
            assert_false(str_equal(decision.questions[i].decides[j]->id, STR("INSP-051")));
    }
}

static void what_is_not_there_has_no_past(void **state) {
    (void)state;
    struct task task;
    struct decision decision;
    decide_with(NULL, "kind=form title=报表 townships=木塘垸镇 complete=true emergency.declared=false", &task, &decision);
    assert_null(world_finding(&decision, "INSP-051")); /* no visit: nothing to count */
    assert_non_null(world_finding(&decision, "DUP-052"));
}

static void the_third_visit_of_a_day_is_held_and_moved(void **state) {
    (void)state;
    struct keeper keeper = {.count = 2, .issuers = 2};
    struct task task;
    struct decision decision;
    decide_with(&keeper, VISIT, &task, &decision);
    const struct finding *finding = world_finding(&decision, "INSP-051");
    assert_non_null(finding);
    assert_int_equal(finding->status, STATUS_FAIL);
    assert_false(finding->unchecked);
    assert_int_equal(task.value[FACT_ID_HISTORY_VISITS_THAT_DAY].number, 2);
    /* Asked for the day of the visit, by the keys of the task; the remedy asked again, for the day it moves to. */
    assert_int_equal(keeper.asked[HISTORY_VISITS].from, keeper.asked[HISTORY_VISITS].to);
    assert_int_equal(keeper.asked[HISTORY_VISITS].from, world_day("2026-11-23"));
    assert_false(finding->has_remedy); /* the keeper says that day is as full */
}

static void questions_go_as_far_back_as_they_say(void **state) {
    (void)state;
    struct keeper keeper = {.count = 0};
    struct task task;
    struct decision decision;
    decide_with(&keeper,
                "kind=assessment title=考核 issuer.name=县消防救援大队 townships=木塘垸镇 inspection.at=none meeting.at=none "
                "demands.forms=none emergency.declared=false",
                &task, &decision);
    assert_int_equal(keeper.asked[HISTORY_ASSESSMENTS].from, world_day("2026-01-01"));
    assert_int_equal(keeper.asked[HISTORY_ASSESSMENTS].to, world_day("2026-12-31"));
    assert_int_equal(keeper.asked[HISTORY_OTHER_ISSUERS].from, world_day("2026-11-05") - 90);
    assert_int_equal(keeper.asked[HISTORY_OTHER_ISSUERS].to, world_day("2026-11-05"));
    assert_int_equal(keeper.times[HISTORY_VISITS], 0);
    assert_int_equal(keeper.times[HISTORY_MEETINGS], 0);
    assert_int_equal(keeper.times[HISTORY_SAME_FORM], 0);
}

static void with_a_ledger_the_facts_that_it_is_searched_by_are_asked_for(void **state) {
    (void)state;
    struct keeper keeper = {.count = 0};
    struct task task;
    struct decision decision;
    decide_with(&keeper, "kind=inspection title=安全检查 issuer.name=县消防救援大队 inspection.at=2026-11-20T09:00", &task,
                &decision);
    const struct finding *finding = world_finding(&decision, "INSP-051");
    assert_non_null(finding);
    assert_false(finding->unchecked);
    assert_true(fact_set_has(&finding->missing, FACT_ID_TOWNSHIPS));
}

static void a_keeper_that_breaks_ends_the_decision(void **state) {
    (void)state;
    struct keeper keeper = {.breaks = true};
    const struct history history = {&keeper, find};
    const struct found_item match = {.how = HOW_NONE, .item = -1, .text_item = -1};
    struct task task;
    struct decision decision;
    struct quanze_error error;
    decider_remember(world.decider, &history);
    world_task(&world, &task, VISIT);
    assert_int_equal(decide_task(world.decider, &task, &match, world_day("2026-11-05"), &world.arena, &decision, &error),
                     QUANZE_IO);
    assert_string_equal(error.en, "the ledger cannot be read");
    decider_remember(world.decider, NULL);
    world_decide(&world, &task, -1, &decision); /* and the decider is fit for the next */
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(without_a_ledger_the_past_is_not_checked),
                                       cmocka_unit_test(what_is_not_there_has_no_past),
                                       cmocka_unit_test(the_third_visit_of_a_day_is_held_and_moved),
                                       cmocka_unit_test(questions_go_as_far_back_as_they_say),
                                       cmocka_unit_test(with_a_ledger_the_facts_that_it_is_searched_by_are_asked_for),
                                       cmocka_unit_test(a_keeper_that_breaks_ends_the_decision)};
    return cmocka_run_group_tests(tests, open_world, close_world);
}
