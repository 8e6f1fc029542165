/* fields.c - nodes to typed values. */
#include <read/fields.h>
#include <read/list/written.h>

struct field field_of_fact(const struct fact_info *info) {
    return (struct field){info->name, info->type, field_is_required(info), info->choices, info->fields, info->field_count};
}

struct field field_of_info(const struct field_info *info) {
    return (struct field){.name = info->name, .type = info->type, .choices = info->choices};
}

static bool is_list_type(enum fact_type type) { return type >= FACT_TEXTS; }

static enum fact_type element_type(enum fact_type type) { return type == FACT_CHOICES ? FACT_CHOICE : FACT_TEXT; }

/* Types whose plain 0 is a number and not a statement of none. */
static bool is_number_type(enum fact_type type) { return type <= FACT_HOURS; }

static bool is_blank(struct str text) {
    bool starts_black = text.length > 0 && (signed char)text.at[0] > ' ';
    return !starts_black && str_trim(text).length == 0;
}

static bool is_plain_no(const struct node *node) {
    return !node->quoted && (str_equal(node->text, STR("0")) || str_equal(node->text, STR("false")));
}

bool node_states_none(const struct node *node) {
    switch (node->kind) {
    case NODE_NULL:
    case NODE_MAPPING: return false;
    case NODE_SEQUENCE: return node->count == 0;
    case NODE_SCALAR: break;
    }
    return is_blank(node->text) || written_is_none(node->text) || is_plain_no(node);
}

static bool states_none(const struct field *field, const struct node *node) {
    if (node->kind != NODE_SCALAR) return node_states_none(node);
    if (field->required && field->type == FACT_TEXT) return is_blank(node->text);
    if (!is_number_type(field->type)) return node_states_none(node);
    bool is_plain_false = field->type != FACT_BOOL && !node->quoted && str_equal(node->text, STR("false"));
    return is_blank(node->text) || written_is_none(node->text) || is_plain_false;
}

void field_report_kind(struct str name, enum node_kind expected, const struct node *node, const struct reading *reading) {
    static const char *const zh[] = {"空值", "单个值", "列表", "映射"};
    static const char *const en[] = {"no value", "a single value", "a list", "a mapping"};
    problem_error(reading->problems, "wrong-type", node_place(node, reading->file), "%.*s 应为%s%.0s，这里写的是%s%.0s",
                  "%.*s should be %.0s%s, here stands %.0s%s", WRITTEN_SHOWN(name), zh[expected], en[expected], zh[node->kind],
                  en[node->kind]);
}

void field_report_unknown(const struct node *child, const struct str *known, size_t count, const struct reading *reading) {
    struct place place = node_key_place(child, reading->file);
    ptrdiff_t near = str_nearest(child->key, known, count);
    if (near < 0)
        problem_error(reading->problems, "unknown-key", place, "没有“%.*s”这个键", "there is no key \"%.*s\"",
                      WRITTEN_SHOWN(child->key));
    else
        problem_error(reading->problems, "unknown-key", place, "没有“%.*s”这个键；是否要写 %.*s？",
                      "there is no key \"%.*s\"; did you mean %.*s?", WRITTEN_SHOWN(child->key), (int)known[near].length,
                      known[near].at);
}

static bool report_empty(struct str name, struct place place, const struct reading *reading) {
    problem_error(reading->problems, "empty-value", place, "%.*s 不能是空的", "%.*s must not be empty", WRITTEN_SHOWN(name));
    return false;
}

static bool read_scalar(const struct field *field, const struct node *node, const struct reading *reading, struct value *out) {
    if (written_read(field->type, field->choices, node->text, out)) return true;
    written_report(field->type, field->choices, field->name, node->text, node_place(node, reading->file), reading->problems);
    return false;
}

/* One entry of a list of texts or choices. "none" as an entry would count as something that is there. */
static bool read_element(const struct field *field, const struct node *node, const struct reading *reading, struct value *out) {
    if (node->kind == NODE_SEQUENCE || node->kind == NODE_MAPPING) {
        field_report_kind(field->name, NODE_SCALAR, node, reading);
        return false;
    }
    if (node->kind == NODE_NULL || is_blank(node->text))
        return report_empty(field->name, node_place(node, reading->file), reading);
    if (written_is_none(node->text)) {
        problem_error(reading->problems, "none-in-list", node_place(node, reading->file),
                      "%.*s 列表中不能写“%.*s”；没有的话整项写 none 或 []",
                      "%.*s cannot hold \"%.*s\" among others; write none or [] for the whole", WRITTEN_SHOWN(field->name),
                      (int)node->text.length, node->text.at);
        return false;
    }
    struct field element = {.name = field->name, .type = element_type(field->type), .choices = field->choices};
    return read_scalar(&element, node, reading, out);
}

/* The keys of a mapping: a table of our own, or the fields of a record of the fact table. */
struct key_table {
    const struct field *own;
    const struct field_info *infos;
    size_t count;
};

static struct str key_name(const struct key_table *keys, size_t i) {
    return keys->own ? keys->own[i].name : keys->infos[i].name;
}

static int key_find(const struct key_table *keys, struct str name) {
    for (size_t i = 0; i < keys->count; i++)
        if (str_equal(key_name(keys, i), name)) return (int)i;
    return -1;
}

/* The same, looking first behind the key before: most writing follows the table. */
static int key_find_behind(const struct key_table *keys, int before, struct str name) {
    const size_t next = (size_t)(before + 1);
    return next < keys->count && str_equal(key_name(keys, next), name) ? before + 1 : key_find(keys, name);
}

static void report_unknown(const struct key_table *keys, const struct node *child, const struct reading *reading) {
    enum { MOST = 64 };
    struct str names[MOST];
    size_t count = keys->count < MOST ? keys->count : MOST;
    for (size_t i = 0; i < count; i++) names[i] = key_name(keys, i);
    field_report_unknown(child, names, count, reading);
}

/* `*at`: the key before, then this one. */
static bool read_child(const struct key_table *keys, int *at, const struct node *child, const struct reading *reading,
                       struct value *values) {
    *at = key_find_behind(keys, *at, child->key);
    if (*at < 0) {
        report_unknown(keys, child, reading);
        return false;
    }
    if (keys->own) return field_read(&keys->own[*at], child, reading, &values[*at]);
    const struct field inner = field_of_info(&keys->infos[*at]);
    return field_read(&inner, child, reading, &values[*at]);
}

static bool check_validity(const struct key_table *keys, const struct value *values, const struct node *mapping,
                           const struct reading *reading) {
    int from = key_find(keys, STR("valid_from")), to = key_find(keys, STR("valid_to"));
    if (from < 0 || to < 0 || values[from].state != VALUE_GIVEN || values[to].state != VALUE_GIVEN) return true;
    if (values[from].number <= values[to].number) return true;
    const struct node *last = node_child(mapping, "valid_to");
    problem_error(reading->problems, "reversed-dates", node_place(last ? last : mapping, reading->file),
                  "valid_to 早于 valid_from，应先始后终",
                  "valid_to is before valid_from; expected the first day, then the last");
    return false;
}

static bool read_keys(const struct key_table *keys, const struct node *mapping, const struct reading *reading,
                      struct value *values) {
    bool good = true;
    int at = -1;
    for (const struct node *child = mapping->first; child; child = child->next)
        good = read_child(keys, &at, child, reading, values) && good;
    return check_validity(keys, values, mapping, reading) && good;
}

/* A scalar where a record may stand: its first field. */
static bool read_short_row(const struct field_info *info, const struct node *node, const struct reading *reading,
                           struct value *out) {
    struct field first = field_of_info(info);
    if (is_list_type(first.type)) return field_read(&first, node, reading, out);
    first.type = first.type == FACT_CHOICE ? FACT_CHOICES : FACT_TEXTS;
    return read_element(&first, node, reading, out);
}

static bool read_row(const struct field *field, const struct node *node, const struct reading *reading, struct value *row) {
    struct key_table keys = {.infos = field->fields, .count = field->field_count};
    switch (node->kind) {
    case NODE_SCALAR: return read_short_row(&field->fields[0], node, reading, row);
    case NODE_MAPPING: return read_keys(&keys, node, reading, row);
    case NODE_NULL: return report_empty(field->name, node_place(node, reading->file), reading);
    case NODE_SEQUENCE: break;
    }
    field_report_kind(field->name, NODE_MAPPING, node, reading);
    return false;
}

/* Reads `count` entries from `first` on. */
static bool read_list(const struct field *field, const struct node *first, size_t count, const struct reading *reading,
                      struct value *out) {
    if (count > QUANZE_MAX_ELEMENTS) {
        problem_error(reading->problems, "too-many", node_place(first, reading->file), "%.*s 有 %zu 条，最多 %d 条",
                      "%.*s has %zu entries; at most %d are allowed", WRITTEN_SHOWN(field->name), count, QUANZE_MAX_ELEMENTS);
        return false;
    }
    size_t width = field->type == FACT_RECORDS ? field->field_count : 1;
    struct value *items = arena_take_array(reading->arena, count * width, sizeof *items);
    if (!items) {
        reading->problems->out_of_memory = true;
        return false;
    }
    bool good = true;
    const struct node *node = first;
    for (size_t i = 0; i < count; i++, node = node->next) {
        struct value *row = items + i * width;
        good = (field->type == FACT_RECORDS ? read_row(field, node, reading, row) : read_element(field, node, reading, row)) &&
               good;
    }
    *out = (struct value){.items = items, .count = (uint32_t)count, .state = VALUE_GIVEN};
    return good;
}

static bool read_any(const struct field *field, const struct node *node, const struct reading *reading, struct value *out) {
    if (node->kind == NODE_NULL) return true;
    if (states_none(field, node)) {
        out->state = VALUE_NONE;
        return !field->required || report_empty(field->name, node_place(node, reading->file), reading);
    }
    if (is_list_type(field->type)) {
        if (node->kind == NODE_SEQUENCE) return read_list(field, node->first, node->count, reading, out);
        if (node->kind == NODE_SCALAR || field->type == FACT_RECORDS) return read_list(field, node, 1, reading, out);
        field_report_kind(field->name, NODE_SEQUENCE, node, reading);
        return false;
    }
    if (node->kind == NODE_SCALAR) return read_scalar(field, node, reading, out);
    field_report_kind(field->name, NODE_SCALAR, node, reading);
    return false;
}

bool field_read(const struct field *field, const struct node *node, const struct reading *reading, struct value *out) {
    *out = (struct value){.state = VALUE_ABSENT};
    if (read_any(field, node, reading, out)) return true;
    out->state = VALUE_ABSENT;
    return false;
}

bool fields_read(const struct field *fields, size_t count, const struct node *mapping, const struct reading *reading,
                 struct value *values) {
    memset(values, 0, count * sizeof *values);
    if (mapping->kind != NODE_MAPPING) {
        field_report_kind(mapping->key, NODE_MAPPING, mapping, reading);
        return false;
    }
    struct key_table keys = {.own = fields, .count = count};
    bool good = read_keys(&keys, mapping, reading, values);
    for (size_t i = 0; i < count; i++) {
        const struct node *child = fields[i].required ? node_child(mapping, fields[i].name.at) : NULL;
        if (!fields[i].required || (child && child->kind != NODE_NULL)) continue;
        good = false;
        problem_error(reading->problems, "missing-key", node_place(child ? child : mapping, reading->file), "缺少 %.*s",
                      "%.*s is missing", WRITTEN_SHOWN(fields[i].name));
    }
    return good;
}
