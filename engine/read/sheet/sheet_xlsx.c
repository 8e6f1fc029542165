/* sheet_xlsx.c - the worksheets of an Excel workbook. Source: ECMA-376 part 1, 18.3.
 *
 * A reader must believe: rows without text cost no memory, however many there are; what merged cells cover is filled in after
 * the last row, since the workbook names them only there, and never more cells than the table has.
 */
#include <base/day.h>
#include <read/day_text.h>
#include <read/markup.h>
#include <read/sheet/sheet_book.h>

enum { MAX_ROW = 1048576 }; /* of a worksheet, as Excel itself has it */

/* Columns and rows count from 0 and 1. */
struct merged {
    size_t first_column, last_column;
    unsigned first_row, last_row;
};

enum cell_type { CELL_NUMBER, CELL_SHARED, CELL_TEXT, CELL_BOOL, CELL_ERROR };

struct worksheet {
    struct sheet_builder *builder;
    const struct book *book;
    struct sheet_draft draft;
    struct merged *merged;
    size_t merged_count, merged_capacity;
    struct buf value;
    unsigned row;
    size_t column, next_column;
    enum cell_type type;
    bool is_day, in_cell, in_reading;
    size_t in_value;
};

/* Reads "BC12" from `*at` on, moving it; column from 0. False when it is no such reference. */
static bool read_reference(struct str text, size_t *at, size_t *column, unsigned *row) {
    size_t letters = 0, number = 0;
    *column = 0;
    for (; *at < text.length && text.at[*at] >= 'A' && text.at[*at] <= 'Z' && letters < 3; ++*at, letters++)
        *column = *column * 26 + (size_t)(text.at[*at] - 'A') + 1;
    for (; *at < text.length && text.at[*at] >= '0' && text.at[*at] <= '9'; ++*at) {
        number = number * 10 + (size_t)(text.at[*at] - '0');
        if (number > MAX_ROW) return false;
    }
    *row = (unsigned)number;
    if (letters == 0 || number == 0) return false;
    --*column;
    return true;
}

static void start_row(struct worksheet *sheet, const struct markup_element *element) {
    struct str text = markup_attribute(element, "r");
    unsigned number = 0;
    for (size_t i = 0; text.at && i < text.length && number <= MAX_ROW; i++)
        number = number * 10 + (unsigned)(unsigned char)(text.at[i] - '0') % 10;
    sheet->row = text.at && number > 0 && number <= MAX_ROW ? number : sheet->row + 1;
    sheet->next_column = 0;
    sheet_start_row(&sheet->draft, sheet->row);
}

static enum cell_type type_of(struct str name) {
    if (!name.at || str_equal(name, STR("n"))) return CELL_NUMBER;
    if (str_equal(name, STR("s"))) return CELL_SHARED;
    if (str_equal(name, STR("b"))) return CELL_BOOL;
    return str_equal(name, STR("e")) ? CELL_ERROR : CELL_TEXT;
}

static int64_t whole_number(struct str text) {
    int64_t number = 0;
    size_t i = 0;
    for (; i < text.length && text.at[i] >= '0' && text.at[i] <= '9' && number < INT32_MAX; i++)
        number = number * 10 + (text.at[i] - '0');
    return i > 0 ? number : -1;
}

static void start_cell(struct worksheet *sheet, const struct markup_element *element) {
    struct str reference = markup_attribute(element, "r"), style = markup_attribute(element, "s");
    size_t at = 0, column;
    unsigned row;
    bool is_placed = reference.at && read_reference(reference, &at, &column, &row);
    sheet->column = is_placed ? column : sheet->next_column;
    sheet->next_column = sheet->column + 1;
    sheet->type = type_of(markup_attribute(element, "t"));
    int64_t number = style.at ? whole_number(style) : 0;
    sheet->is_day = number >= 0 && (size_t)number < sheet->book->style_count && sheet->book->dates[number];
    sheet->in_cell = true;
    buf_clear(&sheet->value);
}

static bool take_merged(struct worksheet *sheet, const struct markup_element *element) {
    struct str text = markup_attribute(element, "ref");
    struct merged merged;
    size_t at = 0;
    if (!text.at || !read_reference(text, &at, &merged.first_column, &merged.first_row)) return true;
    if (at >= text.length || text.at[at++] != ':') return true;
    if (!read_reference(text, &at, &merged.last_column, &merged.last_row)) return true;
    if (merged.last_column < merged.first_column || merged.last_row < merged.first_row) return true;
    if (merged.first_column >= SHEET_MAX_COLUMNS) return true;
    if (merged.last_column >= SHEET_MAX_COLUMNS) merged.last_column = SHEET_MAX_COLUMNS - 1;
    struct merged *grown =
        sheet_book_grow(sheet->builder, sheet->merged, sheet->merged_count, &sheet->merged_capacity, sizeof *grown);
    if (!grown) return false;
    sheet->merged = grown;
    grown[sheet->merged_count++] = merged;
    return true;
}

static bool open_element(void *payload, const struct markup_element *element) {
    struct worksheet *sheet = payload;
    struct str name = element->name;
    if (str_equal(name, STR("row"))) start_row(sheet, element);
    if (str_equal(name, STR("c"))) start_cell(sheet, element);
    if (str_equal(name, STR("rPh"))) sheet->in_reading = true;
    if (sheet->in_cell && (str_equal(name, STR("v")) || str_equal(name, STR("t")))) sheet->in_value++;
    return str_equal(name, STR("mergeCell")) ? take_merged(sheet, element) : true;
}

static bool take_text(void *payload, struct str text, unsigned line) {
    struct worksheet *sheet = payload;
    (void)line;
    if (sheet->in_value > 0 && !sheet->in_reading) buf_put(&sheet->value, text);
    return true;
}

/* A day, or a minute of it, as the workbook counts it. */
static struct str day_text(const struct worksheet *sheet, struct str value, char out[17]) {
    struct str text;
    int64_t days = whole_number(value);
    if (day_text_serial(value, sheet->draft.day_zero, out, &text)) return text;
    if (days < 61 || days > 2958465) return value;
    return (struct str){out, day_format(sheet->draft.day_zero + (int32_t)days, out)};
}

/* The text of the cell; empty for an error such as #REF!. */
static struct str cell_text(struct worksheet *sheet, char out[17]) {
    struct str value = buf_str(&sheet->value);
    switch (sheet->type) {
    case CELL_SHARED: {
        int64_t index = whole_number(str_trim(value));
        return index >= 0 && (size_t)index < sheet->book->text_count ? sheet->book->texts[index] : STR("");
    }
    case CELL_NUMBER: value = str_trim(value); return sheet->is_day ? day_text(sheet, value, out) : value;
    case CELL_BOOL: return str_equal(str_trim(value), STR("1")) ? STR("是") : STR("否");
    case CELL_TEXT: return value;
    case CELL_ERROR: break;
    }
    return STR("");
}

static bool end_cell(struct worksheet *sheet) {
    char day[17];
    sheet->in_cell = false;
    sheet->in_value = 0;
    if (sheet->value.failed) return sheet_fail_memory(sheet->builder);
    struct str text = cell_text(sheet, day);
    if (text.length == 0) return true;
    if (sheet->type != CELL_SHARED) text = sheet_tidy(sheet->builder, text);
    if (!text.at) return false;
    sheet_set_cell(&sheet->draft, sheet->column, text);
    return true;
}

static bool close_element(void *payload, struct str name) {
    struct worksheet *sheet = payload;
    if (str_equal(name, STR("rPh"))) sheet->in_reading = false;
    if (sheet->in_value > 0 && (str_equal(name, STR("v")) || str_equal(name, STR("t")))) sheet->in_value--;
    if (str_equal(name, STR("c"))) return end_cell(sheet);
    return str_equal(name, STR("row")) ? sheet_end_row(sheet->builder, &sheet->draft) : true;
}

/* The first kept row at or below `number`. */
static size_t find_row(const struct sheet_draft *draft, unsigned number) {
    size_t low = 0, high = draft->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (draft->rows[middle].number < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool widen(struct worksheet *sheet, struct sheet_row *row, size_t width) {
    if (row->count >= width) return true;
    struct sheet_cell *cells = arena_take_array(sheet->builder->arena, width, sizeof *cells);
    if (!cells) return sheet_fail_memory(sheet->builder);
    memcpy(cells, row->cells, row->count * sizeof *cells);
    *row = (struct sheet_row){row->number, width, cells};
    return true;
}

static bool fill_merged(struct worksheet *sheet, const struct merged *merged, size_t *filled) {
    struct sheet_draft *draft = &sheet->draft;
    size_t at = find_row(draft, merged->first_row);
    if (at == draft->count || draft->rows[at].number != merged->first_row) return true;
    if (draft->rows[at].count <= merged->first_column) return true;
    struct str text = draft->rows[at].cells[merged->first_column].text;
    for (size_t i = at; text.length > 0 && i < draft->count && draft->rows[i].number <= merged->last_row; i++) {
        *filled += merged->last_column - merged->first_column + 1;
        if (*filled > draft->count * SHEET_MAX_COLUMNS) return true;
        if (!widen(sheet, &draft->rows[i], merged->last_column + 1)) return false;
        for (size_t column = merged->first_column; column <= merged->last_column; column++) {
            if (i == at && column == merged->first_column) continue;
            draft->rows[i].cells[column] = (struct sheet_cell){text, i == at ? SHEET_FROM_LEFT : SHEET_FROM_ABOVE};
        }
    }
    return true;
}

/* Rows that do not come in order could not be found by their numbers. */
static bool rows_in_order(const struct sheet_draft *draft) {
    for (size_t i = 1; i < draft->count; i++)
        if (draft->rows[i - 1].number >= draft->rows[i].number) return false;
    return true;
}

static bool fill_all(struct worksheet *sheet) {
    size_t filled = 0;
    for (size_t i = 0; i < sheet->merged_count; i++)
        if (!fill_merged(sheet, &sheet->merged[i], &filled)) return false;
    if (filled <= sheet->draft.count * SHEET_MAX_COLUMNS && rows_in_order(&sheet->draft)) return true;
    sheet->builder->status = error_at(sheet->builder->error, QUANZE_BAD_DATA, (struct place){sheet->builder->file, 0, 0},
                                      "工作表“%.*s”已损坏：行的次序不对，或者合并单元格互相重叠",
                                      "the worksheet \"%.*s\" is damaged: rows out of order, or merged cells that overlap",
                                      (int)sheet->draft.name.length, sheet->draft.name.at);
    return false;
}

/* From 1899-12-30, which makes up for 1900 being taken for a leap year; or from 1904, as old Macs did. */
static int32_t day_zero_of(const struct book *book) {
    return day_from_civil(book->from_1904 ? (struct civil){1904, 1, 1} : (struct civil){1899, 12, 30});
}

static void read_worksheet(struct book *book, const struct book_sheet *from) {
    struct sheet_builder *builder = book->builder;
    struct worksheet sheet = {.builder = builder, .book = book, .draft = {.name = from->name, .day_zero = day_zero_of(book)}};
    struct str bytes;
    const struct markup_handler handler = {open_element, take_text, close_element, &sheet};
    quanze_status status = package_part(book->package, from->part, builder->arena, &bytes, builder->error);
    if (status == QUANZE_OK) status = markup_walk_xml(bytes, builder->file, &handler, builder->error);
    if (builder->status == QUANZE_OK) builder->status = status;
    if (builder->status == QUANZE_OK && fill_all(&sheet)) sheet_end(builder, &sheet.draft);
    buf_free(&sheet.value);
}

void sheet_read_xlsx(struct str bytes, struct sheet_builder *builder) {
    struct book book = {.builder = builder};
    builder->status = package_open(bytes, builder->file, &book.package, builder->error);
    if (builder->status == QUANZE_OK) sheet_book_read(&book);
    for (size_t i = 0; i < book.sheet_count && builder->status == QUANZE_OK; i++)
        if (book.sheets[i].part && !book.sheets[i].is_hidden) read_worksheet(&book, &book.sheets[i]);
    package_close(book.package);
}
