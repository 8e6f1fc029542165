#include <check.h>
#include <read/read.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* A folder of calendar files that a test writes and reads. */
struct folder {
    char path[64];
    struct arena arena;
    struct problems problems;
    struct calendar calendar;
    struct quanze_error error;
};

static void folder_open(struct folder *folder) {
    *folder = (struct folder){.path = "/tmp/quanze-calendar-XXXXXX"};
    folder->problems.arena = &folder->arena;
    assert_non_null(mkdtemp(folder->path));
}

static void folder_put(const struct folder *folder, const char *name, const char *text) {
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static quanze_status folder_read(struct folder *folder) {
    return read_calendar(folder->path, &folder->calendar, &folder->problems, &folder->error);
}

static void folder_close(struct folder *folder, const char *const *names) {
    char path[128];
    for (; *names; names++) {
        snprintf(path, sizeof path, "%s/%s", folder->path, *names);
        unlink(path);
    }
    rmdir(folder->path);
    calendar_free(&folder->calendar);
    arena_free(&folder->arena);
}

static bool is_workday(const struct calendar *calendar, const char *date) {
    int32_t day;
    bool out = false;
    assert_true(day_parse(str_of(date), &day));
    assert_true(calendar_is_workday(calendar, day, &out, NULL));
    return out;
}

static bool is_holiday(const struct calendar *calendar, const char *date) {
    int32_t day;
    assert_true(day_parse(str_of(date), &day));
    const struct calendar_year *year = calendar_year_of(calendar, day);
    int32_t at = day - day_from_civil((struct civil){year->year, 1, 1});
    return (year->holidays[at / 64] >> (at % 64)) & 1;
}

static void shipped_years_are_2019_to_2026(void **state) {
    (void)state;
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct calendar calendar = {0};
    struct quanze_error error;
    assert_int_equal(read_calendar(SOURCE_DIR "/lists/calendar", &calendar, &problems, &error), QUANZE_OK);
    assert_int_equal(problems.warnings, 0);
    assert_int_equal(calendar.year_count, 8);
    for (int i = 0; i < 8; i++) {
        assert_int_equal(calendar.years[i].year, 2019 + i);
        assert_int_equal(calendar.years[i].hours.minutes, 480);
    }
    assert_true(is_holiday(&calendar, "2022-12-31"));  /* in the notice of 2023 */
    assert_true(is_holiday(&calendar, "2023-10-01"));  /* a Sunday inside the holiday */
    assert_false(is_holiday(&calendar, "2023-12-09")); /* a plain Saturday */
    assert_true(is_workday(&calendar, "2023-10-07"));  /* a Saturday to be worked */
    assert_false(is_workday(&calendar, "2023-10-02"));
    assert_false(is_workday(&calendar, "2023-12-09"));
    assert_true(is_workday(&calendar, "2023-12-07"));
    assert_false(is_workday(&calendar, "2020-01-31")); /* the prolonged spring holiday of 2020 */
    int32_t day;
    assert_true(day_parse(STR("2018-12-31"), &day));
    int missing = 0;
    bool out;
    assert_false(calendar_is_workday(&calendar, day, &out, &missing));
    assert_int_equal(missing, 2018);
    calendar_free(&calendar);
    arena_free(&arena);
}

static void shipped_years_say_what_the_published_days_say(void **state) {
    (void)state;
    FILE *days = fopen(SOURCE_DIR "/../shared/data/calendar.tsv", "r");
    if (!days) {
        print_message("skipped: no table of published days beside the sources\n");
        skip();
    }
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct calendar calendar = {0};
    struct quanze_error error;
    assert_int_equal(read_calendar(SOURCE_DIR "/lists/calendar", &calendar, &problems, &error), QUANZE_OK);
    char line[256], date[16], kind[16];
    int checked = 0;
    while (fgets(line, sizeof line, days)) {
        if (sscanf(line, "%*[^\t]\t%15[^\t]\t%15[^\t]", date, kind) != 2 || strncmp(date, "20", 2) || !strncmp(date, "2018", 4))
            continue;
        bool off = strcmp(kind, "holiday") == 0;
        assert_int_equal(is_holiday(&calendar, date), off);
        assert_int_equal(is_workday(&calendar, date), !off);
        checked++;
    }
    fclose(days);
    assert_true(checked > 250);
    calendar_free(&calendar);
    arena_free(&arena);
}

#define YEAR_2030 "format: quanze/calendar/1\nyear: 2030\nsource: 通知\n"
#define HOURS "hours: [\"08:30-12:00\", \"13:00-17:30\"]\n"

static const struct {
    const char *text, *code;
    unsigned line, column;
} WRONG[] = {
    {"", "empty-file", 1, 1},
    {"- a\n", "wrong-type", 1, 1},
    {YEAR_2030 HOURS "holliday: []\n", "unknown-key", 5, 1},
    {YEAR_2030, "missing-key", 1, 1},
    {"format: quanze/list/1\nyear: 2030\nsource: 通知\n" HOURS, "wrong-format", 1, 9},
    {"format: quanze/calendar/1\nyear: 二〇三〇\nsource: 通知\n" HOURS, "not-count", 2, 7},
    {"format: quanze/calendar/1\nyear: 203\nsource: 通知\n" HOURS, "bad-year", 2, 7},
    {YEAR_2030 "hours: [\"13:00-17:30\", \"08:30-12:00\"]\n", "bad-hours", 4, 8},
    {YEAR_2030 "hours: [\"08:30-12:00\", \"11:00-17:30\"]\n", "bad-hours", 4, 8},
    {YEAR_2030 "hours: [\"08:30-08:30\"]\n", "bad-hours", 4, 8},
    {YEAR_2030 "hours: [\"8:30-12:00\"]\n", "bad-hours", 4, 8},
    {YEAR_2030 "hours: [\"08:60-12:00\"]\n", "bad-hours", 4, 8},
    {YEAR_2030 "hours: [\"08:00-24:01\"]\n", "bad-hours", 4, 8},
    {YEAR_2030 "hours: [\"01:00-02:00\", \"03:00-04:00\", \"05:00-06:00\", \"07:00-08:00\", \"09:00-10:00\"]\n", "too-many", 4,
     8},
    {YEAR_2030 HOURS "holidays:\n  - {date: 2031-01-01, name: 元旦}\n", "other-year", 6, 5},
    {YEAR_2030 HOURS "holidays:\n  - {date: 2030-02-31, name: 春节}\n", "not-date", 6, 12},
    {YEAR_2030 HOURS "holidays:\n  - {name: 元旦}\n", "missing-key", 6, 5},
    {YEAR_2030 HOURS "holidays:\n  - {date: 2030-01-01}\n  - {date: 2030-01-01}\n", "double-date", 7, 5},
    {YEAR_2030 HOURS "holidays:\n  - {date: 2030-01-01}\nworkdays:\n  - {date: 2030-01-01}\n", "double-date", 8, 5},
};

static void wrong_years_are_refused_in_place(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(WRONG); i++) {
        struct folder folder;
        folder_open(&folder);
        folder_put(&folder, "2030.yaml", WRONG[i].text);
        assert_int_equal(folder_read(&folder), QUANZE_BAD_DATA);
        const struct problem *problem = &folder.problems.at[0];
        if (strcmp(problem->code, WRONG[i].code) || problem->place.line != WRONG[i].line ||
            problem->place.column != WRONG[i].column)
            fail_msg("case %zu: %s at %u:%u, expected %s at %u:%u", i, problem->code, problem->place.line,
                     problem->place.column, WRONG[i].code, WRONG[i].line, WRONG[i].column);
        folder_close(&folder, (const char *const[]){"2030.yaml", NULL});
    }
}

static void years_are_sorted_and_stand_once(void **state) {
    (void)state;
    struct folder folder;
    folder_open(&folder);
    folder_put(&folder, "a.yaml", "format: quanze/calendar/1\nyear: 2031\nsource: 通知\n" HOURS);
    folder_put(&folder, "b.yaml", YEAR_2030 "hours: [\"09:00-12:00\"]\nholidays: [{date: 2030-01-01, name: 元旦}]\n");
    assert_int_equal(folder_read(&folder), QUANZE_OK);
    assert_int_equal(folder.calendar.year_count, 2);
    assert_int_equal(folder.calendar.years[0].year, 2030);
    assert_int_equal(folder.calendar.years[0].hours.minutes, 180);
    assert_false(is_workday(&folder.calendar, "2030-01-01"));
    assert_true(is_workday(&folder.calendar, "2030-01-02"));
    calendar_free(&folder.calendar);
    folder_put(&folder, "c.yaml", "format: quanze/calendar/1\nyear: 2031\nsource: 通知\n" HOURS);
    assert_int_equal(folder_read(&folder), QUANZE_BAD_DATA);
    assert_string_equal(folder.problems.at[0].code, "double-year");
    folder_close(&folder, (const char *const[]){"a.yaml", "b.yaml", "c.yaml", NULL});
}

static void a_folder_without_years_is_no_calendar(void **state) {
    (void)state;
    struct folder folder;
    folder_open(&folder);
    assert_int_equal(folder_read(&folder), QUANZE_NO_INPUT);
    folder_close(&folder, (const char *const[]){NULL});
    struct calendar calendar = {0};
    struct quanze_error error;
    assert_int_equal(read_calendar("/nowhere/at/all", &calendar, &folder.problems, &error), QUANZE_NO_INPUT);
    calendar_free(&calendar);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shipped_years_are_2019_to_2026),
        cmocka_unit_test(shipped_years_say_what_the_published_days_say),
        cmocka_unit_test(wrong_years_are_refused_in_place),
        cmocka_unit_test(years_are_sorted_and_stand_once),
        cmocka_unit_test(a_folder_without_years_is_no_calendar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
