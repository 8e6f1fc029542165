/* quanze/verdict/1: exact keys in byte order, stable bytes, numbers and unknowns as the contract has them. */
#include <check.h>
#include <say/fixture.h>
#include <say/golden.h>

static void json_of(const struct fixture *fixture, quanze_language language, bool pretty, struct buf *out) {
    say_decision_json(out, &fixture->decision, &fixture->world, language, pretty);
    assert_false(out->failed);
    check_sorted_json(buf_str(out));
}

static void golden(const char *name, void (*make)(struct fixture *), quanze_language language) {
    struct fixture fixture;
    struct buf out = {0};
    make(&fixture);
    json_of(&fixture, language, true, &out);
    buf_put_char(&out, '\n');
    check_golden(name, buf_str(&out));
    buf_free(&out);
}

static void fire_zh(void **state) {
    (void)state;
    golden("fire.zh.json", fixture_fire, QUANZE_ZH);
}
static void fire_en(void **state) {
    (void)state;
    golden("fire.en.json", fixture_fire, QUANZE_EN);
}
static void flood_zh(void **state) {
    (void)state;
    golden("flood.zh.json", fixture_flood, QUANZE_ZH);
}

/* One line, the same content: without the blanks of the indented form the bytes are equal. */
static void one_line_is_the_indented_form(void **state) {
    (void)state;
    struct fixture fixture;
    struct buf line = {0}, indented = {0}, packed = {0};
    fixture_fire(&fixture);
    json_of(&fixture, QUANZE_ZH, false, &line);
    json_of(&fixture, QUANZE_ZH, true, &indented);
    assert_null(memchr(line.at, '\n', line.length));
    bool in_string = false;
    for (size_t i = 0; i < indented.length; i++) {
        const char c = indented.at[i];
        if (c == '"' && indented.at[i - 1] != '\\') in_string = !in_string;
        if (in_string || (c != ' ' && c != '\n')) buf_put_char(&packed, c);
    }
    assert_true(str_equal(buf_str(&line), buf_str(&packed)));
    buf_free(&line);
    buf_free(&indented);
    buf_free(&packed);
}

/* What is written once for many verdicts is what each of them writes by itself. */
static void constants_change_nothing(void **state) {
    (void)state;
    struct fixture fixture;
    struct buf alone = {0}, bulk = {0}, indented = {0}, indented_bulk = {0};
    struct say_constants *constants = NULL;
    struct quanze_error error;
    fixture_fire(&fixture);
    json_of(&fixture, QUANZE_EN, false, &alone);
    json_of(&fixture, QUANZE_EN, true, &indented);
    assert_int_equal(say_constants_open(&fixture.world, &constants, &error), QUANZE_OK);
    fixture.world.constants = constants;
    json_of(&fixture, QUANZE_EN, false, &bulk);
    json_of(&fixture, QUANZE_EN, true, &indented_bulk);
    assert_true(str_equal(buf_str(&alone), buf_str(&bulk)));
    assert_true(str_equal(buf_str(&indented), buf_str(&indented_bulk)));
    say_constants_close(constants);
    buf_free(&alone);
    buf_free(&bulk);
    buf_free(&indented);
    buf_free(&indented_bulk);
}

static void same_bytes_again(void **state) {
    (void)state;
    struct fixture fixture;
    struct buf first = {0}, second = {0};
    fixture_fire(&fixture);
    json_of(&fixture, QUANZE_ZH, false, &first);
    fixture_fire(&fixture);
    json_of(&fixture, QUANZE_ZH, false, &second);
    assert_true(str_equal(buf_str(&first), buf_str(&second)));
    buf_free(&first);
    buf_free(&second);
}

/* A finding that saw a whole body shows its beginning, cut at a whole character. */
static void long_text_is_shortened(void **state) {
    (void)state;
    struct fixture fixture;
    struct buf body = {0}, out = {0};
    fixture_fire(&fixture);
    buf_put_repeat(&body, STR("乡镇"), 100000);
    task_set(&fixture.task, FACT_ID_BODY, value_of_text(buf_str(&body)));
    json_of(&fixture, QUANZE_ZH, false, &out);
    assert_true(out.length < 20000);
    assert_true(str_find(buf_str(&out), STR("乡镇乡…\"")) > 0 || str_find(buf_str(&out), STR("乡镇…\"")) > 0);
    buf_free(&body);
    buf_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fire_zh),
        cmocka_unit_test(fire_en),
        cmocka_unit_test(flood_zh),
        cmocka_unit_test(one_line_is_the_indented_form),
        cmocka_unit_test(same_bytes_again),
        cmocka_unit_test(long_text_is_shortened),
        cmocka_unit_test(constants_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
