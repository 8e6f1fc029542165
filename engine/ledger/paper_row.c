/* paper_row.c - what stands for itself: waivers, complaints and their answers. */
#include <base/person.h>
#include <ledger/statement.h>

#define SHOWN(text) (int)(text).length, (text).at
void plain_row_fingerprint(const struct plain_row *paper, struct digest *out) {
    struct fingerprint_state state;
    fingerprint_start(&state);
    cell_add_row(&state, paper->table, paper->cells, table_covers(paper->table, paper->cells, paper->count));
    fingerprint_end(&state, out);
}

quanze_status plain_row_add(struct ledger *ledger, const struct plain_row *paper, int64_t now, int64_t *seq,
                            struct quanze_error *error) {
    struct cell cells[2 + PLAIN_CELLS];
    struct journal_row row = {paper->table, now, paper->about, {{0}}};
    size_t count = 0;
    plain_row_fingerprint(paper, &row.content);
    quanze_status status = journal_append(ledger, &row, seq, error);
    if (status != QUANZE_OK) return status;
    cells[count++] = cell_integer(*seq);
    if (paper->about > 0) cells[count++] = cell_integer(paper->about);
    memcpy(cells + count, paper->cells, paper->count * sizeof *paper->cells);
    return statement_run(ledger, paper->add, cells, count + paper->count, error);
}

static quanze_status find_waiver(struct ledger *ledger, const struct plain_row *paper, struct ledger_added *out,
                                 struct quanze_error *error) {
    struct digest content;
    plain_row_fingerprint(paper, &content);
    const struct cell cells[] = {paper->cells[0], cell_blob(digest_bytes(&content))};
    sqlite3_stmt *statement;
    quanze_status status = statement_ask(ledger, STATEMENT_FIND_WAIVER, cells, 2, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &out->is_duplicate, error);
    if (status == QUANZE_OK && out->is_duplicate) out->seq = statement_integer(statement, "seq", 0);
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}

quanze_status ledger_add_waiver(struct ledger *ledger, const struct ledger_waiver *waiver, int64_t now,
                                struct ledger_added *out, struct quanze_error *error) {
    bool two = false;
    if (!person_are_two(waiver->requested_by, waiver->approved_by, &two)) return error_memory(error);
    if (!two)
        return error_set(error, QUANZE_BAD_DATA, "豁免“%.*s”要由一人申请、另一人批准",
                         "the waiver \"%.*s\" needs one person who asks and another who approves", SHOWN(waiver->id));
    const struct plain_row paper = {TABLE_WAIVER,
                                    STATEMENT_ADD_WAIVER,
                                    {cell_text(waiver->id), cell_text(waiver->rule), cell_text_or_null(waiver->department),
                                     cell_text(waiver->reason), cell_text(waiver->requested_by), cell_text(waiver->approved_by),
                                     cell_integer_or_null(waiver->validity.from, DAY_NONE),
                                     cell_integer_or_null(waiver->validity.to, DAY_NONE)},
                                    8,
                                    0};
    struct ledger_added added = {0};
    quanze_status status = find_waiver(ledger, &paper, &added, error);
    if (status == QUANZE_OK && !added.is_duplicate) status = plain_row_add(ledger, &paper, now, &added.seq, error);
    if (status == QUANZE_OK) *out = added;
    return status;
}

/* The number of the complaint that a row belongs to, and how often it was said. */
static quanze_status find_said(struct ledger *ledger, struct ledger_added *added, struct quanze_error *error) {
    const struct cell seq = cell_integer(added->seq);
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_ask(ledger, STATEMENT_SAID_COMPLAINT, &seq, 1, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    added->number = row ? statement_integer(statement, "number", 0) : 0;
    added->times = row ? statement_integer(statement, "times", 1) : 1;
    (void)sqlite3_reset(statement);
    return QUANZE_OK;
}

quanze_status ledger_add_complaint(struct ledger *ledger, const struct ledger_complaint *complaint, int32_t day,
                                   struct ledger_added *out, struct quanze_error *error) {
    const struct plain_row paper = {
        TABLE_COMPLAINT,
        STATEMENT_ADD_COMPLAINT,
        {cell_text_or_null(complaint->department), cell_text_or_null(complaint->ground), cell_text(complaint->words)},
        3,
        0};
    struct ledger_added added = {0};
    quanze_status status = plain_row_add(ledger, &paper, (int64_t)day * DAY_MINUTES, &added.seq, error);
    if (status == QUANZE_OK) status = find_said(ledger, &added, error);
    if (status == QUANZE_OK) *out = added;
    return status;
}

static quanze_status ask_number(struct ledger *ledger, enum statement which, int64_t about, int64_t *out,
                                struct quanze_error *error) {
    struct cell cell = cell_integer(about);
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_ask(ledger, which, &cell, 1, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    *out = row ? statement_integer(statement, "found", 0) : 0;
    (void)sqlite3_reset(statement);
    return QUANZE_OK;
}

quanze_status plain_row_nth(struct ledger *ledger, enum statement which, int64_t number, int64_t *seq,
                            struct quanze_error *error) {
    *seq = 0;
    return number > 0 ? ask_number(ledger, which, number, seq, error) : QUANZE_OK;
}

quanze_status plain_row_number(struct ledger *ledger, enum statement which, int64_t seq, int64_t *number,
                               struct quanze_error *error) {
    return ask_number(ledger, which, seq, number, error);
}

quanze_status ledger_add_answer(struct ledger *ledger, const struct ledger_answer *answer, int64_t now,
                                struct ledger_added *out, struct quanze_error *error) {
    struct plain_row paper = {TABLE_ANSWER,
                              STATEMENT_ADD_ANSWER,
                              {cell_text(answer->office), cell_text(answer->person), cell_text(answer->words)},
                              3,
                              0};
    struct ledger_added added = {.number = answer->complaint};
    quanze_status status = plain_row_nth(ledger, STATEMENT_NTH_COMPLAINT, answer->complaint, &paper.about, error);
    if (status == QUANZE_OK && paper.about == 0)
        status = error_set(error, QUANZE_NO_INPUT, "没有第 %lld 条反映；用 quanze complaint list 查看",
                           "there is no complaint %lld; quanze complaint list shows them", (long long)answer->complaint);
    if (status == QUANZE_OK) status = plain_row_add(ledger, &paper, now, &added.seq, error);
    if (status == QUANZE_OK) *out = added;
    return status;
}
