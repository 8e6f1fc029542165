/* task_form.c - one task as a form, or as a task file again; with one of its smallest fixes put in where asked. */
#include <door/form/typed.h>
#include <door/ledger/record.h>
#include <door/request.h>
#include <door/screen/find.h>
#include <door/screen/notice.h>
#include <read/notice/notice_file.h>
#include <read/read.h>
#include <say/task/task_form.h>

struct forming {
    const struct quanze *engine;
    const struct quanze_form_request *request;
    struct arena arena;
    struct buf bytes;
    struct task_source *source;
    struct notice_reader *notices;
    struct task *task;
    struct form typed;
    size_t fix_count;
};

static quanze_status read_notice(struct forming *forming, const struct quanze_input *input, struct quanze_error *error) {
    struct notice notice;
    const struct str bytes = {input->bytes, input->length};
    const quanze_status status = notice_reader_open(&forming->notices, error);
    if (status != QUANZE_OK) return status;
    return door_read_notice(forming->notices, forming->engine, bytes, input->name, &forming->arena, forming->task, &notice,
                            error);
}

/* The first task of a file. */
static quanze_status read_file(struct forming *forming, const struct quanze_input *input, struct problems *problems,
                               struct quanze_error *error) {
    const struct file_source from = {.path = input->name, .bytes = {input->bytes, input->length}};
    struct record record;
    bool done = false;
    quanze_status status = task_source_open_from(&from, NULL, &forming->source, problems, error);
    if (status == QUANZE_OK) status = task_source_next(forming->source, &forming->bytes, &record, &done, problems, error);
    if (status != QUANZE_OK || done) return status;
    if (forming->bytes.failed) return error_memory(error);
    const struct str bytes = {forming->bytes.at + record.offset, record.length};
    return task_read(forming->source, bytes, record.line, &forming->arena, forming->task, problems, error);
}

/* What was typed becomes a task where one is asked for; a form shows it as it is, with what is wrong of it. */
static quanze_status read_typed(struct forming *forming, struct quanze_error *error) {
    struct problems problems = {.arena = &forming->arena};
    const bool as_task = forming->request->format == QUANZE_FORMAT_JSON;
    struct task *task = as_task ? forming->task : arena_take_array(&forming->arena, 1, sizeof *task);
    if (!task) return error_memory(error);
    if (forming->typed.count == 0) return QUANZE_OK;
    typed_read(&forming->typed, &forming->arena, &problems, task);
    typed_settle_id(&forming->typed, &forming->arena, &problems, task);
    problems_report(&problems, forming->request->reporter);
    if (problems.out_of_memory) return error_memory(error);
    if (problems.errors == 0 || !as_task) return QUANZE_OK;
    return error_set(error, QUANZE_BAD_DATA, "有的要素读不懂，请改正后再交",
                     "some facts cannot be understood; correct them and try again");
}

static quanze_status read_task(struct forming *forming, struct quanze_error *error) {
    const struct quanze_input *input = forming->request->input;
    struct problems problems = {.arena = &forming->arena};
    if (!input || !input->bytes) return read_typed(forming, error);
    return notice_file_is(input->name) ? read_notice(forming, input, error) : read_file(forming, input, &problems, error);
}

/* Finds the fixes of a copy of the task, since deciding fills in what follows from it, and puts one in. */
static quanze_status put_fix(struct forming *forming, struct decider *decider, struct match_scratch *matching,
                             struct quanze_error *error) {
    const unsigned apply = forming->request->apply;
    struct task *copy = arena_take(&forming->arena, sizeof *copy);
    struct found_item found;
    struct decision decision = {0};
    struct fixes fixes;
    int32_t today;
    if (!copy) return error_memory(error);
    *copy = *forming->task;
    quanze_status status = request_day(forming->request->today, "today", &today, error);
    const int32_t day = decide_day(copy, today);
    if (status == QUANZE_OK) status = find_item(forming->engine, matching, copy, day, false, &found, error);
    if (status == QUANZE_OK) status = decide_task(decider, copy, &found, day, &forming->arena, &decision, error);
    if (status == QUANZE_OK) status = decide_fix(decider, &decision, &forming->arena, &fixes, error);
    if (status != QUANZE_OK) return status;
    forming->fix_count = fixes.count;
    if (apply > fixes.count) return error_set(error, QUANZE_USAGE, "没有第 %u 种补正办法", "there is no fix number %u", apply);
    for (size_t i = 0; apply > 0 && i < fixes.at[apply - 1].set_count; i++)
        task_set(forming->task, fixes.at[apply - 1].sets[i].fact, fixes.at[apply - 1].sets[i].value);
    return QUANZE_OK;
}

static quanze_status fix(struct forming *forming, struct quanze_error *error) {
    const struct quanze *engine = forming->engine;
    struct decider *decider = NULL;
    struct match_scratch *matching = NULL;
    if (!forming->request->input) return QUANZE_OK;
    if (!engine->plan) return error_set(error, QUANZE_USAGE, "补正要有清单和规则", "fixing needs a duty list and rules");
    quanze_status status = match_scratch_open(engine->index, &matching, error);
    if (status == QUANZE_OK) status = decider_open(engine->plan, engine->strict_budget, &decider, error);
    if (status == QUANZE_OK) status = put_fix(forming, decider, matching, error);
    decider_close(decider);
    match_scratch_close(matching);
    return status;
}

static quanze_status write_form(const struct forming *forming, struct quanze_error *error) {
    struct say_fact_order order;
    struct buf page = {0};
    say_fact_order_make(&order);
    if (forming->request->format == QUANZE_FORMAT_JSON)
        say_task_json(&page, forming->task, &order);
    else
        say_task_form(&page, &(struct task_form){.task = forming->task,
                                                 .typed = forming->typed,
                                                 .more = forming->request->more,
                                                 .language = forming->request->language});
    const quanze_status status = request_send(forming->request->sink, &page, error);
    buf_free(&page);
    return status;
}

quanze_status quanze_task_form(const struct quanze *engine, const struct quanze_form_request *request, size_t *fix_count,
                               struct quanze_error *error) {
    struct forming forming = {.engine = engine, .request = request};
    quanze_status status =
        request_format(request->format, FORMAT_BIT(QUANZE_FORMAT_JSON) | FORMAT_BIT(QUANZE_FORMAT_HTML_PART), error);
    forming.task = status == QUANZE_OK ? arena_take_array(&forming.arena, 1, sizeof *forming.task) : NULL;
    if (status == QUANZE_OK && !forming.task) status = error_memory(error);
    if (status == QUANZE_OK && !typed_take(request->typed, request->typed_count, &forming.arena, &forming.typed))
        status = error_memory(error);
    if (status == QUANZE_OK) status = read_task(&forming, error);
    if (status == QUANZE_OK) status = fix(&forming, error);
    if (status == QUANZE_OK) status = write_form(&forming, error);
    if (status == QUANZE_OK) *fix_count = forming.fix_count;
    task_source_close(forming.source);
    notice_reader_close(forming.notices);
    buf_free(&forming.bytes);
    arena_free(&forming.arena);
    return status;
}
