/* test_audit_pages.c - the page, workbook and circular of an audit with the 1st, 2nd, 3rd ... allocation failing: an error or
 * the same bytes. */
#include "allocation.h"

#include <check.h>
#include <say/audit_circular.h>
#include <say/audit_excel.h>
#include <say/audit_fixture.h>
#include <say/audit_html.h>
#include <string.h>

typedef quanze_status (*writer)(struct buf *out, struct quanze_error *error);

static quanze_status write_html(struct buf *out, struct quanze_error *error) {
    return say_audit_html(out, audit_fixture(), QUANZE_ZH, QUANZE_FORMAT_HTML, error);
}

static quanze_status write_excel(struct buf *out, struct quanze_error *error) {
    struct arena arena = {0};
    struct str bytes = {"", 0};
    quanze_status status = say_audit_excel(audit_fixture(), QUANZE_EN, &arena, &bytes, error);
    if (status == QUANZE_OK) buf_put(out, bytes);
    if (status == QUANZE_OK && out->failed) status = error_memory(error);
    arena_free(&arena);
    return status;
}

static quanze_status write_circular(struct buf *out, struct quanze_error *error) {
    struct arena arena = {0};
    struct document document = {.arena = &arena};
    quanze_status status = say_audit_circular(audit_fixture(), &document, error);
    if (status == QUANZE_OK) status = document_docx(&document, out, error);
    arena_free(&arena);
    return status;
}

static void sweep(writer write, bool onwards) {
    struct buf whole = {0};
    struct quanze_error error;
    long refused = 0;
    allocation_fail_at(0, false);
    assert_int_equal(write(&whole, &error), QUANZE_OK);
    for (long n = 1;; n++) {
        struct buf page = {0};
        memset(&error, 0, sizeof error);
        allocation_fail_at(n, onwards);
        const quanze_status status = write(&page, &error);
        const bool reached = allocation_failed();
        allocation_fail_at(0, false);
        if (status == QUANZE_OK) {
            assert_int_equal(page.length, whole.length);
            assert_memory_equal(page.at, whole.at, whole.length);
        } else {
            refused++;
            assert_int_equal(status, QUANZE_INTERNAL);
            assert_true(error.zh[0] && error.en[0]);
        }
        buf_free(&page);
        if (!reached) break;
    }
    assert_true(refused > 5);
    buf_free(&whole);
}

static void html(void **state) {
    (void)state;
    sweep(write_html, false);
    sweep(write_html, true);
}

static void excel(void **state) {
    (void)state;
    sweep(write_excel, false);
    sweep(write_excel, true);
}

static void circular(void **state) {
    (void)state;
    sweep(write_circular, false);
    sweep(write_circular, true);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(html), cmocka_unit_test(excel), cmocka_unit_test(circular)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
