/* test_day_text.c - days and times as registers write them; what is no day, or would have to be guessed. */
#include <base/day.h>
#include <check.h>
#include <read/day_text.h>

static void check_day(const char *written, bool is_end, const char *expected) {
    char room[DAY_TEXT_ROOM];
    struct str out = STR("");
    bool read = day_text_plain(str_of(written), is_end, room, &out);
    if (!expected) {
        if (read) fail_msg("\"%s\" was read as %.*s", written, (int)out.length, out.at);
        return;
    }
    if (!read || !str_equal(out, str_of(expected)))
        fail_msg("\"%s\": expected %s, got %.*s", written, expected, (int)out.length, out.at);
}

static void reads_what_people_write(void **state) {
    (void)state;
    check_day("2026-11-22", false, "2026-11-22");
    check_day("2026/1/2", false, "2026-01-02");
    check_day("2026.11.22", false, "2026-11-22");
    check_day("2026年11月22日", false, "2026-11-22");
    check_day(" 2026年1月2号 ", false, "2026-01-02");
    check_day("2026/11/22 9:30", false, "2026-11-22T09:30");
    check_day("2026/11/22 9:30:59", false, "2026-11-22T09:30");
    check_day("2026-11-22T17:05", false, "2026-11-22T17:05");
    check_day("2026年11月22日下午3时", false, "2026-11-22T15:00");
    check_day("2026年11月22日上午9点半", false, "2026-11-22T09:30");
    check_day("2026年11月22日17：30", false, "2026-11-22T17:30");
    check_day("2026年11月22日14时05分", false, "2026-11-22T14:05");
    check_day("2026-11-22 24:00", true, "2026-11-22T23:59");
    check_day("2026年11月22日前", true, "2026-11-22");
    check_day("2026-11-22 17:30之前", true, "2026-11-22T17:30");
}

static void guesses_nothing(void **state) {
    (void)state;
    static const char *const NO_DAYS[] = {"",
                                          "11月22日",
                                          "26-11-22",
                                          "2026-02-30",
                                          "2026-13-01",
                                          "2026/11",
                                          "2026-11-22前",
                                          "2026-11-22 25:00",
                                          "2026-11-22 9:75",
                                          "2026-11-22下午",
                                          "2026-11-22左右",
                                          "2026-11-22 9:3",
                                          "46348",
                                          "2026年11月",
                                          "尽快"};
    for (size_t i = 0; i < sizeof NO_DAYS / sizeof *NO_DAYS; i++) check_day(NO_DAYS[i], false, NULL);
}

static void counts_days(void **state) {
    (void)state;
    const int32_t zero = day_from_civil((struct civil){1899, 12, 30});
    char room[DAY_TEXT_ROOM];
    struct str out;
    assert_true(day_text_serial(STR("46348"), zero, room, &out));
    assert_true(str_equal(out, STR("2026-11-22")));
    assert_true(day_text_serial(STR("46348.395833333336"), zero, room, &out));
    assert_true(str_equal(out, STR("2026-11-22T09:30")));
    assert_true(day_text_serial(STR("46348.999999"), zero, room, &out)); /* a breath before midnight */
    assert_true(str_equal(out, STR("2026-11-23T00:00")));
    static const char *const NO_SERIALS[] = {"", "4634", "463480", "19999", "80001", "46348,5", "46348.5x"};
    for (size_t i = 0; i < sizeof NO_SERIALS / sizeof *NO_SERIALS; i++)
        assert_false(day_text_serial(str_of(NO_SERIALS[i]), zero, room, &out));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_people_write),
        cmocka_unit_test(guesses_nothing),
        cmocka_unit_test(counts_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
