#include <ledger/statement.h>
#include <ledger/verify_span.h>

#define MOST_CELLS 20

/* A table being read beside the journal; parts belong to the row whose number is `seq`. */
struct stream {
    char table;
    enum statement all;
    sqlite3_stmt *statement;
    bool has_row;
    int64_t seq;
};

enum {
    STREAM_TASKS,
    STREAM_VERSIONS,
    STREAM_DECISIONS,
    STREAM_MOVES,
    STREAM_WAIVERS,
    STREAM_COMPLAINTS,
    STREAM_SEALS,
    STREAM_ANSWERS,
    STREAM_CORRECTIONS,
    STREAM_STEPS,
    STREAM_TOWNSHIPS, /* from here on parts */
    STREAM_FORMS,
    STREAM_FINDINGS,
    STREAM_COUNT
};

struct verifier {
    struct ledger *ledger;
    const struct verify_span *span;
    struct stream streams[STREAM_COUNT];
    struct str known_head;
    int64_t latest_at;
    int64_t versions_row; /* by what the last decision was made, and its fingerprint */
    struct digest versions;
    struct verify_found *found;
    struct ledger_verified *result; /* of what was found */
    struct quanze_error *error;
};

/* A row of the journal as it is being looked at. */
struct entry {
    struct journal_row row;
    int64_t seq;
    struct digest hash;
};

static void tell(struct verifier *verifier, int64_t seq, enum ledger_fault fault) {
    if (verifier->result->broken++ < VERIFY_MOST_FAULTS)
        verifier->found->faults[verifier->result->broken - 1] = (struct verify_fault){seq, fault};
}

static quanze_status advance(struct verifier *verifier, struct stream *stream) {
    quanze_status status = statement_step(verifier->ledger, stream->statement, &stream->has_row, verifier->error);
    stream->seq = status == QUANZE_OK && stream->has_row ? sqlite3_column_int64(stream->statement, 0) : INT64_MAX;
    return status;
}

static quanze_status start(struct verifier *verifier) {
    static const struct stream STREAMS[STREAM_COUNT] = {
        [STREAM_TASKS] = {.table = TABLE_TASK, .all = STATEMENT_ALL_TASKS},
        [STREAM_VERSIONS] = {.table = TABLE_VERSIONS, .all = STATEMENT_ALL_VERSIONS},
        [STREAM_DECISIONS] = {.table = TABLE_DECISION, .all = STATEMENT_ALL_DECISIONS},
        [STREAM_MOVES] = {.table = TABLE_MOVE, .all = STATEMENT_ALL_MOVES},
        [STREAM_WAIVERS] = {.table = TABLE_WAIVER, .all = STATEMENT_ALL_WAIVERS},
        [STREAM_COMPLAINTS] = {.table = TABLE_COMPLAINT, .all = STATEMENT_ALL_COMPLAINTS},
        [STREAM_SEALS] = {.table = TABLE_SEAL, .all = STATEMENT_ALL_SEALS},
        [STREAM_ANSWERS] = {.table = TABLE_ANSWER, .all = STATEMENT_ALL_ANSWERS},
        [STREAM_CORRECTIONS] = {.table = TABLE_CORRECTION, .all = STATEMENT_ALL_CORRECTIONS},
        [STREAM_STEPS] = {.table = TABLE_STEP, .all = STATEMENT_ALL_STEPS},
        [STREAM_TOWNSHIPS] = {.table = TABLE_TOWNSHIP, .all = STATEMENT_ALL_TOWNSHIPS},
        [STREAM_FORMS] = {.table = TABLE_FORM, .all = STATEMENT_ALL_FORMS},
        [STREAM_FINDINGS] = {.table = TABLE_FINDING, .all = STATEMENT_ALL_FINDINGS},
    };
    const struct cell bounds[] = {cell_integer(verifier->span->from), cell_integer(verifier->span->upto)};
    memcpy(verifier->streams, STREAMS, sizeof STREAMS);
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < STREAM_COUNT && status == QUANZE_OK; i++) {
        struct stream *stream = &verifier->streams[i];
        status = statement_ask(verifier->ledger, stream->all, bounds, 2, &stream->statement, verifier->error);
        if (status == QUANZE_OK) status = advance(verifier, stream);
    }
    return status;
}

static bool copy_bytes(struct str from, void *to, size_t size) {
    if (from.length == size) memcpy(to, from.at, size);
    return from.length == size;
}

/* In the table the row of a decision's versions stands for their fingerprint. */
static quanze_status find_versions(struct verifier *verifier, struct cell *cell) {
    sqlite3_stmt *statement;
    bool row = false;
    if (cell->number != verifier->versions_row) {
        quanze_status status = statement_ask(verifier->ledger, STATEMENT_ROW_OF, cell, 1, &statement, verifier->error);
        if (status == QUANZE_OK) status = statement_step(verifier->ledger, statement, &row, verifier->error);
        if (status != QUANZE_OK) return status;
        verifier->versions_row = cell->number;
        verifier->versions = (struct digest){{0}};
        if (row) (void)copy_bytes(statement_text(statement, "content"), &verifier->versions, sizeof verifier->versions);
        (void)sqlite3_reset(statement);
    }
    *cell = cell_blob(digest_bytes(&verifier->versions));
    return QUANZE_OK;
}

/* Adds the row that a stream stands at; its first two columns are numbers and none of its cells. */
static quanze_status add_row(struct verifier *verifier, struct fingerprint_state *state, const struct stream *stream) {
    struct cell cells[MOST_CELLS];
    quanze_status status = QUANZE_OK;
    int count = sqlite3_column_count(stream->statement) - 2;
    for (int i = 0; i < count; i++) cells[i] = statement_cell(stream->statement, 2 + i);
    if (stream->table == TABLE_DECISION) status = find_versions(verifier, &cells[0]);
    cell_add_row(state, stream->table, cells, table_covers(stream->table, cells, (size_t)count));
    return status;
}

/* Adds the parts of row `seq`; what stands before it belongs to nothing. */
static quanze_status add_parts(struct verifier *verifier, struct fingerprint_state *state, struct stream *stream, int64_t seq) {
    quanze_status status = QUANZE_OK;
    while (status == QUANZE_OK && stream->has_row && stream->seq <= seq) {
        if (stream->seq < seq)
            tell(verifier, stream->seq, FAULT_FOREIGN);
        else
            status = add_row(verifier, state, stream);
        if (status == QUANZE_OK) status = advance(verifier, stream);
    }
    return status;
}

static quanze_status add_all_parts(struct verifier *verifier, struct fingerprint_state *state, char table, int64_t seq) {
    quanze_status status = QUANZE_OK;
    if (table == TABLE_DECISION) return add_parts(verifier, state, &verifier->streams[STREAM_FINDINGS], seq);
    if (table != TABLE_TASK) return QUANZE_OK;
    status = add_parts(verifier, state, &verifier->streams[STREAM_TOWNSHIPS], seq);
    return status == QUANZE_OK ? add_parts(verifier, state, &verifier->streams[STREAM_FORMS], seq) : status;
}

/* Whether the sealed row has that hash in this chain. */
static quanze_status check_seal(struct verifier *verifier, const struct stream *stream) {
    struct ledger_seal seal;
    bool holds = seal_take(stream->statement, &seal) && seal_is_signed(&seal), row = false;
    struct cell cell = cell_integer(seal.rows);
    sqlite3_stmt *statement;
    verifier->result->seals++;
    quanze_status status = statement_ask(verifier->ledger, STATEMENT_ROW_OF, &cell, 1, &statement, verifier->error);
    if (status == QUANZE_OK) status = statement_step(verifier->ledger, statement, &row, verifier->error);
    if (status != QUANZE_OK) return status;
    holds = holds && row && str_equal(statement_text(statement, "hash"), digest_bytes(&seal.head));
    (void)sqlite3_reset(statement);
    if (!holds) tell(verifier, stream->seq, FAULT_SIGNATURE);
    return QUANZE_OK;
}

static struct stream *stream_of(struct verifier *verifier, char table) {
    for (size_t i = 0; i < STREAM_TOWNSHIPS; i++)
        if (verifier->streams[i].table == table) return &verifier->streams[i];
    return NULL;
}

/* Compares the row's own table with what the journal says of it. */
static quanze_status compare(struct verifier *verifier, struct stream *stream, const struct entry *entry) {
    struct fingerprint_state state;
    struct digest content;
    fingerprint_start(&state);
    quanze_status status = add_row(verifier, &state, stream);
    if (status == QUANZE_OK) status = add_all_parts(verifier, &state, stream->table, entry->seq);
    if (status != QUANZE_OK) return status;
    fingerprint_end(&state, &content);
    if (memcmp(&content, &entry->row.content, sizeof content) != 0)
        tell(verifier, entry->seq, FAULT_CHANGED);
    else if (sqlite3_column_int64(stream->statement, 1) != entry->row.about)
        tell(verifier, entry->seq, FAULT_ABOUT);
    else if (stream->table == TABLE_SEAL)
        status = check_seal(verifier, stream);
    return status == QUANZE_OK ? advance(verifier, stream) : status;
}

static quanze_status look_at_content(struct verifier *verifier, const struct entry *entry) {
    struct stream *stream = stream_of(verifier, entry->row.kind);
    quanze_status status = QUANZE_OK;
    while (stream && status == QUANZE_OK && stream->has_row && stream->seq < entry->seq) {
        tell(verifier, stream->seq, FAULT_FOREIGN);
        status = advance(verifier, stream);
    }
    if (status != QUANZE_OK) return status;
    if (stream && stream->has_row && stream->seq == entry->seq) return compare(verifier, stream, entry);
    tell(verifier, entry->seq, FAULT_MISSING);
    return QUANZE_OK;
}

static void take_entry(sqlite3_stmt *statement, struct entry *out) {
    *out = (struct entry){.seq = sqlite3_column_int64(statement, 0)};
    out->row.kind = journal_kind_letter(statement_cell(statement, 1).bytes);
    out->row.at = sqlite3_column_int64(statement, 2);
    out->row.about = sqlite3_column_int64(statement, 3);
    (void)copy_bytes(statement_cell(statement, 4).bytes, &out->row.content, sizeof out->row.content);
    (void)copy_bytes(statement_cell(statement, 5).bytes, &out->hash, sizeof out->hash);
}

static void look_at_chain(struct verifier *verifier, const struct entry *entry) {
    struct digest hash;
    bool follows = entry->seq == verifier->result->rows + 1;
    for (int64_t seq = verifier->result->rows + 1; seq < entry->seq && verifier->result->broken < VERIFY_MOST_FAULTS; seq++)
        tell(verifier, seq, FAULT_MISSING);
    journal_hash(&verifier->result->head, entry->seq, &entry->row, &hash);
    if (follows && memcmp(&hash, &entry->hash, sizeof hash) != 0) tell(verifier, entry->seq, FAULT_CHAIN);
    if (entry->row.kind != TABLE_COMPLAINT) {
        if (entry->row.at < verifier->latest_at) verifier->result->clock_jumps++;
        verifier->latest_at = entry->row.at;
    }
    if (verifier->known_head.length > 0 && ledger_names_head(verifier->known_head, &entry->hash))
        verifier->found->has_head = true;
    verifier->result->head = entry->hash;
    verifier->result->rows = entry->seq;
}

static quanze_status walk(struct verifier *verifier) {
    const struct cell bounds[] = {cell_integer(verifier->span->from), cell_integer(verifier->span->upto)};
    sqlite3_stmt *journal;
    bool row = true;
    quanze_status status = statement_ask(verifier->ledger, STATEMENT_ALL_JOURNAL, bounds, 2, &journal, verifier->error);
    while (status == QUANZE_OK) {
        struct entry entry;
        status = statement_step(verifier->ledger, journal, &row, verifier->error);
        if (status != QUANZE_OK || !row) break;
        take_entry(journal, &entry);
        look_at_chain(verifier, &entry);
        status = look_at_content(verifier, &entry);
    }
    return status;
}

/* What the journal never came to. */
static quanze_status look_at_rest(struct verifier *verifier) {
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < STREAM_COUNT; i++)
        while (status == QUANZE_OK && verifier->streams[i].has_row) {
            tell(verifier, verifier->streams[i].seq, FAULT_FOREIGN);
            status = advance(verifier, &verifier->streams[i]);
        }
    return status;
}

static void finish(struct verifier *verifier) {
    for (size_t i = 0; i < STREAM_COUNT; i++)
        if (verifier->streams[i].statement) (void)sqlite3_reset(verifier->streams[i].statement);
    if (verifier->ledger->statements[STATEMENT_ALL_JOURNAL])
        (void)sqlite3_reset(verifier->ledger->statements[STATEMENT_ALL_JOURNAL]);
}

quanze_status verify_span(struct ledger *ledger, const struct verify_span *span, struct str known_head,
                          struct verify_found *out, struct quanze_error *error) {
    struct verifier verifier = {.ledger = ledger,
                                .span = span,
                                .known_head = known_head,
                                .latest_at = span->latest_at,
                                .found = out,
                                .result = &out->result,
                                .error = error};
    out->has_head = false;
    out->result = (struct ledger_verified){.rows = span->rows, .head = span->before};
    quanze_status status = start(&verifier);
    if (status == QUANZE_OK) status = walk(&verifier);
    if (status == QUANZE_OK) status = look_at_rest(&verifier);
    finish(&verifier);
    out->is_unreadable = status == QUANZE_BAD_DATA;
    if (out->is_unreadable) tell(&verifier, out->result.rows + 1, FAULT_UNREADABLE);
    return out->is_unreadable ? QUANZE_OK : status;
}
