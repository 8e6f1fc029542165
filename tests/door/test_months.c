/* What is kept of each month, held against a count of all of it from the papers and decisions, on a month of the demo county.
 */
#include "world.h"

#include <audit/brief.h>
#include <door/ledger/ledger.h>
#include <door/ledger/record.h>
#include <ledger/month.h>
#include <read/read.h>
#include <sqlite3.h>

struct county {
    char path[64], once[64]; /* decided by a pack, then by the book alone; decided by the book at once */
    struct quanze *engine;
};

static struct quanze *open_county(const char *pack) {
    struct quanze *engine = NULL;
    struct quanze_error error;
    const struct quanze_options options = {.lists = SOURCE_DIR "/lists/demo",
                                           .rules = SOURCE_DIR "/rules",
                                           .calendar = SOURCE_DIR "/lists/calendar",
                                           .packs = &pack,
                                           .pack_count = pack ? 1 : 0,
                                           .skip_examples = true};
    if (quanze_open(&options, &engine, &error) != QUANZE_OK) fail_msg("%s:%u: %s", error.file, error.line, error.en);
    return engine;
}

static void record(const struct quanze *engine, const char *path, const char *now) {
    static const char *const PATHS[] = {SOURCE_DIR "/lists/demo/months/2026-10.jsonl"};
    struct quanze_ledger *ledger = NULL;
    struct quanze_error error;
    struct quanze_screen_summary summary;
    struct buf page = {0};
    assert_int_equal(quanze_ledger_open(path, QUANZE_LEDGER_CREATE, &ledger, &error), QUANZE_OK);
    const struct quanze_screen_request request = {.paths = PATHS,
                                                  .path_count = 1,
                                                  .today = "2026-11-22",
                                                  .format = QUANZE_FORMAT_JSONL,
                                                  .sink = keep_in(&page),
                                                  .record = ledger,
                                                  .now = now};
    if (quanze_screen(engine, &request, &summary, &error) != QUANZE_OK) fail_msg("%s", error.en);
    assert_true(summary.recorded > 2000);
    quanze_ledger_close(ledger);
    buf_free(&page);
}

static int record_both(void **state) {
    static struct county county;
    struct quanze *packed = open_county(SOURCE_DIR "/rules/packs/shandong-2020");
    county.engine = open_county(NULL);
    make_file(county.path, ".db", STR(""));
    make_file(county.once, ".db", STR(""));
    record(packed, county.path, "2026-11-02T09:00");
    record(county.engine, county.path, "2026-11-03T10:00");
    record(county.engine, county.once, "2026-11-02T09:00");
    quanze_close(packed);
    *state = &county;
    return 0;
}

static void drop(const char *path) {
    static const char *const ENDS[] = {"", "-wal", "-shm"};
    char name[80];
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        (void)snprintf(name, sizeof name, "%s%s", path, ENDS[i]);
        (void)unlink(name);
    }
}

static int clean_up(void **state) {
    struct county *county = *state;
    quanze_close(county->engine);
    drop(county->path);
    drop(county->once);
    return 0;
}

static sqlite3 *open_file(const char *path) {
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    return db;
}

static int64_t number_of(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) fail_msg("%s", sqlite3_errmsg(db));
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    const int64_t number = sqlite3_column_int64(statement, 0);
    (void)sqlite3_finalize(statement);
    return number;
}

/* Lines of a text, one a row; "name value" in two columns. */
#define LINES(table, keys, text)                                                                                               \
    "(WITH RECURSIVE cut AS (SELECT " keys ", '' AS line, " text " AS rest FROM " table " UNION ALL SELECT " keys              \
    ", substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1) FROM cut WHERE rest <> '') "        \
    "SELECT " keys ", rtrim(line, '-0123456789') AS name, CAST(substr(line, length(rtrim(line, '-0123456789')) + 1) AS "       \
    "INTEGER) AS value FROM cut WHERE line <> '' AND line NOT LIKE '?%')"

/* The sums as they are kept, and as they are counted from what each task adds: once for all, once for each township. */
static void sums_are_counted_again(void **state) {
    const struct county *county = *state;
    sqlite3 *db = open_file(county->path);
    assert_int_equal(
        sqlite3_exec(db,
                     "CREATE TEMP TABLE kept AS SELECT month, township, department, name, value FROM " LINES(
                         "month_sums", "month, township, department",
                         "sums") ";"
                                 "CREATE TEMP TABLE places AS SELECT task, '' AS township FROM rolled UNION ALL SELECT task, "
                                 "name FROM " LINES("rolled", "task",
                                                    "townships") ";"
                                                                 "CREATE TEMP TABLE counted AS SELECT r.month AS month, "
                                                                 "p.township AS township, r.department "
                                                                 "AS department, l.name AS name, sum(l.value) AS value FROM "
                                                                 "rolled r JOIN places p ON p.task = "
                                                                 "r.task JOIN " LINES(
                                                                     "rolled", "task",
                                                                     "share") " l ON l.task = r.task GROUP BY 1, 2, 3, 4 "
                                                                              "HAVING sum(l.value) <> 0",
                     NULL, NULL, NULL),
        SQLITE_OK);
    assert_true(number_of(db, "SELECT count(*) FROM kept") > 1000);
    assert_true(number_of(db, "SELECT count(DISTINCT township) FROM kept") > 10);
    assert_int_equal(number_of(db, "SELECT count(*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM counted)"), 0);
    assert_int_equal(number_of(db, "SELECT count(*) FROM (SELECT * FROM counted EXCEPT SELECT * FROM kept)"), 0);
    (void)sqlite3_close(db);
}

/* What was decided before, by other rules, is nowhere left in what is kept. */
static void what_was_decided_before_leaves_nothing(void **state) {
    const struct county *county = *state;
    sqlite3 *db = open_file(county->path);
    char text[160];
    (void)snprintf(text, sizeof text, "ATTACH '%s' AS o", county->once);
    assert_int_equal(sqlite3_exec(db, text, NULL, NULL, NULL), SQLITE_OK);
    assert_true(number_of(db, "SELECT count(*) FROM decisions") > number_of(db, "SELECT count(*) FROM o.decisions"));
    assert_true(number_of(db, "SELECT count(*) FROM o.rolled") > 2000);
    assert_int_equal(number_of(db, "SELECT count(*) FROM (SELECT * FROM month_sums EXCEPT SELECT * FROM o.month_sums)"), 0);
    assert_int_equal(number_of(db, "SELECT count(*) FROM (SELECT * FROM o.month_sums EXCEPT SELECT * FROM month_sums)"), 0);
    assert_int_equal(number_of(db,
                               "SELECT count(*) FROM o.rolled a JOIN o.standing x ON x.task = a.task LEFT JOIN standing y ON "
                               "y.id = x.id LEFT JOIN rolled b ON b.task = y.task WHERE (a.month, a.department, "
                               "a.townships, a.share, a.day, a.brief) IS NOT (b.month, b.department, b.townships, b.share, "
                               "b.day, b.brief)"),
                     0);
    (void)sqlite3_close(db);
}

static void days_and_minutes_are_those_of_the_rows(void **state) {
    const struct county *county = *state;
    sqlite3 *db = open_file(county->once);
    assert_true(number_of(db, "SELECT count(*) FROM rolled WHERE entered_at IS NOT NULL") > 2000);
    (void)sqlite3_close(db);
    db = open_file(county->path);
    assert_int_equal(number_of(db,
                               "SELECT count(*) FROM rolled r JOIN tasks t ON t.seq = r.task JOIN journal j ON j.seq = r.task "
                               "WHERE r.day IS NOT t.day OR coalesce(r.entered_at, j.at) <> j.at"),
                     0);
    (void)sqlite3_close(db);
}

/* --- briefs --- */

struct reading {
    struct ledger *ledger;
    struct task_source *source;
    struct task task;
    struct arena arena;
    struct problems problems;
    struct buf facts, brief;
    size_t count;
};

/* The brief that is kept is that of the paper as it is kept. */
static quanze_status compare_brief(void *payload, const struct ledger_month_task *row, struct quanze_error *error) {
    struct reading *reading = payload;
    struct history_keys keys;
    struct audit_brief brief;
    quanze_status status = ledger_read_facts(reading->ledger, row->seq, &reading->facts, error);
    if (status != QUANZE_OK) return status;
    arena_reset(&reading->arena);
    task_clear(&reading->task);
    status =
        task_read(reading->source, buf_str(&reading->facts), 0, &reading->arena, &reading->task, &reading->problems, error);
    if (status != QUANZE_OK) return status;
    assert_true(history_keys_make(&reading->task, row->day, &reading->arena, &keys));
    assert_true(audit_brief_make(&reading->task, &keys, &reading->arena, &brief));
    buf_clear(&reading->brief);
    audit_brief_write(&brief, &reading->brief);
    assert_true(str_equal(buf_str(&reading->brief), row->brief));
    assert_true(str_equal(keys.id, row->id));
    assert_true(str_equal(keys.issuer, row->issuer));
    reading->count++;
    return QUANZE_OK;
}

static void briefs_are_made_again(void **state) {
    const struct county *county = *state;
    static struct reading reading;
    struct quanze_error error;
    struct validity october;
    reading.problems.arena = &reading.arena;
    assert_true(day_parse(STR("2026-10-01"), &october.from) && day_parse(STR("2026-10-31"), &october.to));
    assert_int_equal(ledger_open(county->path, LEDGER_READ, &reading.ledger, &error), QUANZE_OK);
    assert_int_equal(task_source_of_lines("ledger", &reading.source, &error), QUANZE_OK);
    if (ledger_list_month(reading.ledger, october, compare_brief, &reading, &error) != QUANZE_OK) fail_msg("%s", error.en);
    assert_true(reading.count > 2000);
    task_source_close(reading.source);
    ledger_close(reading.ledger);
    arena_free(&reading.arena);
    buf_free(&reading.facts);
    buf_free(&reading.brief);
}

static void audit(const struct county *county, struct buf *page) {
    struct quanze_ledger *ledger = NULL;
    struct quanze_error error;
    bool compliant;
    assert_int_equal(quanze_ledger_open(county->once, QUANZE_LEDGER_READ, &ledger, &error), QUANZE_OK);
    const struct quanze_audit_request request = {
        .from = "2026-10", .today = "2026-11-22", .format = QUANZE_FORMAT_JSON, .sink = keep_in(page)};
    if (quanze_audit(county->engine, ledger, &request, &compliant, &error) != QUANZE_OK) fail_msg("%s", error.en);
    quanze_ledger_close(ledger);
}

/* The report is the same where no brief was kept, where it is of another form, and where it is cut off. */
static void without_briefs_the_papers_tell_the_same(void **state) {
    static const char *const CHANGES[] = {"UPDATE rolled SET brief = NULL, day = NULL, entered_at = NULL WHERE task % 2 = 0",
                                          "UPDATE rolled SET brief = x'7f' || brief WHERE task % 3 = 0",
                                          "UPDATE rolled SET brief = substr(brief, 1, length(brief) - 1)"};
    const struct county *county = *state;
    struct buf kept = {0};
    audit(county, &kept);
    assert_true(kept.length > 1000000);
    for (size_t i = 0; i < sizeof CHANGES / sizeof *CHANGES; i++) {
        struct buf read = {0};
        sqlite3 *db = open_file(county->once);
        assert_int_equal(sqlite3_exec(db, CHANGES[i], NULL, NULL, NULL), SQLITE_OK);
        assert_true(sqlite3_changes(db) > 500);
        (void)sqlite3_close(db);
        audit(county, &read);
        assert_int_equal(read.length, kept.length);
        assert_memory_equal(read.at, kept.at, kept.length);
        buf_free(&read);
    }
    buf_free(&kept);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_are_counted_again), cmocka_unit_test(what_was_decided_before_leaves_nothing),
        cmocka_unit_test(days_and_minutes_are_those_of_the_rows), cmocka_unit_test(briefs_are_made_again),
        cmocka_unit_test(without_briefs_the_papers_tell_the_same)};
    return cmocka_run_group_tests(tests, record_both, clean_up);
}
