/* test_bundle.c - packing a proof bundle and deciding it again with the 1st, 2nd, 3rd ... allocation failing: an error or the
 * same bytes, never a crash, and nothing left behind in the folder for temporary files. */
#include "allocation.h"
#include "sweep.h"
#include "world.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/quanze-test-XXXXXX", file[64];
static struct sweep_page bundle;

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

static quanze_status open_world(struct quanze **out, struct quanze_error *error) {
    const char *packs = WORLD "/packs/county";
    const struct quanze_options options = {.lists = WORLD "/list.yaml",
                                           .rules = WORLD "/rules",
                                           .calendar = SOURCE_DIR "/lists/calendar",
                                           .packs = &packs,
                                           .pack_count = 1};
    return quanze_open(&options, out, error);
}

/* What all bundles of an engine hold: packed once, so each time by another engine. */
static quanze_status prepare(struct sweep_page *page, struct quanze_error *error) {
    struct quanze *fresh = NULL;
    quanze_status status = open_world(&fresh, error);
    if (status == QUANZE_OK) status = quanze_prepare_bundles(fresh, folder, error);
    quanze_close(fresh);
    return status == QUANZE_OK && !sweep_keep(page, "packed", 6) ? QUANZE_INTERNAL : status;
}

static quanze_status pack(struct sweep_page *page, struct quanze_error *error) {
    const char *path = WORLD "/task.yaml";
    const struct quanze_sink sink = {sweep_keep, page};
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

static quanze_status verify(struct sweep_page *page, struct quanze_error *error) {
    bool same = false;
    const struct quanze_verify_request request = {
        .path = file, .folder = folder, .format = QUANZE_FORMAT_JSON, .sink = {sweep_keep, page}};
    quanze_status status = quanze_verify(&request, &same, error);
    if (status == QUANZE_OK && !same) fail_msg("%.*s", (int)page->length, page->at);
    return status;
}

static int set_up(void **state) {
    struct quanze_error error;
    (void)state;
    allocation_fail_at(0, false);
    if (!mkdtemp(folder) || open_world(&engine, &error) != QUANZE_OK) return -1;
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

static void test_packing(void **state) {
    (void)state;
    sweep(pack, false, 100, check_folder_is_empty);
}

static void test_preparing(void **state) {
    (void)state;
    sweep(prepare, false, 100, check_folder_is_empty);
}

static void test_verifying(void **state) {
    (void)state;
    sweep(verify, false, 100, check_folder_is_empty);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_packing), cmocka_unit_test(test_preparing),
                                       cmocka_unit_test(test_verifying)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
