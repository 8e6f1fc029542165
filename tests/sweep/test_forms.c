/* test_forms.c - what the pages are filled in with, the 1st, 2nd, 3rd ... allocation failing: choices, the form of a task, and
 * the words of its text beside the judgement. */
#include "sweep.h"
#include "world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct quanze *engine;

static const char TASK[] =
    "id: sweep-2\ntitle: 关于报送消防工作资料的通知\nissuer: {name: 县消防救援大队, kind: county_department}\n"
    "townships: [木塘垸镇]\nreceived_at: 2023-12-07T09:30\ndue_at: 2023-12-07T16:00\n"
    "body: |\n  关于报送消防工作资料的通知\n\n  各乡镇人民政府：\n  "
    "请于2023年12月7日16时前报送消防工作台账，报送情况纳入年度考核。\n\n"
    "  县消防救援大队\n  2023年12月7日\n";
static const struct quanze_input INPUT = {.name = "task.yaml", .bytes = TASK, .length = sizeof TASK - 1};

static int open_engine(void **state) {
    (void)state;
    return world_open(&engine);
}

static int close_engine(void **state) {
    (void)state;
    quanze_close(engine);
    return 0;
}

static quanze_status choose(struct sweep_page *page, struct quanze_error *error) {
    static const struct {
        quanze_vocabulary vocabulary;
        const char *chosen;
    } ASKED[] = {{QUANZE_STATES, "accepted"}, {QUANZE_GROUNDS, NULL},         {QUANZE_DEPARTMENTS, "县消防救援大队"},
                 {QUANZE_DEPARTMENT_IDS, ""}, {QUANZE_TOWNSHIPS, "木塘垸镇"}, {QUANZE_RULES, "TIME-001"}};
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < sizeof ASKED / sizeof *ASKED && status == QUANZE_OK; i++) {
        const struct quanze_page_request request = {
            .name = ASKED[i].chosen, .format = QUANZE_FORMAT_HTML_PART, .sink = {sweep_keep, page}};
        status = quanze_choices(engine, ASKED[i].vocabulary, &request, error);
    }
    return status;
}

static quanze_status fill_in(struct sweep_page *page, struct quanze_error *error) {
    const struct quanze_form_request request = {
        .input = &INPUT, .today = "2026-11-22", .format = QUANZE_FORMAT_HTML_PART, .sink = {sweep_keep, page}};
    size_t fixes;
    return quanze_task_form(engine, &request, &fixes, error);
}

static const struct quanze_typed TYPED[] = {{"title", "某通知"},
                                            {"actions", "上报、检查"},
                                            {"received_at", "2026-11-23 09:30"},
                                            {"due_at", "2026-11-23 16:00"},
                                            {"demands.forms.1.name", "月报表"},
                                            {"demands.forms.1.fields", "户数、人数\n"},
                                            {"demands.forms.1.media", "paper"},
                                            {"demands.forms.1.media", "electronic"}};
static const struct quanze_typed WRONG[] = {
    {"demands.forms", "none"}, {"demands.forms.1.name", "月报表"}, {"demands.apps.2.install_quota", "多"}, {"due_at", "快点"}};

static quanze_status take_typed(struct sweep_page *page, struct quanze_error *error) {
    const struct quanze_form_request request = {
        .typed = TYPED, .typed_count = 8, .today = "2026-11-22", .format = QUANZE_FORMAT_JSON, .sink = {sweep_keep, page}};
    size_t fixes;
    return quanze_task_form(engine, &request, &fixes, error);
}

static quanze_status show_typed(struct sweep_page *page, struct quanze_error *error) {
    const struct quanze_form_request request = {.typed = WRONG,
                                                .typed_count = 4,
                                                .more = "demands.apps",
                                                .today = "2026-11-22",
                                                .format = QUANZE_FORMAT_HTML_PART,
                                                .sink = {sweep_keep, page}};
    size_t fixes;
    return quanze_task_form(engine, &request, &fixes, error);
}

static quanze_status try_rule(struct sweep_page *page, struct quanze_error *error) {
    const struct quanze_try_request request = {.rule = "PEER-08",
                                               .typed = TYPED,
                                               .typed_count = 4,
                                               .today = "2026-11-22",
                                               .fields = {sweep_keep, page},
                                               .result = {sweep_keep, page}};
    return quanze_rule_try(engine, &request, error);
}

static quanze_status show_words(struct sweep_page *page, struct quanze_error *error) {
    const struct quanze_screen_request request = {.inputs = &INPUT,
                                                  .input_count = 1,
                                                  .today = "2026-11-22",
                                                  .words = true,
                                                  .correct = "#f-",
                                                  .format = QUANZE_FORMAT_HTML_PART,
                                                  .sink = {sweep_keep, page}};
    struct quanze_screen_summary summary;
    return quanze_screen(engine, &request, &summary, error);
}

static struct sweep_page whole;

/* The swept pages are the ones that are meant. */
static void the_pages_hold_what_is_swept(void **state) {
    (void)state;
    struct quanze_error error;
    assert_int_equal(choose(&whole, &error), QUANZE_OK);
    assert_int_equal(take_typed(&whole, &error), QUANZE_OK);
    assert_int_equal(show_typed(&whole, &error), QUANZE_OK);
    assert_int_equal(try_rule(&whole, &error), QUANZE_OK);
    assert_int_equal(show_words(&whole, &error), QUANZE_OK);
    assert_true(whole.length < sizeof whole.at);
    whole.at[whole.length] = '\0';
    assert_non_null(strstr(whole.at, "<option value=\"accepted\" selected>"));
    assert_non_null(strstr(whole.at, "<mark"));
    assert_non_null(strstr(whole.at, "[\"report\",\"inspect\"]"));
    assert_non_null(
        strstr(whole.at, "[{\"fields\":[\"户数、人数\"],\"media\":[\"paper\",\"electronic\"],\"name\":\"月报表\"}]"));
    assert_non_null(strstr(whole.at, "id=\"wrong-demands.forms\">要求填报的表：选了“无”"));
    assert_non_null(strstr(whole.at, "要求使用的应用第 1 条：安装指标 写的是“多”"));
    assert_non_null(strstr(whole.at, "name=\"demands.apps.2.name\" autofocus"));
    assert_non_null(strstr(whole.at, "未通过"));
}

static void one_fails(void **state) {
    (void)state;
    sweep(choose, false, 6, NULL);
    sweep(fill_in, false, 50, NULL);
    sweep(take_typed, false, 4, NULL);
    sweep(show_typed, false, 50, NULL);
    sweep(try_rule, false, 10, NULL);
    sweep(show_words, false, 200, NULL);
}

static void all_later_fail(void **state) {
    (void)state;
    sweep(choose, true, 6, NULL);
    sweep(fill_in, true, 50, NULL);
    sweep(take_typed, true, 4, NULL);
    sweep(show_typed, true, 50, NULL);
    sweep(try_rule, true, 10, NULL);
    sweep(show_words, true, 200, NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_pages_hold_what_is_swept), cmocka_unit_test(one_fails),
                                       cmocka_unit_test(all_later_fail)};
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
