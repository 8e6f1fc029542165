/* test_demo.c - the shipped rules on the demo county's tasks: each is judged as its first line says. */
#include "check.h"

#include <base/buf.h>
#include <quanze.h>
#include <stdio.h>
#include <string.h>

#define TASKS SOURCE_DIR "/lists/demo/tasks/"

static bool keep(void *payload, const void *bytes, size_t length) {
    buf_put(payload, (struct str){bytes, length});
    return true;
}

static int open_engine(void **state) {
    struct quanze_error error;
    struct quanze_options options = {
        .lists = SOURCE_DIR "/lists/demo", .rules = SOURCE_DIR "/rules", .calendar = SOURCE_DIR "/lists/calendar"};
    struct quanze *engine = NULL;
    if (quanze_open(&options, &engine, &error) != QUANZE_OK) fail_msg("%s:%u: %s", error.file, error.line, error.en);
    *state = engine;
    return 0;
}

static int close_engine(void **state) {
    quanze_close(*state);
    return 0;
}

/* The verdicts on a file, one line a task. */
static void screen(const struct quanze *engine, const char *file, struct buf *out) {
    char path[512];
    (void)snprintf(path, sizeof path, "%s%s", TASKS, file);
    const char *paths[] = {path};
    struct quanze_screen_request request = {.paths = paths,
                                            .path_count = 1,
                                            .today = "2026-11-22",
                                            .format = QUANZE_FORMAT_JSONL,
                                            .language = QUANZE_EN,
                                            .sink = {keep, out}};
    struct quanze_screen_summary summary;
    struct quanze_error error;
    assert_int_equal(quanze_screen(engine, &request, &summary, &error), QUANZE_OK);
    assert_int_equal(summary.bad_records, 0);
}

static bool says(struct buf *page, const char *before, const char *word, const char *after) {
    char text[160];
    (void)snprintf(text, sizeof text, "%s%s%s", before, word, after);
    return str_find(buf_str(page), str_of(text)) >= 0;
}

static const struct {
    const char *file, *verdict;
    bool provisional;
    const char *rules[4]; /* among the findings */
} TASKS_JUDGED[] = {
    {"01-fire-form.yaml", "reject", false, {"TIME-001", "LIST-005", "RES-001", "RES-002"}},
    {"02-friday-monday.yaml", "reject", false, {"TIME-001", "TIME-002", "TIME-004", "TIME-007"}},
    {"03-recalled-renamed.yaml", "reject", false, {"LIST-001", "POWER-001", "BASIS-002"}},
    {"04-market-entities.yaml", "reject", false, {"BURDEN-001", "INSP-008", "BURDEN-010"}},
    {"05-checkpoint.yaml", "hold", false, {"RES-001", "RES-002", "RES-010", "GUARD-003"}},
    {"06-app.yaml", "reject", false, {"BURDEN-004", "BURDEN-006", "INSP-008"}},
    {"07-plaque-office.yaml", "hold", false, {"BURDEN-007", "BURDEN-008", "TRACE-003", "RES-009"}},
    {"08-guidance-inspection.yaml", "reject", false, {"INSP-001", "INSP-002", "TRACE-002"}},
    {"09-separate-assessment.yaml", "reject", false, {"INSP-004", "INSP-005", "INSP-009", "INSP-010"}},
    {"10-county-government.yaml", "hold", false, {"RES-002", "LIST-004"}},
    {"11-flood-emergency.yaml", "admit", true, {"RES-001", "RES-002"}},
    {"12-basic-duty.yaml", "admit", false, {"GUARD-001"}},
    {"13-full-cooperative.yaml", "admit", false, {NULL}},
    {"14-almost-empty.yaml", "hold", false, {"RES-001", "BASIS-001"}},
    {"15-subscriptions.yaml", "reject", false, {"BURDEN-003"}},
    {"16-certificates.yaml", "reject", false, {"BURDEN-009"}},
    {"17-straw-fines.yaml", "reject", false, {"POWER-001", "BURDEN-017", "ACC-001"}},
    {"18-demo-creation.yaml", "reject", false, {"BURDEN-014", "RES-003"}},
    {"19-photos.yaml", "conditional", false, {"TRACE-001", "BURDEN-006"}},
    {"20-survey.yaml", "reject", false, {"BURDEN-012"}},
    {"21-waiver.yaml", "admit", false, {"TIME-002"}},
    {"22-unlawful-building.yaml", "reject", false, {"POWER-012", "POWER-001", "ACC-001", "LIST-005"}},
    {"23-thousand-marks.yaml", "hold", false, {"INSP-013", "INSP-018", "INSP-021", "INSP-025"}},
    {"24-meeting.yaml", "hold", false, {"BURDEN-030", "BURDEN-015", "BURDEN-031"}},
    {"25-wages.yaml", "hold", false, {"LIST-020", "LIST-010"}},
    {"26-emergency-over.yaml", "hold", false, {"GUARD-007", "TIME-010", "TIME-011"}},
};

static void test_each_task_is_judged_as_its_first_line_says(void **state) {
    for (size_t i = 0; i < COUNT(TASKS_JUDGED); i++) {
        struct buf page = {0};
        screen(*state, TASKS_JUDGED[i].file, &page);
        if (!says(&page, "\"verdict\":\"", TASKS_JUDGED[i].verdict, "\"") ||
            !says(&page, "\"provisional\":", TASKS_JUDGED[i].provisional ? "true" : "false", ""))
            fail_msg("%s: %.*s", TASKS_JUDGED[i].file, (int)page.length, page.at);
        for (size_t j = 0; j < COUNT(TASKS_JUDGED[i].rules) && TASKS_JUDGED[i].rules[j]; j++)
            if (!says(&page, "\"rule\":\"", TASKS_JUDGED[i].rules[j], "\""))
                fail_msg("%s: no finding of %s", TASKS_JUDGED[i].file, TASKS_JUDGED[i].rules[j]);
        buf_free(&page);
    }
}

static void test_a_basic_duty_and_a_county_task_cannot_be_declined(void **state) {
    static const char *const FILES[] = {"10-county-government.yaml", "12-basic-duty.yaml"};
    for (size_t i = 0; i < COUNT(FILES); i++) {
        struct buf page = {0};
        screen(*state, FILES[i], &page);
        assert_true(says(&page, "\"answer\":\"", "decline", "\",\"grounds\":[],\"open\":false"));
        assert_true(says(&page, "\"answer\":\"", "accept", "\",\"grounds\":[],\"open\":true"));
        buf_free(&page);
    }
}

static void test_tables_and_lines_are_judged_like_files(void **state) {
    struct buf page = {0};
    screen(*state, "tasks.csv", &page);
    assert_true(says(&page, "\"task\":\"csv-same-day\",\"verdict\":\"", "reject", "\""));
    assert_true(says(&page, "\"task\":\"csv-two-weeks\",\"verdict\":\"", "admit", "\""));
    assert_true(says(&page, "\"task\":\"csv-unknown-money\",\"verdict\":\"", "hold", "\""));
    buf_clear(&page);
    screen(*state, "tasks.jsonl", &page);
    assert_true(says(&page, "\"task\":\"jsonl-market\",\"verdict\":\"", "reject", "\""));
    assert_true(says(&page, "\"task\":\"jsonl-app\",\"verdict\":\"", "reject", "\""));
    assert_true(says(&page, "\"task\":\"jsonl-empty\",\"verdict\":\"", "hold", "\""));
    buf_free(&page);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_task_is_judged_as_its_first_line_says),
        cmocka_unit_test(test_a_basic_duty_and_a_county_task_cannot_be_declined),
        cmocka_unit_test(test_tables_and_lines_are_judged_like_files),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
