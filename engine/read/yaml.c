/* yaml.c - the only file with yaml.h: libyaml's events to nodes, and nothing that a duty list or a task has no use for.
 *
 * A reader must believe: no anchors, aliases or tags, so no alias bomb and no type by tag; a key stands once; depth and
 * scalars are bounded before anything is built on them. Parsing goes on after what can be stepped over, so that one run
 * tells all; a syntax error or too much depth ends it.
 * Source: YAML 1.2; libyaml 0.2 event API.
 */
#include <base/utf8.h>
#include <read/node.h>
#include <yaml.h>

/* An open sequence or mapping. */
struct frame {
    struct node *node, *last;
    bool has_key; /* a mapping's key has been read, its value comes next */
    struct str key;
    unsigned key_line, key_column;
};

struct tree {
    const char *file;
    unsigned first_line;
    struct arena *arena;
    struct problems *problems;
    struct frame frames[QUANZE_MAX_DEPTH];
    size_t depth;
    struct str keys[64]; /* copies made last, by a hash: every entry of a long list has the same keys */
    struct node **documents;
    size_t count, capacity;
};

/* libyaml's sentences in Chinese. */
static const struct {
    const char *en, *zh;
} SENTENCES[] = {
    {"could not find expected ':'", "键后面缺少冒号"},
    {"mapping values are not allowed in this context", "这里不能再有冒号；文字中含冒号时请加引号"},
    {"mapping keys are not allowed in this context", "这里不能写键，请检查缩进"},
    {"block sequence entries are not allowed in this context", "这里不能写以“- ”开头的条目，请检查缩进"},
    {"did not find expected key", "此处应为一个键，请检查缩进"},
    {"did not find expected '-' indicator", "此处应为以“- ”开头的条目，请检查缩进"},
    {"did not find expected ',' or ']'", "方括号没有写完：缺少逗号或右方括号"},
    {"did not find expected ',' or '}'", "花括号没有写完：缺少逗号或右花括号"},
    {"did not find expected node content", "此处缺少内容"},
    {"did not find expected <document start>", "上一份文档之后还有多余内容；新文档应以“---”开头"},
    {"found unexpected end of stream", "引号没有写完文件就结束了"},
    {"found unexpected document indicator", "引号内出现了文档分隔符"},
    {"found unknown escape character", "双引号内有不认识的转义字符"},
    {"found character that cannot start any token", "此处的字符不能用作开头；请加引号，缩进请用空格"},
    {"found a tab character that violates indentation", "缩进用了制表符，请改用空格"},
    {"found a tab character where an indentation space is expected", "缩进用了制表符，请改用空格"},
    {"did not find expected comment or line break", "此处应换行"},
    {"did not find expected whitespace or line break", "此处应为空格或换行"},
    {"found unknown directive name", "不认识的 YAML 指令"},
    {"found incompatible YAML document", "不支持的 YAML 版本"},
    {"control characters are not allowed", "含有控制字符"},
    {"found undefined tag handle", "不允许使用标签"},
    {"exceeded maximum depth", "嵌套过深"},
};

static struct place place_of(const struct tree *tree, yaml_mark_t mark) {
    return (struct place){tree->file, tree->first_line + (unsigned)mark.line, (unsigned)mark.column + 1};
}

/* Line and column of a byte of text that is valid up to there. */
static struct place place_of_byte(const char *file, unsigned first_line, struct str bytes, size_t offset) {
    struct place place = {file, first_line, 1};
    size_t line_start = 0;
    for (size_t i = 0; i < offset && i < bytes.length; i++) {
        if (bytes.at[i] != '\n') continue;
        place.line++;
        line_start = i + 1;
    }
    place.column += (unsigned)utf8_length((struct str){bytes.at + line_start, offset - line_start});
    return place;
}

static struct node *new_node(struct tree *tree, enum node_kind kind, yaml_mark_t mark) {
    struct node *node = arena_take_array(tree->arena, 1, sizeof *node);
    if (!node) {
        tree->problems->out_of_memory = true;
        return NULL;
    }
    struct place place = place_of(tree, mark);
    node->kind = kind;
    node->line = place.line;
    node->column = place.column;
    return node;
}

static bool add_document(struct tree *tree, struct node *node) {
    if (tree->count == tree->capacity) {
        size_t capacity = tree->capacity ? tree->capacity * 2 : 4;
        struct node **grown = arena_take_array(tree->arena, capacity, sizeof(struct node *));
        if (!grown) {
            tree->problems->out_of_memory = true;
            return false;
        }
        if (tree->count) memcpy(grown, tree->documents, tree->count * sizeof(struct node *));
        tree->documents = grown;
        tree->capacity = capacity;
    }
    tree->documents[tree->count++] = node;
    return true;
}

/* Hangs a node under the open container, or makes it a document. */
static bool attach(struct tree *tree, struct node *node) {
    if (tree->depth == 0) return add_document(tree, node);
    struct frame *frame = &tree->frames[tree->depth - 1];
    node->key = frame->key;
    node->key_line = frame->key_line;
    node->key_column = frame->key_column;
    frame->has_key = false;
    if (frame->last)
        frame->last->next = node;
    else
        frame->node->first = node;
    frame->last = node;
    frame->node->count++;
    return true;
}

static bool key_is_next(const struct tree *tree) {
    if (tree->depth == 0) return false;
    const struct frame *frame = &tree->frames[tree->depth - 1];
    return frame->node->kind == NODE_MAPPING && !frame->has_key;
}

static bool copy_text(struct tree *tree, const yaml_event_t *event, struct str *out) {
    *out = arena_copy(tree->arena, (struct str){(const char *)event->data.scalar.value, event->data.scalar.length});
    if (!out->at) tree->problems->out_of_memory = true;
    return out->at != NULL;
}

static bool copy_key(struct tree *tree, const yaml_event_t *event, struct str *out) {
    struct str key = {(const char *)event->data.scalar.value, event->data.scalar.length};
    unsigned hash = (unsigned)key.length;
    if (key.length > 0) hash += 7u * (unsigned char)key.at[0] + 31u * (unsigned char)key.at[key.length - 1];
    struct str *slot = &tree->keys[hash % (sizeof tree->keys / sizeof *tree->keys)];
    if (!slot->at || !str_equal(*slot, key)) {
        if (!copy_text(tree, event, slot)) return false;
    }
    *out = *slot;
    return true;
}

static bool is_null(const yaml_event_t *event) {
    struct str text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
           (text.length == 0 || str_equal(text, STR("~")) || str_equal(text, STR("null")));
}

static void refuse_decoration(struct tree *tree, const yaml_event_t *event, const yaml_char_t *anchor, const yaml_char_t *tag) {
    if (anchor)
        problem_error(tree->problems, "anchor", place_of(tree, event->start_mark), "不允许使用锚点“&%s”，请把内容写全",
                      "the anchor \"&%s\" is not allowed; write the content out", (const char *)anchor);
    if (tag)
        problem_error(tree->problems, "tag", place_of(tree, event->start_mark), "不允许使用标签“%s”，请直接写值",
                      "the tag \"%s\" is not allowed; write the plain value", (const char *)tag);
}

/* What libyaml refuses as raw bytes but lets in by the escapes of double quotes. */
static bool has_control(struct str text) {
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c == 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\r')) return true;
        if (c == 0xC2 && i + 1 < text.length && (unsigned char)text.at[i + 1] < 0xA0) return true;
    }
    return false;
}

static bool check_scalar(struct tree *tree, const yaml_event_t *event) {
    struct str text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    refuse_decoration(tree, event, event->data.scalar.anchor, event->data.scalar.tag);
    if (event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE && has_control(text))
        problem_error(tree->problems, "control-character", place_of(tree, event->start_mark), "文字中不能有控制字符",
                      "control characters are not allowed in a text");
    if (text.length <= QUANZE_MAX_SCALAR_BYTES) return true;
    problem_error(tree->problems, "text-too-long", place_of(tree, event->start_mark), "一项文字有 %zu 字节，最多 %d 字节",
                  "one text has %zu bytes; at most %d are allowed", text.length, QUANZE_MAX_SCALAR_BYTES);
    return false;
}

static bool take_key(struct tree *tree, const yaml_event_t *event) {
    struct frame *frame = &tree->frames[tree->depth - 1];
    struct place place = place_of(tree, event->start_mark);
    if (event->data.scalar.length == 0)
        problem_error(tree->problems, "empty-key", place, "键是空的，冒号前应有名称",
                      "an empty key; expected a name before the colon");
    frame->has_key = true;
    frame->key_line = place.line;
    frame->key_column = place.column;
    return copy_key(tree, event, &frame->key);
}

static bool take_scalar(struct tree *tree, const yaml_event_t *event) {
    if (!check_scalar(tree, event)) return false;
    if (key_is_next(tree)) return take_key(tree, event);
    struct node *node = new_node(tree, is_null(event) ? NODE_NULL : NODE_SCALAR, event->start_mark);
    if (!node) return false;
    node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    return copy_text(tree, event, &node->text) && attach(tree, node);
}

/* An alias stands for nothing: the content it would repeat is refused, the rest can still be looked at. */
static bool take_alias(struct tree *tree, const yaml_event_t *event) {
    struct place place = place_of(tree, event->start_mark);
    problem_error(tree->problems, "alias", place, "不允许使用引用“*%s”，请把内容写全",
                  "the alias \"*%s\" is not allowed; write the content out", (const char *)event->data.alias.anchor);
    if (key_is_next(tree)) return false;
    struct node *node = new_node(tree, NODE_NULL, event->start_mark);
    return node && attach(tree, node);
}

static bool open_container(struct tree *tree, const yaml_event_t *event, enum node_kind kind) {
    struct place place = place_of(tree, event->start_mark);
    if (key_is_next(tree)) {
        problem_error(tree->problems, "key-not-text", place, "键必须是一个名称，不能是列表或映射",
                      "a key must be a name, not a list or a mapping");
        return false;
    }
    if (tree->depth == QUANZE_MAX_DEPTH) {
        problem_error(tree->problems, "too-deep", place, "嵌套超过 %d 层", "nested deeper than %d levels", QUANZE_MAX_DEPTH);
        return false;
    }
    struct node *node = new_node(tree, kind, event->start_mark);
    if (!node || !attach(tree, node)) return false;
    tree->frames[tree->depth++] = (struct frame){.node = node};
    return true;
}

static bool close_container(struct tree *tree) {
    const struct node *node = tree->frames[--tree->depth].node;
    return node->kind != NODE_MAPPING || node_check_keys(node, tree->file, tree->problems);
}

/* False ends the parsing. */
static bool take_event(struct tree *tree, const yaml_event_t *event) {
    switch (event->type) {
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_START_EVENT:
    case YAML_DOCUMENT_END_EVENT: return true;
    case YAML_STREAM_END_EVENT: return false;
    case YAML_ALIAS_EVENT: return take_alias(tree, event);
    case YAML_SCALAR_EVENT: return take_scalar(tree, event);
    case YAML_SEQUENCE_START_EVENT:
        refuse_decoration(tree, event, event->data.sequence_start.anchor, event->data.sequence_start.tag);
        return open_container(tree, event, NODE_SEQUENCE);
    case YAML_MAPPING_START_EVENT:
        refuse_decoration(tree, event, event->data.mapping_start.anchor, event->data.mapping_start.tag);
        return open_container(tree, event, NODE_MAPPING);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: return close_container(tree);
    }
    return false;
}

static void report_syntax(const struct tree *tree, const yaml_parser_t *parser, struct str bytes) {
    if (parser->error == YAML_MEMORY_ERROR || !parser->problem) {
        tree->problems->out_of_memory = true;
        return;
    }
    struct place place = parser->error == YAML_READER_ERROR
                             ? place_of_byte(tree->file, tree->first_line, bytes, parser->problem_offset)
                             : place_of(tree, parser->problem_mark);
    const char *zh = "请检查这一行和上一行的缩进、冒号和引号";
    for (size_t i = 0; i < sizeof SENTENCES / sizeof *SENTENCES; i++)
        if (strcmp(SENTENCES[i].en, parser->problem) == 0) zh = SENTENCES[i].zh;
    problem_error(tree->problems, "yaml-syntax", place, "不是正确的 YAML：%s%.0s", "not well-formed YAML: %.0s%s", zh,
                  parser->problem);
}

static void parse_events(struct tree *tree, struct str bytes) {
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) {
        tree->problems->out_of_memory = true;
        return;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes.at, bytes.length);
    for (bool more = true; more;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            report_syntax(tree, &parser, bytes);
            break;
        }
        more = take_event(tree, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
}

static bool check_bytes(const struct tree *tree, struct str bytes) {
    ptrdiff_t bad = utf8_invalid_at(bytes);
    if (bad < 0) return true;
    struct place place = place_of_byte(tree->file, tree->first_line, bytes, (size_t)bad);
    if (bytes.at[bad] == '\0')
        problem_error(tree->problems, "nul-byte", place, "文件中有空字节（NUL），应为纯文本",
                      "a NUL byte; expected plain text");
    else
        problem_error(tree->problems, "bad-utf8", place, "不是 UTF-8 文字（字节 0x%02X），请存为 UTF-8",
                      "not UTF-8 text (byte 0x%02X); save the file as UTF-8", (unsigned)(unsigned char)bytes.at[bad]);
    return false;
}

bool yaml_parse(struct str bytes, const char *file, unsigned line, struct arena *arena, struct node ***documents, size_t *count,
                struct problems *problems) {
    struct tree tree = {.file = file, .first_line = line, .arena = arena, .problems = problems};
    size_t errors_before = problems->errors;
    if (str_starts_with(bytes, STR("\xEF\xBB\xBF"))) bytes = (struct str){bytes.at + 3, bytes.length - 3};
    if (check_bytes(&tree, bytes)) parse_events(&tree, bytes);
    *documents = tree.documents;
    *count = tree.depth > 0 ? tree.count - 1 : tree.count;
    return problems->errors == errors_before && !problems->out_of_memory;
}

const struct node *node_child(const struct node *mapping, const char *key) {
    if (mapping->kind != NODE_MAPPING) return NULL;
    struct str name = str_of(key);
    const struct node *last = NULL;
    for (const struct node *child = mapping->first; child; child = child->next)
        if (str_equal(child->key, name)) last = child;
    return last;
}
