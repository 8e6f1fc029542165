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

/* "open: ground ground" or the name of the reason. */
static const char *words_of(const struct answer *answer) {
    static const char *const reasons[] = {"",         "basic duty", "issuer binds", "no ground", "nothing short",
                                          "recalled", "undecided"};
    static char words[256];
    if (!answer->open) return reasons[answer->reason];
    strcpy(words, "open");
    for (size_t i = 0; i < answer->ground_count; i++) {
        strcat(words, i > 0 ? " " : ": ");
        strcat(words, choices_of("GROUND").at[answer->grounds[i]].name.at);
    }
    return words;
}

#define TOLD                                                                                                                   \
    "title=巡查 body=全文 townships=木塘垸镇 actions=patrol powers.required=none powers.granted=none basis=法,,law "  \
    "issuer.name=消防大队 received_at=2026-11-05T09:30 due_at=2026-11-20T16:00 staff.required=0 staff.provided=2 "         \
    "origin=upper guidance.objective=甲 guidance.method=入户 guidance.standard=丙 guidance.contact=丁 kind=patrol "       \
    "funds.source=县财政 funds.required=0 funds.provided=0 "
#define DEPARTMENT "issuer.kind=county_department "
#define GOVERNMENT "issuer.kind=county_government "

static void answers(void **state) {
    (void)state;
    static const struct {
        const char *facts;
        int item;
        const char *accept, *decline, *object, *request;
    } cases[] = {
        {TOLD DEPARTMENT, WORLD_FIREWORKS, "open", "no ground", "no ground", "nothing short"},
        {TOLD DEPARTMENT "demands.photos=true", WORLD_FIREWORKS, "open", "open: trace_demand", "open: trace_demand",
         "nothing short"},
        /* a basic duty is never declined, but may be objected to */
        {TOLD DEPARTMENT "demands.photos=true", WORLD_BASIC, "open", "basic duty", "open: trace_demand", "nothing short"},
        /* nor what a government assigns */
        {TOLD GOVERNMENT "demands.photos=true", WORLD_FIREWORKS, "open", "issuer binds", "open: trace_demand", "nothing short"},
        {TOLD "demands.photos=true", WORLD_FIREWORKS, "open", "undecided", "open: trace_demand", "nothing short"},
        {TOLD DEPARTMENT, WORLD_RECALLED, "recalled", "open: recalled_item", "open: recalled_item", "nothing short"},
        /* what is short may be asked for */
        {TOLD GOVERNMENT "funds.required=500 due_at=2026-11-05T16:00", WORLD_FIREWORKS, "open", "issuer binds",
         "open: no_funds time_unreasonable", "open: no_funds time_unreasonable"},
        {TOLD DEPARTMENT "guidance.method=none", WORLD_FIREWORKS, "open", "no ground", "no ground", "open: unclear_guidance"},
        {TOLD DEPARTMENT "powers.required=licensing", WORLD_FIREWORKS, "open", "open: no_power", "open: no_power",
         "open: no_power"},
        /* a warning is a reason to object, not to decline */
        {TOLD DEPARTMENT "funds.source=none funds.required=20000 funds.provided=20000", WORLD_FIREWORKS, "open", "no ground",
         "open", "open"},
        {"title=通知", -1, "open", "undecided", "undecided", "undecided"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct task task;
        struct decision decision;
        world_task(&world, &task, cases[i].facts);
        world_decide(&world, &task, cases[i].item, &decision);
        assert_string_equal(words_of(&decision.answers[ANSWER_ACCEPT]), cases[i].accept);
        assert_string_equal(words_of(&decision.answers[ANSWER_DECLINE]), cases[i].decline);
        assert_string_equal(words_of(&decision.answers[ANSWER_OBJECT]), cases[i].object);
        assert_string_equal(words_of(&decision.answers[ANSWER_REQUEST_RESOURCES]), cases[i].request);
    }
}

static void an_emergency_leaves_only_the_request(void **state) {
    (void)state;
    struct task task;
    struct decision decision;
    world_task(&world, &task,
               TOLD DEPARTMENT "funds.required=500 emergency.declared=true emergency.level=1 emergency.notice=1号 "
                               "emergency.expected_end=2026-11-30T00:00");
    world_decide(&world, &task, WORLD_FIREWORKS, &decision);
    assert_true(decision.provisional);
    assert_string_equal(words_of(&decision.answers[ANSWER_DECLINE]), "no ground");
    assert_string_equal(words_of(&decision.answers[ANSWER_OBJECT]), "no ground");
    assert_string_equal(words_of(&decision.answers[ANSWER_REQUEST_RESOURCES]), "open: no_funds");
}

/* A recalled item that claims to be a basic duty may be declined; one basic duty mistaken for another may not. */
static void a_false_claim_of_a_basic_duty_binds_nobody(void **state) {
    (void)state;
    struct quanze_error error;
    struct found_item match = {
        .how = HOW_DECLARED, .item = WORLD_BASIC, .score = 100000, .text_item = WORLD_RECALLED, .text_score = 900000};
    struct task task;
    struct decision decision;
    world_task(&world, &task, TOLD DEPARTMENT "demands.photos=true");
    assert_int_equal(decide_task(world.decider, &task, &match, world_day("2026-11-05"), &world.arena, &decision, &error),
                     QUANZE_OK);
    assert_string_equal(words_of(&decision.answers[ANSWER_ACCEPT]), "recalled");
    assert_string_equal(words_of(&decision.answers[ANSWER_DECLINE]), "open: trace_demand");
    match.score = 850000; /* both fit: the claim stands */
    world_task(&world, &task, TOLD DEPARTMENT "demands.photos=true");
    assert_int_equal(decide_task(world.decider, &task, &match, world_day("2026-11-05"), &world.arena, &decision, &error),
                     QUANZE_OK);
    assert_string_equal(words_of(&decision.answers[ANSWER_DECLINE]), "basic duty");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(answers), cmocka_unit_test(an_emergency_leaves_only_the_request),
                                       cmocka_unit_test(a_false_claim_of_a_basic_duty_binds_nobody)};
    return cmocka_run_group_tests(tests, open_world, close_world);
}
