#include <http/deed/screening.h>

#define RESULT_MIB 64 /* some hundred tasks with all that is asked about them; it is kept whole until it is sent */

/* A sink that takes no more than it has room for. */
struct bounded {
    struct quanze_sink to;
    size_t room;
    bool is_full;
};

static bool take(void *payload, const void *bytes, size_t length) {
    struct bounded *bounded = payload;
    bounded->is_full = length > bounded->room;
    if (bounded->is_full) return false;
    bounded->room -= length;
    return bounded->to.write(bounded->to.payload, bytes, length);
}

/* The office that a caller is bound to; NULL: none. */
static const char *bound_office(const struct call *call) {
    return call->caller.role == ROLE_DEPARTMENT || call->caller.role == ROLE_TOWNSHIP ? call->caller.office : NULL;
}

quanze_status screening_run(struct call *call, struct screening *screening, struct quanze_error *error) {
    char now[20], today[20];
    struct quanze_screener *screener = NULL;
    struct bounded bounded = {.to = screening->sink, .room = (size_t)RESULT_MIB * 1024 * 1024};
    const struct quanze *engine = call_engine(call);
    app_now(call->app, now);
    app_today(call->app, today);
    screening->problems.language = call->language;
    screening->problems.of_files = screening->input_count + screening->history_count > 1;
    quanze_status status = library_take_screener(call->app->library, call->edition, &screener, error);
    const bool record = screening->record && !call->was_done;
    const bool asks_ledger = screening->history_count == 0 || record;
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
                                                  .sink = {take, &bounded},
                                                  .reporter = problems_reporter(&screening->problems),
                                                  .record = record ? call->ledger : NULL,
                                                  .office = record ? bound_office(call) : NULL,
                                                  .history_inputs = screening->history,
                                                  .history_input_count = screening->history_count,
                                                  .past = asks_ledger ? call->app->ledger_path : NULL,
                                                  .past_office = asks_ledger ? bound_office(call) : NULL,
                                                  .opinion = screening->opinion,
                                                  .bundle = screening->bundle,
                                                  .folder = call->app->options.data,
                                                  .screener = screener};
    if (status == QUANZE_OK) status = quanze_screen(engine, &request, &screening->summary, error);
    if (bounded.is_full)
        status =
            error_set(error, QUANZE_BAD_DATA, "任务太多，结果超过 %d MiB，请分几次送审",
                      "these are too many tasks, what is said of them is over %d MiB; send them in several parts", RESULT_MIB);
    if (screener) library_give_screener(call->app->library, call->edition, screener);
    if (status == QUANZE_OK && record) atomic_fetch_add(&call->app->metrics.recorded, screening->summary.recorded);
    call->ledger_failed = status != QUANZE_OK;
    return status;
}
