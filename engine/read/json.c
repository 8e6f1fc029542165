/* json.c - JSON to nodes: the bulk path of screening, so one pass, no copies, and places counted on the way.
 *
 * A reader must believe: exactly what RFC 8259 allows is accepted, less what no task has a use for (NUL, lone surrogates,
 * double keys, deep nesting). A test holds it against jansson.
 * Source: RFC 8259.
 */
#include <read/json.h>
#include <read/json_text.h>

#include <base/utf8.h>

enum { NODES_AT_ONCE = 32 };

_Static_assert(QUANZE_MAX_DEPTH == 32 && QUANZE_MAX_SCALAR_BYTES == 16 << 20, "the messages name these limits");

struct json {
    const char *at, *end;
    const char *line_start;
    ptrdiff_t wide; /* bytes since `line_start` that are not the first of their character, less the columns before the start */
    unsigned line;
    unsigned depth;
    const struct json_origin *origin;
    struct arena *arena;
    struct problems *problems;
    struct node *spare, *spare_end;
};

static unsigned column_of(const struct json *json, const char *at) {
    return (unsigned)(at - json->line_start - json->wide) + 1;
}

/* Where a byte of the current line stands, counted anew because `wide` may already be behind it. */
static struct place place_of(const struct json *json, const char *at) {
    const struct json_origin *origin = json->origin;
    if (origin->whole) return (struct place){origin->file, origin->line, origin->column};
    unsigned before = json->line == origin->line ? origin->column - 1 : 0;
    size_t characters = utf8_length((struct str){json->line_start, (size_t)(at - json->line_start)});
    return (struct place){origin->file, json->line, before + (unsigned)characters + 1};
}

static bool fail(struct json *json, const char *at, const char *zh, const char *en) {
    problem_error(json->problems, "json-syntax", place_of(json, at), "不是正确的 JSON：%s%.0s", "not well-formed JSON: %.0s%s",
                  zh, en);
    return false;
}

static bool fail_memory(struct json *json) {
    json->problems->out_of_memory = true;
    return false;
}

/* What was expected is missing, or the text has ended. */
static bool fail_expected(struct json *json, const char *zh, const char *en) {
    if (json->at == json->end) return fail(json, json->at, "没有写完就结束了", "it ends in the middle");
    return fail(json, json->at, zh, en);
}

static bool fail_text(struct json *json, enum json_fault fault, const char *at) {
    switch (fault) {
    case JSON_FINE: return true;
    case JSON_MEMORY: return fail_memory(json);
    case JSON_OPEN:
        return fail(json, json->at - 1, "这里开始的文字在本行内没有右引号",
                    "the text that starts here has no closing quote on its line");
    case JSON_CONTROL: return fail(json, at, "文字中有控制字符", "a control character in a text");
    case JSON_UTF8: return fail(json, at, "不是 UTF-8 文字", "not UTF-8 text");
    case JSON_ESCAPE: return fail(json, at, "不认识的转义", "an escape that JSON does not know");
    case JSON_SURROGATE: return fail(json, at, "\\u 转义只有半个字符", "a \\u escape that is half a character");
    case JSON_NUL: break;
    }
    return fail(json, at, "文字中不能有空字符（NUL）", "a text cannot hold NUL");
}

static inline struct node *take_node(struct json *json) {
    if (json->spare == json->spare_end) {
        json->spare = arena_take(json->arena, NODES_AT_ONCE * sizeof(struct node));
        json->spare_end = json->spare ? json->spare + NODES_AT_ONCE : NULL;
        if (!json->spare) return NULL;
    }
    struct node *node = json->spare++;
    *node = (struct node){.kind = NODE_NULL};
    return node;
}

static void start_line(struct json *json, const char *at) {
    json->line++;
    json->line_start = at;
    json->wide = 0;
}

static char skip_long_space(struct json *json) {
    for (; json->at < json->end; json->at++) {
        char c = *json->at;
        if (c == '\n')
            start_line(json, json->at + 1);
        else if (c != ' ' && c != '\t' && c != '\r')
            return c;
    }
    return '\0';
}

/* Moves to the next byte that is no white space, and gives it; NUL at the end. Written by machines there is mostly none. */
static inline char skip_space(struct json *json) {
    if (json->at < json->end && (unsigned char)*json->at > ' ') return *json->at;
    return skip_long_space(json);
}

/* Reads the string whose opening quote is at `at`, and moves behind its closing one. */
static bool read_text(struct json *json, struct str *out) {
    const char *start = ++json->at, *stop = json_text_skip(start, json->end);
    if (stop < json->end && *stop == '"' && stop - start <= QUANZE_MAX_SCALAR_BYTES) {
        *out = (struct str){start, (size_t)(stop - start)};
        json->at = stop + 1;
        return true;
    }
    struct json_span span;
    enum json_fault fault = json_text_scan(start, json->end, &span);
    if (fault != JSON_FINE) return fail_text(json, fault, span.end);
    *out = (struct str){start, (size_t)(span.end - start)};
    if (out->length > QUANZE_MAX_SCALAR_BYTES) return fail(json, start - 1, "一项文字超过 16 MiB", "one text is over 16 MiB");
    if (span.has_escapes) {
        const char *where = start;
        fault = json_text_decode(*out, json->arena, out, &where);
        if (fault != JSON_FINE) return fail_text(json, fault, where);
    }
    json->wide += (ptrdiff_t)span.wide;
    json->at = span.end + 1;
    return true;
}

static bool is_digit(const struct json *json, const char *at) { return at < json->end && *at >= '0' && *at <= '9'; }

static bool read_digits(const struct json *json, const char **at) {
    const char *start = *at;
    while (is_digit(json, *at)) ++*at;
    return *at != start;
}

/* Behind the number at `at`, or NULL. */
static const char *number_end(const struct json *json, const char *at) {
    at += *at == '-';
    if (!is_digit(json, at)) return NULL;
    if (*at == '0' && is_digit(json, at + 1)) return NULL;
    read_digits(json, &at);
    if (at < json->end && *at == '.' && (at++, !read_digits(json, &at))) return NULL;
    if (at == json->end || (*at | 0x20) != 'e') return at;
    at++;
    at += at < json->end && (*at == '+' || *at == '-');
    return read_digits(json, &at) ? at : NULL;
}

static bool read_number(struct json *json, struct node *node) {
    const char *behind = number_end(json, json->at);
    if (!behind) return fail(json, json->at, "数字写法不对", "a number that is not written as JSON asks");
    node->kind = NODE_SCALAR;
    node->text = (struct str){json->at, (size_t)(behind - json->at)};
    json->at = behind;
    return true;
}

static bool read_word(struct json *json, struct node *node, struct str word, enum node_kind kind) {
    if (!str_starts_with((struct str){json->at, (size_t)(json->end - json->at)}, word))
        return fail(json, json->at, "应为一个值", "expected a value");
    node->kind = kind;
    node->text = (struct str){json->at, word.length};
    json->at += word.length;
    return true;
}

/* The keys of one object as a set of small marks. Two keys with one mark only raise the suspicion of a double key. */
struct key_marks {
    unsigned char slots[64];
    unsigned count;
    bool suspect;
};

static void mark_key(struct key_marks *marks, struct str key) {
    enum { MOST = 40 };
    if (marks->suspect || key.length == 0 || ++marks->count > MOST) {
        marks->suspect = true;
        return;
    }
    const unsigned char *at = (const unsigned char *)key.at;
    unsigned mix =
        (unsigned)key.length * 0x9E37U + at[0] * 0x85EBU + at[key.length - 1] * 0xC2B3U + at[key.length / 2] * 0x27D5U;
    unsigned char mark = (unsigned char)(mix >> 4 | 1);
    unsigned slot = (mix >> 12) % sizeof marks->slots;
    while (marks->slots[slot] != 0 && marks->slots[slot] != mark) slot = (slot + 1) % sizeof marks->slots;
    marks->suspect = marks->slots[slot] == mark;
    marks->slots[slot] = mark;
}

static bool read_value(struct json *json, struct node *node);

static bool enter(struct json *json) {
    if (json->depth == QUANZE_MAX_DEPTH) return fail(json, json->at, "嵌套超过 32 层", "nested deeper than 32 levels");
    json->depth++;
    json->at++;
    return true;
}

static bool leave(struct json *json) {
    json->depth--;
    json->at++;
    return true;
}

static bool read_key(struct json *json, struct node *child, struct key_marks *marks) {
    if (skip_space(json) != '"') return fail_expected(json, "应为带双引号的键", "expected a key in double quotes");
    child->key_line = json->line;
    child->key_column = column_of(json, json->at);
    if (!read_text(json, &child->key)) return false;
    mark_key(marks, child->key);
    if (skip_space(json) != ':') return fail_expected(json, "键后面应为冒号", "expected a colon behind the key");
    json->at++;
    return true;
}

/* Moves behind the comma, or to the closing bracket. */
static bool read_comma(struct json *json, char close) {
    char c = skip_space(json);
    if (c == close) return true;
    if (c != ',')
        return close == '}' ? fail_expected(json, "应为逗号或右花括号", "expected a comma or a closing brace")
                            : fail_expected(json, "应为逗号或右方括号", "expected a comma or a closing bracket");
    json->at++;
    if (skip_space(json) == close) return fail(json, json->at, "逗号后面没有内容", "nothing behind the comma");
    return true;
}

static bool read_object(struct json *json, struct node *node) {
    node->kind = NODE_MAPPING;
    if (!enter(json)) return false;
    struct key_marks marks = {.count = 0};
    struct node **tail = &node->first;
    while (skip_space(json) != '}') {
        struct node *child = take_node(json);
        if (!child) return fail_memory(json);
        if (!read_key(json, child, &marks) || !read_value(json, child) || !read_comma(json, '}')) return false;
        *tail = child;
        tail = &child->next;
        node->count++;
    }
    return leave(json) && (!marks.suspect || node_check_keys(node, json->origin->file, json->problems));
}

static bool read_array(struct json *json, struct node *node) {
    node->kind = NODE_SEQUENCE;
    if (!enter(json)) return false;
    struct node **tail = &node->first;
    while (skip_space(json) != ']') {
        struct node *child = take_node(json);
        if (!child) return fail_memory(json);
        if (!read_value(json, child) || !read_comma(json, ']')) return false;
        *tail = child;
        tail = &child->next;
        node->count++;
    }
    return leave(json);
}

static bool read_value(struct json *json, struct node *node) {
    char c = skip_space(json);
    node->line = json->line;
    node->column = column_of(json, json->at);
    switch (c) {
    case '"':
        node->kind = NODE_SCALAR;
        node->quoted = true;
        return read_text(json, &node->text);
    case '{': return read_object(json, node);
    case '[': return read_array(json, node);
    case 't': return read_word(json, node, STR("true"), NODE_SCALAR);
    case 'f': return read_word(json, node, STR("false"), NODE_SCALAR);
    case 'n': return read_word(json, node, STR("null"), NODE_NULL);
    default: break;
    }
    if (c == '-' || (c >= '0' && c <= '9')) return read_number(json, node);
    return fail_expected(json, "应为一个值", "expected a value");
}

static void set_places(struct node *node, const struct json_origin *origin) {
    node->line = node->key_line = origin->line;
    node->column = node->key_column = origin->column;
    for (struct node *child = node->first; child; child = child->next) set_places(child, origin);
}

bool json_parse(struct str bytes, const struct json_origin *origin, struct arena *arena, struct node **out,
                struct problems *problems) {
    struct json json = {.at = bytes.at,
                        .end = bytes.at + bytes.length,
                        .line_start = bytes.at,
                        .wide = -(ptrdiff_t)(origin->column - 1),
                        .line = origin->line,
                        .origin = origin,
                        .arena = arena,
                        .problems = problems};
    size_t errors_before = problems->errors;
    *out = NULL;
    struct node *root = take_node(&json);
    if (!root) return fail_memory(&json);
    if (!read_value(&json, root)) return false;
    skip_space(&json);
    if (json.at != json.end) return fail(&json, json.at, "值的后面还有多余内容", "something stands behind the value");
    if (origin->whole) set_places(root, origin);
    *out = root;
    return problems->errors == errors_before && !problems->out_of_memory;
}
