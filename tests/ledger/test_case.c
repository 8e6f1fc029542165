#include <ledger/support.h>

static const struct paper PAPER = {.id = "T-1",
                                   .title = "关于报送消防资料的通知",
                                   .issuer = "县消防大队",
                                   .issuer_kind = "county_department",
                                   .township = "木塘垸镇",
                                   .day = 20648};

static void read_case(struct shelf *shelf, struct ledger_case *out) {
    struct quanze_error error = {0};
    if (ledger_read_case(shelf->ledger, STR("T-1"), &shelf->arena, out, &error) != QUANZE_OK) fail_msg("%s", error.en);
}

static enum state_id state_of(struct shelf *shelf) {
    struct ledger_case now;
    read_case(shelf, &now);
    return now.life.state;
}

static void a_task_is_submitted_screened_moved(void **state) {
    struct shelf *shelf = *state;
    struct ledger_case now;
    int64_t task = add_paper(shelf, &PAPER);
    assert_int_equal(state_of(shelf), STATE_SUBMITTED);
    add_decision(shelf, task, "reject", "cooperative", "no_power", DAY_NONE);
    read_case(shelf, &now);
    assert_int_equal(now.life.state, STATE_SCREENED);
    assert_true(now.life.is_screened && now.life.is_rejected && now.life.has_ground);
    assert_false(now.life.is_basic || now.life.issuer_binds || now.life.is_admissible);
    assert_str(now.grounds, "no_power");
    assert_str(now.basis, "行政处罚法 第二十四条");
    assert_int_equal(now.townships.count, 1);
    add_move(shelf, "T-1", STATE_REFUSED, OFFICE_GATEKEEPER, DAY_NONE, NULL);
    assert_int_equal(state_of(shelf), STATE_REFUSED);
}

/* What was returned comes back as another version and starts again; what is being done does not. */
static void another_version_starts_again_where_it_may(void **state) {
    struct shelf *shelf = *state;
    struct paper better = PAPER;
    int64_t task = add_paper(shelf, &PAPER);
    add_decision(shelf, task, "hold", "cooperative", "no_funds", DAY_NONE);
    add_move(shelf, "T-1", STATE_RETURNED, OFFICE_GATEKEEPER, 20700, "completion_workdays");
    better.title = "补正后的通知";
    task = add_paper(shelf, &better);
    assert_int_equal(state_of(shelf), STATE_SUBMITTED);
    add_decision(shelf, task, "admit", "cooperative", NULL, DAY_NONE);
    assert_int_equal(state_of(shelf), STATE_SCREENED);
    add_move(shelf, "T-1", STATE_ADMITTED, OFFICE_GATEKEEPER, DAY_NONE, NULL);
    add_move(shelf, "T-1", STATE_SENT, OFFICE_DEPARTMENT, DAY_NONE, NULL);
    add_move(shelf, "T-1", STATE_RECEIVED, OFFICE_TOWNSHIP, 20701, "objection_workdays");
    better.title = "又一版通知";
    (void)add_paper(shelf, &better);
    assert_int_equal(state_of(shelf), STATE_RECEIVED);
}

static void who_binds_is_known(void **state) {
    struct shelf *shelf = *state;
    static const struct {
        const char *kind;
        bool binds;
    } KINDS[] = {{"county_government", true},
                 {"county_party_committee", true},
                 {"central", true},
                 {"county_department", false},
                 {"coordinating_body", false}};
    for (size_t i = 0; i < COUNT(KINDS); i++) {
        struct paper paper = PAPER;
        struct ledger_case now;
        paper.title = KINDS[i].kind;
        paper.issuer_kind = KINDS[i].kind;
        (void)add_paper(shelf, &paper);
        read_case(shelf, &now);
        assert_int_equal(now.life.issuer_binds, KINDS[i].binds);
    }
}

static void a_wrong_id_has_a_near_one(void **state) {
    struct shelf *shelf = *state;
    struct ledger_case now;
    struct quanze_error error;
    (void)add_paper(shelf, &PAPER);
    assert_int_equal(ledger_read_case(shelf->ledger, STR("T-2"), &shelf->arena, &now, &error), QUANZE_NO_INPUT);
    assert_non_null(strstr(error.en, "did you mean \"T-1\""));
}

struct dues {
    size_t count;
    int32_t first_day;
    char first_why[32];
};

static quanze_status note_due(void *payload, const struct ledger_due *due, struct quanze_error *error) {
    struct dues *dues = payload;
    (void)error;
    if (dues->count++ > 0) return QUANZE_OK;
    dues->first_day = due->due_on;
    memcpy(dues->first_why, due->why.at, due->why.length < 31 ? due->why.length + 1 : 31);
    return QUANZE_OK;
}

static struct dues due_on(struct shelf *shelf, int32_t day) {
    struct dues dues = {0};
    struct quanze_error error;
    assert_int_equal(ledger_list_due(shelf->ledger, &(struct ledger_due_filter){.day = day}, note_due, &dues, &error),
                     QUANZE_OK);
    return dues;
}

static void what_runs_out_is_told_and_not_moved(void **state) {
    struct shelf *shelf = *state;
    int64_t task = add_paper(shelf, &PAPER);
    add_decision(shelf, task, "admit", "cooperative", NULL, DAY_NONE);
    add_move(shelf, "T-1", STATE_ADMITTED, OFFICE_GATEKEEPER, DAY_NONE, NULL);
    add_move(shelf, "T-1", STATE_SENT, OFFICE_DEPARTMENT, DAY_NONE, NULL);
    add_move(shelf, "T-1", STATE_RECEIVED, OFFICE_TOWNSHIP, 20700, "objection_workdays");
    assert_int_equal(due_on(shelf, 20699).count, 0);
    struct dues dues = due_on(shelf, 20700);
    assert_int_equal(dues.count, 1);
    assert_int_equal(dues.first_day, 20700);
    assert_string_equal(dues.first_why, "objection_workdays");
    assert_int_equal(due_on(shelf, 30000).count, 1);
    assert_int_equal(state_of(shelf), STATE_RECEIVED); /* silence is not acceptance */
    add_move(shelf, "T-1", STATE_ACCEPTED, OFFICE_TOWNSHIP, DAY_NONE, NULL);
    assert_int_equal(due_on(shelf, 30000).count, 0);
}

static void a_limited_task_runs_out_wherever_it_is(void **state) {
    struct shelf *shelf = *state;
    int64_t task = add_paper(shelf, &PAPER);
    add_decision(shelf, task, "admit", "cooperative", NULL, DAY_NONE);
    add_move(shelf, "T-1", STATE_ADMITTED_TEMPORARY, OFFICE_GATEKEEPER, 20710, "end_at");
    assert_int_equal(due_on(shelf, 20709).count, 0);
    assert_string_equal(due_on(shelf, 20710).first_why, "end_at");
    add_move(shelf, "T-1", STATE_SENT, OFFICE_DEPARTMENT, DAY_NONE, NULL);
    add_move(shelf, "T-1", STATE_RECEIVED, OFFICE_TOWNSHIP, 20900, "objection_workdays");
    assert_string_equal(due_on(shelf, 20710).first_why, "end_at");
    struct ledger_case now;
    read_case(shelf, &now);
    assert_true(now.life.was_temporary);
    assert_int_equal(now.life.end_day, 20710);
    add_move(shelf, "T-1", STATE_EXPIRED, OFFICE_GATEKEEPER, DAY_NONE, NULL);
    assert_int_equal(due_on(shelf, 30000).count, 0);
}

static void papers_of_an_emergency_run_out(void **state) {
    struct shelf *shelf = *state;
    int64_t task = add_paper(shelf, &PAPER);
    add_decision(shelf, task, "admit", "cooperative", NULL, (int64_t)20660 * DAY_MINUTES + 600);
    assert_int_equal(due_on(shelf, 20659).count, 0);
    struct dues dues = due_on(shelf, 20660);
    assert_int_equal(dues.first_day, 20660);
    assert_string_equal(dues.first_why, "papers_due");
    struct ledger_case now;
    read_case(shelf, &now);
    assert_true(now.life.is_provisional);
}

static void what_cannot_be_told_is_said_so(void **state) {
    struct shelf *shelf = *state;
    (void)add_paper(shelf, &PAPER);
    add_move(shelf, "T-1", STATE_RECEIVED_UNADMITTED, OFFICE_TOWNSHIP, DAY_NONE, "objection_workdays");
    struct dues dues = due_on(shelf, 20650);
    assert_int_equal(dues.count, 1);
    assert_string_equal(dues.first_why, "unknown");
}

static void a_story_has_all_its_parts(void **state) {
    struct shelf *shelf = *state;
    struct ledger_story story;
    struct quanze_error error;
    int64_t task = add_paper(shelf, &PAPER);
    add_decision(shelf, task, "reject", "cooperative", "no_power", DAY_NONE);
    add_move(shelf, "T-1", STATE_REFUSED, OFFICE_GATEKEEPER, DAY_NONE, NULL);
    assert_int_equal(ledger_read_story(shelf->ledger, STR("T-1"), &shelf->arena, &story, &error), QUANZE_OK);
    assert_int_equal(story.task_count, 1);
    assert_int_equal(story.decision_count, 1);
    assert_int_equal(story.move_count, 1);
    assert_int_equal(story.state, STATE_REFUSED);
    assert_str(story.tasks[0].title, "关于报送消防资料的通知");
    assert_str(story.tasks[0].issuer, "县消防大队");
    assert_str(story.tasks[0].facts, "{\"id\":\"T-1\",\"title\":\"关于报送消防资料的通知\"}");
    assert_int_equal(story.decisions[0].finding_count, 1);
    assert_str(story.decisions[0].verdict, "reject");
    assert_str(story.decisions[0].findings[0].message, "没有处罚权");
    assert_str(story.decisions[0].findings[0].family, "power");
    assert_str(story.decisions[0].engine, "0.1.0");
    assert_str(story.decisions[0].list, "sha256:l");
    assert_str(story.decisions[0].rules, "sha256:r");
    assert_int_equal(story.decisions[0].as_of, 20648);
    assert_str(story.moves[0].from, "screened");
    assert_str(story.moves[0].to, "refused");
    assert_str(story.moves[0].role, "gatekeeper");
    assert_str(story.moves[0].office, "县编办");
    assert_str(story.moves[0].person, "张三");
    assert_str(story.moves[0].why, "测试");
    assert_int_equal(story.moves[0].at, NOW);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, shelf_open, shelf_close)
    const struct CMUnitTest tests[] = {TEST(a_task_is_submitted_screened_moved),
                                       TEST(another_version_starts_again_where_it_may),
                                       TEST(who_binds_is_known),
                                       TEST(a_wrong_id_has_a_near_one),
                                       TEST(what_runs_out_is_told_and_not_moved),
                                       TEST(a_limited_task_runs_out_wherever_it_is),
                                       TEST(papers_of_an_emergency_run_out),
                                       TEST(what_cannot_be_told_is_said_so),
                                       TEST(a_story_has_all_its_parts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
