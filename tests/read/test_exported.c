#include <check.h>
#include <read/exported.h>

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

#define TEST(name) cmocka_unit_test(name)

int main(void) {
    const struct CMUnitTest tests[] = {TEST(rows_that_are_no_tasks_are_known), TEST(a_key_further_in_makes_no_row)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
