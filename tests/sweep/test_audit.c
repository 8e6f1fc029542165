/* test_audit.c - the audit of a month, and its tasks decided again, with the 1st, 2nd, 3rd ... allocation failing, on one
 * thread and on two: an error or the same report. */
#include "allocation.h"
#include "sweep.h"
#include "world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static struct quanze *engine;
static struct quanze_ledger *ledger;
static char path[64];

static quanze_status record(struct quanze_error *error) {
    static struct sweep_page page;
    const char *const paths[] = {WORLD "/task.yaml"};
    const struct quanze_screen_request request = {.paths = paths,
                                                  .path_count = 1,
                                                  .today = "2023-12-31",
                                                  .format = QUANZE_FORMAT_JSON,
                                                  .sink = {sweep_keep, &page},
                                                  .record = ledger,
                                                  .now = "2023-12-08T09:00"};
    struct quanze_screen_summary summary;
    return quanze_screen(engine, &request, &summary, error);
}

static int open_all(void **state) {
    (void)state;
    const struct quanze_options options = {.lists = WORLD "/list.yaml", .rules = WORLD "/rules"};
    struct quanze_error error;
    (void)snprintf(path, sizeof path, "/tmp/quanze-audit-%ld.db", (long)getpid());
    (void)unlink(path);
    allocation_fail_at(0, false);
    if (quanze_open(&options, &engine, &error) != QUANZE_OK) return -1;
    if (quanze_ledger_open(path, QUANZE_LEDGER_CREATE, &ledger, &error) != QUANZE_OK) return -1;
    return record(&error) == QUANZE_OK ? 0 : -1;
}

static int close_all(void **state) {
    static const char *const ENDINGS[] = {"", "-wal", "-shm"};
    (void)state;
    quanze_ledger_close(ledger);
    quanze_close(engine);
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        char name[80];
        (void)snprintf(name, sizeof name, "%s%s", path, ENDINGS[i]);
        (void)unlink(name);
    }
    return 0;
}

static quanze_status audit(bool one_thread, struct sweep_page *page, struct quanze_error *error) {
    const struct quanze_audit_request request = {.from = "2023-12",
                                                 .today = "2024-01-05",
                                                 .format = QUANZE_FORMAT_JSON,
                                                 .one_thread = one_thread,
                                                 .sink = {sweep_keep, page}};
    bool compliant;
    return quanze_audit(engine, ledger, &request, &compliant, error);
}

static quanze_status run(struct sweep_page *page, struct quanze_error *error) { return audit(true, page, error); }
static quanze_status run_on_two(struct sweep_page *page, struct quanze_error *error) { return audit(false, page, error); }

static quanze_status replay_on_two(struct sweep_page *page, struct quanze_error *error) {
    const struct quanze_replay_request request = {
        .from = "2023-12", .jobs = 2, .format = QUANZE_FORMAT_JSON, .sink = {sweep_keep, page}};
    struct quanze_replay_summary summary;
    return quanze_rules_replay(engine, ledger, &request, &summary, error);
}

static void one_allocation_fails(void **state) {
    (void)state;
    assert_true(sweep(run, false, 50, NULL) > 1000);
}

static void all_later_allocations_fail(void **state) {
    (void)state;
    assert_true(sweep(run, true, 50, NULL) > 1000);
}

static void one_allocation_of_two_threads_fails(void **state) {
    (void)state;
    assert_true(sweep(run_on_two, false, 50, NULL) > 1000);
}

static void all_later_allocations_of_two_threads_fail(void **state) {
    (void)state;
    assert_true(sweep(run_on_two, true, 50, NULL) > 1000);
}

static void one_allocation_of_a_replay_fails(void **state) {
    (void)state;
    assert_true(sweep(replay_on_two, false, 20, NULL) > 100);
}

static void all_later_allocations_of_a_replay_fail(void **state) {
    (void)state;
    assert_true(sweep(replay_on_two, true, 20, NULL) > 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_allocation_fails),
                                       cmocka_unit_test(all_later_allocations_fail),
                                       cmocka_unit_test(one_allocation_of_two_threads_fails),
                                       cmocka_unit_test(all_later_allocations_of_two_threads_fail),
                                       cmocka_unit_test(one_allocation_of_a_replay_fails),
                                       cmocka_unit_test(all_later_allocations_of_a_replay_fail)};
    return cmocka_run_group_tests(tests, open_all, close_all);
}
