/* test_correction.c - what a department has to put right: open, due, done, relapsed, carried over. */
#include <ledger/correction.h>
#include <ledger/support.h>

#define OPENED 20648 /* 2026-07-14 */

static int64_t open_with(struct shelf *shelf, int32_t due_on, struct str rule) {
    const struct ledger_correction correction = {.department = STR("县消防救援大队"),
                                                 .matter = STR("同一张表一个月要了三次"),
                                                 .ground = STR("duplicate"),
                                                 .rule = rule,
                                                 .office = STR("县减负办"),
                                                 .person = STR("张三"),
                                                 .due_on = due_on};
    struct quanze_error error;
    struct ledger_added added;
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(ledger_add_correction(shelf->ledger, &correction, (int64_t)OPENED * DAY_MINUTES + 600, &added, &error),
                     QUANZE_OK);
    assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_OK);
    return added.number;
}

static int64_t open_one(struct shelf *shelf, int32_t due_on) {
    const int64_t number = open_with(shelf, due_on, STR(""));
    assert_int_equal(number, 1);
    return number;
}

static quanze_status take_step(struct shelf *shelf, int64_t correction, enum correction_step which, int32_t day,
                               int32_t due_on) {
    const struct ledger_step step = {correction, which, STR("已合并"), STR("县减负办"), STR("张三"), due_on};
    struct quanze_error error;
    struct ledger_added added;
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    quanze_status status = ledger_add_step(shelf->ledger, &step, (int64_t)day * DAY_MINUTES + 600, &added, &error);
    if (status == QUANZE_OK)
        assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_OK);
    else
        ledger_roll_back(shelf->ledger);
    return status;
}

struct told {
    size_t count;
    enum ledger_correction_state state;
    int64_t months, relapses;
    int32_t due_on;
};

static quanze_status note(void *payload, const struct ledger_correction_line *line, struct quanze_error *error) {
    struct told *told = payload;
    (void)error;
    assert_str(line->correction.department, "县消防救援大队");
    told->count++;
    told->state = line->state;
    told->months = line->months;
    told->relapses = line->relapses;
    told->due_on = line->correction.due_on;
    return QUANZE_OK;
}

static struct told on(struct shelf *shelf, int32_t day) {
    struct quanze_error error;
    struct told told = {0};
    assert_int_equal(ledger_list_corrections(shelf->ledger, day, false, note, &told, &error), QUANZE_OK);
    return told;
}

/* Each day sees what was known on it: an audit of a past month is the same next year. */
static void lives_from_month_to_month(void **state) {
    struct shelf *shelf = *state;
    const int32_t due = OPENED + 10, later = OPENED + 80;
    int64_t number = open_one(shelf, due);
    assert_int_equal(on(shelf, OPENED - 1).count, 0);
    assert_int_equal(on(shelf, OPENED).state, LEDGER_CORRECTION_OPEN);
    assert_int_equal(on(shelf, due).state, LEDGER_CORRECTION_DUE);
    assert_int_equal(on(shelf, OPENED).months, 0);
    assert_int_equal(on(shelf, OPENED + 31).months, 1); /* carried over into August */
    assert_int_equal(take_step(shelf, number, CORRECTION_STEP_DONE, OPENED + 32, DAY_NONE), QUANZE_OK);
    assert_int_equal(on(shelf, OPENED + 32).state, LEDGER_CORRECTION_DONE);
    assert_int_equal(on(shelf, OPENED + 32).months, 0);
    assert_int_equal(on(shelf, OPENED + 31).state, LEDGER_CORRECTION_DUE); /* as it was that day */
    assert_int_equal(take_step(shelf, number, CORRECTION_STEP_RELAPSED, OPENED + 50, later), QUANZE_OK);
    struct told told = on(shelf, OPENED + 50);
    assert_int_equal(told.state, LEDGER_CORRECTION_RELAPSED);
    assert_int_equal(told.relapses, 1);
    assert_int_equal(told.due_on, later);
    assert_int_equal(told.months, 2);
    struct seen seen;
    verify(shelf, NULL, &seen);
    assert_int_equal(seen.count, 0);
}

static void steps_follow_one_another(void **state) {
    struct shelf *shelf = *state;
    int64_t number = open_one(shelf, OPENED + 10);
    assert_int_equal(take_step(shelf, number, CORRECTION_STEP_RELAPSED, OPENED, OPENED + 20), QUANZE_USAGE);
    assert_int_equal(take_step(shelf, number, CORRECTION_STEP_DONE, OPENED, DAY_NONE), QUANZE_OK);
    assert_int_equal(take_step(shelf, number, CORRECTION_STEP_DONE, OPENED, DAY_NONE), QUANZE_USAGE);
    assert_int_equal(take_step(shelf, number + 1, CORRECTION_STEP_DONE, OPENED, DAY_NONE), QUANZE_NO_INPUT);
    assert_int_equal(take_step(shelf, 0, CORRECTION_STEP_DONE, OPENED, DAY_NONE), QUANZE_NO_INPUT);
}

/* A rule may be named, or left out as in a ledger from before rules were kept; neither can be put in or taken out unseen. */
static void the_rule_is_covered_where_there_is_one(void **state) {
    struct shelf *shelf = *state;
    struct seen seen;
    open_one(shelf, OPENED + 40);
    open_with(shelf, OPENED + 40, STR("TIME-001"));
    verify(shelf, NULL, &seen);
    assert_int_equal(seen.count, 0);
    tamper(shelf, "UPDATE corrections SET rule = NULL");
    verify(shelf, NULL, &seen);
    assert_int_equal(seen.count, 1);
    tamper(shelf, "UPDATE corrections SET rule = 'TIME-001'");
    verify(shelf, NULL, &seen);
    assert_int_equal(seen.count, 1);
}

/* Also what belongs to corrections cannot be changed unseen. */
static void tampering_is_seen(void **state) {
    struct shelf *shelf = *state;
    struct seen seen;
    int64_t number = open_one(shelf, OPENED + 10);
    assert_int_equal(take_step(shelf, number, CORRECTION_STEP_DONE, OPENED, DAY_NONE), QUANZE_OK);
    tamper(shelf, "UPDATE corrections SET department = '县林业局'");
    verify(shelf, NULL, &seen);
    assert_int_equal(seen.first_row, 1);
    assert_int_equal(seen.first, FAULT_CHANGED);
    tamper(shelf, "UPDATE corrections SET department = '县消防救援大队'; UPDATE correction_steps SET correction = 2");
    verify(shelf, NULL, &seen);
    assert_int_equal(seen.first_row, 2);
    assert_int_equal(seen.first, FAULT_ABOUT);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, shelf_open, shelf_close)
    const struct CMUnitTest tests[] = {TEST(lives_from_month_to_month), TEST(steps_follow_one_another),
                                       TEST(the_rule_is_covered_where_there_is_one), TEST(tampering_is_seen)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
