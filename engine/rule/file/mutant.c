/* mutant.c - see mutant.h. */
#include <rule/file/mutant.h>

#include <rule/file/token.h>
#include <stdio.h>
#include <stdlib.h>

struct maker {
    struct str source;
    struct arena *arena;
    struct token *tokens;
    size_t token_count;
    struct mutant *mutants;
    size_t count, room;
};

static unsigned line_of(struct str source, size_t offset) {
    unsigned line = 1;
    for (size_t i = 0; i < offset; i++) line += source.at[i] == '\n';
    return line;
}

/* The room was counted beforehand: no token gives more than MOST_EACH mutants. */
enum { MOST_EACH = 4 };

static bool add(struct maker *maker, enum mutation mutation, size_t offset, size_t length, struct str replacement) {
    struct str copy = arena_copy(maker->arena, replacement);
    if (!copy.at || maker->count == maker->room) return false;
    maker->mutants[maker->count++] = (struct mutant){mutation, offset, length, copy, line_of(maker->source, offset)};
    return true;
}

static bool replace(struct maker *maker, enum mutation mutation, const struct token *token, struct str replacement) {
    return add(maker, mutation, token->offset, token->text.length, replacement);
}

static bool ends_operand(const struct token *token) {
    if (token->kind == TOKEN_NUMBER || token->kind == TOKEN_TEXT || token_is(*token, ")") || token_is(*token, "]")) return true;
    return token->kind == TOKEN_NAME && !token_is(*token, "return") && !token_is(*token, "and") && !token_is(*token, "or") &&
           !token_is(*token, "not") && !token_is(*token, "then");
}

static bool mutate_operator(struct maker *maker, size_t at) {
    static const struct {
        const char *from, *to;
    } SWAPS[] = {{"==", "~="}, {"~=", "=="}, {"<", "<="},   {"<=", "<"},   {">", ">="},       {">=", ">"},
                 {"+", "-"},   {"*", "/"},   {"and", "or"}, {"or", "and"}, {"true", "false"}, {"false", "true"}};
    const struct token *token = &maker->tokens[at];
    for (size_t i = 0; i < sizeof SWAPS / sizeof *SWAPS; i++)
        if (token_is(*token, SWAPS[i].from)) return replace(maker, MUTATION_OPERATOR, token, str_of(SWAPS[i].to));
    if (token_is(*token, "not")) return replace(maker, MUTATION_OPERATOR, token, STR(""));
    if (token_is(*token, "-") && at > 0 && ends_operand(&maker->tokens[at - 1]))
        return replace(maker, MUTATION_OPERATOR, token, STR("+"));
    return true;
}

static bool put_number(struct maker *maker, const struct token *token, double number, bool whole) {
    char words[64];
    if (whole)
        (void)snprintf(words, sizeof words, "%.0f", number);
    else
        (void)snprintf(words, sizeof words, "%.4g", number);
    return replace(maker, MUTATION_CONSTANT, token, str_of(words));
}

/* A border is a border when both its neighbours are told apart. */
static bool mutate_number(struct maker *maker, const struct token *token) {
    bool whole = str_find(token->text, STR(".")) < 0;
    double number = strtod(token->text.at, NULL), step = whole ? 1 : 0.05;
    return put_number(maker, token, number + step, whole) && (number < step || put_number(maker, token, number - step, whole));
}

static bool mutate_word(struct maker *maker, const struct token *token) {
    char words[QUANZE_MAX_RULE_TEXT];
    int length = snprintf(words, sizeof words, "%.*s_%c", (int)token->text.length - 1, token->text.at, token->text.at[0]);
    if (length < 0 || (size_t)length >= sizeof words || token->text.at[0] == '[') return true;
    return replace(maker, MUTATION_WORD, token, str_of(words));
}

/* `if CONDITION then` forced both ways. */
static bool mutate_condition(struct maker *maker, size_t at, size_t end) {
    size_t then = at + 1;
    while (then < end && !token_is(maker->tokens[then], "then")) then++;
    if (then >= end || then == at + 1) return true;
    size_t from = maker->tokens[at + 1].offset;
    size_t to = maker->tokens[then - 1].offset + maker->tokens[then - 1].text.length;
    return add(maker, MUTATION_CONDITION, from, to - from, STR("true")) &&
           add(maker, MUTATION_CONDITION, from, to - from, STR("false"));
}

/* The tokens of code from `from` to before `end`. */
static bool mutate_code(struct maker *maker, size_t from, size_t end) {
    for (size_t at = from; at < end; at++) {
        const struct token *token = &maker->tokens[at];
        bool done = true;
        if (token_is(*token, "if") || token_is(*token, "elseif"))
            done = mutate_condition(maker, at, end);
        else if (token->kind == TOKEN_NUMBER)
            done = mutate_number(maker, token);
        else if (token->kind == TOKEN_TEXT)
            done = mutate_word(maker, token);
        else
            done = mutate_operator(maker, at);
        if (!done) return false;
    }
    return true;
}

static int opens(const struct token *token) {
    static const char *const OPEN[] = {"{", "(", "[", "function", "if", "do", "repeat"};
    static const char *const CLOSE[] = {"}", ")", "]", "end", "until"};
    for (size_t i = 0; i < sizeof OPEN / sizeof *OPEN; i++)
        if (token_is(*token, OPEN[i])) return 1;
    for (size_t i = 0; i < sizeof CLOSE / sizeof *CLOSE; i++)
        if (token_is(*token, CLOSE[i])) return -1;
    return 0;
}

/* The token behind the entry of a table that begins at `at`: its comma, or the table's closing brace. */
static size_t entry_end(const struct maker *maker, size_t at) {
    int depth = 0;
    for (; at < maker->token_count; at++) {
        const struct token *token = &maker->tokens[at];
        if (depth == 0 && (token_is(*token, ",") || token_is(*token, ";"))) break;
        depth += opens(token);
        if (depth < 0) break;
    }
    return at;
}

/* Each entry of `applies = { ... }` left out; `at` is its opening brace. */
static bool mutate_filter(struct maker *maker, size_t at, size_t end) {
    for (size_t entry = at + 1; entry < end && !token_is(maker->tokens[entry], "}");) {
        size_t behind = entry_end(maker, entry);
        size_t from = maker->tokens[entry].offset, to = maker->tokens[behind].offset;
        bool comma = behind < end && token_is(maker->tokens[behind], ",");
        if (!add(maker, MUTATION_FILTER, from, to + comma - from, STR(""))) return false;
        entry = behind + comma;
        if (!comma) break;
    }
    return true;
}

/* Only the numbers that follow `default =`. */
static bool mutate_defaults(struct maker *maker, size_t from, size_t end) {
    for (size_t at = from; at + 2 < end; at++)
        if (token_is(maker->tokens[at], "default") && maker->tokens[at + 2].kind == TOKEN_NUMBER &&
            !mutate_number(maker, &maker->tokens[at + 2]))
            return false;
    return true;
}

/* One entry of the rule's own table: `key = value`. */
static bool mutate_entry(struct maker *maker, size_t at, size_t end) {
    if (token_is(maker->tokens[at], "check")) {
        size_t body = at;
        while (body < end && !token_is(maker->tokens[body], ")")) body++;
        return mutate_code(maker, body, end);
    }
    if (token_is(maker->tokens[at], "applies")) return mutate_filter(maker, at + 2, end);
    if (token_is(maker->tokens[at], "parameters")) return mutate_defaults(maker, at, end);
    return true;
}

static bool mutate_table(struct maker *maker, size_t at) {
    while (at < maker->token_count && !token_is(maker->tokens[at], "}")) {
        size_t end = entry_end(maker, at);
        if (!mutate_entry(maker, at, end)) return false;
        at = end + (end < maker->token_count && token_is(maker->tokens[end], ","));
        if (end >= maker->token_count) break;
    }
    return true;
}

/* The `return {` of the file: the last one that stands outside every function. */
static size_t table_start(const struct maker *maker) {
    int depth = 0;
    for (size_t at = 0; at + 1 < maker->token_count; at++) {
        if (depth == 0 && token_is(maker->tokens[at], "return") && token_is(maker->tokens[at + 1], "{")) return at;
        depth += opens(&maker->tokens[at]);
    }
    return maker->token_count;
}

static bool cut(struct maker *maker) {
    size_t most = maker->source.length + 1, offset = 0;
    maker->tokens = arena_take_array(maker->arena, most, sizeof *maker->tokens);
    if (!maker->tokens) return false;
    for (;;) {
        struct token token = token_next(maker->source, &offset);
        if (token.kind == TOKEN_END) break;
        maker->tokens[maker->token_count++] = token;
    }
    maker->room = maker->token_count * MOST_EACH;
    maker->mutants = arena_take_array(maker->arena, maker->room, sizeof *maker->mutants);
    return maker->mutants != NULL;
}

bool mutant_list(struct str source, struct arena *arena, struct mutant **out, size_t *count) {
    struct maker maker = {.source = source, .arena = arena};
    if (!cut(&maker)) return false;
    size_t start = table_start(&maker);
    if (!mutate_code(&maker, 0, start) || (start < maker.token_count && !mutate_table(&maker, start + 2))) return false;
    *out = maker.mutants;
    *count = maker.count;
    return true;
}

struct str mutant_apply(struct str source, const struct mutant *mutant, struct arena *arena) {
    size_t rest = mutant->offset + mutant->length;
    struct str out = {NULL, mutant->offset + mutant->replacement.length + source.length - rest};
    char *at = arena_take(arena, out.length + 1);
    if (!at) return out;
    memcpy(at, source.at, mutant->offset);
    memcpy(at + mutant->offset, mutant->replacement.at, mutant->replacement.length);
    memcpy(at + mutant->offset + mutant->replacement.length, source.at + rest, source.length - rest);
    at[out.length] = '\0';
    out.at = at;
    return out;
}
