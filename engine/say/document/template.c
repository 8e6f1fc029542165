#include <say/document/template.h>

enum { MAX_DEPTH = 8, NO_NAME = -1 };

enum node_kind { NODE_TEXT, NODE_VALUE, NODE_SECTION, NODE_UNLESS, NODE_END };

struct node {
    enum node_kind kind;
    struct str text; /* of NODE_TEXT */
    int name;        /* of the others */
    size_t level;    /* how many rows out the name's own row is counted from the root: 0 = root */
    size_t end;      /* of SECTION and UNLESS: the node that ends it */
    bool has_rows;   /* of SECTION: each row is a level of its own */
};

struct template {
    const struct template_names *names;
    struct node *nodes;
    size_t count;
};

/* A section that is open while reading. */
struct open_section {
    size_t node;
    struct place place;
    bool is_level; /* its names can be used */
};

struct parser {
    const struct template_names *names;
    struct str source;
    const char *file;
    size_t at;
    unsigned line, column;
    struct node *nodes;
    size_t count;
    struct open_section open[MAX_DEPTH];
    size_t depth;
    struct quanze_error *error;
};

static struct place place_of(const struct parser *parser) { return (struct place){parser->file, parser->line, parser->column}; }

static void advance(struct parser *parser, size_t bytes) {
    for (size_t i = 0; i < bytes; i++, parser->at++) {
        const char c = parser->source.at[parser->at];
        if (c == '\n') {
            parser->line++;
            parser->column = 1;
        } else if (((unsigned char)c & 0xC0) != 0x80) {
            parser->column++;
        }
    }
}

static struct str rest_of(const struct parser *parser) {
    return (struct str){parser->source.at + parser->at, parser->source.length - parser->at};
}

static struct node *add_node(struct parser *parser, enum node_kind kind) {
    struct node *node = &parser->nodes[parser->count++];
    *node = (struct node){.kind = kind, .name = NO_NAME};
    return node;
}

static void add_text(struct parser *parser, size_t length) {
    if (length == 0) return;
    add_node(parser, NODE_TEXT)->text = (struct str){parser->source.at + parser->at, length};
    advance(parser, length);
}

/* Which level, from the root, the section with a name is; -1 when none of the open ones is. */
static int level_of(const struct parser *parser, int section) {
    int level = 0, found = -1;
    for (size_t i = 0; i < parser->depth; i++) {
        if (!parser->open[i].is_level) continue;
        level++;
        if (parser->nodes[parser->open[i].node].name == section) found = level;
    }
    return found;
}

/* The innermost name that can be used here. */
static int find_name(const struct parser *parser, struct str text, size_t *level) {
    int best = NO_NAME, best_level = -1;
    for (size_t i = 0; i < parser->names->count; i++) {
        const struct template_name *name = &parser->names->at[i];
        if (!str_equal(name->name, text)) continue;
        const int at = name->parent < 0 ? 0 : level_of(parser, name->parent);
        if (at <= best_level) continue;
        best = (int)i;
        best_level = at;
    }
    *level = best_level > 0 ? (size_t)best_level : 0;
    return best;
}

static quanze_status refuse_name(const struct parser *parser, struct place place, struct str text) {
    enum { MAX_NAMES = 128 };
    struct str names[MAX_NAMES];
    size_t count = 0;
    for (size_t i = 0; i < parser->names->count && count < MAX_NAMES; i++) {
        const struct template_name *name = &parser->names->at[i];
        if (str_equal(name->name, text))
            return error_at(parser->error, QUANZE_BAD_DATA, place, "“%.*s”只能写在 {{#%s}} 和 {{/%s}} 之间",
                            "\"%.*s\" can be used only between {{#%s}} and {{/%s}}", (int)text.length, text.at,
                            parser->names->at[name->parent].name.at, parser->names->at[name->parent].name.at);
        names[count++] = name->name;
    }
    const ptrdiff_t nearest = str_nearest(text, names, count);
    if (nearest < 0)
        return error_at(parser->error, QUANZE_BAD_DATA, place, "没有“%.*s”这个名字，能用的见 quanze-letter(5)",
                        "there is no name \"%.*s\"; quanze-letter(5) lists those that can be used", (int)text.length, text.at);
    return error_at(parser->error, QUANZE_BAD_DATA, place, "没有“%.*s”这个名字，是不是“%s”？",
                    "there is no name \"%.*s\"; did you mean \"%s\"?", (int)text.length, text.at, names[nearest].at);
}

static quanze_status close_section(struct parser *parser, struct place place, struct str text) {
    const int open = parser->depth > 0 ? parser->nodes[parser->open[parser->depth - 1].node].name : NO_NAME;
    if (open == NO_NAME || !str_equal(parser->names->at[open].name, text))
        return error_at(parser->error, QUANZE_BAD_DATA, place, "{{/%.*s}} 没有对应的开头，此处打开的是“%s”",
                        "{{/%.*s}} ends nothing; open here is \"%s\"", (int)text.length, text.at,
                        open == NO_NAME ? "" : parser->names->at[open].name.at);
    parser->nodes[parser->open[--parser->depth].node].end = parser->count;
    add_node(parser, NODE_END);
    return QUANZE_OK;
}

static quanze_status open_section(struct parser *parser, struct place place, struct node *node) {
    if (parser->depth == MAX_DEPTH)
        return error_at(parser->error, QUANZE_BAD_DATA, place, "段落套了 %d 层以上", "sections are nested more than %d deep",
                        MAX_DEPTH);
    node->has_rows = node->kind == NODE_SECTION && parser->names->at[node->name].is_section;
    parser->open[parser->depth++] = (struct open_section){(size_t)(node - parser->nodes), place, node->has_rows};
    return QUANZE_OK;
}

/* One tag without its braces. */
static quanze_status read_tag(struct parser *parser, struct place place, struct str inner) {
    const char sign = inner.length > 0 ? inner.at[0] : '\0';
    const bool is_signed = sign != '\0' && strchr("#^/!", sign);
    const struct str text = str_trim(is_signed ? (struct str){inner.at + 1, inner.length - 1} : inner);
    size_t level = 0;
    if (sign == '!') return QUANZE_OK;
    if (sign == '/') return close_section(parser, place, text);
    const int name = find_name(parser, text, &level);
    if (name == NO_NAME) return refuse_name(parser, place, text);
    if (!is_signed && parser->names->at[name].is_section)
        return error_at(parser->error, QUANZE_BAD_DATA, place, "“%.*s”是一组内容，要写成 {{#%.*s}}…{{/%.*s}}",
                        "\"%.*s\" is a section; write {{#%.*s}}...{{/%.*s}}", (int)text.length, text.at, (int)text.length,
                        text.at, (int)text.length, text.at);
    struct node *node = add_node(parser, sign == '#' ? NODE_SECTION : sign == '^' ? NODE_UNLESS : NODE_VALUE);
    node->name = name;
    node->level = level;
    return is_signed ? open_section(parser, place, node) : QUANZE_OK;
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/* Whether a tag of `length` bytes that leaves no text stands alone on its line; then how many blanks stand before it, and the
 * bytes behind it up to the next line. */
static bool stands_alone(const struct parser *parser, size_t length, size_t *before, size_t *after) {
    const struct str source = parser->source;
    size_t start = parser->at, end = parser->at + length;
    if (!strchr("#^/!", source.at[parser->at + 2])) return false;
    while (start > 0 && is_blank(source.at[start - 1])) start--;
    if (start > 0 && source.at[start - 1] != '\n') return false;
    while (end < source.length && is_blank(source.at[end])) end++;
    if (end < source.length && source.at[end] != '\n') return false;
    *before = parser->at - start;
    *after = end - parser->at - length + (end < source.length);
    return true;
}

static quanze_status read_one(struct parser *parser) {
    const struct place place = place_of(parser);
    const struct str rest = rest_of(parser);
    const ptrdiff_t end = str_find(rest, STR("}}"));
    if (end < 0) return error_at(parser->error, QUANZE_BAD_DATA, place, "“{{”没有用“}}”结束", "\"{{\" is not ended by \"}}\"");
    size_t before = 0, after = 0;
    if (stands_alone(parser, (size_t)end + 2, &before, &after) && before > 0) {
        struct node *last = &parser->nodes[parser->count - 1];
        last->text.length -= before; /* blanks of the line, which are the end of the text before */
    }
    quanze_status status = read_tag(parser, place, (struct str){rest.at + 2, (size_t)end - 2});
    advance(parser, (size_t)end + 2 + after);
    return status;
}

static quanze_status parse(struct parser *parser) {
    quanze_status status = QUANZE_OK;
    while (status == QUANZE_OK && parser->at < parser->source.length) {
        const struct str rest = rest_of(parser);
        const ptrdiff_t tag = str_find(rest, STR("{{"));
        add_text(parser, tag >= 0 ? (size_t)tag : rest.length);
        if (tag >= 0) status = read_one(parser);
    }
    if (status != QUANZE_OK || parser->depth == 0) return status;
    const struct open_section *open = &parser->open[parser->depth - 1];
    return error_at(parser->error, QUANZE_BAD_DATA, open->place, "“%s”没有用 {{/%s}} 结束", "\"%s\" is not ended by {{/%s}}",
                    parser->names->at[parser->nodes[open->node].name].name.at,
                    parser->names->at[parser->nodes[open->node].name].name.at);
}

static size_t most_nodes(struct str source) {
    size_t count = 1;
    for (size_t i = 0; i + 1 < source.length; i++) count += source.at[i] == '{' && source.at[i + 1] == '{' ? 2 : 0;
    return count + 1;
}

quanze_status template_read(struct str source, const char *file, const struct template_names *names, struct arena *arena,
                            struct template **out, struct quanze_error *error) {
    struct template *template = arena_take_array(arena, 1, sizeof *template);
    struct parser parser = {.names = names, .source = source, .file = file, .line = 1, .column = 1, .error = error};
    parser.nodes = arena_take_array(arena, most_nodes(source), sizeof *parser.nodes);
    if (!template || !parser.nodes) return error_memory(error);
    quanze_status status = parse(&parser);
    if (status != QUANZE_OK) return status;
    *template = (struct template){names, parser.nodes, parser.count};
    *out = template;
    return QUANZE_OK;
}

/* Where filling stands: the row of each level. */
struct filling {
    const struct template *template;
    const struct template_row *rows[MAX_DEPTH + 1];
    size_t level;
    struct buf *out;
};

static void put_value(struct buf *out, struct str text) {
    if (text.length > 0) buf_put_char(out, TEMPLATE_VALUE);
    for (size_t i = 0; i < text.length; i++) buf_put_char(out, (unsigned char)text.at[i] < 0x20 ? ' ' : text.at[i]);
}

static void fill(struct filling *filling, size_t from, size_t end);

/* How often the inside of a section stands. */
static size_t times(const struct filling *filling, const struct node *node) {
    const struct template_row *row = filling->rows[node->level];
    if (filling->template->names->at[node->name].is_section) return row->sections[node->name].count;
    return row->texts[node->name].length > 0 ? 1 : 0;
}

static void fill_section(struct filling *filling, size_t index) {
    const struct node *node = &filling->template->nodes[index];
    const size_t count = times(filling, node);
    if (node->kind == NODE_UNLESS || !node->has_rows) {
        if ((count > 0) == (node->kind == NODE_SECTION)) fill(filling, index + 1, node->end);
        return;
    }
    const struct template_rows *rows = &filling->rows[node->level]->sections[node->name];
    filling->level++;
    for (size_t i = 0; i < count; i++) {
        filling->rows[filling->level] = &rows->at[i];
        fill(filling, index + 1, node->end);
    }
    filling->level--;
}

static void fill(struct filling *filling, size_t from, size_t end) {
    for (size_t i = from; i < end; i++) {
        const struct node *node = &filling->template->nodes[i];
        switch (node->kind) {
        case NODE_TEXT: buf_put(filling->out, node->text); break;
        case NODE_VALUE: put_value(filling->out, filling->rows[node->level]->texts[node->name]); break;
        case NODE_SECTION:
        case NODE_UNLESS:
            fill_section(filling, i);
            i = node->end;
            break;
        case NODE_END: break;
        }
    }
}

void template_fill(const struct template *template, const struct template_row *root, struct buf *out) {
    struct filling filling = {.template = template, .rows = {root}, .out = out};
    fill(&filling, 0, template->count);
}
