#include <door/ledger/concern.h>
#include <door/ledger/ledger.h>
#include <door/request.h>
#include <door/screen/past.h>
#include <door/screen/paths.h>
#include <door/screen/results.h>
#include <door/screen/screener.h>

#include <base/alloc.h>
#include <ledger/once.h>
#include <read/notice/notice_file.h>

#define OPEN_INPUTS 128     /* sources open at a time; well below the usual limit of open files */
#define PROGRESS_TASKS 1000 /* progress is told about that often */
#define RECORD_TASKS 10000  /* decisions that are written to the disk together */

/* A source whose records may still be in blocks. */
struct input {
    struct task_source *source;
    uint64_t last_block; /* number of the block with its last record */
    uint64_t bytes;
    bool ended;
    struct input *next;
};

struct run {
    const struct quanze_screen_request *request;
    struct crew *crew;
    struct results results;
    struct input *oldest, *newest;
    size_t open_inputs;
    uint64_t bytes_behind; /* of inputs already closed */
    uint64_t bytes_total;
    uint64_t progress_told; /* tasks */
    struct record_world record;
    int64_t now;
    uint64_t unwritten; /* decisions of the open transaction; 0 = none is open */
};

static void close_oldest(struct run *run) {
    struct input *input = run->oldest;
    run->oldest = input->next;
    if (!run->oldest) run->newest = NULL;
    run->open_inputs--;
    run->bytes_behind += input->bytes;
    task_source_close(input->source);
    alloc_free(input);
}

static void tell_progress(struct run *run) {
    uint64_t done = run->results.total.tasks + run->results.total.bad_records;
    if (!run->request->progress || done - run->progress_told < PROGRESS_TASKS) return;
    run->progress_told = done;
    uint64_t bytes = run->bytes_behind;
    for (const struct input *input = run->oldest; input; input = input->next) bytes += task_source_bytes(input->source);
    run->request->progress(run->request->progress_payload, done, bytes, run->bytes_total);
}

static quanze_status write_down(struct run *run, struct quanze_error *error) {
    if (run->unwritten == 0) return QUANZE_OK;
    run->unwritten = 0;
    return ledger_commit(run->request->record->ledger, error);
}

static quanze_status record(struct run *run, const struct block *block, struct quanze_error *error) {
    struct ledger *ledger = run->request->record ? run->request->record->ledger : NULL;
    quanze_status status = QUANZE_OK;
    if (!ledger || block->entry_count == 0) return QUANZE_OK;
    if (run->unwritten == 0) status = ledger_begin(ledger, error);
    for (size_t i = 0; i < block->entry_count && status == QUANZE_OK; i++) {
        bool is_new = false;
        const struct entry *entry = &block->entries[i];
        status =
            concern_require_id(run->request->office, ledger, &run->record.engine->list, ledger_task_id(&entry->task), error);
        if (status == QUANZE_OK) status = record_add(&run->record, ledger, entry, run->now, &is_new, error);
        run->results.total.recorded += is_new;
        run->unwritten++;
    }
    return status == QUANZE_OK && run->unwritten >= RECORD_TASKS && !ledger_is_marked(ledger) ? write_down(run, error) : status;
}

/* Writes judged blocks: those that are ready, after waiting for `wait_for` of them. */
static quanze_status drain(struct run *run, uint64_t wait_for, struct quanze_error *error) {
    for (struct block *block; (block = crew_oldest(run->crew, wait_for > 0)) != NULL; wait_for -= wait_for > 0) {
        quanze_status status = block->status == QUANZE_OK ? record(run, block, error) : QUANZE_OK;
        if (status == QUANZE_OK) status = results_add(&run->results, block, error);
        if (status != QUANZE_OK) return status;
        crew_take_back(run->crew);
        while (run->oldest && run->oldest->ended && run->oldest->last_block < crew_taken_back(run->crew)) close_oldest(run);
        tell_progress(run);
    }
    return QUANZE_OK;
}

static quanze_status hand_in(struct run *run, struct quanze_error *error) {
    crew_hand_in(run->crew);
    return drain(run, crew_is_full(run->crew) ? 1 : 0, error);
}

static size_t block_load(const struct block *block) { return block->count + (size_t)block->tally.bad_records; }

static quanze_status hand_in_if(struct run *run, size_t least, struct quanze_error *error) {
    const struct block *block = crew_empty(run->crew);
    return block_load(block) >= least || block->bytes.length >= BLOCK_BYTES ? hand_in(run, error) : QUANZE_OK;
}

/* Cuts all records of a source into blocks. */
static quanze_status cut(struct run *run, struct task_source *source, struct quanze_error *error) {
    for (;;) {
        struct block *block = crew_empty(run->crew);
        struct record record;
        bool done = false;
        quanze_status status = task_source_next(source, &block->bytes, &record, &done, &block->problems, error);
        if (block->bytes.failed) return error_memory(error);
        if (status == QUANZE_BAD_DATA)
            block->tally.bad_records++;
        else if (status != QUANZE_OK || done)
            return status;
        else
            block->records[block->count++] = (struct block_record){.source = source, .record = record};
        status = hand_in_if(run, BLOCK_RECORDS, error);
        if (status != QUANZE_OK) return status;
    }
}

static quanze_status make_room(struct run *run, struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    if (run->open_inputs >= OPEN_INPUTS) status = hand_in_if(run, 1, error);
    while (status == QUANZE_OK && run->open_inputs >= OPEN_INPUTS) status = drain(run, 1, error);
    return status;
}

/* A notice is one record: its whole file. */
static quanze_status take_notice(struct run *run, const struct task_path *path, struct quanze_error *error) {
    struct block *block = crew_empty(run->crew);
    struct arena arena = {0};
    struct str bytes;
    quanze_status status = file_read_source(&path->from, QUANZE_MAX_FILE_BYTES, &arena, &bytes, error);
    if (status == QUANZE_OK) {
        const size_t offset = block->bytes.length;
        buf_put(&block->bytes, bytes);
        const struct record record = {.offset = offset, .length = bytes.length, .line = 1};
        if (block->bytes.failed)
            status = error_memory(error);
        else
            block->records[block->count++] = (struct block_record){.record = record, .path = path->from.path};
    }
    arena_free(&arena);
    return status == QUANZE_OK ? hand_in_if(run, BLOCK_RECORDS, error) : status;
}

static quanze_status take_input(struct run *run, const struct task_path *path, struct quanze_error *error) {
    if (!run->request->input_format && notice_file_is(path->from.path)) return take_notice(run, path, error);
    quanze_status status = make_room(run, error);
    if (status != QUANZE_OK) return status;
    struct input *input = alloc_new(sizeof *input);
    if (!input) return error_memory(error);
    struct block *block = crew_empty(run->crew);
    status = task_source_open_from(&path->from, run->request->input_format, &input->source, &block->problems, error);
    if (status != QUANZE_OK) {
        alloc_free(input);
        if (status != QUANZE_BAD_DATA) return status;
        block->tally.bad_records++;
        return hand_in_if(run, BLOCK_RECORDS, error);
    }
    input->bytes = path->bytes;
    if (run->newest)
        run->newest->next = input;
    else
        run->oldest = input;
    run->newest = input;
    run->open_inputs++;
    status = cut(run, input->source, error);
    input->last_block = crew_handed_in(run->crew);
    input->ended = true;
    return status;
}

static quanze_status run_all(struct run *run, const struct task_paths *paths, struct quanze_error *error) {
    for (size_t i = 0; i < paths->count; i++) {
        quanze_status status = take_input(run, &paths->at[i], error);
        if (status != QUANZE_OK) return status;
    }
    if (block_load(crew_empty(run->crew)) > 0) crew_hand_in(run->crew);
    crew_forget(run->crew); /* who waits for his turn to record holds up nobody by what he reads */
    quanze_status status = drain(run, UINT64_MAX, error);
    if (status == QUANZE_OK) status = write_down(run, error);
    return status == QUANZE_OK ? results_end(&run->results, error) : status;
}

static quanze_status check_input_format(const char *format, struct quanze_error *error) {
    static const char *const NAMES[] = {"yaml", "json", "jsonl", "csv", "xlsx"};
    if (!format) return QUANZE_OK;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strcmp(format, NAMES[i]) == 0) return QUANZE_OK;
    return error_set(error, QUANZE_USAGE, "不认识输入格式“%s”，应为 yaml、json、jsonl、csv 或 xlsx",
                     "unknown input format \"%s\"; expected yaml, json, jsonl, csv or xlsx", format);
}

/* What must be asked for together, and what cannot. */
static quanze_status check_papers(const struct quanze_screen_request *request, struct quanze_error *error) {
    const bool has_paper = FORMAT_BIT(request->format) & (FORMAT_BIT(QUANZE_FORMAT_DOCX) | FORMAT_BIT(QUANZE_FORMAT_HTML) |
                                                          FORMAT_BIT(QUANZE_FORMAT_HTML_PART));
    if (request->opinion && !has_paper)
        return error_set(error, QUANZE_USAGE, "审查意见只能写成 docx 或 html", "an opinion is written as docx or html only");
    if (request->bundle && !request->folder)
        return error_set(error, QUANZE_USAGE, "没有给出放临时文件的文件夹", "no folder for temporary files was given");
    return QUANZE_OK;
}

static quanze_status make_job(const struct quanze *engine, const struct quanze_screen_request *request, struct job *job,
                              struct quanze_error *error) {
    *job = (struct job){.engine = engine, .request = request};
    if (!engine->plan) return error_set(error, QUANZE_USAGE, "审查任务要有清单和规则", "screening needs a duty list and rules");
    if (request->jobs > QUANZE_MAX_JOBS)
        return error_set(error, QUANZE_USAGE, "线程数 “%u” 太大，最多 %d", "\"%u\" jobs are too many; at most %d",
                         request->jobs, QUANZE_MAX_JOBS);
    quanze_status status = request_format(request->format,
                                          FORMAT_BIT(QUANZE_FORMAT_TEXT) | FORMAT_BIT(QUANZE_FORMAT_JSON) |
                                              FORMAT_BIT(QUANZE_FORMAT_JSONL) | FORMAT_BIT(QUANZE_FORMAT_HTML) |
                                              FORMAT_BIT(QUANZE_FORMAT_HTML_PART) | FORMAT_BIT(QUANZE_FORMAT_DOCX),
                                          error);
    if (status == QUANZE_OK) status = check_input_format(request->input_format, error);
    if (status == QUANZE_OK) status = check_papers(request, error);
    if (status == QUANZE_OK) status = request_day(request->as_of, "as_of", &job->as_of, error);
    if (status == QUANZE_OK) status = request_day(request->today, "today", &job->today, error);
    if (status == QUANZE_OK && !request->as_of && !request->today)
        status = error_set(error, QUANZE_USAGE, "没有给出今天的日期", "today's date was not given");
    return status;
}

static quanze_status prepare_record(struct run *run, struct job *job, struct quanze_error *error) {
    if (!run->request->record) return QUANZE_OK;
    record_world_make(job->engine, &run->record);
    job->record = &run->record;
    return ledger_now(run->request->now, &run->now, error);
}

/* Earlier tasks of a file, as the past that rules ask. */
static quanze_status open_past(struct job *job, struct past **past, struct history *history, struct quanze_error *error) {
    const struct quanze_screen_request *request = job->request;
    if (request->past)
        return error_set(error, QUANZE_USAGE, "以往任务的文件和台账只能给一个",
                         "give a file of earlier tasks or a ledger, not both");
    quanze_status status = past_open(request, &job->engine->list, past, error);
    if (status != QUANZE_OK) return status;
    *history = past_history(*past);
    job->history = history;
    return QUANZE_OK;
}

/* The run itself, with its tools ready. */
static quanze_status run_with(struct quanze_screener *tools, struct run *run, struct quanze_error *error) {
    const struct quanze_screen_request *request = run->request;
    struct arena arena = {0};
    struct task_paths paths;
    struct past *past = NULL;
    struct history history;
    quanze_status status =
        paths_expand_inputs(request->paths, request->path_count, request->inputs, request->input_count, &arena, &paths, error);
    if (status == QUANZE_OK && past_is_asked(request)) status = open_past(&tools->job, &past, &history, error);
    if (status == QUANZE_OK) status = screener_prepare(tools, &paths, error);
    if (status == QUANZE_OK) {
        run->crew = tools->crew;
        run->bytes_total = paths.bytes;
        status = run_all(run, &paths, error);
    }
    past_close(past);
    arena_free(&arena);
    return status;
}

quanze_status quanze_screen(const struct quanze *engine, const struct quanze_screen_request *request,
                            struct quanze_screen_summary *out, struct quanze_error *error) {
    struct quanze_screener own = {.engine = engine}, *tools = request->screener ? request->screener : &own;
    struct run run = {.request = request, .results.request = request};
    if (tools->engine != engine || (request->screener && request->jobs > 1))
        return error_set(error, QUANZE_USAGE, "审查工具属于另一套清单和规则，或线程多于一个",
                         "the screener is of another engine, or more than one job was asked for");
    quanze_status status = make_job(engine, request, &tools->job, error);
    tools->job.meters = tools->meters;
    tools->job.clock = tools->clock;
    if (status == QUANZE_OK) status = prepare_record(&run, &tools->job, error);
    if (status != QUANZE_OK) return status;
    status = run_with(tools, &run, error);
    if (status != QUANZE_OK || tools == &own) screener_clear(tools); /* blocks may still lie in the crew */
    while (run.oldest) close_oldest(&run);
    results_free(&run.results);
    if (status == QUANZE_OK) *out = run.results.total;
    return status;
}
