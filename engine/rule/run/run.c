#include <rule/run/call.h>
#include <rule/run/direct.h>
#include <rule/run/run.h>
#include <stdio.h>

/* Family and file: where the folder stands says nothing of the rule, and the same rule elsewhere breaks with the same words. */
static const char *short_path(const char *path) {
    const char *at = path + strlen(path);
    for (int slashes = 0; at > path; at--)
        if (at[-1] == '/' && ++slashes == 2) break;
    return at;
}

static struct str sentence(struct arena *arena, const char *path, unsigned line, const char *text) {
    char whole[2 * QUANZE_ERROR_TEXT];
    int length = snprintf(whole, sizeof whole, "%s:%u: %s", path, line, text);
    if (length < 0 || (size_t)length >= sizeof whole) length = (int)strlen(whole);
    return arena_copy(arena, (struct str){whole, (size_t)length});
}

struct bilingual run_fault(const struct call *call, const struct quanze_error *error, struct arena *arena) {
    const char *path = short_path(call->core->book->rules[call->rule].path.at);
    unsigned line = error->line > 0 ? error->line : call->core->rules[call->rule].line;
    struct bilingual fault = {sentence(arena, path, line, error->zh), sentence(arena, path, line, error->en)};
    if (fault.zh.at == NULL) fault.zh = STR("内存不足");
    if (fault.en.at == NULL) fault.en = STR("memory ran out");
    return fault;
}

static void set_error(const struct call *call, const struct quanze_error *error, struct arena *arena,
                      struct rule_outcome *out) {
    out->status = STATUS_ERROR;
    out->message = NULL;
    out->value_count = 0;
    out->unknown_fact = -1;
    out->error = run_fault(call, error, arena);
}

/* What the check returned, on top of the stack. */
static void read_answer(const struct call *call, lua_State *lua, struct arena *arena, struct rule_outcome *out) {
    const struct run *run = &call->core->world.run;
    const void *answer = lua_type(lua, -1) == LUA_TLIGHTUSERDATA ? lua_touserdata(lua, -1) : NULL;
    bool last = run->answer != 0 && answer == (const void *)(uintptr_t)run->answer;
    if (answer != NULL && answer == run_pass_mark()) {
        run_settle(out, STATUS_PASS);
    } else if (last && run->answer_status != STATUS_ERROR) {
        run_settle(out, run->answer_status);
    } else {
        struct quanze_error error;
        const char *is = answer != NULL ? "an earlier answer" : lua_typename(lua, lua_type(lua, -1));
        error_set(&error, QUANZE_BAD_DATA, "check 应返回 pass()、最后一次 fail() 或 unknown() 的结果，实为 %s",
                  "check should return pass(), or the last fail() or unknown() it called; it returned %s", is);
        set_error(call, &error, arena, out);
    }
}

/* After a call that did not end well: says why. */
static void read_fault(const struct call *call, int status, struct arena *arena, struct rule_outcome *out) {
    struct rule_core *core = call->core;
    struct quanze_error error;
    int year = core->world.missing_year;
    sandbox_fault(&core->world.sandbox, status, &error);
    set_error(call, &error, arena, out);
    if (year != 0 && core->world.sandbox.trip == TRIP_NONE) {
        out->status = STATUS_UNKNOWN;
        out->missing_year = year;
        out->error = (struct bilingual){{"", 0}, {"", 0}};
    }
}

static void run_check(struct rule_core *core, size_t index, const struct task *facts, struct arena *arena,
                      struct rule_outcome *out) {
    struct call call = {core, index, CORE_CHECK, facts};
    struct quanze_error error;
    if (core_make_ready(core, index, &error) != QUANZE_OK) {
        set_error(&call, &error, arena, out);
        return;
    }
    int status = LUA_OK;
    call_start(&call, arena, out, NULL);
    if (call_protected(&call, &status)) {
        read_answer(&call, core->world.sandbox.lua, arena, out);
        lua_pop(core->world.sandbox.lua, 1);
    } else {
        read_fault(&call, status, arena, out);
    }
    call_end(core);
}

/* Only what is answered by Lua has instructions that can be counted. */
static bool is_direct(const struct rule_core *core) { return !core->strict && !core->is_counting; }

/* Whether it was answered from memory. */
static bool answer(struct rule_core *core, size_t index, const struct task *facts, struct arena *arena,
                   struct rule_outcome *out) {
    struct memo_key key;
    if (!core->looks_once) held_begin(&core->held);
    bool is_told = memo_key_of(&core->book->rules[index], facts, &core->held, &key);
    out->message = NULL;
    out->value_count = 0;
    out->unknown_fact = -1;
    out->missing_year = 0;
    out->error = (struct bilingual){{"", 0}, {"", 0}};
    out->status = STATUS_PASS;
    if (is_told && memo_knows(core->memo, index, &key, arena, out)) return true;
    if (!is_direct(core) || !direct_answer(core, index, facts, arena, out)) run_check(core, index, facts, arena, out);
    if (is_told) memo_keep(core->memo, index, &key, out);
    return false;
}

static uint64_t now(const struct rule_core *core) { return core->clock.now_ns ? core->clock.now_ns(core->clock.payload) : 0; }

static void measure(struct rule_core *core, size_t index, const struct task *facts, struct arena *arena,
                    struct rule_outcome *out) {
    struct rule_meter *meter = &core->meters[index];
    struct rule_outcome again = {0};
    struct quanze_error error;
    const uint64_t before = now(core);
    if (core->is_open && !core->rules[index].is_put) (void)core_put(core, index, &error); /* the run below tells of it */
    const uint64_t start = now(core);
    const bool remembered = answer(core, index, facts, arena, out);
    const uint64_t end = now(core);
    meter->runs++;
    meter->aside_ns += start - before;
    meter->remembered += remembered;
    meter->spent_ns += end - start;
    if (remembered) return;
    core->is_counting = true;
    run_check(core, index, facts, arena, &again);
    core->is_counting = false;
    meter->steps += (uint64_t)(core->armed_steps - core->world.sandbox.steps_left);
    meter->aside_ns += now(core) - end;
}

void rule_run(struct rule_core *core, size_t index, const struct task *facts, struct arena *arena, struct rule_outcome *out) {
    if (core->meters)
        measure(core, index, facts, arena, out);
    else
        (void)answer(core, index, facts, arena, out);
}

void rule_runs_begin(struct rule_core *core) {
    held_begin(&core->held);
    core->looks_once = true;
}

void rule_runs_end(struct rule_core *core) { core->looks_once = false; }

void rule_core_measure(struct rule_core *core, struct rule_meter *meters, const struct rule_clock *clock) {
    core->meters = meters;
    core->clock = *clock;
}
