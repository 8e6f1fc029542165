#include <ledger/once.h>

#include <ledger/statement.h>

quanze_status ledger_find_once(struct ledger *ledger, const struct ledger_once *once, struct buf *answer, enum ledger_done *out,
                               struct quanze_error *error) {
    const struct cell key = cell_blob(digest_bytes(&once->key));
    sqlite3_stmt *statement = NULL;
    bool row = false;
    quanze_status status = statement_ask(ledger, STATEMENT_FIND_ONCE, &key, 1, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    *out = LEDGER_NOT_DONE;
    if (row)
        *out = str_equal(statement_text(statement, "content"), digest_bytes(&once->content)) ? LEDGER_DONE : LEDGER_DONE_OTHER;
    if (*out == LEDGER_DONE) buf_put(answer, statement_text(statement, "answer"));
    (void)sqlite3_reset(statement);
    return answer->failed ? error_memory(error) : QUANZE_OK;
}

void ledger_mark_once(struct ledger *ledger, const struct ledger_once *once) {
    ledger->is_marked = once != NULL;
    ledger->answer = STR("");
    if (once) ledger->once = *once;
}

bool ledger_is_marked(const struct ledger *ledger) { return ledger->is_marked; }

void ledger_keep_answer(struct ledger *ledger, struct str answer) { ledger->answer = answer; }

quanze_status once_write(struct ledger *ledger, struct quanze_error *error) {
    const struct ledger_once *once = &ledger->once;
    if (!ledger->is_marked) return QUANZE_OK;
    const struct cell old = cell_integer((int64_t)once->today - ONCE_DAYS);
    struct cell cells[] = {cell_blob(digest_bytes(&once->key)),
                           cell_blob(digest_bytes(&once->content)),
                           cell_integer(once->today),
                           {CELL_NULL, 0, {0}}};
    if (ledger->answer.length > 0) cells[3] = cell_blob(ledger->answer);
    quanze_status status = statement_run(ledger, STATEMENT_FORGET_ONCE, &old, 1, error);
    return status == QUANZE_OK ? statement_run(ledger, STATEMENT_ADD_ONCE, cells, sizeof cells / sizeof *cells, error) : status;
}
