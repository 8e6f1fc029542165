#include <read/day_text.h>

#include <base/day.h>
#include <stdio.h>
#include <stdlib.h>

#define SERIAL_FIRST 20000 /* 1954-10-03, counted from 1899-12-30 */
#define SERIAL_LAST 80000  /* 2119-01-10 */

static bool take(struct str *rest, struct str piece) {
    if (!str_starts_with(*rest, piece)) return false;
    *rest = (struct str){rest->at + piece.length, rest->length - piece.length};
    return true;
}

static bool take_any(struct str *rest, const char *const *pieces) {
    for (; *pieces; pieces++)
        if (take(rest, str_of(*pieces))) return true;
    return false;
}

static void skip_spaces(struct str *rest) {
    while (take(rest, STR(" ")) || take(rest, STR("　"))) continue;
}

/* A number of `least` to `most` digits, or -1. */
static int take_number(struct str *rest, size_t least, size_t most) {
    int number = 0;
    size_t count = 0;
    for (; count < rest->length && rest->at[count] >= '0' && rest->at[count] <= '9'; count++)
        number = count < most ? number * 10 + (rest->at[count] - '0') : number;
    if (count < least || count > most) return -1;
    *rest = (struct str){rest->at + count, rest->length - count};
    return number;
}

static bool take_day(struct str *rest, int *year, int *month, int *day) {
    static const char *const BEFORE[] = {"-", "/", ".", "年", "－", NULL}, *const BETWEEN[] = {"-", "/", ".", "月", "－", NULL},
                             *const BEHIND[] = {"日", "号", NULL};
    *year = take_number(rest, 4, 4);
    if (*year < 0 || !take_any(rest, BEFORE)) return false;
    *month = take_number(rest, 1, 2);
    if (*month < 0 || !take_any(rest, BETWEEN)) return false;
    *day = take_number(rest, 1, 2);
    (void)take_any(rest, BEHIND);
    return *day >= 0;
}

static bool take_minute(struct str *rest, int *minute) {
    static const char *const COLONS[] = {":", "：", NULL}, *const HOURS[] = {"时", "点", NULL};
    if (take_any(rest, HOURS)) {
        *minute = take(rest, STR("半"))                                          ? 30
                  : rest->length > 0 && rest->at[0] >= '0' && rest->at[0] <= '9' ? take_number(rest, 1, 2)
                                                                                 : 0;
        (void)take(rest, STR("分"));
        return *minute >= 0;
    }
    if (!take_any(rest, COLONS)) return false;
    *minute = take_number(rest, 2, 2);
    return *minute >= 0 && (!take_any(rest, COLONS) || take_number(rest, 2, 2) >= 0);
}

/* What stands behind the day; the hour stays -1 when there is no time. 24:00 is the end of the day. */
static bool take_time(struct str *rest, int *hour, int *minute) {
    static const char *const LATE[] = {"下午", "晚上", "晚", NULL}, *const EARLY[] = {"上午", "早上", "中午", NULL};
    skip_spaces(rest);
    (void)take(rest, STR("T"));
    bool is_late = take_any(rest, LATE), is_said = is_late || take_any(rest, EARLY);
    skip_spaces(rest);
    if (rest->length == 0 || rest->at[0] < '0' || rest->at[0] > '9') return !is_said;
    *hour = take_number(rest, 1, 2);
    if (*hour < 0 || !take_minute(rest, minute)) return false;
    if (is_late && *hour < 12) *hour += 12;
    if (*hour == 24 && *minute == 0) *hour = 23, *minute = 59;
    return true;
}

/* Whether what was put together is a day and time that exist. */
static bool settle(const char *room, int length, struct str *out) {
    int64_t minute;
    bool whole_day;
    if (length <= 0 || length >= DAY_TEXT_ROOM) return false;
    *out = (struct str){room, (size_t)length};
    return day_parse_time(*out, &minute, &whole_day);
}

bool day_text_plain(struct str text, bool is_end, char room[DAY_TEXT_ROOM], struct str *out) {
    static const char *const BY[] = {"之前", "以前", "前", NULL};
    struct str rest = str_trim(text);
    int year, month, day, hour = -1, minute = 0;
    if (!take_day(&rest, &year, &month, &day) || !take_time(&rest, &hour, &minute)) return false;
    skip_spaces(&rest);
    if (is_end) (void)take_any(&rest, BY);
    if (rest.length > 0 || month > 12 || day > 31 || hour > 23 || minute > 59) return false;
    int length = snprintf(room, DAY_TEXT_ROOM, "%04d-%02d-%02d", year, month, day);
    if (hour >= 0) length += snprintf(room + length, (size_t)(DAY_TEXT_ROOM - length), "T%02d:%02d", hour, minute);
    return settle(room, length, out);
}

bool day_text_serial(struct str serial, int32_t zero, char room[DAY_TEXT_ROOM], struct str *out) {
    struct str rest = serial;
    int days = take_number(&rest, 5, 5);
    if (days < SERIAL_FIRST || days > SERIAL_LAST) return false;
    double fraction = 0, unit = 0.1;
    if (rest.length > 0 && !take(&rest, STR("."))) return false;
    for (size_t i = 0; i < rest.length; i++, unit /= 10) {
        if (rest.at[i] < '0' || rest.at[i] > '9') return false;
        fraction += (rest.at[i] - '0') * unit;
    }
    int64_t minutes = (int64_t)(fraction * DAY_MINUTES + 0.5);
    if (minutes == 0) {
        *out = (struct str){room, day_format(zero + days, room)};
        return true;
    }
    *out = (struct str){room, day_format_minute((int64_t)(zero + days) * DAY_MINUTES + minutes, room)};
    return true;
}
