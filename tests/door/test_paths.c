/* test_paths.c - files and folders in a fixed order; what is not there is told before anything runs. */
#include "door/world.h"

#include <door/screen/paths.h>
#include <sys/stat.h>

static void test_folder_is_sorted_and_sized(void **state) {
    (void)state;
    struct arena arena = {0};
    struct task_paths paths;
    struct quanze_error error;
    const char *const arguments[] = {WORLD "/many.csv", WORLD "/tasks"};
    assert_int_equal(paths_expand(arguments, 2, &arena, &paths, &error), QUANZE_OK);
    static const char *const expected[] = {"/many.csv", "/tasks/admit.yaml", "/tasks/conditional.yaml", "/tasks/hold.yaml",
                                           "/tasks/reject.yaml"};
    assert_int_equal(paths.count, COUNT(expected));
    uint64_t bytes = 0;
    for (size_t i = 0; i < COUNT(expected); i++) {
        assert_string_equal(paths.at[i].from.path + strlen(WORLD), expected[i]);
        assert_true(paths.at[i].bytes > 0);
        bytes += paths.at[i].bytes;
    }
    assert_int_equal(paths.bytes, bytes);
    arena_free(&arena);
}

static void test_standard_input_has_no_size(void **state) {
    (void)state;
    struct arena arena = {0};
    struct task_paths paths;
    struct quanze_error error;
    const char *const arguments[] = {WORLD "/many.csv", "-"};
    assert_int_equal(paths_expand(arguments, 2, &arena, &paths, &error), QUANZE_OK);
    assert_string_equal(paths.at[1].from.path, "-");
    assert_int_equal(paths.bytes, 0);
    arena_free(&arena);
}

static void check_no_input(const char *path, const char *expected) {
    struct arena arena = {0};
    struct task_paths paths;
    struct quanze_error error;
    const char *const arguments[] = {WORLD "/many.csv", path};
    assert_int_equal(paths_expand(arguments, 2, &arena, &paths, &error), QUANZE_NO_INPUT);
    assert_true(str_find(str_of(error.en), str_of(expected)) >= 0);
    assert_true(str_find(str_of(error.zh), str_of(path)) >= 0);
    arena_free(&arena);
}

static void test_nothing_there(void **state) {
    (void)state;
    char folder[] = "/tmp/quanze-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    check_no_input(folder, "holds no task file");
    assert_int_equal(rmdir(folder), 0);
    check_no_input("/tmp/quanze-no-such-file.yaml", "there is no file");
}

static void test_unreadable_file(void **state) {
    (void)state;
    char path[64];
    if (geteuid() == 0) skip(); /* root may read everything */
    make_file(path, ".yaml", STR("id: x\n"));
    assert_int_equal(chmod(path, 0), 0);
    check_no_input(path, "may not be read");
    unlink(path);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_folder_is_sorted_and_sized),
        cmocka_unit_test(test_standard_input_has_no_size),
        cmocka_unit_test(test_nothing_there),
        cmocka_unit_test(test_unreadable_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
