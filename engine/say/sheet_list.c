/* sheet_list.c - libxlsxwriter: one worksheet a table. */
#include <say/sheet_list.h>

#include <base/file.h>
#include <base/utf8.h>
#include <say/sheet_cell.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum { CELL_CHARACTERS = 32767 }; /* that a cell can hold */

#define FOLDER "/tmp" /* for files that are needed only for a while */

struct workbook {
    lxw_workbook *book;
    lxw_format *head, *text;
    const struct list *list;
    int32_t as_of;
    struct buf cell;
    lxw_error failure;
    bool too_long, out_of_memory;
};

static void next_cell(struct workbook *workbook) {
    workbook->out_of_memory |= workbook->cell.failed;
    buf_clear(&workbook->cell);
}

static void put_text(struct workbook *workbook, lxw_worksheet *sheet, size_t row, size_t column, lxw_format *format) {
    struct str text = buf_str(&workbook->cell);
    if (text.length == 0 || workbook->failure != LXW_NO_ERROR) return;
    if (utf8_length(text) > CELL_CHARACTERS) {
        workbook->too_long = true;
        return;
    }
    buf_put_char(&workbook->cell, '\0');
    if (workbook->cell.failed) return;
    workbook->failure = worksheet_write_string(sheet, (lxw_row_t)row, (lxw_col_t)column, workbook->cell.at, format);
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
static bool is_wanted(struct workbook *workbook, enum table_id id, size_t column) {
    const struct list *list = workbook->list;
    bool is_item = id == TABLE_BASIC || id == TABLE_COOPERATIVE || id == TABLE_RECALLED;
    if (!is_item || is_published(id, list_table(id)->columns[column].key)) return true;
    for (size_t row = 0; row < sheet_cell_rows(list, id); row++) {
        if (!sheet_cell_holds(list, id, row, workbook->as_of)) continue;
        next_cell(workbook);
        sheet_cell_put(&workbook->cell, list, id, row, column);
        if (workbook->cell.length > 0) return true;
    }
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

static void put_head(struct workbook *workbook, lxw_worksheet *sheet, const struct table_column *column, size_t at) {
    next_cell(workbook);
    buf_put(&workbook->cell, column->head);
    worksheet_set_column(sheet, (lxw_col_t)at, (lxw_col_t)at, width_of(column), NULL);
    put_text(workbook, sheet, 0, at, workbook->head);
}

static void put_column(struct workbook *workbook, lxw_worksheet *sheet, enum table_id id, size_t column, size_t at) {
    const struct list *list = workbook->list;
    bool is_number = list_table(id)->columns[column].form == TABLE_NUMBER;
    size_t line = 1;
    put_head(workbook, sheet, &list_table(id)->columns[column], at);
    for (size_t row = 0; row < sheet_cell_rows(list, id); row++) {
        if (!sheet_cell_holds(list, id, row, workbook->as_of)) continue;
        next_cell(workbook);
        if (is_number)
            worksheet_write_number(sheet, (lxw_row_t)line, (lxw_col_t)at, (double)line, workbook->text);
        else
            sheet_cell_put(&workbook->cell, list, id, row, column);
        put_text(workbook, sheet, line++, at, workbook->text);
    }
}

static bool is_empty(const struct workbook *workbook, enum table_id id) {
    for (size_t row = 0; row < sheet_cell_rows(workbook->list, id); row++)
        if (sheet_cell_holds(workbook->list, id, row, workbook->as_of)) return false;
    return true;
}

static void put_table(struct workbook *workbook, enum table_id id) {
    const struct table *table = list_table(id);
    lxw_worksheet *sheet = workbook_add_worksheet(workbook->book, table->name.at);
    size_t at = 0;
    if (!sheet) {
        workbook->failure = LXW_ERROR_MEMORY_MALLOC_FAILED;
        return;
    }
    worksheet_freeze_panes(sheet, 1, 0);
    for (size_t column = 0; column < table->count; column++)
        if (is_wanted(workbook, id, column)) put_column(workbook, sheet, id, column, at++);
}

static bool start(struct workbook *workbook, const char *path) {
    const struct list *list = workbook->list;
    workbook->book = workbook_new(path);
    if (!workbook->book) return false;
    workbook->head = workbook_add_format(workbook->book);
    workbook->text = workbook_add_format(workbook->book);
    if (!workbook->head || !workbook->text) return false;
    format_set_bold(workbook->head);
    format_set_text_wrap(workbook->head);
    format_set_bg_color(workbook->head, 0xE8EEF4);
    format_set_border(workbook->head, LXW_BORDER_THIN);
    format_set_text_wrap(workbook->text);
    format_set_align(workbook->text, LXW_ALIGN_VERTICAL_TOP);
    format_set_border(workbook->text, LXW_BORDER_THIN);
    /* The library never asks the clock: a workbook is as old as its list. */
    int32_t day = list->published_on != DAY_NONE ? list->published_on : list->validity.from;
    lxw_doc_properties properties = {.created = (time_t)(day > 0 ? day : 1) * DAY_MINUTES * 60};
    return workbook_set_properties(workbook->book, &properties) == LXW_NO_ERROR;
}

static quanze_status judge(const struct workbook *workbook, struct quanze_error *error) {
    if (workbook->too_long)
        return error_set(error, QUANZE_BAD_DATA, "清单中有的文字超过 %d 字，一个单元格放不下",
                         "a text of the list is longer than the %d characters that a cell can hold", CELL_CHARACTERS);
    if (workbook->out_of_memory || workbook->cell.failed || workbook->failure == LXW_ERROR_MEMORY_MALLOC_FAILED)
        return error_memory(error);
    if (workbook->failure != LXW_NO_ERROR)
        return error_set(error, QUANZE_IO, "生成 Excel 文件时出错：%s", "making the workbook failed: %s",
                         lxw_strerror(workbook->failure));
    return QUANZE_OK;
}

static quanze_status write_book(const struct list *list, int32_t as_of, const char *path, struct quanze_error *error) {
    struct workbook workbook = {.list = list, .as_of = as_of, .failure = LXW_NO_ERROR};
    if (!start(&workbook, path)) workbook.failure = LXW_ERROR_MEMORY_MALLOC_FAILED;
    for (size_t id = 0; id < TABLE_COUNT && workbook.failure == LXW_NO_ERROR; id++)
        if (!is_empty(&workbook, (enum table_id)id)) put_table(&workbook, (enum table_id)id);
    lxw_error closed = workbook.book ? workbook_close(workbook.book) : LXW_NO_ERROR;
    if (workbook.failure == LXW_NO_ERROR) workbook.failure = closed;
    quanze_status status = judge(&workbook, error);
    buf_free(&workbook.cell);
    return status;
}

quanze_status say_list_sheet(const struct list *list, int32_t as_of, struct arena *arena, struct str *out,
                             struct quanze_error *error) {
    char path[] = FOLDER "/quanze-list-XXXXXX";
    int made = mkstemp(path);
    if (made < 0)
        return error_set(error, QUANZE_IO, "不能在“%s”中新建临时文件", "cannot make a file for the time being in \"%s\"",
                         FOLDER);
    close(made);
    quanze_status status = write_book(list, as_of, path, error);
    if (status == QUANZE_OK) status = file_read(path, QUANZE_MAX_FILE_BYTES, arena, out, error);
    unlink(path);
    return status;
}
