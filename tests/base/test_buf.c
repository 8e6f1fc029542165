#include <base/buf.h>
#include <check.h>

static void pieces_come_out_in_order(void **state) {
    (void)state;
    struct buf buf = {0};
    assert_str(buf_str(&buf), "");
    buf_put(&buf, STR("一"));
    buf_put_char(&buf, '-');
    buf_put_text(&buf, "two");
    buf_put_text(&buf, NULL);
    buf_put_repeat(&buf, STR("=+"), 3);
    buf_printf(&buf, "%s:%d", "n", 42);
    buf_printf(&buf, "%s", "");
    assert_str(buf_str(&buf), "一-two=+=+=+n:42");
    assert_false(buf.failed);
    buf_free(&buf);
}

static void integers_are_written_whole(void **state) {
    (void)state;
    static const struct {
        int64_t number;
        const char *written;
    } cases[] = {{0, "0"},
                 {7, "7"},
                 {-1, "-1"},
                 {1234567890123, "1234567890123"},
                 {INT64_MAX, "9223372036854775807"},
                 {INT64_MIN, "-9223372036854775808"}};
    struct buf buf = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        buf_clear(&buf);
        buf_put_int(&buf, cases[i].number);
        assert_str(buf_str(&buf), cases[i].written);
    }
    buf_free(&buf);
}

static void long_texts_grow(void **state) {
    (void)state;
    struct buf buf = {0};
    for (int i = 0; i < 20000; i++) buf_printf(&buf, "%05d", i);
    assert_int_equal(buf.length, 100000);
    assert_memory_equal(buf.at + 5 * 12345, "12345", 5);
    buf_free(&buf);
}

static void failure_is_said_once_and_stays(void **state) {
    (void)state;
    struct buf buf = {0};
    buf_put(&buf, STR("kept"));
    buf_put(&buf, (struct str){"x", SIZE_MAX});
    assert_true(buf.failed);
    buf_put(&buf, STR("lost"));
    buf_printf(&buf, "%d", 1);
    assert_str(buf_str(&buf), "kept");
    buf_clear(&buf);
    buf_put(&buf, STR("again"));
    assert_str(buf_str(&buf), "again");
    buf_free(&buf);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(pieces_come_out_in_order), cmocka_unit_test(integers_are_written_whole),
                                       cmocka_unit_test(long_texts_grow), cmocka_unit_test(failure_is_said_once_and_stays)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
