#include <ledger/decided.h>

#include <base/alloc.h>
#include <ledger/statement.h>

/* tasks_by_topic begins with the day shifted by this. */
#define BUCKET_SHIFT 5

/* Rows with which another minute begins, ascending. */
struct minutes {
    int64_t *first;
    size_t count, capacity;
};

static quanze_status read_minutes(struct ledger *ledger, struct minutes *out, struct quanze_error *error) {
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_take(ledger, STATEMENT_MINUTES, &statement, error);
    while (status == QUANZE_OK && row) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        int64_t *grown = alloc_grow(out->first, &out->capacity, out->count + 1, sizeof *grown);
        if (!grown) return error_memory(error);
        out->first = grown;
        out->first[out->count++] = statement_integer(statement, "seq", 0);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}

/* The first row of the minute that a row belongs to. */
static int64_t minute_of(const struct minutes *minutes, int64_t row) {
    size_t low = 0, high = minutes->count;
    while (low < high) { /* the first minute that begins behind the row */
        const size_t middle = low + (high - low) / 2;
        if (minutes->first[middle] <= row)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? minutes->first[low - 1] : row;
}

static struct ledger_decided take_row(sqlite3_stmt *statement, const struct minutes *minutes) {
    const int64_t decision = statement_integer(statement, "decision", 0);
    return (struct ledger_decided){.decision = decision,
                                   .began = minute_of(minutes, decision),
                                   .task = statement_integer(statement, "seq", 0),
                                   .as_of = (int32_t)statement_integer(statement, "as_of", DAY_NONE),
                                   .id = statement_text(statement, "id"),
                                   .facts = statement_text(statement, "facts"),
                                   .verdict = statement_text(statement, "verdict"),
                                   .item = statement_text(statement, "item"),
                                   .record = statement_text(statement, "record")};
}

static quanze_status list_rows(struct ledger *ledger, struct validity days, const struct minutes *minutes,
                               ledger_each_decided *each, void *payload, size_t *undecided, struct quanze_error *error) {
    const struct cell cells[] = {cell_integer(days.from >> BUCKET_SHIFT), cell_integer(days.to >> BUCKET_SHIFT),
                                 cell_integer(days.from), cell_integer(days.to)};
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(ledger, STATEMENT_DECIDED, cells, 4, &statement, error);
    while (status == QUANZE_OK && row) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        const struct ledger_decided decided = take_row(statement, minutes);
        if (decided.decision == 0)
            (*undecided)++;
        else
            status = each(payload, &decided, error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}

quanze_status ledger_list_decided(struct ledger *ledger, struct validity days, ledger_each_decided *each, void *payload,
                                  size_t *undecided, struct quanze_error *error) {
    struct minutes minutes = {0};
    *undecided = 0;
    quanze_status status = read_minutes(ledger, &minutes, error);
    if (status == QUANZE_OK) status = list_rows(ledger, days, &minutes, each, payload, undecided, error);
    alloc_free(minutes.first);
    return status;
}

static bool take_finding(sqlite3_stmt *statement, struct arena *arena, struct ledger_finding *out) {
    out->rule = arena_copy(arena, statement_text(statement, "rule"));
    out->status = arena_copy(arena, statement_text(statement, "status"));
    out->level = arena_copy(arena, statement_text(statement, "level"));
    return out->rule.at && out->status.at && out->level.at;
}

quanze_status ledger_read_findings(struct ledger *ledger, int64_t decision, struct arena *arena, struct ledger_finding **out,
                                   size_t *count, struct quanze_error *error) {
    const struct cell cells[] = {cell_integer(decision)};
    struct ledger_finding *findings = arena_take_array(arena, QUANZE_MAX_RULES, sizeof *findings);
    sqlite3_stmt *statement;
    bool row = true;
    *count = 0;
    if (!findings) return error_memory(error);
    quanze_status status = statement_ask(ledger, STATEMENT_STORY_FINDINGS, cells, 1, &statement, error);
    while (status == QUANZE_OK && row && *count < QUANZE_MAX_RULES) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        findings[*count] = (struct ledger_finding){.rule = STR("")};
        if (!take_finding(statement, arena, &findings[(*count)++])) status = error_memory(error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    *out = findings;
    return status;
}

void ledger_past_before(struct ledger *ledger, int64_t row) {
    if (row == ledger->past_before) return;
    ledger->past_before = row;
    history_memo_forget(ledger); /* it was of another past */
}
