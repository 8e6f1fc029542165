/* standing.c - where each task stands. A new task and the first decision on it follow each other: they are written together,
 * and need not ask what came before. All else is counted anew by the view, for that task alone. */
#include <ledger/standing.h>

#include <ledger/feed.h>
#include <ledger/statement.h>

static quanze_status count_anew(struct ledger *ledger, int64_t task, struct quanze_error *error) {
    const struct cell cell = cell_integer(task);
    return statement_run(ledger, STATEMENT_STAND_ANEW, &cell, 1, error);
}

/* Cells of a row that waits, as STATEMENT_STAND takes them. */
enum { TASK, ID, ISSUER, DECISION, STATE, DUE_ON, DUE_WHY, DUE_AT, ITEM, CELLS };

quanze_status standing_add_task(struct ledger *ledger, const struct standing_task *added, struct quanze_error *error) {
    const struct cell none = {CELL_NULL, 0, {0}};
    const struct cell cells[CELLS] = {cell_integer(added->task),
                                      added->id,
                                      added->issuer,
                                      none,
                                      cell_text(state_at(STATE_SUBMITTED)->name),
                                      none,
                                      none,
                                      added->due_at,
                                      added->item};
    if (added->before == 0) return feed_add(ledger, FEED_STANDING, cells, CELLS, error);
    quanze_status status = count_anew(ledger, added->before, error);
    return status == QUANZE_OK ? count_anew(ledger, added->task, error) : status;
}

/* The item that was judged by stands for the one that the task claims. */
static bool take_item(struct feed *feed, struct str item, struct cell *out) {
    if (item.length == 0 || (out->kind == CELL_TEXT && str_equal(out->bytes, item))) return true;
    *out = cell_text(arena_copy(&feed->arena, item));
    return out->bytes.at != NULL;
}

quanze_status standing_add_decision(struct ledger *ledger, int64_t task, int64_t seq, const struct ledger_decision *decision,
                                    struct quanze_error *error) {
    const int64_t papers_due = decision->papers_due;
    struct cell *waiting = feed_last(ledger->feed, FEED_STANDING);
    if (!waiting || waiting[TASK].number != task) return count_anew(ledger, task, error);
    waiting[DECISION] = cell_integer(seq);
    waiting[STATE] = cell_text(state_at(STATE_SCREENED)->name);
    waiting[DUE_ON] = cell_integer_or_null(papers_due == DAY_NONE ? DAY_NONE : day_of_minute(papers_due), DAY_NONE);
    waiting[DUE_WHY] = cell_text_or_null(papers_due == DAY_NONE ? STR("") : STR("papers_due"));
    return take_item(ledger->feed, decision->item, &waiting[ITEM]) ? QUANZE_OK : error_memory(error);
}

quanze_status standing_add_move(struct ledger *ledger, int64_t task, struct quanze_error *error) {
    return count_anew(ledger, task, error);
}
