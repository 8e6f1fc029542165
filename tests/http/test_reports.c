#include <check.h>
#include <http/state/reports.h>
#include <stdio.h>

static const struct quanze_audit_made NOW = {{7, "sha256:07"}, "2026-11-22"}, LATER = {{8, "sha256:08"}, "2026-11-22"};

static bool is_kept(struct reports *reports, const char *key) {
    struct buf found = {0};
    const bool is_there = reports_find(reports, str_of(key), &NOW, &found);
    buf_free(&found);
    return is_there;
}

static void a_report_is_found_under_its_key(void **state) {
    (void)state;
    struct reports *reports = reports_open();
    struct buf found = {0};
    assert_non_null(reports);
    assert_false(reports_find(reports, STR("october"), &NOW, &found));
    reports_keep(reports, STR("october"), &NOW, STR("three gaps"));
    reports_keep(reports, STR("october"), &NOW, STR("four gaps"));
    assert_true(reports_find(reports, STR("october"), &NOW, &found));
    assert_str(buf_str(&found), "four gaps");
    buf_free(&found);
    reports_close(reports);
}

/* What it stands on is part of it: it is not found for anything else, until it is said to stand on that. */
static void a_report_is_found_for_what_it_stands_on(void **state) {
    (void)state;
    struct reports *reports = reports_open();
    struct quanze_audit_made made;
    struct buf found = {0};
    assert_non_null(reports);
    assert_false(reports_made(reports, STR("october"), &made));
    reports_keep(reports, STR("october"), &NOW, STR("three gaps"));
    assert_false(reports_find(reports, STR("october"), &LATER, &found));
    assert_true(reports_made(reports, STR("october"), &made));
    assert_memory_equal(&made, &NOW, sizeof made);
    reports_move(reports, STR("october"), &LATER, &NOW); /* somebody else said so first */
    assert_true(is_kept(reports, "october"));
    reports_move(reports, STR("october"), &NOW, &LATER);
    assert_false(is_kept(reports, "october"));
    assert_true(reports_find(reports, STR("october"), &LATER, &found));
    reports_clear(reports);
    assert_false(reports_made(reports, STR("october"), &made));
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
        reports_keep(reports, str_of(key), &NOW, STR("x"));
    }
    assert_true(is_kept(reports, "0"));
    reports_keep(reports, STR("one more"), &NOW, STR("x"));
    assert_true(is_kept(reports, "0"));
    assert_false(is_kept(reports, "1"));
    assert_true(is_kept(reports, "one more"));
    assert_true(reports_are_many(reports));
    reports_clear(reports);
    assert_false(reports_are_many(reports));
    reports_close(reports);
}

/* Bytes that cannot be squeezed. */
static void put_noise(struct buf *out, size_t length) {
    uint32_t number = 1;
    while (out->length < length) {
        number = number * 1664525 + 1013904223;
        buf_put_char(out, (char)(number >> 24));
    }
}

/* What is kept never grows beyond its bound; what is larger than all of it is not kept. */
static void large_reports_make_room_by_their_bytes(void **state) {
    (void)state;
    struct reports *reports = reports_open();
    struct buf large = {0};
    assert_non_null(reports);
    put_noise(&large, REPORTS_BYTES / 2 + 1);
    reports_keep(reports, STR("small"), &NOW, STR("x"));
    reports_keep(reports, STR("a"), &NOW, buf_str(&large));
    assert_true(is_kept(reports, "a") && is_kept(reports, "small"));
    assert_false(reports_are_many(reports));
    reports_keep(reports, STR("b"), &NOW, buf_str(&large));
    assert_true(is_kept(reports, "b") && is_kept(reports, "small") && !is_kept(reports, "a"));
    reports_keep(reports, STR("c"), &NOW, (struct str){large.at, REPORTS_BYTES / 3});
    assert_true(reports_are_many(reports));
    put_noise(&large, REPORTS_BYTES + 1);
    reports_keep(reports, STR("d"), &NOW, buf_str(&large));
    assert_true(is_kept(reports, "b") && !is_kept(reports, "d"));
    buf_free(&large);
    reports_close(reports);
}

/* Pages repeat themselves: many times the room of what is kept. */
static void pages_take_little_room(void **state) {
    (void)state;
    struct reports *reports = reports_open();
    struct buf page = {0};
    char key[16];
    assert_non_null(reports);
    for (int i = 0; page.length < REPORTS_BYTES / 2; i++) buf_printf(&page, "<a href=\"#t%d\">%d</a> ", i, i);
    for (int i = 0; i < 8; i++) {
        (void)snprintf(key, sizeof key, "%d", i);
        reports_keep(reports, str_of(key), &NOW, buf_str(&page));
    }
    assert_true(is_kept(reports, "0") && is_kept(reports, "7"));
    buf_free(&page);
    reports_close(reports);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_report_is_found_under_its_key),
        cmocka_unit_test(a_report_is_found_for_what_it_stands_on),
        cmocka_unit_test(the_one_used_least_lately_makes_room),
        cmocka_unit_test(large_reports_make_room_by_their_bytes),
        cmocka_unit_test(pages_take_little_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
