#include <audit/share.h>
#include <check.h>
#include <read/read.h>
#include <stdio.h>

static struct task_source *source;

/* The share of a task that is not decided. */
static void share_of(const char *json, const struct calendar *calendar, struct buf *out) {
    static struct task task;
    static struct arena arena;
    struct quanze_error error;
    struct problems problems = {.arena = &arena};
    struct share_words words;
    if (!source) assert_int_equal(task_source_of_lines("test", &source, &error), QUANZE_OK);
    task_clear(&task);
    if (task_read(source, str_of(json), 1, &arena, &task, &problems, &error) != QUANZE_OK) fail_msg("%s", error.en);
    share_words_make(&words);
    share_write(&(struct share_source){.words = &words, .task = &task, .calendar = calendar, .min_notice_workdays = 2}, out);
}

static bool has(const struct buf *share, const char *line) {
    struct str rest = buf_str(share);
    while (rest.length > 0) {
        const char *end = memchr(rest.at, '\n', rest.length);
        const size_t length = end ? (size_t)(end - rest.at) : rest.length;
        if (str_equal((struct str){rest.at, length}, str_of(line))) return true;
        rest = (struct str){rest.at + length + 1, rest.length - length - 1};
    }
    return false;
}

static void papers_meetings_and_messages_are_told_apart(void **state) {
    (void)state;
    struct buf out = {0};
    share_of("{\"id\":\"1\",\"title\":\"关于减负的通知\",\"kind\":\"document\",\"document\":{\"form\":\"memo\",\"read_by\":"
             "\"top_official\"}}",
             NULL, &out);
    assert_true(has(&out, "documents 1"));
    assert_true(has(&out, "documents_for_secretary 1"));
    assert_true(has(&out, "informal_papers 1"));
    assert_true(has(&out, "burden_papers 1"));
    assert_false(has(&out, "meetings 1"));
    share_of(
        "{\"id\":\"1\",\"title\":\"调度会\",\"kind\":\"dispatch_meeting\",\"meeting\":{\"attendees_rank\":\"top_official\"}}",
        NULL, &out);
    assert_true(has(&out, "meetings 1"));
    assert_true(has(&out, "meetings_top 1"));
    assert_true(has(&out, "meetings_renamed 1"));
    assert_false(has(&out, "documents 1"));
    share_of("{\"id\":\"1\",\"title\":\"催一下\",\"kind\":\"group_message\"}", NULL, &out);
    assert_true(has(&out, "tasks 1"));
    assert_false(has(&out, "documents 1"));
    buf_free(&out);
}

/* What the villages' list has is not pressed down on them; whether it has it is asked where it is not told. */
static void what_the_villages_list_has_is_not_passed_on(void **state) {
    (void)state;
    struct buf out = {0};
    share_of("{\"id\":\"1\",\"title\":\"甲\",\"demands\":{\"pass_to_village\":true,\"village_listed\":false}}", NULL, &out);
    assert_true(has(&out, "passed_to_village 1"));
    share_of("{\"id\":\"1\",\"title\":\"甲\",\"demands\":{\"pass_to_village\":true,\"village_listed\":true}}", NULL, &out);
    assert_false(has(&out, "passed_to_village 1"));
    assert_false(has(&out, "?passed_to_village"));
    share_of("{\"id\":\"1\",\"title\":\"甲\",\"demands\":{\"pass_to_village\":true}}", NULL, &out);
    assert_false(has(&out, "passed_to_village 1"));
    assert_true(has(&out, "?passed_to_village"));
    share_of("{\"id\":\"1\",\"title\":\"甲\"}", NULL, &out);
    assert_false(has(&out, "?passed_to_village"));
    buf_free(&out);
}

/* What a task does not say is unknown and adds nothing; what a finished paper leaves out is stated not to be there. */
static void what_is_not_told_is_unknown(void **state) {
    (void)state;
    struct buf out = {0};
    share_of("{\"id\":\"1\",\"title\":\"检查\",\"kind\":\"inspection\"}", NULL, &out);
    assert_true(has(&out, "inspections 1"));
    assert_true(has(&out, "?inspections_unplanned"));
    assert_true(has(&out, "?short_notice"));
    assert_false(has(&out, "inspections_unplanned 1"));
    share_of("{\"id\":\"1\",\"title\":\"检查\",\"kind\":\"inspection\",\"complete\":true,\"due_at\":\"none\"}", NULL, &out);
    assert_true(has(&out, "inspections_unplanned 1"));
    assert_false(has(&out, "?inspections_unplanned"));
    assert_false(has(&out, "?short_notice"));
    share_of("{\"id\":\"1\",\"title\":\"检查\",\"kind\":\"inspection\",\"inspection\":{\"plan_no\":\"3\",\"called\":\"调研\"}}",
             NULL, &out);
    assert_false(has(&out, "inspections_unplanned 1"));
    assert_true(has(&out, "inspections_renamed 1"));
    buf_free(&out);
}

/* A paper that is not finished may still demand things; of one without a kind it is not known whether it is a meeting. */
static void what_an_unfinished_paper_may_be_is_noted(void **state) {
    (void)state;
    struct buf out = {0};
    share_of("{\"id\":\"1\",\"title\":\"甲\"}", NULL, &out);
    assert_true(has(&out, "untold 1"));
    assert_true(has(&out, "?meetings"));
    assert_true(has(&out, "?inspections"));
    share_of("{\"id\":\"1\",\"title\":\"甲\",\"kind\":\"document\",\"complete\":true}", NULL, &out);
    assert_false(has(&out, "untold 1"));
    assert_false(has(&out, "?meetings"));
    assert_false(has(&out, "?inspections"));
    buf_free(&out);
}

static void demands_are_counted(void **state) {
    (void)state;
    struct buf out = {0};
    share_of(
        "{\"id\":\"1\",\"title\":\"报\",\"kind\":\"form\",\"demands\":{\"forms\":[{\"name\":\"甲\",\"approval_no\":\"none\","
        "\"media\":["
        "\"electronic\",\"paper\"]},{\"name\":\"乙\"}],\"plaques\":2,\"apps\":[{\"name\":\"学习 "
        "平台\"}],\"dossier\":[\"plan\"],"
        "\"photos\":true,\"subscriptions\":[{\"title\":\"报\",\"amount\":120.5,\"party_press\":false}]},\"ranking\":{\"every\":"
        "\"monthly\"}}",
        NULL, &out);
    assert_true(has(&out, "forms 2"));
    assert_true(has(&out, "forms_without_approval 1"));
    assert_true(has(&out, "?forms_without_approval"));
    assert_true(has(&out, "two_media 1"));
    assert_true(has(&out, "plaques 2"));
    assert_true(has(&out, "app:学习 平台 1"));
    assert_true(has(&out, "evidence 2"));
    assert_true(has(&out, "rankings 1"));
    assert_true(has(&out, "subscriptions_amount 12050"));
    assert_true(has(&out, "subscriptions_other 12050"));
    share_of("{\"id\":\"1\",\"title\":\"报\",\"kind\":\"form\",\"ranking\":{\"every\":\"yearly\"}}", NULL, &out);
    assert_false(has(&out, "rankings 1"));
    buf_free(&out);
}

static void short_notice_is_told_by_the_calendar(void **state) {
    (void)state;
    static struct arena arena;
    struct quanze_error error;
    struct problems problems = {.arena = &arena};
    struct calendar calendar = {.years = NULL};
    struct buf out = {0};
    assert_int_equal(read_calendar("lists/calendar", &calendar, &problems, &error), QUANZE_OK);
    share_of("{\"id\":\"1\",\"title\":\"报\",\"received_at\":\"2026-10-09T15:00\",\"due_at\":\"2026-10-12T09:00\"}", &calendar,
             &out);
    assert_true(has(&out, "short_notice 1"));
    share_of("{\"id\":\"1\",\"title\":\"报\",\"received_at\":\"2026-10-12T09:00\",\"due_at\":\"2026-10-16T17:30\"}", &calendar,
             &out);
    assert_false(has(&out, "short_notice 1"));
    assert_false(has(&out, "?short_notice"));
    share_of("{\"id\":\"1\",\"title\":\"发\",\"message\":{\"sent_at\":\"2026-10-17T10:00\"}}", &calendar, &out);
    assert_true(has(&out, "after_hours 1")); /* a Saturday */
    share_of("{\"id\":\"1\",\"title\":\"发\",\"message\":{\"sent_at\":\"2026-10-16T21:00\"}}", &calendar, &out);
    assert_true(has(&out, "after_hours 1"));
    share_of("{\"id\":\"1\",\"title\":\"发\",\"message\":{\"sent_at\":\"2026-10-16T20:59\"}}", &calendar, &out);
    assert_false(has(&out, "after_hours 1"));
    share_of("{\"id\":\"1\",\"title\":\"发\",\"message\":{\"sent_at\":\"2026-10-16T21:00\"},\"emergency\":{\"declared\":true}}",
             &calendar, &out);
    assert_false(has(&out, "after_hours 1"));
    buf_free(&out);
    calendar_free(&calendar);
}

static void a_share_is_read_as_written(void **state) {
    (void)state;
    struct share_line line;
    struct str rest = STR("documents 3\n?staff_gap\n\nbroken\napp:a b 1\nfunds_gap 24000");
    assert_true(share_next(&rest, &line) && !line.unknown && line.value == 3);
    assert_str(line.name, "documents");
    assert_true(share_next(&rest, &line) && line.unknown);
    assert_str(line.name, "staff_gap");
    assert_true(share_next(&rest, &line) && line.value == 1);
    assert_str(line.name, "app:a b");
    assert_true(share_next(&rest, &line) && line.value == 24000);
    assert_false(share_next(&rest, &line));
    for (int id = 0; id < SUM_COUNT; id++) {
        assert_int_equal(sum_find(sum_name((enum sum_id)id), 0), id);
        assert_int_equal(sum_find(sum_name((enum sum_id)id), SUM_COUNT - 1), id);
    }
    assert_int_equal(sum_find(STR("nothing"), 3), -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(papers_meetings_and_messages_are_told_apart),
                                       cmocka_unit_test(what_is_not_told_is_unknown),
                                       cmocka_unit_test(what_the_villages_list_has_is_not_passed_on),
                                       cmocka_unit_test(what_an_unfinished_paper_may_be_is_noted),
                                       cmocka_unit_test(demands_are_counted),
                                       cmocka_unit_test(short_notice_is_told_by_the_calendar),
                                       cmocka_unit_test(a_share_is_read_as_written)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
