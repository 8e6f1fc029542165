#include <base/utf8.h>
#include <math.h>
#include <rule/run/run.h>
#include <rule/world/argument.h>
#include <rule/world/helper.h>
#include <rule/world/intake.h>
#include <rule/world/protect.h>

/* What a check returns is a light userdata, which Lua code cannot make: the address of `pass_mark`, or the number of the
 * last fail() or unknown() of this very run. Values go to C at the call, so they cannot change afterwards. */

static const char pass_mark;

void *run_pass_mark(void) { return (void *)(uintptr_t)&pass_mark; }

int helper_pass(lua_State *lua) {
    lua_pushlightuserdata(lua, run_pass_mark());
    return 1;
}

static struct run *running(lua_State *lua, const char *helper, bool in_remedy) {
    struct run *run = &world_of(lua)->run;
    if (run->rule == NULL)
        SANDBOX_THROW(lua, "%s() 只能在 check 和 remedy 里调用", "%s() can only be called in check and remedy", helper);
    if ((run->remedy != NULL) != in_remedy)
        SANDBOX_THROW(lua, "%s() 不能在这里调用：fail 和 unknown 用于 check，set 用于 remedy",
                      "%s() cannot be called here: fail and unknown belong in check, set in remedy", helper);
    return run;
}

static int push_answer(lua_State *lua) {
    struct world *world = world_of(lua);
    world->run.answer = ++world->answers;
    lua_pushlightuserdata(lua, (void *)(uintptr_t)world->run.answer);
    return 1;
}

static const struct message *only_message(const struct rule *rule) {
    const struct message *only = NULL;
    for (size_t i = 0; i < rule->says_count; i++) {
        if (str_equal(rule->says[i].key, STR("cure"))) continue;
        if (only != NULL) return NULL;
        only = &rule->says[i];
    }
    return only;
}

const struct message *run_message(const struct rule *rule, struct str key) {
    for (size_t i = 0; i < rule->says_count; i++) {
        if (str_equal(rule->says[i].key, key) && !str_equal(key, STR("cure"))) return &rule->says[i];
    }
    return NULL;
}

static const struct message *message_of(lua_State *lua, const struct rule *rule) {
    if (lua_type(lua, 1) != LUA_TSTRING) {
        const struct message *only = only_message(rule);
        if (only == NULL || !lua_isnoneornil(lua, 1)) argument_refuse(lua, 1, "fail", "says 里的一个键", "a key of `says`");
        return only;
    }
    struct str key = argument_text(lua, 1, "fail");
    const struct message *message = run_message(rule, key);
    if (message == NULL) SANDBOX_THROW(lua, "says 里没有“%s”", "`says` has no message \"%s\"", key.at);
    return message;
}

static struct str kept_text(lua_State *lua, int index) {
    struct str text;
    text.at = lua_tolstring(lua, index, &text.length);
    if (text.length > QUANZE_MAX_RULE_TEXT)
        SANDBOX_THROW(lua, "填入消息的文字超过 %d 字节", "a text for a message is longer than %d bytes", QUANZE_MAX_RULE_TEXT);
    if (utf8_invalid_at(text) >= 0) SANDBOX_THROW(lua, "填入消息的文字不是 UTF-8", "a text for a message is not UTF-8");
    struct str copy = arena_copy(world_of(lua)->run.arena, text);
    if (copy.at == NULL) SANDBOX_THROW(lua, "内存不足", "memory ran out");
    return copy;
}

static void keep_texts(lua_State *lua, struct texts *out) {
    int table = lua_gettop(lua);
    size_t count = argument_list(lua, table, "fail");
    int list = lua_gettop(lua);
    if (count > QUANZE_MAX_ELEMENTS)
        SANDBOX_THROW(lua, "填入消息的列表超过 %d 项", "a list for a message has more than %d entries", QUANZE_MAX_ELEMENTS);
    struct str *texts = arena_take_array(world_of(lua)->run.arena, count, sizeof *texts);
    if (texts == NULL) SANDBOX_THROW(lua, "内存不足", "memory ran out");
    size_t bytes = 0;
    for (size_t i = 0; i < count; i++) {
        if (lua_rawgeti(lua, list, (lua_Integer)i + 1) != LUA_TSTRING)
            SANDBOX_THROW(lua, "填入消息的列表只能是文字", "a list for a message can hold only texts");
        texts[i] = kept_text(lua, -1);
        bytes += texts[i].length;
        if (bytes > QUANZE_MAX_RULE_TEXT)
            SANDBOX_THROW(lua, "填入消息的列表超过 %d 字节", "a list for a message is longer than %d bytes",
                          QUANZE_MAX_RULE_TEXT);
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
    *out = (struct texts){texts, count};
}

/* Keeps the value on top of the stack. */
static void keep_value(lua_State *lua, struct rule_value *out) {
    int type = lua_type(lua, -1);
    if (type == LUA_TNUMBER && lua_isinteger(lua, -1)) {
        out->kind = RULE_VALUE_INTEGER;
        out->integer = lua_tointeger(lua, -1);
    } else if (type == LUA_TNUMBER && isfinite(lua_tonumber(lua, -1))) {
        out->kind = RULE_VALUE_NUMBER;
        out->number = lua_tonumber(lua, -1);
    } else if (type == LUA_TSTRING) {
        out->kind = RULE_VALUE_TEXT;
        out->text = kept_text(lua, -1);
    } else if (type == LUA_TTABLE) {
        out->kind = RULE_VALUE_TEXTS;
        keep_texts(lua, &out->texts);
    } else {
        SANDBOX_THROW(lua, "消息的值“%s”应为数、文字或文字的列表，实为 %s",
                      "the value \"%s\" of a message should be a number, a text or a list of texts, is %s", out->name.at,
                      type == LUA_TNUMBER ? "not finite" : lua_typename(lua, type));
    }
}

/* Values are kept in the order of their names: the order in the table changes from run to run. */
struct rule_value *run_place(struct rule_outcome *out, struct str name) {
    size_t at = out->value_count++;
    for (; at > 0 && str_compare(out->values[at - 1].name, name) > 0; at--) out->values[at] = out->values[at - 1];
    out->values[at] = (struct rule_value){.name = name};
    return &out->values[at];
}

/* The name at -2: borrowed from the message where it asks for it, else copied. */
static struct str kept_name(lua_State *lua, const struct message *message) {
    struct str name;
    name.at = lua_tolstring(lua, -2, &name.length);
    for (size_t i = 0; i < message->placeholders.count; i++) {
        if (str_equal(message->placeholders.at[i], name)) return message->placeholders.at[i];
    }
    return kept_text(lua, -2);
}

static void keep_values(lua_State *lua, struct rule_outcome *out) {
    out->value_count = 0;
    if (lua_isnoneornil(lua, 2)) return;
    argument_list(lua, 2, "fail");
    int table = lua_gettop(lua);
    lua_pushnil(lua);
    while (lua_next(lua, table) != 0) {
        if (lua_type(lua, -2) != LUA_TSTRING) argument_refuse(lua, 2, "fail", "以名称为键的表", "a table with names as keys");
        if (out->value_count == RULE_MAX_VALUES)
            SANDBOX_THROW(lua, "消息的值超过 %d 个", "a message has more than %d values", RULE_MAX_VALUES);
        keep_value(lua, run_place(out, kept_name(lua, out->message)));
        lua_pop(lua, 1);
    }
}

static bool has_value(const struct rule_outcome *out, struct str name) {
    for (size_t i = 0; i < out->value_count; i++) {
        if (str_equal(out->values[i].name, name)) return true;
    }
    return false;
}

struct str run_unfilled(const struct rule_outcome *out) {
    const struct texts *names = &out->message->placeholders;
    for (size_t i = 0; i < names->count; i++) {
        if (!has_value(out, names->at[i])) return names->at[i];
    }
    return (struct str){NULL, 0};
}

int helper_fail(lua_State *lua) {
    struct run *run = running(lua, "fail", false);
    struct rule_outcome *out = run->outcome;
    if (lua_type(lua, 1) == LUA_TTABLE) {
        lua_pushnil(lua);
        lua_insert(lua, 1);
    }
    out->message = message_of(lua, run->rule);
    keep_values(lua, out);
    const struct str unfilled = run_unfilled(out);
    if (unfilled.at != NULL)
        SANDBOX_THROW(lua, "消息要填“%s”，fail() 没有给", "the message asks for \"%s\", which fail() does not give",
                      unfilled.at);
    run->answer_status = STATUS_FAIL;
    return push_answer(lua);
}

int run_named_fact(const struct rule *rule, struct str name) {
    const int fact = fact_find(name);
    bool named = false;
    for (size_t i = 0; i < rule->may_count; i++) named = named || (int)rule->may[i] == fact;
    for (size_t i = 0; i < rule->need_count; i++) named = named || (int)rule->needs[i] == fact;
    return named ? fact : -1;
}

int helper_unknown(lua_State *lua) {
    struct run *run = running(lua, "unknown", false);
    const int fact = run_named_fact(run->rule, argument_text(lua, 1, "unknown"));
    if (fact < 0) argument_refuse(lua, 1, "unknown", " needs 或 may 里的一个事实", "a fact of `needs` or `may`");
    run->outcome->unknown_fact = fact;
    run->answer_status = STATUS_UNKNOWN;
    return push_answer(lua);
}

int helper_set(lua_State *lua) {
    struct run *run = running(lua, "set", true);
    int fact = fact_find(argument_text(lua, 1, "set"));
    if (fact < 0 || !absence_is_stated(fact_at((size_t)fact)->absence))
        argument_refuse(lua, 1, "set", "任务里能写的事实名", "the name of a fact that a task can state");
    if (run->set_count == RULE_MAX_SETS)
        SANDBOX_THROW(lua, "set() 超过 %d 次", "set() is called more than %d times", RULE_MAX_SETS);
    struct quanze_error problem;
    struct fact_value *set = &run->sets[run->set_count];
    set->fact = (enum fact_id)fact;
    if (!intake_value(lua, 2, set->fact, INTAKE_RUN, run->arena, &set->value, &problem))
        SANDBOX_THROW(lua, "set(\"%s\")：%s%.0s", "set(\"%s\"): %.0s%s", fact_at((size_t)fact)->name.at, problem.zh,
                      problem.en);
    run->set_count++;
    push_answer(lua);
    if (run->set_count == 1) run->first_set = run->answer;
    return 1;
}

/* Kleene's or (`decisive` true) and and (`decisive` false): the decisive value wins, then nil. */
static int kleene(lua_State *lua, const char *helper, bool decisive) {
    int count = lua_gettop(lua);
    bool decided = false, open = false;
    for (int i = 1; i <= count; i++) {
        int type = lua_type(lua, i);
        if (type == LUA_TNIL)
            open = true;
        else if (type != LUA_TBOOLEAN)
            argument_refuse(lua, i, helper, " true、false 或 nil", "true, false or nil");
        else
            decided = decided || (lua_toboolean(lua, i) != 0) == decisive;
    }
    if (!decided && open)
        lua_pushnil(lua);
    else
        lua_pushboolean(lua, decided == decisive);
    return 1;
}

int helper_any(lua_State *lua) { return kleene(lua, "any", true); }

int helper_all(lua_State *lua) { return kleene(lua, "all", false); }

void run_settle(struct rule_outcome *out, enum status status) {
    out->status = status;
    if (status != STATUS_FAIL) {
        out->message = NULL;
        out->value_count = 0;
    }
    if (status != STATUS_UNKNOWN) out->unknown_fact = -1;
}
