#include <rule/bytecode/opcode.h>
#include <rule/bytecode/scope.h>
#include <rule/bytecode/search.h>
#include <rule/world/helper.h>

#define MAX_SEARCHES 32 /* of one check: their answers are bits of one number */
#define MAX_WORDS 50    /* of one search: more are put into a table by several instructions */

/* The call that begins with the helper's name at `at`: helper, the text as a MOVE, then what it is asked. */
struct sought {
    unsigned argument;
    size_t at, end;    /* the instructions that belong to it: `end` is the call */
    size_t first_word; /* instruction that loads the first word */
    size_t word_count; /* 0: whether it is blank */
};

static bool is_op(const struct dump_function *check, size_t at, enum opcode op, unsigned a) {
    return at < check->code_count && op_of(check->code[at]) == op && a_of(check->code[at]) == a;
}

static bool is_call(const struct dump_function *check, size_t at, unsigned a, unsigned arguments) {
    return is_op(check, at, OP_CALL, a) && b_of(check->code[at]) == arguments + 1;
}

static bool loads_text(const struct dump_function *check, size_t at, unsigned a) {
    if (!is_op(check, at, OP_LOADK, a)) return false;
    const unsigned constant = bx_of(check->code[at]);
    return constant < check->constant_count && check->constants[constant].text.at != NULL;
}

/* { "word", ... } as the second argument, made where the call is. */
static bool read_words(const struct dump_function *check, unsigned table, struct sought *out) {
    size_t at = out->at + 2;
    if (!is_op(check, at, OP_NEWTABLE, table) || !is_op(check, at + 1, OP_EXTRAARG, a_of(check->code[at + 1]))) return false;
    out->first_word = at += 2;
    while (out->word_count < MAX_WORDS && loads_text(check, at, table + 1 + (unsigned)out->word_count)) out->word_count++, at++;
    if (out->word_count == 0 || !is_op(check, at, OP_SETLIST, table)) return false;
    if (b_of(check->code[at]) != out->word_count || c_of(check->code[at]) != 0 || k_of(check->code[at])) return false;
    out->end = at + 1;
    return is_call(check, out->end, table - 2, 2);
}

/* Reads the search that begins at `at`; false when it is none. No jump leads into it: an expression of constants has none. */
static bool read_search(const struct dump_function *check, size_t at, struct sought *out) {
    if (at + 2 >= check->code_count || op_of(check->code[at]) != OP_GETTABUP) return false;
    const struct library_entry *entry = scope_entry(check, check->code[at]);
    const unsigned a = a_of(check->code[at]);
    if (entry == NULL || a < check->parameter_count || !is_op(check, at + 1, OP_MOVE, a + 1)) return false;
    *out = (struct sought){.argument = b_of(check->code[at + 1]), .at = at, .end = at + 2};
    if (out->argument >= check->parameter_count) return false;
    if (entry->function == helper_contains_any) return read_words(check, a + 2, out);
    if (entry->function == helper_is_blank) return is_call(check, out->end, a, 1);
    if (entry->function != helper_contains || !loads_text(check, at + 2, a + 2)) return false;
    out->first_word = at + 2;
    out->word_count = 1;
    out->end = at + 3;
    return is_call(check, out->end, a, 2);
}

/* Whether an instruction outside searches may look at the argument, or write to its register. What is not known to be
 * something else counts as a register. */
static bool may_touch(uint32_t code, unsigned argument) {
    const unsigned a = a_of(code);
    switch ((int)op_of(code)) {
    case OP_JMP:
    case OP_EXTRAARG:
    case OP_RETURN0: return false;
    case OP_LOADK:
    case OP_GETUPVAL:
    case OP_GETTABUP:
    case OP_NEWTABLE:
    case OP_TEST:
    case OP_RETURN1: return a == argument;
    case OP_MOVE:
    case OP_GETFIELD: return a == argument || b_of(code) == argument;
    case OP_SETFIELD: return a == argument || (!k_of(code) && c_of(code) == argument);
    case OP_CALL:
    case OP_TAILCALL:
    case OP_RETURN:
    case OP_SETLIST: return a <= argument; /* registers from A on */
    default: return a == argument || b_of(code) == argument || c_of(code) == argument;
    }
}

struct finding_out {
    const struct dump_function *check;
    struct arena *arena;
    struct sought sought[MAX_SEARCHES];
    size_t count;
    uint64_t seen; /* arguments that are looked at, or may be, in another way */
};

static void look_through(struct finding_out *finding) {
    const struct dump_function *check = finding->check;
    for (size_t at = 0; at < check->code_count; at++) {
        if (finding->count < MAX_SEARCHES && read_search(check, at, &finding->sought[finding->count])) {
            at = finding->sought[finding->count++].end;
            continue;
        }
        for (unsigned i = 0; i < check->parameter_count; i++)
            if (may_touch(check->code[at], i)) finding->seen |= UINT64_C(1) << i;
    }
}

static bool keep(const struct finding_out *finding, struct rule_searches *out) {
    out->at = arena_take_array(finding->arena, finding->count, sizeof *out->at);
    if (out->at == NULL) return false;
    for (size_t i = 0; i < finding->count; i++) {
        const struct sought *sought = &finding->sought[i];
        if ((finding->seen >> sought->argument & 1) != 0) continue;
        struct str *words = arena_take_array(finding->arena, sought->word_count + 1, sizeof *words);
        if (words == NULL) return false;
        for (size_t j = 0; j < sought->word_count; j++)
            words[j] = finding->check->constants[bx_of(finding->check->code[sought->first_word + j])].text;
        out->at[out->count++] = (struct rule_search){sought->argument, {words, sought->word_count}};
        out->arguments |= UINT64_C(1) << sought->argument;
    }
    return true;
}

bool search_find(const struct dump_function *check, struct arena *arena, struct rule_searches *out) {
    *out = (struct rule_searches){.count = 0};
    if (check->inner_count > 0 || check->parameter_count > 64) return true; /* a function inside may look at it too */
    struct finding_out finding = {.check = check, .arena = arena};
    look_through(&finding);
    return finding.count == 0 || keep(&finding, out);
}

static bool answer(struct texts words, struct str text) {
    if (words.count == 0) return str_trim(text).length == 0;
    for (size_t i = 0; i < words.count; i++)
        if (str_find(text, words.at[i]) >= 0) return true;
    return false;
}

uint64_t search_answers(const struct rule_searches *searches, size_t argument, struct str text) {
    uint64_t answers = 0;
    for (size_t i = 0; i < searches->count; i++)
        if (searches->at[i].argument == argument && answer(searches->at[i].words, text)) answers |= UINT64_C(1) << i;
    return answers;
}
