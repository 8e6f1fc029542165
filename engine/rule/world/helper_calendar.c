#include <rule/world/argument.h>
#include <rule/world/helper.h>

/* Source of the definitions: model/calendar.h. */

#define MAX_WORKDAYS 10000

static int year_of(int64_t minute) { return day_to_civil(day_of_minute(minute)).year; }

/* Ends the run: it is unknown, for want of this year. */
static int miss(lua_State *lua, int year) {
    world_of(lua)->missing_year = year;
    return SANDBOX_THROW(lua, "没有 %d 年的工作日历", "there is no working calendar of %d", year);
}

static const struct calendar *calendar_for(lua_State *lua, int64_t minute) {
    const struct calendar *calendar = world_of(lua)->calendar;
    if (calendar == NULL) miss(lua, year_of(minute));
    return calendar;
}

int helper_working_hours(lua_State *lua) {
    int64_t from = argument_minute(lua, 1, "calendar.working_hours");
    int64_t to = argument_minute(lua, 2, "calendar.working_hours");
    int64_t minutes = 0;
    int year = 0;
    if (!calendar_working_minutes(calendar_for(lua, from), from, to, &minutes, &year)) return miss(lua, year);
    lua_pushnumber(lua, (lua_Number)minutes / 60.0);
    return 1;
}

int helper_add_workdays(lua_State *lua) {
    int64_t from = argument_minute(lua, 1, "calendar.add_workdays");
    int64_t days = argument_integer(lua, 2, "calendar.add_workdays");
    if (days < 0 || days > MAX_WORKDAYS)
        return argument_refuse(lua, 2, "calendar.add_workdays", "0 至 10000 的天数", "a number of days from 0 to 10000");
    sandbox_charge(lua, (size_t)days / 8);
    int64_t minute = 0;
    int year = 0;
    if (!calendar_add_workdays(calendar_for(lua, from), from, (int)days, &minute, &year)) return miss(lua, year);
    lua_pushinteger(lua, minute);
    return 1;
}

int helper_is_workday(lua_State *lua) {
    int64_t minute = argument_minute(lua, 1, "calendar.is_workday");
    bool workday = false;
    int year = 0;
    if (!calendar_is_workday(calendar_for(lua, minute), day_of_minute(minute), &workday, &year)) return miss(lua, year);
    lua_pushboolean(lua, workday);
    return 1;
}

int helper_is_holiday(lua_State *lua) {
    int64_t minute = argument_minute(lua, 1, "calendar.is_holiday");
    bool holiday = false;
    int year = 0;
    if (!calendar_is_holiday(calendar_for(lua, minute), day_of_minute(minute), &holiday, &year)) return miss(lua, year);
    lua_pushboolean(lua, holiday);
    return 1;
}

int helper_weekday(lua_State *lua) {
    int64_t minute = argument_minute(lua, 1, "calendar.weekday");
    lua_pushinteger(lua, day_weekday(day_of_minute(minute)));
    return 1;
}

int helper_minute_of_day(lua_State *lua) {
    int64_t minute = argument_minute(lua, 1, "calendar.minute_of_day");
    lua_pushinteger(lua, day_minute_of(minute));
    return 1;
}

int helper_workdays_between(lua_State *lua) {
    int64_t from = argument_minute(lua, 1, "calendar.workdays_between");
    int64_t to = argument_minute(lua, 2, "calendar.workdays_between");
    int32_t first = day_of_minute(from), last = day_of_minute(to);
    if (last > first) sandbox_charge(lua, (size_t)(last - first) / 8);
    int64_t count = 0;
    int year = 0;
    if (!calendar_workdays_between(calendar_for(lua, from), first, last, &count, &year)) return miss(lua, year);
    lua_pushinteger(lua, count);
    return 1;
}
