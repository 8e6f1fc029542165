/* statement_ask.c - statements that see all rows of the transaction, those that wait in the feed too. */
#include <ledger/feed.h>
#include <ledger/statement.h>

quanze_status statement_take(struct ledger *ledger, enum statement which, sqlite3_stmt **out, struct quanze_error *error) {
    const bool sees_feed = which != STATEMENT_FIND_TASK && ledger->feed;
    const quanze_status status = sees_feed ? feed_write(ledger, error) : QUANZE_OK;
    return status == QUANZE_OK ? statement_ready(ledger, which, out, error) : status;
}

quanze_status statement_ask(struct ledger *ledger, enum statement which, const struct cell *cells, size_t count,
                            sqlite3_stmt **out, struct quanze_error *error) {
    quanze_status status = statement_take(ledger, which, out, error);
    if (status == QUANZE_OK) statement_bind(*out, 1, cells, count);
    return status;
}

quanze_status statement_run(struct ledger *ledger, enum statement which, const struct cell *cells, size_t count,
                            struct quanze_error *error) {
    sqlite3_stmt *statement = NULL;
    quanze_status status = statement_ask(ledger, which, cells, count, &statement, error);
    return status == QUANZE_OK ? statement_finish(ledger, statement, error) : status;
}
