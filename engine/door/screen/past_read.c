/* past_read.c - earlier tasks from files into the tables of the past. */
#include <base/alloc.h>
#include <decide/decide.h>
#include <door/screen/past_inside.h>
#include <door/screen/paths.h>
#include <read/read.h>

static bool add_hit(struct past *past, enum past_table table, uint64_t key, int32_t day) {
    struct past_hits *hits = &past->tables[table];
    if (day == DAY_NONE) return true;
    struct past_hit *at = alloc_grow(hits->at, &hits->capacity, hits->count + 1, sizeof *at);
    if (!at) return false;
    hits->at = at;
    hits->at[hits->count++] = (struct past_hit){key, day, (uint32_t)past->task_count};
    return true;
}

static bool add_township(struct past *past, const struct history_keys *keys, struct str township) {
    bool ok = keys->topic == 0 || add_hit(past, TABLE_TOPIC, past_key(township, keys->topic), keys->day);
    for (size_t i = 0; i < keys->form_count && ok; i++)
        ok = add_hit(past, TABLE_FORM, past_key(township, keys->forms[i].key), keys->day);
    if (ok && keys->assesses) ok = add_hit(past, TABLE_ASSESSMENT, past_key(township, 0), keys->day);
    return ok && add_hit(past, TABLE_VISIT, past_key(township, 0), keys->visit) &&
           add_hit(past, TABLE_MEETING, past_key(township, 0), keys->meeting);
}

static bool add_task(struct past *past, const struct task *task, struct arena *scratch) {
    struct history_keys keys;
    if (!history_keys_make(task, decide_day(task, DAY_NONE), scratch, &keys)) return false;
    struct past_task *tasks = alloc_grow(past->tasks, &past->task_capacity, past->task_count + 1, sizeof *tasks);
    if (!tasks) return false;
    past->tasks = tasks;
    struct past_task kept = {arena_copy(&past->arena, keys.id),
                             arena_copy(&past->arena, history_issuer(past->list, keys.issuer))};
    if (!kept.id.at || !kept.issuer.at) return false;
    for (size_t i = 0; i < keys.townships.count; i++)
        if (!add_township(past, &keys, keys.townships.at[i])) return false;
    past->tasks[past->task_count++] = kept;
    return true;
}

/* What reading needs, emptied for each record. */
struct reading_past {
    struct past *past;
    struct arena scratch;
    struct buf bytes;
    struct problems *problems;
};

static quanze_status add_record(struct reading_past *reading, const struct task_source *source, const struct record *record,
                                struct quanze_error *error) {
    struct task task;
    struct str bytes = {reading->bytes.at + record->offset, record->length};
    task_clear(&task);
    quanze_status status = task_read(source, bytes, record->line, &reading->scratch, &task, reading->problems, error);
    if (status == QUANZE_BAD_DATA) return QUANZE_OK; /* told; the others are looked at too */
    if (status == QUANZE_OK && !add_task(reading->past, &task, &reading->scratch)) status = error_memory(error);
    return status;
}

static quanze_status add_source(struct reading_past *reading, struct task_source *source, struct quanze_error *error) {
    for (;;) {
        struct record record;
        bool done = false;
        arena_reset(&reading->scratch);
        buf_clear(&reading->bytes);
        quanze_status status = task_source_next(source, &reading->bytes, &record, &done, reading->problems, error);
        if (reading->bytes.failed) return error_memory(error);
        if (status == QUANZE_BAD_DATA) continue;
        if (status == QUANZE_OK && !done) status = add_record(reading, source, &record, error);
        if (status != QUANZE_OK || done) return status;
    }
}

static quanze_status add_file(struct reading_past *reading, const struct file_source *from, struct quanze_error *error) {
    struct task_source *source = NULL;
    quanze_status status = task_source_open_from(from, NULL, &source, reading->problems, error);
    if (status == QUANZE_BAD_DATA) return QUANZE_OK;
    if (status != QUANZE_OK) return status;
    status = add_source(reading, source, error);
    task_source_close(source);
    return status;
}

static quanze_status add_all(struct reading_past *reading, const struct quanze_screen_request *request,
                             struct quanze_error *error) {
    struct arena arena = {0};
    struct task_paths paths;
    quanze_status status = paths_expand_inputs(&request->history, request->history ? 1 : 0, request->history_inputs,
                                               request->history_input_count, &arena, &paths, error);
    for (size_t i = 0; status == QUANZE_OK && i < paths.count; i++) status = add_file(reading, &paths.at[i].from, error);
    arena_free(&arena);
    return status;
}

quanze_status past_read(struct past *past, const struct quanze_screen_request *request, struct problems *problems,
                        struct quanze_error *error) {
    struct reading_past reading = {.past = past, .problems = problems};
    quanze_status status = add_all(&reading, request, error);
    arena_free(&reading.scratch);
    buf_free(&reading.bytes);
    return status;
}
