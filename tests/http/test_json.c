#include <check.h>
#include <http/wire/json.h>

static struct arena arena;
static struct quanze_error error;

static void flat_objects_are_read(void **state) {
    (void)state;
    struct fields fields;
    assert_int_equal(json_read_object(STR(" {\"a\" : \"\\u4e61\\ud83d\\ude00\\n\\\"\", \"b\":true,\"c\":null, \"d\":false} \n"),
                                      &arena, &fields, &error),
                     QUANZE_OK);
    assert_int_equal(fields.count, 3);
    assert_str(fields_value(&fields, "a"), "乡😀\n\"");
    assert_str(fields_value(&fields, "b"), "true");
    assert_str(fields_value(&fields, "d"), "false");
    assert_int_equal(json_read_object(STR("{}"), &arena, &fields, &error), QUANZE_OK);
    assert_int_equal(fields.count, 0);
}

static void anything_else_is_refused_with_its_place(void **state) {
    (void)state;
    static const char *const wrong[] = {"",
                                        "[]",
                                        "{",
                                        "{\"a\"}",
                                        "{\"a\":1}",
                                        "{\"a\":{}}",
                                        "{\"a\":\"b\",}",
                                        "{\"a\":\"b\"} x",
                                        "{\"a\":\"\\x\"}",
                                        "{\"a\":\"\\ud800\"}",
                                        "{\"a\":\"\\u0000\"}",
                                        "{\"a\":\"b\",\"a\":\"c\"}",
                                        "{\"a\":\"\n\"}",
                                        "{\"a\":\"\xff\"}",
                                        "{\"a\":\"b"};
    struct fields fields;
    for (size_t i = 0; i < COUNT(wrong); i++)
        assert_int_equal(json_read_object(str_of(wrong[i]), &arena, &fields, &error), QUANZE_BAD_DATA);
    assert_int_equal(json_read_object(STR("{\n \"乡\": 1}"), &arena, &fields, &error), QUANZE_BAD_DATA);
    assert_int_equal(error.line, 2);
    assert_int_equal(error.column, 7);
}

static void texts_are_written_so_that_they_come_back(void **state) {
    (void)state;
    struct buf out = {0};
    struct fields fields;
    buf_put_text(&out, "{\"a\":");
    json_put_text(&out, STR("乡\"\\\n\t\x01 镇"));
    buf_put_text(&out, "}");
    assert_int_equal(json_read_object(buf_str(&out), &arena, &fields, &error), QUANZE_OK);
    assert_str(fields_value(&fields, "a"), "乡\"\\\n\t\x01 镇");
    buf_free(&out);
}

static int clear(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(flat_objects_are_read),
        cmocka_unit_test(anything_else_is_refused_with_its_place),
        cmocka_unit_test(texts_are_written_so_that_they_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, clear);
}
