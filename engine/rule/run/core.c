#include <base/alloc.h>
#include <math.h>
#include <rule/run/core.h>
#include <rule/world/library.h>
#include <rule/world/protect.h>
#include <rule/world/view.h>

static double day_hours_of(const struct calendar *calendar) {
    if (calendar == NULL || calendar->year_count == 0) return 8;
    return calendar->years[calendar->year_count - 1].hours.minutes / 60.0;
}

static void put_word(lua_State *lua, struct str word, lua_Integer slot) {
    lua_pushlstring(lua, word.at, word.length);
    lua_rawseti(lua, LUA_REGISTRYINDEX, slot);
}

/* "" and, behind it, the words of a vocabulary. Returns the slot behind them. */
static lua_Integer put_choices(lua_State *lua, struct choices choices, lua_Integer next) {
    put_word(lua, STR(""), next++);
    for (size_t i = 0; i < choices.count; i++) put_word(lua, choices.at[i].name, next++);
    return next;
}

/* Puts the words of every choice and the names of every record's fields into the registry, so that pushing one is a look-up;
 * behind them is room for what is held. */
static void put_words(struct rule_core *core, lua_State *lua) {
    lua_Integer next = core_slot(core->book->count, CORE_CHECK);
    for (size_t fact = 0; fact < FACT_COUNT_ALL; fact++) {
        const struct fact_info *info = fact_at(fact);
        core->words[fact] = next;
        if (info->type == FACT_CHOICE) next = put_choices(lua, info->choices, next);
        for (size_t i = 0; i < info->field_count; i++) put_word(lua, info->fields[i].name, next++);
        for (size_t i = 0; i < info->field_count; i++)
            if (info->fields[i].type == FACT_CHOICE) next = put_choices(lua, info->fields[i].choices, next);
    }
    core->held.first_slot = next;
    for (size_t i = 0; i < core->held.count; i++) {
        lua_pushboolean(lua, 0);
        lua_rawseti(lua, LUA_REGISTRYINDEX, next++);
    }
    held_forget_pushes(&core->held);
}

bool core_is_whole(double value) { return value == floor(value) && fabs(value) < 1e15; }

static void push_parameters(lua_State *lua, const struct rule *rule) {
    lua_createtable(lua, 0, (int)rule->parameter_count);
    for (size_t i = 0; i < rule->parameter_count; i++) {
        double value = rule->parameters[i].value;
        lua_pushlstring(lua, rule->parameters[i].name.at, rule->parameters[i].name.length);
        if (core_is_whole(value))
            lua_pushinteger(lua, (lua_Integer)value);
        else
            lua_pushnumber(lua, value);
        lua_rawset(lua, -3);
    }
    protect_table(lua);
}

/* Compiles and runs the file of a rule that was read before, and leaves on the stack its check, its remedy (or false) and its
 * parameters (protected). To be called protected. */
static void push_rule(lua_State *lua, const struct rule *rule) {
    lua_rawgeti(lua, LUA_REGISTRYINDEX, WORLD_LIBRARY);
    int values = lua_gettop(lua);
    if (library_load_compiled(lua, rule->code, values) != LUA_OK) lua_error(lua);
    library_call(lua);
    lua_getfield(lua, -1, "check");
    protect_upvalues(lua, -1);
    lua_getfield(lua, -2, "remedy");
    if (lua_isfunction(lua, -1)) protect_upvalues(lua, -1);
    push_parameters(lua, rule);
    lua_rotate(lua, values, 3);
    lua_settop(lua, values + 2);
}

/* A rule to be put into a core. */
struct putting {
    struct rule_core *core;
    size_t rule;
};

static int put_protected(lua_State *lua) {
    const struct putting *putting = lua_touserdata(lua, 1);
    struct rule_core *core = putting->core;
    size_t index = putting->rule;
    const struct rule *rule = &core->book->rules[index];
    int top = lua_gettop(lua);
    sandbox_arm(&core->world.sandbox, QUANZE_MAX_RULE_STEPS, true);
    push_rule(lua, rule);
    sandbox_disarm(&core->world.sandbox);
    lua_Debug about;
    lua_pushvalue(lua, top + 1);
    lua_getinfo(lua, ">S", &about);
    core->rules[index].line = (unsigned)about.linedefined;
    for (int part = CORE_PARTS - 1; part >= 0; part--)
        lua_rawseti(lua, LUA_REGISTRYINDEX, core_slot(index, (enum core_part)part));
    core->rules[index].is_put = true;
    return 0;
}

quanze_status core_put(struct rule_core *core, size_t rule, struct quanze_error *error) {
    struct sandbox *sandbox = &core->world.sandbox;
    struct putting putting = {core, rule};
    size_t before = sandbox->in_use;
    lua_pushcfunction(sandbox->lua, put_protected);
    lua_pushlightuserdata(sandbox->lua, &putting);
    int result = lua_pcall(sandbox->lua, 1, 0, 0);
    sandbox_disarm(sandbox);
    if (sandbox->in_use > before) core->resting_bytes += sandbox->in_use - before;
    return result == LUA_OK ? QUANZE_OK : sandbox_fault(sandbox, result, error);
}

static int build_protected(lua_State *lua) {
    struct rule_core *core = lua_touserdata(lua, 1);
    for (size_t i = 0; i < core->book->count; i++) {
        core->rules[i].is_put = false;
        for (int part = 0; part < CORE_PARTS; part++) { /* in order, so that the registry stays an array */
            lua_pushboolean(lua, 0);
            lua_rawseti(lua, LUA_REGISTRYINDEX, core_slot(i, (enum core_part)part));
        }
    }
    put_words(core, lua);
    return 0;
}

static quanze_status build(struct rule_core *core, struct quanze_error *error) {
    quanze_status status = world_start(&core->world, core->day_hours, error);
    if (status != QUANZE_OK) return status;
    struct sandbox *sandbox = &core->world.sandbox;
    lua_pushcfunction(sandbox->lua, build_protected);
    lua_pushlightuserdata(sandbox->lua, core);
    int result = lua_pcall(sandbox->lua, 1, 0, 0);
    sandbox_disarm(sandbox);
    if (result != LUA_OK) return sandbox_fault(sandbox, result, error);
    lua_gc(sandbox->lua, LUA_GCCOLLECT);
    core->resting_bytes = sandbox->in_use;
    core->is_open = true;
    return QUANZE_OK;
}

quanze_status core_rebuild(struct rule_core *core, struct quanze_error *error) {
    core->is_open = false;
    sandbox_close(&core->world.sandbox);
    quanze_status status = build(core, error);
    if (status != QUANZE_OK) sandbox_close(&core->world.sandbox);
    return status;
}

quanze_status core_make_ready(struct rule_core *core, size_t rule, struct quanze_error *error) {
    quanze_status status = core->is_open ? QUANZE_OK : core_rebuild(core, error);
    if (status == QUANZE_OK && !core->rules[rule].is_put) status = core_put(core, rule, error);
    if (status != QUANZE_OK && core->world.sandbox.trip != TRIP_NONE) core->is_open = false; /* built anew for the next run */
    return status;
}

static bool has_type(const struct rule *rule, bool (*wanted)(enum fact_type type)) {
    for (size_t i = 0; i < rule->need_count; i++) {
        if (wanted(fact_at(rule->needs[i])->type)) return true;
    }
    for (size_t i = 0; i < rule->may_count; i++) {
        if (wanted(fact_at(rule->may[i])->type)) return true;
    }
    return false;
}

static bool allocates(enum fact_type type) { return !view_is_scalar(type); }

static bool is_text(enum fact_type type) { return type == FACT_TEXT; }

quanze_status rule_core_open(const struct rulebook *book, const struct calendar *calendar, bool strict, struct rule_core **out,
                             struct quanze_error *error) {
    struct rule_core *core = alloc_new(sizeof *core);
    struct core_rule *rules = alloc_new((book->count + 1) * sizeof *rules);
    struct memo_entry *memo = memo_new(book->count);
    struct held held = {.count = 0};
    if (core == NULL || rules == NULL || memo == NULL || !held_open(&held)) {
        alloc_free(core);
        alloc_free(rules);
        alloc_free(memo);
        return error_memory(error);
    }
    for (size_t i = 0; i < book->count; i++) {
        rules[i].is_scalar = !has_type(&book->rules[i], allocates);
        rules[i].has_text = has_type(&book->rules[i], is_text);
    }
    *core = (struct rule_core){.world.calendar = calendar,
                               .book = book,
                               .strict = strict,
                               .rules = rules,
                               .memo = memo,
                               .held = held,
                               .day_hours = day_hours_of(calendar)};
    quanze_status status = build(core, error);
    if (status == QUANZE_OK)
        *out = core;
    else
        rule_core_close(core);
    return status;
}

void rule_core_close(struct rule_core *core) {
    if (core == NULL) return;
    sandbox_close(&core->world.sandbox);
    alloc_free(core->rules);
    memo_free(core->memo, core->book->count);
    held_close(&core->held);
    alloc_free(core);
}
