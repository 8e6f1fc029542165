/* test_bundle.c - packing a proof bundle and deciding it again with the 1st, 2nd, 3rd ... allocation failing: an error or the
 * same bytes, never a crash, and nothing left behind in the folder for temporary files. */
#include "allocation.h"

#include <dirent.h>
#include <quanze.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define WORLD SOURCE_DIR "/tests/sweep/world"

struct page {
    char at[262144];
    size_t length;
};

static char folder[] = "/tmp/quanze-test-XXXXXX", file[64];
static struct page bundle;

static bool keep(void *payload, const void *bytes, size_t length) {
    struct page *page = payload;
    if (page->length + length > sizeof page->at) return false;
    memcpy(page->at + page->length, bytes, length);
    page->length += length;
    return true;
}

static bool drop(void *payload, const void *bytes, size_t length) {
    (void)payload;
    (void)bytes;
    (void)length;
    return true;
}

static void check_folder_is_empty(void) {
    DIR *open = opendir(folder);
    size_t count = 0;
    assert_non_null(open);
    while (readdir(open)) count++;
    closedir(open);
    assert_int_equal(count, 2);
}

static struct quanze *engine;

static quanze_status pack(struct page *page, struct quanze_error *error) {
    const char *path = WORLD "/task.yaml";
    const struct quanze_sink sink = {keep, page};
    struct quanze_screen_summary summary;
    const struct quanze_screen_request request = {.paths = &path,
                                                  .path_count = 1,
                                                  .today = "2026-11-22",
                                                  .history = WORLD "/task.yaml",
                                                  .sink = {drop, NULL},
                                                  .bundle = &sink,
                                                  .folder = folder};
    return quanze_screen(engine, &request, &summary, error);
}

static quanze_status verify(struct page *page, struct quanze_error *error) {
    bool same = false;
    const struct quanze_verify_request request = {
        .path = file, .folder = folder, .format = QUANZE_FORMAT_JSON, .sink = {keep, page}};
    quanze_status status = quanze_verify(&request, &same, error);
    if (status == QUANZE_OK && !same) fail_msg("%.*s", (int)page->length, page->at);
    return status;
}

static int set_up(void **state) {
    const char *packs = WORLD "/packs/county";
    const struct quanze_options options = {.lists = WORLD "/list.yaml",
                                           .rules = WORLD "/rules",
                                           .calendar = SOURCE_DIR "/lists/calendar",
                                           .packs = &packs,
                                           .pack_count = 1};
    struct quanze_error error;
    (void)state;
    allocation_fail_at(0, false);
    if (!mkdtemp(folder) || quanze_open(&options, &engine, &error) != QUANZE_OK) return -1;
    if (pack(&bundle, &error) != QUANZE_OK) {
        fprintf(stderr, "%s\n", error.en);
        return -1;
    }
    (void)snprintf(file, sizeof file, "%s.zip", folder);
    FILE *out = fopen(file, "wb");
    const bool written = out && fwrite(bundle.at, 1, bundle.length, out) == bundle.length;
    return out && fclose(out) == 0 && written ? 0 : -1;
}

static int tear_down(void **state) {
    (void)state;
    quanze_close(engine);
    return unlink(file) == 0 && rmdir(folder) == 0 ? 0 : -1;
}

static void sweep(quanze_status (*run)(struct page *page, struct quanze_error *error)) {
    static struct page whole, page;
    struct quanze_error error;
    long n = 1, refused = 0;
    whole.length = 0;
    allocation_fail_at(0, false);
    assert_int_equal(run(&whole, &error), QUANZE_OK);
    for (;; n++) {
        page.length = 0;
        memset(&error, 0, sizeof error);
        allocation_fail_at(n, false);
        const quanze_status status = run(&page, &error);
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
        check_folder_is_empty();
        if (!reached) break;
    }
    assert_true(refused > 100);
}

static void test_packing(void **state) {
    (void)state;
    sweep(pack);
}

static void test_verifying(void **state) {
    (void)state;
    sweep(verify);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_packing), cmocka_unit_test(test_verifying)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
