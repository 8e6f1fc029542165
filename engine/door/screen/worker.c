#include <door/screen/worker.h>

#include <base/alloc.h>
#include <door/bundle/bundle.h>
#include <door/ledger/concern.h>
#include <door/request.h>
#include <door/screen/find.h>
#include <door/screen/words.h>
#include <say/letter/opinion.h>
#include <say/notice/notice.h>

static void close_past(struct worker *worker) {
    ledger_close(worker->past);
    alloc_free(worker->past_path);
    worker->past = NULL;
    worker->past_path = NULL;
}

/* Another run may ask the same ledger again. */
static quanze_status open_past(struct worker *worker, const char *path, struct quanze_error *error) {
    if (worker->past && strcmp(worker->past_path, path) == 0 && !ledger_has_moved(worker->past)) return QUANZE_OK;
    close_past(worker);
    worker->past_path = alloc_new(strlen(path) + 1);
    if (!worker->past_path) return error_memory(error);
    memcpy(worker->past_path, path, strlen(path) + 1);
    return ledger_open(path, LEDGER_READ, &worker->past, error);
}

/* Where a bundle is to be made, what is asked of the past is written down. */
static void remember(struct worker *worker, const struct history *history) {
    if (history && worker->job->request->bundle) {
        worker->log = (struct past_log){.inner = *history, .arena = &worker->arena};
        worker->logged = past_log_history(&worker->log);
        history = &worker->logged;
    } else {
        worker->log = (struct past_log){.arena = &worker->arena};
    }
    worker->asked = history;
    decider_remember(worker->decider, history);
}

/* What others were asked for is no business of an office that holds a paper of theirs against the ledger. */
static void keep_past_to_its_offices(struct worker *worker) {
    const struct job *job = worker->job;
    const char *office = job->request->past_office;
    if (!office) return;
    const bool is_theirs = concern_of_task(str_of(office), &worker->task, &job->engine->list) != QUANZE_SIDE_NONE;
    decider_remember(worker->decider, is_theirs ? worker->asked : NULL);
}

quanze_status worker_remember(struct worker *worker, struct quanze_error *error) {
    const char *path = worker->job->request->past;
    if (!path) {
        remember(worker, worker->job->history);
        return QUANZE_OK;
    }
    quanze_status status = open_past(worker, path, error);
    if (status == QUANZE_OK) status = ledger_snapshot(worker->past, error); /* what this run records is not its past */
    if (status != QUANZE_OK) return status;
    worker->history = ledger_history(worker->past, &worker->job->engine->list);
    remember(worker, &worker->history);
    return QUANZE_OK;
}

void worker_forget(struct worker *worker) {
    decider_remember(worker->decider, NULL);
    if (worker->past) ledger_rest(worker->past);
}

quanze_status worker_open(struct worker *worker, const struct job *job, struct quanze_error *error) {
    worker->job = job;
    quanze_status status = match_scratch_open(job->engine->index, &worker->matching, error);
    if (status == QUANZE_OK) status = decider_open(job->engine->plan, job->engine->strict_budget, &worker->decider, error);
    if (status == QUANZE_OK && job->meters) decider_measure(worker->decider, job->meters, job->clock);
    return status;
}

void worker_close(struct worker *worker) {
    decider_close(worker->decider);
    match_scratch_close(worker->matching);
    close_past(worker);
    buf_free(&worker->scratch);
    arena_free(&worker->arena);
}

void block_clear(struct block *block) {
    if (block->bytes.capacity > 4 * BLOCK_BYTES) buf_free(&block->bytes);
    if (block->out.capacity > 4 * BLOCK_BYTES) buf_free(&block->out);
    buf_clear(&block->bytes);
    buf_clear(&block->out);
    buf_clear(&block->rows);
    block->title = STR("");
    arena_reset(&block->arena);
    block->problems = (struct problems){.arena = &block->arena};
    buf_free(&block->bundle);
    block->entries = NULL;
    block->entry_count = 0;
    block->count = 0;
    block->tally = (struct quanze_screen_summary){0};
    block->status = QUANZE_OK;
}

void block_free(struct block *block) {
    buf_free(&block->bytes);
    buf_free(&block->out);
    buf_free(&block->rows);
    buf_free(&block->bundle);
    arena_free(&block->arena);
}

struct str page_separator(quanze_format format) {
    switch (format) {
    case QUANZE_FORMAT_TEXT:
        return STR("\n────────────────────────────────────────────────────────────────────────────────\n\n");
    case QUANZE_FORMAT_JSON: return STR(",\n");
    case QUANZE_FORMAT_JSONL:
    case QUANZE_FORMAT_YAML:
    case QUANZE_FORMAT_CSV:
    case QUANZE_FORMAT_HTML:
    case QUANZE_FORMAT_HTML_PART:
    case QUANZE_FORMAT_DOCX:
    case QUANZE_FORMAT_XLSX: break;
    }
    return STR("");
}

static void count_verdict(struct quanze_screen_summary *tally, enum verdict verdict) {
    tally->tasks++;
    switch (verdict) {
    case VERDICT_ADMIT: tally->admitted++; break;
    case VERDICT_CONDITIONAL: tally->conditional++; break;
    case VERDICT_HOLD: tally->held++; break;
    case VERDICT_REJECT: tally->rejected++; break;
    }
}

static void write_html(const struct decision *decision, const struct say_world *world, struct say_style style, uint64_t number,
                       struct block *block) {
    if (block->tally.tasks == 0) {
        block->title = arena_copy(&block->arena, task_text(decision->task, FACT_ID_TITLE));
        block->rows.failed |= !block->title.at;
    }
    say_decision_html(&block->out, decision, world, style, number);
    say_decision_row(&block->rows, decision, style.language, number);
    block->out.failed |= block->rows.failed;
}

/* The opinion as a paper; of one task as a file of its own, of several one behind the other on a page. */
static quanze_status write_opinion(struct worker *worker, const struct decision *decision, uint64_t number,
                                   struct block *block) {
    const struct job *job = worker->job;
    const struct say_world world = engine_world(job->engine);
    struct document document = {.arena = &worker->arena};
    if (!say_opinion(decision, &world, job->today, &document)) return error_memory(&block->error);
    if (job->request->format == QUANZE_FORMAT_DOCX)
        return block->tally.tasks > 0 ? QUANZE_OK : document_docx(&document, &block->out, &block->error);
    if (block->tally.tasks == 0) block->title = arena_copy(&block->arena, task_text(decision->task, FACT_ID_TITLE));
    say_opinion_begin(&block->out, number);
    quanze_status status = document_html(&document, QUANZE_FORMAT_HTML_PART, &block->out, &block->error);
    say_opinion_end(&block->out);
    say_decision_row(&block->rows, decision, job->request->language, number);
    block->out.failed |= block->rows.failed || !block->title.at;
    return status;
}

static void write_page(const struct job *job, const struct decision *decision, const struct notice *notice, uint64_t number,
                       struct block *block) {
    const struct quanze_screen_request *request = job->request;
    struct say_world world = engine_world(job->engine);
    world.constants = job->constants;
    world.notice = notice;
    world.correct = str_of(request->correct);
    const struct say_style style = {request->language, request->colour, request->verbose};
    if (block->tally.tasks > 0) buf_put(&block->out, page_separator(request->format));
    switch (request->format) {
    case QUANZE_FORMAT_TEXT:
        say_decision_text(&block->out, decision, &world, style);
        if (notice) say_notice_evidence(&block->out, decision->task, notice, style);
        break;
    case QUANZE_FORMAT_JSON: say_decision_json(&block->out, decision, &world, request->language, true); break;
    case QUANZE_FORMAT_JSONL:
        say_decision_json(&block->out, decision, &world, request->language, false);
        buf_put_char(&block->out, '\n');
        break;
    case QUANZE_FORMAT_HTML:
    case QUANZE_FORMAT_HTML_PART: write_html(decision, &world, style, number, block); break;
    case QUANZE_FORMAT_YAML:
    case QUANZE_FORMAT_CSV:
    case QUANZE_FORMAT_DOCX:        /* an opinion */
    case QUANZE_FORMAT_XLSX: break; /* refused before the first task */
    }
}

/* The place of the next entry, with the paper as it came; NULL when memory ran out. */
static struct entry *begin_entry(struct worker *worker, struct block *block) {
    if (!block->entries) block->entries = arena_take_array(&block->arena, BLOCK_RECORDS, sizeof *block->entries);
    struct entry *entry = block->entries ? &block->entries[block->entry_count] : NULL;
    int32_t day = decide_day(&worker->task, DAY_NONE);
    const struct record_form *form = &worker->job->record->form;
    if (!entry || !record_task(form, &worker->task, day, &worker->scratch, &block->arena, &entry->task)) return NULL;
    return entry;
}

/* One task with what it came from. */
struct origin {
    const struct notice *notice; /* NULL: it was a task file */
    struct bundle_file source;
    uint64_t number;    /* in the run */
    struct str bundled; /* the task as a bundle keeps it; empty: none is to be made of it */
};

/* The first task's bundle; results_end refuses a run that has several tasks. */
static quanze_status pack(struct worker *worker, const struct decision *decision, const struct origin *origin,
                          struct block *block) {
    const struct quanze_screen_request *request = worker->job->request;
    const struct bundle_input input = {.engine = worker->job->engine,
                                       .task = origin->bundled,
                                       .decision = decision,
                                       .notice = origin->notice,
                                       .past = &worker->log.past,
                                       .source = origin->source,
                                       .no_match = request->no_match,
                                       .folder = request->folder};
    return origin->bundled.length > 0 ? bundle_make(&input, &block->bundle, &block->error) : QUANZE_OK;
}

static quanze_status find(struct worker *worker, int32_t day, struct found_item *found, struct quanze_error *error) {
    const struct job *job = worker->job;
    quanze_status status = find_item(job->engine, worker->matching, &worker->task, day, job->request->no_match, found, error);
    if (status != QUANZE_OK) return status;
    return find_words(job->engine, worker->matching, &worker->task, day, &worker->arena, found, error);
}

static quanze_status decide(struct worker *worker, const struct origin *origin, struct block *block, struct decision *out,
                            struct fixes *fixes) {
    const struct job *job = worker->job;
    const int32_t day = job->as_of != DAY_NONE ? job->as_of : decide_day(&worker->task, job->today);
    struct found_item found;
    quanze_status status = find(worker, day, &found, &block->error);
    if (status == QUANZE_OK)
        status = decide_task(worker->decider, &worker->task, &found, day, &worker->arena, out, &block->error);
    if (status == QUANZE_OK) status = pack(worker, out, origin, block);
    if (status != QUANZE_OK || !job->request->fix) return status;
    out->fixes = fixes;
    return decide_fix(worker->decider, out, &worker->arena, fixes, &block->error);
}

/* What the page shows beside the judgement: the notice that was read, or the words of the task's own text. */
static quanze_status read_words(struct worker *worker, const struct notice **out, struct quanze_error *error) {
    const struct job *job = worker->job;
    const bool is_html =
        FORMAT_BIT(job->request->format) & (FORMAT_BIT(QUANZE_FORMAT_HTML) | FORMAT_BIT(QUANZE_FORMAT_HTML_PART));
    if (*out || !is_html || !job->request->words || !task_given(&worker->task, FACT_ID_BODY)) return QUANZE_OK;
    *out = &worker->notice;
    return words_find(job->notices, job->engine, &worker->task, &worker->arena, &worker->notice, error);
}

static quanze_status judge_task(struct worker *worker, const struct origin *origin, struct block *block) {
    const struct job *job = worker->job;
    struct entry *entry = job->record ? begin_entry(worker, block) : NULL;
    if (job->record && !entry) return error_memory(&block->error);
    struct decision decision = {0};
    struct fixes fixes;
    quanze_status status = decide(worker, origin, block, &decision, &fixes);
    const struct notice *notice = origin->notice;
    if (status == QUANZE_OK) status = read_words(worker, &notice, &block->error);
    if (status != QUANZE_OK) return status;
    if (job->request->opinion || job->request->format == QUANZE_FORMAT_DOCX)
        status = write_opinion(worker, &decision, origin->number, block);
    else
        write_page(job, &decision, notice, origin->number, block);
    if (status != QUANZE_OK) return status;
    count_verdict(&block->tally, decision.verdict);
    if (entry && !record_decision(job->record, &decision, &worker->scratch, &block->arena, entry))
        return error_memory(&block->error);
    block->entry_count += entry != NULL;
    return block->out.failed ? error_memory(&block->error) : QUANZE_OK;
}

static quanze_status understand_notice(struct worker *worker, const char *path, struct str bytes, struct block *block) {
    const struct job *job = worker->job;
    const quanze_status status =
        door_read_notice(job->notices, job->engine, bytes, path, &worker->arena, &worker->task, &worker->notice, &block->error);
    const struct quanze_error *error = &block->error;
    if (status == QUANZE_BAD_DATA)
        problem_error(&block->problems, "not-a-notice", (struct place){path, error->line, error->column}, "%s%.0s", "%.0s%s",
                      error->zh, error->en);
    return status;
}

/* What one record came from, and what a bundle needs of it before it is decided. False when memory ran out. */
static bool origin_of(struct worker *worker, const struct block *block, size_t index, struct origin *out) {
    const struct block_record *one = &block->records[index];
    *out = (struct origin){.notice = one->source ? NULL : &worker->notice,
                           .source = {bundle_source_name(one->source, one->source ? one->record.file : one->path),
                                      {block->bytes.at + one->record.offset, one->record.length}},
                           .number = block->number + index,
                           .bundled = STR("")};
    if (!worker->job->request->bundle || block->bundle.length > 0) return true;
    return bundle_task(&worker->task, &worker->arena, &out->bundled);
}

static quanze_status judge_record(struct worker *worker, struct block *block, size_t index) {
    const struct block_record *one = &block->records[index];
    const struct str bytes = {block->bytes.at + one->record.offset, one->record.length};
    const struct place place = {one->path ? one->path : one->record.file, one->record.line, 0};
    struct origin origin;
    arena_reset(&worker->arena);
    past_log_clear(&worker->log);
    task_clear(&worker->task);
    quanze_status status = one->source ? task_read(one->source, bytes, one->record.line, &worker->arena, &worker->task,
                                                   &block->problems, &block->error)
                                       : understand_notice(worker, one->path, bytes, block);
    if (status == QUANZE_OK)
        status =
            concern_require(worker->job->request->office, &worker->task, &worker->job->engine->list, place, &block->problems);
    if (status == QUANZE_BAD_DATA) block->tally.bad_records++;
    if (status != QUANZE_OK) return status == QUANZE_BAD_DATA ? QUANZE_OK : status;
    keep_past_to_its_offices(worker);
    return origin_of(worker, block, index, &origin) ? judge_task(worker, &origin, block) : error_memory(&block->error);
}

void worker_judge(struct worker *worker, struct block *block) {
    for (size_t i = 0; i < block->count && block->status == QUANZE_OK; i++) block->status = judge_record(worker, block, i);
    if (block->problems.out_of_memory && block->status == QUANZE_OK) block->status = error_memory(&block->error);
}
