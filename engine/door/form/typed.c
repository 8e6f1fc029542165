#include <door/form/typed.h>

#include <door/form/form_words.h>
#include <read/read.h>
#include <say/messages.h>
#include <say/writer.h>
#include <stdio.h>

#define MOST_ROWS 4096 /* numbers of rows beyond that are none */

/* The number that a text is, from 1; 0: none. */
static unsigned row_number(struct str text) {
    unsigned number = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] < '0' || text.at[i] > '9' || number > MOST_ROWS) return 0;
        number = number * 10 + (unsigned)(text.at[i] - '0');
    }
    return number <= MOST_ROWS ? number : 0;
}

/* What stands behind the last '.' of `*text`, which is taken off. */
static struct str cut_last(struct str *text) {
    size_t at = text->length;
    while (at > 0 && text->at[at - 1] != '.') at--;
    const struct str last = {text->at + at, text->length - at};
    text->length = at > 0 ? at - 1 : 0;
    return last;
}

/* False: it is the name of no field. */
static bool find_place(struct str name, struct form_cell *out) {
    int fact = fact_find(name);
    *out = (struct form_cell){.fact = (enum fact_id)fact};
    if (fact >= 0) return true;
    const struct str field = cut_last(&name);
    out->row = row_number(cut_last(&name));
    fact = fact_find(name);
    if (fact < 0 || out->row == 0) return false;
    out->fact = (enum fact_id)fact;
    const struct fact_info *info = fact_at((size_t)fact);
    for (; out->field < info->field_count; out->field++)
        if (str_equal(info->fields[out->field].name, field)) return true;
    return false;
}

static enum fact_type type_of(const struct form_cell *cell) {
    const struct fact_info *info = fact_at(cell->fact);
    return cell->row > 0 ? info->fields[cell->field].type : info->type;
}

/* Ticks of one list become one cell. */
static bool join(struct form_cell *cell, struct str more, struct arena *arena) {
    struct buf text = {0};
    buf_put(&text, cell->text);
    buf_put_char(&text, ';');
    buf_put(&text, more);
    cell->text = text.failed ? (struct str){NULL, 0} : arena_copy(arena, buf_str(&text));
    buf_free(&text);
    return cell->text.at != NULL;
}

static bool is_of_empty_row(const struct form_cell *cell, const struct form *kept, const struct form *rest) {
    return cell->row > 0 && !form_has_row(kept, cell->fact, cell->row) && !form_has_row(rest, cell->fact, cell->row);
}

static void drop_empty_rows(struct form *form) {
    struct form kept = {.cells = form->cells}, rest = *form;
    for (; rest.count > 0; rest.cells++, rest.count--)
        if (!is_of_empty_row(rest.cells, &kept, &rest)) kept.cells[kept.count++] = *rest.cells;
    *form = kept;
}

static void number_row(struct form *form, size_t fact, unsigned row, unsigned number) {
    for (size_t i = 0; i < form->count; i++)
        if (form->cells[i].fact == fact && form->cells[i].row == row) form->cells[i].row = number;
}

/* Rows stand one behind the other, as they are shown again. */
static void close_rows(struct form *form, size_t fact) {
    const unsigned last = form_last_row(form, fact);
    for (unsigned row = 1, next = 1; row <= last; row++)
        if (form_has_row(form, fact, row)) number_row(form, fact, row, next++);
}

bool typed_take(const struct quanze_typed *fields, size_t count, struct arena *arena, struct form *out) {
    *out = (struct form){.cells = arena_take_array(arena, count + 1, sizeof *out->cells)};
    for (size_t i = 0; out->cells && i < count; i++) {
        struct form_cell cell, *before = out->count > 0 ? &out->cells[out->count - 1] : NULL;
        if (!find_place(str_of(fields[i].fact), &cell)) continue;
        cell.text = str_of(fields[i].text);
        const bool is_same = before && before->fact == cell.fact && before->row == cell.row && before->field == cell.field;
        if (!is_same || type_of(&cell) != FACT_CHOICES)
            out->cells[out->count++] = cell;
        else if (!join(before, cell.text, arena))
            return false;
    }
    if (!out->cells) return false;
    drop_empty_rows(out);
    for (size_t fact = 0; fact < FACT_COUNT_ALL; fact++)
        if (fact_at(fact)->type == FACT_RECORDS) close_rows(out, fact);
    return true;
}

/* Words of an open vocabulary: rules know them by their names. */
static void name_words(struct value *value, struct arena *arena, struct problems *problems) {
    struct value *items = arena_take_array(arena, value->count, sizeof *items);
    if (!items) {
        problems->out_of_memory = true;
        return;
    }
    for (uint32_t i = 0; i < value->count; i++) items[i] = value_of_text(messages_word_called(value_text(&value->items[i])));
    value->items = items;
}

static bool next_line(struct str *rest, struct str *line) {
    if (rest->length == 0) return false;
    const char *end = memchr(rest->at, '\n', rest->length);
    const size_t length = end ? (size_t)(end - rest->at) : rest->length, taken = end ? length + 1 : length;
    *line = str_trim((struct str){rest->at, length});
    *rest = (struct str){rest->at + taken, rest->length - taken};
    return true;
}

/* A list with one name a line as a cell holds it; any other text is one already. `at` NULL: memory ran out. */
static struct str cell_text(const struct form_cell *cell, struct arena *arena) {
    struct buf json = {0};
    struct str rest = cell->text, line;
    if (type_of(cell) != FACT_TEXTS || str_find(rest, STR("\n")) < 0) return cell->text;
    struct writer writer = writer_start(&json, WRITER_COMPACT);
    writer_open(&writer, '[');
    while (next_line(&rest, &line))
        if (line.length > 0) writer_string(&writer, line);
    writer_close(&writer, ']');
    const struct str copy = json.failed ? (struct str){NULL, 0} : arena_copy(arena, buf_str(&json));
    buf_free(&json);
    return copy;
}

static void read_cell(const struct form_cell *cell, struct arena *arena, struct problems *problems, struct task *task) {
    const struct str text = cell_text(cell, arena);
    if (!text.at) {
        problems->out_of_memory = true;
        return;
    }
    task_cell_read(cell->fact, text, arena, problems, task);
    if (type_of(cell) == FACT_TEXTS && task_given(task, cell->fact)) name_words(&task->value[cell->fact], arena, problems);
}

/* The same form with the texts as cells hold them. */
static bool settle_texts(const struct form *form, struct arena *arena, struct form *out) {
    *out = (struct form){.cells = arena_take_array(arena, form->count + 1, sizeof *out->cells), .count = form->count};
    if (!out->cells) return false;
    for (size_t i = 0; i < form->count; i++) {
        out->cells[i] = form->cells[i];
        out->cells[i].text = cell_text(&form->cells[i], arena);
        if (!out->cells[i].text.at) return false;
    }
    return true;
}

/* Everything typed of one fact. */
static void read_fact(const struct form *form, const struct form *texts, size_t fact, struct arena *arena,
                      struct problems *problems, struct task *task) {
    struct form_cell *whole = form_find(form, fact, 0, 0);
    const bool has_whole = whole && str_trim(whole->text).length > 0, has_rows = form_last_row(form, fact) > 0;
    struct problems own = {.arena = arena};
    if (has_whole && has_rows)
        form_words_both(whole, &own);
    else if (has_rows)
        task_rows_read((enum fact_id)fact, texts, arena, &own, task);
    else if (whole)
        read_cell(whole, arena, &own, task);
    form_words_tell(form, fact, &own, problems);
}

void typed_read(const struct form *form, struct arena *arena, struct problems *problems, struct task *task) {
    struct form texts;
    bool is_typed[FACT_COUNT_ALL] = {false};
    if (!settle_texts(form, arena, &texts)) {
        problems->out_of_memory = true;
        return;
    }
    for (size_t i = 0; i < form->count; i++) is_typed[form->cells[i].fact] = true;
    for (size_t fact = 0; fact < FACT_COUNT_ALL; fact++)
        if (is_typed[fact]) read_fact(form, &texts, fact, arena, problems, task);
}

void typed_settle_id(const struct form *form, struct arena *arena, struct problems *problems, struct task *task) {
    char text[32];
    uint64_t hash = 0;
    if (task_given(task, FACT_ID_ID)) return;
    struct str id = task_text(task, FACT_ID_DOCUMENT_NUMBER);
    for (size_t i = 0; i < form->count; i++) hash = hash * 31 + str_hash(form->cells[i].text);
    if (id.length == 0) {
        const int length = snprintf(text, sizeof text, "form-%012llx", (unsigned long long)(hash >> 16));
        id = arena_copy(arena, (struct str){text, (size_t)length});
    }
    if (id.at)
        task_set(task, FACT_ID_ID, value_of_text(id));
    else
        problems->out_of_memory = true;
}
