#include <check.h>
#include <http/state/reports.h>
#include <stdio.h>

static bool is_kept(struct reports *reports, const char *key) {
    struct buf found = {0};
    const bool is_there = reports_find(reports, str_of(key), &found);
    buf_free(&found);
    return is_there;
}

static void a_report_is_found_under_its_key(void **state) {
    (void)state;
    struct reports *reports = reports_open();
    struct buf found = {0};
    assert_non_null(reports);
    assert_false(reports_find(reports, STR("october"), &found));
    reports_keep(reports, STR("october"), STR("three gaps"));
    reports_keep(reports, STR("october"), STR("four gaps"));
    assert_true(reports_find(reports, STR("october"), &found));
    assert_str(buf_str(&found), "four gaps");
    buf_free(&found);
    reports_close(reports);
}

static void the_one_used_least_lately_makes_room(void **state) {
    (void)state;
    struct reports *reports = reports_open();
    char key[16];
    assert_non_null(reports);
    for (int i = 0; i < REPORTS_KEPT; i++) {
        (void)snprintf(key, sizeof key, "%d", i);
        reports_keep(reports, str_of(key), STR("x"));
    }
    assert_true(is_kept(reports, "0"));
    reports_keep(reports, STR("one more"), STR("x"));
    assert_true(is_kept(reports, "0"));
    assert_false(is_kept(reports, "1"));
    assert_true(is_kept(reports, "one more"));
    reports_close(reports);
}

/* What is kept never grows beyond its bound; what is larger than all of it is not kept. */
static void large_reports_make_room_by_their_bytes(void **state) {
    (void)state;
    struct reports *reports = reports_open();
    struct buf large = {0};
    assert_non_null(reports);
    while (large.length < REPORTS_BYTES / 2 + 1) buf_put_text(&large, "0123456789abcdef0123456789abcdef");
    reports_keep(reports, STR("small"), STR("x"));
    reports_keep(reports, STR("a"), buf_str(&large));
    assert_true(is_kept(reports, "a") && is_kept(reports, "small"));
    reports_keep(reports, STR("b"), buf_str(&large));
    assert_true(is_kept(reports, "b") && is_kept(reports, "small") && !is_kept(reports, "a"));
    while (large.length <= REPORTS_BYTES) buf_put_text(&large, "0123456789abcdef0123456789abcdef");
    reports_keep(reports, STR("c"), buf_str(&large));
    assert_true(is_kept(reports, "b") && !is_kept(reports, "c"));
    buf_free(&large);
    reports_close(reports);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_report_is_found_under_its_key),
        cmocka_unit_test(the_one_used_least_lately_makes_room),
        cmocka_unit_test(large_reports_make_room_by_their_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
