#include <ledger/decided.h>
#include <ledger/statement.h>
#include <ledger/support.h>

static const struct paper PAPER = {.id = "T-0",
                                   .title = "关于报送今冬明春消防工作资料的通知",
                                   .issuer = "县消防大队",
                                   .township = "木塘垸镇",
                                   .form = "消防台账",
                                   .day = 20648,
                                   .visit = 20650,
                                   .meeting = 20652};

/* How many tasks the past knows, between those days. */
static struct history_answer ask(struct shelf *shelf, enum history_query query, int32_t from, int32_t to) {
    struct ledger_task row;
    struct quanze_error error = {0};
    struct history_answer answer = {0};
    static struct task task;
    struct value township = value_of_text(str_of(PAPER.township));
    struct history_keys keys;
    struct history history = ledger_history(shelf->ledger, NULL);
    paper_row(shelf, &PAPER, &row);
    task_clear(&task);
    task_set(&task, FACT_ID_ID, value_of_text(str_of(PAPER.id)));
    task_set(&task, FACT_ID_TITLE, value_of_text(str_of(PAPER.title)));
    task_set(&task, FACT_ID_ISSUER_NAME, value_of_text(str_of(PAPER.issuer)));
    task_set(&task, FACT_ID_TOWNSHIPS, (struct value){.items = &township, .count = 1, .state = VALUE_GIVEN});
    assert_true(history_keys_make(&task, PAPER.day, &shelf->arena, &keys));
    keys.forms = &(struct history_form){row.forms[0].number, STR("消防台账")};
    keys.form_count = 1;
    const struct history_question question = {query, &keys, from, to};
    if (history.find(history.keeper, &question, &shelf->arena, &answer, &error) != QUANZE_OK) fail_msg("%s", error.en);
    return answer;
}

static void enter(struct shelf *shelf, const char *id, const char *title, const char *issuer, int32_t day) {
    struct paper paper = PAPER;
    paper.id = id;
    paper.title = title;
    paper.issuer = issuer;
    paper.day = day;
    (void)add_paper(shelf, &paper);
}

static void a_task_is_not_its_own_past(void **state) {
    struct shelf *shelf = *state;
    (void)add_paper(shelf, &PAPER);
    for (int query = 0; query < HISTORY_QUERY_COUNT; query++)
        assert_int_equal(ask(shelf, (enum history_query)query, 20000, 21000).count, 0);
}

/* The same topic: other words of the paper, another year, another number; from others, and from the same. */
static void the_same_topic_is_found(void **state) {
    struct shelf *shelf = *state;
    enter(shelf, "A", "转发关于报送2023年今冬明春消防工作资料的紧急通知", "县应急局", 20640);
    enter(shelf, "B", "关于报送今冬明春消防工作资料的通知（以此份为准）", "县消防大队", 20648);
    enter(shelf, "C", "关于报送森林防火资料的通知", "县林业局", 20640);
    enter(shelf, "D", "关于报送今冬明春消防工作资料的通知", "县教育局", 20600);
    struct history_answer others = ask(shelf, HISTORY_OTHER_ISSUERS, 20630, 20648);
    assert_int_equal(others.count, 1);
    assert_int_equal(others.issuers, 1);
    assert_str(others.tasks.at[0], "A");
    assert_int_equal(ask(shelf, HISTORY_OTHER_ISSUERS, 20500, 20648).count, 2);   /* over several probes */
    assert_str(ask(shelf, HISTORY_OTHER_ISSUERS, 20500, 20648).tasks.at[0], "A"); /* the newest first */
    struct history_answer again = ask(shelf, HISTORY_VERSIONS, 20648, 20648);
    assert_int_equal(again.count, 1);
    assert_str(again.tasks.at[0], "B");
}

/* Versions of one id are one task. */
static void an_id_counts_once(void **state) {
    struct shelf *shelf = *state;
    enter(shelf, "A", "关于报送今冬明春消防工作资料的通知", "县应急局", 20640);
    enter(shelf, "A", "关于报送今冬明春消防工作资料的补充通知", "县应急局", 20641);
    assert_int_equal(ask(shelf, HISTORY_OTHER_ISSUERS, 20630, 20648).count, 1);
}

static void forms_visits_meetings_are_found(void **state) {
    struct shelf *shelf = *state;
    struct paper paper = {.id = "A",
                          .title = "甲",
                          .issuer = "县应急局",
                          .township = "木塘垸镇",
                          .form = "消防台账",
                          .day = 20640,
                          .visit = 20650};
    (void)add_paper(shelf, &paper);
    paper = (struct paper){.id = "B",
                           .title = "乙",
                           .issuer = "县消防大队",
                           .township = "木塘垸镇",
                           .day = 20640,
                           .visit = 20650,
                           .meeting = 20652};
    (void)add_paper(shelf, &paper);
    paper = (struct paper){
        .id = "C", .title = "丙", .issuer = "县消防大队", .township = "柳溪乡", .day = 20640, .visit = 20650, .meeting = 20652};
    (void)add_paper(shelf, &paper);
    assert_int_equal(ask(shelf, HISTORY_SAME_FORM, 20600, 20648).count, 1);
    assert_int_equal(ask(shelf, HISTORY_VISITS, 20650, 20650).count, 2);
    assert_int_equal(ask(shelf, HISTORY_VISITS, 20650, 20650).issuers, 2);
    assert_int_equal(ask(shelf, HISTORY_VISITS, 20651, 20651).count, 0);
    assert_int_equal(ask(shelf, HISTORY_OWN_VISITS, 20600, 20700).count, 1);
    assert_int_equal(ask(shelf, HISTORY_MEETINGS, 20652, 20652).count, 1);
}

static void assessments_are_counted_by_township(void **state) {
    struct shelf *shelf = *state;
    struct paper paper = {
        .id = "A", .title = "甲", .issuer = "县应急局", .kind = "assessment", .township = "木塘垸镇", .day = 20640};
    (void)add_paper(shelf, &paper);
    paper.id = "B";
    paper.kind = "form";
    (void)add_paper(shelf, &paper);
    paper.id = "C";
    paper.kind = "evaluation";
    paper.township = "柳溪乡";
    (void)add_paper(shelf, &paper);
    assert_int_equal(ask(shelf, HISTORY_ASSESSMENTS, 20600, 20700).count, 1);
    assert_int_equal(ask(shelf, HISTORY_ASSESSMENTS, 20641, 20700).count, 0);
}

/* What was addressed to another township is no past of this one. */
static void another_township_has_its_own_past(void **state) {
    struct shelf *shelf = *state;
    struct paper paper = PAPER;
    paper.id = "A";
    paper.issuer = "县应急局";
    paper.township = "柳溪乡";
    (void)add_paper(shelf, &paper);
    assert_int_equal(ask(shelf, HISTORY_OTHER_ISSUERS, 20600, 20700).count, 0);
    assert_int_equal(ask(shelf, HISTORY_SAME_FORM, 20600, 20700).count, 0);
    paper.id = "B";
    paper.township = "木塘垸镇";
    (void)add_paper(shelf, &paper);
    assert_int_equal(ask(shelf, HISTORY_OTHER_ISSUERS, 20600, 20700).count, 1);
    assert_int_equal(ask(shelf, HISTORY_SAME_FORM, 20600, 20700).count, 1);
}

/* An unnamed sender is nobody else. */
static void an_unknown_issuer_is_no_other(void **state) {
    struct shelf *shelf = *state;
    struct paper paper = PAPER;
    paper.id = "A";
    paper.issuer = NULL;
    (void)add_paper(shelf, &paper);
    assert_int_equal(ask(shelf, HISTORY_OTHER_ISSUERS, 20600, 20700).count, 0);
    assert_int_equal(ask(shelf, HISTORY_VERSIONS, 20600, 20700).count, 0);
    assert_int_equal(ask(shelf, HISTORY_SAME_FORM, 20600, 20700).count, 1);
}

/* A paper that was taken back burdens nobody; one that came again does. */
static void what_was_taken_back_does_not_count(void **state) {
    struct shelf *shelf = *state;
    struct paper paper = PAPER;
    paper.id = "A";
    paper.issuer = "县应急局";
    (void)add_paper(shelf, &paper);
    assert_int_equal(ask(shelf, HISTORY_OTHER_ISSUERS, 20600, 20700).count, 1);
    add_move(shelf, "A", STATE_RETURNED, OFFICE_GATEKEEPER, DAY_NONE, "");
    assert_int_equal(ask(shelf, HISTORY_OTHER_ISSUERS, 20600, 20700).count, 0);
    paper.form = "另一张表";
    (void)add_paper(shelf, &paper);
    assert_int_equal(ask(shelf, HISTORY_OTHER_ISSUERS, 20600, 20700).count, 1);
    add_move(shelf, "A", STATE_WITHDRAWN, OFFICE_DEPARTMENT, DAY_NONE, "");
    assert_int_equal(ask(shelf, HISTORY_OTHER_ISSUERS, 20600, 20700).count, 0);
}

/* In a snapshot long spans are kept: the answers are the same, the task itself left out, and nothing outlives the snapshot. */
static void a_snapshot_remembers(void **state) {
    struct shelf *shelf = *state;
    struct quanze_error error;
    struct paper paper = PAPER;
    paper.kind = "assessment";
    (void)add_paper(shelf, &paper); /* T-0, the task that asks */
    paper.id = "A";
    (void)add_paper(shelf, &paper);
    paper.id = "B";
    paper.issuer = "县应急局";
    (void)add_paper(shelf, &paper);
    for (int round = 0; round < 2; round++) {
        assert_int_equal(ask(shelf, HISTORY_ASSESSMENTS, 20400, 20700).count, 2);
        assert_int_equal(ask(shelf, HISTORY_VISITS, 20400, 20700).issuers, 2);
        assert_int_equal(ask(shelf, HISTORY_OWN_VISITS, 20400, 20700).count, 1);
        assert_int_equal(ask(shelf, HISTORY_OWN_VISITS, 20400, 20500).count, 0);
        if (round == 0) assert_int_equal(ledger_snapshot(shelf->ledger, &error), QUANZE_OK);
    }
    ledger_roll_back(shelf->ledger);
    paper.id = "C";
    (void)add_paper(shelf, &paper);
    assert_int_equal(ledger_snapshot(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(ask(shelf, HISTORY_ASSESSMENTS, 20400, 20700).count, 3);
    ledger_roll_back(shelf->ledger);
}

/* Asks often enough that days are read; what the past has to say stays the same. */
static void ask_often(struct shelf *shelf, enum history_query query, size_t expected) {
    for (int i = 0; i < 80; i++) assert_int_equal(ask(shelf, query, 20600, 20648).count, expected);
}

/* In a snapshot days that are asked for often are read, once they are few enough: the answers are the same, also of a past that
 * ends at a row, and nothing outlives the snapshot. */
static void a_snapshot_knows_what_it_has_not(void **state) {
    struct shelf *shelf = *state;
    struct quanze_error error;
    struct paper paper = {
        .id = "A", .title = PAPER.title, .issuer = "县应急局", .township = PAPER.township, .form = PAPER.form, .day = 20640};
    const int64_t first = add_paper(shelf, &paper);
    paper.id = "B";
    paper.issuer = "县林业局";
    const int64_t second = add_paper(shelf, &paper);
    tamper(shelf, "WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 1300) "
                  "INSERT INTO tasks (seq, id, day, topic, facts) SELECT i, i, 20640, i, '{}' FROM n");
    assert_int_equal(ledger_snapshot(shelf->ledger, &error), QUANZE_OK);
    ask_often(shelf, HISTORY_OTHER_ISSUERS, 2);
    ask_often(shelf, HISTORY_SAME_FORM, 2);
    ledger_past_before(shelf->ledger, second);
    ask_often(shelf, HISTORY_OTHER_ISSUERS, 1);
    ask_often(shelf, HISTORY_SAME_FORM, 1);
    ledger_past_before(shelf->ledger, first);
    ask_often(shelf, HISTORY_OTHER_ISSUERS, 0);
    ledger_past_before(shelf->ledger, 0);
    ask_often(shelf, HISTORY_OTHER_ISSUERS, 2);
    ledger_roll_back(shelf->ledger);
    shelf_reopen(shelf, LEDGER_WRITE);
    paper.id = "C";
    (void)add_paper(shelf, &paper);
    assert_int_equal(ledger_snapshot(shelf->ledger, &error), QUANZE_OK);
    ask_often(shelf, HISTORY_OTHER_ISSUERS, 3);
    ledger_roll_back(shelf->ledger);
}

/* Asks in a snapshot of its own, at the end of which the connection rests. */
static void ask_and_rest(struct shelf *shelf, struct ledger *by, size_t expected) {
    struct quanze_error error;
    struct ledger *writer = shelf->ledger;
    shelf->ledger = by;
    assert_int_equal(ledger_snapshot(by, &error), QUANZE_OK);
    assert_int_equal(ask(shelf, HISTORY_VISITS, 20400, 20700).count, expected);
    ask_often(shelf, HISTORY_OTHER_ISSUERS, expected);
    ledger_rest(by);
    shelf->ledger = writer;
}

/* What is kept while a connection rests is used again until somebody writes: another connection, or this one. */
static void who_rests_remembers_until_somebody_writes(void **state) {
    struct shelf *shelf = *state;
    struct quanze_error error;
    struct ledger *reader = NULL;
    struct paper paper = PAPER;
    paper.id = "A";
    paper.issuer = "县应急局";
    paper.day = 20640;
    (void)add_paper(shelf, &paper);
    assert_int_equal(ledger_open(shelf->path, LEDGER_READ, &reader, &error), QUANZE_OK);
    for (int round = 0; round < 3; round++) ask_and_rest(shelf, reader, 1);
    assert_true(history_memo_bytes(reader) > 0 && history_seen_bytes(reader) > 0);
    assert_int_equal(ledger_snapshot(reader, &error), QUANZE_OK);
    assert_true(history_memo_bytes(reader) > 0 && history_seen_bytes(reader) > 0);
    ledger_roll_back(reader);
    assert_true(history_memo_bytes(reader) == 0 && history_seen_bytes(reader) == 0);
    ask_and_rest(shelf, reader, 1);
    ask_and_rest(shelf, shelf->ledger, 1);
    paper.id = "B";
    paper.issuer = "县林业局";
    (void)add_paper(shelf, &paper);
    ask_and_rest(shelf, reader, 2);
    ask_and_rest(shelf, shelf->ledger, 2);
    add_move(shelf, "A", STATE_RETURNED, OFFICE_GATEKEEPER, DAY_NONE, "");
    ask_and_rest(shelf, reader, 1);
    ask_and_rest(shelf, shelf->ledger, 1);
    ledger_close(reader);
}

/* A long past is not kept by who rests. */
static void who_rests_keeps_little(void **state) {
    struct shelf *shelf = *state;
    struct quanze_error error;
    (void)add_paper(shelf, &PAPER);
    tamper(shelf,
           "CREATE TEMP TABLE many AS WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 4000) "
           "SELECT i FROM n; "
           "INSERT INTO standing (task, id, issuer, state, ended) SELECT i, i, '县林业局', 'received', 0 FROM many; "
           "INSERT INTO task_townships (task, place, township, assesses, visit) SELECT i, 0, '木塘垸镇', 0, 20650 FROM "
           "many");
    shelf_reopen(shelf, LEDGER_READ);
    assert_int_equal(ledger_snapshot(shelf->ledger, &error), QUANZE_OK);
    for (int32_t from = 20400; from < 20410; from++) (void)ask(shelf, HISTORY_VISITS, from, 20700);
    assert_true(history_memo_bytes(shelf->ledger) > 1024 * 1024);
    ledger_rest(shelf->ledger);
    assert_int_equal(history_memo_bytes(shelf->ledger), 0);
}

/* Answers of one past: in a snapshot they are kept for all pasts. */
static void expect_answers(struct shelf *shelf, int64_t before, const size_t expected[2]) {
    ledger_past_before(shelf->ledger, before);
    assert_int_equal(ask(shelf, HISTORY_ASSESSMENTS, 20400, 20700).count, expected[0]);
    assert_int_equal(ask(shelf, HISTORY_VISITS, 20400, 20700).count, expected[1]);
}

/* What was taken back, and came again, counts in a past as it stood at its end. */
static void what_is_kept_is_of_every_past(void **state) {
    struct shelf *shelf = *state;
    struct quanze_error error;
    struct paper paper = PAPER;
    int64_t rows[6];
    paper.id = "A";
    paper.kind = "assessment";
    rows[0] = add_paper(shelf, &paper);
    paper.id = "B";
    rows[1] = add_paper(shelf, &paper);
    add_move(shelf, "A", STATE_RETURNED, OFFICE_GATEKEEPER, DAY_NONE, "");
    paper.id = "C";
    rows[2] = add_paper(shelf, &paper);
    paper.id = "A";
    paper.form = "另一张表";
    rows[3] = add_paper(shelf, &paper); /* again */
    add_move(shelf, "B", STATE_RETURNED, OFFICE_GATEKEEPER, DAY_NONE, "");
    paper.id = "D";
    rows[4] = add_paper(shelf, &paper);
    add_move(shelf, "A", STATE_WITHDRAWN, OFFICE_DEPARTMENT, DAY_NONE, "");
    paper.id = "E";
    rows[5] = add_paper(shelf, &paper);
    static const size_t EXPECTED[][2] = {{0, 0}, {1, 1}, {1, 1}, {2, 2}, {2, 2}, {2, 2}};
    static const size_t AT_LAST[] = {3, 3}; /* C, D, E */
    for (int round = 0; round < 3; round++) {
        if (round == 1) assert_int_equal(ledger_snapshot(shelf->ledger, &error), QUANZE_OK);
        for (size_t i = 0; i < COUNT(rows); i++) expect_answers(shelf, rows[i], EXPECTED[i]);
        expect_answers(shelf, 0, AT_LAST);
    }
    ledger_roll_back(shelf->ledger);
}

/* Fails where a step of the statement's plan reads a table from end to end; where all of it is asked for, one that is joined.
 */
static void check_plan(struct shelf *shelf, enum statement which, bool is_of_all) {
    sqlite3_stmt *statement = NULL, *plan = NULL;
    struct quanze_error error;
    struct buf sql = {0};
    assert_int_equal(statement_take(shelf->ledger, which, &statement, &error), QUANZE_OK);
    buf_printf(&sql, "EXPLAIN QUERY PLAN %s", sqlite3_sql(statement));
    buf_put_char(&sql, '\0');
    assert_int_equal(sqlite3_prepare_v2(shelf->ledger->db, sql.at, -1, &plan, NULL), SQLITE_OK);
    size_t steps = 0;
    for (; sqlite3_step(plan) == SQLITE_ROW; steps++) {
        const char *step = (const char *)sqlite3_column_text(plan, 3);
        if (strncmp(step, "SCAN", 4) == 0 && (!is_of_all || strstr(step, "LEFT-JOIN")))
            fail_msg("%s: %s", sqlite3_sql(statement), step);
    }
    assert_true(steps > 0);
    (void)sqlite3_finalize(plan);
    buf_free(&sql);
}

/* No question of the past, and nothing that is asked for each task, reads a table from end to end. */
static void nothing_is_read_from_end_to_end(void **state) {
    static const enum statement ASKED[] = {
        STATEMENT_FIND_TASK,      STATEMENT_FIND_DECISION,    STATEMENT_FIND_WAIVER,     STATEMENT_CASE_TASK,
        STATEMENT_CASE_TOWNSHIPS, STATEMENT_CASE_DECISION,    STATEMENT_CASE_GROUNDS,    STATEMENT_CASE_STATE,
        STATEMENT_CASE_WAS,       STATEMENT_STORY_TASKS,      STATEMENT_STORY_DECISIONS, STATEMENT_STORY_FINDINGS,
        STATEMENT_STORY_MOVES,    STATEMENT_HISTORY_TOPIC,    STATEMENT_HISTORY_FORM,    STATEMENT_HISTORY_ASSESSMENTS,
        STATEMENT_HISTORY_VISITS, STATEMENT_HISTORY_MEETINGS, STATEMENT_ROW_OF,          STATEMENT_TASKS_IN,
        STATEMENT_TASKS_TO,       STATEMENT_STAND_ANEW,       STATEMENT_SEEN_TOPICS,     STATEMENT_SEEN_FORMS,
    };
    struct shelf *shelf = *state;
    for (size_t i = 0; i < COUNT(ASKED); i++) check_plan(shelf, ASKED[i], false);
}

/* A list of all papers of a kind grows with their number, not with its square. */
static void what_is_joined_is_found(void **state) {
    static const enum statement ASKED[] = {STATEMENT_DUE,         STATEMENT_COMPLAINTS, STATEMENT_SAID_COMPLAINT,
                                           STATEMENT_CORRECTIONS, STATEMENT_SEALS,      STATEMENT_LOG,
                                           STATEMENT_MONTH_TASKS};
    struct shelf *shelf = *state;
    for (size_t i = 0; i < COUNT(ASKED); i++) check_plan(shelf, ASKED[i], true);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, shelf_open, shelf_close)
    const struct CMUnitTest tests[] = {
        TEST(a_task_is_not_its_own_past),
        TEST(the_same_topic_is_found),
        TEST(an_id_counts_once),
        TEST(forms_visits_meetings_are_found),
        TEST(assessments_are_counted_by_township),
        TEST(another_township_has_its_own_past),
        TEST(an_unknown_issuer_is_no_other),
        TEST(what_was_taken_back_does_not_count),
        TEST(a_snapshot_remembers),
        TEST(a_snapshot_knows_what_it_has_not),
        TEST(who_rests_remembers_until_somebody_writes),
        TEST(who_rests_keeps_little),
        TEST(what_is_kept_is_of_every_past),
        TEST(nothing_is_read_from_end_to_end),
        TEST(what_is_joined_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
