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

/* The words of a complaint whose number and answer are known. */
static quanze_status read_complaint(struct ledger *ledger, int64_t answer, struct ledger_complaint_line *line,
                                    ledger_each_complaint *each, void *payload, struct quanze_error *error) {
    const struct cell cells[] = {cell_integer(line->seq), cell_integer_or_null(answer, 0)};
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_ask(ledger, STATEMENT_COMPLAINT_LINE, cells, 2, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK || !row) return status;
    const int64_t answered = statement_integer(statement, "answered_at", DAY_NONE);
    line->day = day_of_minute(statement_integer(statement, "at", 0));
    line->answered_on = answered == DAY_NONE ? DAY_NONE : day_of_minute(answered);
    line->complaint = (struct ledger_complaint){.department = statement_text(statement, "department"),
                                                .ground = statement_text(statement, "ground"),
                                                .words = statement_text(statement, "words")};
    line->answer = statement_text(statement, "answer");
    line->office = statement_text(statement, "office");
    status = each(payload, line, error);
    (void)sqlite3_reset(statement);
    return status;
}

quanze_status ledger_list_complaints(struct ledger *ledger, struct ledger_complaint_list *list, ledger_each_complaint *each,
                                     void *payload, struct quanze_error *error) {
    const struct cell cell = cell_integer(list->newest);
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(ledger, STATEMENT_COMPLAINTS, &cell, 1, &statement, error);
    list->all = list->answered = 0;
    while (status == QUANZE_OK && row) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        const size_t before = list->all++;
        const int64_t answer = statement_integer(statement, "last", 0);
        struct ledger_complaint_line line = {.number = statement_integer(statement, "number", 0),
                                             .times = statement_integer(statement, "times", 1),
                                             .seq = statement_integer(statement, "seq", 0)};
        list->answered += answer > 0;
        if (before < list->after || (list->most > 0 && before - list->after >= list->most)) continue;
        status = read_complaint(ledger, answer, &line, each, payload, error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}
