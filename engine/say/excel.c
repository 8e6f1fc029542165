/* excel.c - see excel.h. Source: ECMA-376 part 1, 18.3 and Excel's limits (a cell holds 32,767 characters). */
#include <say/excel.h>

#include <base/alloc.h>
#include <base/buf.h>
#include <base/day.h>
#include <base/file.h>
#include <base/utf8.h>
#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum { CELL_CHARACTERS = 32767 }; /* that a cell can hold */

#define FOLDER "/tmp" /* for files that are needed only for a while */

struct excel {
    char path[sizeof FOLDER "/quanze-XXXXXX"];
    lxw_workbook *book;
    lxw_worksheet *sheet;
    lxw_format *head, *text;
    size_t row, column, heads; /* of the next cell; cells of the head */
    struct buf cell;
    lxw_error failure;
    bool too_long;
};

static bool make_formats(struct excel *excel) {
    excel->head = workbook_add_format(excel->book);
    excel->text = workbook_add_format(excel->book);
    if (!excel->head || !excel->text) return false;
    format_set_bold(excel->head);
    format_set_text_wrap(excel->head);
    format_set_bg_color(excel->head, 0xE8EEF4);
    format_set_border(excel->head, LXW_BORDER_THIN);
    format_set_text_wrap(excel->text);
    format_set_align(excel->text, LXW_ALIGN_VERTICAL_TOP);
    format_set_border(excel->text, LXW_BORDER_THIN);
    return true;
}

static bool start(struct excel *excel, int32_t day) {
    /* The library never asks the clock. */
    lxw_doc_properties properties = {.created = (time_t)(day > 0 ? day : 1) * DAY_MINUTES * 60};
    excel->book = workbook_new(excel->path);
    return excel->book && make_formats(excel) && workbook_set_properties(excel->book, &properties) == LXW_NO_ERROR;
}

quanze_status excel_open(int32_t day, struct excel **out, struct quanze_error *error) {
    struct excel *excel = alloc_new(sizeof *excel);
    if (!excel) return error_memory(error);
    *excel = (struct excel){.path = FOLDER "/quanze-XXXXXX", .failure = LXW_NO_ERROR};
    const int made = mkstemp(excel->path);
    if (made < 0) {
        alloc_free(excel);
        return error_set(error, QUANZE_IO, "不能在“%s”中新建临时文件", "cannot make a file for the time being in \"%s\"",
                         FOLDER);
    }
    close(made);
    if (!start(excel, day)) excel->failure = LXW_ERROR_MEMORY_MALLOC_FAILED;
    *out = excel;
    return QUANZE_OK;
}

/* On the screen the head stands still; on paper it stands on every page, and a row is never cut into columns of pages. */
static void set_up(lxw_worksheet *sheet) {
    enum { A4 = 9 };
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_set_paper(sheet, A4);
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
}

void excel_sheet(struct excel *excel, const char *name) {
    if (excel->failure != LXW_NO_ERROR) return;
    excel->sheet = workbook_add_worksheet(excel->book, name);
    excel->row = excel->column = excel->heads = 0;
    if (excel->sheet)
        set_up(excel->sheet);
    else
        excel->failure = LXW_ERROR_MEMORY_MALLOC_FAILED;
}

static void put_text(struct excel *excel, struct str text, lxw_format *format) {
    const size_t column = excel->column++;
    if (text.length == 0 || excel->failure != LXW_NO_ERROR) return;
    if (utf8_length(text) > CELL_CHARACTERS) {
        excel->too_long = true;
        return;
    }
    excel->cell.length = 0;
    buf_put(&excel->cell, text);
    buf_put_char(&excel->cell, '\0');
    if (excel->cell.failed) return;
    excel->failure = worksheet_write_string(excel->sheet, (lxw_row_t)excel->row, (lxw_col_t)column, excel->cell.at, format);
}

void excel_head(struct excel *excel, struct str text, double width) {
    if (excel->failure != LXW_NO_ERROR) return;
    worksheet_set_column(excel->sheet, (lxw_col_t)excel->column, (lxw_col_t)excel->column, width, NULL);
    put_text(excel, text, excel->head);
    excel->heads = excel->column;
}

void excel_row(struct excel *excel) {
    excel->row++;
    excel->column = 0;
}

void excel_text(struct excel *excel, struct str text) { put_text(excel, text, excel->text); }

void excel_number(struct excel *excel, int64_t number, unsigned digits) {
    double value = (double)number;
    const size_t column = excel->column++;
    if (excel->failure != LXW_NO_ERROR) return;
    for (unsigned i = 0; i < digits; i++) value /= 10;
    excel->failure = worksheet_write_number(excel->sheet, (lxw_row_t)excel->row, (lxw_col_t)column, value, excel->text);
}

void excel_filter(struct excel *excel) {
    if (excel->failure != LXW_NO_ERROR || excel->heads == 0) return;
    worksheet_autofilter(excel->sheet, 0, 0, (lxw_row_t)excel->row, (lxw_col_t)(excel->heads - 1));
}

static quanze_status judge(const struct excel *excel, struct quanze_error *error) {
    if (excel->too_long)
        return error_set(error, QUANZE_BAD_DATA, "有的文字超过 %d 字，一个单元格放不下",
                         "a text is longer than the %d characters that a cell can hold", CELL_CHARACTERS);
    if (excel->cell.failed || excel->failure == LXW_ERROR_MEMORY_MALLOC_FAILED) return error_memory(error);
    if (excel->failure != LXW_NO_ERROR)
        return error_set(error, QUANZE_IO, "生成 Excel 文件时出错：%s", "making the workbook failed: %s",
                         lxw_strerror(excel->failure));
    return QUANZE_OK;
}

quanze_status excel_close(struct excel *excel, struct arena *arena, struct str *out, struct quanze_error *error) {
    const lxw_error closed = excel->book ? workbook_close(excel->book) : LXW_NO_ERROR;
    if (excel->failure == LXW_NO_ERROR) excel->failure = closed;
    quanze_status status = judge(excel, error);
    if (status == QUANZE_OK) status = file_read(excel->path, QUANZE_MAX_FILE_BYTES, arena, out, error);
    unlink(excel->path);
    buf_free(&excel->cell);
    alloc_free(excel);
    return status;
}
