/* list.c - a duty list from its parts: the head, then section by section, then frozen.
 *
 * A reader must believe: all parts are read before any is understood, so that it does not matter in which file a
 * department stands; every array is as long as the sections together, so nothing is moved and nothing grows.
 */
#include <read/list/list_parts.h>
#include <read/list/list_reading.h>
#include <read/list/written.h>
#include <read/read.h>
#include <stdio.h>

static const char *const LEFT_OUT[] = {"tasks", "months", "calendar", "schema", "thesaurus", "packs", NULL};

enum {
    HEAD_FORMAT,
    HEAD_ID,
    HEAD_TITLE,
    HEAD_COUNTY,
    HEAD_PUBLISHED_ON,
    HEAD_VALID_FROM,
    HEAD_VALID_TO,
    HEAD_PACKS,
    HEAD_COUNT
};
static const struct key HEAD[] = {
    [HEAD_FORMAT] = {.name = "format", .type = FACT_TEXT, .required = true},
    [HEAD_ID] = {.name = "id", .type = FACT_TEXT, .required = true},
    [HEAD_TITLE] = {.name = "title", .type = FACT_TEXT, .required = true},
    [HEAD_COUNTY] = {.name = "county", .type = FACT_TEXT, .required = true},
    [HEAD_PUBLISHED_ON] = {.name = "published_on", .type = FACT_DATE},
    [HEAD_VALID_FROM] = {.name = "valid_from", .type = FACT_DATE, .required = true},
    [HEAD_VALID_TO] = {.name = "valid_to", .type = FACT_DATE},
    [HEAD_PACKS] = {.name = "packs", .type = FACT_TEXTS},
};

static const struct {
    const char *name;
    bool (*keys)(struct arena *arena, struct keys *out);
    void (*take)(struct list_reading *reading, const struct node *node, bool sound);
} SECTIONS[] = {
    [SECTION_DEPARTMENTS] = {"departments", list_department_keys, list_department_take},
    [SECTION_TOWNSHIPS] = {"townships", list_township_keys, list_township_take},
    [SECTION_ITEMS] = {"items", list_item_keys, list_item_take},
    [SECTION_VILLAGE_ITEMS] = {"village_items", list_village_item_keys, list_village_item_take},
    [SECTION_POWERS] = {"powers", list_power_keys, list_power_take},
    [SECTION_WAIVERS] = {"waivers", list_waiver_keys, list_waiver_take},
};

/* The head, as far as it is read: where each key was first written. */
struct head {
    struct keys keys;
    struct value values[HEAD_COUNT];
    const struct node *nodes[HEAD_COUNT];
    const char *files[HEAD_COUNT];
};

static int find_head_key(struct str name) {
    for (int i = 0; i < HEAD_COUNT; i++)
        if (str_equal(name, str_of(HEAD[i].name))) return i;
    return -1;
}

static bool is_section(struct str name) {
    for (size_t i = 0; i < SECTION_COUNT; i++)
        if (str_equal(name, str_of(SECTIONS[i].name))) return true;
    return str_equal(name, STR("parameters"));
}

static void report_unknown(const struct node *child, const struct reading *reading) {
    struct str known[HEAD_COUNT + SECTION_COUNT + 1];
    size_t count = 0;
    for (size_t i = 0; i < HEAD_COUNT; i++) known[count++] = str_of(HEAD[i].name);
    for (size_t i = 0; i < SECTION_COUNT; i++) known[count++] = str_of(SECTIONS[i].name);
    known[count++] = STR("parameters");
    field_report_unknown(child, known, count, reading);
}

/* A head key may stand in several files if it says the same in all. */
static void take_head_key(struct head *head, size_t key, const struct node *node, const struct reading *reading) {
    if (node->kind == NODE_NULL) return;
    const struct node *first = head->nodes[key];
    if (!first) {
        head->nodes[key] = node;
        head->files[key] = reading->file;
        field_read(&head->keys.fields[key], node, reading, &head->values[key]);
        return;
    }
    if (node->kind == NODE_SCALAR && str_equal(first->text, node->text)) return;
    problem_error(reading->problems, "second-head", node_place(node, reading->file),
                  "%s 与“%s”第 %u 行写的不一样；一份清单只能有一个", "%s differs from \"%s\" line %u; a list has only one",
                  HEAD[key].name, head->files[key], first->line);
}

static bool is_list_part(const struct part *part, struct problems *problems) {
    const struct node *format = node_child(part->root, "format");
    if (!format || format->kind != NODE_SCALAR || str_equal(format->text, STR("quanze/list/1"))) return true;
    problem_error(problems, "wrong-format", node_place(format, part->file), "format 写的是“%.*s”，应为 quanze/list/1",
                  "format is \"%.*s\", expected quanze/list/1", WRITTEN_SHOWN(format->text));
    return false;
}

/* A file of another format is one problem, not one for each of its keys. */
static void drop_strangers(struct parts *parts, struct problems *problems) {
    size_t kept = 0;
    for (size_t i = 0; i < parts->count; i++)
        if (is_list_part(&parts->at[i], problems)) parts->at[kept++] = parts->at[i];
    if (kept < parts->count) parts->broken = true;
    parts->count = kept;
}

static void take_head(struct list_reading *reading, struct head *head, const struct part *part) {
    for (const struct node *child = part->root->first; child; child = child->next) {
        int key = find_head_key(child->key);
        if (key >= 0)
            take_head_key(head, (size_t)key, child, &reading->reading);
        else if (!is_section(child->key))
            report_unknown(child, &reading->reading);
    }
}

static bool is_list_id(struct str id) {
    for (size_t i = 0; i < id.length; i++) {
        char c = id.at[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) return false;
    }
    return id.length > 0;
}

static void check_head(const struct list_reading *reading, const struct head *head, struct place place) {
    struct problems *problems = reading->reading.problems;
    for (size_t i = 0; i < HEAD_COUNT; i++)
        if (HEAD[i].required && !head->nodes[i] && !reading->broken)
            problem_error(problems, "missing-key", place, "缺少 %s", "%s is missing", HEAD[i].name);
    const struct value *id = &head->values[HEAD_ID];
    if (id->state == VALUE_GIVEN && !is_list_id(value_text(id)))
        problem_error(problems, "bad-id", node_place(head->nodes[HEAD_ID], head->files[HEAD_ID]),
                      "id 写的是“%.*s”，只能用小写字母 a-z、数字和连字符",
                      "id is \"%.*s\"; only a-z, 0-9 and hyphens are allowed", WRITTEN_SHOWN(value_text(id)));
}

static int32_t head_day(const struct head *head, size_t key) {
    return head->values[key].state == VALUE_GIVEN ? (int32_t)head->values[key].number : DAY_NONE;
}

/* Reversed days are told here, where their place is known, and then left open so that they are not told again. */
static struct validity head_validity(const struct head *head, struct problems *problems) {
    struct validity validity = {head_day(head, HEAD_VALID_FROM), head_day(head, HEAD_VALID_TO)};
    if (validity.from == DAY_NONE || validity.to == DAY_NONE || validity.from <= validity.to) return validity;
    problem_error(problems, "reversed-dates", node_place(head->nodes[HEAD_VALID_TO], head->files[HEAD_VALID_TO]),
                  "valid_to 早于 valid_from，应先始后终",
                  "valid_to is before valid_from; expected the first day, then the last");
    return (struct validity){DAY_NONE, DAY_NONE};
}

/* The packs that are named, each with its place; one text stands for a list of one. */
static void keep_packs(struct list_reading *reading, const struct head *head) {
    const struct value *value = &head->values[HEAD_PACKS];
    if (value->state != VALUE_GIVEN) return;
    struct texts ids = list_keep_texts(reading, value);
    struct list *list = reading->list;
    list->packs = list_take(reading, ids.count, sizeof *list->packs);
    const struct node *node = head->nodes[HEAD_PACKS];
    if (node->kind == NODE_SEQUENCE) node = node->first;
    for (; list->packs && list->pack_count < ids.count && node; node = node->next, list->pack_count++)
        list->packs[list->pack_count] = (struct reference){ids.at[list->pack_count], node_place(node, head->files[HEAD_PACKS])};
}

static void keep_head(struct list_reading *reading, const struct head *head) {
    struct list *list = reading->list;
    list->id = list_keep(reading, &head->values[HEAD_ID]);
    list->title = list_keep(reading, &head->values[HEAD_TITLE]);
    list->county = list_keep(reading, &head->values[HEAD_COUNTY]);
    list->published_on = head_day(head, HEAD_PUBLISHED_ON);
    list->validity = head_validity(head, reading->reading.problems);
    keep_packs(reading, head);
}

static void read_head(struct list_reading *reading, const struct parts *parts, const char *path) {
    struct head head = {.nodes = {NULL}};
    if (!keys_make(HEAD, HEAD_COUNT, reading->reading.arena, &head.keys)) {
        reading->reading.problems->out_of_memory = true;
        return;
    }
    for (size_t i = 0; i < parts->count; i++) {
        reading->reading.file = parts->at[i].file;
        take_head(reading, &head, &parts->at[i]);
    }
    struct place place = {parts->count ? parts->at[0].file : path, 1, 1};
    check_head(reading, &head, place);
    keep_head(reading, &head);
}

/* Elements of one section in all parts. */
static size_t section_size(const struct parts *parts, const char *name) {
    size_t size = 0;
    for (size_t i = 0; i < parts->count; i++) {
        const struct node *node = node_child(parts->at[i].root, name);
        if (node) size += node->count;
    }
    return size;
}

static void make_room(struct list_reading *reading, enum list_section section, size_t size) {
    struct list *list = reading->list;
    switch (section) {
    case SECTION_DEPARTMENTS: list->departments = list_take(reading, size, sizeof *list->departments); break;
    case SECTION_TOWNSHIPS: list->townships = list_take(reading, size, sizeof *list->townships); break;
    case SECTION_ITEMS: list->items = list_take(reading, size, sizeof *list->items); break;
    case SECTION_VILLAGE_ITEMS: list->village_items = list_take(reading, size, sizeof *list->village_items); break;
    case SECTION_POWERS: list->powers = list_take(reading, size, sizeof *list->powers); break;
    case SECTION_WAIVERS: list->waivers = list_take(reading, size, sizeof *list->waivers); break;
    case SECTION_COUNT: break;
    }
}

static void take_section(struct list_reading *reading, enum list_section section, const struct node *node) {
    const struct reading *from = &reading->reading;
    char entry_name[32];
    snprintf(entry_name, sizeof entry_name, "%s[]", SECTIONS[section].name);
    if (node->kind == NODE_NULL) return;
    if (node->kind != NODE_SEQUENCE) {
        field_report_kind(node->key, NODE_SEQUENCE, node, from);
        return;
    }
    for (const struct node *entry = node->first; entry && !from->problems->out_of_memory; entry = entry->next) {
        if (entry->kind != NODE_MAPPING)
            field_report_kind(str_of(entry_name), NODE_MAPPING, entry, from);
        else
            SECTIONS[section].take(reading, entry, keys_read(&reading->keys[section], entry, from));
    }
}

static void read_section(struct list_reading *reading, enum list_section section, const struct parts *parts) {
    struct problems *problems = reading->reading.problems;
    const char *name = SECTIONS[section].name;
    size_t size = section_size(parts, name);
    if (size > QUANZE_MAX_LIST_ITEMS) {
        problem_error(problems, "too-many", (struct place){parts->at[0].file, 1, 1}, "%s 有 %zu 条，最多 %d 条",
                      "%s has %zu entries; at most %d are allowed", name, size, QUANZE_MAX_LIST_ITEMS);
        return;
    }
    if (!SECTIONS[section].keys(reading->reading.arena, &reading->keys[section])) problems->out_of_memory = true;
    make_room(reading, section, size);
    for (size_t i = 0; i < parts->count && !problems->out_of_memory; i++) {
        const struct node *node = node_child(parts->at[i].root, name);
        reading->reading.file = parts->at[i].file;
        if (node) take_section(reading, section, node);
    }
}

static void read_parameters(struct list_reading *reading, const struct parts *parts) {
    struct list *list = reading->list;
    size_t size = 0;
    for (size_t i = 0; i < parts->count; i++) {
        const struct node *node = node_child(parts->at[i].root, "parameters");
        if (node) size += list_parameters_count(node);
    }
    list->parameters = list_take(reading, size, sizeof *list->parameters);
    for (size_t i = 0; i < parts->count && !reading->reading.problems->out_of_memory; i++) {
        const struct node *node = node_child(parts->at[i].root, "parameters");
        reading->reading.file = parts->at[i].file;
        if (node) list_parameters_take(reading, node);
    }
}

static void understand(struct list_reading *reading, const struct parts *parts, const char *path) {
    read_head(reading, parts, path);
    for (size_t section = 0; section < SECTION_COUNT && !reading->reading.problems->out_of_memory; section++) {
        read_section(reading, (enum list_section)section, parts);
        if (section == SECTION_DEPARTMENTS) list_order_departments(reading);
    }
    read_parameters(reading, parts);
    if (parts->count > 0 && !reading->broken)
        list_review_list(reading->list, (struct place){parts->at[0].file, 1, 1}, reading->reading.problems);
}

quanze_status list_from_parts(struct parts *parts, const char *path, struct list *out, struct problems *problems,
                              struct quanze_error *error) {
    drop_strangers(parts, problems);
    struct list_reading reading = {
        .list = out, .reading = {.arena = &parts->arena, .problems = problems}, .broken = parts->broken};
    understand(&reading, parts, path);
    quanze_status status = problems->out_of_memory ? error_memory(error) : QUANZE_OK;
    if (status == QUANZE_OK && !parts->broken) status = list_freeze(out, problems, error);
    return status == QUANZE_OK ? problems_status(problems, error) : status;
}

quanze_status read_list_files(const char *path, struct arena *arena, const char ***files, size_t *count,
                              struct quanze_error *error) {
    return parts_files(path, LEFT_OUT, arena, files, count, error);
}

quanze_status read_list(const char *path, struct list *out, struct problems *problems, struct quanze_error *error) {
    return read_list_with(path, NULL, out, problems, error);
}

quanze_status read_list_with(const char *path, const char *waivers, struct list *out, struct problems *problems,
                             struct quanze_error *error) {
    struct parts parts = {.also = waivers};
    quanze_status status = parts_read(path, LEFT_OUT, &out->arena, &parts, problems, error);
    out->digest = parts.digest;
    if (status == QUANZE_OK) status = list_from_parts(&parts, path, out, problems, error);
    parts_free(&parts);
    return status;
}
