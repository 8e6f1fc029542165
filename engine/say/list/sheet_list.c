/* sheet_list.c - a worksheet a table of the list. */
#include <say/list/sheet_list.h>

#include <say/excel.h>
#include <say/list/sheet_cell.h>

/* A list on its way into a workbook. */
struct pages {
    struct excel *excel;
    const struct list *list;
    int32_t as_of;
    struct arena *arena;
    struct buf cell;
    bool out_of_memory;
};

static struct str cell_text(struct pages *pages, enum table_id id, size_t row, size_t column) {
    pages->out_of_memory |= pages->cell.failed;
    buf_clear(&pages->cell);
    sheet_cell_put(&pages->cell, pages->list, id, row, column);
    return buf_str(&pages->cell);
}

/* The columns of the published tables, and the id. */
static bool is_published(enum table_id id, struct str key) {
    static const struct {
        enum table_id table;
        const char *key;
    } PUBLISHED[] = {{TABLE_COOPERATIVE, "department"},
                     {TABLE_COOPERATIVE, "department_duty"},
                     {TABLE_COOPERATIVE, "township_duty"},
                     {TABLE_RECALLED, "department"},
                     {TABLE_RECALLED, "working_mode"}};
    if (key.length == 0 || str_equal(key, STR("id")) || str_equal(key, STR("name"))) return true;
    for (size_t i = 0; i < sizeof PUBLISHED / sizeof *PUBLISHED; i++)
        if (PUBLISHED[i].table == id && str_equal(key, str_of(PUBLISHED[i].key))) return true;
    return false;
}

/* Whether a column is written: a published one, or one in which anything is said. All of the tables that are not of items. */
static bool is_wanted(struct pages *pages, enum table_id id, size_t column) {
    const struct list *list = pages->list;
    bool is_item = id == TABLE_BASIC || id == TABLE_COOPERATIVE || id == TABLE_RECALLED;
    if (!is_item || is_published(id, list_table(id)->columns[column].key)) return true;
    for (size_t row = 0; row < sheet_cell_rows(list, id); row++)
        if (sheet_cell_holds(list, id, row, pages->as_of) && cell_text(pages, id, row, column).length > 0) return true;
    return false;
}

static double width_of(const struct table_column *column) {
    static const struct {
        const char *key;
        double width;
    } WIDTHS[] = {{"id", 12},         {"field", 14},           {"name", 30},
                  {"department", 22}, {"department_duty", 50}, {"township_duty", 50},
                  {"aliases", 24},    {"working_mode", 40},    {"basis", 34},
                  {"decision", 34},   {"reason", 34},          {"powers", 24}};
    for (size_t i = 0; i < sizeof WIDTHS / sizeof *WIDTHS; i++)
        if (str_equal(column->key, str_of(WIDTHS[i].key))) return WIDTHS[i].width;
    return column->form == TABLE_NUMBER ? 6 : 16;
}

static bool is_empty(const struct pages *pages, enum table_id id) {
    for (size_t row = 0; row < sheet_cell_rows(pages->list, id); row++)
        if (sheet_cell_holds(pages->list, id, row, pages->as_of)) return false;
    return true;
}

static void put_table(struct pages *pages, enum table_id id) {
    const struct table *table = list_table(id);
    size_t *wanted = arena_take_array(pages->arena, table->count, sizeof *wanted), count = 0;
    int64_t line = 0;
    pages->out_of_memory |= !wanted;
    if (!wanted) return;
    excel_sheet(pages->excel, table->name.at);
    for (size_t column = 0; column < table->count; column++) {
        if (!is_wanted(pages, id, column)) continue;
        excel_head(pages->excel, table->columns[column].head, width_of(&table->columns[column]));
        wanted[count++] = column;
    }
    for (size_t row = 0; row < sheet_cell_rows(pages->list, id); row++) {
        if (!sheet_cell_holds(pages->list, id, row, pages->as_of)) continue;
        excel_row(pages->excel);
        line++;
        for (size_t i = 0; i < count; i++)
            if (table->columns[wanted[i]].form == TABLE_NUMBER)
                excel_number(pages->excel, line, 0);
            else
                excel_text(pages->excel, cell_text(pages, id, row, wanted[i]));
    }
}

quanze_status say_list_sheet(const struct list *list, int32_t as_of, struct arena *arena, struct str *out,
                             struct quanze_error *error) {
    /* A workbook is as old as its list. */
    const int32_t day = list->published_on != DAY_NONE ? list->published_on : list->validity.from;
    struct pages pages = {.list = list, .as_of = as_of, .arena = arena};
    quanze_status status = excel_open(day, &pages.excel, error);
    if (status != QUANZE_OK) return status;
    for (size_t id = 0; id < TABLE_COUNT; id++)
        if (!is_empty(&pages, (enum table_id)id)) put_table(&pages, (enum table_id)id);
    status = excel_close(pages.excel, arena, out, error);
    if (status == QUANZE_OK && (pages.out_of_memory || pages.cell.failed)) status = error_memory(error);
    buf_free(&pages.cell);
    return status;
}
