#include <rule/run/run.h>

/* What would cure a failed rule. */

/* Takes the set whose answer is on top of the stack; false when it is none of this run. */
static bool take_set(const struct run *run, lua_State *lua, struct rule_remedy *out) {
    uint64_t answer = lua_islightuserdata(lua, -1) ? (uint64_t)(uintptr_t)lua_touserdata(lua, -1) : 0;
    if (run->set_count == 0 || answer < run->first_set || answer >= run->first_set + run->set_count) return false;
    if (out->set_count == RULE_MAX_SETS) return false;
    out->sets[out->set_count++] = run->sets[answer - run->first_set];
    return true;
}

/* What the remedy returned, on top of the stack: nil, set(...) or { set(...), ... }. False when it is anything else. */
static bool take_sets(const struct run *run, lua_State *lua, struct rule_remedy *out) {
    if (lua_isnil(lua, -1)) return true;
    if (!lua_istable(lua, -1)) return take_set(run, lua, out);
    size_t count = lua_rawlen(lua, -1);
    bool right = count > 0 && count <= RULE_MAX_SETS;
    for (size_t i = 1; i <= count && right; i++) {
        lua_rawgeti(lua, -1, (lua_Integer)i);
        right = take_set(run, lua, out);
        lua_pop(lua, 1);
    }
    return right;
}

static struct str word_of(enum fact_id fact, int64_t index) { return fact_at(fact)->choices.at[index].name; }

static bool texts_of(const struct fact_value *set, struct arena *arena, struct texts *out) {
    bool words = fact_at(set->fact)->type == FACT_CHOICES;
    struct str *texts = arena_take_array(arena, set->value.count, sizeof *texts);
    if (texts == NULL) return false;
    for (uint32_t i = 0; i < set->value.count; i++)
        texts[i] = words ? word_of(set->fact, set->value.items[i].number) : value_text(&set->value.items[i]);
    *out = (struct texts){texts, set->value.count};
    return true;
}

/* A set value as a message shows it; false for values that a message cannot show. */
static bool value_of_set(const struct fact_value *set, struct arena *arena, struct rule_value *out) {
    int64_t number = set->value.state == VALUE_GIVEN ? set->value.number : 0;
    out->kind = RULE_VALUE_INTEGER;
    switch (fact_at(set->fact)->type) {
    case FACT_RATIO:
    case FACT_HOURS:
        out->kind = RULE_VALUE_NUMBER;
        out->number = (double)number / (fact_at(set->fact)->type == FACT_RATIO ? 1e6 : 1e3);
        return true;
    case FACT_DATE:
    case FACT_DONE: out->integer = number * DAY_MINUTES; return set->value.state == VALUE_GIVEN && number != DAY_NONE;
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT: out->integer = number; return set->value.state == VALUE_GIVEN;
    case FACT_BOOL:
    case FACT_COUNT:
    case FACT_MONEY: out->integer = number; return true;
    case FACT_TEXT:
    case FACT_CHOICE:
        out->kind = RULE_VALUE_TEXT;
        out->text = STR("");
        if (set->value.state != VALUE_GIVEN) return true;
        out->text = fact_at(set->fact)->type == FACT_TEXT ? value_text(&set->value) : word_of(set->fact, number);
        return true;
    case FACT_TEXTS:
    case FACT_CHOICES: out->kind = RULE_VALUE_TEXTS; return texts_of(set, arena, &out->texts);
    case FACT_RECORDS: return false;
    }
    return false;
}

/* Finds the value for a placeholder of the cure: among those of the failure, the sets, the parameters, in this order. */
static bool find_value(const struct call *call, struct str name, const struct rule_outcome *failure, struct rule_remedy *out,
                       struct arena *arena) {
    const struct rule *rule = &call->core->book->rules[call->rule];
    struct rule_value *value = &out->values[out->value_count];
    for (size_t i = 0; i < failure->value_count; i++) {
        if (!str_equal(failure->values[i].name, name)) continue;
        *value = failure->values[i];
        return true;
    }
    *value = (struct rule_value){.name = name};
    for (size_t i = 0; i < out->set_count; i++) {
        if (str_equal(fact_at(out->sets[i].fact)->name, name)) return value_of_set(&out->sets[i], arena, value);
    }
    for (size_t i = 0; i < rule->parameter_count; i++) {
        if (!str_equal(rule->parameters[i].name, name)) continue;
        value->kind = RULE_VALUE_NUMBER;
        value->number = rule->parameters[i].value;
        return true;
    }
    return false;
}

static bool find_words(const struct call *call, const struct rule_outcome *failure, struct rule_remedy *out,
                       struct arena *arena) {
    const struct rule *rule = &call->core->book->rules[call->rule];
    for (size_t i = 0; i < rule->says_count; i++) {
        if (str_equal(rule->says[i].key, STR("cure"))) out->message = &rule->says[i];
    }
    if (out->message == NULL) return true;
    for (size_t i = 0; i < out->message->placeholders.count; i++) {
        if (!find_value(call, out->message->placeholders.at[i], failure, out, arena)) return false;
        out->value_count++;
    }
    return true;
}

static bool run_remedy(struct call *call, struct arena *arena, struct rule_outcome *failure, struct rule_remedy *out) {
    struct rule_core *core = call->core;
    struct quanze_error error;
    int status = LUA_OK;
    bool right = true;
    if (core_make_ready(core, call->rule, &error) != QUANZE_OK) { /* the failure was known from before a limit tripped */
        out->fault = run_fault(call, &error, arena);
        return false;
    }
    call_start(call, arena, failure, out);
    if (call_protected(call, &status)) {
        right = take_sets(&core->world.run, core->world.sandbox.lua, out);
        lua_pop(core->world.sandbox.lua, 1);
    } else {
        sandbox_fault(&core->world.sandbox, status, &error);
        right = core->world.missing_year != 0 && core->world.sandbox.trip == TRIP_NONE;
        out->fault = run_fault(call, &error, arena);
        out->set_count = 0;
    }
    call_end(core);
    return right && (out->set_count == 0 || find_words(call, failure, out, arena));
}

bool rule_remedy(struct rule_core *core, size_t index, const struct task *facts, struct arena *arena, struct rule_remedy *out,
                 bool *broke) {
    struct call call = {core, index, CORE_REMEDY, facts};
    struct rule_outcome failure;
    *broke = false;
    out->set_count = 0;
    out->value_count = 0;
    out->message = NULL;
    out->fault = (struct bilingual){{"", 0}, {"", 0}};
    if (!core->book->rules[index].has_remedy) return false;
    /* Once more, for the values of its message: the words of the cure are filled with them. */
    rule_run(core, index, facts, arena, &failure);
    *broke = failure.status == STATUS_ERROR;
    if (failure.status != STATUS_FAIL) return false;
    *broke = !run_remedy(&call, arena, &failure, out);
    return !*broke && out->set_count > 0;
}
