/* task_csv.c - the head and the rows of a CSV file of tasks. */
#include <read/task/task_csv.h>

#include <read/csv.h>
#include <read/list/written.h>

static void report_unknown(struct str cell, struct place place, struct problems *problems) {
    int near = fact_nearest(cell);
    if (near < 0 || !absence_is_stated(fact_at((size_t)near)->absence)) {
        problem_error(problems, "unknown-column", place, "没有“%.*s”这一列；列名应为要素的名称或中文名",
                      "there is no column \"%.*s\"; expected the name or Chinese label of a fact", WRITTEN_SHOWN(cell));
        return;
    }
    struct str name = fact_at((size_t)near)->name;
    problem_error(problems, "unknown-column", place, "没有“%.*s”这一列；是否要写 %.*s？",
                  "there is no column \"%.*s\"; did you mean %.*s?", WRITTEN_SHOWN(cell), (int)name.length, name.at);
}

static bool is_double(const int *columns, size_t count, int column) {
    for (size_t i = 0; i < count; i++)
        if (columns[i] == column) return true;
    return false;
}

static bool read_column(struct str cell, struct place place, bool is_export, struct task_head *head,
                        struct problems *problems) {
    int column = task_head_find(cell);
    if (column == TASK_COLUMN_UNREAD &&
        ((cell.length > 0 && task_head_is_idle(cell)) || (is_export && task_head_is_exported(cell)))) {
        head->columns[head->count++] = column;
        return true;
    }
    if (column == TASK_COLUMN_UNREAD) {
        report_unknown(cell, place, problems);
        return false;
    }
    if (is_double(head->columns, head->count, column)) {
        problem_error(problems, "double-column", place, "“%.*s”这一列出现了两次", "the column \"%.*s\" stands there twice",
                      WRITTEN_SHOWN(cell));
        return false;
    }
    head->columns[head->count++] = column;
    return true;
}

/* Whether the table was written by `ledger export`; what it has besides the tasks is told to be left out. */
static bool is_export(const struct cells *cells, struct place place, struct problems *problems) {
    for (size_t i = 0; i < cells->count; i++) {
        if (task_head_find(str_trim(cells->at[i])) != TASK_COLUMN_FACTS) continue;
        problem_warning(problems, "other-records", place,
                        "这是台账导出的表：任务按“全部要素”一列读入；结论、现状、登记时间留在原台账，没有读入",
                        "this table was exported from a ledger: tasks are read from its column of facts; verdicts, states and "
                        "times stay in the ledger that they come from");
        return true;
    }
    return false;
}

bool task_csv_head(const struct task_keys *keys, struct str record, unsigned line, const struct reading *reading,
                   struct task_head *out) {
    struct place place = {reading->file, line, 1};
    struct cells cells;
    if (!csv_read_cells(record, place, reading->arena, &cells, reading->problems)) return false;
    *out = (struct task_head){.columns = arena_take_array(reading->arena, cells.count, sizeof(int))};
    if (!out->columns) {
        reading->problems->out_of_memory = true;
        return false;
    }
    const bool exported = is_export(&cells, place, reading->problems);
    bool good = true;
    for (size_t i = 0; i < cells.count; i++) {
        place.column = (unsigned)i + 1;
        good = read_column(str_trim(cells.at[i]), place, exported, out, reading->problems) && good;
    }
    place.column = 1;
    return task_head_settle(keys, out, place, reading->problems) && good;
}

bool task_csv_is_head(struct str line) {
    const char *comma = memchr(line.at, ',', line.length);
    if (!comma) return false;
    struct str cell = str_trim((struct str){line.at, (size_t)(comma - line.at)});
    if (cell.length >= 2 && cell.at[0] == '"') cell = (struct str){cell.at + 1, cell.length - 2};
    return task_head_find(cell) != TASK_COLUMN_UNREAD;
}

static void check_width(const struct task_head *head, size_t count, struct place place, struct problems *problems) {
    place.column = (unsigned)(count < head->count ? count : head->count) + 1;
    if (count != head->count)
        problem_error(problems, "cell-count", place, "这一行有 %zu 格，表头有 %zu 格",
                      "this row has %zu cells, the head has %zu", count, head->count);
}

void task_csv_row(const struct task_keys *keys, const struct task_head *head, struct str record, unsigned line,
                  const struct reading *reading, struct task *out) {
    struct place place = {reading->file, line, 1};
    struct cells cells;
    if (!csv_read_cells(record, place, reading->arena, &cells, reading->problems)) return;
    check_width(head, cells.count, place, reading->problems);
    task_row_read(keys, head, cells.at, cells.count, place, reading, out);
}
