/* test_decided.c - decisions as they were made: which rows were there before, and parts that together are all. */
#include <ledger/support.h>

#include <ledger/decided.h>
#include <stdio.h>

enum { TASKS = 5 };

/* Adds a task and its decision at one minute; gives the task's row. */
static int64_t decide_at(struct shelf *shelf, const char *id, int64_t now) {
    const struct paper paper = {.id = id, .title = "关于排查的通知", .issuer = "县水利局", .day = 20648};
    struct ledger_versions versions = {.engine = STR("0.1.0"), .list = STR("sha256:l"), .rules = STR("sha256:r")};
    struct ledger_decision decision = {
        .versions = &versions, .as_of = 20648, .papers_due = DAY_NONE, .verdict = STR("hold"), .record = STR("{}")};
    struct ledger_task row;
    struct ledger_added added = {0}, decided = {0};
    struct quanze_error error;
    paper_row(shelf, &paper, &row);
    ledger_versions_finish(&versions);
    ledger_decision_finish(&decision);
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(ledger_add_task(shelf->ledger, &row, now, &added, &error), QUANZE_OK);
    assert_int_equal(ledger_add_decision(shelf->ledger, &added, &decision, now, &decided, &error), QUANZE_OK);
    assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_OK);
    return added.seq;
}

struct listed {
    struct {
        int64_t task, began;
        char id[8];
    } at[TASKS];
    size_t count;
};

static quanze_status take(void *payload, const struct ledger_decided *decided, struct quanze_error *error) {
    struct listed *listed = payload;
    (void)error;
    assert_true(listed->count < TASKS);
    listed->at[listed->count].task = decided->task;
    listed->at[listed->count].began = decided->began;
    (void)snprintf(listed->at[listed->count++].id, 8, "%.*s", (int)decided->id.length, decided->id.at);
    assert_true(str_equal(decided->verdict, STR("hold")));
    return QUANZE_OK;
}

static const struct validity DAYS = {20640, 20650};

/* The minute of a decision begins where the clock showed another one, even when the clock went back. */
static void a_decision_knows_where_its_minute_began(void **state) {
    static const int64_t MINUTES[TASKS] = {NOW, NOW + 1, NOW + 1, NOW, NOW};
    static const size_t FIRST[TASKS] = {0, 1, 1, 3, 3}; /* of the same minute */
    struct shelf *shelf = *state;
    struct listed listed = {.count = 0};
    struct quanze_error error;
    int64_t rows[TASKS];
    size_t undecided = 0;
    for (size_t i = 0; i < TASKS; i++) {
        const char id[] = {'T', (char)('1' + i), '\0'};
        rows[i] = decide_at(shelf, id, MINUTES[i]);
    }
    add_paper(shelf, &(struct paper){.id = "T6", .title = "关于培训的通知", .issuer = "县水利局", .day = 20648});
    const struct ledger_rows all = {1, INT64_MAX};
    assert_int_equal(ledger_list_decided(shelf->ledger, DAYS, all, take, &listed, &undecided, &error), QUANZE_OK);
    assert_int_equal(undecided, 1);
    assert_int_equal(listed.count, TASKS);
    for (size_t i = 0; i < TASKS; i++) {
        assert_int_equal(listed.at[i].task, rows[i]);
        assert_int_equal(listed.at[i].began, rows[FIRST[i]]);
    }
}

static void parts_together_are_all(void **state) {
    static const size_t PARTS[] = {1, 2, 3, 7};
    struct shelf *shelf = *state;
    struct quanze_error error;
    for (size_t i = 0; i < TASKS; i++) {
        const char id[] = {'T', (char)('1' + i), '\0'};
        (void)decide_at(shelf, id, NOW);
    }
    for (size_t i = 0; i < COUNT(PARTS); i++) {
        struct ledger_rows parts[7];
        struct listed listed = {.count = 0};
        assert_int_equal(ledger_part_month(shelf->ledger, DAYS, parts, PARTS[i], &error), QUANZE_OK);
        for (size_t k = 0; k < PARTS[i]; k++) {
            size_t undecided = 0;
            assert_int_equal(ledger_list_decided(shelf->ledger, DAYS, parts[k], take, &listed, &undecided, &error), QUANZE_OK);
        }
        assert_int_equal(listed.count, TASKS);
        for (size_t k = 0; k < TASKS; k++) assert_int_equal(listed.at[k].id[1], '1' + (char)k);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_decision_knows_where_its_minute_began, shelf_open, shelf_close),
        cmocka_unit_test_setup_teardown(parts_together_are_all, shelf_open, shelf_close)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
