#include <check.h>
#include <read/exported.h>
#include <read/task_file.h>

static bool is_other(const char *line) {
    struct task_keys keys;
    task_keys_make(&keys);
    return exported_is_other(&keys, str_of(line));
}

static void rows_that_are_no_tasks_are_known(void **state) {
    (void)state;
    assert_true(is_other("{\"about\":1,\"record\":\"move\",\"row\":2}"));
    assert_true(is_other("{\"decision\":{\"a\":[\"}\",\"\\\"\"]},\"record\":\"decision\"}"));
    assert_false(is_other("{\"facts\":{\"id\":\"a\"},\"record\":\"task\",\"row\":2}"));
    assert_false(is_other("{\"id\":\"a\",\"title\":\"b\"}"));
}

/* A slip in a task must be told, not left out. */
static void a_key_further_in_makes_no_row(void **state) {
    (void)state;
    assert_false(is_other("{\"unknown\":1,\"funds\":{\"record\":\"move\"}}"));
    assert_false(is_other("{\"unknown\":\"\\\"record\\\":\\\"move\\\"\"}"));
    assert_false(is_other("{\"unknown\":[{\"record\":\"move\"}]}"));
    assert_false(is_other(" {"));
    assert_false(is_other("{\"record"));
    assert_false(is_other("{\"id\":\"a\",\"funds\":{\"record\":\"move\"}}"));
    assert_false(is_other("{\"body\":\"\\\"record\\\":\\\"move\\\"\",\"id\":\"a\"}"));
    assert_false(is_other("{\"list\":[{\"record\":\"move\"}],\"id\":\"a\"}"));
    assert_false(is_other("{\"record\":\"task\",\"x\":{\"record\":\"move\"}"));
}

static const char EXPORT[] = "{\"answers\":[{\"a\":\"]\"},[1]],\"format\":\"quanze/ledger-export/1\",\n"
                             "\"tasks\":[\n{\"facts\":{\"id\":\"a\",\"title\":\"b\"},\"row\":1},\n"
                             "{\"facts\":{\"id\":\"c\",\"titel\":\"d\"},\"row\":2}\n],\"waivers\":[]}\n";

static void an_object_of_tasks_is_read(void **state) {
    struct task_file file;
    (void)state;
    task_file_read(&file, str_of(EXPORT), "json");
    assert_int_equal(file.count, 1);
    assert_int_equal(file.bad, 1);
    assert_non_null(strstr(task_file_said(&file), "4:20 unknown-key"));
    assert_non_null(strstr(task_file_said(&file), "other-records"));
    task_file_free(&file);
}

/* Half an export is an error, wherever it ends. */
static void half_an_export_is_told(void **state) {
    (void)state;
    for (size_t length = 1; length < sizeof EXPORT - 2; length++) {
        struct task_file file;
        task_file_read(&file, (struct str){EXPORT, length}, "json");
        assert_true(file.opened != QUANZE_OK || file.bad > 0);
        task_file_free(&file);
    }
}

static size_t tasks_in(const char *text, const char *format) {
    struct task_file file;
    task_file_read(&file, str_of(text), format);
    const size_t count = file.bad == 0 ? file.count : 0;
    task_file_free(&file);
    return count;
}

/* What `read --format json` answers goes straight into `screen`. */
static void the_task_of_a_reading_is_read(void **state) {
    (void)state;
    assert_int_equal(tasks_in("{\"evidence\":[{\"fact\":\"id\"}],\"format\":\"quanze/reading/1\",\"task\":{\"id\":\"a\","
                              "\"title\":\"b\"},\"unsure\":[]}\n",
                              "json"),
                     1);
    assert_int_equal(
        tasks_in("{\"task\":{\"id\":\"a\",\"title\":\"b\"}}\n{\"task\":{\"id\":\"c\",\"title\":\"d\"}}\n", "jsonl"), 2);
    assert_int_equal(tasks_in("task:\n  id: a\n  title: b\n", "yaml"), 1);
}

/* What stands beside a task and is no reading is not passed over. */
static void a_stranger_beside_the_task_is_told(void **state) {
    struct task_file file;
    (void)state;
    task_file_read(&file, STR("{\"task\":{\"id\":\"a\",\"title\":\"b\"},\"due_at\":\"2023-12-07\"}"), "json");
    assert_int_equal(file.bad, 1);
    assert_non_null(strstr(task_file_said(&file), "1:2 unknown-key"));
    task_file_free(&file);
    assert_int_equal(tasks_in("{\"task\":\"a\"}", "json"), 0);
    assert_int_equal(tasks_in("{}", "json"), 0);
}

/* Also when the last line has no end, or has one. */
static void a_text_that_breaks_off_is_told_where_it_stops(void **state) {
    static const char *const TEXTS[] = {"{\"id\":", "{\"id\":\n", "{\"id\":\n\n \n"};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct task_file file;
        task_file_read(&file, str_of(TEXTS[i]), "json");
        assert_non_null(strstr(task_file_said(&file), "1:7 json-syntax"));
        task_file_free(&file);
    }
}

#define TEST(name) cmocka_unit_test(name)

int main(void) {
    const struct CMUnitTest tests[] = {TEST(rows_that_are_no_tasks_are_known),
                                       TEST(a_key_further_in_makes_no_row),
                                       TEST(an_object_of_tasks_is_read),
                                       TEST(half_an_export_is_told),
                                       TEST(the_task_of_a_reading_is_read),
                                       TEST(a_stranger_beside_the_task_is_told),
                                       TEST(a_text_that_breaks_off_is_told_where_it_stops)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
