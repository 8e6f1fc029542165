#include <base/day.h>
#include <check.h>
#include <model/calendar.h>

enum { FIRST_YEAR = 2023, YEARS = 3 };

static struct calendar_year years[YEARS + 1];
static const struct calendar calendar = {.years = years, .year_count = YEARS + 1};

static int32_t day_of(const char *written) {
    int32_t day;
    assert_true(day_parse(str_of(written), &day));
    return day;
}

static int64_t minute_of(const char *written) {
    int64_t minute;
    bool whole_day;
    assert_true(day_parse_time(str_of(written), &minute, &whole_day));
    return minute;
}

static void set_bit(uint64_t words[6], int32_t first, const char *written, bool on) {
    const int32_t day = day_of(written) - first;
    words[day / 64] = (words[day / 64] & ~(UINT64_C(1) << (day % 64))) | (uint64_t)on << (day % 64);
}

/* Monday to Friday, with a holiday, a make-up Sunday, and other hours in the second year. There is no 2026, but a 2028. */
static int make_calendar(void **state) {
    (void)state;
    for (size_t i = 0; i <= YEARS; i++) {
        struct calendar_year *year = &years[i];
        year->year = i == YEARS ? 2028 : FIRST_YEAR + (int)i;
        year->hours = (struct office_hours){.span = {{510, 720}, {780, 1050}}, .count = 2, .minutes = 480};
        if (i == 1) year->hours = (struct office_hours){.span = {{540, 720}, {840, 1020}}, .count = 2, .minutes = 360};
        const int32_t first = day_from_civil((struct civil){year->year, 1, 1});
        for (int day = 0; day < 366; day++)
            if (day_weekday(first + day) <= 5) year->workdays[day / 64] |= UINT64_C(1) << (day % 64);
        if (i == 0) {
            set_bit(year->workdays, first, "2023-10-02", false);
            set_bit(year->holidays, first, "2023-10-02", true);
            set_bit(year->workdays, first, "2023-10-08", true);
        }
        calendar_year_finish(year);
    }
    return 0;
}

/* The slow and plain count, minute by minute. */
static int64_t count_minutes(int64_t from, int64_t to) {
    int64_t minutes = 0;
    for (int64_t minute = from; minute < to; minute++) {
        bool workday;
        assert_true(calendar_is_workday(&calendar, day_of_minute(minute), &workday, NULL));
        const struct office_hours *hours = &calendar_year_of(&calendar, day_of_minute(minute))->hours;
        const int of_day = day_minute_of(minute);
        for (size_t i = 0; workday && i < hours->count; i++)
            minutes += of_day >= hours->span[i].from && of_day < hours->span[i].to;
    }
    return minutes;
}

static void working_minutes_agree_with_counting(void **state) {
    (void)state;
    static const char *const starts[] = {"2023-09-28T17:29", "2023-12-29T08:30", "2023-12-31T23:59", "2024-02-28T12:30"};
    static const int lengths[] = {1, 29, 30, 31, 210, 211, 480, 1439, 1440, 1441, 4320, 9000, 20001};
    for (size_t i = 0; i < COUNT(starts); i++)
        for (size_t j = 0; j < COUNT(lengths); j++) {
            const int64_t from = minute_of(starts[i]), to = from + lengths[j];
            int64_t minutes = -1;
            assert_true(calendar_working_minutes(&calendar, from, to, &minutes, NULL));
            assert_int_equal(minutes, count_minutes(from, to));
        }
}

static void known_working_minutes(void **state) {
    (void)state;
    static const struct {
        const char *from, *to;
        int64_t minutes;
    } cases[] = {{"2023-12-07T09:30", "2023-12-07T16:00", 330}, /* 5.5 hours */
                 {"2023-12-07T16:00", "2023-12-07T09:30", 0},   /* backwards */
                 {"2023-12-08T17:30", "2023-12-11T08:30", 0},   /* a weekend */
                 {"2023-10-06T17:30", "2023-10-09T08:30", 480}, /* a make-up Sunday */
                 {"2023-09-29T17:30", "2023-10-03T08:30", 0},   /* a holiday Monday */
                 {"2023-01-01T00:00", "2026-01-01T00:00", 260 * 480 + 262 * 360 + 261 * 480}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        int64_t minutes = -1;
        assert_true(calendar_working_minutes(&calendar, minute_of(cases[i].from), minute_of(cases[i].to), &minutes, NULL));
        assert_int_equal(minutes, cases[i].minutes);
    }
}

static void a_year_without_a_file_is_unknown(void **state) {
    (void)state;
    int64_t minutes = 77;
    int missing = 0, day_minutes = 77;
    bool flag;
    assert_false(
        calendar_working_minutes(&calendar, minute_of("2025-12-31T09:00"), minute_of("2026-01-01T00:01"), &minutes, &missing));
    assert_int_equal(missing, 2026);
    assert_false(
        calendar_working_minutes(&calendar, minute_of("2025-12-31T09:00"), minute_of("2028-01-05T09:00"), &minutes, &missing));
    assert_int_equal(missing, 2026);
    assert_false(
        calendar_working_minutes(&calendar, minute_of("2022-12-31T09:00"), minute_of("2023-01-05T09:00"), &minutes, &missing));
    assert_int_equal(missing, 2022);
    assert_false(calendar_add_workdays(&calendar, minute_of("2025-12-31T09:00"), 1, &minutes, &missing));
    assert_int_equal(missing, 2026);
    assert_false(calendar_is_workday(&calendar, day_of("2027-05-05"), &flag, &missing));
    assert_int_equal(missing, 2027);
    assert_false(calendar_is_holiday(&calendar, day_of("2029-05-05"), &flag, &missing));
    assert_int_equal(missing, 2029);
    assert_false(calendar_workdays_between(&calendar, day_of("2025-12-30"), day_of("2026-01-01"), &minutes, &missing));
    assert_int_equal(missing, 2026);
    assert_false(calendar_day_minutes(&calendar, day_of("2022-05-05"), &day_minutes, &missing));
    assert_int_equal(missing, 2022);
    assert_null(calendar_year_of(&calendar, day_of("2026-05-05")));
    assert_int_equal(minutes, 77);
    assert_int_equal(day_minutes, 77);
}

static void workdays_are_added_to_the_end_of_office_hours(void **state) {
    (void)state;
    static const struct {
        const char *from;
        int workdays;
        const char *end;
    } cases[] = {{"2023-12-07T09:30", 2, "2023-12-11T17:30"}, {"2023-12-07T09:30", 0, "2023-12-07T17:30"},
                 {"2023-12-09T09:30", 0, "2023-12-11T17:30"}, {"2023-12-09T09:30", 1, "2023-12-11T17:30"},
                 {"2023-09-29T23:00", 1, "2023-10-03T17:30"}, {"2023-10-06T09:00", 1, "2023-10-08T17:30"},
                 {"2023-12-29T09:00", 1, "2024-01-01T17:00"}, {"2023-12-07T09:30", -3, "2023-12-07T17:30"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        int64_t minute = 0;
        assert_true(calendar_add_workdays(&calendar, minute_of(cases[i].from), cases[i].workdays, &minute, NULL));
        char written[17];
        day_format_minute(minute, written);
        assert_string_equal(written, cases[i].end);
    }
}

static void days(void **state) {
    (void)state;
    bool flag;
    int minutes;
    int64_t workdays = -1;
    assert_true(calendar_is_workday(&calendar, day_of("2023-10-08"), &flag, NULL) && flag);
    assert_true(calendar_is_workday(&calendar, day_of("2023-10-02"), &flag, NULL) && !flag);
    assert_true(calendar_is_workday(&calendar, day_of("2024-12-31"), &flag, NULL) && flag);
    assert_true(calendar_is_holiday(&calendar, day_of("2023-10-02"), &flag, NULL) && flag);
    assert_true(calendar_is_holiday(&calendar, day_of("2023-10-01"), &flag, NULL) && !flag);
    assert_true(calendar_day_minutes(&calendar, day_of("2024-05-05"), &minutes, NULL) && minutes == 360);
    assert_true(calendar_workdays_between(&calendar, day_of("2023-10-01"), day_of("2023-10-08"), &workdays, NULL));
    assert_int_equal(workdays, 5);
    assert_true(calendar_workdays_between(&calendar, day_of("2023-10-08"), day_of("2023-10-01"), &workdays, NULL));
    assert_int_equal(workdays, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(working_minutes_agree_with_counting),
                                       cmocka_unit_test(known_working_minutes),
                                       cmocka_unit_test(a_year_without_a_file_is_unknown),
                                       cmocka_unit_test(workdays_are_added_to_the_end_of_office_hours), cmocka_unit_test(days)};
    return cmocka_run_group_tests(tests, make_calendar, NULL);
}
