#include <ledger/decided.h>

#include <base/alloc.h>
#include <ledger/statement.h>

/* tasks_by_topic begins with the day shifted by this. */
#define BUCKET_SHIFT 5

/* The minute that was looked up last: decisions of one run follow each other. */
struct minute {
    int64_t at, first, last; /* the minute; the first row of it, and the last that is known to be */
};

/* Makes it the minute of a row. Rows tell where it begins, since clocks may go back. */
static quanze_status find_minute(struct ledger *ledger, int64_t row, int64_t at, struct minute *minute,
                                 struct quanze_error *error) {
    const bool follows = minute->at == at && row > minute->last;
    const struct cell cells[] = {cell_integer(follows ? minute->last : 0), cell_integer(row), cell_integer(at)};
    sqlite3_stmt *statement;
    bool found = false;
    quanze_status status = statement_ask(ledger, STATEMENT_OTHER_MINUTE, cells, 3, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &found, error);
    if (status != QUANZE_OK) return status;
    const int64_t other = sqlite3_column_int64(statement, 0); /* 0: there is none */
    if (other > 0 || !follows) minute->first = other + 1;
    minute->at = at;
    minute->last = row;
    (void)sqlite3_reset(statement);
    return QUANZE_OK;
}

/* Columns of STATEMENT_DECIDED, in its order. */
enum { SEQ, ID, FACTS, DECISION, AT, AS_OF, VERDICT, ITEM };

static quanze_status take_row(struct ledger *ledger, sqlite3_stmt *statement, struct minute *minute, ledger_each_decided *each,
                              void *payload, struct quanze_error *error) {
    const int64_t decision = sqlite3_column_int64(statement, DECISION);
    const quanze_status status = find_minute(ledger, decision, sqlite3_column_int64(statement, AT), minute, error);
    if (status != QUANZE_OK) return status;
    const struct ledger_decided decided = {.decision = decision,
                                           .began = minute->first,
                                           .task = sqlite3_column_int64(statement, SEQ),
                                           .as_of = (int32_t)sqlite3_column_int64(statement, AS_OF),
                                           .id = statement_cell(statement, ID).bytes,
                                           .facts = statement_cell(statement, FACTS).bytes,
                                           .verdict = statement_cell(statement, VERDICT).bytes,
                                           .item = statement_cell(statement, ITEM).bytes};
    return each(payload, &decided, error);
}

quanze_status ledger_list_decided(struct ledger *ledger, struct validity days, struct ledger_rows rows,
                                  ledger_each_decided *each, void *payload, size_t *undecided, struct quanze_error *error) {
    const struct cell cells[] = {cell_integer(days.from >> BUCKET_SHIFT),
                                 cell_integer(days.to >> BUCKET_SHIFT),
                                 cell_integer(days.from),
                                 cell_integer(days.to),
                                 cell_integer(rows.from),
                                 cell_integer(rows.to)};
    struct minute minute = {0};
    sqlite3_stmt *statement;
    bool row = true;
    *undecided = 0;
    quanze_status status = statement_ask(ledger, STATEMENT_DECIDED, cells, 6, &statement, error);
    while (status == QUANZE_OK && row) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        if (sqlite3_column_int64(statement, DECISION) == 0)
            (*undecided)++;
        else
            status = take_row(ledger, statement, &minute, each, payload, error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}

struct seqs {
    int64_t *at;
    size_t count, capacity;
};

static quanze_status read_rows(struct ledger *ledger, struct validity days, struct seqs *out, struct quanze_error *error) {
    const struct cell cells[] = {cell_integer(days.from >> BUCKET_SHIFT), cell_integer(days.to >> BUCKET_SHIFT),
                                 cell_integer(days.from), cell_integer(days.to)};
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(ledger, STATEMENT_MONTH_ROWS, cells, 4, &statement, error);
    while (status == QUANZE_OK && row) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        int64_t *grown = alloc_grow(out->at, &out->capacity, out->count + 1, sizeof *grown);
        if (!grown) return error_memory(error);
        out->at = grown;
        out->at[out->count++] = sqlite3_column_int64(statement, 0);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}

quanze_status ledger_part_month(struct ledger *ledger, struct validity days, struct ledger_rows *parts, size_t count,
                                struct quanze_error *error) {
    struct seqs seqs = {0};
    const quanze_status status = read_rows(ledger, days, &seqs, error);
    for (size_t i = 0; i < count; i++) {
        const size_t from = seqs.count * i / count, to = seqs.count * (i + 1) / count;
        parts[i] = from < to ? (struct ledger_rows){seqs.at[from], seqs.at[to - 1]} : (struct ledger_rows){1, 0};
    }
    alloc_free(seqs.at);
    return status;
}

static bool take_finding(sqlite3_stmt *statement, struct arena *arena, struct ledger_finding *out) {
    out->rule = arena_copy(arena, statement_text(statement, "rule"));
    out->status = arena_copy(arena, statement_text(statement, "status"));
    out->level = arena_copy(arena, statement_text(statement, "level"));
    return out->rule.at && out->status.at && out->level.at;
}

static quanze_status read_record(struct ledger *ledger, int64_t decision, struct arena *arena, struct str *out,
                                 struct quanze_error *error) {
    const struct cell cells[] = {cell_integer(decision)};
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_ask(ledger, STATEMENT_RECORD, cells, 1, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    *out = arena_copy(arena, statement_text(statement, "record"));
    (void)sqlite3_reset(statement);
    return out->at ? QUANZE_OK : error_memory(error);
}

quanze_status ledger_read_told(struct ledger *ledger, int64_t decision, struct arena *arena, struct ledger_told *out,
                               struct quanze_error *error) {
    const struct cell cells[] = {cell_integer(decision)};
    sqlite3_stmt *statement;
    bool row = true;
    *out = (struct ledger_told){.findings = arena_take_array(arena, QUANZE_MAX_RULES, sizeof *out->findings)};
    if (!out->findings) return error_memory(error);
    quanze_status status = statement_ask(ledger, STATEMENT_STORY_FINDINGS, cells, 1, &statement, error);
    while (status == QUANZE_OK && row && out->finding_count < QUANZE_MAX_RULES) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        if (!take_finding(statement, arena, &out->findings[out->finding_count++])) status = error_memory(error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status == QUANZE_OK ? read_record(ledger, decision, arena, &out->record, error) : status;
}

void ledger_past_before(struct ledger *ledger, int64_t row) { ledger->past_before = row; }
