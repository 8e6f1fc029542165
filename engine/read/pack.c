/* pack.c - the head of a pack by a table of keys, then its changes, each by a table of keys and its parameters. */
#include <read/keys.h>
#include <read/list/written.h>
#include <read/pack.h>
#include <read/parts.h>

static const struct key BOTH[] = {{.name = "zh", .type = FACT_TEXT}, {.name = "en", .type = FACT_TEXT}};

enum {
    HEAD_FORMAT,
    HEAD_ID,
    HEAD_TITLE,
    HEAD_WHY,
    HEAD_JURISDICTION,
    HEAD_PUBLISHED_ON,
    HEAD_VALID_FROM,
    HEAD_VALID_TO,
    HEAD_REQUIRES,
    HEAD_CHANGES,
    HEAD_KEYS
};
static const struct key HEAD[] = {
    [HEAD_FORMAT] = {.name = "format", .type = FACT_TEXT, .required = true},
    [HEAD_ID] = {.name = "id", .type = FACT_TEXT, .required = true},
    [HEAD_TITLE] = {.name = "title", .type = FACT_RECORDS, .required = true, .fields = BOTH, .field_count = 2},
    [HEAD_WHY] = {.name = "why", .type = FACT_RECORDS, .fields = BOTH, .field_count = 2},
    [HEAD_JURISDICTION] = {.name = "jurisdiction", .type = FACT_TEXT},
    [HEAD_PUBLISHED_ON] = {.name = "published_on", .type = FACT_DATE},
    [HEAD_VALID_FROM] = {.name = "valid_from", .type = FACT_DATE, .required = true},
    [HEAD_VALID_TO] = {.name = "valid_to", .type = FACT_DATE},
    [HEAD_REQUIRES] = {.name = "requires", .type = FACT_TEXTS},
    [HEAD_CHANGES] = {.name = "changes", .type = FACT_TEXT}, /* read apart */
};

enum {
    CHANGE_RULE,
    CHANGE_PARAMETERS,
    CHANGE_LEVEL,
    CHANGE_DISABLED,
    CHANGE_REASON,
    CHANGE_REQUESTED_BY,
    CHANGE_APPROVED_BY,
    CHANGE_KEYS
};
#define WORD(name)                                                                                                             \
    { STR_INIT(name), STR_INIT(name), STR_INIT(name) }
static const struct choice LEVELS[] = {WORD("info"), WORD("warn"), WORD("hold"), WORD("block")};
static const struct key CHANGE[] = {
    [CHANGE_RULE] = {.name = "rule", .type = FACT_TEXT, .required = true},
    [CHANGE_PARAMETERS] = {.name = "parameters", .type = FACT_TEXT}, /* read apart */
    [CHANGE_LEVEL] = {.name = "level", .type = FACT_CHOICE, .words = {LEVELS, LEVEL_BLOCK + 1}},
    [CHANGE_DISABLED] = {.name = "disabled", .type = FACT_BOOL},
    [CHANGE_REASON] = {.name = "reason", .type = FACT_TEXT},
    [CHANGE_REQUESTED_BY] = {.name = "requested_by", .type = FACT_TEXT},
    [CHANGE_APPROVED_BY] = {.name = "approved_by", .type = FACT_TEXT},
};

struct pack_reading {
    struct reading reading; /* its arena dies with the reading */
    struct arena *kept;
    struct pack *pack;
    struct keys change_keys;
};

static struct str keep_text(struct pack_reading *from, struct str text) {
    struct str copy = arena_copy(from->kept, text);
    if (copy.at) return copy;
    from->reading.problems->out_of_memory = true;
    return STR("");
}

static struct str keep(struct pack_reading *from, const struct value *value) {
    return value->state == VALUE_GIVEN ? keep_text(from, value_text(value)) : STR("");
}

static void *take(struct pack_reading *from, size_t count, size_t size) {
    void *array = arena_take_array(from->kept, count, size);
    if (!array) from->reading.problems->out_of_memory = true;
    return array;
}

/* A copy of a mapping in which one key has no value: it is known, and read apart. NULL when memory ran out, which the problems
 * then say. */
static const struct node *hide(const struct node *mapping, const char *key, const struct reading *reading) {
    struct node *copy = arena_take_array(reading->arena, mapping->count + 1, sizeof *copy), *last = copy;
    if (!copy) {
        reading->problems->out_of_memory = true;
        return NULL;
    }
    *copy = *mapping;
    for (const struct node *child = mapping->first; child; child = child->next, last++) {
        last[1] = *child;
        last[1].next = child->next ? &last[2] : NULL;
        if (str_equal(child->key, str_of(key))) last[1].kind = NODE_NULL;
    }
    copy->first = mapping->first ? &copy[1] : NULL;
    return copy;
}

/* {zh: ..., en: ...}; both are asked for. */
static struct bilingual keep_both(struct pack_reading *from, const struct value *value, const struct node *node) {
    if (value->state != VALUE_GIVEN || value->count == 0) return (struct bilingual){STR(""), STR("")};
    struct bilingual both = {keep(from, &value->items[0]), keep(from, &value->items[1])};
    if (value->count > 1 || both.zh.length == 0 || both.en.length == 0)
        problem_error(from->reading.problems, "missing-key", node_place(node, from->reading.file),
                      "%.*s 应写作 {zh: 中文, en: 英文}", "%.*s should be {zh: in Chinese, en: in English}",
                      WRITTEN_SHOWN(node->key));
    return both;
}

static void check_id(const struct pack_reading *from, const struct node *node) {
    const struct pack *pack = from->pack;
    if (pack_id_is_good(pack->id)) return;
    problem_error(from->reading.problems, "bad-id", node_place(node, from->reading.file),
                  "id 写的是“%.*s”，只能用小写字母 a-z、数字和连字符", "id is \"%.*s\"; only a-z, 0-9 and hyphens are allowed",
                  WRITTEN_SHOWN(pack->id));
}

static void take_requires(struct pack_reading *from, const struct value *value, const struct node *node) {
    struct pack *pack = from->pack;
    if (value->state != VALUE_GIVEN) return;
    pack->requires = take(from, value->count, sizeof *pack->requires);
    if (!pack->requires) return;
    if (node->kind == NODE_SEQUENCE) node = node->first;
    for (size_t i = 0; i < value->count && node; i++, node = node->next)
    pack->requires[pack->require_count++] =
        (struct reference){keep(from, &value->items[i]), {pack->place.file, node->line, node->column}};
}

static void take_head(struct pack_reading *from, const struct node *root) {
    struct keys keys;
    const struct node *head = hide(root, "changes", &from->reading);
    if (!head || !keys_make(HEAD, HEAD_KEYS, from->reading.arena, &keys)) {
        from->reading.problems->out_of_memory = true;
        return;
    }
    keys_read(&keys, head, &from->reading);
    const struct value *values = keys.values;
    struct pack *pack = from->pack;
    pack->id = keep(from, &values[HEAD_ID]);
    pack->jurisdiction = keep(from, &values[HEAD_JURISDICTION]);
    pack->title = keep_both(from, &values[HEAD_TITLE], node_child(root, "title"));
    pack->why = keep_both(from, &values[HEAD_WHY], node_child(root, "why"));
    pack->published_on = (int32_t)keys_number(&keys, HEAD_PUBLISHED_ON, DAY_NONE);
    pack->validity.from = (int32_t)keys_number(&keys, HEAD_VALID_FROM, DAY_NONE);
    pack->validity.to = (int32_t)keys_number(&keys, HEAD_VALID_TO, DAY_NONE);
    take_requires(from, &values[HEAD_REQUIRES], node_child(root, "requires"));
    if (values[HEAD_ID].state == VALUE_GIVEN) check_id(from, node_child(root, "id"));
}

static void take_parameter(struct pack_reading *from, const struct node *node, struct pack_change *change) {
    double number = 0;
    if (node->kind != NODE_SCALAR) {
        field_report_kind(node->key, NODE_SCALAR, node, &from->reading);
        return;
    }
    if (!written_number(str_trim(node->text), &number)) {
        problem_error(from->reading.problems, "not-number", node_place(node, from->reading.file),
                      "参数 %.*s 写的是“%.*s”，应为不小于 0 的数，如 2 或 0.6",
                      "the parameter %.*s is \"%.*s\", expected a number from 0 up, such as 2 or 0.6", WRITTEN_SHOWN(node->key),
                      WRITTEN_SHOWN(node->text));
        return;
    }
    const struct place place = {from->pack->place.file, node->key_line, node->key_column};
    change->parameters[change->parameter_count++] = (struct pack_parameter){keep_text(from, node->key), number, place};
}

static void take_parameters(struct pack_reading *from, const struct node *mapping, struct pack_change *change) {
    if (!mapping || mapping->kind == NODE_NULL) return;
    if (mapping->kind != NODE_MAPPING) {
        field_report_kind(mapping->key, NODE_MAPPING, mapping, &from->reading);
        return;
    }
    change->parameters = take(from, mapping->count, sizeof *change->parameters);
    if (!change->parameters) return;
    for (const struct node *child = mapping->first; child; child = child->next) take_parameter(from, child, change);
}

static void check_change(const struct pack_reading *from, const struct pack_change *change) {
    const struct pack_change *first = pack_change_of(from->pack, change->rule);
    struct problems *problems = from->reading.problems;
    if (first)
        problem_error(problems, "double-change", change->place, "规则“%.*s”在第 %u 行已有改动，一条规则只写一处",
                      "the rule \"%.*s\" is changed in line %u already; write one entry for a rule",
                      WRITTEN_SHOWN(change->rule), first->place.line);
    if (change->level == PACK_LEVEL_AS_IS && !change->disabled && change->parameter_count == 0)
        problem_error(problems, "empty-change", change->place,
                      "对规则“%.*s”没有写改什么，应有 parameters、level 或 disabled: true",
                      "nothing is said to change in the rule \"%.*s\"; expected parameters, level or disabled: true",
                      WRITTEN_SHOWN(change->rule));
}

static void take_change(struct pack_reading *from, const struct node *entry) {
    if (entry->kind != NODE_MAPPING) {
        field_report_kind(STR("changes[]"), NODE_MAPPING, entry, &from->reading);
        return;
    }
    const struct keys *keys = &from->change_keys;
    const struct node *plain = hide(entry, "parameters", &from->reading);
    if (!plain || !keys_read(keys, plain, &from->reading)) return;
    struct pack_change change = {
        .rule = keep(from, &keys->values[CHANGE_RULE]),
        .reason = keep(from, &keys->values[CHANGE_REASON]),
        .requested_by = keep(from, &keys->values[CHANGE_REQUESTED_BY]),
        .approved_by = keep(from, &keys->values[CHANGE_APPROVED_BY]),
        .level = (int)keys_number(keys, CHANGE_LEVEL, PACK_LEVEL_AS_IS),
        .disabled = keys_number(keys, CHANGE_DISABLED, 0) != 0,
        .place = {from->pack->place.file, entry->line, entry->column},
    };
    const size_t errors = from->reading.problems->errors;
    take_parameters(from, node_child(entry, "parameters"), &change);
    if (from->reading.problems->errors > errors) return;
    check_change(from, &change);
    from->pack->changes[from->pack->change_count++] = change;
}

static void take_changes(struct pack_reading *from, const struct node *root) {
    const struct node *changes = node_child(root, "changes");
    if (!changes || changes->kind == NODE_NULL) return;
    if (changes->kind != NODE_SEQUENCE) {
        field_report_kind(changes->key, NODE_SEQUENCE, changes, &from->reading);
        return;
    }
    if (changes->count > QUANZE_MAX_RULES) {
        problem_error(from->reading.problems, "too-many", node_place(changes, from->reading.file),
                      "changes 有 %zu 条，最多 %d 条", "changes has %zu entries; at most %d are allowed", changes->count,
                      QUANZE_MAX_RULES);
        return;
    }
    from->pack->changes = take(from, changes->count, sizeof *from->pack->changes);
    if (!keys_make(CHANGE, CHANGE_KEYS, from->reading.arena, &from->change_keys)) from->reading.problems->out_of_memory = true;
    for (const struct node *entry = changes->first; entry && !from->reading.problems->out_of_memory; entry = entry->next)
        take_change(from, entry);
}

/* The one document of the file, if it is a pack. */
static const struct node *pack_root(const struct parts *parts, struct place place, struct problems *problems) {
    if (parts->count == 0) return NULL; /* said already */
    const struct node *root = parts->at[0].root, *format = node_child(root, "format");
    if (parts->count > 1) {
        problem_error(problems, "too-many", place, "一个文件只能写一个规则包", "a file holds one pack only");
        return NULL;
    }
    if (!format || format->kind != NODE_SCALAR || str_equal(format->text, STR("quanze/pack/1"))) return root;
    problem_error(problems, "wrong-format", node_place(format, place.file), "format 写的是“%.*s”，应为 quanze/pack/1",
                  "format is \"%.*s\", expected quanze/pack/1", WRITTEN_SHOWN(format->text));
    return NULL;
}

/* "folder/pack.yaml", NUL-ended; `at` is NULL when memory ran out. */
static struct str file_of(const char *folder, struct arena *arena) {
    static const struct str NAME = STR_INIT("/pack.yaml");
    const size_t length = strlen(folder);
    char *at = arena_take(arena, length + NAME.length + 1);
    if (!at) return (struct str){NULL, 0};
    memcpy(at, folder, length);
    memcpy(at + length, NAME.at, NAME.length + 1);
    return (struct str){at, length + NAME.length};
}

quanze_status read_pack(const char *folder, struct arena *arena, struct pack *out, struct problems *problems,
                        struct quanze_error *error) {
    struct str path = arena_copy(arena, str_of(folder)), file = file_of(folder, arena);
    if (!path.at || !file.at) return error_memory(error);
    *out = (struct pack){.path = path, .place = {file.at, 1, 1}, .published_on = DAY_NONE, .validity = {DAY_NONE, DAY_NONE}};
    struct parts parts = {.count = 0};
    quanze_status status = parts_read(file.at, NULL, arena, &parts, problems, error);
    out->digest = parts.digest;
    const struct node *root = status == QUANZE_OK ? pack_root(&parts, out->place, problems) : NULL;
    if (root) {
        struct pack_reading from = {.reading = {file.at, &parts.arena, problems}, .kept = arena, .pack = out};
        take_head(&from, root);
        take_changes(&from, root);
    }
    parts_free(&parts);
    if (status != QUANZE_OK) return status;
    return problems->out_of_memory ? error_memory(error) : QUANZE_OK;
}
