#include <base/error.h>
#include <base/utf8.h>
#include <check.h>

static void both_languages_and_the_place_are_filled(void **state) {
    (void)state;
    struct quanze_error error;
    const struct place place = {"清单.yaml", 3, 5};
    assert_int_equal(error_at(&error, QUANZE_BAD_DATA, place, "“%s”不对：%d", "\"%s\" is wrong: %d", "甲", 7), QUANZE_BAD_DATA);
    assert_int_equal(error.status, QUANZE_BAD_DATA);
    assert_string_equal(error.zh, "“甲”不对：7");
    assert_string_equal(error.en, "\"甲\" is wrong: 7");
    assert_string_equal(error.file, "清单.yaml");
    assert_int_equal(error.line, 3);
    assert_int_equal(error.column, 5);
}

static void an_old_place_does_not_stay(void **state) {
    (void)state;
    struct quanze_error error;
    error_at(&error, QUANZE_BAD_DATA, (struct place){"a", 1, 2}, "甲", "a");
    assert_int_equal(error_set(&error, QUANZE_USAGE, "乙", "b"), QUANZE_USAGE);
    assert_string_equal(error.file, "");
    assert_int_equal(error.line, 0);
    assert_int_equal(error.column, 0);
    assert_int_equal(error_memory(&error), QUANZE_INTERNAL);
    assert_int_equal(error.status, QUANZE_INTERNAL);
}

static void long_sentences_are_cut_between_characters(void **state) {
    (void)state;
    char text[2000];
    for (size_t lead = 0; lead < 4; lead++) {
        size_t length = lead;
        memset(text, 'x', lead);
        while (length + 4 < sizeof text) {
            const struct str piece = length % 2 ? STR("县") : STR("𠮷");
            memcpy(text + length, piece.at, piece.length);
            length += piece.length;
        }
        text[length] = '\0';
        struct quanze_error error;
        error_at(&error, QUANZE_IO, (struct place){text, 1, 1}, "%s", "é%s", text);
        assert_int_equal(utf8_invalid_at(str_of(error.zh)), -1);
        assert_int_equal(utf8_invalid_at(str_of(error.en)), -1);
        assert_int_equal(utf8_invalid_at(str_of(error.file)), -1);
        assert_true(strlen(error.zh) > QUANZE_ERROR_TEXT - 5);
        assert_true(strlen(error.file) > QUANZE_ERROR_TEXT - 5);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(both_languages_and_the_place_are_filled),
                                       cmocka_unit_test(an_old_place_does_not_stay),
                                       cmocka_unit_test(long_sentences_are_cut_between_characters)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
