/* Facts and records are stored short and read whole: nobody but the file sees the difference. */
#include <ledger/support.h>

#include <ledger/inside.h>
#include <ledger/short.h>
#include <string.h>

static const struct paper PAPER = {
    .id = "T-1", .title = "关于报送消防资料的通知", .issuer = "县消防大队", .township = "木塘垸镇", .day = 20648};

static const char FACTS[] =
    "{\"actions\":[],\"assessment\":{\"indicator\":\"\",\"linked\":false},\"body\":\"请于12月7日前报送。\","
    "\"id\":\"T-1\",\"issuer\":{\"kind\":\"county_department\",\"name\":\"县消防大队\"}}";

/* One number or text of the file itself. */
static struct str asked(struct shelf *shelf, const char *sql) {
    sqlite3_stmt *statement = NULL;
    assert_int_equal(sqlite3_prepare_v2(shelf->ledger->db, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    const char *bytes = sqlite3_column_blob(statement, 0);
    const struct str copy = arena_copy(&shelf->arena, (struct str){bytes, (size_t)sqlite3_column_bytes(statement, 0)});
    (void)sqlite3_finalize(statement);
    return copy;
}

/* The row of a paper with these facts, short or as they are. */
static void row_of(struct shelf *shelf, const char *facts, bool is_short, struct ledger_task *out) {
    static struct short_words words;
    paper_row(shelf, &PAPER, out);
    out->cells[LEDGER_TASK_CELLS - 1].bytes = str_of(facts);
    ledger_task_finish(out);
    short_words_make(&words);
    if (is_short) assert_true(short_task(&words, &shelf->arena, out));
}

static struct ledger_added add(struct shelf *shelf, const char *facts, bool is_short) {
    struct ledger_task row;
    struct ledger_added added;
    struct quanze_error error;
    row_of(shelf, facts, is_short, &row);
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(ledger_add_task(shelf->ledger, &row, NOW, &added, &error), QUANZE_OK);
    assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_OK);
    return added;
}

static void check_facts(struct shelf *shelf, const char *facts) {
    struct ledger_story story;
    struct quanze_error error;
    struct seen seen;
    assert_int_equal(ledger_read_story(shelf->ledger, STR("T-1"), &shelf->arena, &story, &error), QUANZE_OK);
    assert_str(story.tasks[story.task_count - 1].facts, facts);
    verify(shelf, NULL, &seen);
    assert_int_equal(seen.count, 0);
}

static void what_is_stored_short_is_read_whole(void **state) {
    struct shelf *shelf = *state;
    assert_false(add(shelf, FACTS, true).is_duplicate);
    check_facts(shelf, FACTS);
    const struct str stored = asked(shelf, "SELECT facts FROM tasks");
    assert_int_equal(stored.at[0], 1);
    assert_true(stored.length < strlen(FACTS) * 2 / 3);
    assert_true(add(shelf, FACTS, false).is_duplicate); /* the same paper, however it is stored */
}

/* Bytes that would mean words leave a text as it is; and so does what an older program stored. */
static void other_texts_stay_as_they_are(void **state) {
    struct shelf *shelf = *state;
    static const char *const TEXTS[] = {"", "{}", "{\"a\":\"\2\60\"}", "\t{\"actions\":[]}", "{\"actions\":[],\n}"};
    for (size_t i = 0; i < COUNT(TEXTS); i++) {
        (void)add(shelf, TEXTS[i], true);
        check_facts(shelf, TEXTS[i]);
    }
    assert_true(add(shelf, FACTS, false).is_other_version);
    check_facts(shelf, FACTS);
}

/* The words by which ledgers are read never change, and each ledger holds them. */
static void words_stay_what_they_are(void **state) {
    struct shelf *shelf = *state;
    struct digest_state sum;
    struct digest digest;
    char text[72];
    const struct str all = asked(
        shelf, "SELECT group_concat(number || ' ' || word, char(10)) FROM (SELECT * FROM words ORDER BY number LIMIT 200)");
    digest_start(&sum);
    digest_add(&sum, all);
    digest_end(&sum, &digest);
    digest_text(&digest, text);
    assert_string_equal(text, "sha256:1dfd49645ee2fc0644de67752b7df1e4eadf65a47c74e73d6777d6a028cd0124");
}

/* Every word, alone and between others. */
static void every_word_is_read_again(void **state) {
    struct shelf *shelf = *state;
    const struct str all =
        asked(shelf, "SELECT group_concat(word, '') || group_concat(word, 'x') || group_concat(word, '字') FROM words");
    const char *text = all.at;
    (void)add(shelf, text, true);
    check_facts(shelf, text);
    assert_true(asked(shelf, "SELECT facts FROM tasks").length < all.length / 4);
}

static void a_changed_code_is_found(void **state) {
    struct shelf *shelf = *state;
    struct seen seen;
    (void)add(shelf, FACTS, true);
    tamper(shelf, "UPDATE tasks SET facts = replace(facts, char(2), char(3))");
    verify(shelf, NULL, &seen);
    assert_int_equal(seen.count, 1);
    assert_int_equal(seen.first, FAULT_CHANGED);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, shelf_open, shelf_close)
    const struct CMUnitTest tests[] = {TEST(what_is_stored_short_is_read_whole), TEST(other_texts_stay_as_they_are),
                                       TEST(words_stay_what_they_are), TEST(every_word_is_read_again),
                                       TEST(a_changed_code_is_found)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
