#include <ledger/correction.h>

#include <ledger/statement.h>

struct str ledger_correction_state_name(enum ledger_correction_state state) {
    switch (state) {
    case LEDGER_CORRECTION_OPEN: return STR("open");
    case LEDGER_CORRECTION_DUE: return STR("due");
    case LEDGER_CORRECTION_DONE: return STR("done");
    case LEDGER_CORRECTION_RELAPSED: return STR("relapsed");
    case LEDGER_CORRECTION_STATES: break;
    }
    return STR("");
}

quanze_status ledger_has_issuer(struct ledger *ledger, struct str name, bool *out, struct quanze_error *error) {
    const struct cell cell = cell_text(name);
    sqlite3_stmt *statement;
    quanze_status status = statement_ask(ledger, STATEMENT_FIND_ISSUER, &cell, 1, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, out, error);
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}

quanze_status ledger_add_correction(struct ledger *ledger, const struct ledger_correction *correction, int64_t now,
                                    struct ledger_added *out, struct quanze_error *error) {
    const struct plain_row paper = {TABLE_CORRECTION,
                                    STATEMENT_ADD_CORRECTION,
                                    {cell_text(correction->department), cell_text(correction->matter),
                                     cell_text_or_null(correction->ground), cell_text_or_null(correction->task),
                                     cell_integer(correction->due_on), cell_text(correction->office),
                                     cell_text(correction->person), cell_text_or_null(correction->rule)},
                                    8,
                                    0};
    struct ledger_added added = {0};
    quanze_status status = plain_row_add(ledger, &paper, now, &added.seq, error);
    if (status == QUANZE_OK) status = plain_row_number(ledger, STATEMENT_NUMBER_CORRECTION, added.seq, &added.number, error);
    if (status == QUANZE_OK) *out = added;
    return status;
}

/* The row of the correction, and whether the last step left it done. QUANZE_NO_INPUT when there is no such correction. */
static quanze_status find(struct ledger *ledger, int64_t number, int64_t *seq, bool *is_done, struct quanze_error *error) {
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = plain_row_nth(ledger, STATEMENT_NTH_CORRECTION, number, seq, error);
    if (status == QUANZE_OK && *seq == 0)
        status = error_set(error, QUANZE_NO_INPUT, "没有第 %lld 项整改；用 quanze correction list 查看",
                           "there is no correction %lld; quanze correction list shows them", (long long)number);
    if (status != QUANZE_OK) return status;
    struct cell cell = cell_integer(*seq);
    status = statement_ask(ledger, STATEMENT_FIND_CORRECTION, &cell, 1, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    *is_done = row && str_equal(statement_text(statement, "step"), STR("done"));
    (void)sqlite3_reset(statement);
    return QUANZE_OK;
}

quanze_status ledger_add_step(struct ledger *ledger, const struct ledger_step *step, int64_t now, struct ledger_added *out,
                              struct quanze_error *error) {
    const bool says_done = step->step == CORRECTION_STEP_DONE;
    bool is_done = false;
    int64_t seq = 0;
    quanze_status status = find(ledger, step->correction, &seq, &is_done, error);
    if (status != QUANZE_OK) return status;
    if (is_done && says_done)
        return error_set(error, QUANZE_USAGE, "第 %lld 项整改已经办结", "correction %lld is done already",
                         (long long)step->correction);
    if (!is_done && !says_done)
        return error_set(error, QUANZE_USAGE, "第 %lld 项整改还没有办结，还不能登记“完成后又不符合”",
                         "correction %lld is not done and cannot relapse", (long long)step->correction);
    const struct plain_row paper = {TABLE_STEP,
                                    STATEMENT_ADD_STEP,
                                    {cell_text(says_done ? STR("done") : STR("relapsed")),
                                     cell_integer_or_null(step->due_on, DAY_NONE), cell_text(step->office),
                                     cell_text(step->person), cell_text(step->why)},
                                    5,
                                    seq};
    struct ledger_added added = {.number = step->correction};
    status = plain_row_add(ledger, &paper, now, &added.seq, error);
    if (status == QUANZE_OK) *out = added;
    return status;
}

/* Ends of months from one day to another. */
static int64_t months_between(int32_t from, int32_t to) {
    const struct civil first = day_to_civil(from), last = day_to_civil(to);
    return (int64_t)(last.year - first.year) * 12 + last.month - first.month;
}

static enum ledger_correction_state state_of(struct str step, int32_t due_on, int32_t day) {
    if (str_equal(step, STR("done"))) return LEDGER_CORRECTION_DONE;
    if (str_equal(step, STR("relapsed"))) return LEDGER_CORRECTION_RELAPSED;
    return due_on <= day ? LEDGER_CORRECTION_DUE : LEDGER_CORRECTION_OPEN;
}

static void take_line(sqlite3_stmt *statement, int32_t day, struct ledger_correction_line *out) {
    const int64_t changed = statement_integer(statement, "changed_at", DAY_NONE);
    *out = (struct ledger_correction_line){
        .seq = statement_integer(statement, "seq", 0),
        .number = statement_integer(statement, "number", 0),
        .correction = {.department = statement_text(statement, "department"),
                       .matter = statement_text(statement, "matter"),
                       .ground = statement_text(statement, "ground"),
                       .task = statement_text(statement, "task"),
                       .rule = statement_text(statement, "rule"),
                       .office = statement_text(statement, "office"),
                       .person = statement_text(statement, "person"),
                       .due_on = (int32_t)statement_integer(statement, "due_on", 0)},
        .opened_on = day_of_minute(statement_integer(statement, "at", 0)),
        .changed_on = changed == DAY_NONE ? DAY_NONE : day_of_minute(changed),
        .why = statement_text(statement, "why"),
        .by = statement_text(statement, "who"),
        .relapses = statement_integer(statement, "relapses", 0),
    };
    out->state = state_of(statement_text(statement, "step"), out->correction.due_on, day);
    if (out->state != LEDGER_CORRECTION_DONE) out->months = months_between(out->opened_on, day);
}

quanze_status ledger_list_corrections(struct ledger *ledger, int32_t day, bool newest, ledger_each_correction *each,
                                      void *payload, struct quanze_error *error) {
    const struct cell cells[] = {cell_integer(((int64_t)day + 1) * DAY_MINUTES), cell_integer(newest)};
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(ledger, STATEMENT_CORRECTIONS, cells, 2, &statement, error);
    while (status == QUANZE_OK && row) {
        struct ledger_correction_line line;
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        take_line(statement, day, &line);
        status = each(payload, &line, error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}
