#include <math.h>
#include <rule/world/argument.h>
#include <rule/world/helper.h>

/* The whole number `value` as an integer where it fits, as Lua's own floor and ceil do. */
static int push_whole(lua_State *lua, lua_Number value) {
    if (value >= -0x1p62 && value <= 0x1p62)
        lua_pushinteger(lua, (lua_Integer)value);
    else
        lua_pushnumber(lua, value);
    return 1;
}

int helper_floor(lua_State *lua) {
    double number = argument_number(lua, 1, "math.floor");
    lua_settop(lua, 1);
    return lua_isinteger(lua, 1) ? 1 : push_whole(lua, floor(number));
}

int helper_ceil(lua_State *lua) {
    double number = argument_number(lua, 1, "math.ceil");
    lua_settop(lua, 1);
    return lua_isinteger(lua, 1) ? 1 : push_whole(lua, ceil(number));
}

/* The argument that is less than (or greater than) all others. */
static int furthest(lua_State *lua, const char *helper, bool greatest) {
    int count = lua_gettop(lua), best = 1;
    argument_number(lua, 1, helper);
    for (int i = 2; i <= count; i++) {
        argument_number(lua, i, helper);
        bool better = greatest ? lua_compare(lua, best, i, LUA_OPLT) : lua_compare(lua, i, best, LUA_OPLT);
        if (better) best = i;
    }
    lua_pushvalue(lua, best);
    return 1;
}

int helper_max(lua_State *lua) { return furthest(lua, "math.max", true); }

int helper_min(lua_State *lua) { return furthest(lua, "math.min", false); }

int helper_abs(lua_State *lua) {
    double number = argument_number(lua, 1, "math.abs");
    if (lua_isinteger(lua, 1)) {
        lua_Integer whole = lua_tointeger(lua, 1);
        lua_pushinteger(lua, whole < 0 ? (lua_Integer)(0u - (lua_Unsigned)whole) : whole);
    } else {
        lua_pushnumber(lua, fabs(number));
    }
    return 1;
}

int helper_type(lua_State *lua) {
    lua_pushstring(lua, lua_typename(lua, lua_type(lua, 1)));
    return 1;
}

/* Only what reads the same in every run: a table's or function's text would be its address. */
int helper_tostring(lua_State *lua) {
    lua_settop(lua, 1);
    switch (lua_type(lua, 1)) {
    case LUA_TNUMBER: lua_tostring(lua, 1); return 1;
    case LUA_TSTRING: return 1;
    case LUA_TBOOLEAN: lua_pushstring(lua, lua_toboolean(lua, 1) ? "true" : "false"); return 1;
    case LUA_TNIL: lua_pushliteral(lua, "nil"); return 1;
    default: return argument_refuse(lua, 1, "tostring", "数、文字或真假", "a number, a text or a boolean");
    }
}

int helper_tonumber(lua_State *lua) {
    lua_settop(lua, 1);
    if (lua_type(lua, 1) == LUA_TNUMBER) return 1;
    size_t length = 0;
    const char *text = lua_type(lua, 1) == LUA_TSTRING ? lua_tolstring(lua, 1, &length) : NULL;
    if (text == NULL || length > 64 || lua_stringtonumber(lua, text) != length + 1) lua_pushnil(lua);
    return 1;
}

int helper_select(lua_State *lua) {
    int count = lua_gettop(lua);
    if (lua_type(lua, 1) == LUA_TSTRING && strcmp(lua_tostring(lua, 1), "#") == 0) {
        lua_pushinteger(lua, count - 1);
        return 1;
    }
    int64_t first = argument_integer(lua, 1, "select");
    if (first < 1) argument_refuse(lua, 1, "select", "1 起的序号或“#”", "a position from 1, or \"#\"");
    return first >= count ? 0 : count - (int)first;
}
