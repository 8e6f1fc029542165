/* when_resolve.c - which minute an expression means. */
#include <read/notice/when.h>

#define PAST_DAYS 45 /* a day without a year that lies further back than this means next year's */

static int days_in_month(int year, int month) {
    const struct civil first = {year, month, 1};
    const struct civil next = month == 12 ? (struct civil){year + 1, 1, 1} : (struct civil){year, month + 1, 1};
    return day_from_civil(next) - day_from_civil(first);
}

/* The day of a month, given by number or as "中旬", "底". */
static enum when_fault day_of_month(int year, int month, int day, int32_t *out) {
    if (day == DAY_VAGUE) return WHEN_VAGUE;
    const int last = days_in_month(year, month);
    const int number = day == DAY_LAST ? last : day < 0 ? -day : day;
    if (number > last) return WHEN_NOT_A_DAY;
    *out = day_from_civil((struct civil){year, month, number});
    return WHEN_FINE;
}

static enum when_fault resolve_date(const struct when *when, const struct when_world *world, int32_t *out) {
    if (when->year != 0) return day_of_month(when->year, when->month, when->day, out);
    if (world->day == DAY_NONE) return WHEN_NO_DAY;
    const int year = day_to_civil(world->day).year + when->number;
    const enum when_fault fault = day_of_month(year, when->month, when->day, out);
    const bool is_past = fault == WHEN_FINE && *out < world->day - PAST_DAYS && when->number == 0;
    return is_past ? day_of_month(year + 1, when->month, when->day, out) : fault;
}

static enum when_fault month_on(const struct when *when, const struct when_world *world, int months, int32_t *out) {
    const struct civil today = day_to_civil(world->day);
    const int month = today.month - 1 + months;
    return day_of_month(today.year + month / 12, month % 12 + 1, when->day, out);
}

/* The next such day of a month, or of the last month of a quarter. */
static enum when_fault resolve_month(const struct when *when, const struct when_world *world, int32_t *out) {
    enum { QUARTER = 5 }; /* index of "quarterly" in PERIOD */
    if (when->period < 0) return month_on(when, world, when->number, out);
    const int step = when->period == QUARTER ? 3 : 1;
    int months = step == 3 ? 2 - (day_to_civil(world->day).month - 1) % 3 : 0;
    const enum when_fault fault = month_on(when, world, months, out);
    return fault == WHEN_FINE && *out < world->day ? month_on(when, world, months + step, out) : fault;
}

static enum when_fault resolve_day(const struct when *when, const struct when_world *world, int32_t *out) {
    if (when->base == WHEN_DATE) return resolve_date(when, world, out);
    if (when->base == WHEN_YEAR_END && when->year != 0) return day_of_month(when->year, 12, DAY_LAST, out);
    if (world->day == DAY_NONE) return WHEN_NO_DAY;
    const int weekday = day_weekday(world->day);
    switch (when->base) {
    case WHEN_YEAR_END: return day_of_month(day_to_civil(world->day).year + when->number, 12, DAY_LAST, out);
    case WHEN_MONTH: return resolve_month(when, world, out);
    case WHEN_DAYS: *out = world->day + when->number; return WHEN_FINE;
    case WHEN_WEEKDAY: *out = world->day - weekday + 7 * when->number + when->weekday; return WHEN_FINE;
    case WHEN_NEXT_WEEKDAY: *out = world->day + (when->weekday - weekday + 7) % 7; return WHEN_FINE;
    case WHEN_DATE:
    case WHEN_WITHIN: break;
    }
    return WHEN_VAGUE;
}

/* The office hours of a day's year. */
static enum when_fault find_hours(const struct when_world *world, int32_t day, const struct office_hours **out,
                                  int *missing_year) {
    const struct calendar_year *year = world->calendar ? calendar_year_of(world->calendar, day) : NULL;
    *missing_year = day_to_civil(day).year;
    if (!year || year->hours.count == 0) return WHEN_NO_CALENDAR;
    *out = &year->hours;
    return WHEN_FINE;
}

/* The minute of the day at which a part of it ends or begins. */
static enum when_fault minute_of_part(const struct when *when, const struct when_world *world, int32_t day, bool latest,
                                      struct value *out, int *missing_year) {
    const struct office_hours *hours = NULL;
    if (when->part == PART_EVENING) {
        *out = (struct value){.number = (int64_t)day * DAY_MINUTES + DAY_MINUTES - 1, .state = VALUE_GIVEN, .whole_day = true};
        return latest ? WHEN_FINE : WHEN_VAGUE;
    }
    const enum when_fault fault = find_hours(world, day, &hours, missing_year);
    if (fault != WHEN_FINE) return fault;
    const bool is_first = when->part == PART_MORNING || when->part == PART_OFFICE_START;
    const size_t span = is_first ? 0 : hours->count - 1;
    const bool wants_end = when->part == PART_OFFICE_END || (latest && when->part != PART_OFFICE_START);
    const int minute = wants_end ? hours->span[span].to : hours->span[span].from;
    *out = value_number((int64_t)day * DAY_MINUTES + minute);
    return WHEN_FINE;
}

static enum when_fault resolve_minute(const struct when *when, const struct when_world *world, int32_t day, bool latest,
                                      struct value *out, int *missing_year) {
    const int64_t start = (int64_t)day * DAY_MINUTES;
    if (when->minute >= 0) {
        *out = value_number(start + when->minute);
        return WHEN_FINE;
    }
    if (when->part != PART_NONE && (latest || when->part == PART_OFFICE_END || when->part == PART_OFFICE_START))
        return minute_of_part(when, world, day, latest, out, missing_year);
    *out = (struct value){.number = start + (latest ? DAY_MINUTES - 1 : 0), .state = VALUE_GIVEN, .whole_day = true};
    return WHEN_FINE;
}

static enum when_fault resolve_workdays(const struct when *when, const struct when_world *world, struct value *out,
                                        int *missing_year) {
    int64_t minute;
    *missing_year = day_to_civil(day_of_minute(world->received)).year;
    if (!world->calendar || !calendar_add_workdays(world->calendar, world->received, when->number, &minute, missing_year))
        return WHEN_NO_CALENDAR;
    *out = value_number(minute);
    return WHEN_FINE;
}

static enum when_fault resolve_within(const struct when *when, const struct when_world *world, struct value *out,
                                      int *missing_year) {
    if (world->received == INT64_MIN) return WHEN_NO_DAY;
    int32_t day = day_of_minute(world->received);
    switch (when->unit) {
    case UNIT_WORKDAY: return resolve_workdays(when, world, out, missing_year);
    case UNIT_HOUR:
        if (!world->received_exactly) return WHEN_NO_HOUR;
        *out = value_number(world->received + (int64_t)when->number * 60);
        return WHEN_FINE;
    case UNIT_DAY: day += when->number; break;
    case UNIT_WEEK: day += 7 * when->number; break;
    case UNIT_MONTH: {
        const struct civil from = day_to_civil(day);
        const int month = from.month - 1 + when->number, year = from.year + month / 12;
        const int last = days_in_month(year, month % 12 + 1);
        day = day_from_civil((struct civil){year, month % 12 + 1, from.day < last ? from.day : last});
        break;
    }
    }
    *out = (struct value){.number = (int64_t)day * DAY_MINUTES + DAY_MINUTES - 1, .state = VALUE_GIVEN, .whole_day = true};
    return WHEN_FINE;
}

enum when_fault when_resolve(const struct when *when, const struct when_world *world, bool latest, struct value *out,
                             int *missing_year) {
    if (when->base == WHEN_WITHIN) return resolve_within(when, world, out, missing_year);
    int32_t day;
    /* "in the last ten days of May" ends on the 31st, but when it begins is not told. */
    if (!latest && when->day < 0) return WHEN_VAGUE;
    const enum when_fault fault = resolve_day(when, world, &day);
    return fault == WHEN_FINE ? resolve_minute(when, world, day, latest, out, missing_year) : fault;
}
