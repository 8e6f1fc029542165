#include <http/deed/screening.h>

/* The office that a caller is bound to; NULL: none. */
static const char *bound_office(const struct call *call) {
    return call->caller.role == ROLE_DEPARTMENT || call->caller.role == ROLE_TOWNSHIP ? call->caller.office : NULL;
}

quanze_status screening_run(struct call *call, struct screening *screening, struct quanze_error *error) {
    char now[20], today[20];
    struct quanze_screener *screener = NULL;
    const struct quanze *engine = call_engine(call);
    app_now(call->app, now);
    app_today(call->app, today);
    screening->problems.language = call->language;
    quanze_status status = library_take_screener(call->app->library, call->edition, &screener, error);
    const bool record = screening->record && !call->was_done;
    if (status == QUANZE_OK && record && !call->ledger) {
        status = ledgers_take(call->app->ledgers, true, &call->ledger, error);
        call->ledger_writes = true;
    }
    const struct quanze_screen_request request = {.inputs = screening->inputs,
                                                  .input_count = screening->input_count,
                                                  .as_of = screening->as_of,
                                                  .today = today,
                                                  .now = now,
                                                  .fix = screening->fix,
                                                  .no_match = screening->declared,
                                                  .words = screening->words,
                                                  .correct = screening->correct,
                                                  .language = call->language,
                                                  .format = screening->format,
                                                  .sink = screening->sink,
                                                  .reporter = problems_reporter(&screening->problems),
                                                  .record = record ? call->ledger : NULL,
                                                  .office = record ? bound_office(call) : NULL,
                                                  .history_inputs = screening->history,
                                                  .history_input_count = screening->history_count,
                                                  .past =
                                                      screening->history_count > 0 && !record ? NULL : call->app->ledger_path,
                                                  .opinion = screening->opinion,
                                                  .bundle = screening->bundle,
                                                  .folder = call->app->options.data,
                                                  .screener = screener};
    if (status == QUANZE_OK) status = quanze_screen(engine, &request, &screening->summary, error);
    if (screener) library_give_screener(call->app->library, call->edition, screener);
    if (status == QUANZE_OK && record) atomic_fetch_add(&call->app->metrics.recorded, screening->summary.recorded);
    call->ledger_failed = status != QUANZE_OK;
    return status;
}
