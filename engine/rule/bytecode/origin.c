#include <rule/bytecode/opcode.h>
#include <rule/bytecode/origin.h>
#include <rule/bytecode/scope.h>
#include <rule/world/helper.h>

/* What a register may hold, as far as it matters who may write to it; several bits when several ways lead there, none for
 * what is no table. */
enum origin {
    OWN = 1,      /* a table made in this function */
    GIVEN = 2,    /* a fact, the parameters, or something inside them */
    FIXED = 4,    /* of the file or a helper library */
    OTHER = 8,    /* not known */
    APPEND = 16,  /* table.insert */
    WALK = 32,    /* ipairs, pairs */
    PLAIN = 64,   /* another helper: what it returns is no table of a fact */
    WRITTEN = 128 /* a function of the rule file: looked through on its own */
};

#define MAX_REGISTERS 256
/* Longer functions are not traced, and no longer than this is waited until what is known settles: then they are not clear. */
#define MAX_TRACED 8192
#define MAX_SWEEPS 64

struct tracing {
    const struct dump_function *function;
    struct origin_sink sink;
    unsigned char *before; /* of each instruction, a row of `width` origins, then whether it is reached */
    size_t width;          /* registers of the function */
    unsigned stored;       /* what was put into tables of the function's own */
    bool changed, reports, clear;
};

static unsigned char *row_of(const struct tracing *tracing, size_t at) { return tracing->before + at * (tracing->width + 1); }

/* What a field of such a table may hold. Of own tables it is not kept which holds what. */
static unsigned inside(const struct tracing *tracing, unsigned origins) {
    unsigned found = origins & (GIVEN | FIXED | OTHER);
    if (!(origins & OWN)) return found;
    return found | ((tracing->stored & ~(unsigned)(OWN | PLAIN)) != 0 ? OTHER : tracing->stored);
}

static void write_to(struct tracing *tracing, size_t at, unsigned origins, unsigned value) {
    if ((tracing->stored | value) != tracing->stored) tracing->changed = true;
    tracing->stored |= value;
    if (origins & OTHER) tracing->clear = false;
    if (tracing->reports && (origins & (GIVEN | FIXED)) != 0)
        tracing->sink.found(tracing->sink.payload, tracing->function, at, (origins & GIVEN) != 0);
}

static unsigned helper_origin(lua_CFunction helper) {
    if (helper == helper_insert) return APPEND;
    if (helper == helper_ipairs || helper == helper_pairs) return WALK;
    return helper == helper_select ? OTHER : PLAIN;
}

static unsigned upvalue_origin(const struct dump_function *function, unsigned upvalue) {
    unsigned slot = 0;
    const struct dump_function *chunk = function;
    while (chunk->parent != NULL) chunk = chunk->parent;
    switch (scope_home(function, upvalue, &slot)) {
    case HOME_ENVIRONMENT: return 0;
    case HOME_FUNCTION: return OTHER;
    case HOME_FILE: break;
    }
    if (slot < LIBRARY_COUNT) return library_at(slot)->function == NULL ? FIXED : helper_origin(library_at(slot)->function);
    return scope_function(chunk, slot, chunk->code_count) != NULL ? WRITTEN : FIXED;
}

static unsigned upvalue_field(const struct tracing *tracing, uint32_t code) {
    const struct library_entry *entry = scope_entry(tracing->function, code);
    if (entry != NULL) return entry->function == NULL ? 0 : helper_origin(entry->function);
    return inside(tracing, upvalue_origin(tracing->function, b_of(code)));
}

static void fill(const struct tracing *tracing, unsigned char *row, size_t from, unsigned origins) {
    for (size_t i = from; i < tracing->width; i++) row[i] = (unsigned char)origins;
}

static unsigned all_from(const struct tracing *tracing, const unsigned char *row, size_t from, size_t to) {
    unsigned all = 0;
    for (size_t i = from; i < to && i < tracing->width; i++) all |= row[i];
    return all;
}

/* Behind the last of the B registers from A on; B is 0 when they go as far as the last call returned. */
static size_t behind_of(const struct tracing *tracing, uint32_t code) {
    size_t values = op_of(code) == OP_SETLIST ? b_of(code) + 1 : b_of(code);
    return b_of(code) == 0 ? tracing->width : a_of(code) + values;
}

/* A call, with the function in register A. Registers from there on hold its results, or nothing that is read. */
static void call(struct tracing *tracing, size_t at, unsigned char *row) {
    uint32_t code = tracing->function->code[at];
    size_t a = a_of(code);
    unsigned function = row[a], first = all_from(tracing, row, a + 1, a + 2), result = 0;
    if (function & APPEND) write_to(tracing, at, first, all_from(tracing, row, a + 2, a + 3));
    if ((function & (FIXED | OTHER)) && (all_from(tracing, row, a + 1, behind_of(tracing, code)) & (GIVEN | FIXED | OTHER)))
        tracing->clear = false;
    if (function & WALK) result |= first;
    if (function & (FIXED | OTHER | WRITTEN | GIVEN | OWN)) result |= OTHER;
    if (function & PLAIN) result |= OWN; /* list.missing makes a table; the others return no table */
    fill(tracing, row, a, result);
}

/* Instructions that neither write register A nor matter here. */
static bool is_idle(enum opcode op) {
    return (op >= OP_MMBIN && op <= OP_MMBINK) || (op >= OP_CLOSE && op <= OP_TEST) || (op >= OP_RETURN && op <= OP_RETURN1) ||
           op == OP_VARARGPREP || op == OP_EXTRAARG || op == OP_TFORPREP || op == OP_TFORLOOP;
}

static void set_field(struct tracing *tracing, size_t at, const unsigned char *row) {
    uint32_t code = tracing->function->code[at];
    unsigned value = k_of(code) ? 0 : row[c_of(code)];
    if (op_of(code) != OP_SETTABUP) write_to(tracing, at, row[a_of(code)], value);
    /* A table of the file is refused where upvalues are looked at; that of another function is not known. */
    if (op_of(code) == OP_SETTABUP && upvalue_origin(tracing->function, a_of(code)) == OTHER) tracing->clear = false;
}

static void set_upvalue(struct tracing *tracing, uint32_t code) {
    unsigned slot = 0;
    if (scope_home(tracing->function, b_of(code), &slot) == HOME_FUNCTION) tracing->clear = false;
}

/* What register A holds behind an instruction that writes only it. */
static unsigned result_of(const struct tracing *tracing, uint32_t code, const unsigned char *row) {
    switch ((int)op_of(code)) {
    case OP_MOVE: return row[b_of(code)];
    case OP_TESTSET: return (unsigned)row[a_of(code)] | row[b_of(code)];
    case OP_GETUPVAL: return upvalue_origin(tracing->function, b_of(code));
    case OP_GETTABUP: return upvalue_field(tracing, code);
    case OP_GETTABLE:
    case OP_GETI:
    case OP_GETFIELD: return inside(tracing, row[b_of(code)]);
    case OP_NEWTABLE: return OWN;
    case OP_CLOSURE: return WRITTEN;
    default: return 0;
    }
}

/* Does instruction `at` to the row. */
static void step(struct tracing *tracing, size_t at, unsigned char *row) {
    uint32_t code = tracing->function->code[at];
    size_t a = a_of(code);
    switch ((int)op_of(code)) {
    case OP_SETTABUP:
    case OP_SETTABLE:
    case OP_SETI:
    case OP_SETFIELD: set_field(tracing, at, row); return;
    case OP_SETUPVAL: set_upvalue(tracing, code); return;
    case OP_SETLIST: write_to(tracing, at, row[a], all_from(tracing, row, a + 1, behind_of(tracing, code))); return;
    case OP_CALL:
    case OP_TAILCALL: call(tracing, at, row); return;
    case OP_TFORCALL: fill(tracing, row, a + 4, inside(tracing, row[a] | all_from(tracing, row, a + 1, a + 3))); return;
    case OP_VARARG: fill(tracing, row, a, OTHER); return;
    case OP_FORLOOP:
    case OP_FORPREP: fill(tracing, row, a, 0); return;
    case OP_LOADNIL: memset(row + a, 0, b_of(code) + 1); return;
    case OP_SELF:
        row[a + 1] = row[b_of(code)];
        row[a] = (unsigned char)inside(tracing, row[b_of(code)]);
        return;
    default:
        if (!is_idle(op_of(code))) row[a] = (unsigned char)result_of(tracing, code, row);
        return;
    }
}

/* The row may come to instruction `to`. */
static void flow(struct tracing *tracing, const unsigned char *row, size_t to) {
    if (to >= tracing->function->code_count) return;
    unsigned char *there = row_of(tracing, to);
    unsigned changed = there[tracing->width] == 0;
    there[tracing->width] = 1;
    for (size_t i = 0; i < tracing->width; i++) {
        changed |= row[i] & (unsigned)~there[i];
        there[i] |= row[i];
    }
    if (changed != 0) tracing->changed = true;
}

/* Where control may go from instruction `at`; a loop over records gets its table from a walk that has gone. */
static void flow_on(struct tracing *tracing, size_t at, const unsigned char *row) {
    uint32_t code = tracing->function->code[at];
    enum opcode op = op_of(code);
    if (op >= OP_RETURN && op <= OP_RETURN1) return;
    if (op == OP_JMP) {
        flow(tracing, row, jump_of(code, at));
        return;
    }
    if (op == OP_LFALSESKIP || (op >= OP_EQ && op <= OP_TESTSET)) flow(tracing, row, at + 2);
    if (op == OP_FORPREP) flow(tracing, row, at + 2 + bx_of(code));
    if (op == OP_TFORPREP) flow(tracing, row, at + 1 + bx_of(code));
    if ((op == OP_FORLOOP || op == OP_TFORLOOP) && bx_of(code) <= at + 1) flow(tracing, row, at + 1 - bx_of(code));
    if (op != OP_LFALSESKIP) flow(tracing, row, at + 1);
}

static void sweep(struct tracing *tracing) {
    unsigned char row[MAX_REGISTERS + 1];
    for (size_t at = 0; at < tracing->function->code_count; at++) {
        const unsigned char *before = row_of(tracing, at);
        if (before[tracing->width] == 0) continue;
        memcpy(row, before, tracing->width);
        step(tracing, at, row);
        flow_on(tracing, at, row);
    }
}

bool origin_trace(const struct dump_function *function, bool is_entry, struct arena *arena, struct origin_sink sink,
                  bool *clear) {
    *clear = false;
    if (function->code_count > MAX_TRACED) return true;
    struct tracing tracing = {.function = function, .sink = sink, .width = function->register_count, .clear = true};
    tracing.before = arena_take_array(arena, function->code_count, tracing.width + 1);
    if (tracing.before == NULL) return false;
    unsigned char *first = row_of(&tracing, 0);
    for (size_t i = 0; i < function->parameter_count; i++) first[i] = is_entry ? GIVEN : OTHER;
    first[tracing.width] = 1;
    int sweeps = 0;
    do {
        tracing.changed = false;
        sweep(&tracing);
    } while (tracing.changed && ++sweeps < MAX_SWEEPS);
    tracing.reports = true;
    sweep(&tracing);
    *clear = tracing.clear && !tracing.changed;
    return true;
}
