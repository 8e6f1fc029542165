/* source.c - files of tasks: which format, which record comes next, and what one record says. */
#include <read/exported.h>
#include <read/json.h>
#include <read/list/written.h>
#include <read/task/cut.h>
#include <read/task/task_csv.h>
#include <read/task/task_node.h>
#include <read/task/task_sheet.h>

#include <base/alloc.h>

struct task_source {
    enum task_format format;
    struct arena arena; /* the path and the head of a table */
    const char *path;
    struct lines lines;
    struct json_rest json;
    struct task_head head;
    struct task_book book;
    struct task_keys *keys;
    uint64_t others;            /* lines of an export that are no tasks */
    bool has_records, is_ended; /* a record was cut out, or tried to; the end was reported */
};

static const struct {
    const char *ending;
    enum task_format format;
} ENDINGS[] = {{".yaml", TASK_YAML},    {".yml", TASK_YAML}, {".json", TASK_JSON}, {".jsonl", TASK_JSONL},
               {".ndjson", TASK_JSONL}, {".csv", TASK_CSV},  {".xlsx", TASK_XLSX}, {".xls", TASK_XLSX}};

static bool ends_with(struct str text, struct str ending) {
    if (text.length < ending.length) return false;
    for (size_t i = 0; i < ending.length; i++) {
        char c = text.at[text.length - ending.length + i];
        if ((c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) != ending.at[i]) return false;
    }
    return true;
}

static bool format_of_path(const char *path, enum task_format *out) {
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++)
        if (ends_with(str_of(path), str_of(ENDINGS[i].ending))) {
            *out = ENDINGS[i].format;
            return true;
        }
    return false;
}

static bool format_of_name(const char *name, enum task_format *out) {
    static const char *const names[] = {"yaml", "json", "jsonl", "csv", "xlsx"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0) {
            *out = (enum task_format)i;
            return true;
        }
    return false;
}

/* An object that ends on its first line is taken for JSON Lines: read either way it is the same task. */
static enum task_format format_of_line(struct str line) {
    struct str text = str_trim(line);
    if (text.length && text.at[0] == '[') return TASK_JSON;
    if (text.length && text.at[0] == '{') return text.at[text.length - 1] == '}' ? TASK_JSONL : TASK_JSON;
    return task_csv_is_head(text) ? TASK_CSV : TASK_YAML;
}

static quanze_status sniff(struct task_source *source, struct problems *problems, struct quanze_error *error) {
    struct str line;
    bool done;
    do {
        quanze_status status = lines_next(&source->lines, QUANZE_MAX_RECORD_BYTES, &line, &done, problems, error);
        if (status != QUANZE_OK) return status;
    } while (!done && str_trim(line).length == 0);
    if (done) return QUANZE_OK;
    source->format = format_of_line(line);
    lines_put_back(&source->lines);
    return QUANZE_OK;
}

static quanze_status choose_format(struct task_source *source, const char *name, struct problems *problems,
                                   struct quanze_error *error) {
    if (!name) return format_of_path(source->path, &source->format) ? QUANZE_OK : sniff(source, problems, error);
    if (format_of_name(name, &source->format)) return QUANZE_OK;
    return error_set(error, QUANZE_USAGE, "不认识任务格式“%s”，应为 yaml、json、jsonl、csv 或 xlsx",
                     "unknown task format \"%s\"; expected yaml, json, jsonl, csv or xlsx", name);
}

static quanze_status report_no_task(const struct task_source *source, struct problems *problems) {
    problem_error(problems, "no-task", (struct place){source->path, 1, 1}, "文件中没有任务", "there is no task in this file");
    return QUANZE_BAD_DATA;
}

static quanze_status read_head(struct task_source *source, struct problems *problems, struct quanze_error *error) {
    struct buf bytes = {0};
    struct record record;
    bool done = false;
    quanze_status status = cut_csv(&source->lines, &bytes, &record, &done, problems, error);
    if (status == QUANZE_OK && done) status = report_no_task(source, problems);
    if (status == QUANZE_OK) {
        struct reading reading = {source->path, &source->arena, problems};
        struct str head = {bytes.at + record.offset, record.length};
        if (!task_csv_head(source->keys, head, record.line, &reading, &source->head)) status = QUANZE_BAD_DATA;
    }
    buf_free(&bytes);
    return status;
}

/* A workbook is held whole, and its lines are no lines of text. */
static quanze_status start_book(struct task_source *source, const struct file_source *from, struct problems *problems,
                                struct quanze_error *error) {
    quanze_status status = task_book_read(from, source->keys, &source->arena, &source->book, problems, error);
    if (status != QUANZE_BAD_DATA || problems->errors > 0) return status;
    problem_error(problems, "no-workbook", (struct place){error->file, error->line, error->column}, "%s%.0s", "%.0s%s",
                  error->zh, error->en);
    return status;
}

static bool is_book(const char *path, const char *name) {
    enum task_format format;
    return (name ? format_of_name(name, &format) : format_of_path(path, &format)) && format == TASK_XLSX;
}

/* With the place of the first problem in `error` where the call ends with bad data. */
static quanze_status settle(quanze_status status, const struct problems *problems, struct quanze_error *error) {
    if (problems->out_of_memory) return error_memory(error);
    return status == QUANZE_BAD_DATA ? problems_status(problems, error) : status;
}

/* Not cleared first: they are larger than what most sources hold. */
static bool make_keys(struct task_source *source) {
    source->keys = alloc_resize(NULL, sizeof *source->keys);
    if (source->keys) task_keys_make(source->keys);
    return source->keys != NULL;
}

static quanze_status start(struct task_source *source, const struct file_source *input, const char *format,
                           struct problems *problems, struct quanze_error *error) {
    source->path = arena_copy(&source->arena, str_of(input->path)).at;
    const struct file_source from = {source->path, input->bytes};
    if (!source->path) return error_memory(error);
    source->lines.path = source->path;
    if (!make_keys(source)) return error_memory(error);
    if (is_book(from.path, format)) {
        source->format = TASK_XLSX;
        return settle(start_book(source, &from, problems, error), problems, error);
    }
    quanze_status status = line_reader_open_source(&from, &source->lines.reader, error);
    if (status == QUANZE_OK) status = choose_format(source, format, problems, error);
    if (status == QUANZE_OK && source->format == TASK_CSV) status = read_head(source, problems, error);
    return settle(status, problems, error);
}

quanze_status task_source_open(const char *path, const char *format, struct task_source **out, struct problems *problems,
                               struct quanze_error *error) {
    return task_source_open_from(&(struct file_source){.path = path}, format, out, problems, error);
}

quanze_status task_source_open_from(const struct file_source *from, const char *format, struct task_source **out,
                                    struct problems *problems, struct quanze_error *error) {
    struct task_source *source = alloc_new(sizeof *source);
    if (!source) return error_memory(error);
    quanze_status status = start(source, from, format, problems, error);
    if (status == QUANZE_OK)
        *out = source;
    else
        task_source_close(source);
    return status;
}

quanze_status task_source_of_lines(const char *name, struct task_source **out, struct quanze_error *error) {
    struct task_source *source = alloc_new(sizeof *source);
    if (!source) return error_memory(error);
    source->format = TASK_JSONL;
    source->is_ended = true;
    source->path = arena_copy(&source->arena, str_of(name)).at;
    if (source->path && make_keys(source)) {
        *out = source;
        return QUANZE_OK;
    }
    task_source_close(source);
    return error_memory(error);
}

void task_source_close(struct task_source *source) {
    if (!source) return;
    lines_free(&source->lines);
    buf_free(&source->json.text);
    arena_free(&source->arena);
    alloc_free(source->keys);
    alloc_free(source);
}

enum task_format task_source_format(const struct task_source *source) { return source->format; }

uint64_t task_source_bytes(const struct task_source *source) {
    return source->format == TASK_XLSX ? 0 : line_reader_bytes(source->lines.reader);
}

uint64_t task_source_total(const struct task_source *source) {
    return source->format == TASK_XLSX ? 0 : line_reader_total(source->lines.reader);
}

/* The record of a workbook is where it stands: its cells lie in the source. */
struct book_record {
    uint32_t sheet, row;
};

static quanze_status cut_book(struct task_source *source, struct buf *bytes, struct record *out, bool *done) {
    struct book_record at;
    *done = !task_book_next(&source->book, &at.sheet, &at.row);
    if (*done) return QUANZE_OK;
    const struct task_sheet *from = &source->book.at[at.sheet];
    *out = (struct record){bytes->length, sizeof at, from->sheet->rows[at.row].number, from->place};
    buf_put(bytes, (struct str){(const char *)&at, sizeof at});
    return QUANZE_OK;
}

/* What an export has besides tasks is left out. */
static quanze_status cut_task_line(struct task_source *source, struct buf *bytes, struct record *out, bool *done,
                                   struct problems *problems, struct quanze_error *error) {
    const size_t start = bytes->length;
    for (;;) {
        quanze_status status = cut_jsonl(&source->lines, bytes, out, done, problems, error);
        if (status != QUANZE_OK || *done) return status;
        if (!exported_is_other(source->keys, (struct str){bytes->at + out->offset, out->length})) return QUANZE_OK;
        bytes->length = start;
        source->others++;
    }
}

static quanze_status cut(struct task_source *source, struct buf *bytes, struct record *out, bool *done,
                         struct problems *problems, struct quanze_error *error) {
    switch (source->format) {
    case TASK_YAML: return cut_yaml(&source->lines, bytes, out, done, problems, error);
    case TASK_JSON: return cut_json(&source->lines, &source->json, bytes, out, done, problems, error);
    case TASK_JSONL: return cut_task_line(source, bytes, out, done, problems, error);
    case TASK_XLSX: return cut_book(source, bytes, out, done);
    case TASK_CSV: break;
    }
    return cut_csv(&source->lines, bytes, out, done, problems, error);
}

quanze_status task_source_next(struct task_source *source, struct buf *bytes, struct record *out, bool *done,
                               struct problems *problems, struct quanze_error *error) {
    *done = source->is_ended;
    if (source->is_ended) return QUANZE_OK;
    out->file = NULL;
    quanze_status status = cut(source, bytes, out, done, problems, error);
    if (!out->file) out->file = source->path;
    source->is_ended = *done;
    const uint64_t others = source->others + source->json.others;
    if (*done && others > 0)
        problem_warning(problems, "other-records", (struct place){source->path, 0, 0},
                        "导出文件中有 %llu 条不是任务（结论、流转等），没有读入",
                        "%llu records of this export are no tasks and were left out", (unsigned long long)others);
    bool is_empty = *done && !source->has_records;
    source->has_records = true;
    if (status == QUANZE_OK && is_empty) {
        *done = false;
        status = report_no_task(source, problems);
    }
    return settle(status, problems, error);
}

static const struct node *parse_yaml(struct str bytes, unsigned line, const struct reading *reading) {
    struct node **documents = NULL;
    size_t count = 0;
    yaml_parse(bytes, reading->file, line, reading->arena, &documents, &count, reading->problems);
    return count > 0 ? documents[0] : NULL;
}

static const struct node *parse_json(struct str bytes, struct json_origin origin, const struct reading *reading) {
    struct node *root = NULL;
    json_parse(bytes, &origin, reading->arena, &root, reading->problems);
    return root;
}

/* The tree of a record; NULL when there is none. */
static const struct node *parse(const struct task_source *source, struct str bytes, unsigned line,
                                const struct reading *reading) {
    uint32_t column = 1;
    if (source->format == TASK_YAML) return parse_yaml(bytes, line, reading);
    if (source->format == TASK_JSON) {
        memcpy(&column, bytes.at, CUT_COLUMN_BYTES);
        bytes = (struct str){bytes.at + CUT_COLUMN_BYTES, bytes.length - CUT_COLUMN_BYTES};
    }
    return parse_json(bytes, (struct json_origin){reading->file, line, column, false}, reading);
}

/* A name that is no fact's would let a doubt pass for silence. */
static void check_unsure(const struct task *task, struct place place, struct problems *problems) {
    if (!task_given(task, FACT_ID_UNSURE)) return;
    const struct value *names = &task->value[FACT_ID_UNSURE];
    for (uint32_t i = 0; i < names->count; i++) {
        const struct str name = value_text(&names->items[i]);
        if (fact_find(name) >= 0) continue;
        const int near = fact_nearest(name);
        const struct str meant = near >= 0 ? fact_at((size_t)near)->name : STR("due_at");
        problem_error(problems, "unknown-fact", place, "unsure 里的“%.*s”不是要素名称，应为 %.*s 这样的名称",
                      "\"%.*s\" in unsure is no fact; expected a name such as %.*s", WRITTEN_SHOWN(name), (int)meant.length,
                      meant.at);
    }
}

quanze_status task_read(const struct task_source *source, struct str bytes, unsigned line, struct arena *arena,
                        struct task *out, struct problems *problems, struct quanze_error *error) {
    struct reading reading = {source->path, arena, problems};
    size_t errors_before = problems->errors;
    task_clear(out);
    out->line = line;
    if (source->format == TASK_XLSX) {
        struct book_record at;
        memcpy(&at, bytes.at, sizeof at);
        reading.file = source->book.at[at.sheet].place;
        task_book_task(&source->book, source->keys, at.sheet, at.row, &reading, out);
    } else if (source->format == TASK_CSV) {
        task_csv_row(source->keys, &source->head, bytes, line, &reading, out);
    } else {
        const struct node *root = parse(source, bytes, line, &reading);
        if (root)
            task_node_read(source->keys, exported_task(root), &reading, out);
        else if (problems->errors == errors_before)
            report_no_task(source, problems);
    }
    check_unsure(out, (struct place){reading.file, line, 1}, problems);
    return settle(problems->errors > errors_before ? QUANZE_BAD_DATA : QUANZE_OK, problems, error);
}

bool read_scalar_fact(enum fact_id fact, struct str written, struct place place, struct arena *arena, struct value *out,
                      struct problems *problems) {
    struct field field = field_of_fact(fact_at(fact));
    struct reading reading = {place.file, arena, problems};
    struct node node = {.kind = NODE_SCALAR, .text = written, .line = place.line, .column = place.column};
    if (field.type < FACT_TEXTS) return field_read(&field, &node, &reading, out);
    field_report_kind(field.name, NODE_SEQUENCE, &node, &reading);
    return false;
}
