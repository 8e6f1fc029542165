#include <base/utf8.h>
#include <rule/world/argument.h>
#include <rule/world/helper.h>

/* Bytes that are read in about the time of one Lua instruction. */
#define BYTES_PER_STEP 256

static struct str charged_text(lua_State *lua, int index, const char *helper) {
    struct str text = argument_text(lua, index, helper);
    sandbox_charge(lua, 1 + text.length / BYTES_PER_STEP);
    return text;
}

int helper_contains(lua_State *lua) {
    struct str text = charged_text(lua, 1, "text.contains");
    lua_pushboolean(lua, str_find(text, argument_text(lua, 2, "text.contains")) >= 0);
    return 1;
}

int helper_contains_any(lua_State *lua) {
    argument_text(lua, 1, "text.contains_any");
    size_t count = argument_list(lua, 2, "text.contains_any");
    int words = lua_gettop(lua);
    bool found = false;
    for (size_t i = 1; i <= count && !found; i++) {
        struct str text = charged_text(lua, 1, "text.contains_any");
        lua_rawgeti(lua, words, (lua_Integer)i);
        if (lua_type(lua, -1) != LUA_TSTRING) argument_refuse(lua, 2, "text.contains_any", "文字的列表", "a list of texts");
        struct str word;
        word.at = lua_tolstring(lua, -1, &word.length);
        found = str_find(text, word) >= 0;
        lua_pop(lua, 1);
    }
    lua_pushboolean(lua, found);
    return 1;
}

int helper_length(lua_State *lua) {
    struct str text = charged_text(lua, 1, "text.length");
    if (utf8_invalid_at(text) >= 0) argument_refuse(lua, 1, "text.length", "UTF-8 文字", "a text in UTF-8");
    lua_pushinteger(lua, (lua_Integer)utf8_length(text));
    return 1;
}

int helper_starts_with(lua_State *lua) {
    struct str text = argument_text(lua, 1, "text.starts_with");
    lua_pushboolean(lua, str_starts_with(text, argument_text(lua, 2, "text.starts_with")));
    return 1;
}

int helper_is_blank(lua_State *lua) {
    lua_pushboolean(lua, str_trim(charged_text(lua, 1, "text.is_blank")).length == 0);
    return 1;
}

int helper_len(lua_State *lua) {
    lua_pushinteger(lua, (lua_Integer)argument_text(lua, 1, "string.len").length);
    return 1;
}

/* A byte position as Lua counts: from 1, or from the end when negative. */
static int64_t position(lua_State *lua, int index, int64_t missing, size_t length) {
    if (lua_isnoneornil(lua, index)) return missing;
    int64_t at = argument_integer(lua, index, "string.sub");
    if (at >= 0) return at;
    return at < -(int64_t)length ? 0 : (int64_t)length + at + 1;
}

int helper_sub(lua_State *lua) {
    struct str text = charged_text(lua, 1, "string.sub");
    int64_t first = position(lua, 2, 1, text.length);
    int64_t last = position(lua, 3, (int64_t)text.length, text.length);
    if (first < 1) first = 1;
    if (last > (int64_t)text.length) last = (int64_t)text.length;
    if (first > last)
        lua_pushliteral(lua, "");
    else
        lua_pushlstring(lua, text.at + first - 1, (size_t)(last - first + 1));
    return 1;
}

/* The text with its ASCII letters between `first` and `last` turned into the other case. */
static int recased(lua_State *lua, const char *helper, char first, char last) {
    struct str text = charged_text(lua, 1, helper);
    if (text.length > SANDBOX_MAX_TEXT) argument_refuse(lua, 1, helper, "64 KiB 以内的文字", "a text of at most 64 KiB");
    char *copy = lua_newuserdatauv(lua, text.length + 1, 0);
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        copy[i] = (char)(c >= first && c <= last ? c ^ 0x20 : c);
    }
    lua_pushlstring(lua, copy, text.length);
    return 1;
}

int helper_upper(lua_State *lua) { return recased(lua, "string.upper", 'a', 'z'); }

int helper_lower(lua_State *lua) { return recased(lua, "string.lower", 'A', 'Z'); }
