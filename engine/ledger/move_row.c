/* move_row.c - who moved a task from one state to the next, and why. */
#include <ledger/standing.h>
#include <ledger/statement.h>

#define MOVE_CELLS 13

static struct str role_name(enum office office) {
    switch (office) {
    case OFFICE_DEPARTMENT: return STR("department");
    case OFFICE_GATEKEEPER: return STR("gatekeeper");
    case OFFICE_TOWNSHIP: return STR("township");
    case OFFICE_GOVERNMENT: return STR("government");
    }
    return STR("");
}

static void move_cells(const struct ledger_move *move, struct cell out[MOVE_CELLS]) {
    const struct cell cells[MOVE_CELLS] = {
        cell_text(move->id),
        cell_text(state_at(move->from)->name),
        cell_text(state_at(move->to)->name),
        cell_text(role_name(move->role)),
        cell_text(move->office),
        cell_text(move->person),
        cell_text(move->why),
        cell_text_or_null(move->grounds),
        cell_text_or_null(move->basis),
        cell_text_or_null(move->approved_by),
        cell_integer_or_null(move->due_on, DAY_NONE),
        cell_text_or_null(move->due_why),
        cell_text_or_null(move->letter),
    };
    memcpy(out, cells, sizeof cells);
}

quanze_status ledger_add_move(struct ledger *ledger, const struct ledger_move *move, int64_t now, struct ledger_added *out,
                              struct quanze_error *error) {
    struct cell cells[2 + MOVE_CELLS];
    struct journal_row row = {TABLE_MOVE, now, move->task, {{0}}};
    struct fingerprint_state state;
    struct ledger_added added = {0};
    move_cells(move, cells + 2);
    fingerprint_start(&state);
    cell_add_row(&state, TABLE_MOVE, cells + 2, MOVE_CELLS);
    fingerprint_end(&state, &row.content);
    quanze_status status = journal_append(ledger, &row, &added.seq, error);
    cells[0] = cell_integer(added.seq);
    cells[1] = cell_integer(move->task);
    if (status == QUANZE_OK) status = statement_run(ledger, STATEMENT_ADD_MOVE, cells, 2 + MOVE_CELLS, error);
    if (status == QUANZE_OK) status = standing_add_move(ledger, move->task, error);
    if (status == QUANZE_OK) *out = added;
    return status;
}
