#include <http/deed/lettering.h>

static const char *text_of(const struct lettering *lettering, const char *name) {
    const struct str text = fields_value(lettering->fields, name);
    return text.length > 0 ? text.at : NULL;
}

static quanze_status write(struct call *call, struct lettering *lettering, const struct quanze_input *input,
                           struct quanze_error *error) {
    char today[20];
    app_today(call->app, today);
    const struct quanze_refuse_request request = {.input = input,
                                                  .as_of = text_of(lettering, "as_of"),
                                                  .today = today,
                                                  .past = call->app->ledger_path,
                                                  .variant = text_of(lettering, "variant"),
                                                  .township = call->caller.office,
                                                  .number = text_of(lettering, "number"),
                                                  .signer = text_of(lettering, "signer"),
                                                  .date = text_of(lettering, "date"),
                                                  .contact = text_of(lettering, "contact"),
                                                  .language = call->language,
                                                  .format = lettering->format,
                                                  .sink = lettering->letter,
                                                  .notes = lettering->notes,
                                                  .reporter = problems_reporter(&lettering->problems),
                                                  .bundle = lettering->bundle,
                                                  .folder = call->app->options.data};
    return quanze_refuse(call_engine(call), &request, &lettering->summary, error);
}

quanze_status lettering_run(struct call *call, struct lettering *lettering, struct quanze_error *error) {
    struct buf facts = {0};
    lettering->problems.language = call->language;
    if (lettering->input) return write(call, lettering, lettering->input, error);
    quanze_status status = quanze_task_facts(call->ledger, call->id.at, buf_sink(&facts), error);
    const struct quanze_input input = {.name = "task.json", .bytes = facts.at, .length = facts.length};
    if (status == QUANZE_OK && facts.failed) status = error_memory(error);
    if (status == QUANZE_OK) status = write(call, lettering, &input, error);
    buf_free(&facts);
    return status;
}
