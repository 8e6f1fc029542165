#include <rule/run/call.h>
#include <rule/world/protect.h>
#include <rule/world/view.h>

/* A text longer than this makes every instruction that compares it dearer: the budget shrinks by as much. */
#define LONG_TEXT (64 * 1024)

/* Values of a rule that cannot write to them are shared: they stand in the registry already. */
static void push_fact(const struct call *call, lua_State *lua, enum fact_id fact, bool shares) {
    struct rule_core *core = call->core;
    const struct value *value = &call->facts->value[fact];
    if (!task_knows(call->facts, fact))
        lua_pushnil(lua);
    else if (shares && core->held.ways[fact] > 0)
        lua_rawgeti(lua, LUA_REGISTRYINDEX, held_slot(&core->held, held_find(&core->held, fact, value)));
    else
        view_push(lua, fact, value, core->words[fact]);
    if (core->book->rules[call->rule].guards_facts && lua_istable(lua, -1)) protect_deep(lua);
}

/* Pushes the function and its arguments; returns how many arguments. */
static int push_call(const struct call *call, lua_State *lua, bool shares) {
    const struct rule *rule = &call->core->book->rules[call->rule];
    lua_rawgeti(lua, LUA_REGISTRYINDEX, core_slot(call->rule, call->part));
    for (size_t i = 0; i < rule->need_count; i++) push_fact(call, lua, rule->needs[i], shares);
    for (size_t i = 0; i < rule->may_count; i++) push_fact(call, lua, rule->may[i], shares);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, core_slot(call->rule, CORE_PARAMETERS));
    return (int)(rule->need_count + rule->may_count) + 1;
}

static size_t longest_text(const struct call *call) {
    const struct rule *rule = &call->core->book->rules[call->rule];
    size_t longest = 0;
    for (size_t i = 0; i < rule->need_count + rule->may_count; i++) {
        enum fact_id fact = i < rule->need_count ? rule->needs[i] : rule->may[i - rule->need_count];
        if (fact_at(fact)->type == FACT_TEXT && task_text(call->facts, fact).length > longest)
            longest = task_text(call->facts, fact).length;
    }
    return longest;
}

static void arm(const struct call *call) {
    struct rule_core *core = call->core;
    size_t text = core->rules[call->rule].has_text ? longest_text(call) : 0;
    int64_t steps = QUANZE_MAX_RULE_STEPS / (int64_t)(1 + text / LONG_TEXT);
    bool count = core->strict || core->book->rules[call->rule].counts_steps || text > LONG_TEXT;
    if (core->is_counting)
        sandbox_arm_exact(&core->world.sandbox, steps);
    else
        sandbox_arm(&core->world.sandbox, steps, count);
    core->armed_steps = steps;
}

static int push_and_call(lua_State *lua) {
    const struct call *call = lua_touserdata(lua, 1);
    if (!lua_checkstack(lua, 128)) return SANDBOX_THROW(lua, "内存不足", "memory ran out");
    int count = push_call(call, lua, false);
    arm(call);
    lua_call(lua, count, 1);
    return 1;
}

static enum fact_id fact_of(const struct rule *rule, size_t i) {
    return i < rule->need_count ? rule->needs[i] : rule->may[i - rule->need_count];
}

/* Puts into the registry what is held of the call's facts and does not stand there yet. */
static int put_held(lua_State *lua) {
    const struct call *call = lua_touserdata(lua, 1);
    struct rule_core *core = call->core;
    const struct rule *rule = &core->book->rules[call->rule];
    if (!lua_checkstack(lua, 128)) return SANDBOX_THROW(lua, "内存不足", "memory ran out");
    for (size_t i = 0; i < rule->need_count + rule->may_count; i++) {
        enum fact_id fact = fact_of(rule, i);
        if (core->held.ways[fact] == 0 || !task_knows(call->facts, fact)) continue;
        struct held_value *held = held_find(&core->held, fact, &call->facts->value[fact]);
        if (held->is_pushed) continue;
        view_push(lua, fact, &call->facts->value[fact], core->words[fact]);
        lua_rawseti(lua, LUA_REGISTRYINDEX, held_slot(&core->held, held));
        held->is_pushed = true;
    }
    return 0;
}

/* Whether all texts and lists of the call are held and stand in the registry. */
static bool is_held(struct call *call) {
    struct rule_core *core = call->core;
    const struct rule *rule = &core->book->rules[call->rule];
    bool all_pushed = true;
    if (rule->guards_facts) return false;
    for (size_t i = 0; i < rule->need_count + rule->may_count; i++) {
        enum fact_id fact = fact_of(rule, i);
        if (core->held.ways[fact] == 0 || !task_knows(call->facts, fact)) continue;
        const struct held_value *held = held_find(&core->held, fact, &call->facts->value[fact]);
        if (held == NULL) return false;
        all_pushed = all_pushed && held->is_pushed;
    }
    if (all_pushed) return true;
    lua_State *lua = core->world.sandbox.lua;
    lua_pushcfunction(lua, put_held);
    lua_pushlightuserdata(lua, call);
    if (lua_pcall(lua, 1, 0, 0) == LUA_OK) return true;
    lua_pop(lua, 1); /* the call itself tells of it */
    return false;
}

bool call_protected(struct call *call, int *out) {
    struct sandbox *sandbox = &call->core->world.sandbox;
    lua_State *lua = sandbox->lua;
    int status = LUA_OK;
    if (call->core->rules[call->rule].is_scalar || is_held(call)) {
        int count = push_call(call, lua, true);
        arm(call);
        status = lua_pcall(lua, count, 1, 0);
    } else {
        lua_pushcfunction(lua, push_and_call);
        lua_pushlightuserdata(lua, call);
        status = lua_pcall(lua, 1, 1, 0);
    }
    sandbox_disarm(sandbox);
    *out = status;
    /* Lua carries on after some refusals of memory; the trip counts all the same. */
    return status == LUA_OK && sandbox->trip == TRIP_NONE;
}

void call_start(const struct call *call, struct arena *arena, struct rule_outcome *out, struct rule_remedy *remedy) {
    struct run *run = &call->core->world.run;
    run->rule = &call->core->book->rules[call->rule];
    run->arena = arena;
    run->outcome = out;
    run->remedy = remedy;
    run->answer = 0;
    run->set_count = 0;
    call->core->world.missing_year = 0;
}

void call_end(struct rule_core *core) {
    core->world.run.rule = NULL;
    core->world.run.remedy = NULL;
    struct quanze_error error;
    if (core->world.sandbox.trip != TRIP_NONE)
        core_rebuild(core, &error);
    else
        sandbox_tidy(&core->world.sandbox, core->resting_bytes);
}
