#include <rule/bytecode/shape.h>
#include <rule/world/view.h>

bool view_is_scalar(enum fact_type type) {
    return type != FACT_TEXT && type != FACT_TEXTS && type != FACT_CHOICES && type != FACT_RECORDS;
}

static void push_none(lua_State *lua, enum fact_type type) {
    switch (type) {
    case FACT_COUNT:
    case FACT_MONEY: lua_pushinteger(lua, 0); return;
    case FACT_RATIO:
    case FACT_HOURS: lua_pushnumber(lua, 0); return;
    case FACT_TEXT:
    case FACT_CHOICE: lua_pushliteral(lua, ""); return;
    case FACT_TEXTS:
    case FACT_CHOICES:
    case FACT_RECORDS: lua_newtable(lua); return;
    case FACT_BOOL:
    case FACT_DATE:
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT:
    case FACT_DONE: lua_pushboolean(lua, 0); return;
    }
}

static void push_word(lua_State *lua, struct choices choices, int64_t index) {
    struct str name = choices.at[index].name;
    lua_pushlstring(lua, name.at, name.length);
}

static void push_number(lua_State *lua, enum fact_type type, int64_t number) {
    switch (type) {
    case FACT_BOOL: lua_pushboolean(lua, number != 0); return;
    case FACT_RATIO: lua_pushnumber(lua, (lua_Number)number / 1e6); return;
    case FACT_HOURS: lua_pushnumber(lua, (lua_Number)number / 1e3); return;
    case FACT_DATE: lua_pushinteger(lua, number * DAY_MINUTES); return;
    case FACT_DONE:
        if (number == DAY_NONE)
            lua_pushboolean(lua, 1);
        else
            lua_pushinteger(lua, number * DAY_MINUTES);
        return;
    case FACT_COUNT:
    case FACT_MONEY:
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT:
    case FACT_TEXT:
    case FACT_CHOICE:
    case FACT_TEXTS:
    case FACT_CHOICES:
    case FACT_RECORDS: lua_pushinteger(lua, number); return;
    }
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

static void push_shaped(lua_State *lua, struct shape shape, const struct value *value) {
    if (value->state != VALUE_GIVEN)
        push_none(lua, shape.type);
    else if (shape.type == FACT_TEXT)
        lua_pushlstring(lua, value->count == 0 ? "" : value->text, value->count);
    else if (shape.type == FACT_CHOICE)
        push_word(lua, shape.choices, value->number);
    else if (shape.type == FACT_TEXTS)
        push_array(lua, (struct shape){.type = FACT_TEXT}, value);
    else if (shape.type == FACT_CHOICES)
        push_array(lua, (struct shape){.type = FACT_CHOICE, .choices = shape.choices}, value);
    else
        push_number(lua, shape.type, value->number);
}

/* What nothing of a month tells is not a figure of zero. */
static bool is_no_figure(const struct fact_info *info, const struct value *value) {
    return info->absence == ABSENCE_MONTH && value->state == VALUE_NONE && view_is_scalar(info->type);
}

void view_push(lua_State *lua, enum fact_id fact, const struct value *value, lua_Integer words) {
    const struct fact_info *info = fact_at(fact);
    if (is_no_figure(info, value))
        lua_pushboolean(lua, 0);
    else if (info->type == FACT_CHOICE)
        push_choice(lua, value, words);
    else if (info->type == FACT_RECORDS && value->state == VALUE_GIVEN)
        push_records(lua, shape_of_fact(fact), value, words);
    else if (value->state == VALUE_GIVEN && view_is_scalar(info->type))
        push_number(lua, info->type, value->number);
    else
        push_shaped(lua, shape_of_fact(fact), value);
}
