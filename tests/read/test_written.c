#include <check.h>
#include <read/list/written.h>

#include <string.h>

enum { DAY = 1440, DEC7 = 19698 }; /* 2023-12-07 */

static const struct {
    enum fact_type type;
    const char *text;
    int64_t number;
} GOOD[] = {
    {FACT_BOOL, "true", 1},
    {FACT_BOOL, "false", 0},
    {FACT_BOOL, "是", 1},
    {FACT_BOOL, "否", 0},
    {FACT_BOOL, "yes", 1},
    {FACT_BOOL, "no", 0},
    {FACT_BOOL, "1", 1},
    {FACT_BOOL, "0", 0},
    {FACT_COUNT, "0", 0},
    {FACT_COUNT, "007", 7},
    {FACT_COUNT, "1000000000", 1000000000},
    {FACT_COUNT, " 12 ", 12},
    {FACT_MONEY, "0", 0},
    {FACT_MONEY, "120", 12000},
    {FACT_MONEY, "0.5", 50},
    {FACT_MONEY, "12.34", 1234},
    {FACT_MONEY, "12.3400", 1234},
    {FACT_MONEY, "100000000000", INT64_C(10000000000000)},
    {FACT_MONEY, "99999999999.99", INT64_C(9999999999999)},
    {FACT_RATIO, "0.6", 600000},
    {FACT_RATIO, "60%", 600000},
    {FACT_RATIO, "60 %", 600000},
    {FACT_RATIO, "33.3333%", 333333},
    {FACT_RATIO, "1", 1000000},
    {FACT_RATIO, "100%", 1000000},
    {FACT_RATIO, "0.000001", 1},
    {FACT_HOURS, "2.5", 2500},
    {FACT_HOURS, "0.125", 125},
    {FACT_DATE, "2023-12-07", DEC7},
    {FACT_DATE, "2024-02-29", 19782},
    {FACT_START, "2023-12-07", DEC7 *DAY},
    {FACT_START, "2023-12-07T09:30", DEC7 *DAY + 570},
    {FACT_END, "2023-12-07", DEC7 *DAY + 1439},
    {FACT_END, "2023-12-07 16:00", DEC7 *DAY + 960},
    {FACT_MOMENT, "2023-12-07T23:59", DEC7 *DAY + 1439},
    {FACT_DONE, "done", DAY_NONE},
    {FACT_DONE, "是", DAY_NONE},
    {FACT_DONE, "2023-12-07", DEC7},
};

static void written_forms_become_numbers(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(GOOD); i++) {
        struct value value = {.state = VALUE_ABSENT};
        if (!written_read(GOOD[i].type, (struct choices){NULL, 0}, str_of(GOOD[i].text), &value))
            fail_msg("\"%s\" is refused as type %d", GOOD[i].text, (int)GOOD[i].type);
        assert_int_equal(value.state, VALUE_GIVEN);
        if (value.number != GOOD[i].number)
            fail_msg("\"%s\" gives %lld as type %d", GOOD[i].text, (long long)value.number, (int)GOOD[i].type);
    }
}

static const struct {
    enum fact_type type;
    const char *text, *code;
} BAD[] = {
    {FACT_BOOL, "maybe", "not-bool"},
    {FACT_BOOL, "2", "not-bool"},
    {FACT_COUNT, "-1", "not-count"},
    {FACT_COUNT, "1.5", "not-count"},
    {FACT_COUNT, "1e3", "not-count"},
    {FACT_COUNT, "1000000001", "not-count"},
    {FACT_COUNT, "99999999999999999999999", "not-count"},
    {FACT_COUNT, "1,000", "not-count"},
    {FACT_MONEY, "12.345", "not-money"},
    {FACT_MONEY, "-0.01", "not-money"},
    {FACT_MONEY, "100000000000.01", "not-money"},
    {FACT_MONEY, "99999999999999999999999999.99", "not-money"},
    {FACT_MONEY, "12.", "not-money"},
    {FACT_MONEY, ".5", "not-money"},
    {FACT_MONEY, "120元", "not-money"},
    {FACT_RATIO, "1.000001", "not-ratio"},
    {FACT_RATIO, "101%", "not-ratio"},
    {FACT_RATIO, "0.1234567", "not-ratio"},
    {FACT_RATIO, "%", "not-ratio"},
    {FACT_HOURS, "2.5555", "not-hours"},
    {FACT_HOURS, "1000000.001", "not-hours"},
    {FACT_DATE, "2023-02-31", "not-date"},
    {FACT_DATE, "2023-02-29", "not-date"},
    {FACT_DATE, "2023-12-07T09:30", "not-date"},
    {FACT_DATE, "7 December", "not-date"},
    {FACT_START, "2023-12-07T24:00", "not-time"},
    {FACT_END, "2023-12-32", "not-time"},
    {FACT_MOMENT, "2023-12-07", "not-moment"},
    {FACT_DONE, "soon", "not-done"},
};

static void other_writing_is_refused_with_its_reason(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(BAD); i++) {
        struct arena arena = {0};
        struct problems problems = {.arena = &arena};
        struct value value = {.state = VALUE_ABSENT};
        struct str text = str_of(BAD[i].text);
        if (written_read(BAD[i].type, (struct choices){NULL, 0}, text, &value)) fail_msg("\"%s\" is taken", BAD[i].text);
        assert_int_equal(value.state, VALUE_ABSENT);
        written_report(BAD[i].type, (struct choices){NULL, 0}, STR("a.fact"), text, (struct place){"f", 3, 4}, &problems);
        assert_int_equal(problems.errors, 1);
        assert_string_equal(problems.at[0].code, BAD[i].code);
        assert_true(str_find(problems.at[0].zh, text) > 0 && str_find(problems.at[0].en, text) > 0);
        assert_true(str_find(problems.at[0].en, STR("a.fact")) == 0 && str_find(problems.at[0].en, STR("expected")) > 0);
        arena_free(&arena);
    }
}

static void whole_days_are_marked(void **state) {
    (void)state;
    struct value value;
    assert_true(written_read(FACT_END, (struct choices){NULL, 0}, STR("2023-12-07"), &value));
    assert_true(value.whole_day);
    assert_true(written_read(FACT_END, (struct choices){NULL, 0}, STR("2023-12-07T23:59"), &value));
    assert_false(value.whole_day);
}

static void not_done_is_none(void **state) {
    (void)state;
    struct value value;
    assert_true(written_read(FACT_DONE, (struct choices){NULL, 0}, STR("否"), &value));
    assert_int_equal(value.state, VALUE_NONE);
    assert_true(written_is_none(STR("none")) && written_is_none(STR("无")) && !written_is_none(STR("None of it")));
}

static void words_are_found_in_both_languages(void **state) {
    (void)state;
    struct choices powers = choices_of("POWER");
    struct value value;
    assert_true(written_read(FACT_CHOICE, powers, STR("penalty"), &value));
    int64_t penalty = value.number;
    assert_true(written_read(FACT_CHOICE, powers, STR("行政处罚权"), &value));
    assert_int_equal(value.number, penalty);
    assert_false(written_read(FACT_CHOICE, powers, STR("penalti"), &value));
}

static void unknown_words_come_with_the_near_miss_or_the_vocabulary(void **state) {
    (void)state;
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct place place = {"f", 1, 1};
    written_report(FACT_CHOICE, choices_of("POWER"), STR("power"), STR("penalti"), place, &problems);
    assert_true(str_find(problems.at[0].en, STR("did you mean penalty")) > 0);
    assert_true(str_find(problems.at[0].zh, STR("行政处罚权")) > 0);
    place.line = 2;
    written_report(FACT_CHOICE, choices_of("ROLE"), STR("role"), STR("全部"), place, &problems);
    assert_true(str_find(problems.at[1].en, STR("expected one of: main | cooperating")) > 0);
    place.line = 3;
    written_report(FACT_CHOICE, choices_of("TASK_KIND"), STR("kind"), STR("风马牛不相及"), place, &problems);
    assert_true(str_find(problems.at[2].en, STR("document | ")) > 0 && str_find(problems.at[2].en, STR("…")) > 0);
    assert_true(problems.at[2].en.length < QUANZE_ERROR_TEXT);
    arena_free(&arena);
}

static void long_values_are_cut_at_a_whole_character(void **state) {
    (void)state;
    char text[300];
    for (size_t i = 0; i < 300; i += 3) memcpy(text + i, "木", 3);
    struct str shown = written_shown((struct str){text, 300});
    assert_int_equal(shown.length, 90);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(written_forms_become_numbers),
        cmocka_unit_test(other_writing_is_refused_with_its_reason),
        cmocka_unit_test(whole_days_are_marked),
        cmocka_unit_test(not_done_is_none),
        cmocka_unit_test(words_are_found_in_both_languages),
        cmocka_unit_test(unknown_words_come_with_the_near_miss_or_the_vocabulary),
        cmocka_unit_test(long_values_are_cut_at_a_whole_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
