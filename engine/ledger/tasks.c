/* tasks.c - tasks as they stand. */
#include <ledger/statement.h>

/* False for a state that this program does not know. */
static bool take_line(sqlite3_stmt *statement, struct ledger_task_line *out) {
    int state = state_find(statement_text(statement, "state"));
    *out = (struct ledger_task_line){.seq = statement_integer(statement, "seq", 0),
                                     .received_at = statement_integer(statement, "received_at", DAY_NONE),
                                     .due_at = statement_integer(statement, "due_at", DAY_NONE),
                                     .id = statement_text(statement, "id"),
                                     .title = statement_text(statement, "title"),
                                     .issuer = statement_text(statement, "issuer"),
                                     .townships = statement_text(statement, "townships"),
                                     .verdict = statement_text(statement, "verdict"),
                                     .item = statement_text(statement, "item"),
                                     .facts = statement_text(statement, "facts"),
                                     .due_why = statement_text(statement, "due_why"),
                                     .state = state < 0 ? STATE_SUBMITTED : (enum state_id)state,
                                     .due_on = (int32_t)statement_integer(statement, "due_on", DAY_NONE)};
    return state >= 0;
}

static bool passes(const struct ledger_task_filter *filter, const struct ledger_task_line *line) {
    if (filter->wants && !filter->wants(filter->payload, line)) return false;
    if (filter->state >= 0) return line->state == (enum state_id)filter->state;
    return filter->with_ended || !state_at(line->state)->is_end;
}

quanze_status ledger_list_tasks(struct ledger *ledger, const struct ledger_task_filter *filter, ledger_each_task *each,
                                void *payload, struct quanze_error *error) {
    const struct cell cells[] = {cell_text_or_null(filter->township),
                                 cell_integer(filter->before > 0 ? filter->before : INT64_MAX)};
    sqlite3_stmt *statement;
    size_t count = 0, looked = 0;
    bool row = true;
    quanze_status status = statement_ask(ledger, STATEMENT_TASKS, cells, 2, &statement, error);
    while (status == QUANZE_OK && row && (filter->most == 0 || count < filter->most)) {
        struct ledger_task_line line;
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row || (filter->looks > 0 && looked++ == filter->looks)) break;
        if (!take_line(statement, &line) || !passes(filter, &line)) continue;
        count++;
        status = each(payload, &line, error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}
