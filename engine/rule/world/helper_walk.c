#include <rule/world/argument.h>
#include <rule/world/helper.h>
#include <stdlib.h>

/* ipairs and pairs. Both walk the table behind a protected one; pairs walks numbers first, then texts by their bytes,
 * because the order of Lua's own changes from run to run. */

static int next_of_array(lua_State *lua) {
    lua_Integer i = lua_tointeger(lua, 2) + 1;
    lua_pushinteger(lua, i);
    return lua_rawgeti(lua, 1, i) == LUA_TNIL ? 1 : 2;
}

int helper_ipairs(lua_State *lua) {
    argument_list(lua, 1, "ipairs");
    lua_pushcfunction(lua, next_of_array);
    lua_insert(lua, -2);
    lua_pushinteger(lua, 0);
    return 3;
}

struct key {
    struct str text; /* `at` NULL: a number */
    lua_Number number;
    lua_Integer place; /* in the table of keys */
};

static int compare_keys(const void *left, const void *right) {
    const struct key *a = left, *b = right;
    if (a->text.at != NULL && b->text.at != NULL) return str_compare(a->text, b->text);
    if (a->text.at != NULL || b->text.at != NULL) return a->text.at != NULL ? 1 : -1;
    return (a->number > b->number) - (a->number < b->number);
}

/* Pushes an array of the keys of the table at `table`, and returns how many there are. */
static size_t push_keys(lua_State *lua, int table) {
    lua_newtable(lua);
    int keys = lua_gettop(lua);
    size_t count = 0;
    lua_pushnil(lua);
    while (lua_next(lua, table) != 0) {
        int type = lua_type(lua, -2);
        if (type != LUA_TSTRING && type != LUA_TNUMBER)
            argument_refuse(lua, 1, "pairs", "以文字或数字为键的表", "a table with keys that are texts or numbers");
        lua_pop(lua, 1);
        lua_pushvalue(lua, -1);
        lua_rawseti(lua, keys, (lua_Integer)++count);
    }
    return count;
}

/* Leaves, of the array of keys on top, a sorted one in its place. */
static void sort_keys(lua_State *lua, size_t count) {
    int keys = lua_gettop(lua);
    struct key *sorted = lua_newuserdatauv(lua, (count + 1) * sizeof *sorted, 0);
    for (size_t i = 0; i < count; i++) {
        int type = lua_rawgeti(lua, keys, (lua_Integer)i + 1);
        sorted[i] = (struct key){.place = (lua_Integer)i + 1};
        if (type == LUA_TSTRING)
            sorted[i].text.at = lua_tolstring(lua, -1, &sorted[i].text.length);
        else
            sorted[i].number = lua_tonumber(lua, -1);
        lua_pop(lua, 1);
    }
    qsort(sorted, count, sizeof *sorted, compare_keys);
    lua_createtable(lua, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(lua, keys, sorted[i].place);
        lua_rawseti(lua, -2, (lua_Integer)i + 1);
    }
    lua_replace(lua, keys);
    lua_settop(lua, keys);
}

/* Upvalues: the table, its sorted keys, how many were walked. */
static int next_of_keys(lua_State *lua) {
    lua_Integer i = lua_tointeger(lua, lua_upvalueindex(3)) + 1;
    lua_pushinteger(lua, i);
    lua_replace(lua, lua_upvalueindex(3));
    if (lua_rawgeti(lua, lua_upvalueindex(2), i) == LUA_TNIL) return 1;
    lua_pushvalue(lua, -1);
    lua_rawget(lua, lua_upvalueindex(1));
    return 2;
}

int helper_pairs(lua_State *lua) {
    argument_list(lua, 1, "pairs");
    size_t count = push_keys(lua, lua_gettop(lua));
    sandbox_charge(lua, 1 + count * 4);
    sort_keys(lua, count);
    lua_pushinteger(lua, 0);
    lua_pushcclosure(lua, next_of_keys, 3);
    return 1;
}
