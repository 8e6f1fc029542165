/* test_notice.c - notices through the public door: read, and judged in one step. */
#include "door/world.h"

static const char NOTICE[] = "关于报送消防检查台账的通知\n\n木塘垸镇人民政府：\n　　请你镇开展消防安全检查，于12月7日下午4点前"
                             "将检查台账报县消防救援大队，"
                             "走访时注意照片质量。\n\n示例县消防救援大队\n2023年12月7日\n";

static quanze_status read_file(const char *path, quanze_format format, const struct quanze *engine, struct buf *page,
                               struct quanze_error *error) {
    const struct quanze_read_request request = {.path = path, .language = QUANZE_EN, .format = format, .sink = keep_in(page)};
    *page = (struct buf){0};
    return quanze_read(engine, &request, error);
}

static bool holds(const struct buf *page, const char *part) { return count_of(buf_str(page), part) > 0; }

static void test_read(void **state) {
    static const quanze_format FORMATS[] = {QUANZE_FORMAT_YAML, QUANZE_FORMAT_JSON, QUANZE_FORMAT_TEXT};
    struct quanze *engine = open_world();
    struct quanze_error error;
    char path[64];
    (void)state;
    make_file(path, ".txt", STR(NOTICE));
    for (size_t i = 0; i < sizeof FORMATS / sizeof *FORMATS; i++) {
        struct buf page;
        assert_int_equal(read_file(path, FORMATS[i], engine, &page, &error), QUANZE_OK);
        assert_true(holds(&page, "12月7日下午4点前") && holds(&page, "16:00"));
        buf_free(&page);
        assert_int_equal(read_file(path, FORMATS[i], NULL, &page, &error), QUANZE_OK);
        buf_free(&page);
    }
    unlink(path);
    quanze_close(engine);
}

static void test_what_cannot_be_read(void **state) {
    struct quanze_error error;
    struct buf page;
    char path[64];
    (void)state;
    make_file(path, ".docx", STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"));
    assert_int_equal(read_file(path, QUANZE_FORMAT_YAML, NULL, &page, &error), QUANZE_BAD_DATA);
    assert_non_null(strstr(error.en, ".docx"));
    unlink(path);
    assert_int_equal(read_file("/no/such/notice.docx", QUANZE_FORMAT_YAML, NULL, &page, &error), QUANZE_NO_INPUT);
    assert_int_equal(read_file(NULL, QUANZE_FORMAT_YAML, NULL, &page, &error), QUANZE_USAGE);
    assert_int_equal(page.length, 0);
}

static bool refuse(void *payload, const void *bytes, size_t length) {
    (void)payload, (void)bytes, (void)length;
    return false;
}

static void test_full_disk(void **state) {
    struct quanze_error error;
    char path[64];
    (void)state;
    make_file(path, ".txt", STR(NOTICE));
    const struct quanze_read_request request = {.path = path, .format = QUANZE_FORMAT_YAML, .sink = {refuse, NULL}};
    assert_int_equal(quanze_read(NULL, &request, &error), QUANZE_IO);
    unlink(path);
}

static quanze_status screen(const char *const *paths, size_t count, unsigned jobs, struct buf *page,
                            struct quanze_screen_summary *summary) {
    struct quanze *engine = open_world();
    struct quanze_error error;
    *page = (struct buf){0};
    const struct quanze_screen_request request = {.paths = paths,
                                                  .path_count = count,
                                                  .today = "2026-11-22",
                                                  .jobs = jobs,
                                                  .format = QUANZE_FORMAT_JSONL,
                                                  .sink = keep_in(page)};
    const quanze_status status = quanze_screen(engine, &request, summary, &error);
    quanze_close(engine);
    return status;
}

/* In one run with task files, in their order, by any number of threads; what is no notice is left out and counted. */
static void test_screen(void **state) {
    char notice[64], poem[64];
    struct buf one, two;
    struct quanze_screen_summary summary;
    (void)state;
    make_file(notice, ".txt", STR(NOTICE));
    make_file(poem, ".md", STR("春眠不觉晓，处处闻啼鸟。\n"));
    const char *const paths[] = {notice, SOURCE_DIR "/lists/demo/tasks/01-fire-form.yaml", poem, notice};
    assert_int_equal(screen(paths, 4, 1, &one, &summary), QUANZE_OK);
    assert_int_equal(summary.bad_records, 1);
    assert_int_equal(summary.exit_code, QUANZE_BAD_DATA);
    assert_int_equal(count_of(buf_str(&one), "\"reading\":"), 2);
    assert_int_equal(count_of(buf_str(&one), "于12月7日下午4点前"), 2);
    assert_int_equal(screen(paths, 4, 3, &two, &summary), QUANZE_OK);
    assert_int_equal(one.length, two.length);
    assert_memory_equal(one.at, two.at, one.length);
    buf_free(&one);
    buf_free(&two);
    unlink(notice);
    unlink(poem);
}

/* The photographs that the notice speaks of are in doubt: rules that ask for them cannot tell, as if nothing were said. */
static void test_doubts_are_not_silence(void **state) {
    char notice[64];
    struct buf page;
    struct quanze_screen_summary summary;
    (void)state;
    make_file(notice, ".txt", STR(NOTICE));
    const char *const path = notice;
    assert_int_equal(screen(&path, 1, 1, &page, &summary), QUANZE_OK);
    assert_true(holds(&page, "\"unsure\":[{\"column\":"));
    assert_true(holds(&page, "\"fact\":\"demands.photos\""));
    buf_free(&page);
    unlink(notice);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_read), cmocka_unit_test(test_what_cannot_be_read),
                                       cmocka_unit_test(test_full_disk), cmocka_unit_test(test_screen),
                                       cmocka_unit_test(test_doubts_are_not_silence)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
