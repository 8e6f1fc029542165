/* test_notice.c - reading a notice with the 1st, 2nd, 3rd ... allocation failing: an error or the same page, never a crash. */
#include "allocation.h"

#include <quanze.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

struct page {
    char at[65536];
    size_t length;
};

static bool keep(void *payload, const void *bytes, size_t length) {
    struct page *page = payload;
    if (page->length + length > sizeof page->at) return false;
    memcpy(page->at + page->length, bytes, length);
    page->length += length;
    return true;
}

static quanze_status run(struct page *page, struct quanze_error *error) {
    const struct quanze_read_request request = {
        .path = SOURCE_DIR "/tests/notices/tuning/06-flood.txt", .format = QUANZE_FORMAT_YAML, .sink = {keep, page}};
    page->length = 0;
    memset(error, 0, sizeof *error);
    return quanze_read(NULL, &request, error);
}

static void test_every_allocation_fails(void **state) {
    static struct page whole, page;
    struct quanze_error error;
    long n = 1, refused = 0;
    (void)state;
    allocation_fail_at(0, false);
    assert_int_equal(run(&whole, &error), QUANZE_OK);
    for (;; n++) {
        allocation_fail_at(n, false);
        const quanze_status status = run(&page, &error);
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
        if (!reached) break;
    }
    assert_true(refused > 20);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_allocation_fails)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
