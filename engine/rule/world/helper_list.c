#include <rule/world/argument.h>
#include <rule/world/helper.h>
#include <rule/world/protect.h>

/* Whether the array at `list` holds a value equal to the one at `value`. */
static bool holds(lua_State *lua, int list, size_t count, int value) {
    sandbox_charge(lua, 1 + count / 4);
    bool found = false;
    for (size_t i = 1; i <= count && !found; i++) {
        lua_rawgeti(lua, list, (lua_Integer)i);
        found = lua_rawequal(lua, -1, value);
        lua_pop(lua, 1);
    }
    return found;
}

int helper_has(lua_State *lua) {
    size_t count = argument_list(lua, 1, "list.has");
    int type = lua_type(lua, 2);
    if (type != LUA_TSTRING && type != LUA_TNUMBER) argument_refuse(lua, 2, "list.has", "文字或数", "a text or a number");
    lua_pushboolean(lua, holds(lua, lua_gettop(lua), count, 2));
    return 1;
}

int helper_has_any(lua_State *lua) {
    size_t count = argument_list(lua, 1, "list.has_any");
    int list = lua_gettop(lua);
    size_t wanted = argument_list(lua, 2, "list.has_any");
    int any_of = lua_gettop(lua);
    bool found = false;
    for (size_t i = 1; i <= wanted && !found; i++) {
        lua_rawgeti(lua, any_of, (lua_Integer)i);
        found = holds(lua, list, count, lua_gettop(lua));
        lua_pop(lua, 1);
    }
    lua_pushboolean(lua, found);
    return 1;
}

int helper_count(lua_State *lua) {
    lua_pushinteger(lua, (lua_Integer)argument_list(lua, 1, "list.count"));
    return 1;
}

int helper_missing(lua_State *lua) {
    size_t needed = argument_list(lua, 1, "list.missing");
    int need = lua_gettop(lua);
    size_t held = argument_list(lua, 2, "list.missing");
    int have = lua_gettop(lua);
    lua_newtable(lua);
    int out = lua_gettop(lua);
    lua_Integer missing = 0;
    for (size_t i = 1; i <= needed; i++) {
        lua_rawgeti(lua, need, (lua_Integer)i);
        if (holds(lua, have, held, lua_gettop(lua)))
            lua_pop(lua, 1);
        else
            lua_rawseti(lua, out, ++missing);
    }
    return 1;
}

/* Pushes element `i` of the array at `list` as text. */
static struct str element_text(lua_State *lua, int list, size_t i) {
    int type = lua_rawgeti(lua, list, (lua_Integer)i);
    if (type != LUA_TSTRING && type != LUA_TNUMBER) argument_refuse(lua, 1, "list.join", "文字的列表", "a list of texts");
    struct str text;
    text.at = lua_tolstring(lua, -1, &text.length);
    return text;
}

int helper_join(lua_State *lua) {
    struct str between = lua_isnoneornil(lua, 2) ? STR("、") : argument_text(lua, 2, "list.join");
    size_t count = argument_list(lua, 1, "list.join");
    int list = lua_gettop(lua);
    sandbox_charge(lua, 1 + count);
    size_t length = 0;
    for (size_t i = 1; i <= count && length <= SANDBOX_MAX_TEXT; i++) {
        length += element_text(lua, list, i).length + (i > 1 ? between.length : 0);
        lua_pop(lua, 1);
    }
    if (length > SANDBOX_MAX_TEXT)
        return argument_refuse(lua, 1, "list.join", "合计 64 KiB 以内的文字", "texts of at most 64 KiB together");
    char *joined = lua_newuserdatauv(lua, length + 1, 0);
    size_t at = 0;
    for (size_t i = 1; i <= count; i++) {
        struct str text = element_text(lua, list, i);
        if (i > 1) memcpy(joined + at, between.at, between.length);
        if (i > 1) at += between.length;
        memcpy(joined + at, text.at, text.length);
        at += text.length;
        lua_pop(lua, 1);
    }
    lua_pushlstring(lua, joined, length);
    return 1;
}

int helper_insert(lua_State *lua) {
    if (lua_gettop(lua) != 2)
        SANDBOX_THROW(lua, "table.insert 只接受表和要追加的值", "table.insert takes a table and the value to append");
    if (lua_type(lua, 1) != LUA_TTABLE || protect_is_protected(lua, 1))
        argument_refuse(lua, 1, "table.insert", "规则自己建的表", "a table that the rule made itself");
    size_t count = lua_rawlen(lua, 1);
    if (count >= QUANZE_MAX_ELEMENTS)
        SANDBOX_THROW(lua, "表的元素超过上限 %d", "a table has more than the limit of %d elements", QUANZE_MAX_ELEMENTS);
    lua_rawseti(lua, 1, (lua_Integer)count + 1);
    return 0;
}
