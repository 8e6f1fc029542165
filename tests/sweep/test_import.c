/* test_import.c - importing, exporting and comparing lists with the 1st, 2nd, 3rd ... allocation failing. */
#include "sweep.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char *imported = SOURCE_DIR "/lists/demo/published.html";

static quanze_status import_page(struct sweep_page *page, struct quanze_error *error) {
    struct quanze_import_request request = {.paths = &imported,
                                            .path_count = 1,
                                            .id = "swept",
                                            .valid_from = "2025-07-01",
                                            .format = QUANZE_FORMAT_YAML,
                                            .sink = {sweep_keep, page}};
    return quanze_list_import(&request, error);
}

/* Opens one list twice, writes the comparison and the workbook. */
static quanze_status write_lists(struct sweep_page *page, struct quanze_error *error) {
    struct quanze_options options = {.lists = SOURCE_DIR "/tests/say/tables.yaml"};
    struct quanze_page_request request = {.format = QUANZE_FORMAT_JSON, .sink = {sweep_keep, page}};
    struct quanze *before = NULL, *after = NULL;
    quanze_status status = quanze_open(&options, &before, error);
    if (status == QUANZE_OK) status = quanze_open(&options, &after, error);
    if (status == QUANZE_OK) status = quanze_list_diff(before, after, NULL, &request, error);
    if (status == QUANZE_OK) status = quanze_list_export(before, &request, error);
    quanze_close(before);
    quanze_close(after);
    return status;
}

static void importing(void **state) {
    (void)state;
    sweep(import_page, false, 20, NULL);
    sweep(import_page, true, 20, NULL);
}

static void importing_a_workbook(void **state) {
    (void)state;
    static struct sweep_page workbook;
    struct quanze_error error;
    char path[] = "/tmp/quanze-test-XXXXXX";
    struct quanze_options options = {.lists = SOURCE_DIR "/tests/say/tables.yaml"};
    struct quanze_page_request request = {.sink = {sweep_keep, &workbook}};
    struct quanze *engine = NULL;
    assert_int_equal(quanze_open(&options, &engine, &error), QUANZE_OK);
    assert_int_equal(quanze_list_export(engine, &request, &error), QUANZE_OK);
    quanze_close(engine);
    FILE *file = fdopen(mkstemp(path), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(workbook.at, 1, workbook.length, file), workbook.length);
    assert_int_equal(fclose(file), 0);
    const char *before = imported;
    imported = path;
    sweep(import_page, false, 20, NULL);
    imported = before;
    unlink(path);
}

static void exporting_and_comparing(void **state) {
    (void)state;
    sweep(write_lists, false, 20, NULL);
    sweep(write_lists, true, 20, NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(importing), cmocka_unit_test(importing_a_workbook),
                                       cmocka_unit_test(exporting_and_comparing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
