#include <rule/bytecode/opcode.h>
#include <rule/bytecode/scope.h>

struct str scope_constant(const struct dump_function *function, unsigned index) {
    bool text = index < function->constant_count && function->constants[index].text.at != NULL;
    return text ? function->constants[index].text : STR("");
}

enum home scope_home(const struct dump_function *function, unsigned index, unsigned *slot) {
    while (function->parent != NULL && index < function->upvalue_count) {
        struct dump_upvalue upvalue = function->upvalues[index];
        *slot = upvalue.index;
        if (upvalue.in_stack) return function->parent->parent == NULL ? HOME_FILE : HOME_FUNCTION;
        index = upvalue.index;
        function = function->parent;
    }
    return HOME_ENVIRONMENT;
}

const struct library *scope_library(const struct dump_function *function, unsigned upvalue) {
    unsigned slot = 0;
    if (scope_home(function, upvalue, &slot) != HOME_FILE || slot >= LIBRARY_COUNT) return NULL;
    return library_at(slot);
}

const struct library_entry *scope_entry(const struct dump_function *function, uint32_t code) {
    const struct library *library = scope_library(function, b_of(code));
    struct str name = scope_constant(function, c_of(code));
    for (size_t i = 0; library != NULL && i < library->count; i++)
        if (str_equal(library->entries[i].name, name)) return &library->entries[i];
    return NULL;
}

static bool jumps(uint32_t code, size_t at, size_t *target) {
    if (op_of(code) == OP_LFALSESKIP) *target = at + 2;
    if (op_of(code) == OP_JMP) *target = jump_of(code, at);
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

bool scope_last_writer(const struct dump_function *function, unsigned target, size_t at, size_t *writer) {
    size_t behind = at;
    while (behind > 0 && !writes(function->code[behind - 1], target)) behind--;
    if (behind == 0 || jumped_over(function, behind - 1, at)) return false;
    *writer = behind - 1;
    return true;
}

bool scope_holds_helper(const struct dump_function *function, unsigned target, size_t at) {
    size_t writer = 0;
    if (!scope_last_writer(function, target, at, &writer)) return false;
    uint32_t code = function->code[writer];
    const struct library *library = NULL;
    switch ((int)op_of(code)) {
    case OP_MOVE: return scope_holds_helper(function, b_of(code), writer);
    case OP_GETUPVAL: library = scope_library(function, b_of(code)); return library != NULL && library->function != NULL;
    case OP_GETTABUP: library = scope_library(function, b_of(code)); return library != NULL && library->function == NULL;
    default: return false;
    }
}

const struct dump_function *scope_function(const struct dump_function *function, unsigned target, size_t at) {
    size_t writer = 0;
    if (!scope_last_writer(function, target, at, &writer)) return NULL;
    uint32_t code = function->code[writer];
    if (op_of(code) == OP_MOVE) return scope_function(function, b_of(code), writer);
    return op_of(code) == OP_CLOSURE && bx_of(code) < function->inner_count ? &function->inner[bx_of(code)] : NULL;
}
