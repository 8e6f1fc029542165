#include <ledger/seal.h>

#include <ledger/statement.h>

static bool copy_bytes(struct str from, void *to, size_t size) {
    if (from.length == size) memcpy(to, from.at, size);
    return from.length == size;
}

bool seal_take(sqlite3_stmt *statement, struct ledger_seal *out) {
    const struct str month = statement_text(statement, "month");
    *out = (struct ledger_seal){.seq = statement_integer(statement, "seq", 0), .rows = statement_integer(statement, "rows", 0)};
    if (month.length >= sizeof out->month) return false;
    memcpy(out->month, month.at, month.length);
    return copy_bytes(statement_text(statement, "head"), &out->head, sizeof out->head) &&
           copy_bytes(statement_text(statement, "public_key"), &out->key, sizeof out->key) &&
           copy_bytes(statement_text(statement, "signature"), &out->signature, sizeof out->signature);
}

bool seal_is_signed(const struct ledger_seal *seal) {
    struct buf message = {0};
    ledger_seal_message(seal, &message);
    const bool holds = !message.failed && sign_holds(&seal->key, buf_str(&message), &seal->signature);
    buf_free(&message);
    return holds;
}

bool seal_month_span(struct str month, int64_t *begin, int64_t *end) {
    char first[11] = "0000-00-01";
    int32_t day;
    if (month.length != 7) return false;
    memcpy(first, month.at, 7);
    if (!day_parse((struct str){first, 10}, &day)) return false;
    struct civil civil = day_to_civil(day);
    civil.year += civil.month == 12;
    civil.month = civil.month == 12 ? 1 : civil.month + 1;
    *begin = (int64_t)day * DAY_MINUTES;
    *end = (int64_t)day_from_civil(civil) * DAY_MINUTES;
    return true;
}

bool ledger_seal_is_early(const struct ledger_seal_line *line) {
    int64_t begin, end;
    return seal_month_span(str_of(line->seal.month), &begin, &end) && line->at < end;
}

quanze_status ledger_list_seals(struct ledger *ledger, struct str month, ledger_each_seal *each, void *payload,
                                struct quanze_error *error) {
    const struct cell cell = cell_text_or_null(month);
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(ledger, STATEMENT_SEALS, &cell, 1, &statement, error);
    while (status == QUANZE_OK && row) {
        struct ledger_seal_line line;
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        line.holds = seal_take(statement, &line.seal) && seal_is_signed(&line.seal) &&
                     str_equal(statement_text(statement, "sealed"), digest_bytes(&line.seal.head));
        line.at = statement_integer(statement, "at", 0);
        line.office = statement_text(statement, "office");
        line.person = statement_text(statement, "person");
        status = each(payload, &line, error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}
