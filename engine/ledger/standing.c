/* standing.c - where each task stands. A new task and the first decision on it follow each other: they are written together,
 * and need not ask what came before. All else is counted anew by the view, for that task alone. */
#include <ledger/standing.h>

#include <ledger/statement.h>

static quanze_status count_anew(struct ledger *ledger, int64_t task, struct quanze_error *error) {
    const struct cell cell = cell_integer(task);
    return statement_run(ledger, STATEMENT_STAND_ANEW, &cell, 1, error);
}

quanze_status standing_settle(struct ledger *ledger, struct quanze_error *error) {
    struct standing_fresh *fresh = &ledger->fresh;
    if (fresh->task == 0) return QUANZE_OK;
    const struct str text = buf_str(&fresh->text), id = {text.at, fresh->id_length};
    const struct str issuer = {text.at + fresh->id_length, text.length - fresh->id_length};
    const bool is_due = fresh->papers_due != DAY_NONE;
    const struct cell cells[] = {cell_integer(fresh->task),
                                 cell_text(id),
                                 cell_text_or_null(issuer),
                                 cell_integer_or_null(fresh->decision, 0),
                                 cell_text(state_at(fresh->decision > 0 ? STATE_SCREENED : STATE_SUBMITTED)->name),
                                 cell_integer_or_null(is_due ? day_of_minute(fresh->papers_due) : DAY_NONE, DAY_NONE),
                                 cell_text_or_null(is_due ? STR("papers_due") : STR(""))};
    fresh->task = 0;
    return statement_run(ledger, STATEMENT_STAND, cells, sizeof cells / sizeof *cells, error);
}

quanze_status standing_add_task(struct ledger *ledger, const struct standing_task *added, struct quanze_error *error) {
    struct standing_fresh *fresh = &ledger->fresh;
    quanze_status status = standing_settle(ledger, error);
    if (status != QUANZE_OK) return status;
    if (added->before > 0) {
        status = count_anew(ledger, added->before, error);
        return status == QUANZE_OK ? count_anew(ledger, added->task, error) : status;
    }
    buf_clear(&fresh->text);
    buf_put(&fresh->text, added->id.bytes);
    if (added->issuer.kind == CELL_TEXT) buf_put(&fresh->text, added->issuer.bytes);
    if (fresh->text.failed) return error_memory(error);
    fresh->task = added->task;
    fresh->decision = 0;
    fresh->papers_due = DAY_NONE;
    fresh->id_length = added->id.bytes.length;
    return QUANZE_OK;
}

quanze_status standing_add_decision(struct ledger *ledger, int64_t task, int64_t decision, int64_t papers_due,
                                    struct quanze_error *error) {
    struct standing_fresh *fresh = &ledger->fresh;
    if (task != fresh->task) {
        quanze_status status = standing_settle(ledger, error);
        return status == QUANZE_OK ? count_anew(ledger, task, error) : status;
    }
    fresh->decision = decision;
    fresh->papers_due = papers_due;
    return QUANZE_OK;
}

quanze_status standing_add_move(struct ledger *ledger, int64_t task, struct quanze_error *error) {
    quanze_status status = standing_settle(ledger, error);
    return status == QUANZE_OK ? count_anew(ledger, task, error) : status;
}
