#include <http/moving.h>

static const char *text_of(const struct fields *fields, const char *name) {
    const struct str text = fields_value(fields, name);
    return text.length > 0 ? text.at : NULL;
}

quanze_status moving_run(struct call *call, const char *id, const struct fields *fields, quanze_format format,
                         struct quanze_sink sink, struct quanze_error *error) {
    char now[20];
    const char *by = call_by(call);
    if (!by) return error_memory(error);
    app_now(call->app, now);
    const struct quanze_move_request request = {.id = id,
                                                .state = text_of(fields, "state"),
                                                .by = by,
                                                .why = text_of(fields, "why"),
                                                .approved_by = call_is_api(call) ? text_of(fields, "approved_by")
                                                                                 : NULL, /* a page knows one person */
                                                .ground = text_of(fields, "ground"),
                                                .basis = text_of(fields, "basis"),
                                                .until = text_of(fields, "until"),
                                                .letter = text_of(fields, "letter"),
                                                .now = now,
                                                .language = call->language,
                                                .format = format,
                                                .sink = sink};
    return quanze_task_move(call->ledger, call_engine(call), &request, error);
}
