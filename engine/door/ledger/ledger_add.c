/* ledger_add.c - task files into the ledger: all of them in one transaction, or with `keep_going` in batches. */
#include <door/ledger/concern.h>
#include <door/ledger/ledger.h>
#include <door/ledger/record.h>
#include <door/request.h>
#include <door/screen/paths.h>
#include <read/read.h>

#define BATCH_TASKS 10000   /* with `keep_going`: what is acknowledged together */
#define PROGRESS_TASKS 1000 /* progress is told about that often */

struct adding {
    struct ledger *ledger;
    const struct quanze_entry_request *request;
    int64_t now;
    struct share_words words;
    struct record_form form;
    struct arena arena; /* of one record */
    struct problems problems;
    struct arena problem_arena;
    struct buf bytes, scratch;
    struct task task;
    struct quanze_entry_summary total;
    uint64_t reported, uncommitted, bytes_behind, bytes_total;
};

/* Tells what was noted since the last time; of one run at most QUANZE_MAX_PROBLEMS. */
static quanze_status tell(struct adding *adding, struct quanze_error *error) {
    bool lost = adding->problems.out_of_memory;
    if (adding->problems.count > QUANZE_MAX_PROBLEMS - adding->reported)
        adding->problems.count = QUANZE_MAX_PROBLEMS - adding->reported;
    adding->reported += adding->problems.count;
    if (adding->problems.count > 0) problems_report(&adding->problems, adding->request->reporter);
    arena_reset(&adding->problem_arena);
    adding->problems = (struct problems){.arena = &adding->problem_arena};
    return lost ? error_memory(error) : QUANZE_OK;
}

static void note(struct adding *adding, const char *path, const struct ledger_added *added) {
    struct str id = task_text(&adding->task, FACT_ID_ID);
    struct place place = {path, adding->task.line, 0};
    adding->total.added += !added->is_duplicate;
    adding->total.duplicates += added->is_duplicate;
    adding->total.other_versions += added->is_other_version;
    if (added->is_duplicate)
        problem_warning(&adding->problems, "duplicate-task", place, "“%.*s”已在台账第 %lld 行，内容相同，未重复登记",
                        "\"%.*s\" stands in row %lld with the same content and was not entered again", (int)id.length, id.at,
                        (long long)added->seq);
    if (added->is_other_version)
        problem_warning(&adding->problems, "other-version", place, "“%.*s”已有登记，内容不同，作为另一版本登记为第 %lld 行",
                        "\"%.*s\" was there with another content and was entered as another version in row %lld",
                        (int)id.length, id.at, (long long)added->seq);
}

static quanze_status commit(struct adding *adding, uint64_t least, struct quanze_error *error) {
    if (adding->uncommitted < least) return QUANZE_OK;
    adding->uncommitted = 0;
    quanze_status status = ledger_commit(adding->ledger, error);
    return status == QUANZE_OK ? ledger_begin(adding->ledger, error) : status;
}

static quanze_status roll(struct adding *adding, const struct ledger_task *row, const struct ledger_added *added,
                          struct quanze_error *error) {
    struct ledger_share share;
    if (!record_share(&adding->words, &adding->task, &adding->scratch, &adding->arena, &share)) return error_memory(error);
    return ledger_roll(adding->ledger, row, added, &share, error);
}

static quanze_status add_one(struct adding *adding, const char *path, struct quanze_error *error) {
    struct ledger_task row;
    struct ledger_added added;
    int32_t day = decide_day(&adding->task, DAY_NONE);
    if (adding->total.rejected > 0 && !adding->request->keep_going) return QUANZE_OK; /* nothing will be entered */
    if (!record_task(&adding->form, &adding->task, day, &adding->scratch, &adding->arena, &row)) return error_memory(error);
    quanze_status status = ledger_add_task(adding->ledger, &row, adding->now, &added, error);
    if (status == QUANZE_OK && !added.is_duplicate) status = roll(adding, &row, &added, error);
    if (status != QUANZE_OK) return status;
    note(adding, path, &added);
    adding->uncommitted++;
    return adding->request->keep_going ? commit(adding, BATCH_TASKS, error) : QUANZE_OK;
}

static void tell_progress(const struct adding *adding, const struct task_source *source) {
    uint64_t done = adding->total.added + adding->total.duplicates + adding->total.rejected;
    if (!adding->request->progress || done % PROGRESS_TASKS != 0) return;
    adding->request->progress(adding->request->progress_payload, done, adding->bytes_behind + task_source_bytes(source),
                              adding->bytes_total);
}

/* Whose task it is: by what it says, and by what the ledger knows of its id. */
static quanze_status require_concern(struct adding *adding, struct place place, struct quanze_error *error) {
    const char *office = adding->request->office;
    quanze_status status = concern_require(office, &adding->task, NULL, place, &adding->problems);
    if (status != QUANZE_OK) return status;
    status = concern_require_id(office, adding->ledger, NULL, task_text(&adding->task, FACT_ID_ID), error);
    if (status == QUANZE_BAD_DATA)
        problem_error(&adding->problems, "not-yours", place, "%s%.0s", "%.0s%s", error->zh, error->en);
    return status;
}

static quanze_status read_one(struct adding *adding, struct task_source *source, bool *done, struct quanze_error *error) {
    struct record record;
    buf_clear(&adding->bytes);
    arena_reset(&adding->arena);
    quanze_status status = task_source_next(source, &adding->bytes, &record, done, &adding->problems, error);
    if (adding->bytes.failed) return error_memory(error);
    if (status == QUANZE_OK && *done) return tell(adding, error);
    if (status == QUANZE_OK) {
        struct str bytes = {adding->bytes.at + record.offset, record.length};
        status = task_read(source, bytes, record.line, &adding->arena, &adding->task, &adding->problems, error);
        if (status == QUANZE_OK) status = require_concern(adding, (struct place){record.file, record.line, 0}, error);
    }
    if (status == QUANZE_BAD_DATA)
        adding->total.rejected++;
    else if (status == QUANZE_OK)
        status = add_one(adding, record.file, error);
    if (status != QUANZE_OK && status != QUANZE_BAD_DATA) return status;
    tell_progress(adding, source);
    return tell(adding, error);
}

static quanze_status add_file(struct adding *adding, const struct task_path *path, struct quanze_error *error) {
    struct task_source *source = NULL;
    bool done = false;
    quanze_status status = task_source_open_from(&path->from, adding->request->input_format, &source, &adding->problems, error);
    if (status == QUANZE_BAD_DATA) {
        adding->total.rejected++;
        return tell(adding, error);
    }
    while (status == QUANZE_OK && !done) status = read_one(adding, source, &done, error);
    task_source_close(source);
    adding->bytes_behind += path->bytes;
    return status;
}

static void write_page(struct adding *adding, struct buf *page) {
    const struct quanze_entry_request *request = adding->request;
    const struct ledger_page form = {.language = request->language, .format = request->format};
    adding->total.exit_code = adding->total.rejected > 0 ? QUANZE_BAD_DATA : QUANZE_OK;
    say_entries(page, &form, &adding->total, request->keep_going);
}

/* Bad records, and nothing is entered: the page tells of them. */
static quanze_status give_up(struct adding *adding, struct buf *page, struct quanze_error *error) {
    ledger_roll_back(adding->ledger);
    adding->total.added = adding->total.other_versions = 0;
    write_page(adding, page);
    return request_send(adding->request->sink, page, error);
}

static quanze_status add_all(struct adding *adding, const struct task_paths *paths, struct quanze_error *error) {
    struct buf page = {0};
    quanze_status status = ledger_begin(adding->ledger, error);
    if (status != QUANZE_OK) return status;
    for (size_t i = 0; i < paths->count && status == QUANZE_OK; i++) status = add_file(adding, &paths->at[i], error);
    if (status == QUANZE_OK && adding->total.rejected > 0 && !adding->request->keep_going)
        status = give_up(adding, &page, error);
    else {
        if (status == QUANZE_OK) write_page(adding, &page);
        status = ledger_finish(adding->ledger, status, &page, adding->request->sink, error);
    }
    buf_free(&page);
    return status;
}

quanze_status quanze_ledger_add(struct quanze_ledger *ledger, const struct quanze_entry_request *request,
                                struct quanze_entry_summary *out, struct quanze_error *error) {
    struct adding adding = {.ledger = ledger->ledger, .request = request};
    struct arena arena = {0};
    struct task_paths paths;
    adding.problems.arena = &adding.problem_arena;
    record_form_make(&adding.form);
    share_words_make(&adding.words);
    quanze_status status = ledger_now(request->now, &adding.now, error);
    if (status == QUANZE_OK)
        status = paths_expand_inputs(request->paths, request->path_count, request->inputs, request->input_count, &arena, &paths,
                                     error);
    if (status == QUANZE_OK) {
        adding.bytes_total = paths.bytes;
        status = add_all(&adding, &paths, error);
    }
    if (status == QUANZE_OK) *out = adding.total;
    arena_free(&arena);
    arena_free(&adding.arena);
    arena_free(&adding.problem_arena);
    buf_free(&adding.bytes);
    buf_free(&adding.scratch);
    return status;
}
