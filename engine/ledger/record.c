#include <ledger/record.h>

#include <ledger/statement.h>

static const enum statement STATEMENTS[LEDGER_RECORD_KINDS] = {
    [LEDGER_RECORD_DECISION] = STATEMENT_RECORD_DECISIONS,
    [LEDGER_RECORD_FINDING] = STATEMENT_RECORD_FINDINGS,
    [LEDGER_RECORD_MOVE] = STATEMENT_RECORD_MOVES,
    [LEDGER_RECORD_WAIVER] = STATEMENT_RECORD_WAIVERS,
    [LEDGER_RECORD_COMPLAINT] = STATEMENT_RECORD_COMPLAINTS,
    [LEDGER_RECORD_ANSWER] = STATEMENT_RECORD_ANSWERS,
    [LEDGER_RECORD_CORRECTION] = STATEMENT_RECORD_CORRECTIONS,
    [LEDGER_RECORD_STEP] = STATEMENT_RECORD_STEPS,
    [LEDGER_RECORD_SEAL] = STATEMENT_RECORD_SEALS,
};

static void take_names(sqlite3_stmt *statement, struct ledger_record *out) {
    const int columns = sqlite3_column_count(statement);
    for (int i = 0; i < columns && i < LEDGER_RECORD_FIELDS; i++) {
        const char *name = sqlite3_column_name(statement, i);
        out->names[i] = str_of(name ? name : "");
        out->count = (size_t)i + 1;
    }
}

quanze_status ledger_list_records(struct ledger *ledger, enum ledger_record_kind kind, ledger_each_record *each, void *payload,
                                  struct quanze_error *error) {
    struct ledger_record record = {.kind = kind};
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_take(ledger, STATEMENTS[kind], &statement, error);
    if (status == QUANZE_OK) take_names(statement, &record);
    while (status == QUANZE_OK && row) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        for (size_t i = 0; i < record.count; i++) record.cells[i] = statement_cell(statement, (int)i);
        status = each(payload, &record, error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}
