#include <base/utf8.h>
#include <check.h>

/* Encodes any code point, surrogates too. */
static size_t encode(int32_t point, char *out) {
    unsigned char *at = (unsigned char *)out;
    if (point < 0x80) return at[0] = (unsigned char)point, 1;
    if (point < 0x800) return at[0] = (unsigned char)(0xC0 | point >> 6), at[1] = (unsigned char)(0x80 | (point & 63)), 2;
    if (point < 0x10000) {
        at[0] = (unsigned char)(0xE0 | point >> 12);
        at[1] = (unsigned char)(0x80 | (point >> 6 & 63));
        at[2] = (unsigned char)(0x80 | (point & 63));
        return 3;
    }
    at[0] = (unsigned char)(0xF0 | point >> 18);
    at[1] = (unsigned char)(0x80 | (point >> 12 & 63));
    at[2] = (unsigned char)(0x80 | (point >> 6 & 63));
    at[3] = (unsigned char)(0x80 | (point & 63));
    return 4;
}

static void every_character_is_valid_and_decodes_to_itself(void **state) {
    (void)state;
    for (int32_t point = 0; point < 0x110000; point++) {
        char bytes[8];
        size_t offset = 0;
        const struct str text = {bytes, encode(point, bytes)};
        const bool allowed = point != 0 && (point < 0xD800 || point > 0xDFFF);
        assert_int_equal(utf8_invalid_at(text), allowed ? -1 : 0);
        assert_int_equal(utf8_next(text, &offset), point);
        assert_int_equal(offset, text.length);
        assert_int_equal(utf8_next(text, &offset), -1);
    }
}

static void every_wrong_byte_is_found_where_it_stands(void **state) {
    (void)state;
    static const char *const wrong[] = {"\x80",
                                        "\xC0\x80",
                                        "\xC1\xBF",
                                        "\xE0\x9F\xBF",
                                        "\xED\xA0\x80",
                                        "\xF0\x8F\xBF\xBF",
                                        "\xF4\x90\x80\x80",
                                        "\xF5\x80\x80\x80",
                                        "\xFF",
                                        "\xE5\x8E",
                                        "\xE5",
                                        "\xF0\xA0\xAE",
                                        "\xE5\x8E\x41",
                                        "\xC3"};
    static const char *const before[] = {"", "a", "县", "0123456", "01234567", "012345678", "消防安全检查x"};
    for (size_t i = 0; i < COUNT(wrong); i++)
        for (size_t j = 0; j < COUNT(before); j++) {
            char text[64];
            const size_t lead = strlen(before[j]), length = strlen(wrong[i]);
            memcpy(text, before[j], lead);
            memcpy(text + lead, wrong[i], length);
            assert_int_equal(utf8_invalid_at((struct str){text, lead + length}), lead);
            text[lead] = '\0';
            assert_int_equal(utf8_invalid_at((struct str){text, lead + 1}), lead);
            assert_int_equal(utf8_invalid_at((struct str){text, lead}), -1);
        }
}

/* Texts from outside are checked before they are decoded; decoding what is cut off must stay inside all the same. */
static void decoding_never_leaves_the_text(void **state) {
    (void)state;
    for (int first = 0; first < 256; first++)
        for (size_t length = 1; length <= 4; length++) {
            const char bytes[] = {(char)first, (char)0xBF, (char)0xBF, (char)0xBF};
            size_t offset = 0, steps = 0;
            while (utf8_next((struct str){bytes, length}, &offset) >= 0 && steps < 10) steps++;
            assert_int_equal(offset, length);
        }
}

static void lengths_and_columns(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t length, width;
    } cases[] = {{"", 0, 0},          {"abc", 3, 3},   {"木塘垸镇", 4, 8}, {"A县b", 3, 4},
                 {"e\xCC\x81", 2, 1}, {"（x）", 3, 5}, {"𠮷", 1, 2}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(utf8_length(str_of(cases[i].text)), cases[i].length);
        assert_int_equal(utf8_width(str_of(cases[i].text)), cases[i].width);
    }
}

static void fit_cuts_between_characters(void **state) {
    (void)state;
    const struct str text = STR("a木e\xCC\x81塘");
    static const char *const fitted[] = {
        "", "a", "a", "a木", "a木e\xCC\x81", "a木e\xCC\x81", "a木e\xCC\x81塘", "a木e\xCC\x81塘"};
    for (size_t columns = 0; columns < COUNT(fitted); columns++) assert_str(utf8_fit(text, columns), fitted[columns]);
}

static void folding_drops_what_people_do_not_see(void **state) {
    (void)state;
    static const struct {
        const char *text, *folded;
    } cases[] = {{"", ""},
                 {"消防 安全　检查\n", "消防安全检查"},
                 {"ＡＰＰ（试行）Ⅳ", "app(试行)iv"},
                 {"APP", "app"},
                 {"ﾊﾟ", "パ"},
                 {"①号", "1号"},
                 {"a\xE2\x80\x8B"
                  "b",
                  "ab"},
                 {"Stra\xC3\x9F"
                  "e",
                  "strasse"},
                 {"e\xCC\x81", "\xC3\xA9"},
                 {"〔2026〕12号——“示范”", "〔2026〕12号——“示范”"},
                 {"\xE2\x80\x83x\xC2\xA0y", "xy"}};
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(cases); i++) assert_str(utf8_fold(&arena, str_of(cases[i].text)), cases[i].folded);
    arena_free(&arena);
}

/* Characters of ordinary papers take a short way; behind a character that cannot, the same text takes the long one. */
static void short_way_and_long_way_agree(void **state) {
    (void)state;
    struct arena arena = {0};
    for (int32_t point = 1; point < 0x30000; point++) {
        if (point >= 0xD800 && point <= 0xDFFF) continue;
        char alone[8], behind[16];
        const size_t length = encode(point, alone);
        memcpy(behind, alone, length);
        memcpy(behind + length, "①", 3);
        const struct str a = utf8_fold(&arena, (struct str){alone, length}),
                         b = utf8_fold(&arena, (struct str){behind, length + 3});
        assert_int_equal(a.length + 1, b.length);
        assert_memory_equal(a.at, b.at, a.length);
        assert_int_equal(b.at[a.length], '1');
        arena_reset(&arena);
    }
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_character_is_valid_and_decodes_to_itself),
                                       cmocka_unit_test(every_wrong_byte_is_found_where_it_stands),
                                       cmocka_unit_test(decoding_never_leaves_the_text),
                                       cmocka_unit_test(lengths_and_columns),
                                       cmocka_unit_test(fit_cuts_between_characters),
                                       cmocka_unit_test(folding_drops_what_people_do_not_see),
                                       cmocka_unit_test(short_way_and_long_way_agree)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
