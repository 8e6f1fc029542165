#include <rule/world/helper.h>
#include <rule/world/library.h>
#include <rule/world/protect.h>

#define ENTRY(word, function)                                                                                                  \
    { {word, sizeof(word) - 1}, function }
#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define FUNCTION(word, function)                                                                                               \
    { {word, sizeof(word) - 1}, function, NULL, 0 }
#define TABLE(word, entries)                                                                                                   \
    { {word, sizeof(word) - 1}, NULL, entries, COUNT(entries) }

static const struct library_entry CALENDAR[] = {
    ENTRY("working_hours", helper_working_hours), ENTRY("day_hours", NULL),
    ENTRY("add_workdays", helper_add_workdays),   ENTRY("is_workday", helper_is_workday),
    ENTRY("is_holiday", helper_is_holiday),       ENTRY("weekday", helper_weekday),
    ENTRY("minute_of_day", helper_minute_of_day), ENTRY("workdays_between", helper_workdays_between),
};

static const struct library_entry TEXT[] = {
    ENTRY("contains", helper_contains),       ENTRY("contains_any", helper_contains_any), ENTRY("length", helper_length),
    ENTRY("starts_with", helper_starts_with), ENTRY("is_blank", helper_is_blank),
};

static const struct library_entry LIST[] = {
    ENTRY("has", helper_has),         ENTRY("has_any", helper_has_any), ENTRY("count", helper_count),
    ENTRY("missing", helper_missing), ENTRY("join", helper_join),
};

static const struct library_entry MATH[] = {
    ENTRY("floor", helper_floor), ENTRY("ceil", helper_ceil), ENTRY("max", helper_max),
    ENTRY("min", helper_min),     ENTRY("abs", helper_abs),
};

static const struct library_entry STRING[] = {
    ENTRY("len", helper_len),
    ENTRY("sub", helper_sub),
    ENTRY("upper", helper_upper),
    ENTRY("lower", helper_lower),
};

static const struct library_entry TABLE_ENTRIES[] = {ENTRY("insert", helper_insert)};

static const struct library LIBRARIES[LIBRARY_COUNT] = {
    FUNCTION("pass", helper_pass),
    FUNCTION("fail", helper_fail),
    FUNCTION("unknown", helper_unknown),
    FUNCTION("set", helper_set),
    FUNCTION("any", helper_any),
    FUNCTION("all", helper_all),
    TABLE("calendar", CALENDAR),
    TABLE("text", TEXT),
    TABLE("list", LIST),
    TABLE("math", MATH),
    TABLE("string", STRING),
    TABLE("table", TABLE_ENTRIES),
    FUNCTION("ipairs", helper_ipairs),
    FUNCTION("pairs", helper_pairs),
    FUNCTION("type", helper_type),
    FUNCTION("tostring", helper_tostring),
    FUNCTION("tonumber", helper_tonumber),
    FUNCTION("select", helper_select),
};

/* The same names in the same order, in front of the first line so that lines keep their numbers. */
#define C "<const>,"
static const char PREFIX[] = "local pass" C "fail" C "unknown" C "set" C "any" C "all" C "calendar" C "text" C "list" C "math" C
                             "string" C "table" C "ipairs" C "pairs" C "type" C "tostring" C "tonumber" C "select<const> =...;";
#undef C

const struct library *library_at(size_t index) { return &LIBRARIES[index]; }

static void push_table(lua_State *lua, const struct library *library, double day_hours) {
    lua_createtable(lua, 0, (int)library->count);
    for (size_t i = 0; i < library->count; i++) {
        lua_pushlstring(lua, library->entries[i].name.at, library->entries[i].name.length);
        if (library->entries[i].function != NULL)
            lua_pushcfunction(lua, library->entries[i].function);
        else
            lua_pushnumber(lua, day_hours);
        lua_rawset(lua, -3);
    }
    protect_table(lua);
}

void library_push(lua_State *lua, double day_hours) {
    lua_createtable(lua, LIBRARY_COUNT, 0);
    for (int i = 0; i < LIBRARY_COUNT; i++) {
        if (LIBRARIES[i].function != NULL)
            lua_pushcfunction(lua, LIBRARIES[i].function);
        else
            push_table(lua, &LIBRARIES[i], day_hours);
        lua_rawseti(lua, -2, i + 1);
    }
}

struct pieces {
    struct str piece[2];
    size_t next;
};

static const char *read_piece(lua_State *lua, void *payload, size_t *size) {
    (void)lua;
    struct pieces *pieces = payload;
    if (pieces->next == 2) return NULL;
    struct str piece = pieces->piece[pieces->next++];
    *size = piece.length;
    return piece.at;
}

static int load(lua_State *lua, struct pieces pieces, const char *mode, int values) {
    int status = lua_load(lua, read_piece, &pieces, "=rule", mode);
    if (status != LUA_OK) return status;
    protect_push_environment(lua);
    lua_setupvalue(lua, -2, 1);
    for (int i = 1; i <= LIBRARY_COUNT; i++) lua_rawgeti(lua, values, i);
    return LUA_OK;
}

int library_load(lua_State *lua, struct str source, int values) {
    return load(lua, (struct pieces){{STR(PREFIX), source}, 0}, "t", lua_absindex(lua, values));
}

int library_load_compiled(lua_State *lua, struct str code, int values) {
    return load(lua, (struct pieces){{code, STR("")}, 0}, "b", lua_absindex(lua, values));
}

void library_call(lua_State *lua) { lua_call(lua, LIBRARY_COUNT, 1); }

static struct str name_at(const struct library *within, size_t index) {
    return within == NULL ? LIBRARIES[index].name : within->entries[index].name;
}

struct str library_nearest(const struct library *within, struct str wrong) {
    struct str names[LIBRARY_COUNT];
    size_t count = within == NULL ? LIBRARY_COUNT : within->count;
    for (size_t i = 0; i < count; i++) names[i] = name_at(within, i);
    ptrdiff_t nearest = str_nearest(wrong, names, count);
    return nearest < 0 ? STR("") : names[nearest];
}

bool library_has(const struct library *within, struct str name) {
    for (size_t i = 0; i < within->count; i++) {
        if (str_equal(within->entries[i].name, name)) return true;
    }
    return false;
}
