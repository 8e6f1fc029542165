/* month.c - the tasks of a period, and the sums of months. */
#include <ledger/month.h>
#include <ledger/rollup.h>
#include <ledger/statement.h>

/* tasks_by_topic begins with the day shifted by this. */
#define BUCKET_SHIFT 5

/* All sums of one township and department in a month. */
static quanze_status list_row(sqlite3_stmt *statement, ledger_each_sum *each, void *payload, struct quanze_error *error) {
    struct ledger_sum sum = {.month = (int)sqlite3_column_int(statement, 0),
                             .township = statement_cell(statement, 1).bytes,
                             .department = statement_cell(statement, 2).bytes};
    quanze_status status = QUANZE_OK;
    for (struct str rest = statement_cell(statement, 3).bytes; status == QUANZE_OK && rest.length > 0;)
        if (rollup_read_line(rollup_next_line(&rest), &sum.name, &sum.value)) status = each(payload, &sum, error);
    return status;
}

quanze_status ledger_list_sums(struct ledger *ledger, int from, int to, ledger_each_sum *each, void *payload,
                               struct quanze_error *error) {
    const struct cell cells[] = {cell_integer(from), cell_integer(to)};
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(ledger, STATEMENT_SUMS, cells, 2, &statement, error);
    while (status == QUANZE_OK && row) {
        status = statement_step(ledger, statement, &row, error);
        if (status == QUANZE_OK && row) status = list_row(statement, each, payload, error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}

/* Columns of STATEMENT_MONTH_TASKS, in its order: looking them up by name costs as much as many a row. */
enum { SEQ, ID, ISSUER, DAY, AT, SHARE, BRIEF, VERDICT, ITEM, LIST, STATE };

static struct ledger_month_task take_task(sqlite3_stmt *statement) {
    return (struct ledger_month_task){.seq = sqlite3_column_int64(statement, SEQ),
                                      .entered_at = sqlite3_column_int64(statement, AT),
                                      .day = (int32_t)sqlite3_column_int64(statement, DAY),
                                      .id = statement_cell(statement, ID).bytes,
                                      .issuer = statement_cell(statement, ISSUER).bytes,
                                      .share = statement_cell(statement, SHARE).bytes,
                                      .brief = statement_cell(statement, BRIEF).bytes,
                                      .verdict = statement_cell(statement, VERDICT).bytes,
                                      .item = statement_cell(statement, ITEM).bytes,
                                      .list = statement_cell(statement, LIST).bytes,
                                      .state = statement_cell(statement, STATE).bytes};
}

quanze_status ledger_list_month(struct ledger *ledger, struct validity days, ledger_each_month_task *each, void *payload,
                                struct quanze_error *error) {
    const struct cell cells[] = {cell_integer(days.from >> BUCKET_SHIFT), cell_integer(days.to >> BUCKET_SHIFT),
                                 cell_integer(days.from), cell_integer(days.to)};
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(ledger, STATEMENT_MONTH_TASKS, cells, 4, &statement, error);
    while (status == QUANZE_OK && row) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        const struct ledger_month_task task = take_task(statement);
        status = each(payload, &task, error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}

quanze_status ledger_read_facts(struct ledger *ledger, int64_t seq, struct buf *out, struct quanze_error *error) {
    const struct cell cells[] = {cell_integer(seq)};
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_ask(ledger, STATEMENT_FACTS, cells, 1, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    buf_clear(out);
    if (row) buf_put(out, statement_text(statement, "facts"));
    (void)sqlite3_reset(statement);
    if (out->failed) return error_memory(error);
    return row ? QUANZE_OK
               : error_set(error, QUANZE_NO_INPUT, "台账第 %lld 行不是任务", "row %lld of the ledger is no task",
                           (long long)seq);
}

static quanze_status list_past(struct ledger *ledger, enum statement which, struct validity days, ledger_each_past *each,
                               void *payload, struct quanze_error *error) {
    const struct cell cells[] = {cell_integer((int64_t)days.from * DAY_MINUTES),
                                 cell_integer(((int64_t)days.to + 1) * DAY_MINUTES)};
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(ledger, which, cells, 2, &statement, error);
    while (status == QUANZE_OK && row) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        const struct ledger_month_past past = {.id = statement_text(statement, "id"),
                                               .title = statement_text(statement, "title"),
                                               .issuer = statement_text(statement, "issuer"),
                                               .kind = statement_text(statement, "kind"),
                                               .item = statement_text(statement, "item"),
                                               .state = statement_text(statement, "state"),
                                               .facts = statement_text(statement, "facts"),
                                               .topic = statement_integer(statement, "topic", 0),
                                               .day = (int32_t)statement_integer(statement, "day", DAY_NONE),
                                               .on = day_of_minute(statement_integer(statement, "moment", 0))};
        status = each(payload, &past, error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}

quanze_status ledger_list_ended(struct ledger *ledger, struct validity days, ledger_each_past *each, void *payload,
                                struct quanze_error *error) {
    return list_past(ledger, STATEMENT_ENDED, days, each, payload, error);
}

quanze_status ledger_list_refused(struct ledger *ledger, struct validity days, ledger_each_past *each, void *payload,
                                  struct quanze_error *error) {
    return list_past(ledger, STATEMENT_REFUSED, days, each, payload, error);
}

quanze_status ledger_count_undated(struct ledger *ledger, size_t *out, struct quanze_error *error) {
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_take(ledger, STATEMENT_UNDATED, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    *out = (size_t)statement_integer(statement, "count", 0);
    (void)sqlite3_reset(statement);
    return QUANZE_OK;
}

quanze_status ledger_months_changed(struct ledger *ledger, int64_t seq, struct str hash, int32_t to, bool *out,
                                    struct quanze_error *error) {
    enum { MOST_ROWS = 5000 };
    const struct cell cells[] = {cell_integer(seq), cell_text(hash), cell_integer(to),
                                 cell_integer(((int64_t)to + 1) * DAY_MINUTES), cell_integer(MOST_ROWS)};
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_ask(ledger, STATEMENT_MONTHS_CHANGED, cells, 5, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    *out = statement_integer(statement, "changed", 1) != 0;
    (void)sqlite3_reset(statement);
    return QUANZE_OK;
}

quanze_status ledger_find_days(struct ledger *ledger, struct validity *out, struct quanze_error *error) {
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_take(ledger, STATEMENT_DAYS, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    out->from = (int32_t)statement_integer(statement, "first", DAY_NONE);
    out->to = (int32_t)statement_integer(statement, "last", DAY_NONE);
    (void)sqlite3_reset(statement);
    return QUANZE_OK;
}
