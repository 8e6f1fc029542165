#include <rule/world/protect.h>

#define MAX_NESTING 16

/* The real table stands in the metatable under this key as well as under __index. */
#define INNER 1

static int refuse_write(lua_State *lua) {
    return SANDBOX_THROW(
        lua, "规则不得改写只读的表（要素、参数、帮助库、文件级的表）",
        "a rule may not write to a read-only table (facts, parameters, helper libraries, tables at file level)");
}

static int refuse_read(lua_State *lua) {
    const char *name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "?";
    return SANDBOX_THROW(lua, "规则里没有“%s”这个名字", "there is no name \"%s\" in the world of a rule", name);
}

static int inner_length(lua_State *lua) {
    protect_push_inner(lua, 1);
    lua_pushinteger(lua, (lua_Integer)lua_rawlen(lua, -1));
    return 1;
}

static void set_function(lua_State *lua, const char *name, lua_CFunction function) {
    lua_pushcfunction(lua, function);
    lua_setfield(lua, -2, name);
}

void protect_table(lua_State *lua) {
    lua_newtable(lua);
    lua_createtable(lua, 1, 3);
    lua_pushvalue(lua, -3);
    lua_rawseti(lua, -2, INNER);
    lua_pushvalue(lua, -3);
    lua_setfield(lua, -2, "__index");
    set_function(lua, "__newindex", refuse_write);
    set_function(lua, "__len", inner_length);
    lua_setmetatable(lua, -2);
    lua_remove(lua, -2);
}

void protect_push_environment(lua_State *lua) {
    lua_newtable(lua);
    lua_createtable(lua, 0, 2);
    set_function(lua, "__index", refuse_read);
    set_function(lua, "__newindex", refuse_write);
    lua_setmetatable(lua, -2);
}

bool protect_is_protected(lua_State *lua, int index) {
    if (!lua_getmetatable(lua, index)) return false;
    lua_pop(lua, 1);
    return true;
}

void protect_push_inner(lua_State *lua, int index) {
    lua_pushvalue(lua, index);
    if (!lua_getmetatable(lua, -1)) return;
    lua_rawgeti(lua, -1, INNER);
    lua_replace(lua, -3);
    lua_pop(lua, 1);
}

static void protect_value(lua_State *lua, int memo, int depth);

static void protect_entries(lua_State *lua, int memo, int depth) {
    int table = lua_gettop(lua);
    lua_pushnil(lua);
    while (lua_next(lua, table) != 0) {
        int key = lua_type(lua, -2);
        if (key != LUA_TSTRING && key != LUA_TNUMBER)
            SANDBOX_THROW(lua, "文件级的表只能用文字或数字作键", "keys of tables at file level must be texts or numbers");
        int type = lua_type(lua, -1);
        if (type != LUA_TTABLE && type != LUA_TFUNCTION) {
            lua_pop(lua, 1);
            continue;
        }
        protect_value(lua, memo, depth + 1);
        lua_pushvalue(lua, -2);
        lua_insert(lua, -2);
        lua_rawset(lua, table);
    }
}

/* Remembers under the value at -2 the value at -1, which stays. */
static void remember(lua_State *lua, int memo) {
    lua_pushvalue(lua, -2);
    lua_pushvalue(lua, -2);
    lua_rawset(lua, memo);
}

static void protect_function(lua_State *lua, int memo, int depth) {
    int function = lua_gettop(lua);
    lua_pushboolean(lua, 1);
    remember(lua, memo);
    lua_pop(lua, 1);
    for (int i = 1; lua_getupvalue(lua, function, i) != NULL; i++) {
        int type = lua_type(lua, -1);
        if (type == LUA_TTABLE || type == LUA_TFUNCTION) {
            protect_value(lua, memo, depth + 1);
            lua_setupvalue(lua, function, i);
        } else {
            lua_pop(lua, 1);
        }
    }
}

/* Replaces the table or function on top of the stack by what a running rule may see of it. */
static void protect_value(lua_State *lua, int memo, int depth) {
    if (depth > MAX_NESTING)
        SANDBOX_THROW(lua, "文件级的表嵌套超过 %d 层", "tables at file level are nested deeper than %d", MAX_NESTING);
    if (!lua_checkstack(lua, 16)) SANDBOX_THROW(lua, "%s", "%s", "stack");
    lua_pushvalue(lua, -1);
    int known = lua_rawget(lua, memo);
    if (known == LUA_TTABLE) {
        lua_replace(lua, -2);
        return;
    }
    lua_pop(lua, 1);
    if (known == LUA_TBOOLEAN || lua_iscfunction(lua, -1)) return;
    if (lua_isfunction(lua, -1)) {
        protect_function(lua, memo, depth);
    } else if (!protect_is_protected(lua, -1)) {
        lua_pushvalue(lua, -1);
        protect_table(lua);
        remember(lua, memo);
        lua_insert(lua, -2);
        protect_entries(lua, memo, depth);
        lua_pop(lua, 1);
    }
}

void protect_deep(lua_State *lua) {
    lua_newtable(lua);
    lua_insert(lua, -2);
    protect_value(lua, lua_gettop(lua) - 1, 0);
    lua_remove(lua, -2);
}

void protect_upvalues(lua_State *lua, int index) {
    int function = lua_absindex(lua, index);
    lua_newtable(lua);
    int memo = lua_gettop(lua);
    lua_pushvalue(lua, function);
    protect_value(lua, memo, 0);
    lua_settop(lua, memo - 1);
}
