/* test_notices.c - the notices of tests/notices are read as well as they once were, and at least as well as promised. */
#include "score.h"

#include <check.h>

/* Those that the patterns were made with. */
static void test_tuning(void **state) {
    (void)state;
    const struct score score = score_folder("tests/notices/tuning");
    assert_true(score.notices >= 30);
    assert_true(score_precision(&score) >= 0.99);
    assert_true(score_recall(&score) >= 0.99);
    assert_int_equal(score.doubts_right, score.doubts_expected);
}

/* Put aside while the patterns were made. When they were read for the first time: precision 0.960, recall 0.982. */
static void test_held_out(void **state) {
    (void)state;
    const struct score score = score_folder("tests/notices/held-out");
    assert_true(score.notices >= 30);
    assert_true(score_precision(&score) >= 0.96);
    assert_true(score_recall(&score) >= 0.98);
    assert_int_equal(score.doubts_right, score.doubts_expected);
}

/* Written when the patterns stood. When they were read for the first time: precision 0.936, recall 0.843; then the patterns
 * were mended with them. */
static void test_second(void **state) {
    (void)state;
    const struct score score = score_folder("tests/notices/second");
    assert_true(score.notices >= 20);
    assert_true(score_precision(&score) >= 0.99);
    assert_true(score_recall(&score) >= 0.99);
    assert_int_equal(score.doubts_right, score.doubts_expected);
}

/* Written after that. When they were read for the first time: precision 0.959, recall 0.894; then the patterns were mended with
 * them, but for what stays too hard. */
static void test_third(void **state) {
    (void)state;
    const struct score score = score_folder("tests/notices/third");
    assert_true(score.notices >= 8);
    assert_true(score_precision(&score) >= 0.98);
    assert_true(score_recall(&score) >= 0.98);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_tuning), cmocka_unit_test(test_held_out),
                                       cmocka_unit_test(test_second), cmocka_unit_test(test_third)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
