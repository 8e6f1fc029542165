#include <door/screen/single.h>

#include <door/screen/notice.h>
#include <read/notice/notice_file.h>

static quanze_status refuse_count(const char *path, struct quanze_error *error) {
    return error_set(error, QUANZE_BAD_DATA, "“%s”里要有且只有一件任务", "\"%s\" must hold exactly one task", path);
}

/* The first record's bytes, copied to the arena; `*is_one` false when there is none, or another. */
static quanze_status take_record(struct single *single, struct buf *bytes, struct record *record, struct str *out, bool *is_one,
                                 struct quanze_error *error) {
    struct record second;
    bool done = false;
    *is_one = false;
    quanze_status status = task_source_next(single->source, bytes, record, &done, &single->problems, error);
    if (status != QUANZE_OK || done) return status;
    status = task_source_next(single->source, bytes, &second, &done, &single->problems, error);
    if (status != QUANZE_OK) return status;
    *is_one = done;
    if (bytes->failed) return error_memory(error);
    *out = arena_copy(&single->arena, (struct str){bytes->at + record->offset, record->length});
    return out->at ? QUANZE_OK : error_memory(error);
}

static quanze_status read_record(struct single *single, const char *path, struct quanze_error *error) {
    struct buf bytes = {0};
    struct record record;
    struct str own = {0};
    bool is_one = false;
    quanze_status status = take_record(single, &bytes, &record, &own, &is_one, error);
    buf_free(&bytes);
    if (status == QUANZE_OK && !is_one) status = refuse_count(path, error);
    if (status != QUANZE_OK) return status;
    single->bytes = own;
    return task_read(single->source, own, record.line, &single->arena, &single->task, &single->problems, error);
}

static quanze_status read_notice_task(const struct quanze *engine, const struct file_source *from, struct single *single,
                                      struct quanze_error *error) {
    struct notice_reader *reader = NULL;
    quanze_status status = file_read_source(from, QUANZE_MAX_FILE_BYTES, &single->arena, &single->bytes, error);
    if (status == QUANZE_OK) status = notice_reader_open(&reader, error);
    if (status == QUANZE_OK)
        status =
            door_read_notice(reader, engine, single->bytes, from->path, &single->arena, &single->task, &single->notice, error);
    notice_reader_close(reader);
    return status;
}

quanze_status single_open(const struct quanze *engine, const struct file_source *from, const char *input_format,
                          struct single *out, struct quanze_error *error) {
    *out = (struct single){.source = NULL};
    out->problems.arena = &out->arena;
    if (!from->path) return error_set(error, QUANZE_USAGE, "没有给出任务", "no task was given");
    if (!input_format && notice_file_is(from->path)) return read_notice_task(engine, from, out, error);
    quanze_status status = task_source_open_from(from, input_format, &out->source, &out->problems, error);
    if (status == QUANZE_OK) status = read_record(out, from->path, error);
    if (status == QUANZE_BAD_DATA && out->problems.errors > 0) status = problems_status(&out->problems, error);
    return status;
}

void single_close(struct single *single) {
    task_source_close(single->source);
    arena_free(&single->arena);
}
