#include <base/utf8.h>
#include <rule/file/source.h>
#include <rule/file/token.h>
#include <stdio.h>

#define MAX_MARKS 4096
#define MAX_PATH 160

/* --- any{...} and all{...} --- */

static int nesting(struct token token) {
    if (token.kind != TOKEN_SIGN || token.text.length != 1) return 0;
    if (strchr("({[", token.text.at[0]) != NULL) return 1;
    return strchr(")}]", token.text.at[0]) != NULL ? -1 : 0;
}

/* Lua itself refuses more levels than this. */
#define MAX_BRACKETS 256

struct brackets {
    bool is_call[MAX_BRACKETS]; /* the open brackets, innermost last: whether it is the brace of any{ or all{ */
    size_t depth;
};

static bool opens_call(struct token before, struct token last, struct token token) {
    bool named = token_is(last, "any") || token_is(last, "all");
    return named && token_is(token, "{") && !token_is(before, ".") && !token_is(before, ":");
}

static bool is_separator(struct token token) { return token_is(token, ",") || token_is(token, ";"); }

static bool open_bracket(struct brackets *open, char *copy, struct token token, bool is_call) {
    if (open->depth == MAX_BRACKETS) return false;
    if (is_call) copy[token.offset] = '(';
    open->is_call[open->depth++] = is_call;
    return true;
}

static bool close_bracket(struct brackets *open, char *copy, struct token last, struct token token) {
    if (open->depth == 0) return false;
    if (!open->is_call[--open->depth]) return true;
    copy[token.offset] = ')';
    if (is_separator(last)) copy[last.offset] = ' ';
    return true;
}

/* Rewrites one token of a text; `last` is the token before it. False when brackets do not match, which Lua will say. */
static bool rewrite(struct brackets *open, char *copy, struct token before, struct token last, struct token token) {
    int change = nesting(token);
    if (change > 0) return open_bracket(open, copy, token, opens_call(before, last, token));
    if (change < 0) return close_bracket(open, copy, last, token);
    bool inside_call = open->depth > 0 && open->is_call[open->depth - 1];
    if (inside_call && token_is(token, ";")) copy[token.offset] = ',';
    return true;
}

/* Whether `any` or `all` with a brace behind it may stand in the text; most rules have neither and need no copy. */
static bool may_have_calls(struct str text) {
    for (size_t at = 0; at + 4 <= text.length; at++) {
        if (text.at[at] != 'a' || (memcmp(text.at + at, "any", 3) != 0 && memcmp(text.at + at, "all", 3) != 0)) continue;
        size_t offset = at + 3;
        if (token_is(token_next(text, &offset), "{")) return true;
    }
    return false;
}

struct str source_with_calls(struct arena *arena, struct str text) {
    if (!may_have_calls(text)) return text;
    char *copy = arena_take(arena, text.length + 1);
    if (copy == NULL) return (struct str){NULL, 0};
    memcpy(copy, text.at, text.length);
    struct brackets open = {.depth = 0};
    struct token before = {.kind = TOKEN_END}, last = before;
    size_t offset = 0;
    for (struct token token = token_next(text, &offset); token.kind != TOKEN_END; token = token_next(text, &offset)) {
        if (!rewrite(&open, copy, before, last, token)) break;
        before = last;
        last = token;
    }
    return (struct str){copy, text.length};
}

/* --- without examples --- */

/* Behind the bracket that closes the one at the token before `offset`; 0 when there is none. */
static size_t behind_bracket(struct str text, size_t offset) {
    for (int depth = 1; depth > 0;) {
        struct token token = token_next(text, &offset);
        if (token.kind == TOKEN_END) return 0;
        depth += nesting(token);
    }
    return offset;
}

struct str source_without_examples(struct arena *arena, struct str text) {
    const struct str word = STR("examples"), none = {NULL, 0};
    ptrdiff_t found = str_find(text, word);
    if (found < 0) return none;
    size_t offset = (size_t)found + word.length;
    if (str_find((struct str){text.at + offset, text.length - offset}, word) >= 0) return none;
    if (!token_is(token_next(text, &offset), "=") || !token_is(token_next(text, &offset), "{")) return none;
    size_t behind = behind_bracket(text, offset);
    char *copy = behind > 0 ? arena_take(arena, text.length + 1) : NULL;
    if (copy == NULL) return none;
    memcpy(copy, text.at, offset);
    size_t length = offset;
    for (size_t i = offset; i + 1 < behind; i++)
        if (text.at[i] == '\n') copy[length++] = '\n';
    memcpy(copy + length, text.at + behind - 1, text.length - behind + 1);
    return (struct str){copy, length + text.length - behind + 1};
}

/* --- marks --- */

struct walk {
    struct source *source;
    size_t offset;
    struct token token;
};

static void step(struct walk *walk) { walk->token = token_next(walk->source->text, &walk->offset); }

/* Marks come in the order of the text, so each line is counted once. */
static unsigned line_of(const struct source *source, size_t offset) {
    const struct mark *last = source->mark_count > 0 ? &source->marks[source->mark_count - 1] : NULL;
    unsigned line = last == NULL ? 1 : last->line;
    for (size_t i = last == NULL ? 0 : last->offset; i < offset; i++) line += source->text.at[i] == '\n';
    return line;
}

static void add_mark(struct source *source, const char *path, size_t offset) {
    if (source->mark_count == MAX_MARKS) return;
    if (source->mark_count == source->mark_capacity) {
        size_t capacity = source->mark_capacity == 0 ? 128 : source->mark_capacity * 4;
        struct mark *marks = arena_take_array(source->arena, capacity, sizeof *marks);
        if (marks == NULL) {
            source->out_of_memory = true;
            return;
        }
        if (source->mark_count > 0) memcpy(marks, source->marks, source->mark_count * sizeof *marks);
        source->marks = marks;
        source->mark_capacity = capacity;
    }
    unsigned line = line_of(source, offset);
    struct str copy = arena_copy(source->arena, str_of(path));
    if (copy.at == NULL)
        source->out_of_memory = true;
    else
        source->marks[source->mark_count++] = (struct mark){copy, offset, line};
}

static int block_change(struct token token) {
    static const char *const OPENERS[] = {"function", "if", "do", "repeat"};
    if (token_is(token, "end") || token_is(token, "until")) return -1;
    for (size_t i = 0; i < sizeof OPENERS / sizeof OPENERS[0]; i++) {
        if (token_is(token, OPENERS[i])) return 1;
    }
    return nesting(token);
}

/* Moves behind the value that starts at the current token: to the next separator, or the brace that ends the table. */
static void skip_value(struct walk *walk) {
    for (int depth = 0; walk->token.kind != TOKEN_END; step(walk)) {
        if (depth == 0 && (token_is(walk->token, ",") || token_is(walk->token, ";") || token_is(walk->token, "}"))) return;
        depth += block_change(walk->token);
    }
}

/* Puts `text` at `length` of a path, cut where it is too long; returns the path's length. */
static size_t append(char path[MAX_PATH], size_t length, struct str text) {
    size_t room = MAX_PATH - 1 - length, taken = text.length < room ? text.length : room;
    memcpy(path + length, text.at, taken);
    path[length + taken] = '\0';
    return length + taken;
}

/* Reads `name =` or `["text"] =`, and moves behind it; leaves the walk alone and returns false when there is no key. */
static bool take_key(struct walk *walk, struct str *key) {
    struct walk start = *walk;
    bool bracket = token_is(walk->token, "[");
    if (bracket) step(walk);
    struct token token = walk->token;
    step(walk);
    if (bracket && token_is(walk->token, "]")) step(walk);
    bool named = token.kind == (bracket ? TOKEN_TEXT : TOKEN_NAME) && token_is(walk->token, "=");
    if (!named) {
        *walk = start;
        return false;
    }
    step(walk);
    *key = bracket ? (struct str){token.text.at + 1, token.text.length > 1 ? token.text.length - 2 : 0} : token.text;
    return true;
}

/* Puts the key of the entry behind the path, or its number. */
static void read_key(struct walk *walk, char path[MAX_PATH], size_t length, unsigned *count) {
    struct str key;
    if (!take_key(walk, &key)) {
        snprintf(path + length, MAX_PATH - length, "[%u]", ++*count);
        return;
    }
    if (length > 0 && length + 1 < MAX_PATH) path[length++] = '.';
    append(path, length, key);
}

static void mark_table(struct walk *walk, struct str path, int depth) {
    unsigned count = 0;
    step(walk);
    while (walk->token.kind != TOKEN_END && !token_is(walk->token, "}")) {
        char inner[MAX_PATH];
        size_t length = append(inner, 0, path);
        size_t offset = walk->token.offset;
        read_key(walk, inner, length, &count);
        add_mark(walk->source, inner, offset);
        if (token_is(walk->token, "{") && depth < walk->source->marked_depth) mark_table(walk, str_of(inner), depth + 1);
        skip_value(walk);
        if (!token_is(walk->token, "}")) step(walk);
    }
    step(walk);
}

static void mark(struct source *source, int depth_wanted) {
    source->mark_count = 0;
    source->marked_depth = depth_wanted;
    struct walk walk = {.source = source};
    int depth = 0;
    for (step(&walk); walk.token.kind != TOKEN_END; step(&walk)) {
        if (depth == 0 && token_is(walk.token, "return")) {
            step(&walk);
            if (token_is(walk.token, "{")) mark_table(&walk, STR(""), 1);
            return;
        }
        depth += block_change(walk.token);
    }
}

static const struct mark *find_mark(const struct source *source, struct str path) {
    for (size_t i = 0; i < source->mark_count; i++) {
        if (str_equal(source->marks[i].path, path)) return &source->marks[i];
    }
    return NULL;
}

static struct place place_of(const struct source *source, const struct mark *mark) {
    size_t start = mark->offset;
    while (start > 0 && source->text.at[start - 1] != '\n') start--;
    struct str before = {source->text.at + start, mark->offset - start};
    return (struct place){source->file, mark->line, 1 + (unsigned)utf8_length(before)};
}

struct place source_place(struct source *source, struct str path, int depth) {
    if (source->marked_depth < depth) mark(source, depth);
    for (;;) {
        const struct mark *found = find_mark(source, path);
        if (found != NULL) return place_of(source, found);
        if (path.length == 0) return (struct place){source->file, 1, 1};
        do path.length--;
        while (path.length > 0 && path.at[path.length] != '.' && path.at[path.length] != '[');
    }
}
