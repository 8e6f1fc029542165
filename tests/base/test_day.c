#include <base/day.h>
#include <check.h>

static bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

/* Counts the days one by one, which is slow and plainly right, and compares. */
static void every_day_from_1900_to_2999_goes_round(void **state) {
    (void)state;
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int32_t day = -25567; /* 1900-01-01, a Monday */
    for (int year = 1900; year <= 2999; year++)
        for (int month = 1; month <= 12; month++)
            for (int of_month = 1; of_month <= lengths[month - 1] + (month == 2 && leap(year)); of_month++, day++) {
                const struct civil civil = day_to_civil(day);
                assert_true(civil.year == year && civil.month == month && civil.day == of_month);
                assert_int_equal(day_from_civil(civil), day);
                assert_int_equal(day_weekday(day), (day + 25567) % 7 + 1);
                char written[17];
                int32_t again;
                assert_int_equal(day_format(day, written), 10);
                assert_true(day_parse(str_of(written), &again));
                assert_int_equal(again, day);
            }
    assert_int_equal(day_from_civil((struct civil){1970, 1, 1}), 0);
}

static void wrong_dates_are_refused(void **state) {
    (void)state;
    static const char *const wrong[] = {"",           "2023",       "2023-2-28",   "2023-02-29",  "2023-02-31",  "1900-02-29",
                                        "2023-00-10", "2023-13-01", "2023-04-31",  "2023-01-00",  "1899-12-31",  "3000-01-01",
                                        "2023/01/01", "2023-01-1x", "2023-01-010", " 2023-01-01", "２023-01-01", "-023-01-01"};
    for (size_t i = 0; i < COUNT(wrong); i++) {
        int32_t day = 12345;
        assert_false(day_parse(str_of(wrong[i]), &day));
        assert_int_equal(day, 12345);
    }
    int32_t day;
    assert_true(day_parse(STR("2024-02-29"), &day));
    assert_true(day_parse(STR("2000-02-29"), &day));
}

static void times_are_read_as_written(void **state) {
    (void)state;
    static const struct {
        const char *written;
        const char *minute; /* NULL: refused */
        bool whole_day;
    } cases[] = {{"2023-12-07", "2023-12-07T00:00", true},
                 {"2023-12-07T09:30", "2023-12-07T09:30", false},
                 {"2023-12-07 09:30", "2023-12-07T09:30", false},
                 {"2023-12-07T09:30:59", "2023-12-07T09:30", false},
                 {"2023-12-07T23:59+08:00", "2023-12-07T23:59", false},
                 {"2023-12-07T23:59:00+08:00", "2023-12-07T23:59", false},
                 {"1969-12-31T23:59", "1969-12-31T23:59", false},
                 {"2023-12-07T24:00", NULL, false},
                 {"2023-12-07T09:60", NULL, false},
                 {"2023-12-07T09:30:60", NULL, false},
                 {"2023-12-07T9:30", NULL, false},
                 {"2023-12-07T09:30Z", NULL, false},
                 {"2023-12-07T09:30+00:00", NULL, false},
                 {"2023-12-07T09:30.5", NULL, false},
                 {"2023-12-07T", NULL, false},
                 {"2023-12-07T+08:00", NULL, false},
                 {"2023-12-07+08:00", NULL, false},
                 {"2023-12-0709:30", NULL, false},
                 {"2023-02-30T09:30", NULL, false}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        int64_t minute = 0;
        bool whole_day = !cases[i].whole_day;
        const bool read = day_parse_time(str_of(cases[i].written), &minute, &whole_day);
        if (read != (cases[i].minute != NULL)) fail_msg("%s", cases[i].written);
        if (!read) continue;
        char written[17];
        assert_int_equal(day_format_minute(minute, written), 16);
        assert_string_equal(written, cases[i].minute);
        assert_int_equal(whole_day, cases[i].whole_day);
    }
}

static void minutes_before_1970_belong_to_their_own_day(void **state) {
    (void)state;
    for (int64_t minute = -3 * DAY_MINUTES; minute <= 3 * DAY_MINUTES; minute++) {
        const int32_t day = day_of_minute(minute);
        const int of_day = day_minute_of(minute);
        assert_true(of_day >= 0 && of_day < DAY_MINUTES);
        assert_int_equal((int64_t)day * DAY_MINUTES + of_day, minute);
    }
    assert_int_equal(day_weekday(0), 4);
    assert_int_equal(day_weekday(-1), 3);
    assert_int_equal(day_weekday(-4), 7);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_day_from_1900_to_2999_goes_round),
                                       cmocka_unit_test(wrong_dates_are_refused), cmocka_unit_test(times_are_read_as_written),
                                       cmocka_unit_test(minutes_before_1970_belong_to_their_own_day)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
