/* due.c - what runs out. */
#include <ledger/statement.h>

/* What of it runs out by that day: the state, else the task itself, else a state whose day the calendar could not tell. False
 * for a state that this program does not know. */
static bool take(sqlite3_stmt *statement, int32_t day, struct ledger_due *out) {
    const int state = state_find(statement_text(statement, "state"));
    if (state < 0) return false;
    const int64_t due_on = statement_integer(statement, "due_on", DAY_NONE),
                  end = statement_integer(statement, "ends_on", DAY_NONE);
    *out = (struct ledger_due){.id = statement_text(statement, "id"),
                               .title = statement_text(statement, "title"),
                               .state = state_at((enum state_id)state)->name,
                               .why = STR("unknown"),
                               .due_on = DAY_NONE};
    if (state != STATE_ADMITTED_TEMPORARY && due_on != DAY_NONE && due_on <= day) {
        out->why = statement_text(statement, "why");
        out->due_on = (int32_t)due_on;
    } else if (end != DAY_NONE && end <= day) {
        out->why = STR("end_at");
        out->due_on = (int32_t)end;
    }
    return true;
}

quanze_status ledger_list_due(struct ledger *ledger, const struct ledger_due_filter *filter, ledger_each_due *each,
                              void *payload, struct quanze_error *error) {
    const struct cell cells[] = {cell_integer(filter->day), cell_integer(filter->most > 0 ? (int64_t)filter->most : -1),
                                 cell_integer((int64_t)filter->after)};
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(ledger, STATEMENT_DUE, cells, 3, &statement, error);
    while (status == QUANZE_OK && row) {
        struct ledger_due due;
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        if (take(statement, filter->day, &due)) status = each(payload, &due, error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}
