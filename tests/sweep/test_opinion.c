/* test_opinion.c - the opinion of a screening as .docx and HTML with the 1st, 2nd, 3rd ... allocation failing: an error or the
 * same bytes, never a crash. */
#include "sweep.h"
#include "world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static struct quanze *engine;

static int open_engine(void **state) {
    (void)state;
    return world_open(&engine);
}

static int close_engine(void **state) {
    (void)state;
    quanze_close(engine);
    return 0;
}

static quanze_format format;

static quanze_status screen(struct sweep_page *page, struct quanze_error *error) {
    const char *const path = WORLD "/task.yaml";
    const struct quanze_screen_request request = {
        .paths = &path, .path_count = 1, .today = "2026-11-22", .opinion = true, .format = format, .sink = {sweep_keep, page}};
    struct quanze_screen_summary summary;
    return quanze_screen(engine, &request, &summary, error);
}

static void sweep_format(quanze_format wanted, bool onwards) {
    format = wanted;
    assert_true(sweep(screen, onwards, 20, NULL) > 1000);
}

static void one_fails(void **state) {
    (void)state;
    sweep_format(QUANZE_FORMAT_DOCX, false);
    sweep_format(QUANZE_FORMAT_HTML, false);
}

static void all_later_fail(void **state) {
    (void)state;
    sweep_format(QUANZE_FORMAT_DOCX, true);
    sweep_format(QUANZE_FORMAT_HTML, true);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_fails), cmocka_unit_test(all_later_fail)};
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
