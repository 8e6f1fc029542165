#include <rule/bytecode/bytecode.h>
#include <rule/bytecode/opcode.h>
#include <rule/run/direct_inside.h>
#include <rule/run/run.h>
#include <rule/world/library.h>

/* Source: Lua 5.4 lopcodes.h, lvm.c. */

static struct direct_value *at(struct direct *direct, unsigned i) { return &direct->registers[i]; }

/* Byte operands that stand for numbers from -127 on. */
static int64_t number_of(unsigned operand) { return (int64_t)operand - 127; }

static struct direct_value integer(int64_t number) { return (struct direct_value){.kind = DIRECT_INTEGER, .integer = number}; }

static bool constant_at(const struct direct *direct, unsigned i, struct direct_value *out) {
    if (i >= direct->check->constant_count) return false;
    *out = direct_constant(&direct->check->constants[i]);
    return true;
}

/* --- loading --- */

static bool do_move(struct direct *direct, uint32_t code) {
    *at(direct, a_of(code)) = *at(direct, b_of(code));
    return true;
}

static bool do_load_integer(struct direct *direct, uint32_t code) {
    *at(direct, a_of(code)) = integer((int64_t)bx_of(code) - 65535);
    return true;
}

static bool do_load_number(struct direct *direct, uint32_t code) {
    *at(direct, a_of(code)) = (struct direct_value){.kind = DIRECT_NUMBER, .number = (double)((int64_t)bx_of(code) - 65535)};
    return true;
}

static bool do_load_constant(struct direct *direct, uint32_t code) {
    return constant_at(direct, bx_of(code), at(direct, a_of(code)));
}

static bool load_boolean(struct direct *direct, uint32_t code, bool truth) {
    *at(direct, a_of(code)) = (struct direct_value){.kind = DIRECT_BOOLEAN, .integer = truth};
    return true;
}

static bool do_load_false(struct direct *direct, uint32_t code) { return load_boolean(direct, code, false); }

static bool do_load_true(struct direct *direct, uint32_t code) { return load_boolean(direct, code, true); }

static bool do_load_false_skip(struct direct *direct, uint32_t code) {
    direct->next++;
    return load_boolean(direct, code, false);
}

static bool do_load_nil(struct direct *direct, uint32_t code) {
    if (a_of(code) + b_of(code) >= DIRECT_REGISTERS) return false;
    for (unsigned i = 0; i <= b_of(code); i++) at(direct, a_of(code) + i)->kind = DIRECT_NIL;
    return true;
}

static bool do_helper(struct direct *direct, uint32_t code) {
    const lua_CFunction helper = direct->check->helpers[direct->next - 1];
    *at(direct, a_of(code)) = (struct direct_value){.kind = DIRECT_HELPER, .helper = helper};
    return helper != NULL;
}

static bool do_parameter(struct direct *direct, uint32_t code) {
    struct direct_value name;
    if (at(direct, b_of(code))->kind != DIRECT_PARAMETERS || !constant_at(direct, c_of(code), &name)) return false;
    return name.kind == DIRECT_TEXT && direct_parameter(direct->rule, name.text, at(direct, a_of(code)));
}

/* --- tables --- */

static bool do_new_table(struct direct *direct, uint32_t code) {
    direct->field_count = 0;
    direct->next++; /* more of the size */
    *at(direct, a_of(code)) = (struct direct_value){.kind = DIRECT_TABLE, .integer = ++direct->tables};
    return true;
}

static bool do_set_field(struct direct *direct, uint32_t code) {
    const struct direct_value *table = at(direct, a_of(code));
    struct direct_value name, value;
    if (table->kind != DIRECT_TABLE || table->integer != direct->tables || !constant_at(direct, b_of(code), &name))
        return false;
    if (name.kind != DIRECT_TEXT || direct->field_count == RULE_MAX_VALUES) return false;
    if (k_of(code) && !constant_at(direct, c_of(code), &value)) return false;
    if (!k_of(code)) value = *at(direct, c_of(code));
    for (size_t i = 0; i < direct->field_count; i++)
        if (str_equal(direct->fields[i].name, name.text)) return false;
    if (value.kind != DIRECT_NIL) direct->fields[direct->field_count++] = (struct direct_field){name.text, value};
    return true;
}

static bool do_set_list(struct direct *direct, uint32_t code) {
    struct direct_value *table = at(direct, a_of(code));
    const unsigned count = b_of(code);
    if (table->kind != DIRECT_TABLE || table->integer != direct->tables || direct->field_count > 0) return false;
    if (count == 0 || count > DIRECT_WORDS_MOST || c_of(code) != 0 || k_of(code) || a_of(code) + count >= DIRECT_REGISTERS)
        return false;
    struct str *words = arena_take(direct->arena, count * sizeof *words);
    if (words == NULL) return false;
    for (unsigned i = 0; i < count; i++) {
        if (table[1 + i].kind != DIRECT_TEXT) return false;
        words[i] = table[1 + i].text;
    }
    *table = (struct direct_value){.kind = DIRECT_WORDS, .count = count, .words = words};
    return true;
}

/* --- counting: an instruction that comes out is followed by one for when it does not --- */

static bool whole(enum opcode op, int64_t a, int64_t b, int64_t *out) {
    switch ((int)op) {
    case OP_ADD: *out = (int64_t)((uint64_t)a + (uint64_t)b); return true;
    case OP_SUB: *out = (int64_t)((uint64_t)a - (uint64_t)b); return true;
    case OP_MUL: *out = (int64_t)((uint64_t)a * (uint64_t)b); return true;
    default: return false;
    }
}

static bool broken(enum opcode op, double a, double b, double *out) {
    switch ((int)op) {
    case OP_ADD: *out = a + b; return true;
    case OP_SUB: *out = a - b; return true;
    case OP_MUL: *out = a * b; return true;
    case OP_DIV: *out = a / b; return true;
    default: return false;
    }
}

static bool number_from(const struct direct_value *value, double *out) {
    *out = value->kind == DIRECT_NUMBER ? value->number : (double)value->integer;
    return value->kind == DIRECT_NUMBER || value->kind == DIRECT_INTEGER;
}

static bool count(struct direct *direct, enum opcode op, unsigned target, const struct direct_value *a,
                  const struct direct_value *b) {
    struct direct_value result = {.kind = DIRECT_INTEGER};
    double left = 0, right = 0;
    if (op != OP_DIV && a->kind == DIRECT_INTEGER && b->kind == DIRECT_INTEGER) {
        if (!whole(op, a->integer, b->integer, &result.integer)) return false;
    } else {
        result.kind = DIRECT_NUMBER;
        if (!number_from(a, &left) || !number_from(b, &right) || !broken(op, left, right, &result.number)) return false;
    }
    *at(direct, target) = result;
    direct->next++;
    return true;
}

static bool do_add_integer(struct direct *direct, uint32_t code) {
    const struct direct_value operand = integer(number_of(c_of(code)));
    return count(direct, OP_ADD, a_of(code), at(direct, b_of(code)), &operand);
}

/* With a constant: these come in the same order as those of two registers. */
static bool do_count_constant(struct direct *direct, uint32_t code) {
    struct direct_value operand;
    const enum opcode op = (enum opcode)(op_of(code) - OP_ADDK + OP_ADD);
    return constant_at(direct, c_of(code), &operand) && count(direct, op, a_of(code), at(direct, b_of(code)), &operand);
}

static bool do_count(struct direct *direct, uint32_t code) {
    return count(direct, op_of(code), a_of(code), at(direct, b_of(code)), at(direct, c_of(code)));
}

static bool do_not(struct direct *direct, uint32_t code) {
    const bool truth = direct_is_false(at(direct, b_of(code)));
    *at(direct, a_of(code)) = (struct direct_value){.kind = DIRECT_BOOLEAN, .integer = truth};
    return true;
}

/* --- going on elsewhere: a test that does not come out as its `k` skips the jump behind it --- */

static bool do_jump(struct direct *direct, uint32_t code) {
    const size_t target = jump_of(code, direct->next - 1);
    if (target < direct->next) return false; /* a loop */
    direct->next = target;
    return true;
}

static bool test(struct direct *direct, uint32_t code, bool truth) {
    direct->next += truth != k_of(code);
    return true;
}

static bool do_equal(struct direct *direct, uint32_t code) {
    bool truth = false;
    return direct_equal(at(direct, a_of(code)), at(direct, b_of(code)), &truth) && test(direct, code, truth);
}

static bool do_equal_constant(struct direct *direct, uint32_t code) {
    struct direct_value operand;
    bool truth = false;
    return constant_at(direct, b_of(code), &operand) && direct_equal(at(direct, a_of(code)), &operand, &truth) &&
           test(direct, code, truth);
}

static bool do_equal_integer(struct direct *direct, uint32_t code) {
    const struct direct_value operand = integer(number_of(b_of(code)));
    bool truth = false;
    return direct_equal(at(direct, a_of(code)), &operand, &truth) && test(direct, code, truth);
}

static bool do_less(struct direct *direct, uint32_t code) {
    bool truth = false;
    return direct_less(at(direct, a_of(code)), at(direct, b_of(code)), &truth) && test(direct, code, truth);
}

static bool do_less_or_equal(struct direct *direct, uint32_t code) {
    bool truth = false;
    return direct_less_or_equal(at(direct, a_of(code)), at(direct, b_of(code)), &truth) && test(direct, code, truth);
}

static bool do_compare_integer(struct direct *direct, uint32_t code) {
    const struct direct_value operand = integer(number_of(b_of(code)));
    const struct direct_value *value = at(direct, a_of(code));
    bool truth = false, told = false;
    switch ((int)op_of(code)) {
    case OP_LTI: told = direct_less(value, &operand, &truth); break;
    case OP_LEI: told = direct_less_or_equal(value, &operand, &truth); break;
    case OP_GTI: told = direct_less(&operand, value, &truth); break;
    case OP_GEI: told = direct_less_or_equal(&operand, value, &truth); break;
    default: break;
    }
    return told && test(direct, code, truth);
}

static bool do_test(struct direct *direct, uint32_t code) {
    return test(direct, code, !direct_is_false(at(direct, a_of(code))));
}

static bool do_test_set(struct direct *direct, uint32_t code) {
    const struct direct_value *value = at(direct, b_of(code));
    const bool goes_on = !direct_is_false(value) == k_of(code);
    if (goes_on) *at(direct, a_of(code)) = *value;
    direct->next += !goes_on;
    return true;
}

/* --- calling and returning --- */

static bool call(struct direct *direct, uint32_t code, struct direct_value *out) {
    const struct direct_value *function = at(direct, a_of(code));
    const unsigned arguments = b_of(code);
    if (function->kind != DIRECT_HELPER || arguments == 0 || a_of(code) + arguments > DIRECT_REGISTERS) return false;
    return direct_call(direct, function->helper, function + 1, arguments - 1, out);
}

static bool do_call(struct direct *direct, uint32_t code) {
    struct direct_value result;
    if (c_of(code) != 2 || !call(direct, code, &result)) return false; /* exactly one value */
    *at(direct, a_of(code)) = result;
    return true;
}

static bool do_tail_call(struct direct *direct, uint32_t code) {
    direct->is_told = call(direct, code, &direct->result);
    return direct->is_told;
}

static bool do_return_one(struct direct *direct, uint32_t code) {
    direct->result = *at(direct, a_of(code));
    return direct->is_told = true;
}

static bool do_return(struct direct *direct, uint32_t code) { return b_of(code) == 2 && do_return_one(direct, code); }

static bool (*const STEPS[])(struct direct *direct, uint32_t code) = {
    [OP_MOVE] = do_move,
    [OP_LOADI] = do_load_integer,
    [OP_LOADF] = do_load_number,
    [OP_LOADK] = do_load_constant,
    [OP_LOADFALSE] = do_load_false,
    [OP_LFALSESKIP] = do_load_false_skip,
    [OP_LOADTRUE] = do_load_true,
    [OP_LOADNIL] = do_load_nil,
    [OP_GETUPVAL] = do_helper,
    [OP_GETTABUP] = do_helper,
    [OP_GETFIELD] = do_parameter,
    [OP_SETFIELD] = do_set_field,
    [OP_NEWTABLE] = do_new_table,
    [OP_ADDI] = do_add_integer,
    [OP_ADDK] = do_count_constant,
    [OP_SUBK] = do_count_constant,
    [OP_MULK] = do_count_constant,
    [OP_DIVK] = do_count_constant,
    [OP_ADD] = do_count,
    [OP_SUB] = do_count,
    [OP_MUL] = do_count,
    [OP_DIV] = do_count,
    [OP_NOT] = do_not,
    [OP_JMP] = do_jump,
    [OP_EQ] = do_equal,
    [OP_LT] = do_less,
    [OP_LE] = do_less_or_equal,
    [OP_EQK] = do_equal_constant,
    [OP_EQI] = do_equal_integer,
    [OP_LTI] = do_compare_integer,
    [OP_LEI] = do_compare_integer,
    [OP_GTI] = do_compare_integer,
    [OP_GEI] = do_compare_integer,
    [OP_TEST] = do_test,
    [OP_TESTSET] = do_test_set,
    [OP_CALL] = do_call,
    [OP_TAILCALL] = do_tail_call,
    [OP_RETURN] = do_return,
    [OP_RETURN1] = do_return_one,
    [OP_SETLIST] = do_set_list,
};

/* Every jump leads on, so this ends. */
static bool follow(struct direct *direct) {
    const struct plain_check *check = direct->check;
    direct->next = direct->field_count = 0;
    direct->tables = direct->answers = 0;
    direct->is_told = false;
    while (!direct->is_told) {
        if (direct->next >= check->code_count) return false;
        const uint32_t code = check->code[direct->next++];
        const enum opcode op = op_of(code);
        if ((size_t)op >= sizeof STEPS / sizeof *STEPS || STEPS[op] == NULL || !STEPS[op](direct, code)) return false;
    }
    return direct->result.kind == DIRECT_ANSWER && (direct->result.integer == 0 || direct->result.integer == direct->answers);
}

bool direct_answer(const struct rule_core *core, size_t index, const struct task *facts, struct arena *arena,
                   struct rule_outcome *out) {
    struct direct direct; /* registers are written before they are read */
    direct.core = core;
    direct.rule = &core->book->rules[index];
    direct.check = direct.rule->plain;
    direct.arena = arena;
    direct.out = out;
    if (direct.check == NULL || !direct_arguments(&direct, facts) || !follow(&direct)) return false;
    run_settle(out, direct.result.integer == 0 ? STATUS_PASS : direct.status);
    return true;
}

/* --- whether this Lua is the known one --- */

/* Every instruction that is followed, with what it must come to. */
static const char PROBE[] =
    "return { check = function(p) local n, z, x, t, y, c = 7, 3.0, 2.5, 'x', nil, false "
    "local b, d, e = x < n, y or t, not c "
    "if not (b and e and d == t and t == 'x' and n == 7 and n < 8 and n <= 7 and n > 6 and n >= 7 and x <= n and y == nil and "
    "n + 1 == 8 and n + 2.5 == 9.5 and n - 2.5 == 4.5 and n * 3 == 21 and n / 2 == 3.5 and n + x == 9.5 and n - x == 4.5 and "
    "n * x == 17.5 and n / x == 2.8 and z == 3 and text.contains_any(t, { 'y', 'x' })) then return fail('wrong') end "
    "return fail('right', { n = n, x = x }) end }";

static bool comes_to_what_it_must(const struct plain_check *check, struct arena *arena) {
    struct message right = {.key = STR("right")};
    const struct rule rule = {.plain = check, .says = &right, .says_count = 1};
    struct rule_outcome outcome;
    struct direct direct;
    direct.rule = &rule;
    direct.check = check;
    direct.arena = arena;
    direct.out = &outcome;
    direct.registers[0].kind = DIRECT_PARAMETERS;
    return follow(&direct) && direct.result.integer == 1 && direct.status == STATUS_FAIL && direct.field_count == 2 &&
           direct.fields[0].value.integer == 7 && direct.fields[1].value.number == 2.5;
}

static void found_offence(void *payload, enum bytecode_offence offence, struct str name, struct str within, unsigned line) {
    (void)offence, (void)name, (void)within, (void)line;
    *(bool *)payload = true;
}

bool direct_is_as_known(lua_State *lua, int values, struct arena *arena) {
    const int top = lua_gettop(lua);
    struct bytecode_nature nature = {false};
    struct str code;
    bool offends = false;
    if (library_load(lua, str_of(PROBE), lua_absindex(lua, values)) != LUA_OK) return false;
    lua_settop(lua, top + 1);
    const bool read = bytecode_examine(lua, arena, (struct bytecode_sink){found_offence, &offends}, &nature, &code);
    lua_settop(lua, top);
    return read && !offends && nature.plain != NULL && comes_to_what_it_must(nature.plain, arena);
}
