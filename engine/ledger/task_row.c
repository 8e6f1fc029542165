/* task_row.c - tasks as received: their columns come from the fact table. */
#include <ledger/feed.h>
#include <ledger/standing.h>
#include <ledger/statement.h>

/* The columns that are facts, in the order of tasks. A test holds them against the fact table's names. */
static const enum fact_id HOT[] = {FACT_ID_ID,
                                   FACT_ID_TITLE,
                                   FACT_ID_KIND,
                                   FACT_ID_ISSUER_NAME,
                                   FACT_ID_ISSUER_KIND,
                                   FACT_ID_DOCUMENT_NUMBER,
                                   FACT_ID_DOCUMENT_VERSION,
                                   FACT_ID_DOCUMENT_SUPERSEDES,
                                   FACT_ID_ITEM,
                                   FACT_ID_RECEIVED_AT,
                                   FACT_ID_DUE_AT,
                                   FACT_ID_END_AT};

#define HOT_COUNT (sizeof HOT / sizeof *HOT)
#define TOWNSHIP_CELLS 5
#define FORM_CELLS 3

enum {
    CELL_ID = 0,
    CELL_ISSUER = 3,
    CELL_ITEM = 8,
    CELL_DUE_AT = 10,
    CELL_DAY = HOT_COUNT,
    CELL_TOPIC,
    CELL_SOURCE,
    CELL_FACTS,
    USED_CELLS
};

_Static_assert(USED_CELLS == LEDGER_TASK_CELLS, "a task's row has room for its columns");

/* A fact as a column: none and absent are NULL, the facts' text tells them apart. */
static struct cell hot_cell(const struct task *task, enum fact_id fact) {
    if (!task_given(task, fact)) return (struct cell){CELL_NULL, 0, {0}};
    const struct value *value = &task->value[fact];
    const struct fact_info *info = fact_at(fact);
    if (info->type == FACT_TEXT) return cell_text(value_text(value));
    if (info->type == FACT_CHOICE) return cell_text(info->choices.at[value->number].name);
    return cell_integer(value->number);
}

static bool keep(struct cell *cell, struct arena *arena) {
    if (cell->kind != CELL_TEXT && cell->kind != CELL_BLOB) return true;
    cell->bytes = arena_copy(arena, cell->bytes);
    return cell->bytes.at != NULL;
}

static struct cell source_cell(const struct task *task, struct digest *room) {
    struct digest_state state;
    if (!task_given(task, FACT_ID_BODY)) return (struct cell){CELL_NULL, 0, {0}};
    digest_start(&state);
    digest_add(&state, task_text(task, FACT_ID_BODY));
    digest_end(&state, room);
    return cell_blob(digest_bytes(room));
}

static bool make_townships(const struct history_keys *keys, struct arena *arena, struct ledger_task *out) {
    out->township_count = keys->townships.count;
    out->townships = arena_take_array(arena, keys->townships.count * TOWNSHIP_CELLS, sizeof *out->townships);
    if (!out->townships) return false;
    for (size_t i = 0; i < keys->townships.count; i++) {
        struct cell *row = out->townships + i * TOWNSHIP_CELLS;
        row[0] = cell_text(keys->townships.at[i]);
        row[1] = cell_integer_or_null(keys->day, DAY_NONE);
        row[2] = cell_integer(keys->assesses);
        row[3] = cell_integer_or_null(keys->visit, DAY_NONE);
        row[4] = cell_integer_or_null(keys->meeting, DAY_NONE);
        if (!keep(&row[0], arena)) return false;
    }
    return true;
}

static bool make_forms(const struct history_keys *keys, struct arena *arena, struct ledger_task *out) {
    out->form_count = keys->form_count;
    out->forms = arena_take_array(arena, keys->form_count * FORM_CELLS, sizeof *out->forms);
    if (!out->forms) return false;
    for (size_t i = 0; i < keys->form_count; i++) {
        struct cell *row = out->forms + i * FORM_CELLS;
        row[0] = cell_integer(keys->forms[i].key);
        row[1] = cell_text(keys->forms[i].name);
        row[2] = cell_integer_or_null(keys->day, DAY_NONE);
        if (!keep(&row[1], arena)) return false;
    }
    return true;
}

struct str ledger_task_id(const struct ledger_task *task) {
    return task->cells[CELL_ID].bytes;
}

void ledger_task_finish(struct ledger_task *out) {
    struct fingerprint_state state;
    fingerprint_start(&state);
    cell_add_row(&state, TABLE_TASK, out->cells, USED_CELLS);
    for (size_t i = 0; i < out->township_count; i++)
        cell_add_row(&state, TABLE_TOWNSHIP, out->townships + i * TOWNSHIP_CELLS, TOWNSHIP_CELLS);
    for (size_t i = 0; i < out->form_count; i++) cell_add_row(&state, TABLE_FORM, out->forms + i * FORM_CELLS, FORM_CELLS);
    fingerprint_end(&state, &out->content);
}

bool ledger_task_make(const struct task *task, const struct history_keys *keys, struct str facts, struct arena *arena,
                      struct ledger_task *out) {
    struct digest source;
    for (size_t i = 0; i < HOT_COUNT; i++) out->cells[i] = hot_cell(task, HOT[i]);
    out->cells[CELL_DAY] = cell_integer_or_null(keys->day, DAY_NONE);
    out->cells[CELL_TOPIC] = cell_integer_or_null(keys->topic, 0);
    out->cells[CELL_SOURCE] = source_cell(task, &source);
    out->cells[CELL_FACTS] = cell_text(facts);
    for (size_t i = 0; i < USED_CELLS; i++)
        if (!keep(&out->cells[i], arena)) return false;
    if (!make_townships(keys, arena, out) || !make_forms(keys, arena, out)) return false;
    out->brief = STR("");
    ledger_task_finish(out);
    return true;
}

/* Looks through the versions of the id for the same content. */
static quanze_status find_same(struct ledger *ledger, const struct ledger_task *task, struct ledger_added *out,
                               struct quanze_error *error) {
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = feed_may_have_id(ledger->feed, task->cells[CELL_ID].bytes) ? feed_write(ledger, error) : QUANZE_OK;
    if (status == QUANZE_OK) status = statement_ask(ledger, STATEMENT_FIND_TASK, &task->cells[CELL_ID], 1, &statement, error);
    while (status == QUANZE_OK && row && !out->is_duplicate) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        out->is_duplicate = str_equal(statement_text(statement, "content"), digest_bytes(&task->content));
        out->is_other_version = !out->is_duplicate;
        out->seq = statement_integer(statement, "seq", 0);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}

/* Rows that belong to another row: its number, their place, their cells. */
static quanze_status add_parts(struct ledger *ledger, enum feed_table table, int64_t owner, const struct cell *cells,
                               size_t rows, size_t width, struct quanze_error *error) {
    struct cell all[2 + TOWNSHIP_CELLS] = {cell_integer(owner)};
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < rows && status == QUANZE_OK; i++) {
        all[1] = cell_integer((int64_t)i);
        memcpy(all + 2, cells + i * width, width * sizeof *cells);
        status = feed_add(ledger, table, all, 2 + width, error);
    }
    return status;
}

static quanze_status write_rows(struct ledger *ledger, const struct ledger_task *task, int64_t seq,
                                struct quanze_error *error) {
    struct cell cells[1 + LEDGER_TASK_CELLS] = {cell_integer(seq)};
    memcpy(cells + 1, task->cells, sizeof task->cells);
    quanze_status status = feed_add(ledger, FEED_TASKS, cells, 1 + USED_CELLS, error);
    if (status == QUANZE_OK)
        status = add_parts(ledger, FEED_TOWNSHIPS, seq, task->townships, task->township_count, TOWNSHIP_CELLS, error);
    if (status == QUANZE_OK) status = add_parts(ledger, FEED_FORMS, seq, task->forms, task->form_count, FORM_CELLS, error);
    return status;
}

quanze_status ledger_add_task(struct ledger *ledger, const struct ledger_task *task, int64_t now, struct ledger_added *out,
                              struct quanze_error *error) {
    struct ledger_added added = {0};
    quanze_status status = find_same(ledger, task, &added, error);
    if (status == QUANZE_OK && !added.is_duplicate) {
        struct journal_row row = {TABLE_TASK, now, 0, task->content};
        struct standing_task standing = {.before = added.seq,
                                         .id = task->cells[CELL_ID],
                                         .issuer = task->cells[CELL_ISSUER],
                                         .due_at = task->cells[CELL_DUE_AT],
                                         .item = task->cells[CELL_ITEM]};
        status = journal_append(ledger, &row, &added.seq, error);
        added.entered_at = now;
        if (status == QUANZE_OK) status = write_rows(ledger, task, added.seq, error);
        standing.task = added.seq;
        if (status == QUANZE_OK) status = standing_add_task(ledger, &standing, error);
    }
    if (status == QUANZE_OK) *out = added;
    return status;
}
