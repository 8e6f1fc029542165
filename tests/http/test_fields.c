#include <check.h>
#include <http/wire/fields.h>

static struct arena arena;
static struct quanze_error error;

static void a_query_is_taken_apart(void **state) {
    (void)state;
    struct fields fields;
    assert_int_equal(fields_read_query(STR("a=1&b=%E4%B9%A1+x&&c&a=2&=3"), &arena, &fields, &error), QUANZE_OK);
    assert_int_equal(fields.count, 5);
    assert_str(fields_value(&fields, "a"), "1");
    assert_str(fields_value(&fields, "b"), "乡 x");
    assert_str(fields_value(&fields, "c"), "");
    assert_str(fields_value(&fields, "d"), "");
    assert_null(fields_find(&fields, "d"));
    assert_int_equal(fields_read_query(STR(""), &arena, &fields, &error), QUANZE_OK);
    assert_int_equal(fields.count, 0);
}

static void broken_escapes_are_refused(void **state) {
    (void)state;
    static const char *const wrong[] = {"a=%", "a=%4", "a=%4g", "a=%00", "a=%ff", "%c0%80=1", "a=%ed%a0%80"};
    struct fields fields;
    for (size_t i = 0; i < COUNT(wrong); i++)
        assert_int_equal(fields_read_query(str_of(wrong[i]), &arena, &fields, &error), QUANZE_BAD_DATA);
    char many[3 * (FIELDS_MAX + 1)];
    for (size_t i = 0; i < sizeof many; i++) many[i] = "a=&"[i % 3];
    assert_int_equal(fields_read_query((struct str){many, sizeof many}, &arena, &fields, &error), QUANZE_BAD_DATA);
}

static void what_is_encoded_comes_back(void **state) {
    (void)state;
    static const char text[] = "乡镇 a+b&c=d%/?#\"'<>~-._";
    struct buf out = {0};
    struct str back;
    fields_encode(&out, STR(text));
    assert_true(fields_decode(buf_str(&out), true, &arena, &back));
    assert_str(back, text);
    buf_free(&out);
}

static void parts_keep_files_as_they_are(void **state) {
    (void)state;
    static const char body[] = "--xy\r\nContent-Disposition: form-data; name=\"file\"; filename=\"通知.docx\"\r\n"
                               "Content-Type: application/octet-stream\r\n\r\nPK\0\xff\r\n-xy\r\n--xy\r\n"
                               "content-disposition: form-data; name=\"why\"\r\n\r\n因为\r\n--xy--\r\n";
    struct fields fields;
    assert_int_equal(fields_read_parts((struct str){body, sizeof body - 1}, STR("multipart/form-data; boundary=\"xy\""), &arena,
                                       &fields, &error),
                     QUANZE_OK);
    assert_int_equal(fields.count, 2);
    assert_str(fields.at[0].file_name, "通知.docx");
    assert_int_equal(fields.at[0].value.length, 9);
    assert_memory_equal(fields.at[0].value.at, "PK\0\xff\r\n-xy", 9);
    assert_null(fields.at[1].file_name.at);
    assert_str(fields_value(&fields, "why"), "因为");
}

static void cookies_are_found_among_others(void **state) {
    (void)state;
    struct fields fields;
    assert_true(fields_read_cookies(STR("a=1; quanze=abc;b ; =x; \xff=1"), &arena, &fields));
    assert_str(fields_value(&fields, "quanze"), "abc");
    assert_int_equal(fields.count, 3);
}

static int clear(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_query_is_taken_apart),         cmocka_unit_test(broken_escapes_are_refused),
        cmocka_unit_test(what_is_encoded_comes_back),     cmocka_unit_test(parts_keep_files_as_they_are),
        cmocka_unit_test(cookies_are_found_among_others),
    };
    return cmocka_run_group_tests(tests, NULL, clear);
}
