#include <rule/world/argument.h>
#include <rule/world/protect.h>

int argument_refuse(lua_State *lua, int index, const char *helper, const char *zh, const char *en) {
    const char *is = lua_typename(lua, lua_type(lua, index));
    /* Both sentences take all arguments and each leaves the other's noun out. */
    return SANDBOX_THROW(lua, "%s 的第 %d 个参数应为%s%.0s，实为 %s", "%s: argument %d should be %.0s%s, is %s", helper, index,
                         zh, en, is);
}

struct str argument_text(lua_State *lua, int index, const char *helper) {
    if (lua_type(lua, index) != LUA_TSTRING) argument_refuse(lua, index, helper, "文字", "a text");
    struct str text;
    text.at = lua_tolstring(lua, index, &text.length);
    return text;
}

size_t argument_list(lua_State *lua, int index, const char *helper) {
    if (lua_type(lua, index) != LUA_TTABLE) argument_refuse(lua, index, helper, "列表", "a list");
    protect_push_inner(lua, index);
    return lua_rawlen(lua, -1);
}

bool argument_whole(lua_State *lua, int index, int64_t *out) {
    if (lua_type(lua, index) != LUA_TNUMBER) return false;
    int whole = 0;
    *out = lua_tointegerx(lua, index, &whole);
    return whole != 0;
}

int64_t argument_integer(lua_State *lua, int index, const char *helper) {
    int64_t number = 0;
    if (!argument_whole(lua, index, &number)) argument_refuse(lua, index, helper, "整数", "a whole number");
    return number;
}

int64_t argument_minute(lua_State *lua, int index, const char *helper) {
    int64_t minute = 0;
    if (!argument_whole(lua, index, &minute) || minute < ARGUMENT_FIRST_MINUTE || minute > ARGUMENT_LAST_MINUTE)
        argument_refuse(lua, index, helper, "时间（1900 至 2999 年）", "a time (of the years 1900 to 2999)");
    return minute;
}

double argument_number(lua_State *lua, int index, const char *helper) {
    if (lua_type(lua, index) != LUA_TNUMBER) argument_refuse(lua, index, helper, "数", "a number");
    return lua_tonumber(lua, index);
}
