#include "world.h"

#include <door/ledger/record.h>
#include <read/read.h>

static char PATH[64];

static struct quanze_ledger *open_ledger(quanze_ledger_access access) {
    struct quanze_ledger *ledger = NULL;
    struct quanze_error error;
    if (quanze_ledger_open(PATH, access, &ledger, &error) != QUANZE_OK) fail_msg("%s", error.en);
    return ledger;
}

static int start_anew(void **state) {
    (void)state;
    make_file(PATH, ".db", STR(""));
    return 0;
}

static int clean_up(void **state) {
    char name[80];
    (void)state;
    (void)unlink(PATH);
    (void)snprintf(name, sizeof name, "%s-wal", PATH);
    (void)unlink(name);
    (void)snprintf(name, sizeof name, "%s-shm", PATH);
    (void)unlink(name);
    return 0;
}

/* Problems by code. */
struct told {
    size_t errors, duplicates, other_versions, other_records;
    unsigned line;
};

static void note_problem(void *payload, const struct quanze_problem *problem) {
    struct told *told = payload;
    told->errors += !problem->is_warning;
    told->duplicates += strcmp(problem->code, "duplicate-task") == 0;
    told->other_versions += strcmp(problem->code, "other-version") == 0;
    told->other_records += strcmp(problem->code, "other-records") == 0;
    if (told->line == 0) told->line = problem->line;
}

static struct quanze_entry_summary add_with(struct quanze_ledger *ledger, const char *path, bool keep_going,
                                            struct told *told) {
    struct quanze_error error;
    struct quanze_entry_summary summary;
    struct buf page = {0};
    *told = (struct told){0};
    const struct quanze_entry_request request = {.paths = &path,
                                                 .path_count = 1,
                                                 .now = "2026-11-22T09:30",
                                                 .keep_going = keep_going,
                                                 .format = QUANZE_FORMAT_JSON,
                                                 .sink = keep_in(&page),
                                                 .reporter = {note_problem, told}};
    if (quanze_ledger_add(ledger, &request, &summary, &error) != QUANZE_OK) fail_msg("%s", error.en);
    assert_true(str_find(buf_str(&page), STR("quanze/ledger-add/1")) > 0);
    buf_free(&page);
    return summary;
}

static struct buf page_of(struct quanze_ledger *ledger, const char *name, quanze_format format,
                          quanze_status (*page)(struct quanze_ledger *, const struct quanze_page_request *,
                                                struct quanze_error *)) {
    struct quanze_error error;
    struct buf out = {0};
    const struct quanze_page_request request = {.name = name, .as_of = "2026-11-22", .format = format, .sink = keep_in(&out)};
    if (page(ledger, &request, &error) != QUANZE_OK) fail_msg("%s", error.en);
    buf_put_char(&out, '\0');
    return out;
}

static void tasks_are_entered_once(void **state) {
    (void)state;
    struct quanze_ledger *ledger = open_ledger(QUANZE_LEDGER_CREATE);
    struct told told;
    struct quanze_entry_summary first = add_with(ledger, WORLD "/tasks", false, &told);
    assert_int_equal(first.added, 4);
    assert_int_equal(told.duplicates, 0);
    struct quanze_entry_summary again = add_with(ledger, WORLD "/tasks", false, &told);
    assert_int_equal(again.added, 0);
    assert_int_equal(again.duplicates, 4);
    assert_int_equal(told.duplicates, 4);
    assert_int_equal(told.line, 1);
    assert_int_equal(again.exit_code, 0);
    quanze_ledger_close(ledger);
}

static const char MIXED[] = "{\"id\":\"A\",\"title\":\"甲\"}\n{\"id\":\"B\",\"title\":\"乙\",\"kind\":\"nonsense\"}\n"
                            "{\"id\":\"C\",\"title\":\"丙\"}\n{\"id\":\"A\",\"title\":\"甲改\"}\n";

/* All or nothing; or, where asked for, the good ones. Bad ones are told with their lines in either case. */
static void bad_records(void **state) {
    (void)state;
    char path[64];
    struct told told;
    make_file(path, ".jsonl", str_of(MIXED));
    struct quanze_ledger *ledger = open_ledger(QUANZE_LEDGER_CREATE);
    struct quanze_entry_summary none = add_with(ledger, path, false, &told);
    assert_int_equal(none.added, 0);
    assert_int_equal(none.rejected, 1);
    assert_int_equal(none.exit_code, QUANZE_BAD_DATA);
    assert_int_equal(told.line, 2);
    struct buf log = page_of(ledger, NULL, QUANZE_FORMAT_JSONL, quanze_ledger_log);
    assert_int_equal(log.length, 1);
    buf_free(&log);
    struct quanze_entry_summary some = add_with(ledger, path, true, &told);
    assert_int_equal(some.added, 3);
    assert_int_equal(some.rejected, 1);
    assert_int_equal(some.other_versions, 1);
    assert_int_equal(told.other_versions, 1);
    quanze_ledger_close(ledger);
    (void)unlink(path);
}

/* The same facts are the same task, whatever kind of file they came in. */
static void formats_do_not_matter(void **state) {
    (void)state;
    static const struct {
        const char *ending, *bytes;
    } FILES[] = {{".jsonl", "{\"title\":\"甲\",\"id\":\"A\",\"funds\":{\"provided\":120.5},\"due_at\":\"2026-12-07\"}\n"},
                 {".json", "[{\"due_at\":\"2026-12-07\",\"id\":\"A\", \"funds\":{\"provided\":120.50},\"title\":\"甲\"}]"},
                 {".yaml", "format: quanze/task/1\nid: A\ntitle: 甲\nfunds: {provided: 120.5}\ndue_at: 2026-12-07\n"},
                 {".csv", "编号,标题,拨付经费,完成时限\nA,甲,120.5,2026-12-07\n"}};
    struct quanze_ledger *ledger = open_ledger(QUANZE_LEDGER_CREATE);
    for (size_t i = 0; i < COUNT(FILES); i++) {
        char path[64];
        struct told told;
        make_file(path, FILES[i].ending, str_of(FILES[i].bytes));
        struct quanze_entry_summary summary = add_with(ledger, path, false, &told);
        if (summary.added != (i == 0) || summary.duplicates != (i > 0)) fail_msg("%s", FILES[i].bytes);
        (void)unlink(path);
    }
    quanze_ledger_close(ledger);
}

static struct quanze_screen_summary screen(const char *path, struct quanze_ledger *record, unsigned jobs) {
    struct quanze *engine = open_world();
    struct quanze_error error;
    struct quanze_screen_summary summary;
    struct buf page = {0};
    const struct quanze_screen_request request = {.paths = &path,
                                                  .path_count = 1,
                                                  .today = "2026-11-22",
                                                  .now = "2026-11-22T09:30",
                                                  .jobs = jobs,
                                                  .format = QUANZE_FORMAT_JSONL,
                                                  .sink = keep_in(&page),
                                                  .record = record,
                                                  .past = PATH};
    if (quanze_screen(engine, &request, &summary, &error) != QUANZE_OK) fail_msg("%s", error.en);
    buf_free(&page);
    quanze_close(engine);
    return summary;
}

static void decisions_are_recorded_once(void **state) {
    (void)state;
    struct told told;
    struct quanze_ledger *ledger = open_ledger(QUANZE_LEDGER_CREATE);
    assert_int_equal(add_with(ledger, WORLD "/tasks/reject.yaml", false, &told).added, 1);
    assert_int_equal(screen(WORLD "/tasks", ledger, 2).recorded, 4);
    assert_int_equal(screen(WORLD "/tasks", ledger, 1).recorded, 0);
    struct buf log = page_of(ledger, NULL, QUANZE_FORMAT_JSONL, quanze_ledger_log);
    assert_int_equal(count_of(buf_str(&log), "\"kind\":\"task\""), 4); /* as they came: the same as entered before */
    assert_int_equal(count_of(buf_str(&log), "\"kind\":\"decision\""), 4);
    assert_int_equal(count_of(buf_str(&log), "\"kind\":\"versions\""), 1);
    buf_free(&log);
    quanze_ledger_close(ledger);
}

static void an_export_can_be_read_again(void **state) {
    (void)state;
    struct told told;
    char path[64];
    struct quanze_ledger *ledger = open_ledger(QUANZE_LEDGER_CREATE);
    const uint64_t tasks = add_with(ledger, SOURCE_DIR "/lists/demo/tasks", false, &told).added;
    assert_int_equal(screen(WORLD "/tasks", ledger, 1).recorded, 4);
    struct buf lines = page_of(ledger, NULL, QUANZE_FORMAT_JSONL, quanze_ledger_export);
    assert_int_equal(count_of(buf_str(&lines), "\"record\":\"task\""), tasks + 4);
    assert_int_equal(count_of(buf_str(&lines), "\"record\":\"decision\""), 4);
    assert_true(count_of(buf_str(&lines), "\"record\":\"finding\"") > 0);
    make_file(path, ".jsonl", (struct str){lines.at, lines.length - 1});
    struct quanze_entry_summary again = add_with(ledger, path, false, &told);
    assert_int_equal(again.duplicates, tasks + 4);
    assert_int_equal(again.added + again.rejected, 0);
    assert_int_equal(told.other_records, 1); /* what is no task was left out, and told */
    (void)unlink(path);
    buf_free(&lines);
    quanze_ledger_close(ledger);
}

/* From the paper to the township's refusal, with the grounds of the decision. */
static void a_task_goes_its_way(void **state) {
    (void)state;
    struct quanze_error error;
    struct buf page = {0};
    struct quanze *engine = open_world();
    struct quanze_ledger *ledger = open_ledger(QUANZE_LEDGER_CREATE);
    (void)screen(WORLD "/tasks/reject.yaml", ledger, 1);
    struct quanze_move_request move = {.id = "reject",
                                       .state = "received_unadmitted",
                                       .by = "木塘垸镇/张三",
                                       .why = "未经准入直接下发",
                                       .now = "2026-11-23T09:00",
                                       .format = QUANZE_FORMAT_JSON,
                                       .sink = keep_in(&page)};
    if (quanze_task_move(ledger, engine, &move, &error) != QUANZE_OK) fail_msg("%s", error.en);
    assert_true(str_find(buf_str(&page), STR("\"due_on\":\"2026-11-30\"")) >= 0); /* five working days */
    move.by = "木塘垸镇";
    move.state = "accepted";
    assert_int_equal(quanze_task_move(ledger, engine, &move, &error), QUANZE_USAGE); /* nobody's name */
    move.by = "木塘垸镇/张三";
    move.why = " ";
    assert_int_equal(quanze_task_move(ledger, engine, &move, &error), QUANZE_USAGE); /* no reason */
    move.why = "收下";
    move.approved_by = "县编办/张三";
    assert_int_equal(quanze_task_move(ledger, engine, &move, &error), QUANZE_USAGE); /* the same person twice */
    move.approved_by = "县编办/張 三";
    assert_int_equal(quanze_task_move(ledger, engine, &move, &error), QUANZE_USAGE);
    assert_non_null(strstr(error.en, "two people"));
    move.approved_by = NULL;
    move.ground = "no_pover";
    assert_int_equal(quanze_task_move(ledger, engine, &move, &error), QUANZE_USAGE);
    assert_non_null(strstr(error.en, "no_power"));
    struct buf due = page_of(ledger, NULL, QUANZE_FORMAT_TEXT, quanze_task_due);
    assert_int_equal(count_of(buf_str(&due), "reject"), 0);
    buf_free(&due);
    const struct quanze_page_request first = {
        .as_of = "2026-11-30", .most = 1, .more = "?after=", .format = QUANZE_FORMAT_HTML_PART, .sink = keep_in(&due)};
    assert_int_equal(quanze_task_due(ledger, &first, &error), QUANZE_OK);
    assert_int_equal(count_of(buf_str(&due), "reject"), 1);
    assert_int_equal(count_of(buf_str(&due), "?after="), 0); /* just full: no page behind it */
    buf_free(&due);
    buf_free(&page);
    quanze_ledger_close(ledger);
    quanze_close(engine);
}

static void complaints_name_no_township(void **state) {
    (void)state;
    struct quanze_error error;
    struct buf page = {0};
    struct quanze *engine = open_world();
    struct quanze_ledger *ledger = open_ledger(QUANZE_LEDGER_CREATE);
    const struct quanze_complaint_request request = {.words = "木塘垸镇一天要三次表，木塘垸镇吃不消",
                                                     .department = "县消防救援大队",
                                                     .ground = "duplicate",
                                                     .today = "2026-11-22",
                                                     .sink = keep_in(&page)};
    if (quanze_complaint_add(ledger, engine, &request, &error) != QUANZE_OK) fail_msg("%s", error.en);
    struct buf list = page_of(ledger, NULL, QUANZE_FORMAT_JSON, quanze_complaint_list);
    assert_int_equal(count_of(buf_str(&list), "木塘垸"), 0);
    assert_int_equal(count_of(buf_str(&list), "某乡镇"), 2);
    struct buf log = page_of(ledger, NULL, QUANZE_FORMAT_JSONL, quanze_ledger_log);
    assert_int_equal(count_of(buf_str(&log), "\"at\":\"2026-11-22T00:00\""), 1);
    buf_free(&log);
    buf_free(&list);
    buf_free(&page);
    quanze_ledger_close(ledger);
    quanze_close(engine);
}

/* The facts as a task file: keys sorted, and read back as the same task. */
static void facts_are_canonical(void **state) {
    (void)state;
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct quanze_error error;
    struct say_fact_order order;
    struct task_source *source = NULL;
    struct record record;
    struct buf bytes = {0}, facts = {0};
    static struct task task;
    bool done;
    assert_int_equal(task_source_open(WORLD "/tasks/reject.yaml", NULL, &source, &problems, &error), QUANZE_OK);
    assert_int_equal(task_source_next(source, &bytes, &record, &done, &problems, &error), QUANZE_OK);
    struct str one = {bytes.at + record.offset, record.length};
    assert_int_equal(task_read(source, one, record.line, &arena, &task, &problems, &error), QUANZE_OK);
    say_fact_order_make(&order);
    say_task_json(&facts, &task, &order);
    assert_true(str_starts_with(buf_str(&facts), STR("{\"")));
    for (size_t i = 1; i < order.count; i++)
        assert_true(str_compare(fact_at(order.at[i - 1])->name, fact_at(order.at[i])->name) < 0);
    assert_int_equal(count_of(buf_str(&facts), "\"item.id\""), 0);
    task_source_close(source);
    buf_free(&bytes);
    buf_free(&facts);
    arena_free(&arena);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, start_anew, clean_up)
    const struct CMUnitTest tests[] = {TEST(tasks_are_entered_once),      TEST(bad_records),
                                       TEST(formats_do_not_matter),       TEST(decisions_are_recorded_once),
                                       TEST(an_export_can_be_read_again), TEST(a_task_goes_its_way),
                                       TEST(complaints_name_no_township), TEST(facts_are_canonical)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
