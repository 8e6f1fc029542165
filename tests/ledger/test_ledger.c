#include <ledger/short.h>
#include <ledger/support.h>

#include <base/asset.h>
#include <ledger/inside.h>
#include <ledger/month.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern const struct asset LEDGER_STEPS[];

static const struct paper PAPER = {
    .id = "T-1", .title = "关于报送消防资料的通知", .issuer = "县消防大队", .township = "木塘垸镇", .day = 20648};

static void same_content_is_added_once(void **state) {
    struct shelf *shelf = *state;
    struct ledger_task row;
    struct ledger_added first, again;
    struct quanze_error error;
    paper_row(shelf, &PAPER, &row);
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(ledger_add_task(shelf->ledger, &row, NOW, &first, &error), QUANZE_OK);
    assert_int_equal(ledger_add_task(shelf->ledger, &row, NOW + 5, &again, &error), QUANZE_OK);
    assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_OK);
    assert_false(first.is_duplicate);
    assert_true(again.is_duplicate);
    assert_int_equal(again.seq, first.seq);
}

/* More than waits in memory, in one transaction: all of it is there, each task once. */
static void much_at_once_is_all_there(void **state) {
    struct shelf *shelf = *state;
    struct ledger_task row;
    struct ledger_added added;
    struct quanze_error error;
    struct seen seen;
    const size_t length = (size_t)3 << 20;
    char *facts = calloc(1, length);
    assert_non_null(facts);
    memset(facts, 'x', length);
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    for (int i = 0; i < 12; i++) {
        char id[8];
        struct paper paper = PAPER;
        (void)snprintf(id, sizeof id, "T-%d", i % 6);
        paper.id = id;
        paper_row(shelf, &paper, &row);
        row.cells[LEDGER_TASK_CELLS - 1].bytes = (struct str){facts, length};
        ledger_task_finish(&row);
        assert_int_equal(ledger_add_task(shelf->ledger, &row, NOW, &added, &error), QUANZE_OK);
        assert_int_equal(added.is_duplicate, i >= 6);
    }
    assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_OK);
    verify(shelf, NULL, &seen);
    assert_int_equal(seen.count, 0);
    assert_int_equal(seen.result.rows, 6);
    assert_int_equal(standing_differences(shelf), 0);
    free(facts);
}

static void other_content_of_an_id_is_another_version(void **state) {
    struct shelf *shelf = *state;
    struct paper changed = PAPER;
    struct ledger_task row;
    struct ledger_added added;
    struct quanze_error error;
    add_paper(shelf, &PAPER);
    changed.title = "关于再次报送消防资料的通知";
    paper_row(shelf, &changed, &row);
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(ledger_add_task(shelf->ledger, &row, NOW, &added, &error), QUANZE_OK);
    assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_OK);
    assert_false(added.is_duplicate);
    assert_true(added.is_other_version);
}

static void same_decision_is_added_once(void **state) {
    struct shelf *shelf = *state;
    int64_t task = add_paper(shelf, &PAPER);
    int64_t first = add_decision(shelf, task, "reject", "cooperative", "no_power", DAY_NONE);
    assert_int_equal(add_decision(shelf, task, "reject", "cooperative", "no_power", DAY_NONE), first);
    assert_int_not_equal(add_decision(shelf, task, "hold", "cooperative", "no_power", DAY_NONE), first);
}

static void what_is_not_committed_is_not_there(void **state) {
    struct shelf *shelf = *state;
    struct ledger_task row;
    struct ledger_added added;
    struct quanze_error error;
    struct seen seen;
    paper_row(shelf, &PAPER, &row);
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(ledger_add_task(shelf->ledger, &row, NOW, &added, &error), QUANZE_OK);
    shelf_reopen(shelf, LEDGER_WRITE);
    verify(shelf, NULL, &seen);
    assert_int_equal(seen.result.rows, 0);
}

/* Not by UPDATE, not by DELETE, not by REPLACE. */
static void rows_are_only_added(void **state) {
    struct shelf *shelf = *state;
    static const char *const TRIES[] = {"UPDATE tasks SET title = 'x'", "DELETE FROM tasks", "DELETE FROM journal",
                                        "UPDATE journal SET at = 1", "UPDATE task_townships SET township = 'x'"};
    sqlite3 *db;
    add_paper(shelf, &PAPER);
    assert_int_equal(sqlite3_open(shelf->path, &db), SQLITE_OK);
    for (size_t i = 0; i < COUNT(TRIES); i++) {
        assert_int_equal(sqlite3_exec(db, TRIES[i], NULL, NULL, NULL), SQLITE_CONSTRAINT);
        assert_non_null(strstr(sqlite3_errmsg(db), "append-only"));
    }
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

/* The columns that are facts are called as the fact table calls them. */
static void columns_are_facts(void **state) {
    struct shelf *shelf = *state;
    static const char *const OWN[] = {"seq", "day", "topic", "source", "facts"};
    sqlite3 *db;
    sqlite3_stmt *statement;
    size_t facts = 0;
    assert_int_equal(sqlite3_open(shelf->path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, "SELECT name FROM pragma_table_info('tasks')", -1, &statement, NULL), SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(statement, 0);
        bool own = false;
        for (size_t i = 0; i < COUNT(OWN); i++) own = own || strcmp(OWN[i], name) == 0;
        if (own) continue;
        bool found = false;
        for (size_t id = 0; id < FACT_COUNT_ALL; id++) {
            char column[64];
            struct str fact = fact_at(id)->name;
            for (size_t i = 0; i < fact.length; i++) column[i] = (char)(fact.at[i] == '.' ? '_' : fact.at[i]);
            column[fact.length] = '\0';
            found = found || strcmp(column, name) == 0;
        }
        if (!found) fail_msg("tasks.%s is no fact", name);
        facts++;
    }
    assert_int_equal(facts, 12);
    (void)sqlite3_finalize(statement);
    (void)sqlite3_close(db);
}

static void opens_what_is_there(void **state) {
    struct shelf *shelf = *state;
    struct ledger *ledger = NULL;
    struct quanze_error error;
    char path[128];
    (void)snprintf(path, sizeof path, "%s/none.db", shelf->folder);
    assert_int_equal(ledger_open(path, LEDGER_READ, &ledger, &error), QUANZE_NO_INPUT);
    assert_int_equal(ledger_open(path, LEDGER_WRITE, &ledger, &error), QUANZE_NO_INPUT);
    assert_int_equal(ledger_open(shelf->folder, LEDGER_READ, &ledger, &error), QUANZE_NO_INPUT);
    FILE *file = fopen(path, "w");
    for (int i = 0; i < 200; i++) (void)fputs("这不是台账。", file);
    (void)fclose(file);
    assert_int_equal(ledger_open(path, LEDGER_READ, &ledger, &error), QUANZE_BAD_DATA);
    assert_int_equal(ledger_open(path, LEDGER_CREATE, &ledger, &error), QUANZE_BAD_DATA);
}

static void another_programs_file_is_no_ledger(void **state) {
    struct shelf *shelf = *state;
    struct ledger *ledger = NULL;
    struct quanze_error error;
    char path[128];
    sqlite3 *db;
    (void)snprintf(path, sizeof path, "%s/other.db", shelf->folder);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "CREATE TABLE t (x)", NULL, NULL, NULL), SQLITE_OK);
    (void)sqlite3_close(db);
    assert_int_equal(ledger_open(path, LEDGER_CREATE, &ledger, &error), QUANZE_BAD_DATA);
    assert_non_null(strstr(error.en, "no ledger"));
}

static void a_newer_ledger_is_refused(void **state) {
    struct shelf *shelf = *state;
    struct ledger *ledger = NULL;
    struct quanze_error error;
    sqlite3 *db;
    ledger_close(shelf->ledger);
    shelf->ledger = NULL;
    assert_int_equal(sqlite3_open(shelf->path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "PRAGMA user_version = 99", NULL, NULL, NULL), SQLITE_OK);
    (void)sqlite3_close(db);
    assert_int_equal(ledger_open(shelf->path, LEDGER_READ, &ledger, &error), QUANZE_BAD_DATA);
    assert_non_null(strstr(error.en, "newer"));
    assert_int_equal(ledger_open(shelf->path, LEDGER_WRITE, &ledger, &error), QUANZE_BAD_DATA);
}

/* A complaint and its answer. */
static void answer_a_complaint(struct shelf *shelf) {
    struct quanze_error error;
    struct ledger_added added;
    const struct ledger_complaint complaint = {.words = STR("一天三个表")};
    struct ledger_answer answer = {.words = STR("合并为一张"), .office = STR("县减负办"), .person = STR("张三")};
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(ledger_add_complaint(shelf->ledger, &complaint, 20648, &added, &error), QUANZE_OK);
    answer.complaint = added.number;
    if (ledger_add_answer(shelf->ledger, &answer, NOW, &added, &error) != QUANZE_OK) fail_msg("%s", error.en);
    assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_OK);
}

static void run(sqlite3 *db, const char *sql) {
    char *message = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK) fail_msg("%s: %s", sql, message);
}

/* A decision as it was entered before the thesaurus belonged to what it was made by. */
static void decide_as_before(struct shelf *shelf, int64_t task) {
    struct quanze_error error;
    struct ledger_added added;
    struct ledger_versions versions = {.engine = STR("0.0.9"), .list = STR("sha256:l"), .rules = STR("sha256:r")};
    struct ledger_decision decision = {
        .versions = &versions, .as_of = 20648, .papers_due = DAY_NONE, .verdict = STR("admit"), .record = STR("{}")};
    ledger_versions_finish(&versions);
    ledger_decision_finish(&decision);
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(ledger_add_decision(shelf->ledger, &(struct ledger_added){.seq = task}, &decision, NOW, &added, &error),
                     QUANZE_OK);
    assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_OK);
}

/* A ledger of an older form, or one whose making broke off behind a step: brought up to date with every row it had. */
static void an_interrupted_migration_goes_on(void **state) {
    struct shelf *shelf = *state;
    char whole[128], text[600];
    (void)snprintf(whole, sizeof whole, "%s", shelf->path);
    decide_as_before(shelf, add_paper(shelf, &PAPER));
    for (int step = 0; step < migrate_newest(); step++) {
        struct ledger *ledger = NULL;
        struct quanze_error error;
        struct seen seen;
        sqlite3 *db;
        ledger_close(shelf->ledger);
        shelf->ledger = NULL;
        (void)snprintf(shelf->path, sizeof shelf->path, "%s/step%d.db", shelf->folder, step);
        assert_int_equal(sqlite3_open(shelf->path, &db), SQLITE_OK);
        struct ledger bare = {.db = db};
        assert_int_equal(short_prepare(&bare, &error), QUANZE_OK); /* steps read texts by it */
        for (int i = 0; i < step; i++) run(db, LEDGER_STEPS[i].at);
        (void)snprintf(text, sizeof text, "PRAGMA application_id = 1366653541; PRAGMA user_version = %d", step);
        if (step > 0) run(db, text);
        (void)snprintf(
            text, sizeof text,
            "ATTACH '%s' AS w; INSERT INTO journal SELECT * FROM w.journal; INSERT INTO tasks SELECT * FROM w.tasks; "
            "INSERT INTO task_townships SELECT * FROM w.task_townships; INSERT INTO task_forms SELECT * FROM "
            "w.task_forms; INSERT INTO versions (seq, engine, list, rules, calendar) SELECT seq, engine, list, rules, calendar "
            "FROM w.versions; INSERT INTO decisions SELECT * FROM w.decisions",
            whole);
        if (step > 0) run(db, text);
        if (step >= 9) /* from then on it is there, and kept */
            run(db, "INSERT INTO standing (task, id, state) SELECT task, id, state FROM w.standing");
        (void)sqlite3_close(db);
        if (step > 0) {
            assert_int_equal(ledger_open(shelf->path, LEDGER_READ, &ledger, &error), QUANZE_BAD_DATA);
            assert_non_null(strstr(error.en, "older"));
        }
        shelf_reopen(shelf, step > 0 ? LEDGER_WRITE : LEDGER_CREATE);
        verify(shelf, NULL, &seen);
        assert_int_equal(seen.count, 0);
        assert_int_equal(seen.result.rows, step > 0 ? 3 : 0);
        assert_int_equal(standing_differences(shelf), 0);
        if (step == 0) add_paper(shelf, &PAPER);
        answer_a_complaint(shelf); /* the newest kinds of rows are taken */
        rows_are_only_added(state);
    }
}

/* Two people stand behind a waiver, and behind an admission against the verdict. */
static void waivers_need_two_people(void **state) {
    static const struct str SAME[] = {STR_INIT("张三"), STR_INIT(" 张　三"), STR_INIT("張三"), STR_INIT("县减负办／张三"),
                                      STR_INIT("")};
    struct shelf *shelf = *state;
    struct quanze_error error;
    struct ledger_added added;
    struct ledger_waiver waiver = {.id = STR("W-1"),
                                   .rule = STR("TIME-002"),
                                   .reason = STR("防汛"),
                                   .requested_by = STR("张三"),
                                   .approved_by = STR("张三"),
                                   .validity = {DAY_NONE, DAY_NONE}};
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    for (size_t i = 0; i < COUNT(SAME); i++) {
        waiver.approved_by = SAME[i];
        assert_int_equal(ledger_add_waiver(shelf->ledger, &waiver, NOW, &added, &error), QUANZE_BAD_DATA);
        assert_non_null(strstr(error.en, "another who approves"));
    }
    waiver.approved_by = STR("李四");
    assert_int_equal(ledger_add_waiver(shelf->ledger, &waiver, NOW, &added, &error), QUANZE_OK);
    assert_int_equal(ledger_add_waiver(shelf->ledger, &waiver, NOW, &added, &error), QUANZE_OK);
    assert_true(added.is_duplicate);
    assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_OK);
}

struct complaints {
    size_t count;
    int32_t day, answered_on;
    size_t answers;
};

static quanze_status count_complaint(void *payload, const struct ledger_complaint_line *line, struct quanze_error *error) {
    struct complaints *complaints = payload;
    (void)error;
    assert_true(line->seq > 0);
    assert_str(line->complaint.words, "一天三个表");
    complaints->count++;
    complaints->day = line->day;
    complaints->answered_on = line->answered_on;
    complaints->answers += str_equal(line->answer, STR("合并为一张"));
    return QUANZE_OK;
}

static void complaints_keep_the_day_alone(void **state) {
    struct shelf *shelf = *state;
    struct quanze_error error;
    struct ledger_added added;
    struct complaints seen = {0};
    struct ledger_complaint_list all = {.newest = false};
    const struct ledger_complaint complaint = {.department = STR("县消防大队"), .words = STR("一天三个表")};
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(ledger_add_complaint(shelf->ledger, &complaint, 20648, &added, &error), QUANZE_OK);
    assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(ledger_list_complaints(shelf->ledger, &all, count_complaint, &seen, &error), QUANZE_OK);
    assert_int_equal(seen.count, 1);
    assert_int_equal(seen.day, 20648);
    assert_int_equal(seen.answered_on, DAY_NONE);
}

/* The last answer counts; an answer is about a complaint and nothing else. */
static void complaints_are_answered(void **state) {
    struct shelf *shelf = *state;
    struct quanze_error error;
    struct ledger_added added;
    struct complaints seen = {0};
    struct ledger_complaint_list all = {.newest = false};
    const struct ledger_complaint complaint = {.words = STR("一天三个表")};
    struct ledger_answer answer = {.words = STR("正在核实"), .office = STR("县减负办"), .person = STR("张三")};
    add_paper(shelf, &PAPER);
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(ledger_add_complaint(shelf->ledger, &complaint, 20648, &added, &error), QUANZE_OK);
    answer.complaint = added.number;
    assert_int_equal(ledger_add_answer(shelf->ledger, &answer, NOW, &added, &error), QUANZE_OK);
    answer.words = STR("合并为一张");
    assert_int_equal(ledger_add_answer(shelf->ledger, &answer, NOW + DAY_MINUTES, &added, &error), QUANZE_OK);
    answer.complaint = added.number + 1;
    assert_int_equal(ledger_add_answer(shelf->ledger, &answer, NOW, &added, &error), QUANZE_NO_INPUT);
    assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(ledger_list_complaints(shelf->ledger, &all, count_complaint, &seen, &error), QUANZE_OK);
    assert_int_equal(seen.count, 1);
    assert_int_equal(seen.answers, 1);
    struct ledger_complaint_list behind = {.after = 1}; /* one that is not read is counted all the same */
    assert_int_equal(ledger_list_complaints(shelf->ledger, &behind, count_complaint, &seen, &error), QUANZE_OK);
    assert_true(seen.count == 1 && behind.all == 1 && behind.answered == 1);
    assert_int_equal(seen.answered_on, NOW / DAY_MINUTES + 1);
    struct seen rows;
    verify(shelf, NULL, &rows);
    assert_int_equal(rows.count, 0);
    assert_int_equal(rows.result.rows, 4);
}

static void a_backup_is_a_ledger(void **state) {
    struct shelf *shelf = *state;
    struct quanze_error error;
    struct seen seen;
    char copy[128];
    (void)snprintf(copy, sizeof copy, "%s/copy.db", shelf->folder);
    add_paper(shelf, &PAPER);
    assert_int_equal(ledger_backup(shelf->ledger, copy, &error), QUANZE_OK);
    assert_int_equal(ledger_backup(shelf->ledger, copy, &error), QUANZE_CANNOT_CREATE);
    (void)snprintf(shelf->path, sizeof shelf->path, "%s", copy);
    shelf_reopen(shelf, LEDGER_READ);
    verify(shelf, NULL, &seen);
    assert_int_equal(seen.result.rows, 1);
    assert_int_equal(seen.count, 0);
}

/* A twin is had of the same rows or not at all. */
static void a_twin_sees_the_same_rows(void **state) {
    struct shelf *shelf = *state;
    struct ledger *reader = NULL;
    struct quanze_error error;
    const struct paper paper = {.id = "T-1", .title = "关于排查的通知", .issuer = "县水利局", .day = 20000};
    add_paper(shelf, &paper);
    assert_int_equal(ledger_open(shelf->path, LEDGER_READ, &reader, &error), QUANZE_OK);
    assert_int_equal(ledger_snapshot(reader, &error), QUANZE_OK);
    struct ledger *twin = ledger_twin(reader);
    assert_non_null(twin);
    const struct paper other = {.id = "T-2", .title = "关于培训的通知", .issuer = "县水利局", .day = 20001};
    add_paper(shelf, &other);
    struct validity seen = {0, 0};
    assert_int_equal(ledger_find_days(twin, &seen, &error), QUANZE_OK);
    assert_int_equal(seen.to, 20000);
    assert_null(ledger_twin(reader));
    ledger_close(twin);
    ledger_close(reader);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, shelf_open, shelf_close)
    const struct CMUnitTest tests[] = {TEST(same_content_is_added_once),
                                       TEST(much_at_once_is_all_there),
                                       TEST(other_content_of_an_id_is_another_version),
                                       TEST(same_decision_is_added_once),
                                       TEST(what_is_not_committed_is_not_there),
                                       TEST(rows_are_only_added),
                                       TEST(columns_are_facts),
                                       TEST(opens_what_is_there),
                                       TEST(another_programs_file_is_no_ledger),
                                       TEST(a_newer_ledger_is_refused),
                                       TEST(an_interrupted_migration_goes_on),
                                       TEST(waivers_need_two_people),
                                       TEST(complaints_keep_the_day_alone),
                                       TEST(complaints_are_answered),
                                       TEST(a_backup_is_a_ledger),
                                       TEST(a_twin_sees_the_same_rows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
