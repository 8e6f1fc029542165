/* list_page.c - what changed in the duty list: between two days, or by a new list that is handed in to be looked at. */
#include <http/handlers.h>

#include <base/password.h>
#include <http/pages/frame.h>
#include <http/problems.h>
#include <http/state/data_file.h>
#include <http/wire/upload.h>
#include <stdio.h>
#include <unistd.h>

/* What the page shows. */
struct shown {
    struct buf diff, wrong;
};

static void shown_free(struct shown *shown) {
    buf_free(&shown->diff);
    buf_free(&shown->wrong);
}

static void write_page(struct call *call, unsigned status, const struct shown *shown, const struct quanze_error *error) {
    struct scope scope = {0};
    scope_part(&scope, "diff", buf_str(&shown->diff));
    scope_text(&scope, "wrong", buf_str(&shown->wrong));
    scope_text(&scope, "error", call_error_text(call, error));
    scope_text(&scope, "from", fields_value(&call->request->fields, "from"));
    scope_text(&scope, "to", fields_value(&call->request->fields, "to"));
    scope_flag(&scope, "may_hand_in", call->caller.role == ROLE_GATEKEEPER || call->caller.role == ROLE_AUDITOR);
    call->reply->status = status;
    frame_write(call, phrase_text(PHRASE_LIST_DIFF, call->language), "diff", &scope);
}

/* Which open tasks a change touches is told to those who see them all. */
static bool may_see_tasks(const struct call *call) {
    return call->caller.role == ROLE_GATEKEEPER || call->caller.role == ROLE_AUDITOR;
}

void answer_list_diff(struct call *call) {
    struct quanze_error error;
    struct shown shown = {.diff = {0}};
    struct quanze_page_request request = call_page(call, NULL, QUANZE_FORMAT_HTML_PART);
    quanze_status status = QUANZE_OK;
    request.as_of = call_query(call, "from");
    request.to = call_query(call, "to");
    request.link = "/list/";
    request.task_link = "/tasks/";
    request.sink = buf_sink(&shown.diff);
    if (may_see_tasks(call) && !call_ledger(call, false)) return;
    if (request.as_of && request.to)
        status = quanze_list_diff(call_engine(call), call_engine(call), call->ledger, &request, &error);
    if (status == QUANZE_OK || status == QUANZE_USAGE)
        write_page(call, status == QUANZE_OK ? 200 : 422, &shown, status == QUANZE_OK ? NULL : &error);
    else
        call_fail_with(call, &error);
    shown_free(&shown);
}

/* A list on its way in: files of our own names in the data folder, for a moment. */
struct arrival {
    struct call *call;
    char upload[80], list[80]; /* their names; upload "" when the file is a list already */
    struct problems_kept problems;
};

static bool ends_with(struct str text, const char *ending) {
    const struct str end = str_of(ending);
    return text.length >= end.length && str_equal((struct str){text.at + text.length - end.length, end.length}, end);
}

static const char *ending_of(struct str name) {
    static const char *const ENDINGS[] = {".yaml", ".yml", ".xlsx", ".docx", ".html", ".htm", ".csv"};
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++)
        if (ends_with(name, ENDINGS[i])) return ENDINGS[i];
    return NULL;
}

/* Tables of a published list become a list. */
static quanze_status import(struct arrival *arrival, const char *path, struct quanze_error *error) {
    struct buf yaml = {0};
    char today[20];
    app_today(arrival->call->app, today);
    const struct quanze_import_request request = {.paths = &path,
                                                  .path_count = 1,
                                                  .today = today,
                                                  .language = arrival->call->language,
                                                  .format = QUANZE_FORMAT_YAML,
                                                  .sink = buf_sink(&yaml),
                                                  .reporter = problems_reporter(&arrival->problems)};
    quanze_status status = quanze_list_import(&request, error);
    if (status == QUANZE_OK) status = data_replace(arrival->call->app->options.data, arrival->list, buf_str(&yaml), error);
    buf_free(&yaml);
    return status;
}

static quanze_status keep(struct arrival *arrival, const struct quanze_input *input, struct quanze_error *error) {
    const char *folder = arrival->call->app->options.data;
    const char *ending = ending_of(str_of(input->name));
    const struct str bytes = {input->bytes, input->length};
    char token[TOKEN_BYTES], path[PATH_MAX];
    if (!ending)
        return error_set(error, QUANZE_USAGE, "新清单应为 .yaml，或公布的表格 .xlsx、.docx、.html、.csv",
                         "a new list should be .yaml, or the published table: .xlsx, .docx, .html, .csv");
    quanze_status status = token_make(token, error);
    if (status != QUANZE_OK) return status;
    (void)snprintf(arrival->list, sizeof arrival->list, "upload-%.24s.yaml", token);
    if (strcmp(ending, ".yaml") == 0 || strcmp(ending, ".yml") == 0) return data_replace(folder, arrival->list, bytes, error);
    (void)snprintf(arrival->upload, sizeof arrival->upload, "upload-%.24s.table%s", token, ending);
    status = data_path(folder, arrival->upload, path, error);
    if (status == QUANZE_OK) status = data_replace(folder, arrival->upload, bytes, error);
    return status == QUANZE_OK ? import(arrival, path, error) : status;
}

static void drop(const struct arrival *arrival, const char *name) {
    char path[PATH_MAX];
    struct quanze_error ignored;
    if (*name && data_path(arrival->call->app->options.data, name, path, &ignored) == QUANZE_OK) (void)unlink(path);
}

static quanze_status compare(struct arrival *arrival, struct shown *shown, struct quanze_error *error) {
    struct call *call = arrival->call;
    struct quanze *after = NULL;
    char path[PATH_MAX], today[20];
    const struct quanze_options options = {.lists = path, .reporter = problems_reporter(&arrival->problems)};
    struct quanze_page_request request = call_page(call, NULL, QUANZE_FORMAT_HTML_PART);
    app_today(call->app, today);
    request.as_of = today;
    request.link = "/list/";
    request.task_link = "/tasks/";
    request.sink = buf_sink(&shown->diff);
    quanze_status status = data_path(call->app->options.data, arrival->list, path, error);
    if (status == QUANZE_OK) status = quanze_open(&options, &after, error);
    if (status == QUANZE_OK) status = quanze_list_diff(call_engine(call), after, call->ledger, &request, error);
    quanze_close(after);
    return status;
}

void answer_list_handed_in(struct call *call) {
    struct quanze_error error;
    struct quanze_input input;
    struct shown shown = {.diff = {0}};
    struct arrival arrival = {.call = call, .problems = {.language = call->language}};
    if (!call_ledger(call, false)) return;
    quanze_status status = upload_of_form(call, &input, &error) ? keep(&arrival, &input, &error) : QUANZE_USAGE;
    if (status == QUANZE_OK) status = compare(&arrival, &shown, &error);
    drop(&arrival, arrival.upload);
    drop(&arrival, arrival.list);
    buf_put(&shown.wrong, buf_str(&arrival.problems.lines));
    if (status == QUANZE_OK)
        write_page(call, 200, &shown, NULL);
    else if (status == QUANZE_USAGE || status == QUANZE_BAD_DATA)
        write_page(call, 422, &shown, &error);
    else
        call_fail_with(call, &error);
    problems_free(&arrival.problems);
    shown_free(&shown);
}
