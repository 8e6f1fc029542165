#include <base/buf.h>
#include <rule/bytecode.h>
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
#define LINE_IS_ABSOLUTE (-0x80)
#define MAX_NESTING 200 /* Lua's own limit of syntax levels */

struct upvalue {
    unsigned char in_stack, index;
};

struct function {
    const struct function *parent; /* NULL: the chunk */
    unsigned line;                 /* where it is defined */
    uint32_t *code;
    size_t code_count;
    struct str *constants; /* texts; `at` NULL for other constants */
    size_t constant_count;
    struct upvalue *upvalues;
    size_t upvalue_count;
    const signed char *line_steps; /* per instruction, against the one before */
    size_t line_count;
    uint32_t *absolute_lines; /* pairs: instruction, line */
    size_t absolute_count;
};

struct reading {
    const unsigned char *at, *end;
    struct arena *arena;
    struct bytecode_sink sink;
    bool broken; /* ends too early, or memory ran out */
    bool counts_steps;
};

/* --- the dump --- */

static const unsigned char *take_bytes(struct reading *reading, size_t count) {
    if (reading->broken || count > (size_t)(reading->end - reading->at)) {
        reading->broken = true;
        return NULL;
    }
    const unsigned char *bytes = reading->at;
    reading->at += count;
    return bytes;
}

static unsigned take_byte(struct reading *reading) {
    const unsigned char *byte = take_bytes(reading, 1);
    return byte == NULL ? 0 : *byte;
}

static size_t take_size(struct reading *reading) {
    size_t size = 0;
    unsigned byte = 0;
    do {
        byte = take_byte(reading);
        size = size << 7 | (byte & 0x7f);
    } while ((byte & 0x80) == 0 && !reading->broken);
    return size;
}

static struct str take_text(struct reading *reading) {
    size_t size = take_size(reading);
    if (size == 0) return (struct str){NULL, 0};
    return (struct str){(const char *)take_bytes(reading, size - 1), size - 1};
}

/* Room for as many elements as the next size says; each takes at least one byte in the dump. */
static void *take_array(struct reading *reading, size_t *count, size_t element_size) {
    *count = take_size(reading);
    if (*count > (size_t)(reading->end - reading->at)) reading->broken = true;
    void *array = reading->broken ? NULL : arena_take_array(reading->arena, *count, element_size);
    if (array == NULL) {
        reading->broken = true;
        *count = 0;
    }
    return array;
}

static void take_code(struct reading *reading, struct function *function) {
    function->code = take_array(reading, &function->code_count, sizeof *function->code);
    const unsigned char *bytes = take_bytes(reading, function->code_count * sizeof *function->code);
    if (bytes != NULL) memcpy(function->code, bytes, function->code_count * sizeof *function->code);
}

static void take_constants(struct reading *reading, struct function *function) {
    enum { NUMBER_INTEGER = 0x03, NUMBER_FLOAT = 0x13, TEXT_SHORT = 0x04, TEXT_LONG = 0x14 };
    function->constants = take_array(reading, &function->constant_count, sizeof *function->constants);
    for (size_t i = 0; i < function->constant_count; i++) {
        unsigned type = take_byte(reading);
        if (type == NUMBER_INTEGER || type == NUMBER_FLOAT) take_bytes(reading, 8);
        if (type == TEXT_SHORT || type == TEXT_LONG) function->constants[i] = take_text(reading);
    }
}

static void take_upvalues(struct reading *reading, struct function *function) {
    function->upvalues = take_array(reading, &function->upvalue_count, sizeof *function->upvalues);
    for (size_t i = 0; i < function->upvalue_count; i++) {
        function->upvalues[i].in_stack = (unsigned char)take_byte(reading);
        function->upvalues[i].index = (unsigned char)take_byte(reading);
        take_byte(reading);
    }
}

static void take_lines(struct reading *reading, struct function *function) {
    function->line_count = take_size(reading);
    function->line_steps = (const signed char *)take_bytes(reading, function->line_count);
    function->absolute_count = take_size(reading);
    if (function->absolute_count > (size_t)(reading->end - reading->at)) reading->broken = true;
    if (reading->broken) return;
    function->absolute_lines = arena_take_array(reading->arena, function->absolute_count, 2 * sizeof(uint32_t));
    reading->broken = function->absolute_lines == NULL;
    for (size_t i = 0; i < 2 * function->absolute_count && !reading->broken; i++)
        function->absolute_lines[i] = (uint32_t)take_size(reading);
}

static void skip_names(struct reading *reading) {
    for (size_t count = take_size(reading); count > 0 && !reading->broken; count--) {
        take_text(reading);
        take_size(reading);
        take_size(reading);
    }
    for (size_t count = take_size(reading); count > 0 && !reading->broken; count--) take_text(reading);
}

/* --- what an instruction does --- */

static enum opcode op_of(uint32_t code) { return (enum opcode)(code & 0x7f); }
static unsigned a_of(uint32_t code) { return code >> 7 & 0xff; }
static unsigned b_of(uint32_t code) { return code >> 16 & 0xff; }
static unsigned c_of(uint32_t code) { return code >> 24; }

static unsigned line_of(const struct function *function, size_t instruction) {
    unsigned line = function->line;
    for (size_t i = 0; i <= instruction && i < function->line_count; i++) {
        if (function->line_steps[i] != LINE_IS_ABSOLUTE) {
            line += (unsigned)function->line_steps[i];
            continue;
        }
        for (size_t j = 0; j < function->absolute_count; j++) {
            if (function->absolute_lines[2 * j] == i) line = function->absolute_lines[2 * j + 1];
        }
    }
    return line;
}

static struct str constant_of(const struct function *function, unsigned index) {
    bool text = index < function->constant_count && function->constants[index].at != NULL;
    return text ? function->constants[index] : STR("");
}

enum home { HOME_ENVIRONMENT, HOME_FILE, HOME_FUNCTION };

/* Where an upvalue lives: the environment, register `*slot` of the chunk, or a local of a function that is running. */
static enum home home_of(const struct function *function, unsigned index, unsigned *slot) {
    while (function->parent != NULL && index < function->upvalue_count) {
        struct upvalue upvalue = function->upvalues[index];
        *slot = upvalue.index;
        if (upvalue.in_stack) return function->parent->parent == NULL ? HOME_FILE : HOME_FUNCTION;
        index = upvalue.index;
        function = function->parent;
    }
    return HOME_ENVIRONMENT;
}

/* The helper name that an upvalue is, or NULL. The names are the first locals of the chunk. */
static const struct library *library_of(const struct function *function, unsigned upvalue) {
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

/* Whether the register certainly holds a helper function when instruction `at` runs: the last instruction before it that
 * writes the register loads one, and no jump leads past that instruction to between the two. */
static bool holds_helper(const struct function *function, unsigned target, size_t at) {
    size_t writer = at;
    while (writer > 0 && !writes(function->code[writer - 1], target)) writer--;
    if (writer == 0) return false;
    writer--;
    for (size_t i = 0; i < writer; i++) {
        size_t to = 0;
        if (jumps(function->code[i], i, &to) && to > writer && to <= at) return false;
    }
    uint32_t code = function->code[writer];
    const struct library *library = NULL;
    switch ((int)op_of(code)) {
    case OP_MOVE: return holds_helper(function, b_of(code), writer);
    case OP_GETUPVAL: library = library_of(function, b_of(code)); return library != NULL && library->function != NULL;
    case OP_GETTABUP: library = library_of(function, b_of(code)); return library != NULL && library->function == NULL;
    default: return false;
    }
}

static void report(struct reading *reading, const struct function *function, size_t at, enum bytecode_offence offence,
                   struct str name, struct str within) {
    reading->sink.found(reading->sink.payload, offence, name, within, line_of(function, at));
}

static void examine_table_read(struct reading *reading, const struct function *function, size_t at) {
    uint32_t code = function->code[at];
    struct str name = constant_of(function, c_of(code));
    unsigned slot = 0;
    if (home_of(function, b_of(code), &slot) == HOME_ENVIRONMENT) {
        report(reading, function, at, OFFENCE_UNKNOWN_NAME, name, STR(""));
        return;
    }
    const struct library *library = library_of(function, b_of(code));
    if (library != NULL && library->function == NULL && !library_has(library, name))
        report(reading, function, at, OFFENCE_UNKNOWN_ENTRY, name, library->name);
}

static void examine_upvalue(struct reading *reading, const struct function *function, size_t at) {
    uint32_t code = function->code[at];
    bool table = op_of(code) == OP_SETTABUP;
    unsigned slot = 0;
    enum home home = home_of(function, table ? a_of(code) : b_of(code), &slot);
    if (home == HOME_ENVIRONMENT)
        report(reading, function, at, table ? OFFENCE_GLOBAL : OFFENCE_ENVIRONMENT,
               table ? constant_of(function, b_of(code)) : STR("_ENV"), STR(""));
    else if (home == HOME_FILE && op_of(code) != OP_GETUPVAL)
        report(reading, function, at, OFFENCE_STATE, table ? constant_of(function, b_of(code)) : STR(""), STR(""));
}

static bool unbounded(const struct function *function, size_t at) {
    uint32_t code = function->code[at];
    size_t target = 0;
    switch ((int)op_of(code)) {
    case OP_FORLOOP:
    case OP_TFORLOOP: return true;
    case OP_JMP: return jumps(code, at, &target) && target <= at;
    case OP_CALL:
    case OP_TAILCALL: return !holds_helper(function, a_of(code), at);
    default: return false;
    }
}

static void examine(struct reading *reading, const struct function *function) {
    for (size_t at = 0; at < function->code_count; at++) {
        enum opcode op = op_of(function->code[at]);
        if (op == OP_GETTABUP) examine_table_read(reading, function, at);
        if (op == OP_SETTABUP || op == OP_SETUPVAL || op == OP_GETUPVAL) examine_upvalue(reading, function, at);
        if (function->parent != NULL && !reading->counts_steps) reading->counts_steps = unbounded(function, at);
    }
}

/* --- all functions of the chunk --- */

static void take_function(struct reading *reading, const struct function *parent, int depth) {
    struct function function = {.parent = parent};
    take_text(reading);
    function.line = (unsigned)take_size(reading);
    take_size(reading);
    take_bytes(reading, 3);
    take_code(reading, &function);
    take_constants(reading, &function);
    take_upvalues(reading, &function);
    if (depth > MAX_NESTING) reading->broken = true;
    for (size_t count = take_size(reading); count > 0 && !reading->broken; count--)
        take_function(reading, &function, depth + 1);
    take_lines(reading, &function);
    skip_names(reading);
    if (!reading->broken) examine(reading, &function);
}

static void take_header(struct reading *reading) {
    static const unsigned char start[] = "\x1bLua\x54\x00\x19\x93\r\n\x1a\n\x04\x08\x08";
    const unsigned char *bytes = take_bytes(reading, sizeof start - 1);
    if (bytes != NULL && memcmp(bytes, start, sizeof start - 1) != 0) reading->broken = true;
    take_bytes(reading, 8 + 8 + 1);
}

static int write_dump(lua_State *lua, const void *bytes, size_t count, void *payload) {
    (void)lua;
    struct buf *buf = payload;
    buf_put(buf, (struct str){bytes, count});
    return buf->failed;
}

bool bytecode_examine(lua_State *lua, struct arena *arena, struct bytecode_sink sink, bool *counts_steps, struct str *code) {
    struct buf dump = {0};
    bool written = lua_dump(lua, write_dump, &dump, 0) == 0 && !dump.failed;
    struct str bytes = buf_str(&dump);
    struct reading reading = {.at = (const unsigned char *)bytes.at,
                              .end = (const unsigned char *)bytes.at + bytes.length,
                              .arena = arena,
                              .sink = sink,
                              .broken = !written};
    take_header(&reading);
    take_function(&reading, NULL, 0);
    bool whole = !reading.broken && reading.at == reading.end;
    *counts_steps = reading.counts_steps;
    if (code != NULL) *code = arena_copy(arena, bytes);
    if (code != NULL && code->at == NULL) whole = false;
    buf_free(&dump);
    return whole;
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
    bool read = bytecode_examine(lua, arena, (struct bytecode_sink){note_offence, &seen}, &counts_steps, NULL);
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
