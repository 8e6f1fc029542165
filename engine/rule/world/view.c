#include <rule/bytecode/shape.h>
#include <rule/world/view.h>

bool view_is_scalar(enum fact_type type) {
    return type != FACT_TEXT && type != FACT_TEXTS && type != FACT_CHOICES && type != FACT_RECORDS;
}

static struct view_scalar integer_of(int64_t integer) { return (struct view_scalar){.kind = VIEW_INTEGER, .integer = integer}; }

static struct view_scalar number_of(double number) { return (struct view_scalar){.kind = VIEW_NUMBER, .number = number}; }

static struct view_scalar boolean_of(bool truth) { return (struct view_scalar){.kind = VIEW_BOOLEAN, .integer = truth}; }

static struct view_scalar none_of(enum fact_type type) {
    switch (type) {
    case FACT_COUNT:
    case FACT_MONEY: return integer_of(0);
    case FACT_RATIO:
    case FACT_HOURS: return number_of(0);
    case FACT_TEXT:
    case FACT_CHOICE:
    case FACT_TEXTS:
    case FACT_CHOICES:
    case FACT_RECORDS:
    case FACT_BOOL:
    case FACT_DATE:
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT:
    case FACT_DONE: break;
    }
    return boolean_of(false);
}

static struct view_scalar given_of(enum fact_type type, int64_t number) {
    switch (type) {
    case FACT_BOOL: return boolean_of(number != 0);
    case FACT_RATIO: return number_of((double)number / 1e6);
    case FACT_HOURS: return number_of((double)number / 1e3);
    case FACT_DATE: return integer_of(number * DAY_MINUTES);
    case FACT_DONE: return number == DAY_NONE ? boolean_of(true) : integer_of(number * DAY_MINUTES);
    case FACT_COUNT:
    case FACT_MONEY:
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT:
    case FACT_TEXT:
    case FACT_CHOICE:
    case FACT_TEXTS:
    case FACT_CHOICES:
    case FACT_RECORDS: break;
    }
    return integer_of(number);
}

static struct view_scalar scalar_of(enum fact_type type, const struct value *value) {
    return value->state == VALUE_GIVEN ? given_of(type, value->number) : none_of(type);
}

/* What nothing of a month tells is not a figure of zero. */
static bool is_no_figure(const struct fact_info *info, const struct value *value) {
    return info->absence == ABSENCE_MONTH && value->state == VALUE_NONE && view_is_scalar(info->type);
}

struct view_scalar view_scalar_of(const struct fact_info *info, const struct value *value) {
    return is_no_figure(info, value) ? boolean_of(false) : scalar_of(info->type, value);
}

static void push_scalar(lua_State *lua, struct view_scalar scalar) {
    switch (scalar.kind) {
    case VIEW_BOOLEAN: lua_pushboolean(lua, scalar.integer != 0); return;
    case VIEW_INTEGER: lua_pushinteger(lua, scalar.integer); return;
    case VIEW_NUMBER: lua_pushnumber(lua, scalar.number); return;
    }
}

static void push_word(lua_State *lua, struct choices choices, int64_t index) {
    struct str name = choices.at[index].name;
    lua_pushlstring(lua, name.at, name.length);
}

static void push_shaped(lua_State *lua, struct shape shape, const struct value *value);

/* Words stand in the registry, so a choice costs a look-up and no hashing; the first is "", for stated none. */
static void push_choice(lua_State *lua, const struct value *value, lua_Integer words) {
    lua_rawgeti(lua, LUA_REGISTRYINDEX, words + (value->state == VALUE_GIVEN ? value->number + 1 : 0));
}

static void push_array(lua_State *lua, struct shape element, const struct value *value) {
    lua_createtable(lua, (int)value->count, 0);
    for (uint32_t i = 0; i < value->count; i++) {
        push_shaped(lua, element, &value->items[i]);
        lua_rawseti(lua, -2, (lua_Integer)i + 1);
    }
}

/* `names`: the registry slot of the first field's name. */
static void push_row(lua_State *lua, struct shape shape, const struct value *row, lua_Integer names) {
    lua_Integer words = names + (lua_Integer)shape.field_count;
    lua_createtable(lua, 0, (int)shape.field_count);
    for (size_t i = 0; i < shape.field_count; i++) {
        const struct field_info *field = &shape.fields[i];
        const lua_Integer own = words;
        if (field->type == FACT_CHOICE) words += (lua_Integer)field->choices.count + 1;
        if (row[i].state == VALUE_ABSENT) continue;
        lua_rawgeti(lua, LUA_REGISTRYINDEX, names + (lua_Integer)i);
        if (field->type == FACT_CHOICE)
            push_choice(lua, &row[i], own);
        else
            push_shaped(lua, shape_of_field(field), &row[i]);
        lua_rawset(lua, -3);
    }
}

static void push_records(lua_State *lua, struct shape shape, const struct value *value, lua_Integer names) {
    lua_createtable(lua, (int)value->count, 0);
    for (uint32_t row = 0; row < value->count; row++) {
        push_row(lua, shape, &value->items[row * shape.field_count], names);
        lua_rawseti(lua, -2, (lua_Integer)row + 1);
    }
}

/* A text, word or list that is stated not to be there. */
static void push_empty(lua_State *lua, enum fact_type type) {
    if (type == FACT_TEXT || type == FACT_CHOICE)
        lua_pushliteral(lua, "");
    else
        lua_newtable(lua);
}

static void push_shaped(lua_State *lua, struct shape shape, const struct value *value) {
    if (view_is_scalar(shape.type) && shape.type != FACT_CHOICE)
        push_scalar(lua, scalar_of(shape.type, value));
    else if (value->state != VALUE_GIVEN)
        push_empty(lua, shape.type);
    else if (shape.type == FACT_TEXT)
        lua_pushlstring(lua, value->count == 0 ? "" : value->text, value->count);
    else if (shape.type == FACT_CHOICE)
        push_word(lua, shape.choices, value->number);
    else if (shape.type == FACT_TEXTS)
        push_array(lua, (struct shape){.type = FACT_TEXT}, value);
    else
        push_array(lua, (struct shape){.type = FACT_CHOICE, .choices = shape.choices}, value);
}

void view_push(lua_State *lua, enum fact_id fact, const struct value *value, lua_Integer words) {
    const struct fact_info *info = fact_at(fact);
    if (is_no_figure(info, value))
        lua_pushboolean(lua, 0);
    else if (info->type == FACT_CHOICE)
        push_choice(lua, value, words);
    else if (info->type == FACT_RECORDS && value->state == VALUE_GIVEN)
        push_records(lua, shape_of_fact(fact), value, words);
    else
        push_shaped(lua, shape_of_fact(fact), value);
}
