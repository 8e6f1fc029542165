/* when.h - dates, times, deadlines and periods as notices write them.
 *
 * A reader must believe: finding an expression and knowing which minute it means are two steps; the second needs the day of the
 * notice and the working calendar, and says what it lacks instead of guessing.
 * Source: 党政机关公文格式 GB/T 9704 (dates); the deadlines of real notices.
 */
#ifndef READ_NOTICE_WHEN_H
#define READ_NOTICE_WHEN_H

#include <model/calendar.h>
#include <model/value.h>
#include <read/notice/paper.h>

enum when_base {
    WHEN_DATE,         /* month and day, or year, month and day */
    WHEN_DAYS,         /* today plus `number` days */
    WHEN_MONTH,        /* a day of the month that is `number` months on */
    WHEN_YEAR_END,     /* the last day of the year that is `number` years on */
    WHEN_WEEKDAY,      /* `weekday` of the week that is `number` weeks on */
    WHEN_NEXT_WEEKDAY, /* the next such day, today included */
    WHEN_WITHIN        /* `number` units after the notice */
};

enum when_unit { UNIT_HOUR, UNIT_DAY, UNIT_WORKDAY, UNIT_WEEK, UNIT_MONTH };

/* Days of a month that are not numbers. */
enum { DAY_TEN = -10, DAY_TWENTY = -20, DAY_LAST = -31, DAY_VAGUE = -1 };

/* Parts of a day that are not clock times. */
enum when_part { PART_NONE, PART_OFFICE_END, PART_OFFICE_START, PART_MORNING, PART_AFTERNOON, PART_EVENING };

struct when {
    enum when_base base;
    enum when_unit unit;
    enum when_part part;
    int year, month, day; /* 0 = not said; day may be one of the negatives above */
    int number, weekday;
    int minute;         /* of the day, up to 1440; -1 = not said */
    int period;         /* index into PERIOD when it comes again and again, else -1 */
    bool of_event;      /* the day after something that comes again: 次日 */
    bool inherits_year; /* of the expression before it: "2026年4月1日至4月10日" */
};

/* Reads an expression that begins at `*at`. `before` is the one that a range began with ("至" stands between), or NULL. */
bool when_scan(const struct paper *paper, uint32_t *at, const struct when *before, struct when *out);

/* What an expression is relative to. Minutes; INT64_MIN = not known. */
struct when_world {
    int32_t day;      /* of the notice, or DAY_NONE */
    int64_t received; /* when it came in, or the day's start where only the day is known */
    bool received_exactly;
    const struct calendar *calendar; /* may be NULL */
};

enum when_fault {
    WHEN_FINE,
    WHEN_NO_DAY,      /* the notice has no date, so year or day cannot be told */
    WHEN_NO_CALENDAR, /* `missing_year` of the calendar is needed */
    WHEN_VAGUE,       /* "月初", "上午" as a deadline without a day's hours */
    WHEN_NO_HOUR,     /* hours after receipt, and the hour of receipt is not known */
    WHEN_NOT_A_DAY    /* 2月30日 */
};

/* The minute that is meant. A part of a day means its end when `latest`, else its start. */
enum when_fault when_resolve(const struct when *when, const struct when_world *world, bool latest, struct value *out,
                             int *missing_year);

#endif
