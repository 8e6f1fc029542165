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

/* ?1 of the statement is an issuer; the filter of the list that is being read says whether it is wanted. */
static void wanted(sqlite3_context *context, int count, sqlite3_value **values) {
    const struct ledger *ledger = sqlite3_user_data(context);
    const struct ledger_task_filter *filter = ledger->filter;
    const unsigned char *text = count == 1 ? sqlite3_value_text(values[0]) : NULL;
    const struct str issuer = {text ? (const char *)text : "", text ? (size_t)sqlite3_value_bytes(values[0]) : 0};
    sqlite3_result_int(context, filter && filter->wants_issuer(filter->payload, issuer));
}

quanze_status tasks_prepare(struct ledger *ledger, struct quanze_error *error) {
    const int code = sqlite3_create_function(ledger->db, "wanted", 1, SQLITE_UTF8, ledger, wanted, NULL, NULL);
    return code == SQLITE_OK ? QUANZE_OK : ledger_failed(ledger, code, error);
}

void tasks_put_ends(struct buf *out) {
    buf_put_char(out, ' ');
    for (int state = 0; state < STATE_COUNT; state++) {
        if (!state_at((enum state_id)state)->is_end) continue;
        buf_put(out, state_at((enum state_id)state)->name);
        buf_put_char(out, ' ');
    }
}

/* The whole line of a task, if it passes. */
static quanze_status tell(struct ledger *ledger, const struct ledger_task_filter *filter, int64_t seq, ledger_each_task *each,
                          void *payload, size_t *count, struct quanze_error *error) {
    const struct cell cell = cell_integer(seq);
    struct ledger_task_line line;
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_ask(ledger, STATEMENT_TASK_LINE, &cell, 1, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK || !row) return status;
    if (take_line(statement, &line) && (!filter->wants || filter->wants(filter->payload, &line))) {
        ++*count;
        status = each(payload, &line, error);
    }
    (void)sqlite3_reset(statement);
    return status;
}

static quanze_status list(struct ledger *ledger, const struct ledger_task_filter *filter, sqlite3_stmt *statement,
                          ledger_each_task *each, void *payload, struct quanze_error *error) {
    size_t count = 0, looked = 0;
    bool row = true;
    quanze_status status = QUANZE_OK;
    while (status == QUANZE_OK && (filter->most == 0 || count < filter->most)) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row || (filter->looks > 0 && looked++ == filter->looks)) break;
        status = tell(ledger, filter, statement_integer(statement, "seq", 0), each, payload, &count, error);
    }
    (void)sqlite3_reset(statement);
    return status;
}

/* Each way of asking has an index of its own. */
static enum statement statement_of(const struct ledger_task_filter *filter) {
    if (filter->township.length > 0) return STATEMENT_TASKS_TO;
    if (filter->wants_issuer) return STATEMENT_TASKS_OF;
    return filter->state >= 0 ? STATEMENT_TASKS_IN : STATEMENT_TASKS;
}

/* How many tasks of one name of an issuer are enough: -1 all. */
static int64_t most_of_each(const struct ledger_task_filter *filter) {
    const size_t most = filter->wants ? filter->looks : filter->most;
    return most > 0 ? (int64_t)most : -1;
}

quanze_status ledger_list_tasks(struct ledger *ledger, const struct ledger_task_filter *filter, ledger_each_task *each,
                                void *payload, struct quanze_error *error) {
    const bool by_state = filter->state >= 0;
    struct buf ends = {0};
    tasks_put_ends(&ends);
    const struct cell cells[] = {cell_integer(filter->before > 0 ? filter->before : INT64_MAX),
                                 cell_text_or_null(by_state ? state_at((enum state_id)filter->state)->name : STR("")),
                                 cell_text_or_null(by_state || filter->with_ended ? STR("") : buf_str(&ends)),
                                 filter->township.length > 0 ? cell_text(filter->township)
                                                             : cell_integer(most_of_each(filter))};
    const enum statement which = statement_of(filter);
    const size_t asked = which == STATEMENT_TASKS_TO || which == STATEMENT_TASKS_OF ? 4 : 3;
    sqlite3_stmt *statement;
    quanze_status status = ends.failed ? error_memory(error) : statement_ask(ledger, which, cells, asked, &statement, error);
    ledger->filter = filter;
    if (status == QUANZE_OK) status = list(ledger, filter, statement, each, payload, error);
    ledger->filter = NULL;
    buf_free(&ends);
    return status;
}
