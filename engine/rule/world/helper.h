/* helper.h - every function that a rule can call, in five families.
 *
 * A reader must believe: each is linear in its arguments at most, says so to sandbox_charge where that can be much, and
 * throws a sentence in both languages for arguments that it does not understand.
 */
#ifndef RULE_HELPER_H
#define RULE_HELPER_H

#include <lua.h>

/* pass() fail(key, values) unknown("fact") set("fact", value), and any(...) all(...) over true, false and nil. */
int helper_pass(lua_State *lua);
int helper_fail(lua_State *lua);
int helper_unknown(lua_State *lua);
int helper_set(lua_State *lua);
int helper_any(lua_State *lua);
int helper_all(lua_State *lua);

/* calendar: times are minutes; a year without a file ends the run as unknown. */
int helper_working_hours(lua_State *lua);    /* (from, to) -> number */
int helper_add_workdays(lua_State *lua);     /* (time, days) -> the minute at which office hours end that day */
int helper_is_workday(lua_State *lua);       /* (time) */
int helper_is_holiday(lua_State *lua);       /* (time): a public holiday, not a plain weekend */
int helper_weekday(lua_State *lua);          /* (time) -> 1 = Monday .. 7 */
int helper_minute_of_day(lua_State *lua);    /* (time) -> 0..1439 */
int helper_workdays_between(lua_State *lua); /* (from, to) -> working days after the day of `from`, up to that of `to` */

/* text: (s, word), (s, {words}), (s), (s, prefix), (s). Lengths are code points. */
int helper_contains(lua_State *lua);
int helper_contains_any(lua_State *lua);
int helper_length(lua_State *lua);
int helper_starts_with(lua_State *lua);
int helper_is_blank(lua_State *lua);

/* list: arrays of texts or numbers. missing(need, have) -> what of `need` is not in `have`; join(l) -> "a、b". */
int helper_has(lua_State *lua);
int helper_has_any(lua_State *lua);
int helper_count(lua_State *lua);
int helper_missing(lua_State *lua);
int helper_join(lua_State *lua);

/* math, string (bytes, ASCII case), table, and the plain ones; pairs goes by sorted keys. */
int helper_floor(lua_State *lua);
int helper_ceil(lua_State *lua);
int helper_max(lua_State *lua);
int helper_min(lua_State *lua);
int helper_abs(lua_State *lua);
int helper_len(lua_State *lua);
int helper_sub(lua_State *lua);
int helper_upper(lua_State *lua);
int helper_lower(lua_State *lua);
int helper_insert(lua_State *lua);
int helper_ipairs(lua_State *lua);
int helper_pairs(lua_State *lua);
int helper_type(lua_State *lua);
int helper_tostring(lua_State *lua);
int helper_tonumber(lua_State *lua);
int helper_select(lua_State *lua);

#endif
