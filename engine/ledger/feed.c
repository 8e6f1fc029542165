/* feed.c - rows that wait, and the virtual tables through which SQLite reads them: https://sqlite.org/vtab.html. */
#include <ledger/feed.h>

#include <base/alloc.h>
#include <ledger/statement.h>

#define MOST_BYTES ((size_t)8 << 20) /* that wait */
#define FEED_TASK_ID 1               /* the cell of a task's row that is its id, behind its number */

static const struct {
    const char *name;
    enum statement add;
} TABLES[FEED_TABLES] = {
    [FEED_JOURNAL] = {"feed_journal", STATEMENT_ADD_JOURNAL},      [FEED_TASKS] = {"feed_tasks", STATEMENT_ADD_TASK},
    [FEED_TOWNSHIPS] = {"feed_townships", STATEMENT_ADD_TOWNSHIP}, [FEED_FORMS] = {"feed_forms", STATEMENT_ADD_FORM},
    [FEED_DECISIONS] = {"feed_decisions", STATEMENT_ADD_DECISION}, [FEED_FINDINGS] = {"feed_findings", STATEMENT_ADD_FINDING},
    [FEED_STANDING] = {"feed_standing", STATEMENT_STAND},          [FEED_ROLLED] = {"feed_rolled", STATEMENT_ADD_ROLLED},
};

/* A table of SQLite's that stands for rows that wait, and a place in it. */
struct table {
    sqlite3_vtab base;
    const struct feed_rows *rows;
};

struct cursor {
    sqlite3_vtab_cursor base;
    const struct feed_rows *rows;
    size_t at;
};

/* `payload` is the feed; the name of the table says which of its rows. */
static int connect(sqlite3 *db, void *payload, int count, const char *const *words, sqlite3_vtab **out, char **message) {
    const struct feed *feed = payload;
    (void)count;
    (void)message;
    const int code = sqlite3_declare_vtab(db, "CREATE TABLE feed (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q)");
    struct table *table = code == SQLITE_OK ? sqlite3_malloc(sizeof *table) : NULL; /* nobody frees it where this fails */
    if (!table) return code == SQLITE_OK ? SQLITE_NOMEM : code;
    *table = (struct table){.rows = &feed->tables[0]};
    for (size_t i = 0; i < FEED_TABLES; i++)
        if (strcmp(words[0], TABLES[i].name) == 0) table->rows = &feed->tables[i];
    *out = &table->base;
    return SQLITE_OK;
}

static int disconnect(sqlite3_vtab *table) {
    sqlite3_free(table);
    return SQLITE_OK;
}

static int plan(sqlite3_vtab *table, sqlite3_index_info *info) {
    (void)table;
    info->estimatedCost = 1000;
    return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **out) {
    struct cursor *cursor = sqlite3_malloc(sizeof *cursor);
    if (!cursor) return SQLITE_NOMEM;
    *cursor = (struct cursor){.rows = ((struct table *)table)->rows};
    *out = &cursor->base;
    return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *cursor) {
    sqlite3_free(cursor);
    return SQLITE_OK;
}

static int start(sqlite3_vtab_cursor *cursor, int number, const char *name, int count, sqlite3_value **values) {
    (void)number;
    (void)name;
    (void)count;
    (void)values;
    ((struct cursor *)cursor)->at = 0;
    return SQLITE_OK;
}

static int go_on(sqlite3_vtab_cursor *cursor) {
    ((struct cursor *)cursor)->at++;
    return SQLITE_OK;
}

static int is_behind(sqlite3_vtab_cursor *base) {
    const struct cursor *cursor = (const struct cursor *)base;
    return cursor->at >= cursor->rows->count;
}

/* Bytes stay where they are until the row is written. */
static int tell_column(sqlite3_vtab_cursor *base, sqlite3_context *context, int column) {
    const struct cursor *cursor = (const struct cursor *)base;
    const struct cell *cell = &cursor->rows->cells[cursor->at * cursor->rows->width + (size_t)column];
    switch (cell->kind) {
    case CELL_NULL: sqlite3_result_null(context); break;
    case CELL_INTEGER: sqlite3_result_int64(context, cell->number); break;
    case CELL_TEXT: sqlite3_result_text64(context, cell->bytes.at, cell->bytes.length, SQLITE_STATIC, SQLITE_UTF8); break;
    case CELL_BLOB: sqlite3_result_blob64(context, cell->bytes.at, cell->bytes.length, SQLITE_STATIC); break;
    }
    return SQLITE_OK;
}

static int tell_number(sqlite3_vtab_cursor *cursor, sqlite3_int64 *out) {
    *out = (sqlite3_int64)((struct cursor *)cursor)->at;
    return SQLITE_OK;
}

quanze_status feed_prepare(struct ledger *ledger, struct quanze_error *error) {
    static const sqlite3_module MODULE = {.xConnect = connect,
                                          .xBestIndex = plan,
                                          .xDisconnect = disconnect,
                                          .xOpen = open_cursor,
                                          .xClose = close_cursor,
                                          .xFilter = start,
                                          .xNext = go_on,
                                          .xEof = is_behind,
                                          .xColumn = tell_column,
                                          .xRowid = tell_number};
    for (size_t i = 0; i < FEED_TABLES; i++) {
        const int code = sqlite3_create_module_v2(ledger->db, TABLES[i].name, &MODULE, ledger->feed, NULL);
        if (code != SQLITE_OK) return ledger_failed(ledger, code, error);
    }
    return QUANZE_OK;
}

static size_t slot_of(const struct feed *feed, uint64_t hash) {
    size_t slot = (size_t)(hash >> 20) & (feed->id_room - 1);
    while (feed->ids[slot] != 0 && feed->ids[slot] != hash) slot = (slot + 1) & (feed->id_room - 1);
    return slot;
}

static uint64_t hash_of(struct str id) { return str_hash(id) | 1; }

bool feed_may_have_id(const struct feed *feed, struct str id) {
    return feed->id_count > 0 && feed->ids[slot_of(feed, hash_of(id))] != 0;
}

static bool grow_ids(struct feed *feed) {
    const struct feed before = *feed;
    if (2 * feed->id_count < feed->id_room) return true;
    uint64_t *ids = alloc_new((before.id_room ? 2 * before.id_room : 64) * sizeof *ids);
    if (!ids) return false;
    feed->ids = ids;
    feed->id_room = before.id_room ? 2 * before.id_room : 64;
    for (size_t i = 0; i < before.id_room; i++)
        if (before.ids[i] != 0) ids[slot_of(feed, before.ids[i])] = before.ids[i];
    alloc_free(before.ids);
    return true;
}

static bool note_id(struct feed *feed, struct str id) {
    if (!grow_ids(feed)) return false;
    const uint64_t hash = hash_of(id);
    const size_t slot = slot_of(feed, hash);
    feed->id_count += feed->ids[slot] == 0;
    feed->ids[slot] = hash;
    return true;
}

quanze_status feed_write(struct ledger *ledger, struct quanze_error *error) {
    struct feed *feed = ledger->feed;
    quanze_status status = QUANZE_OK;
    if (feed->bytes == 0) return QUANZE_OK;
    for (size_t i = 0; i < FEED_TABLES && status == QUANZE_OK; i++) {
        sqlite3_stmt *add = NULL;
        if (feed->tables[i].count == 0) continue;
        status = statement_ready(ledger, TABLES[i].add, &add, error);
        if (status == QUANZE_OK) status = statement_finish(ledger, add, error);
    }
    feed_forget(feed);
    return status;
}

static bool copy_row(struct feed *feed, struct cell *to, const struct cell *cells, size_t count) {
    for (size_t i = 0; i < count; i++) {
        to[i] = cells[i];
        if (cells[i].kind != CELL_TEXT && cells[i].kind != CELL_BLOB) continue;
        to[i].bytes = arena_copy(&feed->arena, cells[i].bytes);
        if (!to[i].bytes.at) return false;
        feed->bytes += cells[i].bytes.length;
    }
    feed->bytes += count * sizeof *cells;
    return true;
}

quanze_status feed_add(struct ledger *ledger, enum feed_table table, const struct cell *cells, size_t count,
                       struct quanze_error *error) {
    struct feed_rows *rows = &ledger->feed->tables[table];
    const bool is_full = ledger->feed->bytes >= MOST_BYTES;
    const quanze_status status = is_full ? feed_write(ledger, error) : QUANZE_OK;
    if (status != QUANZE_OK) return status;
    if (table == FEED_TASKS && !note_id(ledger->feed, cells[FEED_TASK_ID].bytes)) return error_memory(error);
    struct cell *grown = alloc_grow(rows->cells, &rows->capacity, (rows->count + 1) * count, sizeof *cells);
    if (!grown) return error_memory(error);
    rows->cells = grown;
    rows->width = count;
    if (!copy_row(ledger->feed, grown + rows->count * count, cells, count)) return error_memory(error);
    rows->count++;
    return QUANZE_OK;
}

struct cell *feed_last(struct feed *feed, enum feed_table table) {
    const struct feed_rows *rows = &feed->tables[table];
    return rows->count > 0 ? rows->cells + (rows->count - 1) * rows->width : NULL;
}

void feed_forget(struct feed *feed) {
    for (size_t i = 0; i < FEED_TABLES; i++) feed->tables[i].count = 0;
    if (feed->id_count > 0) memset(feed->ids, 0, feed->id_room * sizeof *feed->ids);
    feed->id_count = feed->bytes = 0;
    arena_reset(&feed->arena);
}

void feed_free(struct feed *feed) {
    if (!feed) return;
    for (size_t i = 0; i < FEED_TABLES; i++) alloc_free(feed->tables[i].cells);
    alloc_free(feed->ids);
    arena_free(&feed->arena);
    alloc_free(feed);
}
