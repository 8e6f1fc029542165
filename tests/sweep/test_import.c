/* test_import.c - importing, exporting and comparing lists with the 1st, 2nd, 3rd ... allocation failing. */
#include "allocation.h"

#include <quanze.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct page {
    char at[262144];
    size_t length;
};

static bool keep(void *payload, const void *bytes, size_t length) {
    struct page *page = payload;
    if (page->length + length > sizeof page->at) return false;
    memcpy(page->at + page->length, bytes, length);
    page->length += length;
    return true;
}

static const char *imported = SOURCE_DIR "/lists/demo/published.html";

static quanze_status import_page(struct page *page, struct quanze_error *error) {
    struct quanze_import_request request = {.paths = &imported,
                                            .path_count = 1,
                                            .id = "swept",
                                            .valid_from = "2025-07-01",
                                            .format = QUANZE_FORMAT_YAML,
                                            .sink = {keep, page}};
    return quanze_list_import(&request, error);
}

/* Opens one list twice, writes the comparison and the workbook. */
static quanze_status write_lists(struct page *page, struct quanze_error *error) {
    struct quanze_options options = {.lists = SOURCE_DIR "/tests/say/tables.yaml"};
    struct quanze_page_request request = {.format = QUANZE_FORMAT_JSON, .sink = {keep, page}};
    struct quanze *before = NULL, *after = NULL;
    quanze_status status = quanze_open(&options, &before, error);
    if (status == QUANZE_OK) status = quanze_open(&options, &after, error);
    if (status == QUANZE_OK) status = quanze_list_diff(before, after, NULL, &request, error);
    if (status == QUANZE_OK) status = quanze_list_export(before, &request, error);
    quanze_close(before);
    quanze_close(after);
    return status;
}

typedef quanze_status run_one(struct page *page, struct quanze_error *error);

static quanze_status run(run_one *one, struct page *page, struct quanze_error *error) {
    page->length = 0;
    memset(error, 0, sizeof *error);
    return one(page, error);
}

static void sweep(run_one *one, bool onwards) {
    static struct page whole, page;
    struct quanze_error error;
    long refused = 0;
    allocation_fail_at(0, false);
    assert_int_equal(run(one, &whole, &error), QUANZE_OK);
    for (long n = 1;; n++) {
        allocation_fail_at(n, onwards);
        quanze_status status = run(one, &page, &error);
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
    assert_true(refused > 20);
}

static void importing(void **state) {
    (void)state;
    sweep(import_page, false);
    sweep(import_page, true);
}

static void importing_a_workbook(void **state) {
    (void)state;
    static struct page workbook;
    struct quanze_error error;
    char path[] = "/tmp/quanze-test-XXXXXX";
    struct quanze_options options = {.lists = SOURCE_DIR "/tests/say/tables.yaml"};
    struct quanze_page_request request = {.sink = {keep, &workbook}};
    struct quanze *engine = NULL;
    allocation_fail_at(0, false);
    assert_int_equal(quanze_open(&options, &engine, &error), QUANZE_OK);
    assert_int_equal(quanze_list_export(engine, &request, &error), QUANZE_OK);
    quanze_close(engine);
    FILE *file = fdopen(mkstemp(path), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(workbook.at, 1, workbook.length, file), workbook.length);
    assert_int_equal(fclose(file), 0);
    const char *before = imported;
    imported = path;
    sweep(import_page, false);
    imported = before;
    unlink(path);
}

static void exporting_and_comparing(void **state) {
    (void)state;
    sweep(write_lists, false);
    sweep(write_lists, true);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(importing), cmocka_unit_test(importing_a_workbook),
                                       cmocka_unit_test(exporting_and_comparing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
