#include <rule/bytecode/opcode.h>
#include <rule/bytecode/plain.h>
#include <rule/bytecode/scope.h>

/* What so many instructions and their helpers can do is far below the limit of a run. */
#define MOST_INSTRUCTIONS 500

static lua_CFunction helper_of(const struct dump_function *check, uint32_t code) {
    if (op_of(code) == OP_GETUPVAL) {
        const struct library *library = scope_library(check, b_of(code));
        return library != NULL ? library->function : NULL;
    }
    const struct library_entry *entry = op_of(code) == OP_GETTABUP ? scope_entry(check, code) : NULL;
    return entry != NULL ? entry->function : NULL;
}

static void *copy_of(struct arena *arena, const void *from, size_t count, size_t size) {
    void *copy = arena_take_array(arena, count + 1, size);
    if (copy != NULL && count > 0) memcpy(copy, from, count * size);
    return copy;
}

bool plain_keep(const struct dump_function *check, struct arena *arena, const struct plain_check **out) {
    *out = NULL;
    if (check->code_count > MOST_INSTRUCTIONS || check->inner_count > 0) return true;
    struct plain_check *kept = arena_take_array(arena, 1, sizeof *kept);
    lua_CFunction *helpers = arena_take_array(arena, check->code_count + 1, sizeof *helpers);
    uint32_t *code = copy_of(arena, check->code, check->code_count, sizeof *code);
    struct dump_constant *constants = copy_of(arena, check->constants, check->constant_count, sizeof *constants);
    if (kept == NULL || helpers == NULL || code == NULL || constants == NULL) return false;
    for (size_t at = 0; at < check->code_count; at++) helpers[at] = helper_of(check, code[at]);
    *kept = (struct plain_check){.code = code,
                                 .helpers = helpers,
                                 .code_count = check->code_count,
                                 .constants = constants,
                                 .constant_count = check->constant_count,
                                 .parameter_count = check->parameter_count};
    *out = kept;
    return true;
}
