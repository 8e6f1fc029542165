/* test_screen.c - screening with the 1st, 2nd, 3rd ... allocation failing: an error or the same verdict, never a crash. */
#include "sweep.h"
#include "world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* One whole run: open, screen one task, close. The page is empty unless the status is QUANZE_OK. */
static quanze_status run(struct sweep_page *page, struct quanze_error *error) {
    const char *pack = WORLD "/packs/county";
    struct quanze_options options = {.lists = WORLD "/list.yaml",
                                     .rules = WORLD "/rules",
                                     .calendar = SOURCE_DIR "/lists/calendar",
                                     .packs = &pack,
                                     .pack_count = 1};
    const char *path = WORLD "/task.yaml";
    struct quanze_screen_request request = {
        .paths = &path, .path_count = 1, .today = "2026-11-22", .format = QUANZE_FORMAT_JSON, .sink = {sweep_keep, page}};
    struct quanze_screen_summary summary;
    struct quanze *engine = NULL;
    quanze_status status = quanze_open(&options, &engine, error);
    if (status == QUANZE_OK) status = quanze_screen(engine, &request, &summary, error);
    quanze_close(engine);
    return status;
}

static void test_one_allocation_fails(void **state) {
    (void)state;
    sweep(run, false, 100, NULL);
}

static void test_all_later_allocations_fail(void **state) {
    (void)state;
    sweep(run, true, 100, NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_one_allocation_fails),
                                       cmocka_unit_test(test_all_later_allocations_fail)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
