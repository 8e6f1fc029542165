/* Where each task stands is kept while rows are added: it is always what can be counted from them. */
#include <ledger/support.h>

#include <stdio.h>
#include <stdlib.h>

static const struct paper PAPER = {.id = "T-1",
                                   .title = "关于报送消防资料的通知",
                                   .issuer = "县消防大队",
                                   .issuer_kind = "county_department",
                                   .township = "木塘垸镇",
                                   .day = 20648};

static quanze_status ignore_due(void *payload, const struct ledger_due *due, struct quanze_error *error) {
    (void)due;
    (void)error;
    ++*(size_t *)payload;
    return QUANZE_OK;
}

static size_t count_due(struct shelf *shelf, struct ledger_due_filter filter) {
    struct quanze_error error;
    size_t count = 0;
    assert_int_equal(ledger_list_due(shelf->ledger, &filter, ignore_due, &count, &error), QUANZE_OK);
    return count;
}

/* All at once, and as many page by page. */
static size_t due_on(struct shelf *shelf, int32_t day) {
    enum { MOST = 3 };
    const size_t all = count_due(shelf, (struct ledger_due_filter){.day = day});
    size_t after = 0, count;
    do {
        count = count_due(shelf, (struct ledger_due_filter){day, after, MOST});
        assert_true(count <= MOST);
        after += count;
    } while (count == MOST);
    assert_int_equal(after, all);
    return all;
}

/* One of few ids, versions, issuers and townships, so that they meet. */
static void any_paper(struct shelf *shelf, long number) {
    static const char *const ISSUERS[] = {"县消防大队", "县应急局", "县委", NULL};
    static const char *const TOWNSHIPS[] = {"木塘垸镇", "石桥乡", NULL};
    char id[16], title[48];
    struct paper paper = PAPER;
    (void)snprintf(id, sizeof id, "T-%ld", number % 12);
    (void)snprintf(title, sizeof title, "关于第 %ld 次报送的通知", random() % 3);
    paper.id = id;
    paper.title = title;
    paper.issuer = ISSUERS[random() % 4];
    paper.township = TOWNSHIPS[random() % 3];
    paper.end = random() % 2 ? 20700 : 0;
    const int64_t task = add_paper(shelf, &paper);
    if (random() % 2)
        (void)add_decision(shelf, task, random() % 2 ? "admit" : "hold", "cooperative", "no_power",
                           random() % 3 ? DAY_NONE : (int64_t)20660 * DAY_MINUTES);
}

static void any_move(struct shelf *shelf) {
    char id[16];
    struct ledger_case now;
    struct quanze_error error;
    (void)snprintf(id, sizeof id, "T-%ld", random() % 12);
    if (ledger_read_case(shelf->ledger, str_of(id), &shelf->arena, &now, &error) != QUANZE_OK) return;
    add_move(shelf, id, (enum state_id)(random() % STATE_COUNT), OFFICE_GATEKEEPER,
             random() % 2 ? DAY_NONE : (int32_t)(20650 + random() % 60), "until");
}

/* Papers, their versions, decisions and moves in any order. */
static void it_is_what_can_be_counted(void **state) {
    struct shelf *shelf = *state;
    srandom(20261122);
    for (long i = 0; i < 400; i++) {
        if (random() % 2)
            any_paper(shelf, random());
        else
            any_move(shelf);
        assert_int_equal(standing_differences(shelf), 0);
    }
    shelf_reopen(shelf, LEDGER_READ);
    assert_int_equal(standing_differences(shelf), 0);
}

/* Several papers and decisions in one transaction; what is rolled back stands nowhere. */
static void transactions_are_whole(void **state) {
    struct shelf *shelf = *state;
    struct quanze_error error;
    struct ledger_added added;
    struct ledger_case now;
    struct ledger_task row;
    struct paper paper = PAPER;
    for (int kept = 0; kept < 2; kept++) {
        assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
        paper.id = "T-1";
        paper_row(shelf, &paper, &row);
        assert_int_equal(ledger_add_task(shelf->ledger, &row, NOW, &added, &error), QUANZE_OK);
        paper.id = "T-2";
        paper_row(shelf, &paper, &row);
        assert_int_equal(ledger_add_task(shelf->ledger, &row, NOW, &added, &error), QUANZE_OK);
        assert_int_equal(ledger_read_case(shelf->ledger, STR("T-2"), &shelf->arena, &now, &error), QUANZE_OK);
        assert_int_equal(now.life.state, STATE_SUBMITTED);
        if (kept)
            assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_OK);
        else
            ledger_roll_back(shelf->ledger);
        assert_int_equal(standing_differences(shelf), 0);
    }
}

/* What was returned and came again is no longer due back. */
static void a_new_version_is_not_due(void **state) {
    struct shelf *shelf = *state;
    struct paper paper = PAPER;
    (void)add_decision(shelf, add_paper(shelf, &paper), "hold", "cooperative", "no_power", DAY_NONE);
    add_move(shelf, "T-1", STATE_RETURNED, OFFICE_GATEKEEPER, 20660, "completion_workdays");
    assert_int_equal(due_on(shelf, 20660), 1);
    paper.title = "关于报送消防资料的补充通知";
    (void)add_paper(shelf, &paper);
    assert_int_equal(due_on(shelf, 20660), 0);
    assert_int_equal(standing_differences(shelf), 0);
}

struct listed {
    int64_t rows[64];
    size_t count;
};

static quanze_status note(void *payload, const struct ledger_task_line *line, struct quanze_error *error) {
    struct listed *listed = payload;
    (void)error;
    assert_true(listed->count < COUNT(listed->rows));
    listed->rows[listed->count++] = line->seq;
    return QUANZE_OK;
}

static bool is_departments(void *payload, struct str issuer) {
    (void)payload;
    return str_equal(issuer, STR("县消防大队")) || str_equal(issuer, STR("县应急局"));
}

/* Every line, by hand: the same rows in the same order as a filter finds by its index. */
static bool passes(const struct ledger_task_filter *filter, const struct ledger_task_line *line) {
    return (filter->state < 0 || line->state == (enum state_id)filter->state) &&
           (filter->state >= 0 || filter->with_ended || !state_at(line->state)->is_end) &&
           (filter->township.length == 0 || str_equal(line->townships, filter->township)) &&
           (!filter->wants_issuer || filter->wants_issuer(NULL, line->issuer)) &&
           (filter->before == 0 || line->seq < filter->before);
}

struct picked {
    const struct ledger_task_filter *filter;
    struct listed listed;
};

static quanze_status pick(void *payload, const struct ledger_task_line *line, struct quanze_error *error) {
    struct picked *picked = payload;
    return passes(picked->filter, line) ? note(&picked->listed, line, error) : QUANZE_OK;
}

static void check_filter(struct shelf *shelf, const struct ledger_task_filter *filter) {
    const struct ledger_task_filter all = {.state = -1, .with_ended = true};
    struct picked picked = {.filter = filter};
    struct listed listed = {.count = 0};
    struct quanze_error error;
    assert_int_equal(ledger_list_tasks(shelf->ledger, &all, pick, &picked, &error), QUANZE_OK);
    assert_int_equal(ledger_list_tasks(shelf->ledger, filter, note, &listed, &error), QUANZE_OK);
    if (filter->most > 0 && picked.listed.count > filter->most) picked.listed.count = filter->most;
    assert_int_equal(listed.count, picked.listed.count);
    for (size_t i = 0; i < listed.count; i++) assert_int_equal(listed.rows[i], picked.listed.rows[i]);
}

static void every_way_of_asking_finds_the_same(void **state) {
    struct shelf *shelf = *state;
    srandom(7);
    for (int i = 0; i < 60; i++) {
        any_paper(shelf, random());
        any_move(shelf);
    }
    for (int wanted = -1; wanted < STATE_COUNT; wanted++)
        for (int way = 0; way < 16; way++) {
            struct ledger_task_filter filter = {.state = wanted,
                                                .with_ended = way & 1,
                                                .most = way & 2 ? 2 : 0,
                                                .before = way & 4 ? 60 : 0,
                                                .wants_issuer = way & 8 ? is_departments : NULL};
            check_filter(shelf, &filter);
            filter.wants_issuer = NULL;
            if (way & 8) filter.township = STR("石桥乡");
            check_filter(shelf, &filter);
        }
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, shelf_open, shelf_close)
    const struct CMUnitTest tests[] = {TEST(it_is_what_can_be_counted), TEST(transactions_are_whole),
                                       TEST(a_new_version_is_not_due), TEST(every_way_of_asking_finds_the_same)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
