/* decision_row.c - decisions with their findings, and by what they were made. */
#include <ledger/feed.h>
#include <ledger/standing.h>
#include <ledger/statement.h>

#define VERSIONS_CELLS 5
#define DECISION_CELLS 7 /* the fingerprint of the versions, then the columns */
#define FINDING_CELLS 7

static void versions_cells(const struct ledger_versions *versions, struct cell out[VERSIONS_CELLS]) {
    out[0] = cell_text(versions->engine);
    out[1] = cell_text(versions->list);
    out[2] = cell_text(versions->rules);
    out[3] = cell_text_or_null(versions->calendar);
    out[4] = cell_text_or_null(versions->thesaurus);
}

void ledger_versions_finish(struct ledger_versions *versions) {
    struct cell cells[VERSIONS_CELLS];
    struct fingerprint_state state;
    versions_cells(versions, cells);
    fingerprint_start(&state);
    cell_add_row(&state, TABLE_VERSIONS, cells, cell_count_filled(cells, VERSIONS_CELLS));
    fingerprint_end(&state, &versions->content);
}

static void decision_cells(const struct ledger_decision *decision, struct cell out[DECISION_CELLS]) {
    out[0] = cell_blob(digest_bytes(&decision->versions->content));
    out[1] = cell_integer(decision->as_of);
    out[2] = cell_text(decision->verdict);
    out[3] = cell_integer_or_null(decision->papers_due, DAY_NONE);
    out[4] = cell_text_or_null(decision->item);
    out[5] = cell_text_or_null(decision->item_kind);
    out[6] = cell_text(decision->record);
}

static void finding_cells(const struct ledger_finding *finding, struct cell out[FINDING_CELLS]) {
    out[0] = cell_text(finding->rule);
    out[1] = cell_text(finding->family);
    out[2] = cell_text(finding->status);
    out[3] = cell_text(finding->level);
    out[4] = cell_text_or_null(finding->ground);
    out[5] = cell_text_or_null(finding->basis);
    out[6] = cell_text_or_null(finding->message);
}

void ledger_decision_finish(struct ledger_decision *decision) {
    struct cell cells[DECISION_CELLS];
    struct fingerprint_state state;
    decision_cells(decision, cells);
    fingerprint_start(&state);
    cell_add_row(&state, TABLE_DECISION, cells, DECISION_CELLS);
    for (size_t i = 0; i < decision->finding_count; i++) {
        finding_cells(&decision->findings[i], cells);
        cell_add_row(&state, TABLE_FINDING, cells, FINDING_CELLS);
    }
    fingerprint_end(&state, &decision->content);
}

static quanze_status find_or_add(struct ledger *ledger, const struct ledger_versions *versions, int64_t now, int64_t *seq,
                                 struct quanze_error *error) {
    struct cell cells[1 + VERSIONS_CELLS];
    sqlite3_stmt *statement;
    bool row = false;
    versions_cells(versions, cells + 1);
    quanze_status status = statement_ask(ledger, STATEMENT_FIND_VERSIONS, cells + 1, VERSIONS_CELLS, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    if (row) *seq = statement_integer(statement, "seq", 0);
    (void)sqlite3_reset(statement);
    if (row) return QUANZE_OK;
    struct journal_row journal = {TABLE_VERSIONS, now, 0, versions->content};
    status = journal_append(ledger, &journal, seq, error);
    cells[0] = cell_integer(*seq);
    return status == QUANZE_OK ? statement_run(ledger, STATEMENT_ADD_VERSIONS, cells, 1 + VERSIONS_CELLS, error) : status;
}

/* All decisions of a run have the same versions: they are looked up once a transaction. */
static quanze_status add_versions(struct ledger *ledger, const struct ledger_versions *versions, int64_t now,
                                  struct quanze_error *error) {
    int64_t row = 0;
    if (ledger->versions_row > 0 && memcmp(&ledger->versions, &versions->content, sizeof ledger->versions) == 0)
        return QUANZE_OK;
    quanze_status status = find_or_add(ledger, versions, now, &row, error);
    if (status != QUANZE_OK) return status;
    ledger->versions = versions->content;
    ledger->versions_row = row;
    return QUANZE_OK;
}

/* Whether the latest decision on the task is this one. */
static quanze_status find_same(struct ledger *ledger, int64_t task, const struct digest *content, struct ledger_added *out,
                               struct quanze_error *error) {
    struct cell cell = cell_integer(task);
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_ask(ledger, STATEMENT_FIND_DECISION, &cell, 1, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    if (row && str_equal(statement_text(statement, "content"), digest_bytes(content)))
        *out = (struct ledger_added){.seq = statement_integer(statement, "seq", 0), .is_duplicate = true};
    (void)sqlite3_reset(statement);
    return QUANZE_OK;
}

static quanze_status write_findings(struct ledger *ledger, const struct ledger_decision *decision, int64_t seq,
                                    struct quanze_error *error) {
    struct cell cells[2 + FINDING_CELLS] = {cell_integer(seq)};
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < decision->finding_count && status == QUANZE_OK; i++) {
        cells[1] = cell_integer((int64_t)i);
        finding_cells(&decision->findings[i], cells + 2);
        status = feed_add(ledger, FEED_FINDINGS, cells, 2 + FINDING_CELLS, error);
    }
    return status;
}

static quanze_status write_rows(struct ledger *ledger, int64_t task, const struct ledger_decision *decision, int64_t seq,
                                struct quanze_error *error) {
    struct cell cells[2 + DECISION_CELLS];
    decision_cells(decision, cells + 2);
    cells[0] = cell_integer(seq);
    cells[1] = cell_integer(task);
    cells[2] = cell_integer(ledger->versions_row); /* in the table a row's number stands for its fingerprint */
    quanze_status status = feed_add(ledger, FEED_DECISIONS, cells, 2 + DECISION_CELLS, error);
    return status == QUANZE_OK ? write_findings(ledger, decision, seq, error) : status;
}

quanze_status ledger_add_decision(struct ledger *ledger, const struct ledger_added *task,
                                  const struct ledger_decision *decision, int64_t now, struct ledger_added *out,
                                  struct quanze_error *error) {
    struct ledger_added added = {0};
    quanze_status status = QUANZE_OK;
    if (task->is_duplicate) status = find_same(ledger, task->seq, &decision->content, &added, error);
    if (status == QUANZE_OK && !added.is_duplicate) {
        struct journal_row row = {TABLE_DECISION, now, task->seq, decision->content};
        status = add_versions(ledger, decision->versions, now, error);
        if (status == QUANZE_OK) status = journal_append(ledger, &row, &added.seq, error);
        if (status == QUANZE_OK) status = write_rows(ledger, task->seq, decision, added.seq, error);
        if (status == QUANZE_OK) status = standing_add_decision(ledger, task->seq, added.seq, decision, error);
    }
    if (status == QUANZE_OK) *out = added;
    return status;
}
