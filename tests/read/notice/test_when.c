/* test_when.c - what notices mean by their deadlines. The notice is of Friday 2026-11-06 unless a row says otherwise. */
#include <check.h>
#include <read/notice/mention.h>
#include <read/read.h>

struct row {
    const char *words, *day, *means; /* "" = a doubt */
};

static struct calendar calendar;

static int open_calendar(void **state) {
    static struct arena arena;
    struct problems problems = {.arena = &arena};
    struct quanze_error error;
    (void)state;
    return read_calendar("lists/calendar", &calendar, &problems, &error) == QUANZE_OK ? 0 : 1;
}

static int close_calendar(void **state) {
    (void)state;
    calendar_free(&calendar);
    return 0;
}

static void resolve(const struct row *row, bool latest, char *out) {
    struct arena arena = {0};
    struct paper paper;
    struct mentions mentions;
    struct value value;
    int missing = 0;
    int32_t day = DAY_NONE;
    assert_true(paper_make(str_of(row->words), (struct paper_style){false, false}, &arena, &paper));
    assert_true(mentions_find(&paper, &arena, &mentions));
    if (mentions.count == 0) fail_msg("no time in \"%s\"", row->words);
    if (*row->day) assert_true(day_parse(str_of(row->day), &day));
    const struct when_world world = {day, day == DAY_NONE ? INT64_MIN : (int64_t)day * DAY_MINUTES, false, &calendar};
    out[0] = '\0';
    if (when_resolve(&mentions.at[0].when, &world, latest, &value, &missing) == WHEN_FINE) {
        const size_t length = value.whole_day ? 10 : 16;
        char text[24];
        day_format_minute(value.number, text);
        memcpy(out, text, length);
        out[length] = '\0';
        if (!value.whole_day && value.number % DAY_MINUTES == 0) memcpy(out + 10, "T00:00", 7);
    }
    arena_free(&arena);
}

static void check(const struct row *rows, size_t count, bool latest) {
    for (size_t i = 0; i < count; i++) {
        char got[32];
        resolve(&rows[i], latest, got);
        if (strcmp(got, rows[i].means) != 0)
            fail_msg("\"%s\" of %s is %s, not %s", rows[i].words, rows[i].day, got, rows[i].means);
    }
}

#define FRIDAY "2026-11-06"

static void test_deadlines(void **state) {
    static const struct row ROWS[] = {
        {"12月7日下午4点前", "2023-12-07", "2023-12-07T16:00"},
        {"今日18时前", FRIDAY, "2026-11-06T18:00"},
        {"本周五下班前", "2026-11-03", "2026-11-06T17:30"},
        {"下周一上午", FRIDAY, "2026-11-09T12:00"},
        {"下周一上午10点前", FRIDAY, "2026-11-09T10:00"},
        {"周三12：00前", "2026-05-11", "2026-05-13T12:00"},
        {"今晚12点前", FRIDAY, "2026-11-07T00:00"},
        {"明天中午前", FRIDAY, "2026-11-07T12:00"},
        {"7个自然日内", FRIDAY, "2026-11-13"},
        {"三个工作日内", FRIDAY, "2026-11-11T17:30"},
        {"10个工作日内", "2026-09-21", "2026-10-12T17:30"},
        {"2日内", FRIDAY, "2026-11-08"},
        {"一周内", FRIDAY, "2026-11-13"},
        {"一个月内", "2026-01-31", "2026-02-28"},
        {"每月28日15点前", "2026-04-02", "2026-04-28T15:00"},
        {"每月28日15点前", "2026-04-29", "2026-05-28T15:00"},
        {"每周五下午5点前", "2025-04-28", "2025-05-02T17:00"},
        {"每季度末月25日前", "2026-01-15", "2026-03-25"},
        {"每日16时前", FRIDAY, "2026-11-06T16:00"},
        {"月底前", FRIDAY, "2026-11-30"},
        {"11月底前", FRIDAY, "2026-11-30"},
        {"下月15日前", "2026-12-20", "2027-01-15"},
        {"年底前", FRIDAY, "2026-12-31"},
        {"11月中旬", FRIDAY, "2026-11-20"},
        {"明天（12月30日）下班前", "2025-12-29", "2025-12-30T17:30"},
        {"3月6日（星期五）前", "2026-02-27", "2026-03-06"},
        {"２０２６年１２月７日", FRIDAY, "2026-12-07"},
        {"二〇二六年十二月七日", FRIDAY, "2026-12-07"},
        {"2026 年 12 月 7 日 9 时 30 分", FRIDAY, "2026-12-07T09:30"},
        {"2026-12-07", FRIDAY, "2026-12-07"},
        {"2026.12.7", FRIDAY, "2026-12-07"},
        {"12月31日24:00截止", FRIDAY, "2027-01-01T00:00"},
        {"晚上8点半", "", ""},
    };
    (void)state;
    check(ROWS, COUNT(ROWS) - 1, true);
}

static void test_year(void **state) {
    static const struct row ROWS[] = {
        {"1月5日前", "2026-12-20", "2027-01-05"}, /* the next one */
        {"10月30日", FRIDAY, "2026-10-30"},       /* a few days ago is this year's */
        {"明年3月1日", FRIDAY, "2027-03-01"},
        {"2月29日", "2026-02-01", ""}, /* there is none that year */
    };
    (void)state;
    check(ROWS, COUNT(ROWS), true);
}

static void test_begins(void **state) {
    static const struct row ROWS[] = {
        {"6月12日上午9时", "2026-06-10", "2026-06-12T09:00"},
        {"即日起", FRIDAY, "2026-11-06"},
        {"7月2日21时", "2026-07-02", "2026-07-02T21:00"},
        {"中午12点", "", ""},
    };
    (void)state;
    check(ROWS, COUNT(ROWS) - 1, false);
}

static void test_doubts(void **state) {
    static const struct row ROWS[] = {
        {"4月16日前", "", ""},              /* no date, so no year */
        {"三个工作日内", "2027-05-17", ""}, /* no calendar of that year */
        {"下班前", "", ""},                 /* no day at all */
        {"24小时内", FRIDAY, ""},           /* the hour of receipt is not known */
        {"12月初", FRIDAY, ""},
        {"本周五下班前", "2027-05-17", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(ROWS); i++)
        if (i != 2) check(&ROWS[i], 1, true);
}

/* What only looks like a time. */
static void test_no_times(void **state) {
    static const char *const WORDS[] = {"一周一排名", "三次日常检查", "统一安排", "一票否决",
                                        "12月份",     "二是周密部署", "第二十次"};
    (void)state;
    for (size_t i = 0; i < COUNT(WORDS); i++) {
        struct arena arena = {0};
        struct paper paper;
        struct mentions mentions;
        assert_true(paper_make(str_of(WORDS[i]), (struct paper_style){false, false}, &arena, &paper));
        assert_true(mentions_find(&paper, &arena, &mentions));
        for (size_t m = 0; m < mentions.count; m++)
            if (mentions.at[m].slot <= SLOT_WITHIN) fail_msg("\"%s\" holds a time", WORDS[i]);
        arena_free(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_deadlines), cmocka_unit_test(test_year),
                                       cmocka_unit_test(test_begins), cmocka_unit_test(test_doubts),
                                       cmocka_unit_test(test_no_times)};
    return cmocka_run_group_tests(tests, open_calendar, close_calendar);
}
