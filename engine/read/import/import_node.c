/* import_node.c - cells to the nodes of a list file, so that one reader understands both. */
#include <read/import/import_inside.h>

struct node *import_mapping(struct import *import, enum node_kind kind, unsigned row) {
    struct node *node = arena_take_array(import->arena, 1, sizeof *node);
    if (!node) {
        import->out_of_memory = true;
        return NULL;
    }
    *node = (struct node){.kind = kind, .quoted = true, .line = row, .column = 1, .key_line = row, .key_column = 1};
    return node;
}

void import_add(struct import *import, struct node *parent, const char *key, struct node *child) {
    if (!parent || !child) {
        import->out_of_memory = true;
        return;
    }
    struct node **end = &parent->first;
    while (*end) end = &(*end)->next;
    child->key = str_of(key);
    *end = child;
    parent->count++;
}

void import_append(struct import *import, struct node *sequence, struct node **last, struct node *child) {
    if (!sequence || !child) {
        import->out_of_memory = true;
        return;
    }
    if (*last)
        (*last)->next = child;
    else
        sequence->first = child;
    *last = child;
    sequence->count++;
}

static struct node *text_node(struct import *import, struct str text, unsigned row, unsigned column) {
    struct node *node = import_mapping(import, NODE_SCALAR, row);
    if (!node) return NULL;
    node->text = text;
    node->column = node->key_column = column;
    return node;
}

void import_add_text(struct import *import, struct node *parent, const char *key, struct str text, unsigned row,
                     unsigned column) {
    import_add(import, parent, key, text_node(import, text, row, column));
}

/* The next line of a cell, trimmed; false at the end. */
static bool next_line(struct str *rest, struct str *line) {
    while (rest->length > 0) {
        const char *end = memchr(rest->at, '\n', rest->length);
        size_t length = end ? (size_t)(end - rest->at) : rest->length;
        *line = str_trim((struct str){rest->at, length});
        size_t taken = length + (end ? 1 : 0);
        *rest = (struct str){rest->at + taken, rest->length - taken};
        if (line->length > 0) return true;
    }
    return false;
}

/* 行政处罚权：违规燃放烟花爆竹 */
static struct node *power_node(struct import *import, struct str line, unsigned row, unsigned column) {
    struct node *power = import_mapping(import, NODE_MAPPING, row);
    const struct str colon = STR("：");
    ptrdiff_t at = str_find(line, colon);
    struct str name = at < 0 ? line : (struct str){line.at, (size_t)at};
    import_add_text(import, power, "power", str_trim(name), row, column);
    if (at < 0) return power;
    struct str matter = {line.at + at + colon.length, line.length - (size_t)at - colon.length};
    import_add_text(import, power, "matter", str_trim(matter), row, column);
    return power;
}

/* Takes a mark such as （V） off the end. */
static struct str take_mark(struct str *line) {
    static const char *const MARKS[] = {"V", "S", "M", "P"};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        char wide[16];
        size_t length = 0;
        memcpy(wide, "（", 3), length = 3;
        wide[length++] = MARKS[i][0];
        memcpy(wide + length, "）", 4);
        if (!import_ends_with(*line, wide)) continue;
        *line = str_trim((struct str){line->at, line->length - strlen(wide)});
        return str_of(MARKS[i]);
    }
    return STR("");
}

/* Where the mark stands that closes the title which starts a line; a title may have such marks in it. 0 for none. */
static size_t title_end(struct str line) {
    size_t open = 0;
    for (size_t i = 0; i < line.length; i++) {
        struct str rest = {line.at + i, line.length - i};
        if (str_starts_with(rest, STR("《"))) open++;
        if (open == 0) return 0;
        if (str_starts_with(rest, STR("》")) && --open == 0) return i;
    }
    return 0;
}

/* 《消防法》第三十二条（V）, or a text without such marks. */
static struct node *cite_node(struct import *import, struct str line, unsigned row, unsigned column) {
    struct node *cite = import_mapping(import, NODE_MAPPING, row);
    struct str mark = take_mark(&line), title = line, article = STR("");
    size_t end = title_end(line), mark_bytes = strlen("《");
    if (end > mark_bytes) {
        title = (struct str){line.at + mark_bytes, end - mark_bytes};
        article = str_trim((struct str){line.at + end + mark_bytes, line.length - end - mark_bytes});
    }
    import_add_text(import, cite, "title", title, row, column);
    if (article.length > 0) import_add_text(import, cite, "article", article, row, column);
    if (mark.length > 0) import_add_text(import, cite, "verified", mark, row, column);
    return cite;
}

static struct node *element_node(struct import *import, enum table_form form, struct str line, unsigned row, unsigned column) {
    switch (form) {
    case TABLE_POWERS: return power_node(import, line, row, column);
    case TABLE_CITES: return cite_node(import, line, row, column);
    case TABLE_DEPARTMENTS: return text_node(import, import_department_id(import, line), row, column);
    case TABLE_TEXT:
    case TABLE_TEXTS:
    case TABLE_WORD:
    case TABLE_DEPARTMENT:
    case TABLE_NUMBER: break;
    }
    return text_node(import, line, row, column);
}

static struct node *sequence_node(struct import *import, enum table_form form, struct str text, unsigned row, unsigned column) {
    struct node *sequence = import_mapping(import, NODE_SEQUENCE, row);
    struct str line;
    if (sequence) sequence->column = column;
    while (next_line(&text, &line)) import_add(import, sequence, "", element_node(import, form, line, row, column));
    return sequence;
}

/* The mapping that a dotted key stands in, made when it is not there yet; `*last` becomes the key's last word. */
static struct node *parent_of(struct import *import, struct node *mapping, const char **last, unsigned row) {
    const char *dot = strchr(*last, '.');
    if (!dot) return mapping;
    struct str name = arena_copy(import->arena, (struct str){*last, (size_t)(dot - *last)});
    *last = dot + 1;
    if (!name.at || !mapping) return NULL;
    for (struct node *child = mapping->first; child; child = child->next)
        if (str_equal(child->key, name)) return child;
    struct node *inner = import_mapping(import, NODE_MAPPING, row);
    import_add(import, mapping, name.at, inner);
    return inner;
}

void import_add_cell(struct import *import, struct node *mapping, const struct table_column *column, struct str text,
                     unsigned row, unsigned at) {
    const char *key = column->key.at;
    if (text.length == 0) return;
    struct node *parent = parent_of(import, mapping, &key, row);
    switch (column->form) {
    case TABLE_TEXT:
    case TABLE_WORD: import_add_text(import, parent, key, text, row, at); break;
    case TABLE_DEPARTMENT: import_add_text(import, parent, key, import_department_id(import, text), row, at); break;
    case TABLE_CITES:
        if (str_equal(text, STR("无"))) {
            import_add_text(import, parent, key, STR("none"), row, at);
            break;
        }
        import_add(import, parent, key, sequence_node(import, column->form, text, row, at));
        break;
    case TABLE_TEXTS:
    case TABLE_POWERS:
    case TABLE_DEPARTMENTS: import_add(import, parent, key, sequence_node(import, column->form, text, row, at)); break;
    case TABLE_NUMBER: break;
    }
}
