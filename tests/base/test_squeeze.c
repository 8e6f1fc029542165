#include <base/squeeze.h>
#include <check.h>

static void assert_same_again(struct str bytes) {
    struct buf squeezed = {0}, again = {0};
    assert_true(squeeze(bytes, &squeezed));
    buf_put_text(&again, "before ");
    assert_true(squeeze_out(buf_str(&squeezed), bytes.length, &again));
    assert_int_equal(again.length, bytes.length + strlen("before "));
    assert_memory_equal(again.at, "before ", strlen("before "));
    assert_memory_equal(again.at + strlen("before "), bytes.at, bytes.length);
    buf_free(&squeezed);
    buf_free(&again);
}

static void what_is_squeezed_comes_out_the_same(void **state) {
    (void)state;
    struct buf page = {0};
    assert_same_again(STR(""));
    assert_same_again(STR("三张表"));
    for (int i = 0; i < 20000; i++) buf_printf(&page, "<a href=\"#t%d\">%d</a> ", i, i);
    assert_same_again(buf_str(&page));
    struct buf squeezed = {0};
    assert_true(squeeze(buf_str(&page), &squeezed));
    assert_true(squeezed.length < page.length / 3);
    buf_free(&squeezed);
    buf_free(&page);
}

static void what_is_not_that_does_not_come_out(void **state) {
    (void)state;
    struct buf squeezed = {0}, out = {0};
    assert_true(squeeze(STR("ten letters"), &squeezed));
    assert_false(squeeze_out(buf_str(&squeezed), 10, &out));
    assert_false(squeeze_out(buf_str(&squeezed), 12, &out));
    squeezed.at[squeezed.length / 2] ^= 0x55;
    assert_false(squeeze_out(buf_str(&squeezed), 11, &out));
    assert_int_equal(out.length, 0);
    buf_free(&squeezed);
    buf_free(&out);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_squeezed_comes_out_the_same),
        cmocka_unit_test(what_is_not_that_does_not_come_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
