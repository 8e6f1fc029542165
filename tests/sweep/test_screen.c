/* test_screen.c - screening with the 1st, 2nd, 3rd ... allocation failing: an error or the same verdict, never a crash. */
#include "allocation.h"

#include <quanze.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define WORLD SOURCE_DIR "/tests/sweep/world"

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

/* One whole run: open, screen one task, close. The page is empty unless the status is QUANZE_OK. */
static quanze_status run(struct page *page, struct quanze_error *error) {
    const char *pack = WORLD "/packs/county";
    struct quanze_options options = {.lists = WORLD "/list.yaml",
                                     .rules = WORLD "/rules",
                                     .calendar = SOURCE_DIR "/lists/calendar",
                                     .packs = &pack,
                                     .pack_count = 1};
    const char *path = WORLD "/task.yaml";
    struct quanze_screen_request request = {
        .paths = &path, .path_count = 1, .today = "2026-11-22", .format = QUANZE_FORMAT_JSON, .sink = {keep, page}};
    struct quanze_screen_summary summary;
    struct quanze *engine = NULL;
    page->length = 0;
    memset(error, 0, sizeof *error);
    quanze_status status = quanze_open(&options, &engine, error);
    if (status == QUANZE_OK) status = quanze_screen(engine, &request, &summary, error);
    quanze_close(engine);
    return status;
}

static void sweep(bool onwards) {
    static struct page whole, page;
    struct quanze_error error;
    long n = 1, refused = 0;
    allocation_fail_at(0, false);
    assert_int_equal(run(&whole, &error), QUANZE_OK);
    for (;; n++) {
        allocation_fail_at(n, onwards);
        quanze_status status = run(&page, &error);
        bool reached = allocation_failed();
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
    assert_true(refused > 100);
}

static void test_one_allocation_fails(void **state) {
    (void)state;
    sweep(false);
}

static void test_all_later_allocations_fail(void **state) {
    (void)state;
    sweep(true);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_one_allocation_fails),
                                       cmocka_unit_test(test_all_later_allocations_fail)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
