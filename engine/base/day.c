#include <base/day.h>

enum { ERA_YEARS = 400, ERA_DAYS = 146097, DAYS_TO_1970 = 719468 };

int32_t day_from_civil(struct civil civil) {
    /* Years begin in March, so that the leap day is the last of the year. */
    const int year = civil.year - (civil.month <= 2);
    const int era = (year >= 0 ? year : year - (ERA_YEARS - 1)) / ERA_YEARS;
    const int year_of_era = year - era * ERA_YEARS;
    const int month = civil.month > 2 ? civil.month - 3 : civil.month + 9;
    const int day_of_year = (153 * month + 2) / 5 + civil.day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * ERA_DAYS + day_of_era - DAYS_TO_1970;
}

struct civil day_to_civil(int32_t day) {
    const int64_t shifted = (int64_t)day + DAYS_TO_1970;
    const int era = (int)((shifted >= 0 ? shifted : shifted - (ERA_DAYS - 1)) / ERA_DAYS);
    const int day_of_era = (int)(shifted - (int64_t)era * ERA_DAYS);
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int month = (5 * day_of_year + 2) / 153;
    struct civil civil = {.month = month < 10 ? month + 3 : month - 9, .day = day_of_year - (153 * month + 2) / 5 + 1};
    civil.year = year_of_era + era * ERA_YEARS + (civil.month <= 2);
    return civil;
}

int day_weekday(int32_t day) {
    const int64_t from_monday = ((int64_t)day + 3) % 7;
    return (int)(from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

int32_t day_of_minute(int64_t minute) { return (int32_t)((minute >= 0 ? minute : minute - (DAY_MINUTES - 1)) / DAY_MINUTES); }

int day_minute_of(int64_t minute) { return (int)(minute - (int64_t)day_of_minute(minute) * DAY_MINUTES); }

/* The number that `count` digits at `at` make, or -1. */
static int digits(const char *at, size_t count) {
    int number = 0;
    for (size_t i = 0; i < count; i++) {
        if (at[i] < '0' || at[i] > '9') return -1;
        number = number * 10 + (at[i] - '0');
    }
    return number;
}

static int month_days(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

bool day_parse(struct str text, int32_t *day) {
    if (text.length != 10 || text.at[4] != '-' || text.at[7] != '-') return false;
    const struct civil civil = {digits(text.at, 4), digits(text.at + 5, 2), digits(text.at + 8, 2)};
    if (civil.year < 1900 || civil.year > 2999 || civil.month < 1 || civil.month > 12) return false;
    if (civil.day < 1 || civil.day > month_days(civil.year, civil.month)) return false;
    *day = day_from_civil(civil);
    return true;
}

/* Two digits at `at` with a colon before them when `colon`, less than `limit`; or -1. */
static int clock_part(const char *at, bool colon, int limit) {
    if (colon && *at++ != ':') return -1;
    const int number = digits(at, 2);
    return number < limit ? number : -1;
}

/* Parses HH:MM or HH:MM:SS; the minute of the day, or -1. */
static int clock_parse(struct str text) {
    if (text.length != 5 && text.length != 8) return -1;
    const int hour = clock_part(text.at, false, 24), minute = clock_part(text.at + 2, true, 60);
    const int second = text.length == 8 ? clock_part(text.at + 5, true, 60) : 0;
    return hour < 0 || minute < 0 || second < 0 ? -1 : hour * 60 + minute;
}

bool day_parse_time(struct str text, int64_t *minute, bool *whole_day) {
    int32_t day;
    if (text.length < 10 || !day_parse((struct str){text.at, 10}, &day)) return false;
    struct str rest = {text.at + 10, text.length - 10};
    if (rest.length == 0) {
        *minute = (int64_t)day * DAY_MINUTES;
        *whole_day = true;
        return true;
    }
    if (rest.at[0] != 'T' && rest.at[0] != ' ') return false;
    rest = (struct str){rest.at + 1, rest.length - 1};
    const struct str zone = STR("+08:00"); /* papers carry Beijing time; any other zone is refused, not converted */
    if (rest.length > zone.length && memcmp(rest.at + rest.length - zone.length, zone.at, zone.length) == 0)
        rest.length -= zone.length;
    const int minute_of_day = clock_parse(rest);
    if (minute_of_day < 0) return false;
    *minute = (int64_t)day * DAY_MINUTES + minute_of_day;
    *whole_day = false;
    return true;
}

static char *put_digits(char *out, int number, int count) {
    for (int i = count - 1; i >= 0; i--, number /= 10) out[i] = (char)('0' + number % 10);
    return out + count;
}

size_t day_format(int32_t day, char *out) {
    const struct civil civil = day_to_civil(day);
    char *at = put_digits(out, civil.year, 4);
    *at++ = '-';
    at = put_digits(at, civil.month, 2);
    *at++ = '-';
    at = put_digits(at, civil.day, 2);
    *at = '\0';
    return (size_t)(at - out);
}

size_t day_format_minute(int64_t minute, char *out) {
    char *at = out + day_format(day_of_minute(minute), out);
    const int minute_of_day = day_minute_of(minute);
    *at++ = 'T';
    at = put_digits(at, minute_of_day / 60, 2);
    *at++ = ':';
    at = put_digits(at, minute_of_day % 60, 2);
    *at = '\0';
    return (size_t)(at - out);
}
