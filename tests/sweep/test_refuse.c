/* test_refuse.c - a letter as .docx, HTML and text, the notes of one that is not open, and a letter with its proof bundle, with
 * the 1st, 2nd, 3rd ... allocation failing: an error or the same bytes, never a crash, and nothing left behind in the folder
 * for temporary files. */
#include "sweep.h"
#include "world.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static struct quanze *engine;
static char folder[] = "/tmp/quanze-test-XXXXXX";

static int open_engine(void **state) {
    (void)state;
    if (!mkdtemp(folder)) return -1;
    return world_open(&engine);
}

static int close_engine(void **state) {
    (void)state;
    quanze_close(engine);
    return rmdir(folder);
}

static quanze_format format;
static bool with_bundle;

static quanze_status refuse(struct sweep_page *page, struct quanze_error *error) {
    const struct quanze_sink sink = {sweep_keep, page};
    const struct quanze_refuse_request request = {.path = WORLD "/task.yaml",
                                                  .today = "2026-11-22",
                                                  .variant = "refusal",
                                                  .number = "木政函〔2026〕12号",
                                                  .date = "2026-12-08",
                                                  .format = format,
                                                  .sink = {sweep_keep, page},
                                                  .notes = {sweep_keep, page},
                                                  .bundle = with_bundle ? &sink : NULL,
                                                  .folder = folder};
    struct quanze_refuse_summary summary;
    return quanze_refuse(engine, &request, &summary, error);
}

static void sweep_format(quanze_format wanted, bool onwards) {
    format = wanted;
    assert_true(sweep(refuse, onwards, 20, NULL) > 100);
}

static void one_fails(void **state) {
    (void)state;
    sweep_format(QUANZE_FORMAT_DOCX, false);
    sweep_format(QUANZE_FORMAT_HTML, false);
    sweep_format(QUANZE_FORMAT_TEXT, false);
}

static void all_later_fail(void **state) {
    (void)state;
    sweep_format(QUANZE_FORMAT_DOCX, true);
    sweep_format(QUANZE_FORMAT_TEXT, true);
}

static void check_folder_is_empty(void) {
    DIR *open = opendir(folder);
    size_t count = 0;
    assert_non_null(open);
    while (readdir(open)) count++;
    closedir(open);
    assert_int_equal(count, 2);
}

static void with_its_bundle(void **state) {
    (void)state;
    format = QUANZE_FORMAT_TEXT;
    with_bundle = true;
    assert_true(sweep(refuse, false, 100, check_folder_is_empty) > 5000);
    assert_true(sweep(refuse, true, 100, check_folder_is_empty) > 5000);
    with_bundle = false;
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_fails), cmocka_unit_test(all_later_fail),
                                       cmocka_unit_test(with_its_bundle)};
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
