/* day.h - civil dates and minutes, without any clock or time zone.
 *
 * A day is counted from 1970-01-01 (day 0, a Thursday) in the proleptic Gregorian calendar; a minute from
 * 1970-01-01T00:00 local time. Papers carry local time, so there is no zone to convert.
 * Source: ISO 8601; Howard Hinnant, "chrono-compatible low-level date algorithms".
 */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include <base/str.h>

#define DAY_NONE INT32_MIN /* no day: an open end, a date not given */
#define DAY_MINUTES 1440

struct civil {
    int year, month, day; /* month 1..12, day 1..31 */
};

int32_t day_from_civil(struct civil civil);
struct civil day_to_civil(int32_t day);

/* 1 = Monday .. 7 = Sunday. */
int day_weekday(int32_t day);

/* The day on which a minute falls, and its minute of the day (0..1439). */
int32_t day_of_minute(int64_t minute);
int day_minute_of(int64_t minute);

/* Parses exactly YYYY-MM-DD, years 1900 to 2999. False for anything else, 31 February included. */
bool day_parse(struct str text, int32_t *day);

/* Parses YYYY-MM-DD, or with THH:MM, THH:MM:SS (or a space for T), optionally followed by +08:00 or Z+... which is refused
 * unless it is +08:00. `*whole_day` tells that no time was given; `*minute` is then 00:00. */
bool day_parse_time(struct str text, int64_t *minute, bool *whole_day);

/* "2023-12-07" and "2023-12-07T09:30". `out` holds at least 17 bytes; returns the length. */
size_t day_format(int32_t day, char *out);
size_t day_format_minute(int64_t minute, char *out);

#endif
