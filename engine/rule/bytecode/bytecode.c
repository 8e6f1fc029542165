#include <base/buf.h>
#include <rule/bytecode/bytecode.h>
#include <rule/bytecode/dump.h>
#include <rule/bytecode/opcode.h>
#include <rule/bytecode/origin.h>
#include <rule/bytecode/plain.h>
#include <rule/bytecode/scope.h>
#include <rule/bytecode/search.h>
#include <rule/world/helper.h>

/* Calls in longer functions are not traced to their helpers but counted: tracing is quadratic. */
#define MAX_TRACED 8192

/* Offences reported of one file. */
#define MAX_OFFENCES 50

static const struct str ENTRY_KEYS[] = {STR_INIT("check"), STR_INIT("remedy")};

#define ENTRIES (sizeof ENTRY_KEYS / sizeof ENTRY_KEYS[0])

struct examination {
    struct bytecode_sink sink;
    struct arena *arena;
    size_t offences;
    const struct dump_function *entries[ENTRIES]; /* check and remedy, where one can see which they are */
    struct bytecode_nature nature;
    bool out_of_memory;
};

static void report(struct examination *examination, const struct dump_function *function, size_t at,
                   enum bytecode_offence offence, struct str name, struct str within) {
    if (examination->offences++ < MAX_OFFENCES)
        examination->sink.found(examination->sink.payload, offence, name, within, dump_line(function, at));
}

static void examine_table_read(struct examination *examination, const struct dump_function *function, size_t at) {
    uint32_t code = function->code[at];
    struct str name = scope_constant(function, c_of(code));
    unsigned slot = 0;
    if (scope_home(function, b_of(code), &slot) == HOME_ENVIRONMENT) {
        report(examination, function, at, OFFENCE_UNKNOWN_NAME, name, STR(""));
        return;
    }
    const struct library *library = scope_library(function, b_of(code));
    if (library != NULL && library->function == NULL && !library_has(library, name))
        report(examination, function, at, OFFENCE_UNKNOWN_ENTRY, name, library->name);
}

static void examine_upvalue(struct examination *examination, const struct dump_function *function, size_t at) {
    uint32_t code = function->code[at];
    bool table = op_of(code) == OP_SETTABUP;
    unsigned slot = 0;
    enum home home = scope_home(function, table ? a_of(code) : b_of(code), &slot);
    if (home == HOME_ENVIRONMENT)
        report(examination, function, at, table ? OFFENCE_GLOBAL : OFFENCE_ENVIRONMENT,
               table ? scope_constant(function, b_of(code)) : STR("_ENV"), STR(""));
    else if (home == HOME_FILE && op_of(code) != OP_GETUPVAL)
        report(examination, function, at, OFFENCE_STATE, table ? scope_constant(function, b_of(code)) : STR(""), STR(""));
}

static bool unbounded(const struct dump_function *function, size_t at) {
    uint32_t code = function->code[at];
    switch ((int)op_of(code)) {
    case OP_FORLOOP:
    case OP_TFORLOOP: return true;
    case OP_JMP: return jump_of(code, at) <= at;
    case OP_CALL:
    case OP_TAILCALL: return function->code_count > MAX_TRACED || !scope_holds_helper(function, a_of(code), at);
    default: return false;
    }
}

/* --- writing to what is given --- */

/* Whether the register certainly holds a table made just before, as that of a constructor. */
static bool holds_new_table(const struct dump_function *function, size_t at) {
    size_t writer = at;
    unsigned target = a_of(function->code[at]);
    return scope_last_writer(function, target, at, &writer) && op_of(function->code[writer]) == OP_NEWTABLE;
}

/* Whether the function does anything by which a table could be changed other than fill a constructor or call a helper: most
 * do not, and need not be traced. */
static bool passes_tables_on(const struct dump_function *function) {
    for (size_t at = 0; at < function->code_count; at++) {
        uint32_t code = function->code[at];
        enum opcode op = op_of(code);
        const struct library_entry *entry = op == OP_GETTABUP ? scope_entry(function, code) : NULL;
        if (entry != NULL && entry->function == helper_insert) return true;
        if (op >= OP_SETTABLE && op <= OP_SETFIELD && !holds_new_table(function, at)) return true;
        if (op == OP_SETTABUP || op == OP_SETUPVAL) return true;
        if ((op == OP_CALL || op == OP_TAILCALL) && !scope_holds_helper(function, a_of(code), at)) return true;
    }
    return false;
}

static void found_write(void *payload, const struct dump_function *function, size_t at, bool given) {
    report(payload, function, at, given ? OFFENCE_INPUT : OFFENCE_STATE, STR(""), STR(""));
}

static void trace(struct examination *examination, const struct dump_function *function) {
    bool clear = false, is_entry = false;
    for (size_t i = 0; i < ENTRIES; i++) is_entry = is_entry || examination->entries[i] == function;
    struct origin_sink sink = {found_write, examination};
    if (!origin_trace(function, is_entry, examination->arena, sink, &clear)) examination->out_of_memory = true;
    if (!clear) examination->nature.may_write = true;
}

/* Whether the instruction puts a value under this key. */
static bool puts_under(const struct dump_function *chunk, size_t at, struct str key) {
    uint32_t code = chunk->code[at];
    size_t writer = 0;
    if (op_of(code) == OP_SETFIELD) return str_equal(scope_constant(chunk, b_of(code)), key);
    if (op_of(code) != OP_SETTABLE || !scope_last_writer(chunk, b_of(code), at, &writer)) return false;
    uint32_t load = chunk->code[writer];
    return op_of(load) == OP_LOADK && str_equal(scope_constant(chunk, bx_of(load)), key);
}

/* Finds the functions that the file puts into its table as check and remedy. */
static void find_entries(struct examination *examination, const struct dump_function *chunk) {
    for (size_t at = 0; at < chunk->code_count; at++)
        for (size_t i = 0; i < ENTRIES; i++)
            if (!k_of(chunk->code[at]) && puts_under(chunk, at, ENTRY_KEYS[i]))
                examination->entries[i] = scope_function(chunk, c_of(chunk->code[at]), at);
}

static void examine(struct examination *examination, const struct dump_function *function) {
    for (size_t at = 0; at < function->code_count; at++) {
        enum opcode op = op_of(function->code[at]);
        if (op == OP_GETTABUP) examine_table_read(examination, function, at);
        if (op == OP_SETTABUP || op == OP_SETUPVAL || op == OP_GETUPVAL) examine_upvalue(examination, function, at);
        if (function->parent != NULL && !examination->nature.counts_steps)
            examination->nature.counts_steps = unbounded(function, at);
    }
    if (function->parent != NULL && passes_tables_on(function)) trace(examination, function);
    for (size_t i = 0; i < function->inner_count; i++) examine(examination, &function->inner[i]);
}

static int write_dump(lua_State *lua, const void *bytes, size_t count, void *payload) {
    (void)lua;
    struct buf *buf = payload;
    buf_put(buf, (struct str){bytes, count});
    return buf->failed;
}

bool bytecode_examine(lua_State *lua, struct arena *arena, struct bytecode_sink sink, struct bytecode_nature *nature,
                      struct str *code) {
    struct buf dump = {0};
    struct arena functions = {0};
    struct examination examination = {.sink = sink, .arena = &functions};
    bool written = lua_dump(lua, write_dump, &dump, 0) == 0 && !dump.failed;
    *code = written ? arena_copy(arena, buf_str(&dump)) : (struct str){NULL, 0};
    buf_free(&dump);
    const struct dump_function *chunk = code->at != NULL ? dump_read(*code, &functions) : NULL;
    if (chunk != NULL) find_entries(&examination, chunk);
    if (chunk != NULL) examine(&examination, chunk);
    const struct dump_function *check = examination.entries[0];
    if (check != NULL && !examination.nature.counts_steps && !search_find(check, arena, &examination.nature.searches))
        examination.out_of_memory = true;
    if (check != NULL && !plain_keep(check, arena, &examination.nature.plain)) examination.out_of_memory = true;
    *nature = examination.nature;
    arena_free(&functions);
    return chunk != NULL && !examination.out_of_memory;
}

/* --- whether this Lua is the known one --- */

struct probe {
    const char *source;
    int offence; /* the one that must be found, and no other; -1: none */
    bool counts_steps, may_write;
    uint64_t searched; /* arguments of which only answers of searches are seen */
};

static const struct probe PROBES[] = {
    {"return function(a, p) if a >= p.n then return pass() end return fail('k', {h = a or calendar.day_hours}) end", -1, false,
     false, 0},
    {"return function(a) local f = pass return text.contains(a, a == 1) and f() end", -1, false, false, 0},
    {"local function g() end return function() return g() end", -1, true, false, 0},
    {"return function(a) local f = a and pass or a return f() end", -1, true, false, 0},
    {"return function(a) for i = 1, a do a = i end end", -1, true, false, 0},
    {"return function(a) for i in a do a = i end end", -1, true, false, 0},
    {"return function(a) while a do a = nil end end", -1, true, false, 0},
    {"return function(a) ::again:: if a then goto again end end", -1, true, false, 0},
    {"local n = 0 return function(a) n = a end", OFFENCE_STATE, false, false, 0},
    {"local n = {} return function(a) n.x = a end", OFFENCE_STATE, false, false, 0},
    {"return function() local n = 0 return function() n = 1 end end", -1, false, true, 0},
    {"return function() os = 1 end", OFFENCE_GLOBAL, false, false, 0},
    {"return function() return os end", OFFENCE_UNKNOWN_NAME, false, false, 0},
    {"return function() return _ENV end", OFFENCE_ENVIRONMENT, false, false, 0},
    {"return function() return calendar.year end", OFFENCE_UNKNOWN_ENTRY, false, false, 0},
    {"return {check = function(a) for _, r in ipairs(a) do r.x = 1 end end}", OFFENCE_INPUT, true, false, 0},
    {"return {check = function(a) local t = a or {} table.insert(t, a) end}", OFFENCE_INPUT, false, false, 0},
    {"local n = {} return function(a) local t = n t[a] = 1 end", OFFENCE_STATE, false, false, 0},
    {"return {check = function(a) local t = {} t[1] = {n = a} t[1].n[2] = 3 end}", -1, false, true, 0},
    {"return {check = function(a, p) local t = {} for k, v in pairs(a) do t[k] = p.n end fail('k', t) end}", -1, true, false,
     0},
    {"return {check = function(a, b) if text.is_blank(a) then return pass() end return fail('k', {b = b}) end}", -1, false,
     false, 1},
    {"return {check = function(a, b) if text.contains_any(b, {'x', 'y'}) and not text.contains(b, 'x') then return pass() end "
     "return fail('k') end}",
     -1, false, false, 2},
    {"return {check = function(a, b, c) if text.is_blank(a) or a == c then return pass() end b = b or c return "
     "text.contains(c, b) and pass() or fail('k', {n = p, b}) end}",
     OFFENCE_UNKNOWN_NAME, false, false, 0},
};

struct seen {
    int offence, count;
};

static void note_offence(void *payload, enum bytecode_offence offence, struct str name, struct str within, unsigned line) {
    (void)name, (void)within, (void)line;
    struct seen *seen = payload;
    seen->offence = (int)offence;
    seen->count++;
}

static bool probe_holds(lua_State *lua, const struct probe *probe, int values, struct arena *arena) {
    int top = lua_gettop(lua);
    if (library_load(lua, str_of(probe->source), values) != LUA_OK) return false;
    lua_settop(lua, top + 1);
    struct seen seen = {-1, 0};
    struct bytecode_nature nature = {false};
    struct str code;
    bool read = bytecode_examine(lua, arena, (struct bytecode_sink){note_offence, &seen}, &nature, &code);
    lua_settop(lua, top);
    return read && seen.offence == probe->offence && seen.count == (probe->offence >= 0) &&
           nature.counts_steps == probe->counts_steps && nature.may_write == probe->may_write &&
           nature.searches.arguments == probe->searched;
}

bool bytecode_is_as_known(lua_State *lua, int values, struct arena *arena) {
    values = lua_absindex(lua, values);
    for (size_t i = 0; i < sizeof PROBES / sizeof PROBES[0]; i++) {
        if (!probe_holds(lua, &PROBES[i], values, arena)) return false;
    }
    return true;
}
