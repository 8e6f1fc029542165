#include <base/utf8.h>
#include <math.h>
#include <rule/bytecode/shape.h>
#include <rule/world/argument.h>
#include <rule/world/intake.h>
#include <rule/world/protect.h>
#include <stdlib.h>

struct taking {
    lua_State *lua;
    enum intake_manner manner;
    struct arena *arena;
    struct quanze_error *error;
};

static const struct expectation {
    const char *zh, *en;
} EXPECTED[2][FACT_RECORDS + 1] = {
    {{"true 或 false", "true or false"},
     {"不小于 0 的整数", "a whole number from 0"},
     {"不小于 0 的整数（分）", "a whole number of fen from 0"},
     {"0 至 1 的数", "a number from 0 to 1"},
     {"不小于 0 的小时数", "a number of hours from 0"},
     {"时间（分钟数）或 false", "a time in minutes, or false"},
     {"时间（分钟数）或 false", "a time in minutes, or false"},
     {"时间（分钟数）或 false", "a time in minutes, or false"},
     {"时间（分钟数）或 false", "a time in minutes, or false"},
     {"文字", "a text"},
     {"词表中的词", "a word of its vocabulary"},
     {"true、false 或时间（分钟数）", "true, false or a time in minutes"},
     {"文字的列表", "a list of texts"},
     {"词表中词的列表", "a list of words of its vocabulary"},
     {"记录的列表", "a list of records"}},
    {{"true 或 false", "true or false"},
     {"不小于 0 的整数", "a whole number from 0"},
     {"不小于 0、至多两位小数的元数", "an amount in yuan from 0 with at most two decimals"},
     {"0 至 1 的数或百分数，如 0.6、\"60%\"", "a number from 0 to 1 or a percentage, such as 0.6 or \"60%\""},
     {"不小于 0 的小时数", "a number of hours from 0"},
     {"\"年-月-日\"", "\"YYYY-MM-DD\""},
     {"\"年-月-日\" 或 \"年-月-日T时:分\"", "\"YYYY-MM-DD\" or \"YYYY-MM-DDTHH:MM\""},
     {"\"年-月-日\" 或 \"年-月-日T时:分\"", "\"YYYY-MM-DD\" or \"YYYY-MM-DDTHH:MM\""},
     {"\"年-月-日T时:分\"", "\"YYYY-MM-DDTHH:MM\""},
     {"文字", "a text"},
     {"词表中的词", "a word of its vocabulary"},
     {"\"done\"、\"none\" 或 \"年-月-日\"", "\"done\", \"none\" or \"YYYY-MM-DD\""},
     {"文字的列表", "a list of texts"},
     {"词表中词的列表", "a list of words of its vocabulary"},
     {"记录的列表", "a list of records"}}};

static bool unexpected(const struct taking *taking, int index, struct shape shape) {
    const struct expectation *expected = &EXPECTED[taking->manner][shape.type];
    const char *is = lua_type(taking->lua, index) == LUA_TSTRING ? lua_tostring(taking->lua, index)
                                                                 : lua_typename(taking->lua, lua_type(taking->lua, index));
    error_set(taking->error, QUANZE_BAD_DATA, "应为%s%.0s，实为“%s”", "should be %.0s%s, is \"%s\"", expected->zh, expected->en,
              is);
    return false;
}

static struct str string_at(lua_State *lua, int index) {
    struct str text = {"", 0};
    if (lua_type(lua, index) == LUA_TSTRING) text.at = lua_tolstring(lua, index, &text.length);
    return text;
}

/* The number at `index`, or one written as a text, as 120 or "120" or "60%". */
static bool number_at(const struct taking *taking, int index, bool percent, double *out) {
    struct str text = string_at(taking->lua, index);
    if (lua_type(taking->lua, index) == LUA_TNUMBER) {
        *out = lua_tonumber(taking->lua, index);
        return isfinite(*out);
    }
    if (taking->manner == INTAKE_RUN || text.length == 0 || text.length > 24 || text.at[0] < '0' || text.at[0] > '9')
        return false;
    char *end = NULL;
    *out = strtod(text.at, &end);
    bool is_percent = percent && *end == '%';
    if (is_percent) *out /= 100, end++;
    return isfinite(*out) && end == text.at + text.length;
}

/* A number counted in `scale`ths, which must come out whole unless `round`. */
static bool take_scaled(const struct taking *taking, int index, double scale, bool round_it, double most, struct value *out) {
    double number = 0;
    if (!number_at(taking, index, scale == 1e6, &number)) return false;
    double scaled = number * scale, whole = nearbyint(scaled);
    if (scaled < 0 || scaled > most || (!round_it && fabs(scaled - whole) > 1e-6 * (scale > 1 ? 1 : 0))) return false;
    *out = value_number((int64_t)whole);
    return true;
}

static bool take_number(const struct taking *taking, int index, enum fact_type type, struct value *out) {
    if (type == FACT_RATIO) return take_scaled(taking, index, 1e6, true, 1e6, out);
    if (type == FACT_HOURS) return take_scaled(taking, index, 1e3, true, 1e12, out);
    double scale = type == FACT_MONEY && taking->manner == INTAKE_WRITTEN ? 100 : 1;
    return take_scaled(taking, index, scale, false, 9e15, out);
}

static bool take_run_time(const struct taking *taking, int index, enum fact_type type, struct value *out) {
    double number = 0;
    if (!number_at(taking, index, false, &number)) return false;
    int64_t minute = number > -1e12 && number < 1e12 ? (int64_t)floor(number) : INT64_MAX;
    if (minute < ARGUMENT_FIRST_MINUTE || minute > ARGUMENT_LAST_MINUTE) return false;
    *out = value_number(type == FACT_DATE || type == FACT_DONE ? day_of_minute(minute) : minute);
    return true;
}

static bool take_written_time(const struct taking *taking, int index, enum fact_type type, struct value *out) {
    struct str text = string_at(taking->lua, index);
    int32_t day = 0;
    int64_t minute = 0;
    bool whole_day = false;
    if (type == FACT_DATE || type == FACT_DONE) {
        if (!day_parse(text, &day)) return false;
        *out = value_number(day);
        return true;
    }
    if (!day_parse_time(text, &minute, &whole_day) || (whole_day && type == FACT_MOMENT)) return false;
    *out = value_number(whole_day && type == FACT_END ? minute + DAY_MINUTES - 1 : minute);
    out->whole_day = whole_day;
    return true;
}

static bool take_time(const struct taking *taking, int index, enum fact_type type, struct value *out) {
    bool done = taking->manner == INTAKE_RUN ? lua_toboolean(taking->lua, index) && lua_isboolean(taking->lua, index)
                                             : str_equal(string_at(taking->lua, index), STR("done"));
    if (type == FACT_DONE && done) {
        *out = value_number(DAY_NONE);
        return true;
    }
    return taking->manner == INTAKE_RUN ? take_run_time(taking, index, type, out) : take_written_time(taking, index, type, out);
}

static bool take_bool(const struct taking *taking, int index, struct value *out) {
    if (!lua_isboolean(taking->lua, index)) return false;
    *out = value_number(lua_toboolean(taking->lua, index));
    return true;
}

static bool take_text(const struct taking *taking, int index, struct value *out) {
    if (lua_type(taking->lua, index) != LUA_TSTRING) return false;
    struct str text = string_at(taking->lua, index);
    if (utf8_invalid_at(text) >= 0) return false;
    struct str copy = arena_copy(taking->arena, text);
    if (copy.at == NULL) return false;
    *out = value_of_text(copy);
    if (copy.length == 0) out->state = VALUE_NONE;
    return true;
}

static bool take_choice(const struct taking *taking, int index, struct choices choices, struct value *out) {
    struct str word = string_at(taking->lua, index);
    int at = choice_find(choices, word);
    if (at >= 0) {
        *out = value_number(at);
        return true;
    }
    int nearest = choice_nearest(choices, word);
    struct str near = nearest >= 0 ? choices.at[nearest].name : STR("");
    if (near.length > 0)
        error_set(taking->error, QUANZE_BAD_DATA, "词表中没有“%s”，是不是“%.*s”？",
                  "no word \"%s\" in its vocabulary; did you mean \"%.*s\"?", word.at, (int)near.length, near.at);
    return false;
}

static bool take_shaped(const struct taking *taking, int index, struct shape shape, struct value *out);

/* Elements of a list, or rows times fields, one after the other. */
static struct value *new_items(const struct taking *taking, size_t count) {
    struct value *items = arena_take_array(taking->arena, count, sizeof *items);
    if (items == NULL) error_memory(taking->error);
    return items;
}

static bool take_elements(const struct taking *taking, int list, size_t count, struct shape element, struct value *out) {
    struct value *items = new_items(taking, count);
    if (items == NULL) return false;
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(taking->lua, list, (lua_Integer)i + 1);
        if (!take_shaped(taking, lua_gettop(taking->lua), element, &items[i])) return false;
        lua_pop(taking->lua, 1);
    }
    *out = (struct value){.items = items, .count = (uint32_t)count, .state = VALUE_GIVEN};
    return true;
}

static bool take_row(const struct taking *taking, int row, struct shape shape, struct value *fields) {
    lua_State *lua = taking->lua;
    if (lua_type(lua, row) != LUA_TTABLE) return unexpected(taking, row, shape);
    protect_push_inner(lua, row);
    int inner = lua_gettop(lua);
    lua_pushnil(lua);
    while (lua_next(lua, inner) != 0) {
        struct str name = string_at(lua, -2);
        size_t i = 0;
        while (i < shape.field_count && !str_equal(shape.fields[i].name, name)) i++;
        if (i == shape.field_count) {
            error_set(taking->error, QUANZE_BAD_DATA, "记录里没有字段“%s”", "records have no field \"%s\"", name.at);
            return false;
        }
        if (!take_shaped(taking, lua_gettop(lua), shape_of_field(&shape.fields[i]), &fields[i])) return false;
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
    return true;
}

static bool take_rows(const struct taking *taking, int list, size_t count, struct shape shape, struct value *out) {
    struct value *items = new_items(taking, count * shape.field_count);
    if (items == NULL) return false;
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(taking->lua, list, (lua_Integer)i + 1);
        if (!take_row(taking, lua_gettop(taking->lua), shape, &items[i * shape.field_count])) return false;
        lua_pop(taking->lua, 1);
    }
    *out = (struct value){.items = items, .count = (uint32_t)count, .state = VALUE_GIVEN};
    return true;
}

static bool take_list(const struct taking *taking, int index, struct shape shape, struct value *out) {
    lua_State *lua = taking->lua;
    if (lua_type(lua, index) != LUA_TTABLE) return false;
    protect_push_inner(lua, index);
    int list = lua_gettop(lua);
    size_t count = lua_rawlen(lua, list);
    if (count == 0 || count > QUANZE_MAX_ELEMENTS) {
        *out = (struct value){.state = VALUE_NONE};
        lua_pushnil(lua);
        return count == 0 && lua_next(lua, list) == 0;
    }
    struct shape element = {.type = shape.type == FACT_TEXTS ? FACT_TEXT : FACT_CHOICE, .choices = shape.choices};
    return shape.type == FACT_RECORDS ? take_rows(taking, list, count, shape, out)
                                      : take_elements(taking, list, count, element, out);
}

/* Stated none: false, or "none" where a rule file writes it and it is no word of the vocabulary. */
static bool says_none(const struct taking *taking, int index, struct shape shape) {
    lua_State *lua = taking->lua;
    if (lua_isboolean(lua, index)) return !lua_toboolean(lua, index) && shape.type != FACT_BOOL;
    struct str text = string_at(lua, index);
    if (lua_type(lua, index) != LUA_TSTRING || (shape.type == FACT_CHOICE && choice_find(shape.choices, text) >= 0))
        return false;
    return text.length == 0 || (taking->manner == INTAKE_WRITTEN && str_equal(text, STR("none")));
}

static bool take_by_type(const struct taking *taking, int index, struct shape shape, struct value *out) {
    switch (shape.type) {
    case FACT_BOOL: return take_bool(taking, index, out);
    case FACT_COUNT:
    case FACT_MONEY:
    case FACT_RATIO:
    case FACT_HOURS: return take_number(taking, index, shape.type, out);
    case FACT_DATE:
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT:
    case FACT_DONE: return take_time(taking, index, shape.type, out);
    case FACT_TEXT: return take_text(taking, index, out);
    case FACT_CHOICE: return take_choice(taking, index, shape.choices, out);
    case FACT_TEXTS:
    case FACT_CHOICES:
    case FACT_RECORDS: return take_list(taking, index, shape, out);
    }
    return false;
}

static bool take_shaped(const struct taking *taking, int index, struct shape shape, struct value *out) {
    int top = lua_gettop(taking->lua);
    taking->error->status = QUANZE_OK;
    *out = (struct value){.state = VALUE_NONE};
    bool taken = says_none(taking, index, shape) || take_by_type(taking, index, shape, out);
    lua_settop(taking->lua, top);
    if (taken) return true;
    /* The innermost complaint is the one that helps. */
    return taking->error->status != QUANZE_OK ? false : unexpected(taking, index, shape);
}

static bool take(lua_State *lua, int index, struct shape shape, enum intake_manner manner, struct arena *arena,
                 struct value *out, struct quanze_error *error) {
    struct taking taking = {lua, manner, arena, error};
    return take_shaped(&taking, lua_absindex(lua, index), shape, out);
}

bool intake_value(lua_State *lua, int index, enum fact_id fact, enum intake_manner manner, struct arena *arena,
                  struct value *out, struct quanze_error *error) {
    return take(lua, index, shape_of_fact(fact), manner, arena, out, error);
}

bool intake_element(lua_State *lua, int index, enum fact_id fact, struct arena *arena, struct value *out,
                    struct quanze_error *error) {
    struct shape shape = shape_of_fact(fact);
    if (shape.type == FACT_TEXTS) shape.type = FACT_TEXT;
    if (shape.type == FACT_CHOICES) shape.type = FACT_CHOICE;
    return take(lua, index, shape, INTAKE_WRITTEN, arena, out, error);
}
