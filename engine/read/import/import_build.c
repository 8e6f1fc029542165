/* import_build.c - items to nodes: ids, departments, what is left out because a list could not hold it. */
#include <base/utf8.h>
#include <read/import/import_inside.h>
#include <read/parts.h>
#include <stdio.h>

enum { ID_BYTES = 24, MAX_JOINT = 32 };

/* The kinds of villages count on from each other: they share a letter. */
static const char KIND_LETTERS[] = "BCRVVV";

static const enum table_id TABLE_OF_KIND[] = {TABLE_BASIC,   TABLE_COOPERATIVE, TABLE_RECALLED,
                                              TABLE_VILLAGE, TABLE_VILLAGE,     TABLE_VILLAGE};

static bool is_of_letter(const struct import_item *item, int kind) { return KIND_LETTERS[item->kind] == KIND_LETTERS[kind]; }

/* The number that a row has in its table; 0 for none. */
static unsigned number_of(const struct import_item *item) {
    struct str text = item->texts[IMPORT_NUMBER];
    unsigned number = 0;
    if (text.length == 0 || text.length > 6) return 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] < '0' || text.at[i] > '9') return 0;
        number = number * 10 + (unsigned)(text.at[i] - '0');
    }
    return number;
}

static struct str make_id(struct import *import, int kind, unsigned number) {
    char id[ID_BYTES];
    int length = snprintf(id, sizeof id, "%c-%03u", KIND_LETTERS[kind], number);
    struct str copy = arena_copy(import->arena, (struct str){id, (size_t)length});
    if (!copy.at) import->out_of_memory = true;
    return copy;
}

/* Whether the numbers of all items of a kind can be their ids. */
static bool numbers_are_ids(struct import *import, int kind) {
    struct names seen;
    if (!names_open(&seen, import->item_count, &import->scratch)) {
        import->out_of_memory = true;
        return false;
    }
    for (const struct import_item *item = import->first; item; item = item->next) {
        if (!is_of_letter(item, kind)) continue;
        if (item->texts[IMPORT_ID].length > 0 || number_of(item) == 0) return false;
        if (names_add(&seen, make_id(import, kind, number_of(item)), 0) >= 0) return false;
    }
    return true;
}

/* Gives ids to the items of a kind that have none: by their numbers, else the next free ones. */
static void give_ids_of(struct import *import, int kind, const struct names *taken) {
    bool by_number = numbers_are_ids(import, kind);
    unsigned next = 1;
    for (struct import_item *item = import->first; item && !import->out_of_memory; item = item->next) {
        if (!is_of_letter(item, kind) || item->id.length > 0) continue;
        if (by_number) item->id = make_id(import, kind, number_of(item));
        while (!by_number && (item->id.length == 0 || names_find(taken, item->id) >= 0) && !import->out_of_memory)
            item->id = make_id(import, kind, next++);
    }
}

static void give_ids(struct import *import) {
    struct names taken;
    if (!names_open(&taken, import->item_count, import->arena)) {
        import->out_of_memory = true;
        return;
    }
    for (struct import_item *item = import->first; item; item = item->next) {
        item->id = str_trim(item->texts[IMPORT_ID]);
        if (item->id.length > 0) names_add(&taken, item->id, 0);
    }
    for (int kind = 0; kind <= IMPORT_VILLAGES && !import->out_of_memory; kind++) {
        arena_reset(&import->scratch);
        give_ids_of(import, kind, &taken);
    }
}

/* Texts as a list wants them; what this engine wrote is taken as it stands. */
static void tidy_texts(struct import *import, struct import_item *item) {
    static const enum import_column NAMES[] = {IMPORT_NAME, IMPORT_FIELD, IMPORT_OFFICE},
                                    LINES[] = {IMPORT_DEPARTMENT_DUTY, IMPORT_TOWNSHIP_DUTY, IMPORT_WORKING_MODE, IMPORT_BASIS};
    if (item->is_own) return;
    item->texts[IMPORT_NAME] = import_without_number(item->texts[IMPORT_NAME]);
    item->texts[IMPORT_FIELD] = import_without_number(item->texts[IMPORT_FIELD]);
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        item->texts[NAMES[i]] = import_name(import->arena, item->texts[NAMES[i]]);
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++)
        item->texts[LINES[i]] = import_lines(import->arena, item->texts[LINES[i]]);
    for (size_t i = 0; i < IMPORT_COLUMNS; i++)
        if (!item->texts[i].at) import->out_of_memory = true, item->texts[i] = STR("");
}

static void skip(struct import *import, const struct import_item *item, const char *zh, const char *en, unsigned other) {
    struct sheet sheet = {.file = item->file, .name = import->report->tables[item->table].table};
    import_skip(import, &sheet, item->row, zh, en, other);
}

/* The lines of a cell that this engine wrote: names as they are. */
static size_t split_lines(struct str cell, struct str *names, size_t most) {
    size_t count = 0;
    while (cell.length > 0 && count < most) {
        const char *end = memchr(cell.at, '\n', cell.length);
        size_t length = end ? (size_t)(end - cell.at) : cell.length, taken = length + (end ? 1 : 0);
        names[count++] = (struct str){cell.at, length};
        cell = (struct str){cell.at + taken, cell.length - taken};
    }
    return count;
}

/* The departments of an item, the leading one first. */
static size_t departments_of(struct import *import, const struct import_item *item, struct str *names) {
    struct str lead = item->texts[IMPORT_DEPARTMENT], joint = item->texts[IMPORT_JOINT];
    if (item->is_own) {
        size_t own = split_lines(lead, names, 1);
        return own + split_lines(joint, names + own, MAX_JOINT - own);
    }
    size_t count = import_split_departments(import, lead, names, MAX_JOINT);
    return count + import_split_departments(import, joint, names + count, MAX_JOINT - count);
}

static void add_departments(struct import *import, struct node *node, const struct import_item *item) {
    struct str names[MAX_JOINT];
    unsigned row = item->row, column = item->columns[IMPORT_DEPARTMENT];
    size_t count = departments_of(import, item, names);
    if (count > 0) import_add_text(import, node, "department", import_department_id(import, names[0]), row, column);
    if (count < 2) return;
    struct node *joint = import_mapping(import, NODE_SEQUENCE, row);
    import_add(import, node, "joint_departments", joint);
    for (size_t i = 1; i < count && joint; i++)
        import_add_text(import, joint, "", import_department_id(import, names[i]), row, column);
}

/* Ends the citation before another one, with the sign that stands between them. */
static void end_cite(struct buf *out) {
    static const char *const BETWEEN[] = {"、", "，", "；", " "};
    for (size_t i = 0; i < sizeof BETWEEN / sizeof *BETWEEN; i++)
        if (import_ends_with(buf_str(out), BETWEEN[i])) out->length -= strlen(BETWEEN[i]);
    if (out->length > 0 && out->at[out->length - 1] != '\n') buf_put_char(out, '\n');
}

/* 《A》第一条、《B》第二条 in one line become a line each. */
static struct str split_cites(struct import *import, struct str text) {
    struct buf out = {0};
    size_t open = 0;
    for (size_t i = 0; i < text.length; i++) {
        struct str rest = {text.at + i, text.length - i};
        if (str_starts_with(rest, STR("《")) && open++ == 0) end_cite(&out);
        if (str_starts_with(rest, STR("》")) && open > 0) open--;
        buf_put_char(&out, text.at[i]);
    }
    struct str copy = out.failed ? (struct str){NULL, 0} : arena_copy(import->arena, buf_str(&out));
    buf_free(&out);
    if (copy.at) return copy;
    import->out_of_memory = true;
    return STR("");
}

static const struct table_column *column_of(const struct table *table, enum import_column column) {
    struct str key = import_column_key(column);
    for (size_t i = 0; i < table->count; i++)
        if (key.length > 0 && str_equal(table->columns[i].key, key)) return &table->columns[i];
    return NULL;
}

bool import_villages_have(enum import_column column) {
    return column == IMPORT_NUMBER || column == IMPORT_KIND || column_of(list_table(TABLE_VILLAGE), column);
}

static struct node *item_node(struct import *import, const struct import_item *item) {
    static const enum import_column CELLS[] = {
        IMPORT_NAME,    IMPORT_FIELD,   IMPORT_OFFICE, IMPORT_DEPARTMENT_DUTY, IMPORT_TOWNSHIP_DUTY, IMPORT_WORKING_MODE,
        IMPORT_ALIASES, IMPORT_ACTIONS, IMPORT_POWERS, IMPORT_FUNDS,           IMPORT_STAFF,         IMPORT_SKILL,
        IMPORT_BASIS,   IMPORT_FROM,    IMPORT_TO};
    const bool is_village = item->kind >= IMPORT_VILLAGES;
    const struct choices kinds = choices_of(is_village ? "VILLAGE_KIND" : "ITEM_KIND");
    const struct table *table = list_table(TABLE_OF_KIND[item->kind]);
    struct node *node = import_mapping(import, NODE_MAPPING, item->row);
    import_add_text(import, node, "id", item->id, item->row, item->columns[IMPORT_ID]);
    import_add_text(import, node, "kind", kinds.at[is_village ? item->kind - IMPORT_VILLAGES : item->kind].name, item->row, 1);
    if (!is_village) add_departments(import, node, item);
    for (size_t i = 0; i < sizeof CELLS / sizeof *CELLS; i++) {
        struct str text = item->texts[CELLS[i]];
        if (CELLS[i] == IMPORT_BASIS && !item->is_own) text = split_cites(import, text);
        const struct table_column *column = column_of(table, CELLS[i]);
        if (column) import_add_cell(import, node, column, text, item->row, item->columns[CELLS[i]]);
    }
    return node;
}

/* What two rows have in common that are one item told twice. */
static struct str identity(struct import *import, const struct import_item *item) {
    struct str folded = utf8_fold(import->arena, item->texts[IMPORT_NAME]);
    struct str department = utf8_fold(import->arena, item->texts[IMPORT_DEPARTMENT]);
    size_t length = folded.length + department.length + 2;
    char *text = folded.at && department.at ? arena_take(import->arena, length) : NULL;
    if (!text) {
        import->out_of_memory = true;
        return STR("");
    }
    text[0] = KIND_LETTERS[item->kind];
    memcpy(text + 1, folded.at, folded.length);
    text[1 + folded.length] = '|';
    memcpy(text + 2 + folded.length, department.at, department.length);
    return (struct str){text, length};
}

/* Why an item cannot stand in a list, told; or false. */
static bool is_left_out(struct import *import, const struct import_item *item, struct names *seen) {
    if ((item->kind == ITEM_COOPERATIVE || item->kind == ITEM_RECALLED) &&
        str_trim(item->texts[IMPORT_DEPARTMENT]).length == 0) {
        skip(import, item, "没有写部门；配合事项和收回事项必须写明部门",
             "it names no department, which a cooperative or recalled item must", 0);
        return true;
    }
    if (item->is_own) return false;
    int first = names_add(seen, identity(import, item), (int)item->row);
    if (first < 0) return false;
    skip(import, item, "与前面一行重复", "the same as a row before it", (unsigned)first);
    return true;
}

static void drop_unfit(struct import *import) {
    struct names seen;
    if (!names_open(&seen, import->item_count, import->arena)) {
        import->out_of_memory = true;
        return;
    }
    struct import_item **link = &import->first;
    while (*link && !import->out_of_memory) {
        struct import_item *item = *link;
        tidy_texts(import, item);
        if (is_left_out(import, item, &seen))
            *link = item->next;
        else
            link = &item->next;
    }
}

static bool add_part(struct parts *parts, const char *file, const struct node *root) {
    parts->at[parts->count++] = (struct part){file, root};
    return root != NULL;
}

/* The items of the townships, or those of villages: one part for each run of them of one file, so that problems are told with
 * the file that they are in. `most` parts are made; what follows then stands in the last. */
static void build_items(struct import *import, struct parts *parts, bool of_villages, size_t most) {
    const char *file = NULL;
    struct node *sequence = NULL, *last = NULL;
    const size_t last_part = parts->count + most;
    for (const struct import_item *item = import->first; item && !import->out_of_memory; item = item->next) {
        if ((item->kind >= IMPORT_VILLAGES) != of_villages) continue;
        if (item->file != file && parts->count < last_part) {
            struct node *root = import_mapping(import, NODE_MAPPING, 1);
            file = item->file;
            last = NULL;
            sequence = import_mapping(import, NODE_SEQUENCE, 1);
            import_add(import, root, of_villages ? "village_items" : "items", sequence);
            add_part(parts, file, root);
        }
        import_append(import, sequence, &last, item_node(import, item));
        import->report->items[item->kind]++;
        import->report->tables[item->table].items++;
    }
}

static const char *guess_department_kind(struct str name) {
    static const struct {
        const char *ending, *kind;
    } KINDS[] = {
        {"人民政府", "county_government"},     {"县政府", "county_government"}, {"联合会", "mass_organisation"},
        {"妇联", "mass_organisation"},         {"残联", "mass_organisation"},   {"团县委", "mass_organisation"},
        {"总工会", "mass_organisation"},       {"公司", "enterprise"},          {"领导小组办公室", "coordinating_body"},
        {"委员会办公室", "coordinating_body"}, {"指挥部", "coordinating_body"}};
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (import_ends_with(name, KINDS[i].ending)) return KINDS[i].kind;
    return "county_department";
}

/* The departments that the engine's own table does not have. */
static void build_departments(struct import *import, struct node *root) {
    struct import_section *own = &import->sections[TABLE_DEPARTMENT_LIST];
    size_t known = own->node ? own->node->count : 0;
    struct node *sequence = import_mapping(import, NODE_SEQUENCE, 1), *last = NULL;
    for (const struct import_department *at = import->departments; at && !import->out_of_memory; at = at->next) {
        if (known > 0) {
            known--;
            continue;
        }
        struct node *node = import_mapping(import, NODE_MAPPING, 1);
        import_add_text(import, node, "id", at->id, 1, 1);
        import_add_text(import, node, "name", at->name, 1, 1);
        import_add_text(import, node, "kind", str_of(guess_department_kind(at->name)), 1, 1);
        import_append(import, sequence, &last, node);
    }
    import_add(import, root, "departments", sequence);
}

static void build_head(struct import *import, struct node *root) {
    size_t count;
    const struct table_column *rows = list_table_head(&count);
    import_add_text(import, root, "format", STR("quanze/list/1"), 1, 1);
    for (size_t i = 0; i < count; i++) import_add_cell(import, root, &rows[i], import->head[i], 1, 1);
    build_departments(import, root);
    if (import->township.length == 0 || import->sections[TABLE_TOWNSHIPS].node) return;
    struct node *townships = import_mapping(import, NODE_SEQUENCE, 1), *township = import_mapping(import, NODE_MAPPING, 1);
    import_add_text(import, township, "name", import->township, 1, 1);
    import_add(import, townships, "", township);
    import_add(import, root, "townships", townships);
}

static void build_sections(struct import *import, struct parts *parts) {
    for (size_t i = 0; i < TABLE_COUNT && !import->out_of_memory; i++) {
        struct import_section *section = &import->sections[i];
        if (!section->node) continue;
        struct node *root = import_mapping(import, NODE_MAPPING, 1);
        import_add(import, root, list_table((enum table_id)i)->section.at, section->node);
        add_part(parts, section->file, root);
    }
}

bool import_build(struct import *import, struct parts *parts) {
    size_t runs = import->request->path_count, most = 2 * runs + TABLE_COUNT + 1;
    parts->at = arena_take_array(import->arena, most, sizeof *parts->at);
    if (!parts->at) return false;
    drop_unfit(import);
    if (!import->out_of_memory) give_ids(import);
    if (!import->out_of_memory) build_items(import, parts, false, runs);
    if (!import->out_of_memory) build_items(import, parts, true, runs);
    struct node *root = import_mapping(import, NODE_MAPPING, 1);
    if (import->out_of_memory) return false;
    build_sections(import, parts);
    build_head(import, root);
    return add_part(parts, import->request->paths[0], root) && !import->out_of_memory;
}
