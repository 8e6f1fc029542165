/* api_list.c - the duty list over HTTP: shown, checked, imported from published tables, held against a new one. */
#include <http/handlers.h>

#include <http/api/api.h>
#include <http/deed/concern.h>
#include <http/wire/kind.h>
#include <http/wire/upload.h>

static const struct kind KINDS[] = {
    {"json", KIND_JSON, "application/json; charset=utf-8", NULL, QUANZE_FORMAT_JSON, false},
    {"yaml", KIND_YAML, "application/yaml; charset=utf-8", NULL, QUANZE_FORMAT_YAML, false},
    {"xlsx", KIND_XLSX, KIND_XLSX, "attachment; filename=\"list.xlsx\"", QUANZE_FORMAT_XLSX, false},
};

enum { ITEM_KINDS = 2, LIST_KINDS = 3 };

/* The list or an item of it; the workbook holds the whole list. */
static void show(struct call *call, const char *item, size_t kinds) {
    struct quanze_error error;
    const struct kind *kind = kind_accepted(call->request, KINDS, kinds);
    const bool is_workbook = kind->format == QUANZE_FORMAT_XLSX;
    struct quanze_page_request request = call_page(call, item, kind->format);
    request.as_of = call_query(call, "as_of");
    const quanze_status status = is_workbook ? quanze_list_export(call_engine(call), &request, &error)
                                             : quanze_list_show(call_engine(call), &request, &error);
    if (status == QUANZE_OK)
        kind_send(kind, call->reply);
    else
        call_fail_with(call, &error);
}

void answer_api_list(struct call *call) { show(call, NULL, LIST_KINDS); }

void answer_api_item(struct call *call) { show(call, call->id.at, ITEM_KINDS); }

/* The files of a list: one body is named by its type alone. False: the reply is there. */
static bool take_files(struct call *call, struct quanze_input **out, size_t *count) {
    static const char *const NAMES[] = {"list.yaml", "list.csv", "list.html", "list.docx", "list.xlsx"};
    if (!uploads_of_body(call, NULL, out, count)) return false;
    if (request_is_type(call->request, "multipart/form-data")) return true;
    const char *dot = strrchr((*out)->name, '.');
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strcmp(dot, strrchr(NAMES[i], '.')) == 0) (*out)->name = NAMES[i];
    return true;
}

void answer_api_list_lint(struct call *call) {
    struct arrival arrival = arrival_of_own(call);
    const struct quanze_options options = arrival_options(&arrival);
    api_check(&arrival, &options, quanze_list_lint);
    arrival_close(&arrival);
}

void answer_api_list_lint_handed_in(struct call *call) {
    struct quanze_error error;
    struct quanze_input *files;
    struct arrival arrival;
    size_t count;
    if (!take_files(call, &files, &count)) return;
    quanze_status status = arrival_open(call, &arrival, &error);
    struct quanze_options options = arrival_options(&arrival);
    if (status == QUANZE_OK) status = arrival_list(&arrival, files, count, &options.lists, &error);
    if (status == QUANZE_OK)
        api_check(&arrival, &options, quanze_list_lint);
    else
        arrival_fail(&arrival, &error);
    arrival_close(&arrival);
}

static quanze_status import(struct arrival *arrival, const struct kind *kind, const struct quanze_input *files, size_t count,
                            struct quanze_error *error) {
    struct call *call = arrival->call;
    char today[20];
    const char **paths = arena_take_array(&call->request->arena, count, sizeof *paths);
    app_today(call->app, today);
    const struct quanze_import_request request = {.paths = paths,
                                                  .path_count = count,
                                                  .id = call_query(call, "id"),
                                                  .title = call_query(call, "title"),
                                                  .county = call_query(call, "county"),
                                                  .valid_from = call_query(call, "valid_from"),
                                                  .today = today,
                                                  .language = call->language,
                                                  .format = kind->format,
                                                  .sink = reply_sink(call->reply),
                                                  .reporter = problems_reporter(&arrival->problems)};
    const quanze_status status = paths ? arrival_tables(arrival, files, count, paths, error) : error_memory(error);
    return status == QUANZE_OK ? quanze_list_import(&request, error) : status;
}

void answer_api_list_import(struct call *call) {
    struct quanze_error error;
    struct quanze_input *files;
    struct arrival arrival;
    size_t count;
    const char *valid_from = NULL;
    const struct kind *kind = kind_accepted(call->request, KINDS, ITEM_KINDS);
    if (!call_day(call, "valid_from", &valid_from) || !take_files(call, &files, &count)) return;
    quanze_status status = arrival_open(call, &arrival, &error);
    if (status == QUANZE_OK) status = import(&arrival, kind, files, count, &error);
    if (status == QUANZE_OK) {
        arrival_forget(&arrival, &call->reply->body);
        kind_send(kind, call->reply);
    } else
        arrival_fail(&arrival, &error);
    arrival_close(&arrival);
}

/* Open tasks that a change touches are told to those who see them all. */
void answer_api_list_diff(struct call *call) {
    struct quanze_error error;
    struct quanze_page_request request = call_page(call, NULL, QUANZE_FORMAT_JSON);
    if (!call_day(call, "from", &request.as_of) || !call_day(call, "to", &request.to)) return;
    if (!request.as_of || !request.to) {
        (void)error_set(&error, QUANZE_USAGE, "要写两个日期：?from=…&to=…", "two days are needed: ?from=...&to=...");
        call_fail(call, 400, &error);
        return;
    }
    if (!concern_touched(call, true)) return;
    api_finish(call, quanze_list_diff(call_engine(call), call_engine(call), call->ledger, &request, &error), &error);
}

/* The list of the day beside a new one. */
void answer_api_list_diff_handed_in(struct call *call) {
    struct quanze_error error;
    struct quanze_input *files;
    struct arrival arrival;
    struct quanze_page_request request = call_page(call, NULL, QUANZE_FORMAT_JSON);
    const char *path;
    char today[20];
    size_t count;
    app_today(call->app, today);
    request.as_of = today;
    if (!call_day(call, "from", &request.as_of) || !call_day(call, "to", &request.to)) return;
    if (!concern_touched(call, true) || !take_files(call, &files, &count)) return;
    quanze_status status = arrival_open(call, &arrival, &error);
    if (status == QUANZE_OK) status = arrival_list(&arrival, files, count, &path, &error);
    if (status == QUANZE_OK) status = arrival_compare(&arrival, path, &request, &error);
    if (status == QUANZE_OK)
        call_is_json(call);
    else
        arrival_fail(&arrival, &error);
    arrival_close(&arrival);
}
