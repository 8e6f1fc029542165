#include "task_file.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void write_file(char *path, struct str bytes) {
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    for (size_t at = 0; at < bytes.length;) {
        ssize_t put = write(descriptor, bytes.at + at, bytes.length - at);
        assert_true(put > 0);
        at += (size_t)put;
    }
    close(descriptor);
}

static void take_record(struct task_file *file, const struct record *record) {
    struct task *task = &file->tasks[file->count % COUNT(file->tasks)];
    /* A copy that ends where the record ends, so that a step over its end is seen. */
    char *exact = malloc(record->length ? record->length : 1);
    assert_non_null(exact);
    memcpy(exact, file->bytes.at + record->offset, record->length);
    struct str bytes = {exact, record->length};
    quanze_status status = task_read(file->source, bytes, record->line, &file->arena, task, &file->problems, &file->error);
    free(exact);
    if (status == QUANZE_OK) {
        bytes = arena_copy(&file->arena, (struct str){file->bytes.at + record->offset, record->length});
        status = task_read(file->source, bytes, record->line, &file->arena, task, &file->problems, &file->error);
        assert_int_equal(status, QUANZE_OK);
        file->count++;
        return;
    }
    assert_int_equal(status, QUANZE_BAD_DATA);
    file->bad++;
}

static void take_all(struct task_file *file) {
    for (bool done = false; !done;) {
        struct record record = {0};
        file->bytes.length = 0;
        quanze_status status = task_source_next(file->source, &file->bytes, &record, &done, &file->problems, &file->error);
        if (status == QUANZE_OK && !done) take_record(file, &record);
        if (status != QUANZE_OK) assert_int_equal(status, QUANZE_BAD_DATA);
        file->bad += status != QUANZE_OK;
    }
}

void task_file_read(struct task_file *file, struct str bytes, const char *format) {
    char path[] = "/tmp/quanze-test-XXXXXX";
    memset(file, 0, sizeof *file);
    file->problems.arena = &file->arena;
    write_file(path, bytes);
    file->opened = task_source_open(path, format, &file->source, &file->problems, &file->error);
    if (file->opened == QUANZE_OK) take_all(file);
    unlink(path);
    for (size_t i = 0; i < file->problems.count; i++) {
        const struct problem *problem = &file->problems.at[i];
        buf_printf(&file->said, "%u:%u %s\n", problem->place.line, problem->place.column, problem->code);
    }
}

void task_file_free(struct task_file *file) {
    task_source_close(file->source);
    buf_free(&file->bytes);
    buf_free(&file->said);
    arena_free(&file->arena);
}

const char *task_file_said(struct task_file *file) {
    buf_put_char(&file->said, '\0');
    file->said.length--;
    return file->said.at;
}

static void write_value(const struct value *value, enum fact_type type, const struct field_info *fields, size_t field_count,
                        struct buf *out);

static void write_record(const struct value *row, const struct field_info *fields, size_t count, struct buf *out) {
    for (size_t i = 0; i < count; i++) {
        buf_printf(out, "%.*s:", (int)fields[i].name.length, fields[i].name.at);
        write_value(&row[i], fields[i].type, NULL, 0, out);
        buf_put_char(out, ' ');
    }
}

static void write_value(const struct value *value, enum fact_type type, const struct field_info *fields, size_t field_count,
                        struct buf *out) {
    if (value->state != VALUE_GIVEN) {
        buf_put_text(out, value->state == VALUE_NONE ? "none" : "absent");
    } else if (type == FACT_TEXT) {
        buf_put(out, value_text(value));
    } else if (type < FACT_TEXTS) {
        buf_printf(out, "%lld%s", (long long)value->number, value->whole_day ? " whole day" : "");
    } else {
        buf_put_char(out, '[');
        for (size_t i = 0; i < value->count; i++) {
            if (type == FACT_RECORDS) write_record(value->items + i * field_count, fields, field_count, out);
            if (type == FACT_TEXTS) write_value(&value->items[i], FACT_TEXT, NULL, 0, out);
            if (type == FACT_CHOICES) write_value(&value->items[i], FACT_CHOICE, NULL, 0, out);
            buf_put_text(out, i + 1 < value->count ? "; " : "");
        }
        buf_put_char(out, ']');
    }
}

void task_write(const struct task *task, struct buf *out) {
    for (size_t id = 0; id < FACT_COUNT_ALL; id++) {
        const struct fact_info *info = fact_at(id);
        if (!task_knows(task, (enum fact_id)id)) continue;
        buf_printf(out, "%.*s = ", (int)info->name.length, info->name.at);
        write_value(&task->value[id], info->type, info->fields, info->field_count, out);
        buf_put_char(out, '\n');
    }
}
