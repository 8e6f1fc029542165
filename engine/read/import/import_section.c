/* import_section.c - the tables beside those of items, which only this engine writes: they are known by all of their heads. */
#include <read/import/import_inside.h>

/* Whether the first row of a sheet is exactly the heads of a table. */
static bool is_table(const struct sheet *sheet, const struct table *table) {
    const struct sheet_row *row = &sheet->rows[0];
    if (row->count != table->count) return false;
    for (size_t i = 0; i < row->count; i++)
        if (list_table_find(table, row->cells[i].text) != (int)i) return false;
    return true;
}

static void note_department(struct import *import, const struct node *mapping) {
    const struct node *id = node_child(mapping, "id"), *name = node_child(mapping, "name");
    if (id && name) import_note_department(import, id->text, name->text);
}

static void take_rows(struct import *import, enum table_id id, const struct sheet *sheet) {
    const struct table *table = list_table(id);
    struct import_section *section = &import->sections[id];
    if (!section->node) section->node = import_mapping(import, NODE_SEQUENCE, 1);
    section->file = sheet->file;
    for (size_t i = 1; i < sheet->count && !import->out_of_memory; i++) {
        const struct sheet_row *row = &sheet->rows[i];
        struct node *mapping = import_mapping(import, NODE_MAPPING, row->number);
        for (size_t k = 0; k < row->count && k < table->count; k++)
            import_add_cell(import, mapping, &table->columns[k], row->cells[k].text, row->number, (unsigned)k + 1);
        import_append(import, section->node, &section->last, mapping);
        if (id == TABLE_DEPARTMENT_LIST && mapping) note_department(import, mapping);
    }
}

/* Value and days of a row, as a list writes them; the name stands in the first cell. */
static struct node *dated_value(struct import *import, const struct sheet_row *row) {
    const struct table *table = list_table(TABLE_PARAMETERS);
    struct node *mapping = import_mapping(import, NODE_MAPPING, row->number);
    for (size_t k = 1; k < row->count && k < table->count; k++)
        import_add_cell(import, mapping, &table->columns[k], row->cells[k].text, row->number, (unsigned)k + 1);
    return mapping;
}

static bool has_days(const struct sheet_row *row) {
    for (size_t k = 2; k < row->count; k++)
        if (row->cells[k].text.length > 0) return true;
    return false;
}

/* The series of a name, made when it is not there yet; NULL when memory ran out. */
static struct node *series_of(struct import *import, struct import_section *section, struct str name, unsigned row) {
    for (struct node *child = section->node->first; child; child = child->next)
        if (child->kind == NODE_SEQUENCE && str_equal(child->key, name)) return child;
    struct node *series = import_mapping(import, NODE_SEQUENCE, row);
    if (!series) return NULL;
    series->key = name;
    import_append(import, section->node, &section->last, series);
    return series;
}

static void take_parameter(struct import *import, struct import_section *section, const struct sheet_row *row) {
    struct str name = arena_copy(import->arena, row->cells[0].text);
    if (!name.at) {
        import->out_of_memory = true;
        return;
    }
    if (has_days(row)) {
        struct node *series = series_of(import, section, name, row->number);
        if (series) import_add(import, series, "", dated_value(import, row));
        return;
    }
    struct node *node = import_mapping(import, NODE_SCALAR, row->number);
    if (!node) return;
    node->text = row->count > 1 ? row->cells[1].text : STR("");
    node->key = name;
    import_append(import, section->node, &section->last, node);
}

static void take_parameters(struct import *import, const struct sheet *sheet) {
    struct import_section *section = &import->sections[TABLE_PARAMETERS];
    if (!section->node) section->node = import_mapping(import, NODE_MAPPING, 1);
    section->file = sheet->file;
    for (size_t i = 1; i < sheet->count && !import->out_of_memory; i++) take_parameter(import, section, &sheet->rows[i]);
}

static void take_head(struct import *import, const struct sheet *sheet) {
    size_t count;
    const struct table_column *rows = list_table_head(&count);
    import->own_file = sheet->file;
    for (size_t i = 1; i < sheet->count; i++)
        for (size_t k = 0; k < count && sheet->rows[i].count > 1; k++)
            if (str_equal(sheet->rows[i].cells[0].text, rows[k].head)) import->head[k] = sheet->rows[i].cells[1].text;
}

bool import_section(struct import *import, const struct sheet *sheet) {
    for (size_t id = 0; id < TABLE_COUNT; id++) {
        if (id == TABLE_BASIC || id == TABLE_COOPERATIVE || id == TABLE_RECALLED) continue;
        if (!is_table(sheet, list_table((enum table_id)id))) continue;
        if (id == TABLE_LIST)
            take_head(import, sheet);
        else if (id == TABLE_PARAMETERS)
            take_parameters(import, sheet);
        else
            take_rows(import, (enum table_id)id, sheet);
        return true;
    }
    return false;
}
