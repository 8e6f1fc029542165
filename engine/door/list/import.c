#include <door/request.h>

#include <model/list_import.h>
#include <read/import/import.h>
#include <say/list/list_yaml.h>
#include <say/say.h>

/* What an import needs beside its request. */
struct run {
    const struct quanze_import_request *request;
    struct arena arena;
    struct problems problems;
    struct list list;
    struct import_report report;
};

static quanze_status check(const struct quanze_import_request *request, struct import_request *out,
                           struct quanze_error *error) {
    if (request->path_count == 0) return error_set(error, QUANZE_USAGE, "没有给出要导入的文件", "no file to import was given");
    if (request->format != QUANZE_FORMAT_YAML && request->format != QUANZE_FORMAT_JSON)
        return error_set(error, QUANZE_USAGE, "导入的结果只能是 yaml 或 json", "an import is written as yaml or json only");
    *out = (struct import_request){.paths = request->paths,
                                   .path_count = request->path_count,
                                   .id = request->id,
                                   .title = request->title,
                                   .county = request->county};
    quanze_status status = request_day(request->valid_from, "valid_from", &out->valid_from, error);
    return status == QUANZE_OK ? request_day(request->today, "today", &out->today, error) : status;
}

static void tell(const struct run *run, const char *code, const char *file, unsigned row, const char *zh, const char *en) {
    struct quanze_reporter reporter = run->request->reporter;
    const struct quanze_problem problem = {.is_warning = true, .code = code, .zh = zh, .en = en, .file = file, .line = row};
    if (reporter.problem) reporter.problem(reporter.payload, &problem);
}

static void tell_errors(void *payload, const struct quanze_problem *problem) {
    const struct run *run = payload;
    struct quanze_reporter reporter = run->request->reporter;
    if (!problem->is_warning && reporter.problem) reporter.problem(reporter.payload, problem);
}

/* What was guessed and left out, as warnings; what is wrong with cells, as errors. What a list should have and a published
 * table never does is for lint to say. */
static void tell_all(struct run *run) {
    const struct import_report *report = &run->report;
    for (size_t i = 0; i < report->note_count; i++) tell(run, "guessed", "", 0, report->notes[i].zh.at, report->notes[i].en.at);
    for (size_t i = 0; i < report->skipped_count; i++) {
        const struct import_skip *skip = &report->skipped[i];
        tell(run, "skipped-row", skip->file, skip->row, skip->zh.at, skip->en.at);
    }
    problems_report(&run->problems, (struct quanze_reporter){tell_errors, run});
}

static quanze_status write_list(const struct run *run, struct quanze_error *error) {
    const struct quanze_import_request *request = run->request;
    struct buf remarks = {0}, page = {0};
    if (request->format == QUANZE_FORMAT_YAML) {
        say_import_remarks(&remarks, &run->report, request->language);
        say_list_yaml(&page, &run->list, buf_str(&remarks));
    } else {
        say_import_json(&page, &run->report, request->language);
    }
    page.failed |= remarks.failed;
    quanze_status status = request_send(request->sink, &page, error);
    buf_free(&remarks);
    buf_free(&page);
    return status;
}

quanze_status quanze_list_import(const struct quanze_import_request *request, struct quanze_error *error) {
    struct run run = {.request = request};
    struct import_request import;
    quanze_status status = check(request, &import, error);
    if (status != QUANZE_OK) return status;
    run.problems.arena = &run.arena;
    status = import_list(&import, &run.arena, &run.list, &run.report, &run.problems, error);
    if (status == QUANZE_OK || status == QUANZE_BAD_DATA) tell_all(&run);
    if (status == QUANZE_OK) status = write_list(&run, error);
    list_free(&run.list);
    arena_free(&run.arena);
    return status;
}
