/* test_ledger.c - a ledger made, a task entered, moved and checked with the 1st, 2nd, 3rd ... allocation failing, SQLite's own
 * among them: an error or the same page, never a crash; and what was acknowledged is there. */
#include "allocation.h"

#include <malloc.h>
#include <quanze.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static char FOLDER[32]; /* in memory where there is such a place: nothing here is about the disk */
static char PATH[64];

/* SQLite through the allocator that fails. */
static void *take(int size) { return malloc((size_t)size); }
static void *resize(void *block, int size) { return realloc(block, (size_t)size); }
static int size_of(void *block) { return (int)malloc_usable_size(block); }
static int round_up(int size) { return (size + 7) & ~7; }
static int start(void *payload) {
    (void)payload;
    return SQLITE_OK;
}
static void stop(void *payload) { (void)payload; }

static int use_allocator(void **state) {
    (void)state;
    static const sqlite3_mem_methods METHODS = {take, free, resize, size_of, round_up, start, stop, NULL};
    (void)snprintf(FOLDER, sizeof FOLDER, "%s/quanze-sweep-XXXXXX", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
    if (!mkdtemp(FOLDER)) return -1;
    (void)snprintf(PATH, sizeof PATH, "%s/l.db", FOLDER);
    return sqlite3_config(SQLITE_CONFIG_MALLOC, &METHODS);
}

static int clean_up(void **state) {
    char command[96];
    (void)state;
    (void)snprintf(command, sizeof command, "rm -rf %s", FOLDER);
    return system(command);
}

static void copy_file(const char *from, const char *to) {
    static char bytes[1 << 20];
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    assert_non_null(in);
    assert_non_null(out);
    size_t length = fread(bytes, 1, sizeof bytes, in);
    assert_true(length > 0 && length < sizeof bytes);
    assert_int_equal(fwrite(bytes, 1, length, out), length);
    assert_int_equal(fclose(in), 0);
    assert_int_equal(fclose(out), 0);
}

/* No ledger, or an empty one that was made before. */
static void start_anew(const char *made) {
    static const char *const ENDINGS[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        char name[80];
        (void)snprintf(name, sizeof name, "%s%s", PATH, ENDINGS[i]);
        (void)unlink(name);
    }
    if (made) copy_file(made, PATH);
}

struct page {
    char at[65536];
    size_t length;
};

static bool keep(void *payload, const void *bytes, size_t length) {
    struct page *page = payload;
    if (page->length + length > sizeof page->at) return false;
    memcpy(page->at + page->length, bytes, length);
    page->length += length;
    return true;
}

/* How far a run came: what was acknowledged must be there. */
struct progress {
    bool entered, moved;
};

/* A complaint with its answer, and a correction. */
static quanze_status complain(struct quanze_ledger *ledger, struct page *page, struct quanze_error *error) {
    struct quanze_complaint_request complaint = {.words = "一天要三次表，李书记也没办法",
                                                 .today = "2026-11-22",
                                                 .now = "2026-11-22T09:32",
                                                 .by = "县减负办/张三",
                                                 .format = QUANZE_FORMAT_JSON,
                                                 .sink = {keep, page}};
    const struct quanze_correction_request correction = {.words = "同一张表要了三次",
                                                         .department = "县消防救援大队",
                                                         .rule = "TIME-001",
                                                         .until = "2026-12-01",
                                                         .by = "县减负办/张三",
                                                         .now = "2026-11-22T09:33",
                                                         .format = QUANZE_FORMAT_JSON,
                                                         .sink = {keep, page}};
    quanze_status status = quanze_complaint_add(ledger, NULL, &complaint, error);
    complaint.number = 1;
    if (status == QUANZE_OK) status = quanze_complaint_answer(ledger, NULL, &complaint, error);
    return status == QUANZE_OK ? quanze_correction_enter(ledger, NULL, &correction, error) : status;
}

static quanze_status work(struct quanze_ledger *ledger, struct page *page, struct progress *progress,
                          struct quanze_error *error) {
    const char *path = SOURCE_DIR "/tests/sweep/world/task.yaml";
    const struct quanze_entry_request entry = {
        .paths = &path, .path_count = 1, .now = "2026-11-22T09:30", .format = QUANZE_FORMAT_JSON, .sink = {keep, page}};
    const struct quanze_move_request move = {.id = "sweep-1",
                                             .state = "received_unadmitted",
                                             .by = "木塘垸镇/张三",
                                             .why = "未经准入",
                                             .now = "2026-11-22T09:31",
                                             .format = QUANZE_FORMAT_JSON,
                                             .sink = {keep, page}};
    const struct quanze_page_request show = {.name = "sweep-1", .format = QUANZE_FORMAT_JSON, .sink = {keep, page}};
    struct quanze_entry_summary summary;
    bool ok = false;
    quanze_status status = quanze_ledger_add(ledger, &entry, &summary, error);
    progress->entered = status == QUANZE_OK;
    if (status == QUANZE_OK) status = quanze_task_move(ledger, NULL, &move, error);
    progress->moved = status == QUANZE_OK;
    if (status == QUANZE_OK) status = complain(ledger, page, error);
    if (status == QUANZE_OK) status = quanze_ledger_show(ledger, &show, error);
    if (status == QUANZE_OK)
        status = quanze_ledger_verify(ledger, &(struct quanze_page_request){.format = QUANZE_FORMAT_JSON, .sink = {keep, page}},
                                      &ok, error);
    if (status == QUANZE_OK) assert_true(ok);
    return status;
}

/* Opens the ledger, which makes it where there is none, and works with it unless it was only to be made. */
static quanze_status run(bool only_make, struct page *page, struct progress *progress, struct quanze_error *error) {
    struct quanze_ledger *ledger = NULL;
    page->length = 0;
    memset(error, 0, sizeof *error);
    *progress = (struct progress){false, false};
    quanze_status status = quanze_ledger_open(PATH, QUANZE_LEDGER_CREATE, &ledger, error);
    if (status == QUANZE_OK && !only_make) status = work(ledger, page, progress, error);
    quanze_ledger_close(ledger);
    return status;
}

/* Without failures: whole, and holding what was acknowledged. */
static void look_afterwards(const struct progress *progress) {
    static struct page page;
    struct quanze_ledger *ledger = NULL;
    struct quanze_error error;
    bool ok = false;
    page.length = 0;
    assert_int_equal(quanze_ledger_open(PATH, QUANZE_LEDGER_CREATE, &ledger, &error), QUANZE_OK);
    struct quanze_page_request request = {.format = QUANZE_FORMAT_JSON, .sink = {keep, &page}};
    assert_int_equal(quanze_ledger_verify(ledger, &request, &ok, &error), QUANZE_OK);
    assert_true(ok);
    request.name = "sweep-1";
    if (progress->entered) assert_int_equal(quanze_ledger_show(ledger, &request, &error), QUANZE_OK);
    page.at[page.length] = '\0';
    if (progress->moved) assert_non_null(strstr(page.at, "\"state\":\"received_unadmitted\""));
    quanze_ledger_close(ledger);
}

/* `made`: the empty ledger to begin with; NULL: making one is all that is done. */
static void sweep(const char *made, bool onwards, long stride) {
    static struct page whole, page;
    struct quanze_error error;
    struct progress progress;
    long refused = 0;
    start_anew(made);
    allocation_fail_at(0, false);
    if (run(!made, &whole, &progress, &error) != QUANZE_OK) fail_msg("%s", error.en);
    for (long n = 1;; n += stride) {
        start_anew(made);
        allocation_fail_at(n, onwards);
        quanze_status status = run(!made, &page, &progress, &error);
        bool reached = allocation_failed();
        allocation_fail_at(0, false);
        if (status == QUANZE_OK) {
            assert_int_equal(page.length, whole.length);
            assert_memory_equal(page.at, whole.at, whole.length);
        } else {
            refused++;
            if (status != QUANZE_INTERNAL) fail_msg("allocation %ld: %d %s", n, (int)status, error.en);
            assert_true(error.zh[0] && error.en[0]);
        }
        look_afterwards(&progress);
        if (!reached) break;
    }
    assert_true(refused > 5);
}

/* There are some thousands; under the sanitizers every 37th must do. */
#if defined(__SANITIZE_ADDRESS__)
#define STRIDE 37
#else
#define STRIDE 1
#endif

/* Making a ledger takes tens of thousands, nearly all of SQLite's for one statement of its forms after another: a part must do.
 */
static void test_making_one(void **state) {
    (void)state;
    sweep(NULL, false, STRIDE + 10);
    sweep(NULL, true, STRIDE + 12);
}

static void test_working_with_it(void **state) {
    static struct page page;
    struct progress progress;
    struct quanze_error error;
    char made[80];
    (void)state;
    (void)snprintf(made, sizeof made, "%s/made.db", FOLDER);
    start_anew(NULL);
    assert_int_equal(run(true, &page, &progress, &error), QUANZE_OK);
    copy_file(PATH, made);
    sweep(made, false, STRIDE);
    sweep(made, true, STRIDE + 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_making_one), cmocka_unit_test(test_working_with_it)};
    return cmocka_run_group_tests(tests, use_allocator, clean_up);
}
