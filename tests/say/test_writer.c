/* The writer: escapes, decimals, and one content in three styles. */
#include <check.h>
#include <say/golden.h>
#include <say/say.h>
#include <say/writer.h>

/* Every byte that must be escaped, at every place of the eight that are looked at together. */
static void escapes_at_every_place(void **state) {
    (void)state;
    for (unsigned byte = 1; byte < 0x80; byte++)
        for (size_t place = 0; place < 17; place++) {
            char text[17];
            struct buf json = {0};
            memset(text, 'x', sizeof text);
            text[place] = (char)byte;
            say_json_string(&json, (struct str){text, sizeof text});
            check_sorted_json(buf_str(&json));
            const bool is_escaped = byte < 0x20 || byte == '"' || byte == '\\';
            assert_int_equal(memchr(json.at, '\\', json.length) != NULL, is_escaped);
            if (!is_escaped) assert_int_equal(json.at[place + 1], byte);
            buf_free(&json);
        }
}

static void decimals(void **state) {
    (void)state;
    static const struct {
        int64_t number;
        unsigned digits;
        const char *text;
    } CASES[] = {{0, 2, "0"},          {5, 2, "0.05"},    {50, 2, "0.5"},     {24050, 2, "240.5"},
                 {-1205, 2, "-12.05"}, {1000000, 6, "1"}, {1, 6, "0.000001"}, {INT64_MAX, 0, "9223372036854775807"}};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        char text[32];
        assert_str(((struct str){text, writer_format_decimal(CASES[i].number, CASES[i].digits, text)}), CASES[i].text);
    }
}

static void write_sample(struct buf *out, enum writer_style style) {
    struct writer writer = writer_start(out, style);
    writer_open(&writer, '{');
    WRITER_KEY(&writer, "a");
    writer_open(&writer, '[');
    writer_open(&writer, '{');
    WRITER_KEY(&writer, "b");
    writer_int(&writer, 1);
    WRITER_KEY(&writer, "c");
    writer_open(&writer, '[');
    writer_close(&writer, ']');
    writer_close(&writer, '}');
    writer_open(&writer, '{');
    writer_close(&writer, '}');
    writer_string(&writer, STR("x: \"y\""));
    writer_close(&writer, ']');
    WRITER_KEY(&writer, "d");
    writer_open(&writer, '{');
    writer_key(&writer, STR("e"));
    writer_null(&writer);
    writer_close(&writer, '}');
    writer_close(&writer, '}');
}

static void one_content_in_three_styles(void **state) {
    (void)state;
    static const char *const EXPECTED[] = {
        [WRITER_COMPACT] = "{\"a\":[{\"b\":1,\"c\":[]},{},\"x: \\\"y\\\"\"],\"d\":{\"e\":null}}",
        [WRITER_PRETTY] =
            "{\n  \"a\": [\n    {\n      \"b\": 1,\n      \"c\": []\n    },\n    {},\n    \"x: \\\"y\\\"\"\n  ],\n"
            "  \"d\": {\n    \"e\": null\n  }\n}",
        [WRITER_YAML] = "a:\n  - b: 1\n    c: []\n  - {}\n  - \"x: \\\"y\\\"\"\nd:\n  e: null",
    };
    for (int style = WRITER_COMPACT; style <= WRITER_YAML; style++) {
        struct buf out = {0};
        write_sample(&out, (enum writer_style)style);
        assert_str(buf_str(&out), EXPECTED[style]);
        buf_free(&out);
    }
}

static void write_in_place(struct buf *out, const char *text) {
    struct writer writer = writer_start(out, WRITER_COMPACT);
    writer_open(&writer, '[');
    const size_t begin = writer_string_begin(&writer);
    buf_put_text(out, text);
    writer_string_end(&writer, begin);
    writer_close(&writer, ']');
}

static void what_others_wrote_is_escaped(void **state) {
    (void)state;
    struct buf plain = {0}, quoted = {0};
    write_in_place(&plain, "乡镇");
    write_in_place(&quoted, "\"乡\"\n镇");
    assert_str(buf_str(&plain), "[\"乡镇\"]");
    assert_str(buf_str(&quoted), "[\"\\\"乡\\\"\\n镇\"]");
    buf_free(&plain);
    buf_free(&quoted);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(escapes_at_every_place), cmocka_unit_test(decimals),
                                       cmocka_unit_test(one_content_in_three_styles),
                                       cmocka_unit_test(what_others_wrote_is_escaped)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
