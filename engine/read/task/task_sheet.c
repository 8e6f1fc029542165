#include <read/task/task_sheet.h>

#include <base/buf.h>
#include <read/day_text.h>
#include <read/list/written.h>

enum { HEAD_ROWS = 20 }; /* a head stands in the first few rows */

/* A row that names a title and another fact, in cells of its own. */
static bool is_head(const struct sheet_row *row) {
    size_t facts = 0;
    bool names_title = false;
    for (size_t i = 0; i < row->count; i++) {
        int column = row->cells[i].cover == SHEET_FROM_LEFT ? TASK_COLUMN_UNREAD : task_head_find(row->cells[i].text);
        facts += column >= 0;
        names_title = names_title || column == FACT_ID_TITLE;
    }
    return facts >= 2 && names_title;
}

/* A row of heads below merged ones: nothing in it that is neither a head nor goes on from above. */
static bool goes_on(const struct sheet_row *row) {
    bool has_head = false;
    for (size_t i = 0; i < row->count; i++) {
        const struct sheet_cell *cell = &row->cells[i];
        if (cell->text.length == 0 || cell->cover == SHEET_FROM_ABOVE) continue;
        if (task_head_find(cell->text) < 0 && !task_head_is_idle(cell->text)) return false;
        has_head = true;
    }
    return has_head;
}

static bool is_there(const struct task_head *head, int column) {
    for (size_t i = 0; i < head->count; i++)
        if (head->columns[i] == column) return true;
    return false;
}

/* One column, with what is to be said of it. A fact that stands there twice is read once. */
static bool add_column(struct task_head *head, struct str cell, struct place place, struct buf *unread,
                       struct problems *problems) {
    int column = task_head_find(cell);
    bool is_double = column != TASK_COLUMN_UNREAD && is_there(head, column);
    if (is_double)
        problem_error(problems, "double-column", place, "“%.*s”这一列与前面的一列是同一要素，请删去一列",
                      "the column \"%.*s\" is the same fact as one before it; remove one of them", WRITTEN_SHOWN(cell));
    if (column == TASK_COLUMN_UNREAD && !task_head_is_idle(cell)) {
        if (unread->length > 0) buf_put_text(unread, "、");
        buf_put(unread, written_shown(cell));
    }
    head->columns[head->count++] = column;
    return !is_double;
}

/* The head's text of a column: of the second row where that names a fact. */
static struct str head_text(const struct sheet_row *row, const struct sheet_row *below, size_t i) {
    struct str above = i < row->count && row->cells[i].cover != SHEET_FROM_LEFT ? row->cells[i].text : STR("");
    if (!below || i >= below->count || below->cells[i].cover == SHEET_FROM_ABOVE) return above;
    return below->cells[i].text.length > 0 ? below->cells[i].text : above;
}

static bool make_head(const struct sheet_row *row, const struct sheet_row *below, struct place place,
                      const struct task_keys *keys, struct arena *arena, struct task_head *out, struct problems *problems) {
    size_t width = below && below->count > row->count ? below->count : row->count;
    struct buf unread = {0};
    bool good = true;
    *out = (struct task_head){.columns = arena_take_array(arena, width, sizeof(int))};
    problems->out_of_memory |= !out->columns;
    for (size_t i = 0; out->columns && i < width; i++) {
        place.column = (unsigned)i + 1;
        good = add_column(out, head_text(row, below, i), place, &unread, problems) && good;
    }
    place.column = 1;
    if (unread.length > 0)
        problem_warning(problems, "unread-column", place, "没有读这些列：%.*s；它们不是任务要素",
                        "these columns were not read, being no facts of a task: %.*s", (int)unread.length, unread.at);
    problems->out_of_memory |= unread.failed;
    buf_free(&unread);
    return out->columns && task_head_settle(keys, out, place, problems) && good;
}

static const char *name_place(const struct sheet *sheet, struct arena *arena) {
    struct buf name = {0};
    buf_put_text(&name, sheet->file);
    if (sheet->name.length > 0) buf_put_char(&name, '#');
    buf_put(&name, sheet->name);
    const char *kept = name.failed ? NULL : arena_copy(arena, buf_str(&name)).at;
    buf_free(&name);
    return kept;
}

/* Where the worksheet's head stands; its number of rows when it has none. */
static size_t find_head(const struct sheet *sheet) {
    for (size_t i = 0; i < sheet->count && i < HEAD_ROWS; i++)
        if (is_head(&sheet->rows[i])) return i;
    return sheet->count;
}

/* Adds a worksheet, if it has tasks. False when memory ran out, which is then noted. */
static bool add_sheet(struct task_book *book, const struct sheet *sheet, const struct task_keys *keys, struct arena *arena,
                      struct problems *problems) {
    size_t at = find_head(sheet);
    struct task_sheet *own = &book->at[book->count];
    *own = (struct task_sheet){.sheet = sheet, .place = name_place(sheet, arena)};
    problems->out_of_memory |= !own->place;
    if (problems->out_of_memory) return false;
    if (at == sheet->count) {
        problem_warning(problems, "no-task-sheet", (struct place){own->place, 0, 0},
                        "这张工作表没有任务的表头（至少要有“标题”和另一个要素），没有读",
                        "this worksheet has no head of tasks (at least a title and another fact) and was not read");
        return true;
    }
    const struct sheet_row *row = &sheet->rows[at];
    const struct sheet_row *below = at + 1 < sheet->count && goes_on(&sheet->rows[at + 1]) ? &sheet->rows[at + 1] : NULL;
    own->first = at + 1 + (below != NULL);
    if (!make_head(row, below, (struct place){own->place, row->number, 1}, keys, arena, &own->head, problems))
        return !problems->out_of_memory;
    book->rows += sheet->count - own->first;
    book->count++;
    return true;
}

quanze_status task_book_read(const struct file_source *from, const struct task_keys *keys, struct arena *arena,
                             struct task_book *out, struct problems *problems, struct quanze_error *error) {
    struct sheets sheets;
    size_t errors_before = problems->errors;
    quanze_status status = sheet_read(from, arena, &sheets, error);
    if (status != QUANZE_OK) return status;
    *out = (struct task_book){.at = arena_take_array(arena, sheets.count, sizeof *out->at)};
    if (!out->at) return error_memory(error);
    for (size_t i = 0; i < sheets.count; i++)
        if (!add_sheet(out, &sheets.at[i], keys, arena, problems)) return error_memory(error);
    if (problems->errors > errors_before) return QUANZE_BAD_DATA;
    if (out->count > 0) return QUANZE_OK;
    problem_error(problems, "no-task", (struct place){from->path, 0, 0}, "文件里没有任务：没有一张工作表有任务的表头",
                  "there is no task in this file: no worksheet has a head of tasks");
    return QUANZE_BAD_DATA;
}

/* What merged cells show to the right of their own is not said twice. */
static struct str own_text(const struct sheet_row *row, size_t i) {
    return i < row->count && row->cells[i].cover != SHEET_FROM_LEFT ? row->cells[i].text : STR("");
}

static bool has_title(const struct task_sheet *from, const struct sheet_row *row) {
    for (size_t i = 0; i < from->head.count; i++)
        if (from->head.columns[i] == FACT_ID_TITLE && own_text(row, i).length > 0) return true;
    return false;
}

/* A line at the end of a table: sums, and signatures where no title stands. */
static bool is_closing(const struct task_sheet *from, const struct sheet_row *row) {
    static const char *const SUMS[] = {"合计", "总计", "共计", "小计"}, *const STARTS[] = {"合计", "总计", "共计", "制表",
                                                                                           "填表", "审核", "备注", "注：",
                                                                                           "说明", "填报"};
    size_t first = 0;
    while (first + 1 < row->count && row->cells[first].text.length == 0) first++;
    struct str text = row->cells[first].text;
    for (size_t i = 0; i < sizeof SUMS / sizeof *SUMS; i++)
        if (str_equal(text, str_of(SUMS[i]))) return true;
    for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
        if (str_starts_with(text, str_of(STARTS[i]))) return !has_title(from, row);
    return false;
}

bool task_book_next(struct task_book *book, uint32_t *sheet, uint32_t *row) {
    while (book->sheet < book->count) {
        const struct task_sheet *from = &book->at[book->sheet];
        if (book->row < from->first) book->row = from->first;
        for (; book->row < from->sheet->count; book->row++) {
            const struct sheet_row *here = &from->sheet->rows[book->row];
            if (is_head(here) || is_closing(from, here)) continue;
            *sheet = (uint32_t)book->sheet;
            *row = (uint32_t)book->row++;
            return true;
        }
        book->sheet++;
        book->row = 0;
    }
    return false;
}

/* A number in a column of days counts them, whatever the cell looks like. */
static struct str settle_serial(struct str text, int column, int32_t zero, struct arena *arena, bool *out_of_memory) {
    char room[DAY_TEXT_ROOM];
    struct str day;
    if (column < 0) return text;
    enum fact_type type = fact_at((size_t)column)->type;
    bool is_day = type == FACT_DATE || type == FACT_DONE || type == FACT_START || type == FACT_END || type == FACT_MOMENT;
    if (!is_day || zero == 0 || !day_text_serial(text, zero, room, &day)) return text;
    struct str kept = arena_copy(arena, day);
    *out_of_memory |= !kept.at;
    return kept;
}

void task_book_task(const struct task_book *book, const struct task_keys *keys, uint32_t sheet, uint32_t row,
                    const struct reading *reading, struct task *out) {
    const struct task_sheet *from = &book->at[sheet];
    const struct sheet_row *cells = &from->sheet->rows[row];
    struct str texts[SHEET_MAX_COLUMNS];
    struct reading own = {from->place, reading->arena, reading->problems};
    size_t count = from->head.count < SHEET_MAX_COLUMNS ? from->head.count : SHEET_MAX_COLUMNS;
    for (size_t i = 0; i < count; i++)
        texts[i] = settle_serial(own_text(cells, i), from->head.columns[i], from->sheet->day_zero, reading->arena,
                                 &reading->problems->out_of_memory);
    if (reading->problems->out_of_memory) return;
    task_row_read(keys, &from->head, texts, count, (struct place){from->place, cells->number, 1}, &own, out);
}
