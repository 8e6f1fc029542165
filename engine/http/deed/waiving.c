#include <http/deed/waiving.h>

static quanze_status check_rule(struct call *call, struct str rule, struct quanze_error *error) {
    struct quanze_page_request request = call_page(call, rule.at, QUANZE_FORMAT_JSON);
    request.sink = nothing_sink();
    return rule.length > 0 ? quanze_rules_show(call_engine(call), &request, error)
                           : QUANZE_OK; /* what is missing is told later */
}

/* The first thing that is wrong, without its place: that is in a file of the server's own. */
struct first {
    struct quanze_error error;
    bool is_there;
};

static void take_first(void *payload, const struct quanze_problem *problem) {
    struct first *first = payload;
    if (problem->is_warning || first->is_there) return;
    (void)error_set(&first->error, QUANZE_BAD_DATA, "%s%.0s", "%.0s%s", problem->zh, problem->en);
    first->is_there = true;
}

static quanze_status look(void *payload, const char *path, struct quanze_error *error) {
    struct first first = {.is_there = false};
    const quanze_status status = library_try(payload, path, &(struct quanze_reporter){take_first, &first}, error);
    if (status == QUANZE_OK || !first.is_there) return status;
    *error = first.error;
    return status;
}

quanze_status waiving_propose(struct call *call, const struct fields *fields, char id[WAIVER_ID_BYTES],
                              struct quanze_error *error) {
    static const struct {
        enum waiver_column column;
        const char *name;
    } ASKED[] = {{WAIVER_RULE, "rule"},     {WAIVER_DEPARTMENT, "department"}, {WAIVER_TOWNSHIP, "township"},
                 {WAIVER_REASON, "reason"}, {WAIVER_FROM, "valid_from"},       {WAIVER_TO, "valid_to"}};
    char now[20];
    const char *by = call_by(call);
    struct waiver_proposal proposal = {.look = look, .payload = call->app->library};
    struct str *column = proposal.note.column;
    if (!by) return error_memory(error);
    app_now(call->app, now);
    for (int i = 0; i < WAIVER_COLUMNS; i++) column[i] = STR("");
    for (size_t i = 0; i < sizeof ASKED / sizeof *ASKED; i++) column[ASKED[i].column] = fields_value(fields, ASKED[i].name);
    column[WAIVER_REQUESTED_BY] = str_of(by);
    column[WAIVER_REQUESTED_AT] = str_of(now);
    const quanze_status status = check_rule(call, column[WAIVER_RULE], error);
    return status == QUANZE_OK ? waivers_propose(call->app->options.data, &proposal, id, error) : status;
}

/* A problem without the file and the line that it was found in: they are the server's own. */
static const char *behind_place(const char *text) {
    const char *place = strstr(text, WAIVERS_YAML ":"), *end = place ? strstr(place, ": ") : NULL;
    return end ? end + 2 : text;
}

/* The engine takes what is now in force; where it does not, the first reason is told. */
static quanze_status reload(void *payload, struct quanze_error *error) {
    struct library *library = payload;
    struct library_news news;
    const quanze_status status = library_reload(library, error);
    if (status == QUANZE_OK) return status;
    library_news(library, &news);
    return error_set(error, status, "%s%.0s", "%.0s%s", behind_place(news.why_zh), behind_place(news.why_en));
}

quanze_status waiving_step(struct call *call, enum waiver_what what, struct quanze_error *error) {
    char now[20];
    app_now(call->app, now);
    const struct waiver_step step = {
        .what = what, .id = call->id.at, .by = call_by(call), .now = now, .apply = reload, .payload = call->app->library};
    return step.by ? waivers_step(call->app->options.data, &step, error) : error_memory(error);
}
