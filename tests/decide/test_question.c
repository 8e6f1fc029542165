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

static void decide(const char *facts, int item) {
    world_task(&world, &task, facts);
    world_decide(&world, &task, item, &decision);
}

/* The asked facts in their order, joined by blanks. */
static const char *asked(void) {
    static char words[1024];
    words[0] = '\0';
    for (size_t i = 0; i < decision.question_count; i++) {
        if (i > 0) strcat(words, " ");
        const struct question *question = &decision.questions[i];
        strcat(words, question->fact == FACT_COUNT_ALL ? "year" : fact_at(question->fact)->name.at);
    }
    return words;
}

static const char *decides(size_t at) {
    static char words[256];
    words[0] = '\0';
    for (size_t i = 0; i < decision.questions[at].decide_count; i++) {
        if (i > 0) strcat(words, " ");
        strncat(words, decision.questions[at].decides[i]->id.at, decision.questions[at].decides[i]->id.length);
    }
    return words;
}

/* Everything told but for what a test leaves out. */
#define TOLD                                                                                                                   \
    "title=巡查 body=全文 townships=木塘垸镇 actions=patrol powers.granted=none issuer.kind=county_department "        \
    "received_at=2026-11-05T09:30 funds.required=0 funds.provided=0 staff.required=0 staff.provided=0 origin=upper "

static void the_fact_that_settles_most_comes_first(void **state) {
    (void)state;
    /* powers.required alone settles a block rule; basis a hold rule; due_at one of two that wait for it */
    decide(TOLD "kind=patrol guidance.method=入户", WORLD_BASIC);
    assert_int_equal(decision.verdict, VERDICT_HOLD);
    assert_string_equal(asked(), "powers.required due_at basis");
    assert_string_equal(decides(0), "POWER-901 POWER-902");
    assert_string_equal(decides(1), "TIME-901");
    assert_str(decision.questions[0].ask->name, "county_department");
    assert_str(decision.questions[1].ask->name, "issuer");
}

static void facts_of_warnings_are_not_asked(void **state) {
    (void)state;
    decide(TOLD "kind=patrol guidance.method=入户 powers.required=none due_at=none basis=消防法,,law", WORLD_BASIC);
    assert_int_equal(decision.verdict, VERDICT_ADMIT);
    assert_string_equal(asked(), "");
    assert_true(decision.finding_count > 0);
}

static void a_rejected_task_asks_nothing(void **state) {
    (void)state;
    decide(TOLD "kind=patrol", WORLD_RECALLED);
    assert_int_equal(decision.verdict, VERDICT_REJECT);
    assert_int_equal(decision.question_count, 0);
}

static void derived_facts_ask_for_what_would_tell_them(void **state) {
    (void)state;
    decide(
        "title=巡查 body=全文 kind=patrol due_at=none received_at=none basis=法,,law guidance.method=入户 powers.required=none "
        "powers.granted=none actions=none townships=木塘垸镇 funds.required=0 funds.provided=0 staff.required=2 "
        "staff.provided=0 "
        "origin=upper",
        WORLD_BASIC);
    assert_string_equal(asked(), "issuer.kind");
    assert_string_equal(decides(0), "RES-902");
}

static void a_missing_year_is_asked_of_the_maintainer(void **state) {
    (void)state;
    decide(TOLD "kind=patrol guidance.method=入户 powers.required=none due_at=2027-03-05T16:00 basis=消防法,,law", WORLD_BASIC);
    assert_int_equal(decision.verdict, VERDICT_HOLD);
    assert_string_equal(asked(), "year");
    assert_int_equal(decision.questions[0].missing_year, 2027);
    assert_str(decision.questions[0].ask->name, "maintainer");
    assert_string_equal(decides(0), "TIME-901");
}

/* Without the text of the paper nothing tells what it does not demand: that is one question, not thirty. */
static void the_text_is_asked_for_once(void **state) {
    (void)state;
    decide("title=通知 kind=patrol", WORLD_BASIC);
    size_t texts = 0, waiting = 0;
    for (size_t i = 0; i < decision.question_count; i++) {
        const enum fact_id fact = decision.questions[i].fact;
        texts += fact == FACT_ID_BODY;
        if (fact != FACT_ID_BODY) assert_int_equal(fact_at(fact)->absence, ABSENCE_OPEN); /* what the township would need */
    }
    for (size_t i = 0; i < decision.finding_count; i++) waiting += decision.findings[i].waits_for_text;
    assert_int_equal(texts, 1);
    assert_true(waiting > 0);
    decide("title=通知 kind=patrol complete=true", WORLD_BASIC);
    for (size_t i = 0; i < decision.question_count; i++) assert_int_not_equal(decision.questions[i].fact, FACT_ID_BODY);
    for (size_t i = 0; i < decision.finding_count; i++) assert_false(decision.findings[i].waits_for_text);
}

/* What was read and stays unclear is asked by itself: the text is there, and does not tell. */
static void an_unsure_fact_is_asked_by_itself(void **state) {
    (void)state;
    decide("title=通知 kind=patrol unsure=demands.village_input", WORLD_BASIC);
    bool asked_alone = false;
    for (size_t i = 0; i < decision.question_count; i++)
        asked_alone = asked_alone || decision.questions[i].fact == FACT_ID_DEMANDS_VILLAGE_INPUT;
    assert_true(asked_alone);
}

static void no_fact_is_asked_twice(void **state) {
    (void)state;
    decide("title=通知", -1);
    assert_true(decision.question_count > 5);
    for (size_t i = 0; i < decision.question_count; i++) {
        assert_true(decision.questions[i].decide_count > 0);
        assert_false(task_knows(&task, decision.questions[i].fact));
        assert_true(absence_is_stated(fact_at(decision.questions[i].fact)->absence));
        for (size_t j = 0; j < i; j++) assert_int_not_equal(decision.questions[i].fact, decision.questions[j].fact);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_fact_that_settles_most_comes_first),
                                       cmocka_unit_test(facts_of_warnings_are_not_asked),
                                       cmocka_unit_test(a_rejected_task_asks_nothing),
                                       cmocka_unit_test(derived_facts_ask_for_what_would_tell_them),
                                       cmocka_unit_test(a_missing_year_is_asked_of_the_maintainer),
                                       cmocka_unit_test(the_text_is_asked_for_once),
                                       cmocka_unit_test(an_unsure_fact_is_asked_by_itself),
                                       cmocka_unit_test(no_fact_is_asked_twice)};
    return cmocka_run_group_tests(tests, open_world, close_world);
}
