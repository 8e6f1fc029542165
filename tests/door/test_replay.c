/* Past decisions made again: the same as they were when nothing changed, on every month of the demo county. */
#include "world.h"

static char PATH[64];

static struct quanze *open_county(const char *pack) {
    struct quanze *engine = NULL;
    struct quanze_error error;
    const struct quanze_options options = {.lists = SOURCE_DIR "/lists/demo",
                                           .rules = SOURCE_DIR "/rules",
                                           .calendar = SOURCE_DIR "/lists/calendar",
                                           .packs = &pack,
                                           .pack_count = pack ? 1 : 0,
                                           .skip_examples = true};
    if (quanze_open(&options, &engine, &error) != QUANZE_OK) fail_msg("%s:%u: %s", error.file, error.line, error.en);
    return engine;
}

/* Each month is screened when it is over, with the ledger as its past. */
static void record_month(const struct quanze *engine, const char *month, const char *now) {
    struct quanze_ledger *ledger = NULL;
    struct quanze_error error;
    struct quanze_screen_summary summary;
    struct buf page = {0};
    char path[128];
    const char *paths[] = {path};
    (void)snprintf(path, sizeof path, "%s/lists/demo/months/%s.jsonl", SOURCE_DIR, month);
    assert_int_equal(quanze_ledger_open(PATH, QUANZE_LEDGER_CREATE, &ledger, &error), QUANZE_OK);
    const struct quanze_screen_request request = {.paths = paths,
                                                  .path_count = 1,
                                                  .today = "2026-11-22",
                                                  .format = QUANZE_FORMAT_JSONL,
                                                  .sink = keep_in(&page),
                                                  .record = ledger,
                                                  .now = now,
                                                  .past = PATH};
    if (quanze_screen(engine, &request, &summary, &error) != QUANZE_OK) fail_msg("%s", error.en);
    assert_true(summary.recorded > 2000);
    quanze_ledger_close(ledger);
    buf_free(&page);
}

static struct quanze_replay_summary replay(const struct quanze *engine, const char *from, const char *to, unsigned jobs,
                                           struct buf *page) {
    struct quanze_ledger *ledger = NULL;
    struct quanze_error error;
    struct quanze_replay_summary summary = {0};
    assert_int_equal(quanze_ledger_open(PATH, QUANZE_LEDGER_READ, &ledger, &error), QUANZE_OK);
    const struct quanze_replay_request request = {
        .from = from, .to = to, .format = QUANZE_FORMAT_JSON, .jobs = jobs, .sink = keep_in(page)};
    if (quanze_rules_replay(engine, ledger, &request, &summary, &error) != QUANZE_OK) fail_msg("%s", error.en);
    quanze_ledger_close(ledger);
    return summary;
}

static void every_month_comes_out_as_it_was(void **state) {
    static const char *const MONTHS[] = {"2026-08", "2026-09", "2026-10"};
    const struct quanze *engine = *state;
    for (size_t i = 0; i < 3; i++) {
        struct buf page = {0};
        const struct quanze_replay_summary summary = replay(engine, MONTHS[i], NULL, 1, &page);
        assert_true(summary.tasks > 2000);
        assert_int_equal(summary.flips, 0);
        assert_true(str_find(buf_str(&page), STR("\"flips\": []")) > 0);
        buf_free(&page);
    }
}

/* So many changed verdicts are told, and of one more than may be nothing but that, with however many threads. */
static void no_more_than(const struct quanze *engine, uint64_t flips) {
    struct quanze_ledger *ledger = NULL;
    struct quanze_error error;
    struct quanze_replay_summary summary = {0};
    struct buf page = {0};
    assert_int_equal(quanze_ledger_open(PATH, QUANZE_LEDGER_READ, &ledger, &error), QUANZE_OK);
    struct quanze_replay_request request = {
        .from = "2026-08", .to = "2026-10", .format = QUANZE_FORMAT_JSON, .sink = keep_in(&page)};
    for (request.jobs = 1; request.jobs <= 3; request.jobs += 2) {
        request.most_flips = flips - 1;
        assert_int_equal(quanze_rules_replay(engine, ledger, &request, &summary, &error), QUANZE_USAGE);
        assert_int_equal(page.length, 0);
    }
    request.most_flips = flips;
    assert_int_equal(quanze_rules_replay(engine, ledger, &request, &summary, &error), QUANZE_OK);
    assert_int_equal(summary.flips, flips);
    quanze_ledger_close(ledger);
    buf_free(&page);
}

static void another_book_tells_what_changes(void **state) {
    (void)state;
    struct quanze *engine = open_county(SOURCE_DIR "/rules/packs/shandong-2020");
    struct buf page = {0}, again = {0}, whole = {0};
    const struct quanze_replay_summary summary = replay(engine, "2026-08", "2026-10", 1, &page);
    no_more_than(engine, summary.flips);
    (void)replay(engine, "2026-08", "2026-10", 3, &again);
    assert_int_equal(again.length, page.length);
    assert_memory_equal(again.at, page.at, page.length);
    buf_free(&again);
    assert_int_equal(replay(engine, NULL, NULL, 3, &whole).flips, summary.flips); /* all months are these three */
    buf_free(&whole);
    assert_true(summary.tasks > 6000);
    assert_true(summary.harder > 0);
    assert_int_equal(summary.softer, 0); /* the pack only tightens */
    assert_int_equal(count_of(buf_str(&page), "\"task\": "), summary.flips);
    assert_int_equal(count_of(buf_str(&page), "\"rule\": null"), 0); /* each flip has a rule that differs */
    assert_true(str_find(buf_str(&page), STR("\"shandong-2020\"")) > 0);
    buf_free(&page);
    quanze_close(engine);
}

static void requests_that_cannot_be(void **state) {
    static const char *const WRONG[][2] = {
        {NULL, "2026-10"}, {"2026-13", NULL}, {"2026", NULL}, {"2026-10", "2026-08"}, {"2026-8", NULL}};
    struct quanze_ledger *ledger = NULL;
    struct quanze_error error;
    struct quanze_replay_summary summary;
    struct buf page = {0};
    assert_int_equal(quanze_ledger_open(PATH, QUANZE_LEDGER_READ, &ledger, &error), QUANZE_OK);
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        const struct quanze_replay_request request = {
            .from = WRONG[i][0], .to = WRONG[i][1], .format = QUANZE_FORMAT_JSON, .sink = keep_in(&page)};
        assert_int_equal(quanze_rules_replay(*state, ledger, &request, &summary, &error), QUANZE_USAGE);
    }
    assert_int_equal(page.length, 0);
    quanze_ledger_close(ledger);
    buf_free(&page);
}

static bool is_spent(void *payload) {
    size_t *left = payload;
    return (*left)-- == 0;
}

static void it_ends_with_the_patience(void **state) {
    struct quanze_ledger *ledger = NULL;
    struct quanze_error error;
    struct quanze_replay_summary summary;
    struct buf page = {0};
    size_t left = 5;
    assert_int_equal(quanze_ledger_open(PATH, QUANZE_LEDGER_READ, &ledger, &error), QUANZE_OK);
    const struct quanze_replay_request request = {
        .from = "2026-10", .format = QUANZE_FORMAT_JSON, .patience = {is_spent, &left}, .sink = keep_in(&page)};
    assert_int_equal(quanze_rules_replay(*state, ledger, &request, &summary, &error), QUANZE_USAGE);
    assert_int_equal(left, SIZE_MAX); /* not one task more */
    assert_int_equal(page.length, 0);
    quanze_ledger_close(ledger);
}

static int record_all(void **state) {
    struct quanze *engine = open_county(NULL);
    make_file(PATH, ".db", STR(""));
    record_month(engine, "2026-08", "2026-09-01T09:00");
    record_month(engine, "2026-09", "2026-10-08T09:00");
    record_month(engine, "2026-10", "2026-11-02T09:00");
    *state = engine;
    return 0;
}

static int clean_up(void **state) {
    char name[80];
    quanze_close(*state);
    (void)unlink(PATH);
    (void)snprintf(name, sizeof name, "%s-wal", PATH);
    (void)unlink(name);
    (void)snprintf(name, sizeof name, "%s-shm", PATH);
    (void)unlink(name);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_month_comes_out_as_it_was),
                                       cmocka_unit_test(another_book_tells_what_changes),
                                       cmocka_unit_test(requests_that_cannot_be), cmocka_unit_test(it_ends_with_the_patience)};
    return cmocka_run_group_tests(tests, record_all, clean_up);
}
