#include <model/calendar.h>

enum { LONGEST_YEAR = 366 };

static bool bit(const uint64_t words[6], int day_of_year) { return (words[day_of_year / 64] >> (day_of_year % 64)) & 1; }

static int32_t first_day(int year) { return day_from_civil((struct civil){year, 1, 1}); }

void calendar_year_finish(struct calendar_year *year) {
    const int days = first_day(year->year + 1) - first_day(year->year);
    uint32_t minutes = 0;
    for (int day = 0; day <= LONGEST_YEAR; day++) {
        year->minutes_before[day] = minutes;
        if (day < days && bit(year->workdays, day)) minutes += (uint32_t)year->hours.minutes;
    }
}

static const struct calendar_year *find_year(const struct calendar *calendar, int year, int *missing_year) {
    for (size_t i = 0; i < calendar->year_count; i++)
        if (calendar->years[i].year == year) return &calendar->years[i];
    if (missing_year) *missing_year = year;
    return NULL;
}

const struct calendar_year *calendar_year_of(const struct calendar *calendar, int32_t day) {
    return find_year(calendar, day_to_civil(day).year, NULL);
}

/* The year of a day and which day of it that is; NULL when there is no such year. */
static const struct calendar_year *year_and_day(const struct calendar *calendar, int32_t day, int *day_of_year,
                                                int *missing_year) {
    const int year = day_to_civil(day).year;
    *day_of_year = day - first_day(year);
    return find_year(calendar, year, missing_year);
}

bool calendar_is_workday(const struct calendar *calendar, int32_t day, bool *out, int *missing_year) {
    int day_of_year;
    const struct calendar_year *year = year_and_day(calendar, day, &day_of_year, missing_year);
    if (year) *out = bit(year->workdays, day_of_year);
    return year != NULL;
}

bool calendar_is_holiday(const struct calendar *calendar, int32_t day, bool *out, int *missing_year) {
    int day_of_year;
    const struct calendar_year *year = year_and_day(calendar, day, &day_of_year, missing_year);
    if (year) *out = bit(year->holidays, day_of_year);
    return year != NULL;
}

bool calendar_workdays_between(const struct calendar *calendar, int32_t from, int32_t to, int64_t *out, int *missing_year) {
    int64_t workdays = 0;
    for (int64_t day = (int64_t)from + 1; day <= to; day++) {
        bool workday;
        if (!calendar_is_workday(calendar, (int32_t)day, &workday, missing_year)) return false;
        workdays += workday;
    }
    *out = workdays;
    return true;
}

/* Office minutes of a working day before a minute of it. */
static int minutes_until(const struct office_hours *hours, int minute_of_day) {
    int minutes = 0;
    for (size_t i = 0; i < hours->count; i++) {
        const int end = minute_of_day < hours->span[i].to ? minute_of_day : hours->span[i].to;
        if (end > hours->span[i].from) minutes += end - hours->span[i].from;
    }
    return minutes;
}

/* Working minutes of the year before a minute of one of its days (0..1440). */
static int64_t minutes_before(const struct calendar_year *year, int day_of_year, int minute_of_day) {
    const int of_day = bit(year->workdays, day_of_year) ? minutes_until(&year->hours, minute_of_day) : 0;
    return (int64_t)year->minutes_before[day_of_year] + of_day;
}

bool calendar_working_minutes(const struct calendar *calendar, int64_t from, int64_t to, int64_t *out, int *missing_year) {
    int from_day, last_day;
    const struct calendar_year *year = year_and_day(calendar, day_of_minute(from), &from_day, missing_year);
    if (!year) return false;
    if (to <= from) return *out = 0, true;
    /* The last minute counted is the one before `to`, so that midnight at New Year does not ask for another year. */
    const struct calendar_year *last = year_and_day(calendar, day_of_minute(to - 1), &last_day, missing_year);
    if (!last) return false;
    int64_t minutes =
        minutes_before(last, last_day, day_minute_of(to - 1) + 1) - minutes_before(year, from_day, day_minute_of(from));
    for (; year != last; year++) {
        if (!find_year(calendar, year->year + 1, missing_year)) return false;
        minutes += year->minutes_before[LONGEST_YEAR];
    }
    *out = minutes;
    return true;
}

bool calendar_add_workdays(const struct calendar *calendar, int64_t from, int workdays, int64_t *out, int *missing_year) {
    int32_t day = day_of_minute(from) - (workdays > 0 ? 0 : 1);
    int left = workdays > 0 ? workdays : 1;
    while (left > 0) {
        bool workday;
        if (!calendar_is_workday(calendar, ++day, &workday, missing_year)) return false;
        left -= workday;
    }
    const struct calendar_year *year = calendar_year_of(calendar, day);
    const int closing = year->hours.count ? year->hours.span[year->hours.count - 1].to : 0;
    *out = (int64_t)day * DAY_MINUTES + closing;
    return true;
}

bool calendar_day_minutes(const struct calendar *calendar, int32_t day, int *out, int *missing_year) {
    const struct calendar_year *year = find_year(calendar, day_to_civil(day).year, missing_year);
    if (year) *out = year->hours.minutes;
    return year != NULL;
}

void calendar_free(struct calendar *calendar) {
    arena_free(&calendar->arena);
    *calendar = (struct calendar){0};
}
