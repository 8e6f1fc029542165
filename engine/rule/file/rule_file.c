#include <base/utf8.h>
#include <rule/bytecode/bytecode.h>
#include <rule/file/rule_file.h>
#include <rule/run/direct.h>
#include <rule/world/library.h>
#include <rule/world/protect.h>

/* --- the world that files are read in --- */

struct trial {
    struct arena arena;
    bool is_known;
};

static int try_protected(lua_State *lua) {
    struct trial *trial = lua_touserdata(lua, 1);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, WORLD_LIBRARY);
    trial->is_known = bytecode_is_as_known(lua, -1, &trial->arena) && direct_is_as_known(lua, -1, &trial->arena);
    return 0;
}

quanze_status rule_file_open_reading(struct world *world, double day_hours, struct quanze_error *error) {
    quanze_status result = world_start(world, day_hours, error);
    if (result != QUANZE_OK) return result;
    struct trial trial = {.is_known = false};
    lua_State *lua = world->sandbox.lua;
    lua_pushcfunction(lua, try_protected);
    lua_pushlightuserdata(lua, &trial);
    int status = lua_pcall(lua, 1, 0, 0);
    if (status != LUA_OK)
        result = sandbox_fault(&world->sandbox, status, error);
    else if (!trial.is_known)
        result = error_set(error, QUANZE_INTERNAL, "这个 Lua 库编译出的指令与预期（5.4）不同，不能检查规则",
                           "this Lua library compiles to other instructions than expected (5.4): rules cannot be examined");
    arena_free(&trial.arena);
    if (result != QUANZE_OK) sandbox_close(&world->sandbox);
    return result;
}

/* --- what the code may do --- */

static void explain_offence(struct reader *reader, enum bytecode_offence offence, struct str name, struct str within,
                            struct place place) {
    struct problems *problems = reader->problems;
    switch (offence) {
    case OFFENCE_UNKNOWN_NAME: {
        struct str near = library_nearest(NULL, name);
        problem_error(problems, "unknown-name", place, "规则里没有“%.*s”这个名字%s%.*s",
                      "there is no name \"%.*s\" in a rule%s%.*s", (int)name.length, name.at, near.length > 0 ? " ≈ " : "",
                      (int)near.length, near.at);
        return;
    }
    case OFFENCE_UNKNOWN_ENTRY:
        problem_error(problems, "unknown-name", place, "“%.*s”里没有“%.*s”", "\"%.*s\" has no \"%.*s\"", (int)within.length,
                      within.at, (int)name.length, name.at);
        return;
    case OFFENCE_GLOBAL:
        problem_error(problems, "writes-global", place, "规则不得写全局变量“%.*s”，请用 local",
                      "a rule may not write the global \"%.*s\": use local", (int)name.length, name.at);
        return;
    case OFFENCE_ENVIRONMENT:
        problem_error(problems, "unknown-name", place, "规则里没有 _ENV", "there is no _ENV in a rule");
        return;
    case OFFENCE_INPUT:
        problem_error(
            problems, "writes-input", place, "规则不得改写交给它的要素和参数；要改动的，先逐项放进自己用 local 建的表",
            "a rule may not write to the facts and parameters it is given: copy what is to change into a table of its own "
            "(local t = {})");
        return;
    case OFFENCE_STATE:
        problem_error(problems, "keeps-state", place, "函数不得改写文件级的变量和帮助库：规则不能从一次运行带东西到下一次",
                      "a function may not write a variable of the file or a helper library: a rule carries nothing from one "
                      "run to the next");
        return;
    }
}

static void found_offence(void *payload, enum bytecode_offence offence, struct str name, struct str within, unsigned line) {
    struct reader *reader = payload;
    explain_offence(reader, offence, name, within, (struct place){reader->source.file, line, 1});
}

static bool is_clean(const struct reader *reader) {
    return reader->problems->errors == reader->errors_before && !reader->problems->out_of_memory;
}

/* Compiles the file and looks through it; leaves chunk and arguments on the stack when it may run. */
static bool compile(struct reader *reader) {
    lua_State *lua = reader->lua;
    lua_rawgeti(lua, LUA_REGISTRYINDEX, WORLD_LIBRARY);
    int values = lua_gettop(lua);
    int status = library_load(lua, reader->chunk, values);
    reader->does_not_compile = status != LUA_OK && status != LUA_ERRMEM;
    if (status != LUA_OK) return lua_error(lua);
    lua_pushvalue(lua, values + 1);
    struct bytecode_sink sink = {found_offence, reader};
    struct bytecode_nature nature;
    if (!bytecode_examine(lua, reader->arena, sink, &nature, &reader->rule->code)) reader->problems->out_of_memory = true;
    reader->rule->counts_steps = nature.counts_steps;
    reader->rule->guards_facts = nature.may_write;
    reader->rule->searches = nature.searches;
    reader->rule->plain = nature.plain;
    lua_pop(lua, 1);
    return is_clean(reader);
}

/* --- the table --- */

static void read_examples(struct reader *reader, const char *path);
static void read_check(struct reader *reader, const char *path);
static void read_remedy(struct reader *reader, const char *path);

/* In this order: examples need says, needs and stage; may needs needs. */
static const struct key {
    struct reader_key key;
    void (*read)(struct reader *reader, const char *path);
} KEYS[] = {
    {{"id", true}, rule_head_id},
    {{"family", true}, rule_head_family},
    {{"level", true}, rule_head_level},
    {{"stage", true}, rule_head_stage},
    {{"subject", false}, rule_head_subject},
    {{"title", true}, rule_head_title},
    {{"why", true}, rule_head_why},
    {{"basis", true}, rule_head_basis},
    {{"seeds", true}, rule_head_seeds},
    {{"ground", true}, rule_head_ground},
    {{"since", true}, rule_head_since},
    {{"until", false}, rule_head_until},
    {{"emergency", false}, rule_head_emergency},
    {{"parameters", true}, rule_parameters_read},
    {{"applies", true}, rule_facts_applies},
    {{"needs", true}, rule_facts_needs},
    {{"may", false}, rule_facts_may},
    {{"check", true}, read_check},
    {{"says", true}, rule_says_messages},
    {{"remedy", true}, read_remedy},
    {{"examples", true}, read_examples},
};

#define KEY_COUNT (sizeof KEYS / sizeof KEYS[0])

/* A function of exactly the facts and, last, the parameters, which may be left out. */
static void check_function(struct reader *reader, const char *path) {
    const struct rule *rule = reader->rule;
    lua_State *lua = reader->lua;
    size_t facts = rule->need_count + rule->may_count;
    if (!lua_isfunction(lua, -1) || lua_iscfunction(lua, -1)) {
        READER_ERROR(reader, path, "wrong-type", "“%s”应为函数", "\"%s\" should be a function", path);
        return;
    }
    lua_Debug about;
    lua_pushvalue(lua, -1);
    lua_getinfo(lua, ">u", &about);
    if (about.isvararg || (about.nparams != facts && about.nparams != facts + 1))
        READER_ERROR(reader, path, "wrong-arguments", "“%s”的参数应为 needs 和 may 的 %zu 个事实，最后是 p（实有 %d 个）",
                     "\"%s\" should take the %zu facts of needs and may, then p (it takes %d)", path, facts,
                     (int)about.nparams);
    protect_upvalues(lua, -1);
}

static void read_check(struct reader *reader, const char *path) { check_function(reader, path); }

static void read_remedy(struct reader *reader, const char *path) {
    reader->rule->has_remedy = !lua_isboolean(reader->lua, -1) || lua_toboolean(reader->lua, -1);
    if (reader->rule->has_remedy) check_function(reader, path);
}

/* What was taken out must have been the examples of the rule's table, and nothing else. */
static void read_examples(struct reader *reader, const char *path) {
    if (!reader->without_examples)
        rule_examples_read(reader, path);
    else if (lua_rawlen(reader->lua, -1) > 0)
        READER_ERROR(reader, path, "wrong-type", "“%s”没有读出", "\"%s\" was not read", path);
}

static void read_table(struct reader *reader) {
    struct reader_key keys[KEY_COUNT];
    for (size_t i = 0; i < KEY_COUNT; i++) keys[i] = KEYS[i].key;
    if (!reader_keys(reader, "", keys, KEY_COUNT)) return;
    for (size_t i = 0; i < KEY_COUNT; i++) {
        if (lua_getfield(reader->lua, -1, KEYS[i].key.name) != LUA_TNIL) KEYS[i].read(reader, KEYS[i].key.name);
        lua_pop(reader->lua, 1);
    }
    if (reader->rule->stage == STAGE_AUDIT && reader->rule->subject == SUBJECT_NONE)
        READER_ERROR(reader, "stage", "missing-key", "审计规则要写 subject：county、department、township、matter 或 paper",
                     "a rule of stage audit must say its subject: county, department, township, matter or paper");
}

static int read_protected(lua_State *lua) {
    struct reader *reader = lua_touserdata(lua, 1);
    if (!lua_checkstack(lua, 256)) return SANDBOX_THROW(lua, "内存不足", "memory ran out");
    if (!compile(reader)) return 0;
    library_call(lua);
    if (lua_istable(lua, -1))
        read_table(reader);
    else
        READER_ERROR(reader, "", "wrong-type", "规则文件应返回一个表", "a rule file should return a table");
    return 0;
}

static bool prepare_source(struct reader *reader, struct str text) {
    struct rule *rule = reader->rule;
    if (str_starts_with(text, STR("\xEF\xBB\xBF"))) text = (struct str){text.at + 3, text.length - 3};
    rule->source = reader->source.text = text;
    ptrdiff_t invalid = utf8_invalid_at(text);
    if (invalid >= 0) {
        unsigned line = 1;
        for (ptrdiff_t i = 0; i < invalid; i++) line += text.at[i] == '\n';
        problem_error(reader->problems, "not-utf8", (struct place){reader->source.file, line, 1},
                      "规则文件应为 UTF-8 文本（不能是字节码）", "a rule file should be text in UTF-8 (never bytecode)");
        return false;
    }
    struct str bare = reader->without_examples ? source_without_examples(reader->arena, text) : text;
    if (bare.at == NULL) return false;
    reader->chunk = source_with_calls(reader->arena, bare);
    if (reader->chunk.at == NULL) reader->problems->out_of_memory = true;
    return !reader->problems->out_of_memory;
}

static void report_fault(struct reader *reader, int status) {
    struct quanze_error fault;
    if (sandbox_fault(&reader->world->sandbox, status, &fault) == QUANZE_INTERNAL) {
        reader->problems->out_of_memory = true;
        return;
    }
    struct place place = {reader->source.file, fault.line > 0 ? fault.line : 1, 1};
    const char *code = reader->does_not_compile ? "syntax" : "rule-broke";
    problem_error(reader->problems, code, place, "%s%.0s", "%.0s%s", fault.zh, fault.en);
}

static bool read_with(struct reader reader, const char *path, struct str source) {
    struct world *world = reader.world;
    struct problems *problems = reader.problems;
    struct rule *out = reader.rule;
    *out = (struct rule){.ground = -1, .validity = {DAY_NONE, DAY_NONE}, .emergency_excuses = true};
    out->path = arena_copy(reader.arena, str_of(path));
    if (out->path.at == NULL) problems->out_of_memory = true;
    if (out->path.at == NULL) return false;
    reader.lua = world->sandbox.lua;
    reader.source = (struct source){.file = out->path.at, .arena = reader.arena};
    reader.errors_before = problems->errors;
    if (!prepare_source(&reader, source)) return false;
    sandbox_arm(&world->sandbox, QUANZE_MAX_RULE_STEPS, true);
    lua_pushcfunction(reader.lua, read_protected);
    lua_pushlightuserdata(reader.lua, &reader);
    int status = lua_pcall(reader.lua, 1, 0, 0);
    sandbox_disarm(&world->sandbox);
    if (status != LUA_OK) report_fault(&reader, status);
    if (reader.source.out_of_memory) problems->out_of_memory = true;
    out->edition = out->validity;
    return is_clean(&reader);
}

bool rule_file_read(struct world *world, const char *path, struct str source, struct arena *arena, struct rule *out,
                    struct problems *problems) {
    return read_with((struct reader){.world = world, .rule = out, .arena = arena, .problems = problems}, path, source);
}

/* A file of another form than usual, or one with mistakes, is read whole: then what is wrong is said as it always is. */
bool rule_file_read_to_run(struct world *world, const char *path, struct str source, struct arena *arena, struct rule *out,
                           struct problems *problems) {
    struct problems own = {.arena = arena};
    struct reader reader = {.world = world, .rule = out, .arena = arena, .problems = &own, .without_examples = true};
    return read_with(reader, path, source) || rule_file_read(world, path, source, arena, out, problems);
}
