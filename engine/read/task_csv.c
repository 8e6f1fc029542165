/* task_csv.c - rows to tasks. A cell becomes a node, so that what it may say is decided where YAML's and JSON's is. */
#include <read/task_csv.h>

#include <read/csv.h>
#include <read/json.h>
#include <read/task_node.h>
#include <read/written.h>

/* Fact of a head's cell, CSV_COLUMN_FORMAT, or -2. */
static int column_of(struct str cell) {
    enum { UNKNOWN = -2 };
    if (str_equal(cell, STR("format"))) return CSV_COLUMN_FORMAT;
    int fact = fact_find_label(cell);
    return fact >= 0 && absence_is_stated(fact_at((size_t)fact)->absence) ? fact : UNKNOWN;
}

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

static bool read_column(struct str cell, struct place place, struct csv_head *head, struct problems *problems) {
    int column = column_of(cell);
    if (column < CSV_COLUMN_FORMAT) {
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

bool task_csv_head(const struct task_keys *keys, struct str record, unsigned line, const struct reading *reading,
                   struct csv_head *out) {
    struct place place = {reading->file, line, 1};
    struct cells cells;
    if (!csv_read_cells(record, place, reading->arena, &cells, reading->problems)) return false;
    *out = (struct csv_head){.columns = arena_take_array(reading->arena, cells.count, sizeof(int))};
    if (!out->columns) {
        reading->problems->out_of_memory = true;
        return false;
    }
    bool good = true;
    struct fact_set seen = {{0}};
    for (size_t i = 0; i < cells.count; i++) {
        place.column = (unsigned)i + 1;
        good = read_column(str_trim(cells.at[i]), place, out, reading->problems) && good;
    }
    for (size_t i = 0; i < out->count; i++)
        if (out->columns[i] >= 0) fact_set_add(&seen, (size_t)out->columns[i]);
    place.column = 1;
    task_node_check_required(keys, &seen, place, reading->problems);
    return good && fact_set_covers(&seen, &keys->required);
}

bool task_csv_is_head(struct str line) {
    const char *comma = memchr(line.at, ',', line.length);
    if (!comma) return false;
    struct str cell = str_trim((struct str){line.at, (size_t)(comma - line.at)});
    if (cell.length >= 2 && cell.at[0] == '"') cell = (struct str){cell.at + 1, cell.length - 2};
    return column_of(cell) >= CSV_COLUMN_FORMAT;
}

/* Length of the separator of list entries at the start of `text`, or 0. */
static size_t separator(struct str text) {
    static const struct str separators[] = {{";", 1}, {"；", 3}, {"、", 3}};
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
        if (str_starts_with(text, separators[i])) return separators[i].length;
    return 0;
}

static bool add_part(struct node *list, struct node ***tail, struct str part, struct arena *arena) {
    part = str_trim(part);
    if (part.length == 0) return true;
    struct node *node = arena_take_array(arena, 1, sizeof *node);
    if (!node) return false;
    *node = (struct node){.kind = NODE_SCALAR, .text = part, .line = list->line, .column = list->column};
    **tail = node;
    *tail = &node->next;
    list->count++;
    return true;
}

/* Parts a cell at its separators; a cell without one stays a scalar. */
static bool part_list(struct node *node, struct arena *arena) {
    struct str text = node->text;
    struct node **tail = &node->first;
    size_t start = 0, parts = 0;
    for (size_t i = 0; i < text.length;) {
        size_t length = separator((struct str){text.at + i, text.length - i});
        if (length && !add_part(node, &tail, (struct str){text.at + start, i - start}, arena)) return false;
        if (length) start = i + length;
        parts += length > 0;
        i += length ? length : 1;
    }
    if (parts == 0) return true;
    node->kind = NODE_SEQUENCE;
    return add_part(node, &tail, (struct str){text.at + start, text.length - start}, arena);
}

/* NULL after a problem. */
static const struct node *cell_node(enum fact_type type, struct str cell, struct place place, const struct reading *reading) {
    struct node *node = arena_take_array(reading->arena, 1, sizeof *node);
    if (!node) {
        reading->problems->out_of_memory = true;
        return NULL;
    }
    struct str text = str_trim(cell);
    *node = (struct node){.kind = NODE_SCALAR, .text = cell, .line = place.line, .column = place.column};
    if (text.length == 0) {
        node->kind = NODE_NULL;
    } else if (str_equal(text, STR("''"))) {
        node->quoted = true;
        node->text = STR("");
    } else if (type >= FACT_TEXTS && (text.at[0] == '[' || text.at[0] == '{')) {
        struct json_origin origin = {place.file, place.line, place.column, true};
        if (!json_parse(text, &origin, reading->arena, &node, reading->problems)) return NULL;
    } else if (type >= FACT_TEXTS && !part_list(node, reading->arena)) {
        reading->problems->out_of_memory = true;
        return NULL;
    }
    return node;
}

static void check_width(const struct csv_head *head, size_t count, struct place place, struct problems *problems) {
    place.column = (unsigned)(count < head->count ? count : head->count) + 1;
    if (count != head->count)
        problem_error(problems, "cell-count", place, "这一行有 %zu 格，表头有 %zu 格",
                      "this row has %zu cells, the head has %zu", count, head->count);
}

void task_csv_row(const struct task_keys *keys, const struct csv_head *head, struct str record, unsigned line,
                  const struct reading *reading, struct task *out) {
    struct place place = {reading->file, line, 1};
    struct cells cells;
    if (!csv_read_cells(record, place, reading->arena, &cells, reading->problems)) return;
    check_width(head, cells.count, place, reading->problems);
    struct fact_set seen = {{0}};
    for (size_t i = 0; i < cells.count && i < head->count; i++) {
        place.column = (unsigned)i + 1;
        int column = head->columns[i];
        enum fact_type type = column < 0 ? FACT_TEXT : fact_at((size_t)column)->type;
        const struct node *node = cell_node(type, cells.at[i], place, reading);
        if (column >= 0 && (!node || node->kind != NODE_NULL)) fact_set_add(&seen, (size_t)column);
        if (!node) continue;
        if (column < 0)
            task_node_check_format(node, reading);
        else
            task_node_set(keys, (unsigned)column, node, reading, out);
    }
    place.column = 1;
    task_node_check_required(keys, &seen, place, reading->problems);
}
