/* test_refuse.c - a letter as .docx, HTML and text, and the notes of one that is not open, with the 1st, 2nd, 3rd ...
 * allocation failing: an error or the same bytes, never a crash. */
#include "allocation.h"

#include <quanze.h>
#include <setjmp.h>
#include <stdarg.h>
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

static struct quanze *engine;

static int open_engine(void **state) {
    (void)state;
    struct quanze_error error;
    const struct quanze_options options = {
        .lists = WORLD "/list.yaml", .rules = WORLD "/rules", .calendar = SOURCE_DIR "/lists/calendar"};
    return (int)quanze_open(&options, &engine, &error);
}

static int close_engine(void **state) {
    (void)state;
    quanze_close(engine);
    return 0;
}

static quanze_status refuse(const char *variant, quanze_format format, struct page *page, struct quanze_error *error) {
    const struct quanze_refuse_request request = {.path = WORLD "/task.yaml",
                                                  .today = "2026-11-22",
                                                  .variant = variant,
                                                  .number = "木政函〔2026〕12号",
                                                  .date = "2026-12-08",
                                                  .format = format,
                                                  .sink = {keep, page},
                                                  .notes = {keep, page}};
    struct quanze_refuse_summary summary;
    page->length = 0;
    memset(error, 0, sizeof *error);
    return quanze_refuse(engine, &request, &summary, error);
}

static void sweep(const char *variant, quanze_format format, bool onwards) {
    static struct page whole, page;
    struct quanze_error error;
    long refused = 0;
    allocation_fail_at(0, false);
    assert_int_equal(refuse(variant, format, &whole, &error), QUANZE_OK);
    assert_true(whole.length > 100);
    for (long n = 1;; n++) {
        allocation_fail_at(n, onwards);
        const quanze_status status = refuse(variant, format, &page, &error);
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

static void one_fails(void **state) {
    (void)state;
    sweep("refusal", QUANZE_FORMAT_DOCX, false);
    sweep("refusal", QUANZE_FORMAT_HTML, false);
    sweep("refusal", QUANZE_FORMAT_TEXT, false);
}

static void all_later_fail(void **state) {
    (void)state;
    sweep("refusal", QUANZE_FORMAT_DOCX, true);
    sweep("refusal", QUANZE_FORMAT_TEXT, true);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_fails), cmocka_unit_test(all_later_fail)};
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
