/* journal.c - the chain: each row's hash covers the hash before. */
#include <ledger/feed.h>
#include <ledger/statement.h>

static const struct {
    char letter;
    const char *name;
} KINDS[] = {{TABLE_TASK, "task"}, {TABLE_VERSIONS, "versions"}, {TABLE_DECISION, "decision"},
             {TABLE_MOVE, "move"}, {TABLE_WAIVER, "waiver"},     {TABLE_COMPLAINT, "complaint"},
             {TABLE_SEAL, "seal"}, {TABLE_ANSWER, "answer"},     {TABLE_CORRECTION, "correction"},
             {TABLE_STEP, "step"}};

const char *journal_kind_name(char kind) {
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (KINDS[i].letter == kind) return KINDS[i].name;
    return NULL;
}

char journal_kind_letter(struct str name) {
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (str_equal(str_of(KINDS[i].name), name)) return KINDS[i].letter;
    return '\0';
}

static char *put_number(char *at, uint64_t number) {
    for (size_t i = 0; i < 8; i++) *at++ = (char)(number >> (8 * i) & 0xFF);
    return at;
}

void journal_hash(const struct digest *before, int64_t seq, const struct journal_row *row, struct digest *out) {
    char bytes[32 + 8 + 8 + 8 + 1 + 32], *at = bytes;
    memcpy(at, before->bytes, 32);
    at = put_number(at + 32, (uint64_t)seq);
    at = put_number(at, (uint64_t)row->at);
    at = put_number(at, (uint64_t)row->about);
    *at++ = row->kind;
    memcpy(at, row->content.bytes, 32);
    struct digest_state state;
    digest_start(&state);
    digest_add(&state, (struct str){bytes, sizeof bytes});
    digest_end(&state, out);
}

quanze_status journal_read_head(struct ledger *ledger, struct quanze_error *error) {
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_take(ledger, STATEMENT_HEAD, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    ledger->head = (struct chain_head){0};
    if (row) {
        struct str hash = statement_text(statement, "hash");
        ledger->head.seq = statement_integer(statement, "seq", 0);
        ledger->head.at = statement_integer(statement, "at", 0);
        if (hash.length == sizeof ledger->head.hash.bytes) memcpy(ledger->head.hash.bytes, hash.at, hash.length);
    }
    (void)sqlite3_reset(statement);
    return QUANZE_OK;
}

quanze_status ledger_read_head(struct ledger *ledger, int64_t *rows, struct digest *hash, struct quanze_error *error) {
    const quanze_status status = journal_read_head(ledger, error);
    if (status != QUANZE_OK) return status;
    *rows = ledger->head.seq;
    *hash = ledger->head.hash;
    return QUANZE_OK;
}

quanze_status journal_append(struct ledger *ledger, const struct journal_row *row, int64_t *seq, struct quanze_error *error) {
    struct chain_head next = {.seq = ledger->head.seq + 1, .at = row->at};
    journal_hash(&ledger->head.hash, next.seq, row, &next.hash);
    const struct cell cells[] = {cell_integer(next.seq),
                                 cell_text(str_of(journal_kind_name(row->kind))),
                                 cell_integer(row->at),
                                 cell_integer_or_null(row->about, 0),
                                 cell_blob(digest_bytes(&row->content)),
                                 cell_blob(digest_bytes(&next.hash))};
    quanze_status status = feed_add(ledger, FEED_JOURNAL, cells, sizeof cells / sizeof *cells, error);
    if (status != QUANZE_OK) return status;
    ledger->head = next;
    *seq = next.seq;
    return QUANZE_OK;
}
