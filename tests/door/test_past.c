/* Earlier tasks from a file: who counts, how far back, and that a task is not its own past. */
#include "door/world.h"

#include <door/screen/past.h>
#include <model/list.h>

static const char EARLIER[] =
    "{\"id\":\"a\",\"title\":\"关于开展特种设备排查的通知\",\"issuer\":{\"name\":\"县消防救援大队\"},\"townships\":["
    "\"木塘垸镇\"],"
    "\"received_at\":\"2026-09-15T09:00\",\"demands\":{\"forms\":[{\"name\":\"特种设备排查表\"}]}}\n"
    "{\"id\":\"b\",\"title\":\"转发关于开展特种设备排查的通知\",\"issuer\":{\"name\":\"县文旅局\"},\"townships\":[\"木塘垸镇\","
    "\"青溪镇\"],"
    "\"received_at\":\"2026-09-15T15:00\"}\n"
    "{\"id\":\"c\",\"title\":\"检查\",\"kind\":\"inspection\",\"issuer\":{\"name\":\"消防大队\"},\"townships\":[\"木塘垸镇\"],"
    "\"received_at\":\"2026-09-10\",\"inspection\":{\"at\":\"2026-09-20T09:00\"}}\n"
    "{\"id\":\"d\",\"title\":\"年度考核\",\"kind\":\"assessment\",\"issuer\":{\"name\":\"县农业农村局\"},\"townships\":["
    "\"木塘垸镇\"],"
    "\"received_at\":\"2026-03-10\"}\n"
    "{\"id\":\"e\",\"title\":\"年度考核\",\"kind\":\"assessment\",\"issuer\":{\"name\":\"县农业农村局\"},\"townships\":["
    "\"木塘垸镇\"],"
    "\"received_at\":\"2025-03-10\",\"meeting\":{\"at\":\"2025-03-12T09:00\"}}\n"
    "{\"id\":\"f\",\"title\":\"没有日期\",\"issuer\":{\"name\":\"县文旅局\"},\"townships\":[\"木塘垸镇\"]}\n";

static struct arena arena;
static struct department fire = {.name = {"县消防救援大队", 21}};

/* A list that knows one department by two names. */
static void make_list(struct list *list) {
    static struct str alias[] = {{"消防大队", 12}};
    struct problems problems = {.arena = &arena};
    struct quanze_error error;
    fire.id = STR("fire");
    fire.aliases = (struct texts){alias, 1};
    *list = (struct list){.departments = &fire, .department_count = 1};
    assert_int_equal(list_freeze(list, &problems, &error), QUANZE_OK);
}

static struct past *open_past(const struct list *list, const char *lines) {
    char path[64];
    struct past *past = NULL;
    struct quanze_error error;
    make_file(path, ".jsonl", str_of(lines));
    quanze_status status = past_open(&(struct quanze_screen_request){.history = path}, list, &past, &error);
    unlink(path);
    if (status != QUANZE_OK) fail_msg("%s", error.en);
    return past;
}

static struct history_keys keys_of(const char *id, const char *title, const char *issuer, const char *form) {
    struct task task;
    struct history_keys keys;
    struct value *town = arena_take_array(&arena, 2, sizeof *town), *row = arena_take_array(&arena, 16, sizeof *row);
    task_clear(&task);
    town[0] = value_of_text(STR("青溪镇"));
    town[1] = value_of_text(STR("木塘垸镇"));
    row[0] = value_of_text(str_of(form));
    task_set(&task, FACT_ID_ID, value_of_text(str_of(id)));
    task_set(&task, FACT_ID_TITLE, value_of_text(str_of(title)));
    task_set(&task, FACT_ID_ISSUER_NAME, value_of_text(str_of(issuer)));
    task_set(&task, FACT_ID_TOWNSHIPS, (struct value){.items = town, .count = 2, .state = VALUE_GIVEN});
    task_set(&task, FACT_ID_DEMANDS_FORMS, (struct value){.items = row, .count = 1, .state = VALUE_GIVEN});
    assert_true(history_keys_make(&task, DAY_NONE, &arena, &keys));
    return keys;
}

static int32_t day(int year, int month, int day) {
    return day_from_civil((struct civil){.year = year, .month = month, .day = day});
}

static void each_question_counts_what_it_says(void **state) {
    (void)state;
    const struct {
        const char *id, *title, *issuer;
        enum history_query query;
        int32_t from, to;
        size_t count, issuers;
    } rows[] = {
        {"x", "关于开展特种设备排查的通知", "县应急局", HISTORY_OTHER_ISSUERS, day(2026, 9, 1), day(2026, 9, 30), 2, 2},
        {"x", "关于开展特种设备排查的通知", "县应急局", HISTORY_OTHER_ISSUERS, day(2026, 9, 16), day(2026, 9, 30), 0, 0},
        {"x", "关于开展特种设备排查的通知", "消防大队", HISTORY_OTHER_ISSUERS, day(2026, 9, 1), day(2026, 9, 30), 1, 1},
        {"b", "关于开展特种设备排查的通知", "县应急局", HISTORY_OTHER_ISSUERS, day(2026, 9, 1), day(2026, 9, 30), 1, 1},
        {"x", "关于开展特种设备排查的通知", "消防大队", HISTORY_VERSIONS, day(2026, 9, 15), day(2026, 9, 15), 1, 1},
        {"x", "别的事", "消防大队", HISTORY_VERSIONS, day(2026, 9, 15), day(2026, 9, 15), 0, 0},
        {"x", "别的事", "县应急局", HISTORY_SAME_FORM, day(2026, 9, 1), day(2026, 9, 30), 1, 1},
        {"x", "别的事", "县应急局", HISTORY_VISITS, day(2026, 9, 20), day(2026, 9, 20), 1, 1},
        {"x", "别的事", "县应急局", HISTORY_VISITS, day(2026, 9, 10), day(2026, 9, 10), 0, 0},
        {"x", "别的事", "县消防救援大队", HISTORY_OWN_VISITS, day(2026, 1, 1), day(2026, 12, 31), 1, 1},
        {"x", "别的事", "县应急局", HISTORY_OWN_VISITS, day(2026, 1, 1), day(2026, 12, 31), 0, 0},
        {"x", "别的事", "县应急局", HISTORY_ASSESSMENTS, day(2026, 1, 1), day(2026, 12, 31), 1, 1},
        {"x", "别的事", "县应急局", HISTORY_ASSESSMENTS, day(2025, 1, 1), day(2026, 12, 31), 2, 1},
        {"x", "别的事", "县应急局", HISTORY_MEETINGS, day(2025, 3, 12), day(2025, 3, 12), 1, 1},
    };
    struct list list;
    make_list(&list);
    struct past *past = open_past(&list, EARLIER);
    const struct history history = past_history(past);
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct history_keys keys = keys_of(rows[i].id, rows[i].title, rows[i].issuer, "特种设备排查表");
        const struct history_question question = {rows[i].query, &keys, rows[i].from, rows[i].to};
        struct history_answer answer;
        struct quanze_error error;
        assert_int_equal(history.find(history.keeper, &question, &arena, &answer, &error), QUANZE_OK);
        if (answer.count != rows[i].count || answer.issuers != rows[i].issuers)
            fail_msg("row %zu: %zu tasks of %zu issuers", i, answer.count, answer.issuers);
        assert_int_equal(answer.tasks.count, answer.count);
    }
    past_close(past);
    list_free(&list);
    arena_free(&arena);
}

static void half_a_past_is_refused(void **state) {
    (void)state;
    char path[64];
    struct past *past = NULL;
    struct quanze_error error;
    struct list list;
    make_list(&list);
    make_file(path, ".jsonl", STR("{\"id\":\"a\",\"title\":\"甲\"}\n{\"id\":\"b\",\"kind\":\"nonsense\"}\n"));
    assert_int_equal(past_open(&(struct quanze_screen_request){.history = path}, &list, &past, &error), QUANZE_BAD_DATA);
    assert_int_equal(error.line, 2);
    unlink(path);
    assert_int_equal(past_open(&(struct quanze_screen_request){.history = "/nowhere.jsonl"}, &list, &past, &error),
                     QUANZE_NO_INPUT);
    list_free(&list);
    arena_free(&arena);
}

/* The whole way: three notices of one body on one day, the third is held. */
static void the_third_paper_of_a_day_is_held(void **state) {
    (void)state;
    struct buf lines = {0}, page = {0};
    for (int i = 1; i <= 3; i++)
        buf_printf(&lines,
                   "{\"id\":\"%d\",\"title\":\"关于报送资料的通知\",\"complete\":true,\"kind\":\"form\",\"issuer\":{\"name\":"
                   "\"县文旅局\"},"
                   "\"townships\":[\"木塘垸镇\"],\"received_at\":\"2026-11-05T09:00\"}\n",
                   i);
    char path[64];
    make_file(path, ".jsonl", buf_str(&lines));
    struct quanze *engine = NULL;
    struct quanze_error error;
    struct quanze_options options = {
        .lists = SOURCE_DIR "/lists/demo", .rules = SOURCE_DIR "/rules", .calendar = SOURCE_DIR "/lists/calendar"};
    assert_int_equal(quanze_open(&options, &engine, &error), QUANZE_OK);
    const char *const paths[] = {path};
    struct quanze_screen_request request = {.paths = paths,
                                            .path_count = 1,
                                            .today = "2026-11-22",
                                            .format = QUANZE_FORMAT_JSONL,
                                            .history = path,
                                            .sink = keep_in(&page)};
    struct quanze_screen_summary summary;
    assert_int_equal(quanze_screen(engine, &request, &summary, &error), QUANZE_OK);
    assert_int_equal(count_of(buf_str(&page), "第 3 份"), 3);
    assert_int_equal(count_of(buf_str(&page), "未核对"), 0);
    buf_clear(&page);
    request.history = NULL;
    assert_int_equal(quanze_screen(engine, &request, &summary, &error), QUANZE_OK);
    assert_int_equal(count_of(buf_str(&page), "第 3 份"), 0);
    assert_true(count_of(buf_str(&page), "未核对：没有台账") > 0);
    quanze_close(engine);
    unlink(path);
    buf_free(&lines);
    buf_free(&page);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_question_counts_what_it_says),
                                       cmocka_unit_test(half_a_past_is_refused),
                                       cmocka_unit_test(the_third_paper_of_a_day_is_held)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
