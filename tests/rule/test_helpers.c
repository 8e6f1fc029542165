/* The helpers that rules call. */
#include <rule/support.h>
#include <stdio.h>
#include <string.h>

/* Whether a Lua condition holds inside a check, under `calendar` (may be NULL). */
static enum status status_of(const char *condition, const struct calendar *calendar, struct fixture **kept) {
    char check[2048];
    snprintf(check, sizeof check, "function(n, p) if %s then return pass() end return fail('many', { n = 1 }) end", condition);
    struct fixture *fixture = fixture_of(&(struct rule_parts){.check = check});
    open_core(fixture, calendar, false);
    give_number(fixture, "staff.required", 3);
    run(fixture);
    *kept = fixture;
    return fixture->outcome.status;
}

static void expect_all(const char *const *conditions, size_t count) {
    struct calendar calendar;
    make_calendar(&calendar);
    for (size_t i = 0; i < count; i++) {
        struct fixture *fixture;
        if (status_of(conditions[i], &calendar, &fixture) != STATUS_PASS)
            fail_msg("%s: %s", conditions[i],
                     fixture->outcome.status == STATUS_ERROR ? fixture->outcome.error.en.at : "does not hold");
        fixture_free(fixture);
    }
}

#define EXPECT_ALL(conditions) expect_all(conditions, sizeof conditions / sizeof conditions[0])

/* Minutes of 2023-12-07T09:30 (a Thursday) and of 2024-01-01T00:00. */
#define THURSDAY "28365690"
#define NEW_YEAR "28401120"

static void test_calendar(void **state) {
    (void)state;
    static const char *const HOLD[] = {
        "calendar.day_hours == 8",
        "calendar.working_hours(" THURSDAY ", " THURSDAY " + 390) == 5.5",
        "calendar.working_hours(" THURSDAY ", " THURSDAY ") == 0",
        "calendar.working_hours(" THURSDAY " + 390, " THURSDAY ") == 0",
        "calendar.weekday(" THURSDAY ") == 4",
        "calendar.minute_of_day(" THURSDAY ") == 570",
        "calendar.minute_of_day(calendar.add_workdays(" THURSDAY ", 2)) == 1050",
        "calendar.weekday(calendar.add_workdays(" THURSDAY ", 2)) == 1",
        "calendar.is_workday(" THURSDAY ") and not calendar.is_holiday(" THURSDAY ")",
        "calendar.is_holiday(" NEW_YEAR ") and not calendar.is_workday(" NEW_YEAR ")",
        "calendar.is_workday(" NEW_YEAR " + 33 * 1440) and calendar.weekday(" NEW_YEAR " + 33 * 1440) == 6",
        "calendar.workdays_between(" THURSDAY ", " THURSDAY " + 4 * 1440) == 2",
        "calendar.workdays_between(" THURSDAY ", " THURSDAY ") == 0",
        "calendar.weekday(0) == 4 and calendar.minute_of_day(-1) == 1439",
        "calendar.working_hours(" THURSDAY ".0, " THURSDAY ".0 + 60) == 1",
    };
    EXPECT_ALL(HOLD);
}

/* A year without a file is unknown, never "no holidays"; what needs no year is told all the same. */
static void test_missing_years_are_unknown(void **state) {
    (void)state;
    static const struct {
        const char *condition;
        int year;
    } MISSING[] = {
        {"calendar.working_hours(0, 600) > 0", 1970},
        {"calendar.add_workdays(0, 1) > 0", 1970},
        {"calendar.is_workday(0)", 1970},
        {"calendar.is_holiday(0)", 1970},
        {"calendar.workdays_between(0, 1440) > 0", 1970},
        {"calendar.workdays_between(" NEW_YEAR ", " NEW_YEAR " + 400 * 1440) > 0", 2025},
        {"calendar.add_workdays(" NEW_YEAR ", 300) > 0", 2025},
        {"(calendar.is_workday(0) or true)", 1970},
    };
    struct calendar calendar;
    make_calendar(&calendar);
    for (size_t i = 0; i < sizeof MISSING / sizeof MISSING[0]; i++) {
        struct fixture *fixture;
        assert_int_equal(status_of(MISSING[i].condition, &calendar, &fixture), STATUS_UNKNOWN);
        assert_int_equal(fixture->outcome.missing_year, MISSING[i].year);
        assert_int_equal(fixture->outcome.unknown_fact, -1);
        fixture_free(fixture);
        if (MISSING[i].year != 1970) continue;
        assert_int_equal(status_of(MISSING[i].condition, NULL, &fixture), STATUS_UNKNOWN);
        assert_int_equal(fixture->outcome.missing_year, 1970);
        fixture_free(fixture);
    }
    struct fixture *fixture;
    assert_int_equal(status_of("calendar.weekday(0) == 4 and calendar.day_hours == 8", NULL, &fixture), STATUS_PASS);
    fixture_free(fixture);
}

static void test_texts(void **state) {
    (void)state;
    static const char *const HOLD[] = {
        "text.contains('属地管理', '属地') and not text.contains('属地', '属地管理') and text.contains('a', '')",
        "text.contains('a.c', '.') and not text.contains('abc', '.')",
        "text.contains_any('今晚秒回', { '接龙', '秒回' }) and not text.contains_any('x', {}) and not text.contains_any('x', { "
        "'y' })",
        "text.length('权责 ab') == 5 and text.length('') == 0",
        "text.starts_with('关于报送', '关于') and not text.starts_with('关', '关于') and text.starts_with('a', '')",
        "text.is_blank('') and text.is_blank(' \\t\\n　') and not text.is_blank(' x ')",
        "string.len('权') == 3 and string.sub('abcde', 2, 4) == 'bcd' and string.sub('abc', -2) == 'bc'",
        "string.sub('abc', 0) == 'abc' and string.sub('abc', 3, 2) == '' and string.sub('abc', -9, 9) == 'abc' and "
        "string.sub('', 1, 1) == ''",
        "string.sub('abc', 4) == '' and string.sub('abc', 1, -9) == ''",
        "string.upper('aZ权1') == 'AZ权1' and string.lower('aZ权1') == 'az权1'",
    };
    EXPECT_ALL(HOLD);
}

static void test_lists(void **state) {
    (void)state;
    static const char *const HOLD[] = {
        "list.has({ 'a', 'b' }, 'b') and not list.has({ 'a' }, 'A') and list.has({ 1, 2 }, 2) and not list.has({}, 'a')",
        "list.has_any({ 'a', 'b' }, { 'x', 'b' }) and not list.has_any({ 'a' }, {}) and not list.has_any({}, { 'a' })",
        "list.count({ 'a', 'b' }) == 2 and list.count({}) == 0",
        "list.join(list.missing({ 'a', 'b', 'c' }, { 'b' })) == 'a、c' and #list.missing({}, { 'a' }) == 0",
        "list.join({ 'a', 'b' }, '; ') == 'a; b' and list.join({}) == '' and list.join({ 1, 'x' }) == '1、x'",
    };
    EXPECT_ALL(HOLD);
}

static void test_plain_helpers(void **state) {
    (void)state;
    static const char *const HOLD[] = {
        "math.floor(1.7) == 1 and math.floor(-1.2) == -2 and math.ceil(1.2) == 2 and math.floor(5) == 5",
        "math.max(1, 3, 2) == 3 and math.min(2.5, 1) == 1 and math.abs(-3) == 3 and math.abs(-1.5) == 1.5",
        "type(1) == 'number' and type(nil) == 'nil' and type({}) == 'table' and type('') == 'string'",
        "tostring(12) == '12' and tostring(1.5) == '1.5' and tostring('a') == 'a' and tostring(true) == 'true' and "
        "tostring(nil) == 'nil'",
        "tonumber('12') == 12 and tonumber('1.5') == 1.5 and tonumber('x') == nil and tonumber(nil) == nil and tonumber(3) == "
        "3",
        "select('#', 1, nil, 3) == 3 and select(2, 'a', 'b') == 'b'",
    };
    EXPECT_ALL(HOLD);
}

static void test_three_values(void **state) {
    (void)state;
    static const char *const HOLD[] = {
        "any(false, true, nil) == true and any(false, nil) == nil and any(nil, false) == nil and any(false) == false and any() "
        "== false",
        "all(true, false, nil) == false and all(true, nil) == nil and all(nil, true) == nil and all(true) == true and all() == "
        "true",
        "any{ false, true, nil } == true and any{ false, nil } == nil and any{ nil } == nil and any{} == false",
        "all{ true, nil, } == nil and all{ true; false; nil; } == false and all { true, true } == true",
        "any{ all{ true, nil }, false } == nil and all{ any{ nil, true }, ({ 1, 2 })[2] == 2 } == true",
        "any --[[ { ]] { false, -- }\n nil } == nil and ('any{ false, nil }') == 'any{ false, nil }'",
    };
    EXPECT_ALL(HOLD);
}

static void test_walking_in_order(void **state) {
    (void)state;
    struct fixture *fixture = run_check("function(n, p) local t = { z = 1, a = 2, m = 3, [3] = 'three', [1] = 'one', ['甲'] = "
                                        "4, [2.5] = 'half' } local keys = {}\n"
                                        "for k, v in pairs(t) do table.insert(keys, tostring(k)) end\n"
                                        "return fail('many', { n = list.join(keys, ' ') }) end");
    assert_int_equal(fixture->outcome.status, STATUS_FAIL);
    assert_true(str_equal(fixture->outcome.values[0].text, STR("1 2.5 3 a m z 甲")));
    fixture_free(fixture);
    fixture = run_check("function(n, p) local s = 0 for i, v in ipairs({ 5, 6, nil, 7 }) do s = s + i * v end\n"
                        "return fail('many', { n = s }) end");
    assert_int_equal(fixture->outcome.values[0].integer, 17);
    fixture_free(fixture);
}

static void test_wrong_arguments(void **state) {
    (void)state;
    static const struct {
        const char *call, *words;
    } WRONG[] = {
        {"calendar.weekday('x')", "calendar.weekday: argument 1 should be a time"},
        {"calendar.weekday(1.5)", "should be a time"},
        {"calendar.weekday(false)", "is boolean"},
        {"calendar.working_hours(1)", "argument 2 should be a time"},
        {"calendar.add_workdays(0, -1)", "days from 0 to 10000"},
        {"calendar.add_workdays(0, 1.5)", "a whole number"},
        {"text.contains(nil, 'a')", "text.contains: argument 1 should be a text, is nil"},
        {"text.contains('a', 5)", "argument 2 should be a text, is number"},
        {"text.contains_any('a', 'b')", "should be a list, is string"},
        {"text.contains_any('a', { 1 })", "a list of texts"},
        {"text.length(string.sub('权', 1, 1))", "UTF-8"},
        {"list.has(nil, 'a')", "should be a list, is nil"},
        {"list.has({}, {})", "a text or a number"},
        {"list.join({ {} })", "a list of texts"},
        {"table.insert({}, 1, 2)", "the value to append"},
        {"table.insert('x', 2)", "a table that the rule made"},
        {"any(1)", "true, false or nil"},
        {"all({ true })", "true, false or nil"},
        {"tostring({})", "a number, a text or a boolean"},
        {"tostring(pass)", "a number, a text or a boolean"},
        {"math.floor('1')", "a number, is string"},
        {"math.max()", "a number, is no value"},
        {"pairs({ [pass] = 1 })", "keys that are texts or numbers"},
        {"pairs(5)", "should be a list"},
        {"select(0, 1)", "a position from 1"},
    };
    for (size_t i = 0; i < sizeof WRONG / sizeof WRONG[0]; i++) {
        char check[256];
        snprintf(check, sizeof check, "function(n, p) local x = %s return pass() end", WRONG[i].call);
        struct fixture *fixture = run_check(check);
        expect_error(fixture, WRONG[i].words);
        fixture_free(fixture);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_calendar),
        cmocka_unit_test(test_missing_years_are_unknown),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_plain_helpers),
        cmocka_unit_test(test_three_values),
        cmocka_unit_test(test_walking_in_order),
        cmocka_unit_test(test_wrong_arguments),
    };
    return cmocka_run_group_tests_name("rule/helpers", tests, NULL, NULL);
}
