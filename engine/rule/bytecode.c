#include <base/buf.h>
#include <rule/bytecode.h>
#include <rule/dump.h>
#include <rule/library.h>

/* Instructions of Lua 5.4 that matter here; the others only write their register A, or nothing. */
enum opcode {
    OP_MOVE = 0,
    OP_LFALSESKIP = 6,
    OP_LOADNIL = 8,
    OP_GETUPVAL = 9,
    OP_SETUPVAL = 10,
    OP_GETTABUP = 11,
    OP_SETTABUP = 15,
    OP_SELF = 20,
    OP_JMP = 56,
    OP_CALL = 68,
    OP_TAILCALL = 69,
    OP_FORLOOP = 73,
    OP_FORPREP = 74,
    OP_TFORPREP = 75,
    OP_TFORCALL = 76,
    OP_TFORLOOP = 77,
    OP_VARARG = 80
};

#define JUMP_ZERO 16777215
/* Calls in longer functions are not traced to their helpers but counted: tracing is quadratic. */
#define MAX_TRACED 8192

/* Offences reported of one file. */
#define MAX_OFFENCES 50

struct examination {
    struct bytecode_sink sink;
    size_t offences;
    bool counts_steps;
};

static enum opcode op_of(uint32_t code) { return (enum opcode)(code & 0x7f); }
static unsigned a_of(uint32_t code) { return code >> 7 & 0xff; }
static unsigned b_of(uint32_t code) { return code >> 16 & 0xff; }
static unsigned c_of(uint32_t code) { return code >> 24; }

static struct str constant_of(const struct dump_function *function, unsigned index) {
    bool text = index < function->constant_count && function->constants[index].at != NULL;
    return text ? function->constants[index] : STR("");
}

enum home { HOME_ENVIRONMENT, HOME_FILE, HOME_FUNCTION };

/* Where an upvalue lives: the environment, register `*slot` of the chunk, or a local of a function that is running. */
static enum home home_of(const struct dump_function *function, unsigned index, unsigned *slot) {
    while (function->parent != NULL && index < function->upvalue_count) {
        struct dump_upvalue upvalue = function->upvalues[index];
        *slot = upvalue.index;
        if (upvalue.in_stack) return function->parent->parent == NULL ? HOME_FILE : HOME_FUNCTION;
        index = upvalue.index;
        function = function->parent;
    }
    return HOME_ENVIRONMENT;
}

/* The helper name that an upvalue is, or NULL. The names are the first locals of the chunk. */
static const struct library *library_of(const struct dump_function *function, unsigned upvalue) {
    unsigned slot = 0;
    if (home_of(function, upvalue, &slot) != HOME_FILE || slot >= LIBRARY_COUNT) return NULL;
    return library_at(slot);
}

static bool jumps(uint32_t code, size_t at, size_t *target) {
    if (op_of(code) == OP_LFALSESKIP) *target = at + 2;
    if (op_of(code) == OP_JMP) *target = (size_t)((int64_t)at + 1 + (int64_t)(code >> 7) - JUMP_ZERO);
    return op_of(code) == OP_LFALSESKIP || op_of(code) == OP_JMP;
}

static bool writes(uint32_t code, unsigned target) {
    switch ((int)op_of(code)) {
    case OP_LOADNIL:
    case OP_SELF:
    case OP_CALL:
    case OP_VARARG:
    case OP_FORPREP:
    case OP_FORLOOP:
    case OP_TFORPREP:
    case OP_TFORCALL:
    case OP_TFORLOOP: return a_of(code) <= target;
    default: return a_of(code) == target && op_of(code) != OP_JMP;
    }
}

/* Whether a jump before the instruction `writer` leads past it, to no further than `at`. */
static bool jumped_over(const struct dump_function *function, size_t writer, size_t at) {
    for (size_t i = 0; i < writer; i++) {
        size_t to = 0;
        if (jumps(function->code[i], i, &to) && to > writer && to <= at) return true;
    }
    return false;
}

/* Whether the register certainly holds a helper function when instruction `at` runs: the last instruction before it that
 * writes the register loads one, and no jump leads past that instruction to between the two. */
static bool holds_helper(const struct dump_function *function, unsigned target, size_t at) {
    size_t writer = at;
    while (writer > 0 && !writes(function->code[writer - 1], target)) writer--;
    if (writer == 0 || jumped_over(function, --writer, at)) return false;
    uint32_t code = function->code[writer];
    const struct library *library = NULL;
    switch ((int)op_of(code)) {
    case OP_MOVE: return holds_helper(function, b_of(code), writer);
    case OP_GETUPVAL: library = library_of(function, b_of(code)); return library != NULL && library->function != NULL;
    case OP_GETTABUP: library = library_of(function, b_of(code)); return library != NULL && library->function == NULL;
    default: return false;
    }
}

static void report(struct examination *examination, const struct dump_function *function, size_t at,
                   enum bytecode_offence offence, struct str name, struct str within) {
    if (examination->offences++ < MAX_OFFENCES)
        examination->sink.found(examination->sink.payload, offence, name, within, dump_line(function, at));
}

static void examine_table_read(struct examination *examination, const struct dump_function *function, size_t at) {
    uint32_t code = function->code[at];
    struct str name = constant_of(function, c_of(code));
    unsigned slot = 0;
    if (home_of(function, b_of(code), &slot) == HOME_ENVIRONMENT) {
        report(examination, function, at, OFFENCE_UNKNOWN_NAME, name, STR(""));
        return;
    }
    const struct library *library = library_of(function, b_of(code));
    if (library != NULL && library->function == NULL && !library_has(library, name))
        report(examination, function, at, OFFENCE_UNKNOWN_ENTRY, name, library->name);
}

static void examine_upvalue(struct examination *examination, const struct dump_function *function, size_t at) {
    uint32_t code = function->code[at];
    bool table = op_of(code) == OP_SETTABUP;
    unsigned slot = 0;
    enum home home = home_of(function, table ? a_of(code) : b_of(code), &slot);
    if (home == HOME_ENVIRONMENT)
        report(examination, function, at, table ? OFFENCE_GLOBAL : OFFENCE_ENVIRONMENT,
               table ? constant_of(function, b_of(code)) : STR("_ENV"), STR(""));
    else if (home == HOME_FILE && op_of(code) != OP_GETUPVAL)
        report(examination, function, at, OFFENCE_STATE, table ? constant_of(function, b_of(code)) : STR(""), STR(""));
}

static bool unbounded(const struct dump_function *function, size_t at) {
    uint32_t code = function->code[at];
    size_t target = 0;
    switch ((int)op_of(code)) {
    case OP_FORLOOP:
    case OP_TFORLOOP: return true;
    case OP_JMP: return jumps(code, at, &target) && target <= at;
    case OP_CALL:
    case OP_TAILCALL: return function->code_count > MAX_TRACED || !holds_helper(function, a_of(code), at);
    default: return false;
    }
}

static void examine(struct examination *examination, const struct dump_function *function) {
    for (size_t at = 0; at < function->code_count; at++) {
        enum opcode op = op_of(function->code[at]);
        if (op == OP_GETTABUP) examine_table_read(examination, function, at);
        if (op == OP_SETTABUP || op == OP_SETUPVAL || op == OP_GETUPVAL) examine_upvalue(examination, function, at);
        if (function->parent != NULL && !examination->counts_steps) examination->counts_steps = unbounded(function, at);
    }
    for (size_t i = 0; i < function->inner_count; i++) examine(examination, &function->inner[i]);
}

static int write_dump(lua_State *lua, const void *bytes, size_t count, void *payload) {
    (void)lua;
    struct buf *buf = payload;
    buf_put(buf, (struct str){bytes, count});
    return buf->failed;
}

bool bytecode_examine(lua_State *lua, struct arena *arena, struct bytecode_sink sink, bool *counts_steps, struct str *code) {
    struct buf dump = {0};
    struct arena functions = {0};
    struct examination examination = {.sink = sink};
    bool written = lua_dump(lua, write_dump, &dump, 0) == 0 && !dump.failed;
    const struct dump_function *chunk = written ? dump_read(buf_str(&dump), &functions) : NULL;
    if (chunk != NULL) examine(&examination, chunk);
    *counts_steps = examination.counts_steps;
    *code = arena_copy(arena, buf_str(&dump));
    arena_free(&functions);
    buf_free(&dump);
    return chunk != NULL && code->at != NULL;
}

/* --- whether this Lua is the known one --- */

struct probe {
    const char *source;
    int offence; /* the one that must be found, and no other; -1: none */
    bool counts_steps;
};

static const struct probe PROBES[] = {
    {"return function(a, p) if a >= p.n then return pass() end return fail('k', {h = a or calendar.day_hours}) end", -1, false},
    {"return function(a) local f = pass return text.contains(a, a == 1) and f() end", -1, false},
    {"local function g() end return function() return g() end", -1, true},
    {"return function(a) local f = a and pass or a return f() end", -1, true},
    {"return function(a) for i = 1, a do a = i end end", -1, true},
    {"return function(a) for i in a do a = i end end", -1, true},
    {"return function(a) while a do a = nil end end", -1, true},
    {"return function(a) ::again:: if a then goto again end end", -1, true},
    {"local n = 0 return function(a) n = a end", OFFENCE_STATE, false},
    {"local n = {} return function(a) n.x = a end", OFFENCE_STATE, false},
    {"return function() local n = 0 return function() n = 1 end end", -1, false},
    {"return function() os = 1 end", OFFENCE_GLOBAL, false},
    {"return function() return os end", OFFENCE_UNKNOWN_NAME, false},
    {"return function() return _ENV end", OFFENCE_ENVIRONMENT, false},
    {"return function() return calendar.year end", OFFENCE_UNKNOWN_ENTRY, false},
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
    bool counts_steps = false;
    struct str code;
    bool read = bytecode_examine(lua, arena, (struct bytecode_sink){note_offence, &seen}, &counts_steps, &code);
    lua_settop(lua, top);
    return read && seen.offence == probe->offence && seen.count == (probe->offence >= 0) && counts_steps == probe->counts_steps;
}

bool bytecode_is_as_known(lua_State *lua, int values, struct arena *arena) {
    values = lua_absindex(lua, values);
    for (size_t i = 0; i < sizeof PROBES / sizeof PROBES[0]; i++) {
        if (!probe_holds(lua, &PROBES[i], values, arena)) return false;
    }
    return true;
}
