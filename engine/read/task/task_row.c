/* task_row.c - cells to facts. A cell becomes a node, so that what it may say is decided where YAML's and JSON's is. */
#include <read/task/task_row.h>

#include <base/day.h>
#include <read/day_text.h>
#include <read/json.h>
#include <read/read.h>
#include <read/task/task_node.h>

static bool has_column(const struct task_head *head, enum fact_id fact) {
    for (size_t i = 0; i < head->count; i++)
        if (head->columns[i] == (int)fact) return true;
    return false;
}

bool task_head_settle(const struct task_keys *keys, struct task_head *head, struct place place, struct problems *problems) {
    struct fact_set seen = {{0}};
    for (size_t i = 0; i < head->count; i++)
        if (head->columns[i] >= 0) fact_set_add(&seen, (size_t)head->columns[i]);
    head->id_is_number = !has_column(head, FACT_ID_ID) && has_column(head, FACT_ID_DOCUMENT_NUMBER);
    if (head->id_is_number) fact_set_add(&seen, FACT_ID_ID);
    task_node_check_required(keys, &seen, place, problems);
    return fact_set_covers(&seen, &keys->required);
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

/* Rewrites a day as task files have it; what is no day stays, to be told where all wrong values are. False when memory ran out.
 */
static bool settle_day(enum fact_type type, struct node *node, struct arena *arena) {
    char room[DAY_TEXT_ROOM];
    struct str plain;
    int64_t minute;
    bool whole_day;
    bool is_time = type == FACT_START || type == FACT_END || type == FACT_MOMENT;
    if (!is_time && type != FACT_DATE && type != FACT_DONE) return true;
    if (day_parse_time(node->text, &minute, &whole_day)) return true; /* as it is, most are */
    if (!day_text_plain(node->text, type == FACT_END, room, &plain)) return true;
    node->text = arena_copy(arena, plain);
    return node->text.at != NULL;
}

struct node *task_cell_node(enum fact_type type, struct str cell, struct place place, const struct reading *reading) {
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
    } else if (!(type >= FACT_TEXTS ? part_list(node, reading->arena) : settle_day(type, node, reading->arena))) {
        reading->problems->out_of_memory = true;
        return NULL;
    }
    return node;
}

/* The paper's own number as its id. */
static void number_as_id(struct str number, struct place place, const struct reading *reading, struct fact_set *seen,
                         struct task *out) {
    const struct node *node = task_cell_node(FACT_TEXT, number, place, reading);
    if (!node || node->kind == NODE_NULL) return;
    fact_set_add(seen, FACT_ID_ID);
    task_node_set(FACT_ID_ID, node, reading, out);
}

/* The cell that holds the whole task, or an empty text; `*at` is its column, from 0. */
static struct str whole_task(const struct task_head *head, const struct str *cells, size_t count, size_t *at) {
    for (*at = 0; *at < count && *at < head->count; (*at)++)
        if (head->columns[*at] == TASK_COLUMN_FACTS) return str_trim(cells[*at]);
    return STR("");
}

/* False when the row has none. */
static bool read_whole(const struct task_keys *keys, const struct task_head *head, const struct str *cells, size_t count,
                       struct place place, const struct reading *reading, struct task *out) {
    size_t at;
    struct node *root = NULL;
    const struct str text = whole_task(head, cells, count, &at);
    if (text.length == 0) return false;
    const struct json_origin origin = {place.file, place.line, place.column + (unsigned)at, true};
    if (json_parse(text, &origin, reading->arena, &root, reading->problems)) task_node_read(keys, root, reading, out);
    return true;
}

void task_cell_read(enum fact_id fact, struct str cell, struct arena *arena, struct problems *problems, struct task *out) {
    const struct reading reading = {.file = "", .arena = arena, .problems = problems};
    const struct place nowhere = {0};
    const struct node *node = task_cell_node(fact_at(fact)->type, cell, nowhere, &reading);
    if (node) task_node_set(fact, node, &reading, out);
}

void task_row_read(const struct task_keys *keys, const struct task_head *head, const struct str *cells, size_t count,
                   struct place place, const struct reading *reading, struct task *out) {
    struct fact_set seen = {{0}};
    unsigned first = place.column;
    if (read_whole(keys, head, cells, count, place, reading, out)) return;
    for (size_t i = 0; i < count && i < head->count; i++) {
        int column = head->columns[i];
        if (column == TASK_COLUMN_UNREAD || column == TASK_COLUMN_FACTS) continue;
        place.column = first + (unsigned)i;
        enum fact_type type = column < 0 ? FACT_TEXT : fact_at((size_t)column)->type;
        const struct node *node = task_cell_node(type, cells[i], place, reading);
        if (column >= 0 && (!node || node->kind != NODE_NULL)) fact_set_add(&seen, (size_t)column);
        if (!node) continue;
        if (column == TASK_COLUMN_FORMAT)
            task_node_check_format(node, reading);
        else
            task_node_set((unsigned)column, node, reading, out);
        if (column == FACT_ID_DOCUMENT_NUMBER && head->id_is_number) number_as_id(cells[i], place, reading, &seen, out);
    }
    place.column = first;
    task_node_check_required(keys, &seen, place, reading->problems);
}
