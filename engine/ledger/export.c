/* export.c - every task as it stands, and the complaints. */
#include <ledger/statement.h>

static void take_row(sqlite3_stmt *statement, struct ledger_export *out) {
    struct str hash = statement_text(statement, "hash");
    out->seq = statement_integer(statement, "seq", 0);
    out->at = statement_integer(statement, "at", 0);
    out->is_latest = statement_integer(statement, "is_latest", 1) != 0;
    out->decided_at = statement_integer(statement, "decided_at", DAY_NONE);
    out->received_at = statement_integer(statement, "received_at", DAY_NONE);
    out->due_at = statement_integer(statement, "due_at", DAY_NONE);
    out->as_of = (int32_t)statement_integer(statement, "as_of", DAY_NONE);
    out->id = statement_text(statement, "id");
    out->title = statement_text(statement, "title");
    out->issuer = statement_text(statement, "issuer");
    out->townships = statement_text(statement, "townships");
    out->facts = statement_text(statement, "facts");
    out->verdict = statement_text(statement, "verdict");
    out->record = statement_text(statement, "record");
    out->state = statement_text(statement, "state");
    out->hash = (struct digest){{0}};
    if (hash.length == sizeof out->hash.bytes) memcpy(out->hash.bytes, hash.at, hash.length);
}

quanze_status ledger_list_export(struct ledger *ledger, ledger_each_export *each, void *payload, struct quanze_error *error) {
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_take(ledger, STATEMENT_EXPORT, &statement, error);
    while (status == QUANZE_OK && row) {
        struct ledger_export line;
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        take_row(statement, &line);
        status = each(payload, &line, error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}

quanze_status ledger_list_complaints(struct ledger *ledger, bool newest, ledger_each_complaint *each, void *payload,
                                     struct quanze_error *error) {
    const struct cell cell = cell_integer(newest);
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(ledger, STATEMENT_COMPLAINTS, &cell, 1, &statement, error);
    while (status == QUANZE_OK && row) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        const int64_t answered = statement_integer(statement, "answered_at", DAY_NONE);
        const struct ledger_complaint_line line = {
            .number = statement_integer(statement, "number", 0),
            .times = statement_integer(statement, "times", 1),
            .seq = statement_integer(statement, "seq", 0),
            .day = day_of_minute(statement_integer(statement, "at", 0)),
            .answered_on = answered == DAY_NONE ? DAY_NONE : day_of_minute(answered),
            .complaint = {.department = statement_text(statement, "department"),
                          .ground = statement_text(statement, "ground"),
                          .words = statement_text(statement, "words")},
            .answer = statement_text(statement, "answer"),
            .office = statement_text(statement, "office"),
        };
        status = each(payload, &line, error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}
