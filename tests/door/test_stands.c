/* test_stands.c - whether an audit that was made before would be the same now: after whatever may be written to a ledger. */
#include "world.h"

#include <base/file.h>

#define TODAY "2026-11-23"

static struct quanze *demo;
static struct quanze_error error;
static char folder[40], path[64];
static struct quanze_ledger *ledger;

static bool pass_over(void *payload, const void *bytes, size_t length) {
    (void)payload, (void)bytes, (void)length;
    return true;
}

static const struct quanze_sink NOWHERE = {pass_over, NULL};

static void enter(struct str lines, const char *now) {
    const struct quanze_input input = {.name = "tasks.jsonl", .bytes = lines.at, .length = lines.length};
    const struct quanze_screen_request request = {.inputs = &input,
                                                  .input_count = 1,
                                                  .today = TODAY,
                                                  .now = now,
                                                  .record = ledger,
                                                  .format = QUANZE_FORMAT_JSONL,
                                                  .sink = NOWHERE};
    struct quanze_screen_summary summary;
    if (quanze_screen(demo, &request, &summary, &error) != QUANZE_OK) fail_msg("%s", error.en);
    assert_true(summary.recorded > 0);
}

/* The first hundred papers of a month, entered when it was over. */
static void enter_month(const char *month, const char *now) {
    enum { PAPERS = 100 };
    char file[64];
    struct arena arena = {0};
    struct str bytes;
    size_t length = 0;
    (void)snprintf(file, sizeof file, SOURCE_DIR "/lists/demo/months/%s.jsonl", month);
    assert_int_equal(file_read(file, QUANZE_MAX_FILE_BYTES, &arena, &bytes, &error), QUANZE_OK);
    for (size_t lines = 0; lines < PAPERS; length++) lines += bytes.at[length] == '\n';
    enter((struct str){bytes.at, length}, now);
    arena_free(&arena);
}

static void audit(const char *month, const char *compare, const char *today, struct buf *page) {
    const struct quanze_audit_request request = {.from = month,
                                                 .compare = compare,
                                                 .today = today,
                                                 .format = QUANZE_FORMAT_HTML,

                                                 .sink = keep_in(page)};
    bool compliant;
    buf_clear(page);
    if (quanze_audit(demo, ledger, &request, &compliant, &error) != QUANZE_OK) fail_msg("%s", error.en);
}

static bool stands(const char *month, const char *compare, const struct quanze_audit_made *made) {
    const struct quanze_audit_request request = {.from = month, .compare = compare, .today = TODAY};
    bool is_same = false;
    assert_int_equal(quanze_audit_stands(ledger, &request, made, &is_same, &error), QUANZE_OK);
    return is_same;
}

static struct quanze_audit_made made_on(const char *today) {
    struct quanze_audit_made made;
    assert_int_equal(quanze_ledger_head(ledger, &made.head, &error), QUANZE_OK);
    (void)snprintf(made.today, sizeof made.today, "%s", today);
    return made;
}

/* --- what may be written --- */

#define PAPER(id, day, more)                                                                                                   \
    STR("{\"format\":\"quanze/task/1\",\"id\":\"" id "\",\"title\":\"关于报送资料的通知\",\"issuer\":{\"name\":"      \
        "\"县水利局\",\"kind\":\"county_department\"},\"townships\":[\"木塘垸镇\"]" day more "}\n")
#define ON(day) ",\"received_at\":\"" day "T09:30\""

static void enter_later(void) { enter(PAPER("N-1", ON("2026-11-20"), ""), "2026-11-22T09:00"); }
static void enter_of_then(void) { enter(PAPER("N-2", ON("2026-09-20"), ""), "2026-11-22T09:00"); }
static void enter_of_october(void) { enter(PAPER("N-3", ON("2026-10-20"), ""), "2026-11-22T09:00"); }
static void enter_undated(void) { enter(PAPER("N-4", "", ""), "2026-11-22T09:00"); }
static void enter_over_then(void) {
    enter(PAPER("N-5", ON("2026-11-20"), ",\"end_at\":\"2026-08-20T18:00\""), "2026-11-22T09:00");
}
static void enter_again(void) { enter(PAPER("202609-0001", ON("2026-11-20"), ""), "2026-11-22T09:00"); }

static void move(const char *id) {
    const struct quanze_move_request request = {.id = id,
                                                .state = "received_unadmitted",
                                                .by = "木塘垸镇/甲",
                                                .why = "未经准入",
                                                .now = "2026-11-22T10:00",
                                                .format = QUANZE_FORMAT_JSON,
                                                .sink = NOWHERE};
    if (quanze_task_move(ledger, demo, &request, &error) != QUANZE_OK) fail_msg("%s", error.en);
}

static void move_of_then(void) { move("202609-0001"); }
static void move_later(void) {
    enter(PAPER("N-6", ON("2026-11-20"), ""), "2026-11-22T09:00");
    move("N-6");
}

static void correct(void) {
    const struct quanze_correction_request request = {.what = QUANZE_CORRECTION_OPEN,
                                                      .department = "县水利局",
                                                      .words = "停止重复报表",
                                                      .until = "2026-12-30",
                                                      .by = "县审计局/甲",
                                                      .now = "2026-11-22T10:00",
                                                      .format = QUANZE_FORMAT_JSON,
                                                      .sink = NOWHERE};
    if (quanze_correction_enter(ledger, demo, &request, &error) != QUANZE_OK) fail_msg("%s", error.en);
}

static void complain(void) {
    const struct quanze_complaint_request request = {
        .words = "一天三张表", .today = TODAY, .format = QUANZE_FORMAT_JSON, .sink = NOWHERE};
    if (quanze_complaint_add(ledger, demo, &request, &error) != QUANZE_OK) fail_msg("%s", error.en);
}

static void seal(void) {
    char key[65];
    assert_int_equal(quanze_seal_key(key, &error), QUANZE_OK);
    const struct quanze_seal_request request = {.month = "2026-10",
                                                .key = key,
                                                .by = "县审计局/甲",
                                                .now = "2026-11-22T10:00",
                                                .format = QUANZE_FORMAT_JSON,
                                                .sink = NOWHERE};
    if (quanze_ledger_seal(ledger, &request, &error) != QUANZE_OK) fail_msg("%s", error.en);
}

static void nothing(void) {}

static const struct written {
    const char *what;
    void (*write)(void);
    bool september, october, november; /* stands */
} WRITTEN[] = {
    {"nothing", nothing, true, true, true},
    {"a task of a later month", enter_later, true, true, false},
    {"a task of the month", enter_of_then, false, false, false}, /* the month after is held against it */
    {"a task of the month after", enter_of_october, true, false, false},
    {"a task without a day", enter_undated, false, false, false},
    {"a task that was over by then", enter_over_then, false, false, false},
    {"a task of the month that comes again", enter_again, false, false, false},
    {"a move of a task of the month", move_of_then, false, false, false},
    {"a move of a later task", move_later, true, true, false},
    {"a correction of a later day", correct, true, true, false},
    {"a complaint", complain, false, false, false},
    {"a seal", seal, true, true, false},
};

static void assert_stands(const struct written *written, const char *month, const char *compare, bool expected) {
    struct buf before = {0}, after = {0};
    struct quanze_ledger *kept = ledger;
    char copy[80];
    (void)snprintf(copy, sizeof copy, "%s/copy.db", folder);
    assert_int_equal(quanze_ledger_backup(kept, copy, &error), QUANZE_OK);
    assert_int_equal(quanze_ledger_open(copy, QUANZE_LEDGER_WRITE, &ledger, &error), QUANZE_OK);
    const struct quanze_audit_made made = made_on(TODAY);
    audit(month, compare, TODAY, &before);
    written->write();
    const bool is_same = stands(month, compare, &made);
    audit(month, compare, TODAY, &after);
    if (is_same != expected) fail_msg("%s: the report of %s %s", written->what, month, is_same ? "stands" : "does not stand");
    if (is_same && !str_equal(buf_str(&before), buf_str(&after)))
        fail_msg("%s: the report of %s is another", written->what, month);
    quanze_ledger_close(ledger);
    ledger = kept;
    (void)unlink(copy);
    buf_free(&before);
    buf_free(&after);
}

static void a_report_stands_as_long_as_it_would_be_the_same(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(WRITTEN); i++) {
        assert_stands(&WRITTEN[i], "2026-09", NULL, WRITTEN[i].september);
        assert_stands(&WRITTEN[i], "2026-10", NULL, WRITTEN[i].october);
        assert_stands(&WRITTEN[i], "2026-11", NULL, WRITTEN[i].november);
    }
}

/* What a month is held against may be later than itself. */
static void what_it_is_held_against_counts(void **state) {
    (void)state;
    assert_stands(&(struct written){"a task of the month after", enter_of_october, 0, 0, 0}, "2026-09", "2026-10", false);
    assert_stands(&(struct written){"a task of a later month", enter_later, 0, 0, 0}, "2026-09", "2026-10", true);
}

static void a_month_that_was_not_over_does_not_stand(void **state) {
    (void)state;
    const struct quanze_audit_made then = made_on("2026-10-20"), last = made_on("2026-10-31"), first = made_on("2026-11-01");
    assert_false(stands("2026-10", NULL, &then));
    assert_false(stands("2026-10", NULL, &last));
    assert_true(stands("2026-10", NULL, &first));
    assert_true(stands("2026-09", NULL, &then));
    struct buf on_first = {0}, today = {0};
    audit("2026-10", NULL, "2026-11-01", &on_first);
    audit("2026-10", NULL, TODAY, &today);
    assert_true(str_equal(buf_str(&on_first), buf_str(&today)));
    buf_free(&on_first);
    buf_free(&today);
}

/* As when a backup was put in its place. */
static void another_ledger_does_not_have_the_row(void **state) {
    (void)state;
    struct quanze_audit_made made = made_on("2026-11-22");
    assert_true(stands("2026-09", NULL, &made));
    char *last = &made.head.hash[strlen(made.head.hash) - 1];
    *last = *last == '0' ? '1' : '0';
    assert_false(stands("2026-09", NULL, &made));
    made = made_on("2026-11-22");
    made.head.rows += 7;
    assert_false(stands("2026-09", NULL, &made));
}

static void what_is_asked_wrongly_is_told(void **state) {
    (void)state;
    const struct quanze_audit_made made = made_on(TODAY);
    const struct quanze_audit_request request = {.from = "October", .today = TODAY};
    bool is_same = true;
    assert_int_equal(quanze_audit_stands(ledger, &request, &made, &is_same, &error), QUANZE_USAGE);
    assert_false(is_same);
}

static int open_demo(void **state) {
    (void)state;
    const struct quanze_options options = {.lists = SOURCE_DIR "/lists/demo",
                                           .rules = SOURCE_DIR "/rules",
                                           .calendar = SOURCE_DIR "/lists/calendar",
                                           .skip_examples = true};
    if (quanze_open(&options, &demo, &error) != QUANZE_OK) return 1;
    (void)snprintf(folder, sizeof folder, "/tmp/quanze-test-XXXXXX");
    if (!mkdtemp(folder)) return 1;
    (void)snprintf(path, sizeof path, "%s/ledger.db", folder);
    if (quanze_ledger_open(path, QUANZE_LEDGER_CREATE, &ledger, &error) != QUANZE_OK) return 1;
    enter_month("2026-08", "2026-09-01T09:00");
    enter_month("2026-09", "2026-10-01T09:00");
    enter_month("2026-10", "2026-11-01T09:00");
    enter(PAPER("N-0", ON("2026-11-10"), ""), "2026-11-10T10:00");
    return 0;
}

static int close_demo(void **state) {
    (void)state;
    quanze_ledger_close(ledger);
    quanze_close(demo);
    (void)unlink(path);
    return rmdir(folder);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_report_stands_as_long_as_it_would_be_the_same),
        cmocka_unit_test(what_it_is_held_against_counts),
        cmocka_unit_test(a_month_that_was_not_over_does_not_stand),
        cmocka_unit_test(another_ledger_does_not_have_the_row),
        cmocka_unit_test(what_is_asked_wrongly_is_told),
    };
    return cmocka_run_group_tests(tests, open_demo, close_demo);
}
