/* when.c - finding expressions of time. What each can be is told by small readers that are tried one after the other. */
#include <read/notice/when.h>

#include <read/notice/numeral.h>

/* Index into PERIOD. */
enum {
    PERIOD_ONCE,
    PERIOD_DAILY,
    PERIOD_WEEKLY,
    PERIOD_TEN_DAYS,
    PERIOD_MONTHLY,
    PERIOD_QUARTERLY,
    PERIOD_HALF,
    PERIOD_YEARLY
};

struct scan {
    const struct paper *paper;
    uint32_t at;
};

static bool take(struct scan *scan, const uint16_t *literal) {
    if (!paper_has(scan->paper, scan->at, literal)) return false;
    for (; *literal; literal++) scan->at++;
    return true;
}

/* Index of the first of the literals that stands here, or -1. */
static int take_any(struct scan *scan, const uint16_t *const *literals, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (take(scan, literals[i])) return (int)i;
    return -1;
}

#define TAKE_ANY(scan, table) take_any((scan), (table), sizeof(table) / sizeof *(table))

static bool take_number(struct scan *scan, int *out) { return numeral_small(scan->paper, &scan->at, out); }

/* Behind "月": a day, or a part of the month. */
static bool take_day(struct scan *scan, int *out) {
    static const uint16_t *const PARTS[] = {u"底", u"末", u"下旬", u"中旬", u"上旬", u"初"};
    static const int DAYS[] = {DAY_LAST, DAY_LAST, DAY_LAST, DAY_TWENTY, DAY_TEN, DAY_VAGUE};
    const int part = TAKE_ANY(scan, PARTS);
    if (part >= 0) {
        *out = DAYS[part];
        return true;
    }
    const uint32_t from = scan->at;
    if (!take_number(scan, out) || *out < 1 || *out > 31) {
        scan->at = from;
        return false;
    }
    static const uint16_t *const ENDINGS[] = {u"日", u"号"}, *const LINKS[] = {u"-", u"~", u"至"};
    if (TAKE_ANY(scan, ENDINGS) >= 0) return true;
    const uint32_t behind = scan->at;
    const bool is_range = TAKE_ANY(scan, LINKS) >= 0; /* 12月18-20日 */
    scan->at = is_range ? behind : from;
    return is_range;
}

static bool take_year(struct scan *scan, struct when *when) {
    static const uint16_t *const WORDS[] = {u"今年", u"本年", u"当年", u"明年", u"去年"};
    static const int SHIFTS[] = {0, 0, 0, 1, -1};
    const uint32_t from = scan->at;
    if (numeral_year(scan->paper, &scan->at, &when->year) && take(scan, u"年")) return true;
    scan->at = from;
    when->year = 0;
    const int word = TAKE_ANY(scan, WORDS);
    if (word >= 0) when->number = SHIFTS[word];
    return word >= 0;
}

/* 2026年12月7日, 12月7日, 12月底, 今年12月底; 年底. */
static bool scan_date(struct scan *scan, struct when *when) {
    static const uint16_t *const YEAR_ENDS[] = {u"年底", u"年末", u"年终"}, *const ENDS[] = {u"底", u"末"};
    if (TAKE_ANY(scan, YEAR_ENDS) >= 0) {
        when->base = WHEN_YEAR_END;
        return true;
    }
    const bool has_year = take_year(scan, when);
    if (has_year && TAKE_ANY(scan, ENDS) >= 0) {
        when->base = WHEN_YEAR_END;
        return true;
    }
    when->base = WHEN_DATE;
    if (!take_number(scan, &when->month) || when->month < 1 || when->month > 12 || !take(scan, u"月")) return false;
    if (take(scan, u"份")) return false;
    return take_day(scan, &when->day);
}

/* 2026-12-07, 2026.12.7, 2026/12/7. */
static bool scan_numeric_date(struct scan *scan, struct when *when) {
    static const uint16_t *const MARKS[] = {u"-", u".", u"/"};
    when->base = WHEN_DATE;
    if (!numeral_year(scan->paper, &scan->at, &when->year)) return false;
    const int mark = TAKE_ANY(scan, MARKS);
    if (mark < 0 || !take_number(scan, &when->month) || when->month < 1 || when->month > 12) return false;
    return take(scan, MARKS[mark]) && take_number(scan, &when->day) && when->day >= 1 && when->day <= 31;
}

static bool scan_month(struct scan *scan, struct when *when) {
    static const uint16_t *const MONTHS[] = {u"本月", u"当月", u"这个月", u"月底", u"月末", u"下月", u"下个月", u"次月"};
    when->base = WHEN_MONTH;
    const int month = TAKE_ANY(scan, MONTHS);
    if (month < 0) return false;
    when->number = month >= 5;
    when->day = DAY_LAST;
    return month == 3 || month == 4 || take_day(scan, &when->day);
}

static bool scan_relative_day(struct scan *scan, struct when *when) {
    static const struct {
        const uint16_t *word;
        int days;
        enum when_part part;
    } DAYS[] = {{u"今日", 0, PART_NONE},    {u"今天", 0, PART_NONE},      {u"今晚", 0, PART_EVENING},
                {u"今早", 0, PART_MORNING}, {u"当日", 0, PART_NONE},      {u"当天", 0, PART_NONE},
                {u"当晚", 0, PART_EVENING}, {u"即日", 0, PART_NONE},      {u"明日", 1, PART_NONE},
                {u"明天", 1, PART_NONE},    {u"明早", 1, PART_MORNING},   {u"明晚", 1, PART_EVENING},
                {u"次日", 1, PART_NONE},    {u"翌日", 1, PART_NONE},      {u"后天", 2, PART_NONE},
                {u"后日", 2, PART_NONE},    {u"明上午", 1, PART_MORNING}, {u"今下午", 0, PART_AFTERNOON}};
    when->base = WHEN_DAYS;
    for (size_t i = 0; i < sizeof DAYS / sizeof *DAYS; i++)
        if (take(scan, DAYS[i].word)) {
            when->number = DAYS[i].days;
            when->part = DAYS[i].part;
            when->of_event = DAYS[i].word[0] == u'次' || DAYS[i].word[0] == u'翌';
            return true;
        }
    return false;
}

static bool take_weekday(struct scan *scan, int *out) {
    static const uint16_t *const DAYS[] = {u"一", u"二", u"三", u"四", u"五", u"六", u"日", u"天", u"末"};
    static const int NUMBERS[] = {1, 2, 3, 4, 5, 6, 7, 7, 7};
    const int day = TAKE_ANY(scan, DAYS);
    if (day >= 0) *out = NUMBERS[day];
    return day >= 0;
}

static bool scan_weekday(struct scan *scan, struct when *when) {
    static const uint16_t *const WEEKS[] = {u"本周", u"这周", u"本星期", u"下周", u"下星期", u"周", u"星期", u"礼拜"};
    const int week = TAKE_ANY(scan, WEEKS);
    if (week < 0) return false;
    when->base = week >= 5 ? WHEN_NEXT_WEEKDAY : WHEN_WEEKDAY;
    when->number = week == 3 || week == 4;
    return take_weekday(scan, &when->weekday);
}

/* 每日, 每周五, 每月28日, 每月底, 每季度末月25日. */
static bool scan_recurring(struct scan *scan, struct when *when) {
    static const uint16_t *const DAYS[] = {u"日", u"天"}, *const WEEKS[] = {u"周", u"星期"}, *const ENDS[] = {u"底", u"末"};
    if (!take(scan, u"每")) return false;
    when->base = WHEN_DAYS;
    when->period = PERIOD_DAILY;
    if (TAKE_ANY(scan, DAYS) >= 0) return true;
    when->base = WHEN_NEXT_WEEKDAY;
    when->period = PERIOD_WEEKLY;
    if (TAKE_ANY(scan, WEEKS) >= 0) return take_weekday(scan, &when->weekday);
    when->base = WHEN_MONTH;
    when->day = DAY_LAST;
    when->period = PERIOD_MONTHLY;
    if (take(scan, u"月")) return take(scan, u"月底") || take_day(scan, &when->day);
    when->period = PERIOD_QUARTERLY;
    if (!take(scan, u"季") || (take(scan, u"度"), TAKE_ANY(scan, ENDS) < 0)) return false;
    static const uint16_t *const MONTHS[] = {u"一个月", u"个月", u"月"};
    if (TAKE_ANY(scan, MONTHS) >= 0) take_day(scan, &when->day);
    return true;
}

/* 三个工作日内, 2日内, 24小时以内, 一周内, 一个月之内. */
static bool scan_within(struct scan *scan, struct when *when) {
    static const uint16_t *const UNITS[] = {u"个工作日", u"工作日", u"小时", u"个小时", u"日",  u"个自然日",
                                            u"自然日",   u"天",     u"周",   u"个星期", u"个月"};
    static const enum when_unit KINDS[] = {UNIT_WORKDAY, UNIT_WORKDAY, UNIT_HOUR, UNIT_HOUR, UNIT_DAY,  UNIT_DAY,
                                           UNIT_DAY,     UNIT_DAY,     UNIT_WEEK, UNIT_WEEK, UNIT_MONTH};
    static const uint16_t *const ENDS[] = {u"内", u"之内", u"以内"};
    when->base = WHEN_WITHIN;
    if (!take_number(scan, &when->number)) return false;
    const int unit = TAKE_ANY(scan, UNITS);
    if (unit < 0 || TAKE_ANY(scan, ENDS) < 0) return false;
    when->unit = KINDS[unit];
    return true;
}

/* "至20日" behind "12月18日". */
static bool scan_rest_of_range(struct scan *scan, struct when *when, const struct when *before) {
    if (!before || before->base != WHEN_DATE) return false;
    *when = (struct when){.base = WHEN_DATE, .year = before->year, .month = before->month, .minute = -1, .period = -1};
    return take_day(scan, &when->day) && when->day > 0;
}

/* Hours of a clock with twelve of them, by the part of the day that was named. */
static int hour_of(enum when_part part, bool is_noon, int hour) {
    if (hour == 12 && part == PART_EVENING) return 24; /* 今晚12点 */
    if (hour >= 12 || part == PART_MORNING || part == PART_NONE) return hour;
    return is_noon && hour >= 10 ? hour : hour + 12;
}

static bool take_clock(struct scan *scan, enum when_part part, bool is_noon, struct when *when) {
    static const uint16_t *const MARKS[] = {u"时", u"点", u":"};
    const uint32_t from = scan->at;
    int hour, minute = 0;
    if (!take_number(scan, &hour) || hour > 24) return scan->at = from, false;
    const int mark = TAKE_ANY(scan, MARKS);
    if (mark < 0) return scan->at = from, false;
    const uint32_t behind = scan->at;
    if (take(scan, u"半"))
        minute = 30;
    else if (!take_number(scan, &minute) || minute > 59) {
        scan->at = behind;
        minute = 0;
        if (mark == 2) return scan->at = from, false;
    }
    static const uint16_t *const TAILS[] = {u"分", u"整", u"钟"};
    (void)TAKE_ANY(scan, TAILS);
    when->minute = hour_of(part, is_noon, hour) * 60 + minute;
    return when->minute <= DAY_MINUTES;
}

/* A clock time, a part of the day, or the end of office hours; nothing at all is well, too. */
static void scan_time(struct scan *scan, struct when *when) {
    static const uint16_t *const WORDS[] = {u"上午", u"早上", u"凌晨", u"早",   u"中午",
                                            u"下午", u"傍晚", u"晚上", u"夜间", u"晚"};
    static const enum when_part PARTS[] = {PART_MORNING,   PART_MORNING, PART_MORNING, PART_MORNING, PART_AFTERNOON,
                                           PART_AFTERNOON, PART_EVENING, PART_EVENING, PART_EVENING, PART_EVENING};
    const uint32_t from = scan->at;
    const int word = TAKE_ANY(scan, WORDS);
    enum when_part part = word >= 0 ? PARTS[word] : when->part;
    if (take_clock(scan, part, word == 4, when)) {
        when->part = PART_NONE;
        return;
    }
    if (word == 4) { /* noon is a time of its own */
        when->minute = 12 * 60;
        part = PART_NONE;
    } else if (take(scan, u"下班"))
        part = PART_OFFICE_END;
    else if (take(scan, u"上班"))
        part = PART_OFFICE_START;
    else if (word < 0)
        scan->at = from;
    if (part == PART_OFFICE_END && word >= 0 && PARTS[word] == PART_MORNING) part = PART_MORNING;
    when->part = part;
}

typedef bool scan_base(struct scan *scan, struct when *when);

static bool try_base(struct scan *scan, scan_base *read, struct when *when) {
    struct scan next = *scan;
    struct when found = {.minute = -1, .period = -1};
    if (!read(&next, &found)) return false;
    *scan = next;
    *when = found;
    return true;
}

static bool scan_any_base(struct scan *scan, struct when *when) {
    static scan_base *const BASES[] = {scan_within,    scan_numeric_date, scan_date,   scan_month,
                                       scan_recurring, scan_relative_day, scan_weekday};
    for (size_t i = 0; i < sizeof BASES / sizeof *BASES; i++)
        if (try_base(scan, BASES[i], when)) return true;
    return false;
}

/* "(星期五)" says nothing new; "明天(12月30日)" says which day. */
static void skip_remark(struct scan *scan, struct when *when) {
    struct scan inner = *scan;
    struct when named;
    if (!take(&inner, u"(") || !scan_any_base(&inner, &named) || !take(&inner, u")")) return;
    if (named.base == WHEN_DATE && when->base != WHEN_DATE && when->period < 0) {
        const enum when_part part = when->part;
        *when = named;
        when->part = part;
    }
    *scan = inner;
}

bool when_scan(const struct paper *paper, uint32_t *at, const struct when *before, struct when *out) {
    struct scan scan = {paper, *at};
    struct when when;
    if (!scan_any_base(&scan, &when)) {
        scan.at = *at;
        if (!scan_rest_of_range(&scan, &when, before)) return false;
    }
    if (before && before->base == WHEN_DATE && when.base == WHEN_DATE && when.year == 0) {
        when.year = before->year;
        when.inherits_year = true;
    }
    if (when.base != WHEN_WITHIN) {
        skip_remark(&scan, &when);
        scan_time(&scan, &when);
    }
    *at = scan.at;
    *out = when;
    return true;
}
