/* calendar.h - working days and hours.
 *
 * A reader must believe: a year without a file is unknown, never "no holidays"; every function says so by returning false.
 * Source: State Council notices on each year's holidays; 国务院关于职工工作时间的规定 (8 hours a day, Saturday and Sunday
 * rest).
 */
#ifndef MODEL_CALENDAR_H
#define MODEL_CALENDAR_H

#include <base/day.h>
#include <base/digest.h>
#include <base/problem.h>

/* Office hours of a day as minutes of the day, ascending, not overlapping. */
struct office_hours {
    struct {
        int from, to;
    } span[4];
    size_t count;
    int minutes; /* sum of the spans */
};

struct calendar_year {
    int year;
    struct office_hours hours;
    uint64_t workdays[6];         /* bit d = day d of the year (from 0) is a working day */
    uint64_t holidays[6];         /* bit d = a public holiday (not a plain weekend) */
    uint32_t minutes_before[367]; /* working minutes of the year before day d */
};

struct calendar {
    struct arena arena;
    struct calendar_year *years; /* ascending, may have gaps */
    size_t year_count;
    struct digest digest;
};

/* Fills `minutes_before` of a year whose hours and days are set. */
void calendar_year_finish(struct calendar_year *year);

const struct calendar_year *calendar_year_of(const struct calendar *calendar, int32_t day);

/* Each writes its answer and returns true, or returns false when a year it needs is missing (`*missing_year`, if not NULL,
 * names it). */
bool calendar_is_workday(const struct calendar *calendar, int32_t day, bool *out, int *missing_year);

/* Whether a day is a public holiday; a plain weekend is none. */
bool calendar_is_holiday(const struct calendar *calendar, int32_t day, bool *out, int *missing_year);

/* Working days after the day `from`, up to and with the day `to`; 0 when `to` is not after `from`. */
bool calendar_workdays_between(const struct calendar *calendar, int32_t from, int32_t to, int64_t *out, int *missing_year);

/* Working minutes from one minute to a later one; 0 when `to` is not after `from`. */
bool calendar_working_minutes(const struct calendar *calendar, int64_t from, int64_t to, int64_t *out, int *missing_year);

/* The minute at which office hours end on the `workdays`-th working day after the day of `from` (0: that day, or the next
 * working day when it is none). */
bool calendar_add_workdays(const struct calendar *calendar, int64_t from, int workdays, int64_t *out, int *missing_year);

/* Working minutes of one full day in the year of `day`. */
bool calendar_day_minutes(const struct calendar *calendar, int32_t day, int *out, int *missing_year);

void calendar_free(struct calendar *calendar);

#endif
