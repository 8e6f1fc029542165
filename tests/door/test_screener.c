/* test_screener.c - files in memory, and tools kept warm: the same answers as files on the disk and tools made anew. */
#include "door/world.h"

#include <base/file.h>
#include <door/ledger/ledger.h>
#include <ledger/ledger.h>
#include <pthread.h>
#include <stdatomic.h>

static struct quanze *demo;
static struct arena arena;
static struct quanze_error error;

static const char *const FILES[] = {"lists/demo/tasks/01-fire-form.yaml", "lists/demo/tasks/14-almost-empty.yaml",
                                    "lists/demo/notices/fire.txt", "lists/demo/tasks/11-flood-emergency.yaml",
                                    "lists/demo/tasks/20-survey.yaml"};

static quanze_status screen(const struct quanze_screen_request *like, struct buf *page) {
    struct quanze_screen_request request = *like;
    struct quanze_screen_summary summary;
    buf_clear(page);
    request.today = "2026-11-22";
    request.sink = keep_in(page);
    return quanze_screen(demo, &request, &summary, &error);
}

static struct quanze_input input_of(const char *path) {
    struct str bytes;
    assert_int_equal(file_read(path, QUANZE_MAX_FILE_BYTES, &arena, &bytes, &error), QUANZE_OK);
    return (struct quanze_input){.name = path, .bytes = bytes.at, .length = bytes.length};
}

static void assert_same(const struct buf *one, const struct buf *other) {
    assert_true(one->length > 0);
    assert_int_equal(one->length, other->length);
    assert_memory_equal(one->at, other->at, one->length);
}

static void memory_and_disk_give_the_same(void **state) {
    (void)state;
    struct buf from_disk = {0}, from_memory = {0};
    for (size_t i = 0; i < COUNT(FILES); i++) {
        const struct quanze_input input = input_of(FILES[i]);
        assert_int_equal(screen(&(struct quanze_screen_request){.paths = &FILES[i], .path_count = 1}, &from_disk), QUANZE_OK);
        assert_int_equal(screen(&(struct quanze_screen_request){.inputs = &input, .input_count = 1}, &from_memory), QUANZE_OK);
        assert_same(&from_disk, &from_memory);
    }
    const struct quanze_input behind = input_of(FILES[1]);
    assert_int_equal(
        screen(&(struct quanze_screen_request){.paths = FILES, .path_count = 2, .format = QUANZE_FORMAT_JSONL}, &from_disk),
        QUANZE_OK);
    assert_int_equal(
        screen(
            &(struct quanze_screen_request){
                .paths = FILES, .path_count = 1, .inputs = &behind, .input_count = 1, .format = QUANZE_FORMAT_JSONL},
            &from_memory),
        QUANZE_OK);
    assert_same(&from_disk, &from_memory);
    buf_free(&from_disk);
    buf_free(&from_memory);
}

static void an_empty_file_in_memory_is_a_bad_record(void **state) {
    (void)state;
    struct buf page = {0};
    struct quanze_screen_summary summary = {0};
    const struct quanze_input empty = {.name = "empty.yaml"};
    const struct quanze_screen_request request = {
        .inputs = &empty, .input_count = 1, .today = "2026-11-22", .sink = keep_in(&page)};
    assert_int_equal(quanze_screen(demo, &request, &summary, &error), QUANZE_OK);
    assert_int_equal(summary.bad_records, 1);
    assert_int_equal(screen(&(struct quanze_screen_request){0}, &page), QUANZE_USAGE);
    buf_free(&page);
}

/* Whatever came before, and whatever went wrong in between. */
static void warm_tools_remember_nothing(void **state) {
    (void)state;
    static const struct quanze_input broken = {.name = "broken.json", .bytes = "{\"id\":", .length = 6};
    struct buf fresh = {0}, warm = {0};
    struct quanze_screener *screener = NULL;
    assert_int_equal(quanze_screener_open(demo, &screener, &error), QUANZE_OK);
    for (size_t round = 0; round < 3; round++)
        for (size_t i = 0; i < COUNT(FILES); i++)
            for (quanze_format format = QUANZE_FORMAT_TEXT; format <= QUANZE_FORMAT_JSONL; format++) {
                struct quanze_screen_request request = {
                    .paths = &FILES[i], .path_count = 1, .format = format, .fix = round == 1};
                assert_int_equal(screen(&request, &fresh), QUANZE_OK);
                request.screener = screener;
                assert_int_equal(screen(&request, &warm), QUANZE_OK);
                assert_same(&fresh, &warm);
                request.paths = NULL;
                request.path_count = 0;
                request.inputs = &broken;
                request.input_count = 1;
                assert_int_equal(screen(&request, &warm), QUANZE_OK);
                static const char *const missing = "no such file";
                request.paths = &missing;
                request.path_count = 1;
                assert_int_equal(screen(&request, &warm), QUANZE_NO_INPUT);
            }
    quanze_screener_close(screener);
    buf_free(&fresh);
    buf_free(&warm);
}

/* The first `count` lines of a text, which then begins behind them. */
static struct str take_lines(struct str *text, size_t count) {
    const char *at = text->at;
    while (count-- > 0) at = (const char *)memchr(at, '\n', text->length - (size_t)(at - text->at)) + 1;
    const struct str taken = {text->at, (size_t)(at - text->at)};
    *text = (struct str){at, text->length - taken.length};
    return taken;
}

static struct quanze_input input_of_lines(struct str lines) {
    return (struct quanze_input){.name = "tasks.jsonl", .bytes = lines.at, .length = lines.length};
}

static void record(const char *path, const struct quanze_input *input) {
    struct quanze_ledger *ledger = NULL;
    struct buf page = {0};
    assert_int_equal(quanze_ledger_open(path, QUANZE_LEDGER_CREATE, &ledger, &error), QUANZE_OK);
    assert_int_equal(
        screen(&(struct quanze_screen_request){.inputs = input, .input_count = 1, .record = ledger, .now = "2026-11-22T09:00"},
               &page),
        QUANZE_OK);
    quanze_ledger_close(ledger);
    buf_free(&page);
}

static void take_away(const char *folder) {
    static const char *const ENDINGS[] = {"", "-wal", "-shm"}; /* the last two, where a reader left last */
    char path[64];
    for (size_t i = 0; i < COUNT(ENDINGS); i++) {
        (void)snprintf(path, sizeof path, "%s/ledger.db%s", folder, ENDINGS[i]);
        (void)unlink(path);
    }
}

/* Warm tools against fresh ones, where more is recorded between the rounds, or another ledger stands in the place. */
static void hold_against_fresh(bool is_replaced) {
    char folder[] = "/tmp/quanze-test-XXXXXX", path[64];
    struct quanze_input month = input_of("lists/demo/months/2026-10.jsonl");
    struct str lines = {month.bytes, month.length}, rest = lines;
    (void)take_lines(&rest, 240);
    const struct quanze_input asked = input_of_lines(take_lines(&rest, 660));
    struct quanze_screener *screener = NULL;
    struct buf before = {0}, fresh = {0}, warm = {0};
    assert_non_null(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/ledger.db", folder);
    assert_int_equal(quanze_screener_open(demo, &screener, &error), QUANZE_OK);
    for (size_t round = 0; round < 2; round++) {
        const struct quanze_input next = input_of_lines(take_lines(&lines, 360));
        if (is_replaced) take_away(folder);
        record(path, &next);
        struct quanze_screen_request request = {
            .inputs = &asked, .input_count = 1, .past = path, .format = QUANZE_FORMAT_JSONL};
        assert_int_equal(screen(&request, &fresh), QUANZE_OK);
        request.screener = screener;
        for (size_t again = 0; again < 2; again++) {
            assert_int_equal(screen(&request, &warm), QUANZE_OK);
            assert_same(&fresh, &warm);
        }
        assert_false(str_equal(buf_str(&before), buf_str(&warm)));
        buf_clear(&before);
        buf_put(&before, buf_str(&warm));
    }
    quanze_screener_close(screener);
    take_away(folder);
    assert_int_equal(rmdir(folder), 0);
    buf_free(&before);
    buf_free(&fresh);
    buf_free(&warm);
}

/* What warm tools kept of a ledger holds only until somebody writes to it. */
static void warm_tools_see_what_was_recorded(void **state) {
    (void)state;
    hold_against_fresh(false);
}

/* As when a backup is put back while the server runs. */
static void warm_tools_see_another_ledger_in_its_place(void **state) {
    (void)state;
    hold_against_fresh(true);
}

/* --- who records beside others --- */

static const char PAPER[] =
    "{\"format\":\"quanze/task/1\",\"id\":\"P-1\",\"title\":\"关于开展消防检查的通知\",\"townships\":[\"木塘垸镇\"]}\n";

static bool pass_over(void *payload, const void *bytes, size_t length) {
    (void)payload, (void)bytes, (void)length;
    return true;
}

static void add_one(struct quanze_ledger *ledger, size_t number) {
    char line[256];
    struct buf page = {0};
    const int length =
        snprintf(line, sizeof line,
                 "{\"format\":\"quanze/task/1\",\"id\":\"N-%zu\",\"title\":\"关于报送第 %zu 期进展的通知\"}\n", number, number);
    const struct quanze_input input = {.name = "tasks.jsonl", .bytes = line, .length = (size_t)length};
    assert_int_equal(
        screen(&(struct quanze_screen_request){.inputs = &input, .input_count = 1, .record = ledger, .now = "2026-11-22T09:00"},
               &page),
        QUANZE_OK);
    buf_free(&page);
}

struct recorder {
    const char *past;
    struct quanze_ledger *ledger;
    quanze_status status;
    atomic_bool is_done;
};

static void *record_beside(void *payload) {
    struct recorder *recorder = payload;
    const struct quanze_input input = {.name = "tasks.jsonl", .bytes = PAPER, .length = sizeof PAPER - 1};
    const struct quanze_screen_request request = {.inputs = &input,
                                                  .input_count = 1,
                                                  .past = recorder->past,
                                                  .record = recorder->ledger,
                                                  .today = "2026-11-22",
                                                  .now = "2026-11-22T09:00",
                                                  .sink = {pass_over, NULL}};
    struct quanze_screen_summary summary;
    struct quanze_error ignored;
    recorder->status = quanze_screen(demo, &request, &summary, &ignored);
    atomic_store(&recorder->is_done, true);
    return NULL;
}

/* What was read of the past is let go before somebody waits for his turn to record: else a log that is to begin anew waits for
 * him, and he for the one who keeps writers out meanwhile. */
static void who_waits_to_record_reads_no_more(void **state) {
    (void)state;
    char folder[] = "/tmp/quanze-test-XXXXXX", past[64], path[64];
    struct quanze_ledger *past_ledger = NULL, *busy = NULL;
    struct recorder recorder = {.past = past, .status = QUANZE_OK};
    pthread_t thread;
    assert_non_null(mkdtemp(folder));
    (void)snprintf(past, sizeof past, "%s/ledger.db", folder);
    (void)snprintf(path, sizeof path, "%s/other.db", folder);
    assert_int_equal(quanze_ledger_open(past, QUANZE_LEDGER_CREATE, &past_ledger, &error), QUANZE_OK);
    assert_int_equal(quanze_ledger_open(path, QUANZE_LEDGER_CREATE, &busy, &error), QUANZE_OK);
    assert_int_equal(quanze_ledger_open(path, QUANZE_LEDGER_WRITE, &recorder.ledger, &error), QUANZE_OK);
    quanze_ledger_wait(recorder.ledger, 2000);
    assert_int_equal(ledger_begin(busy->ledger, &error), QUANZE_OK);
    atomic_init(&recorder.is_done, false);
    assert_int_equal(pthread_create(&thread, NULL, record_beside, &recorder), 0);
    for (size_t i = 0; !atomic_load(&recorder.is_done); i++) {
        add_one(past_ledger, i);
        assert_true(quanze_ledger_restart_log(past_ledger));
    }
    assert_int_equal(pthread_join(thread, NULL), 0);
    assert_int_equal(recorder.status, QUANZE_IO); /* he did wait, in vain */
    ledger_roll_back(busy->ledger);
    quanze_ledger_close(busy);
    quanze_ledger_close(recorder.ledger);
    quanze_ledger_close(past_ledger);
    (void)unlink(path);
    take_away(folder);
    assert_int_equal(rmdir(folder), 0);
}

static void tools_serve_their_own_engine_alone(void **state) {
    (void)state;
    struct quanze *other = open_world();
    struct quanze_screener *screener = NULL;
    struct buf page = {0};
    assert_int_equal(quanze_screener_open(other, &screener, &error), QUANZE_OK);
    assert_int_equal(screen(&(struct quanze_screen_request){.paths = FILES, .path_count = 1, .screener = screener}, &page),
                     QUANZE_USAGE);
    quanze_screener_close(screener);
    quanze_screener_close(NULL);
    quanze_close(other);
    buf_free(&page);
}

static void a_notice_is_read_from_memory(void **state) {
    (void)state;
    struct buf from_disk = {0}, from_memory = {0};
    const struct quanze_input input = input_of(FILES[2]);
    struct quanze_read_request request = {.path = FILES[2], .format = QUANZE_FORMAT_JSON, .sink = keep_in(&from_disk)};
    assert_int_equal(quanze_read(demo, &request, &error), QUANZE_OK);
    request.path = NULL;
    request.input = &input;
    request.sink = keep_in(&from_memory);
    assert_int_equal(quanze_read(demo, &request, &error), QUANZE_OK);
    assert_same(&from_disk, &from_memory);
    buf_free(&from_disk);
    buf_free(&from_memory);
}

static int open_demo(void **state) {
    (void)state;
    const struct quanze_options options = {.lists = "lists/demo", .rules = "rules", .calendar = "lists/calendar"};
    return quanze_open(&options, &demo, &error) == QUANZE_OK ? 0 : 1;
}

static int close_demo(void **state) {
    (void)state;
    quanze_close(demo);
    arena_free(&arena);
    return 0;
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_and_disk_give_the_same),
        cmocka_unit_test(an_empty_file_in_memory_is_a_bad_record),
        cmocka_unit_test(warm_tools_remember_nothing),
        cmocka_unit_test(warm_tools_see_what_was_recorded),
        cmocka_unit_test(warm_tools_see_another_ledger_in_its_place),
        cmocka_unit_test(who_waits_to_record_reads_no_more),
        cmocka_unit_test(tools_serve_their_own_engine_alone),
        cmocka_unit_test(a_notice_is_read_from_memory),
    };
    return cmocka_run_group_tests(tests, open_demo, close_demo);
}
