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

/* What of it runs out by that day: the state, else the task itself, else a state whose day the calendar could not tell. */
static bool take(struct dues *dues, sqlite3_stmt *statement, int32_t day) {
    const int state = state_find(statement_text(statement, "state"));
    if (state < 0) return true;
    const int64_t due_on = statement_integer(statement, "due_on", DAY_NONE),
                  end = statement_integer(statement, "ends_on", DAY_NONE);
    struct ledger_due due = {.state = state_at((enum state_id)state)->name, .why = STR("unknown"), .due_on = DAY_NONE};
    if (state != STATE_ADMITTED_TEMPORARY && due_on != DAY_NONE && due_on <= day) {
        due.why = statement_text(statement, "why");
        due.due_on = (int32_t)due_on;
    } else if (end != DAY_NONE && end <= day) {
        due.why = STR("end_at");
        due.due_on = (int32_t)end;
    }
    return add(dues, statement, due);
}

static quanze_status collect(struct ledger *ledger, int32_t day, struct dues *dues, struct quanze_error *error) {
    const struct cell until = cell_integer(day);
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(ledger, STATEMENT_DUE, &until, 1, &statement, error);
    while (status == QUANZE_OK && row) {
        status = statement_step(ledger, statement, &row, error);
        if (status == QUANZE_OK && row && !take(dues, statement, day)) status = error_memory(error);
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
    quanze_status status = collect(ledger, day, &dues, error);
    if (status == QUANZE_OK && dues.count > 0) qsort(dues.at, dues.count, sizeof *dues.at, by_day_and_id);
    for (size_t i = 0; i < dues.count && status == QUANZE_OK; i++) status = each(payload, &dues.at[i], error);
    alloc_free(dues.at);
    return status;
}
