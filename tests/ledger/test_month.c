#include "support.h"
#include <stdio.h>

#include <ledger/month.h>
#include <sqlite3.h>

#define DAY 20730 /* 2026-10-04 */
#define MOST 256

/* Sums as told, and as counted again from what each task adds. */
struct sum {
    char key[128];
    int64_t value;
};

struct sums {
    struct sum at[MOST];
    size_t count;
};

static void add(struct sums *sums, int month, struct str township, struct str department, struct str name, int64_t value) {
    char key[128];
    (void)snprintf(key, sizeof key, "%d|%.*s|%.*s|%.*s", month, (int)township.length, township.at, (int)department.length,
                   department.at, (int)name.length, name.at);
    size_t at = 0;
    while (at < sums->count && strcmp(sums->at[at].key, key) != 0) at++;
    assert_true(at < MOST);
    if (at == sums->count) (void)snprintf(sums->at[sums->count++].key, sizeof key, "%s", key);
    sums->at[at].value += value;
}

static quanze_status take_sum(void *payload, const struct ledger_sum *sum, struct quanze_error *error) {
    (void)error;
    add(payload, sum->month, sum->township, sum->department, sum->name, sum->value);
    return QUANZE_OK;
}

/* What the test knows that each task adds. */
struct entered {
    const char *id, *township, *department, *lines;
    int32_t day;
};

static void count_lines(struct sums *sums, const struct entered *entered) {
    const char *at = entered->lines;
    while (*at) {
        char name[64];
        long long value;
        int used = 0;
        if (*at != '?' && sscanf(at, "%63s %lld\n%n", name, &value, &used) == 2) {
            const int month = ledger_month_of(entered->day);
            add(sums, month, STR(""), str_of(entered->department), str_of(name), value);
            if (entered->township)
                add(sums, month, str_of(entered->township), str_of(entered->department), str_of(name), value);
        }
        at = strchr(at, '\n') + 1;
    }
}

static int64_t value_of(const struct sums *sums, const char *key) {
    for (size_t i = 0; i < sums->count; i++)
        if (strcmp(sums->at[i].key, key) == 0) return sums->at[i].value;
    return 0;
}

/* The sums of the ledger are those of the tasks, and nothing else. */
static void check(struct shelf *shelf, const struct entered *entered, size_t count) {
    static struct sums told, counted;
    struct quanze_error error = {0};
    told.count = counted.count = 0;
    memset(&told, 0, sizeof told);
    memset(&counted, 0, sizeof counted);
    if (ledger_list_sums(shelf->ledger, 0, 99999, take_sum, &told, &error) != QUANZE_OK) fail_msg("%s", error.en);
    for (size_t i = 0; i < count; i++) count_lines(&counted, &entered[i]);
    for (size_t i = 0; i < told.count; i++) assert_int_equal(told.at[i].value, value_of(&counted, told.at[i].key));
    for (size_t i = 0; i < counted.count; i++) assert_int_equal(counted.at[i].value, value_of(&told, counted.at[i].key));
}

/* The paper tells what `like` tells, and where and when it was entered. */
static void roll_like(struct shelf *shelf, const struct entered *entered, struct paper like) {
    struct quanze_error error = {0};
    struct ledger_task row;
    struct ledger_added added = {0};
    const struct ledger_share share = {str_of(entered->department), str_of(entered->lines)};
    like.id = entered->id;
    like.title = entered->lines;
    like.issuer = entered->department;
    like.township = entered->township;
    like.day = entered->day;
    paper_row(shelf, &like, &row);
    quanze_status status = ledger_add_task(shelf->ledger, &row, NOW, &added, &error);
    if (status == QUANZE_OK) status = ledger_roll(shelf->ledger, &row, &added, &share, &error);
    if (status != QUANZE_OK) fail_msg("%s", error.en);
}

static void roll(struct shelf *shelf, const struct entered *entered) {
    roll_like(shelf, entered, (struct paper){.kind = "form", .body = "全文"});
}

static void begin(struct shelf *shelf) {
    struct quanze_error error = {0};
    if (ledger_begin(shelf->ledger, &error) != QUANZE_OK) fail_msg("%s", error.en);
}

static void commit(struct shelf *shelf) {
    struct quanze_error error = {0};
    if (ledger_commit(shelf->ledger, &error) != QUANZE_OK) fail_msg("%s", error.en);
}

static const struct entered FIRST[] = {
    {"a", "木塘垸镇", "县消防救援大队", "documents 1\nfunds_gap 24000\n?staff_gap\nrule:TIME-001 1\n", DAY},
    {"b", "木塘垸镇", "县消防救援大队", "documents 1\nrule:TIME-001 1\n", DAY},
    {"c", "柳溪乡", "县财政局", "meetings 1\n", DAY + 31},
    {"d", NULL, "县财政局", "documents 1\n", DAY},
};

static void sums_are_those_of_the_tasks(void **state) {
    struct shelf *shelf = *state;
    begin(shelf);
    for (size_t i = 0; i < COUNT(FIRST); i++) roll(shelf, &FIRST[i]);
    commit(shelf);
    check(shelf, FIRST, COUNT(FIRST));
    shelf_reopen(shelf, LEDGER_READ);
    check(shelf, FIRST, COUNT(FIRST));
}

/* Another version of a task, of another body, township and month, takes the place of the first. */
static void what_replaces_takes_back(void **state) {
    struct shelf *shelf = *state;
    static const struct entered AFTER[] = {
        {"a", "柳溪乡", "县应急管理局", "documents 1\nstaff_gap 2\n", DAY + 31},
        {"b", "木塘垸镇", "县消防救援大队", "documents 1\nrule:TIME-001 1\n", DAY},
        {"c", "柳溪乡", "县财政局", "meetings 1\n", DAY + 31},
        {"d", NULL, "县财政局", "documents 1\n", DAY},
    };
    begin(shelf);
    for (size_t i = 0; i < COUNT(FIRST); i++) roll(shelf, &FIRST[i]);
    commit(shelf);
    begin(shelf);
    roll(shelf, &AFTER[0]);
    roll(shelf, &AFTER[1]); /* the same task rolled again counts once */
    commit(shelf);
    check(shelf, AFTER, COUNT(AFTER));
}

/* What was rolled back, and what broke off when the program died, is in no sum. */
static void what_is_not_committed_is_in_no_sum(void **state) {
    struct shelf *shelf = *state;
    begin(shelf);
    roll(shelf, &FIRST[0]);
    commit(shelf);
    begin(shelf);
    roll(shelf, &FIRST[1]);
    ledger_roll_back(shelf->ledger);
    check(shelf, FIRST, 1);
    begin(shelf);
    roll(shelf, &FIRST[2]);
    shelf_reopen(shelf, LEDGER_WRITE);
    check(shelf, FIRST, 1);
    begin(shelf);
    roll(shelf, &FIRST[1]);
    commit(shelf);
    check(shelf, FIRST, 2);
}

static void a_task_without_a_day_is_in_no_month(void **state) {
    struct shelf *shelf = *state;
    struct quanze_error error;
    struct validity days;
    size_t undated = 0;
    const struct entered undated_task = {"u", "柳溪乡", "县财政局", "documents 1\n", DAY_NONE};
    begin(shelf);
    roll(shelf, &undated_task);
    commit(shelf);
    check(shelf, NULL, 0);
    assert_int_equal(ledger_count_undated(shelf->ledger, &undated, &error), QUANZE_OK);
    assert_int_equal(undated, 1);
    assert_int_equal(ledger_find_days(shelf->ledger, &days, &error), QUANZE_OK);
    assert_int_equal(days.from, DAY_NONE);
}

struct listed {
    char ids[64];
};

static quanze_status take_task(void *payload, const struct ledger_month_task *task, struct quanze_error *error) {
    struct listed *listed = payload;
    (void)error;
    size_t used = strlen(listed->ids);
    (void)snprintf(listed->ids + used, sizeof listed->ids - used, "%.*s:%d:%.*s ", (int)task->id.length, task->id.at,
                   task->day - DAY, (int)task->verdict.length, task->verdict.at);
    return QUANZE_OK;
}

/* The latest version of each task of the days, with its latest decision. */
static void a_period_has_its_tasks(void **state) {
    struct shelf *shelf = *state;
    struct listed listed = {""};
    struct quanze_error error = {0};
    begin(shelf);
    for (size_t i = 0; i < COUNT(FIRST); i++) roll(shelf, &FIRST[i]);
    commit(shelf);
    const struct paper again = {
        .id = "b", .title = "又一版", .issuer = "县消防救援大队", .township = "木塘垸镇", .day = DAY + 1};
    const int64_t row = add_paper(shelf, &again);
    (void)add_decision(shelf, row, "hold", "cooperative", NULL, DAY_NONE);
    (void)add_decision(shelf, row, "reject", "cooperative", "no_power", DAY_NONE);
    const struct validity days = {DAY - 3, DAY + 27};
    if (ledger_list_month(shelf->ledger, days, take_task, &listed, &error) != QUANZE_OK) fail_msg("%s", error.en);
    assert_non_null(strstr(listed.ids, "a:0: "));
    assert_non_null(strstr(listed.ids, "d:0: "));
    assert_non_null(strstr(listed.ids, "b:1:reject "));
    assert_null(strstr(listed.ids, "b:0:"));
    assert_null(strstr(listed.ids, "c:"));
}

/* The ledger as it was in form 12. */
static void make_older(struct shelf *shelf, const char *more) {
    sqlite3 *db;
    ledger_close(shelf->ledger);
    shelf->ledger = NULL;
    assert_int_equal(sqlite3_open(shelf->path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db,
                                  "ALTER TABLE rolled DROP COLUMN day; ALTER TABLE rolled DROP COLUMN entered_at; ALTER TABLE "
                                  "rolled DROP COLUMN brief; DROP INDEX decisions_apart; CREATE INDEX decisions_by_task ON "
                                  "decisions (task); CREATE INDEX tasks_by_due ON tasks (due_at); PRAGMA user_version = 12",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, more, NULL, NULL, NULL), SQLITE_OK);
    (void)sqlite3_close(db);
    shelf_reopen(shelf, LEDGER_WRITE);
}

/* Sums of before the villages' list was asked: only what a finding says to be outside it is still put on villages. */
static void what_villages_have_listed_is_put_right(void **state) {
    struct shelf *shelf = *state;
    static const struct entered BEFORE[] = {
        {"found", "木塘垸镇", "县消防救援大队", "documents 1\npassed_to_village 1\nrule:BURDEN-010 1\n", DAY},
        {"listed", "木塘垸镇", "县消防救援大队", "documents 1\npassed_to_village 1\nforms 2\n", DAY},
        {"alone", "柳溪乡", "县财政局", "documents 1\npassed_to_village 1\n", DAY},
        {"never", "柳溪乡", "县财政局", "documents 1\n", DAY + 31}};
    static const struct entered AFTER[] = {
        {"found", "木塘垸镇", "县消防救援大队", "documents 1\npassed_to_village 1\nrule:BURDEN-010 1\n", DAY},
        {"listed", "木塘垸镇", "县消防救援大队", "documents 1\n?passed_to_village\nforms 2\n", DAY},
        {"alone", "柳溪乡", "县财政局", "documents 1\n?passed_to_village\n", DAY},
        {"never", "柳溪乡", "县财政局", "documents 1\n", DAY + 31}};
    begin(shelf);
    for (size_t i = 0; i < COUNT(BEFORE); i++) roll(shelf, &BEFORE[i]);
    commit(shelf);
    (void)add_decision(shelf, 1, "hold", "cooperative", NULL, DAY_NONE);
    make_older(shelf, "INSERT INTO findings (decision, place, rule, family, status, level) SELECT seq, 99, 'BURDEN-010', "
                      "'burden', 'fail', 'hold' FROM decisions");
    check(shelf, AFTER, COUNT(AFTER));
    begin(shelf);
    for (size_t i = 0; i < COUNT(BEFORE); i++) roll(shelf, &BEFORE[i]); /* what stands there is what is taken back */
    commit(shelf);
    check(shelf, BEFORE, COUNT(BEFORE));
}

struct shares {
    const struct entered *entered;
    size_t count;
    size_t *seen;
};

static quanze_status compare_share(void *payload, const struct ledger_month_task *row, struct quanze_error *error) {
    const struct shares *shares = payload;
    (void)error;
    for (size_t i = 0; i < shares->count; i++) {
        if (!str_equal(row->id, str_of(shares->entered[i].id))) continue;
        assert_true(str_equal(row->share, str_of(shares->entered[i].lines)));
        ++*shares->seen;
    }
    return QUANZE_OK;
}

/* What unfinished papers left open had been counted as not there. */
static void what_old_papers_do_not_tell_is_open(void **state) {
    struct shelf *shelf = *state;
    static const char DONE[] = "{\"complete\":true,\"id\":\"done\"}";
    static const struct paper PAPERS[] = {{.kind = "form", .body = "全文"},
                                          {.kind = "form", .facts = DONE},

                                          {.kind = "form", .facts = "{\"complete\":false,\"id\":\"open\"}"},
                                          {.body = "全文"},
                                          {.day = 0}};
    static const struct entered BEFORE[] = {{"text", "木塘垸镇", "县消防救援大队", "tasks 1\nforms 2\n", DAY},
                                            {"done", "木塘垸镇", "县消防救援大队", "tasks 1\nvisits 1\n", DAY},
                                            {"open", "木塘垸镇", "县消防救援大队", "tasks 1\nvisits 1\n", DAY},
                                            {"unlike", "柳溪乡", "县财政局", "tasks 1\nrule:TIME-001 1\n", DAY + 31},
                                            {"meeting", "柳溪乡", "县财政局", "tasks 1\nmeetings 1\n", DAY + 31}};
    static const struct entered AFTER[] = {
        {"text", "木塘垸镇", "县消防救援大队", "tasks 1\nforms 2\n", DAY},
        {"done", "木塘垸镇", "县消防救援大队", "tasks 1\nvisits 1\n", DAY},
        {"open", "木塘垸镇", "县消防救援大队", "untold 1\ntasks 1\nvisits 1\n", DAY},
        {"unlike", "柳溪乡", "县财政局", "?meetings\n?meetings_top\n?inspections\ntasks 1\nrule:TIME-001 1\n", DAY + 31},
        {"meeting", "柳溪乡", "县财政局", "?inspections\nuntold 1\ntasks 1\nmeetings 1\n", DAY + 31}};
    struct quanze_error error;
    begin(shelf);
    for (size_t i = 0; i < COUNT(BEFORE); i++) roll_like(shelf, &BEFORE[i], PAPERS[i]);
    commit(shelf);
    make_older(shelf, "");
    check(shelf, AFTER, COUNT(AFTER));
    size_t seen = 0;
    struct shares shares = {AFTER, COUNT(AFTER), &seen};
    const struct validity days = {DAY, DAY + 31};
    if (ledger_list_month(shelf->ledger, days, compare_share, &shares, &error) != QUANZE_OK) fail_msg("%s", error.en);
    assert_int_equal(seen, COUNT(AFTER));
    begin(shelf);
    for (size_t i = 0; i < COUNT(BEFORE); i++) roll_like(shelf, &BEFORE[i], PAPERS[i]);
    commit(shelf);
    check(shelf, BEFORE, COUNT(BEFORE));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, shelf_open, shelf_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(sums_are_those_of_the_tasks),         TEST(what_replaces_takes_back), TEST(what_is_not_committed_is_in_no_sum),
        TEST(a_task_without_a_day_is_in_no_month), TEST(a_period_has_its_tasks),   TEST(what_villages_have_listed_is_put_right),
        TEST(what_old_papers_do_not_tell_is_open)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
