/* due.c - what runs out. */
#include <base/alloc.h>
#include <ledger/statement.h>
#include <stdlib.h>

struct dues {
    struct ledger_due *at;
    size_t count, capacity;
    struct arena *arena;
};

static bool add(struct dues *dues, sqlite3_stmt *statement, struct ledger_due due) {
    struct ledger_due *grown = alloc_grow(dues->at, &dues->capacity, dues->count + 1, sizeof *dues->at);
    if (!grown) return false;
    dues->at = grown;
    due.id = statement_kept(statement, "id", dues->arena);
    due.title = statement_kept(statement, "title", dues->arena);
    due.state = arena_copy(dues->arena, due.state);
    due.why = arena_copy(dues->arena, due.why);
    dues->at[dues->count++] = due;
    return due.id.at && due.title.at && due.state.at && due.why.at;
}

/* A state that has a limit of its own but no day: the calendar lacked the year when the task was moved. */
static bool is_untold(enum state_id state, int64_t due_on) { return due_on == DAY_NONE && state_at(state)->limit != NO_LIMIT; }

/* A task that was admitted for a limited time and is still being done. */
static bool runs(enum state_id state) {
    return state == STATE_ADMITTED_TEMPORARY || state == STATE_SENT || state == STATE_RECEIVED || state == STATE_ACCEPTED ||
           state == STATE_IN_PROGRESS || state == STATE_SUSPENDED;
}

static int64_t end_of(sqlite3_stmt *statement) {
    if (!str_equal(statement_text(statement, "was"), STR("admitted_temporary"))) return DAY_NONE;
    int64_t stated = statement_integer(statement, "ends", DAY_NONE), end = statement_integer(statement, "end_at", DAY_NONE);
    if (stated != DAY_NONE) return stated;
    return end == DAY_NONE ? DAY_NONE : day_of_minute(end);
}

static bool take_move(struct dues *dues, sqlite3_stmt *statement, int32_t day) {
    int state = state_find(statement_text(statement, "state"));
    if (state < 0 || state_at((enum state_id)state)->is_end) return true;
    struct str name = state_at((enum state_id)state)->name;
    int64_t due_on = statement_integer(statement, "due_on", DAY_NONE), end = end_of(statement);
    if (state != STATE_ADMITTED_TEMPORARY && due_on != DAY_NONE && due_on <= day)
        return add(dues, statement,
                   (struct ledger_due){.state = name, .why = statement_text(statement, "why"), .due_on = (int32_t)due_on});
    if (runs((enum state_id)state) && end != DAY_NONE && end <= day)
        return add(dues, statement, (struct ledger_due){.state = name, .why = STR("end_at"), .due_on = (int32_t)end});
    if (!is_untold((enum state_id)state, due_on)) return true;
    return add(dues, statement, (struct ledger_due){.state = name, .why = STR("unknown"), .due_on = DAY_NONE});
}

static bool take_papers(struct dues *dues, sqlite3_stmt *statement, int32_t day) {
    (void)day;
    int32_t due_on = day_of_minute(statement_integer(statement, "papers_due", 0));
    return add(dues, statement,
               (struct ledger_due){.state = state_at(STATE_SCREENED)->name, .why = STR("papers_due"), .due_on = due_on});
}

static quanze_status collect(struct ledger *ledger, sqlite3_stmt *statement, int32_t day, struct dues *dues,
                             bool (*take)(struct dues *, sqlite3_stmt *, int32_t), struct quanze_error *error) {
    bool row = true;
    quanze_status status = QUANZE_OK;
    while (status == QUANZE_OK && row) {
        status = statement_step(ledger, statement, &row, error);
        if (status == QUANZE_OK && row && !take(dues, statement, day)) return error_memory(error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}

static int by_day_and_id(const void *a, const void *b) {
    const struct ledger_due *one = a, *other = b;
    if (one->due_on != other->due_on) return one->due_on < other->due_on ? -1 : 1;
    return str_compare(one->id, other->id);
}

quanze_status ledger_list_due(struct ledger *ledger, int32_t day, struct arena *arena, ledger_each_due *each, void *payload,
                              struct quanze_error *error) {
    struct dues dues = {.arena = arena};
    struct cell until = cell_integer(((int64_t)day + 1) * DAY_MINUTES);
    struct buf ends = {0};
    sqlite3_stmt *statement;
    tasks_put_ends(&ends);
    const struct cell ended = cell_text(buf_str(&ends));
    quanze_status status =
        ends.failed ? error_memory(error) : statement_ask(ledger, STATEMENT_DUE_MOVES, &ended, 1, &statement, error);
    if (status == QUANZE_OK) status = collect(ledger, statement, day, &dues, take_move, error);
    if (status == QUANZE_OK) status = statement_ask(ledger, STATEMENT_DUE_PAPERS, &until, 1, &statement, error);
    if (status == QUANZE_OK) status = collect(ledger, statement, day, &dues, take_papers, error);
    if (status == QUANZE_OK && dues.count > 0) qsort(dues.at, dues.count, sizeof *dues.at, by_day_and_id);
    for (size_t i = 0; i < dues.count && status == QUANZE_OK; i++) status = each(payload, &dues.at[i], error);
    alloc_free(dues.at);
    buf_free(&ends);
    return status;
}
