/* test_similar.c - thesaurus, search and comparison with the 1st, 2nd, 3rd ... allocation failing: an error or the same page.
 */
#include "sweep.h"
#include "world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* One whole run: open, search, compare the task with itself and a text, close. */
static quanze_status run(struct sweep_page *page, struct quanze_error *error) {
    const struct quanze_options options = {.lists = WORLD "/list.yaml", .thesaurus = WORLD "/words.yml"};
    const char *const paths[] = {WORLD "/task.yaml", WORLD "/task.yaml", SOURCE_DIR "/README.md"};
    const struct quanze_page_request search = {
        .name = "九小场所灭火器检查", .format = QUANZE_FORMAT_TEXT, .sink = {sweep_keep, page}};
    const struct quanze_similar_request compare = {
        .paths = paths, .path_count = 3, .format = QUANZE_FORMAT_JSON, .sink = {sweep_keep, page}};
    struct quanze_similar_summary summary;
    struct quanze *engine = NULL;
    quanze_status status = quanze_open(&options, &engine, error);
    if (status == QUANZE_OK) status = quanze_list_search(engine, &search, error);
    if (status == QUANZE_OK) status = quanze_similar(engine, &compare, &summary, error);
    quanze_close(engine);
    return status;
}

static void test_one_allocation_fails(void **state) {
    (void)state;
    sweep(run, false, 50, NULL);
}

static void test_all_later_allocations_fail(void **state) {
    (void)state;
    sweep(run, true, 50, NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_one_allocation_fails),
                                       cmocka_unit_test(test_all_later_allocations_fail)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
