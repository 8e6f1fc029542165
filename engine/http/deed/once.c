#include <http/deed/once.h>

static quanze_status ask(struct call *call, struct str form, bool *is_done, struct quanze_error *error) {
    char today[20];
    quanze_done done = QUANZE_NOT_DONE;
    app_today(call->app, today);
    const struct quanze_once once = {.key = form.at, .content = call->caller.name, .today = today};
    const quanze_status status = quanze_ledger_once(call->ledger, &once, nothing_sink(), &done, error);
    *is_done = status == QUANZE_OK && done == QUANZE_DONE;
    return status;
}

quanze_status once_run(struct call *call, once_enter *enter, struct quanze_error *error) {
    const struct str form = arena_copy(&call->request->arena, buf_str(&call->request->body)); /* the session's token is in it */
    struct quanze_error ignored;
    bool is_done = false;
    if (!form.at) return error_memory(error);
    quanze_status status = ask(call, form, &is_done, error);
    if (status == QUANZE_OK && !is_done) status = enter(call, error);
    if (status == QUANZE_OK) return status;
    (void)ask(call, form, &is_done, &ignored); /* the other one may have been faster */
    return is_done ? QUANZE_OK : status;
}
