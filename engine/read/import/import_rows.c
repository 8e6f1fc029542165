/* import_rows.c - the rows of a table of items: heads, headings, items, what goes on with the item above, and what is none. */
#include <read/import/import_inside.h>
#include <stdio.h>

/* Where reading a sheet stands. */
struct walk {
    struct import *import;
    const struct sheet *sheet;
    struct import_heads heads;
    bool has_heads, has_numbers; /* any row below the heads has a number */
    bool is_own, is_fresh;       /* nothing stood below the heads yet */
    size_t head_row;             /* index */
    int kind;
    struct str field;
    int said_kind; /* by a heading since the last table, or -1 */
    struct import_item *item;
    struct import_table *table;
};

static void skip(struct walk *walk, const struct sheet_row *row, const char *zh, const char *en) {
    import_skip(walk->import, walk->sheet, row->number, zh, en, 0);
}

static const struct sheet_cell *cell_of(const struct walk *walk, const struct sheet_row *row, enum import_column column) {
    static const struct sheet_cell EMPTY = {{"", 0}, SHEET_OWN};
    int at = walk->heads.at[column];
    return at >= 0 && (size_t)at < row->count ? &row->cells[at] : &EMPTY;
}

static struct str text_of(const struct walk *walk, const struct sheet_row *row, enum import_column column) {
    return cell_of(walk, row, column)->text;
}

/* The text of a row that says only one thing, in one cell or merged over several, and its first column; `at` is NULL otherwise.
 */
static struct str only_text(const struct sheet_row *row, size_t *column) {
    struct str only = {NULL, 0};
    for (size_t i = 0; i < row->count; i++) {
        struct str text = row->cells[i].text;
        if (text.length == 0) continue;
        if (only.at && !str_equal(only, text)) return (struct str){NULL, 0};
        if (!only.at) *column = i;
        only = text;
    }
    return only;
}

static bool is_kind_name(struct str name, int *kind) {
    static const enum table_id TABLES[] = {TABLE_BASIC, TABLE_COOPERATIVE, TABLE_RECALLED};
    for (int i = 0; i < 3; i++)
        if (str_equal(name, list_table(TABLES[i])->name)) {
            *kind = i;
            return true;
        }
    return false;
}

struct reason {
    const char *zh, *en;
};

/* Whether what stands before the table, or its file, is named as a list of villages. */
static bool is_of_villages(const struct sheet *sheet, struct str file) {
    return import_names_villages(sheet->title) || import_names_villages(sheet->name) || import_names_villages(file);
}

/* The kind of a table, by what is surest first. A list of villages has no columns that would tell it apart. */
static struct reason choose_kind(struct walk *walk) {
    const struct sheet *sheet = walk->sheet;
    const char *slash = strrchr(sheet->file, '/');
    const struct str file = str_of(slash ? slash + 1 : sheet->file);
    const struct {
        int kind;
        struct reason reason;
    } SIGNS[] = {
        {walk->heads.kind, {"按列名判断", "by its column heads"}},
        {walk->said_kind, {"按表前标题判断", "by the heading above it"}},
        {import_kind(sheet->title), {"按表前文字判断", "by the text before it"}},
        {import_kind(sheet->name), {"按工作表名判断", "by the worksheet's name"}},
        {import_kind(file), {"按文件名判断", "by the file's name"}},
    };
    if (is_kind_name(sheet->name, &walk->kind)) return SIGNS[3].reason;
    size_t said = 1; /* by words, not by columns */
    while (said < sizeof SIGNS / sizeof *SIGNS && SIGNS[said].kind < 0) said++;
    const bool has_words = said < sizeof SIGNS / sizeof *SIGNS;
    if (has_words && SIGNS[said].kind >= IMPORT_VILLAGES) {
        walk->kind = SIGNS[said].kind;
        return SIGNS[said].reason;
    }
    if (is_of_villages(sheet, file) || (!has_words && import_names_villages(walk->import->head[1]))) {
        walk->kind = IMPORT_VILLAGES + VILLAGE_ASSISTING;
        return (struct reason){"是村（社区）的清单，没有写明类别，请核对",
                               "a list of villages; nothing tells the kind, please check"};
    }
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++) {
        walk->kind = SIGNS[i].kind;
        if (walk->kind >= 0) return SIGNS[i].reason;
    }
    walk->kind = walk->heads.at[IMPORT_DEPARTMENT] >= 0 ? ITEM_COOPERATIVE : ITEM_BASIC;
    return (struct reason){"没有字样可判断，只看有无部门一列，请核对",
                           "nothing tells it but whether there is a column of departments; please check"};
}

static bool has_number(const struct walk *walk, const struct sheet_row *row) {
    struct str text = text_of(walk, row, IMPORT_NUMBER);
    return text.length > 0 && text.at[0] >= '0' && text.at[0] <= '9';
}

static void note_columns(struct walk *walk) {
    struct import_table *table = walk->table;
    table->columns = arena_take_array(walk->import->arena, walk->heads.count, sizeof *table->columns);
    if (!table->columns) walk->import->out_of_memory = true;
    for (size_t i = 0; table->columns && i < walk->heads.count; i++) {
        const enum import_column column = walk->heads.column[i];
        const bool is_read = walk->kind < IMPORT_VILLAGES || import_villages_have(column);
        table->columns[i] = (struct import_column_guess){walk->heads.head[i], is_read ? import_column_key(column) : STR("")};
    }
    table->column_count = table->columns ? walk->heads.count : 0;
}

static struct import_table *new_table(struct import *import) {
    struct import_report *report = import->report;
    if (report->table_count == report->table_capacity) {
        size_t capacity = report->table_capacity ? report->table_capacity * 2 : 8;
        struct import_table *grown = arena_take_array(import->arena, capacity, sizeof *grown);
        if (!grown) {
            import->out_of_memory = true;
            return NULL;
        }
        if (report->table_count) memcpy(grown, report->tables, report->table_count * sizeof *grown);
        report->tables = grown;
        report->table_capacity = capacity;
    }
    return &report->tables[report->table_count++];
}

/* The heads are settled: what they mean for the rows below. */
static void settle_heads(struct walk *walk) {
    struct reason reason = choose_kind(walk);
    walk->is_own = walk->heads.at[IMPORT_ID] >= 0 && walk->sheet->file == walk->import->own_file;
    walk->has_numbers = false;
    for (size_t i = walk->head_row + 1; i < walk->sheet->count && !walk->has_numbers; i++)
        walk->has_numbers = has_number(walk, &walk->sheet->rows[i]);
    if (!walk->table) return;
    walk->table->kind = walk->kind;
    walk->table->zh = str_of(reason.zh);
    walk->table->en = str_of(reason.en);
    note_columns(walk);
}

static bool same_columns(const struct import_heads *a, const struct import_heads *b) {
    for (size_t i = 0; i < IMPORT_COLUMNS; i++)
        if (i != IMPORT_UNREAD && a->at[i] != b->at[i]) return false;
    return true;
}

/* A row of heads: of a new table, a second one of the same table, or the same ones again on a new page. */
static void take_heads(struct walk *walk, const struct import_heads *heads, size_t index) {
    const struct sheet_row *row = &walk->sheet->rows[index];
    if (walk->has_heads && walk->is_fresh && index == walk->head_row + 1) {
        import_heads_refine(&walk->heads, heads);
        walk->head_row = index;
        settle_heads(walk);
        return;
    }
    if (walk->has_heads && walk->said_kind < 0 && same_columns(heads, &walk->heads)) {
        skip(walk, row, "重复的表头", "the heads again");
        return;
    }
    walk->heads = *heads;
    walk->has_heads = walk->is_fresh = true;
    walk->head_row = index;
    walk->field = STR("");
    walk->item = NULL;
    walk->table = new_table(walk->import);
    if (walk->table)
        *walk->table = (struct import_table){.file = walk->sheet->file, .table = walk->sheet->name, .row = row->number};
    settle_heads(walk);
    walk->said_kind = -1;
}

static bool is_note(struct str text) {
    static const char *const STARTS[] = {"注：", "注:",  "备注", "说明：", "说明:", "填表",  "填报",
                                         "制表", "合计", "总计", "小计",   "共计",  "单位："};
    for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
        if (str_starts_with(text, str_of(STARTS[i]))) return true;
    return false;
}

static bool says_kind(struct str text) {
    bool is_title = import_contains(text, "清单") || import_contains(text, "事项");
    return is_title && text.length <= 120 && import_kind(text) >= 0;
}

/* Whether a row that says one thing is an item all the same: in a table without numbers, or the rest of one split by a page. */
static bool is_item_row(const struct walk *walk, const struct sheet_row *row, struct str text, size_t column) {
    bool is_merged = column + 1 < row->count && row->cells[column + 1].cover == SHEET_FROM_LEFT;
    if (is_merged || import_is_heading(text)) return false;
    if (walk->heads.at[IMPORT_NAME] == (int)column) return !walk->has_numbers;
    return walk->item && column != 0;
}

static void take_field(struct walk *walk, struct str text) {
    struct str field = import_name(walk->import->arena, import_without_count(import_without_number(text)));
    if (!field.at) walk->import->out_of_memory = true;
    walk->field = field.at ? field : STR("");
}

/* A row that says one thing: a note, the kind of what follows, or its field. False when it is an item after all. */
static bool take_single(struct walk *walk, const struct sheet_row *row, struct str text, size_t column) {
    if (is_note(text)) {
        skip(walk, row, "说明或合计，不是事项", "a note or a total, no item");
    } else if (says_kind(text)) {
        walk->said_kind = import_kind(text);
        if (walk->heads.kind < 0 || walk->heads.kind == walk->said_kind) walk->kind = walk->said_kind;
        skip(walk, row, "标题，已据此判断类别", "a heading; the kind was taken from it");
    } else {
        if (is_item_row(walk, row, text, column)) return false;
        take_field(walk, text);
    }
    return true;
}

/* "part" and "more" with a sign between them; an empty text when memory ran out, which is then noted. */
static struct str join(struct import *import, struct str part, const char *sign, struct str more) {
    size_t between = strlen(sign);
    char *joined = arena_take(import->arena, part.length + between + more.length);
    if (!joined) {
        import->out_of_memory = true;
        return STR("");
    }
    memcpy(joined, part.at, part.length);
    memcpy(joined + part.length, sign, between);
    memcpy(joined + part.length + between, more.at, more.length);
    return (struct str){joined, part.length + between + more.length};
}

/* Where each department of an item has a row, its duties are told with its name before them. */
static void name_duties(struct walk *walk, const struct sheet_row *row, enum import_column column, struct str *more) {
    struct import_item *item = walk->item;
    const struct sheet_cell *department = cell_of(walk, row, IMPORT_DEPARTMENT);
    bool is_duty = column == IMPORT_DEPARTMENT_DUTY || column == IMPORT_TOWNSHIP_DUTY || column == IMPORT_WORKING_MODE;
    if (!is_duty || department->cover == SHEET_FROM_ABOVE || department->text.length == 0) return;
    *more = join(walk->import, department->text, "：", *more);
    if (item->named & 1u << column) return;
    item->named |= 1u << column;
    if (item->texts[column].length > 0)
        item->texts[column] = join(walk->import, item->first_department, "：", item->texts[column]);
}

/* Appends what a row says to the item above it. */
static void add_to_item(struct walk *walk, const struct sheet_row *row) {
    struct import_item *item = walk->item;
    for (size_t i = IMPORT_FIELD + 1; i < IMPORT_COLUMNS; i++) {
        const struct sheet_cell *cell = cell_of(walk, row, (enum import_column)i);
        struct str more = cell->text;
        if (more.length == 0 || cell->cover == SHEET_FROM_ABOVE) continue;
        name_duties(walk, row, (enum import_column)i, &more);
        item->texts[i] = item->texts[i].length > 0 ? join(walk->import, item->texts[i], "\n", more) : more;
        item->columns[i] = (unsigned)walk->heads.at[i] + 1;
    }
}

static bool goes_on(const struct walk *walk, const struct sheet_row *row) {
    const struct sheet_cell *name = cell_of(walk, row, IMPORT_NAME), *number = cell_of(walk, row, IMPORT_NUMBER);
    if (!walk->item) return false;
    bool same_number = number->text.length == 0 || number->cover == SHEET_FROM_ABOVE;
    return same_number && (name->text.length == 0 || name->cover == SHEET_FROM_ABOVE);
}

static void take_item(struct walk *walk, const struct sheet_row *row) {
    struct import *import = walk->import;
    struct import_item *item = arena_take_array(import->arena, 1, sizeof *item);
    if (!item) {
        import->out_of_memory = true;
        return;
    }
    *item = (struct import_item){.kind = walk->kind, .file = walk->sheet->file, .row = row->number, .is_own = walk->is_own};
    item->table = walk->table ? (size_t)(walk->table - import->report->tables) : 0;
    for (size_t i = 0; i < IMPORT_COLUMNS; i++) {
        item->texts[i] = i == IMPORT_UNREAD ? STR("") : text_of(walk, row, (enum import_column)i);
        item->columns[i] = walk->heads.at[i] >= 0 ? (unsigned)walk->heads.at[i] + 1 : 1;
    }
    item->first_department = item->texts[IMPORT_DEPARTMENT];
    if (item->texts[IMPORT_FIELD].length == 0) item->texts[IMPORT_FIELD] = walk->field;
    int kind = import_kind(item->texts[IMPORT_KIND]);
    if (kind >= 0) item->kind = kind;
    if (import->last)
        import->last->next = item;
    else
        import->first = item;
    import->last = walk->item = item;
    import->item_count++;
}

/* A row below the heads that says more than one thing, or is an item of one word. */
static void take_body(struct walk *walk, const struct sheet_row *row) {
    walk->is_fresh = false;
    if (is_note(text_of(walk, row, IMPORT_NUMBER)) || is_note(text_of(walk, row, IMPORT_NAME)))
        skip(walk, row, "说明或合计，不是事项", "a note or a total, no item");
    else if (goes_on(walk, row))
        add_to_item(walk, row);
    else if (text_of(walk, row, IMPORT_NAME).length == 0)
        skip(walk, row, "没有事项名称", "it has no name of an item");
    else
        take_item(walk, row);
}

static void take_row(struct walk *walk, size_t index) {
    const struct sheet_row *row = &walk->sheet->rows[index];
    struct import_heads heads;
    size_t column = 0;
    if (import_heads_read(row, &walk->import->scratch, &heads, &walk->import->out_of_memory)) {
        take_heads(walk, &heads, index);
        return;
    }
    struct str only = only_text(row, &column);
    if (!walk->has_heads) {
        if (only.at && says_kind(only)) walk->said_kind = import_kind(only);
        if (!only.at) skip(walk, row, "在表头之前", "before the heads");
    } else if (!only.at || walk->is_own || !take_single(walk, row, only, column)) {
        take_body(walk, row);
    }
}

void import_rows(struct import *import, const struct sheet *sheet) {
    struct walk walk = {.import = import, .sheet = sheet, .said_kind = -1, .field = STR("")};
    for (size_t i = 0; i < sheet->count && !import->out_of_memory; i++) take_row(&walk, i);
    if (!walk.has_heads)
        import_skip(import, sheet, sheet->rows[0].number, "整张表没有事项名称一列，不是事项清单",
                    "the whole table has no column of names of items; it is no list of duties", 0);
}
