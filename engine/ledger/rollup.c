/* rollup.c - the sums of months: what a task adds is gathered and written when the transaction ends. */
#include <ledger/month.h>
#include <ledger/rollup.h>
#include <ledger/statement.h>

#include <base/alloc.h>

#define CELL_DAY 12 /* of a task's row: see task_row.c; a test reads the sums back by it */
#define TOWNSHIP_WIDTH 5

struct pending {
    uint64_t hash;
    int month;
    struct str township, department, name;
    int64_t value;
};

/* Gathered changes: open addressing over `at`. */
struct rollup {
    struct arena arena;
    struct pending *at;
    size_t capacity, count;
};

int ledger_month_of(int32_t day) {
    const struct civil civil = day_to_civil(day);
    return civil.year * 12 + civil.month - 1;
}

static uint64_t mix(uint64_t hash, uint64_t more) { return (hash ^ more) * UINT64_C(0x9E3779B97F4A7C15); }

static bool is_same(const struct pending *a, const struct pending *b) {
    return a->hash == b->hash && a->month == b->month && str_equal(a->name, b->name) && str_equal(a->township, b->township) &&
           str_equal(a->department, b->department);
}

/* The place of a change, or the free one where it belongs. */
static struct pending *slot_of(struct pending *at, size_t capacity, const struct pending *wanted) {
    size_t slot = (size_t)(wanted->hash >> 20) & (capacity - 1);
    while (at[slot].name.at && !is_same(&at[slot], wanted)) slot = (slot + 1) & (capacity - 1);
    return &at[slot];
}

static bool grow(struct rollup *rollup) {
    const size_t capacity = rollup->capacity ? 2 * rollup->capacity : 4096;
    struct pending *at = alloc_new(capacity * sizeof *at);
    if (!at) return false;
    for (size_t i = 0; i < rollup->capacity; i++)
        if (rollup->at[i].name.at) *slot_of(at, capacity, &rollup->at[i]) = rollup->at[i];
    alloc_free(rollup->at);
    rollup->at = at;
    rollup->capacity = capacity;
    return true;
}

static bool add(struct rollup *rollup, const struct pending *change) {
    if (2 * rollup->count >= rollup->capacity && !grow(rollup)) return false;
    struct pending *slot = slot_of(rollup->at, rollup->capacity, change);
    if (slot->name.at) {
        slot->value += change->value;
        return true;
    }
    struct pending kept = *change;
    kept.township = arena_copy(&rollup->arena, change->township);
    kept.department = arena_copy(&rollup->arena, change->department);
    kept.name = arena_copy(&rollup->arena, change->name);
    if (!kept.township.at || !kept.department.at || !kept.name.at) return false;
    *slot = kept;
    rollup->count++;
    return true;
}

/* A share with where it counts. */
struct rolled {
    int month;
    struct str department, townships, lines; /* townships one a line */
};

static struct str next_line(struct str *rest) {
    const char *end = memchr(rest->at, '\n', rest->length);
    const struct str line = {rest->at, end ? (size_t)(end - rest->at) : rest->length};
    const size_t used = line.length + (end != NULL);
    *rest = (struct str){rest->at + used, rest->length - used};
    return line;
}

/* "name value"; a line that is none, such as "?name", adds nothing. */
static bool read_line(struct str line, struct str *name, int64_t *value) {
    size_t space = line.length;
    if (line.length == 0 || line.at[0] == '?') return false;
    while (space > 0 && line.at[space - 1] != ' ') space--;
    if (space < 2) return false;
    *name = (struct str){line.at, space - 1};
    *value = 0;
    for (size_t i = space; i < line.length; i++) *value = *value * 10 + (line.at[i] - '0');
    return true;
}

/* Adds (`sign` 1) or takes away (-1) one line, for each township and once for all. */
static bool add_line(struct rollup *rollup, const struct rolled *rolled, struct str name, int64_t value) {
    const uint64_t about = mix(mix(str_hash(name), str_hash(rolled->department)), (uint64_t)rolled->month);
    struct pending change = {.month = rolled->month, .department = rolled->department, .name = name, .value = value};
    change.hash = about;
    change.township = STR("");
    bool ok = add(rollup, &change);
    for (struct str rest = rolled->townships; ok && rest.length > 0;) {
        change.township = next_line(&rest);
        change.hash = mix(about, str_hash(change.township));
        ok = add(rollup, &change);
    }
    return ok;
}

static quanze_status add_share(struct ledger *ledger, const struct rolled *rolled, int sign, struct quanze_error *error) {
    if (!ledger->rollup) ledger->rollup = alloc_new(sizeof *ledger->rollup);
    bool ok = ledger->rollup != NULL;
    for (struct str rest = rolled->lines; ok && rest.length > 0;) {
        struct str name;
        int64_t value;
        if (read_line(next_line(&rest), &name, &value)) ok = add_line(ledger->rollup, rolled, name, sign * value);
    }
    return ok ? QUANZE_OK : error_memory(error);
}

/* Takes away what the task, or an earlier version of it, added before. */
static quanze_status take_back(struct ledger *ledger, struct cell id, struct quanze_error *error) {
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_ask(ledger, STATEMENT_FIND_ROLLED, &id, 1, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK || !row) return status;
    const struct cell task = cell_integer(statement_integer(statement, "task", 0));
    const struct rolled before = {(int)statement_integer(statement, "month", 0), statement_text(statement, "department"),
                                  statement_text(statement, "townships"), statement_text(statement, "share")};
    status = add_share(ledger, &before, -1, error);
    (void)sqlite3_reset(statement);
    return status == QUANZE_OK ? statement_run(ledger, STATEMENT_DROP_ROLLED, &task, 1, error) : status;
}

/* The townships of a task's row, one a line, each once. */
static struct str lines_of(const struct ledger_task *task, struct buf *out) {
    for (size_t i = 0; i < task->township_count; i++) {
        const struct str name = task->townships[i * TOWNSHIP_WIDTH].bytes;
        bool is_first = true;
        for (size_t k = 0; k < i; k++) is_first = is_first && !str_equal(task->townships[k * TOWNSHIP_WIDTH].bytes, name);
        if (!is_first || name.length == 0 || memchr(name.at, '\n', name.length)) continue;
        buf_put(out, name);
        buf_put_char(out, '\n');
    }
    return buf_str(out);
}

static quanze_status put(struct ledger *ledger, const struct ledger_task *task, int64_t seq, const struct ledger_share *share,
                         struct quanze_error *error) {
    const struct cell day = task->cells[CELL_DAY];
    struct buf townships = {0};
    if (day.kind != CELL_INTEGER) return QUANZE_OK;
    const struct rolled rolled = {ledger_month_of((int32_t)day.number), share->department, lines_of(task, &townships),
                                  share->lines};
    const struct cell cells[] = {cell_integer(seq), cell_integer(rolled.month), cell_text(rolled.department),
                                 cell_text(rolled.townships), cell_text(rolled.lines)};
    quanze_status status = townships.failed ? error_memory(error) : add_share(ledger, &rolled, 1, error);
    if (status == QUANZE_OK) status = statement_run(ledger, STATEMENT_ADD_ROLLED, cells, sizeof cells / sizeof *cells, error);
    buf_free(&townships);
    return status;
}

quanze_status ledger_roll(struct ledger *ledger, const struct ledger_task *task, const struct ledger_added *added,
                          const struct ledger_share *share, struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    if (added->is_duplicate || added->is_other_version) status = take_back(ledger, task->cells[0], error);
    return status == QUANZE_OK ? put(ledger, task, added->seq, share, error) : status;
}

quanze_status rollup_write(struct ledger *ledger, struct quanze_error *error) {
    const struct rollup *rollup = ledger->rollup;
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; rollup && i < rollup->capacity && status == QUANZE_OK; i++) {
        const struct pending *change = &rollup->at[i];
        if (!change->name.at || change->value == 0) continue;
        const struct cell cells[] = {cell_integer(change->month), cell_text(change->township), cell_text(change->department),
                                     cell_text(change->name), cell_integer(change->value)};
        status = statement_run(ledger, STATEMENT_ADD_SUM, cells, sizeof cells / sizeof *cells, error);
    }
    if (status == QUANZE_OK) rollup_forget(ledger);
    return status;
}

void rollup_forget(struct ledger *ledger) {
    if (!ledger->rollup) return;
    arena_free(&ledger->rollup->arena);
    alloc_free(ledger->rollup->at);
    alloc_free(ledger->rollup);
    ledger->rollup = NULL;
}
