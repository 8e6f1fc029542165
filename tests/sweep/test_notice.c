/* test_notice.c - reading a notice, and its verdict as HTML, with the 1st, 2nd, 3rd ... allocation failing: an error or the
 * same page, never a crash. */
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

static quanze_status judge(struct sweep_page *page, struct quanze_error *error) {
    const char *path = SOURCE_DIR "/tests/notices/tuning/06-flood.txt";
    struct quanze_screen_summary summary;
    const struct quanze_screen_request request = {
        .paths = &path, .path_count = 1, .today = "2026-11-22", .format = QUANZE_FORMAT_HTML, .sink = {sweep_keep, page}};
    return quanze_screen(engine, &request, &summary, error);
}

static quanze_status read_notice(struct sweep_page *page, struct quanze_error *error) {
    const struct quanze_read_request request = {
        .path = SOURCE_DIR "/tests/notices/tuning/06-flood.txt", .format = QUANZE_FORMAT_YAML, .sink = {sweep_keep, page}};
    return quanze_read(NULL, &request, error);
}

static void test_reading(void **state) {
    (void)state;
    sweep(read_notice, false, 20, NULL);
}

static void test_judging(void **state) {
    (void)state;
    sweep(judge, false, 20, NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_reading),
                                       cmocka_unit_test_setup_teardown(test_judging, open_engine, close_engine)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
