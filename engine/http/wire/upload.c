#include <http/wire/upload.h>

static const struct {
    const char *type, *name;
} TYPES[] = {
    {"application/json", "task.json"},
    {"application/yaml", "task.yaml"},
    {"application/x-yaml", "task.yaml"},
    {"text/yaml", "task.yaml"},
    {"text/x-yaml", "task.yaml"},
    {"application/x-ndjson", "tasks.jsonl"},
    {"application/jsonl", "tasks.jsonl"},
    {"application/x-jsonlines", "tasks.jsonl"},
    {"text/csv", "tasks.csv"},
    {"text/plain", "notice.txt"},
    {"text/markdown", "notice.md"},
    {"text/html", "notice.html"},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "notice.docx"},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "tasks.xlsx"},
};

bool upload_of_body(struct call *call, struct quanze_input *out) {
    struct quanze_error error;
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
        if (request_is_type(call->request, TYPES[i].type)) {
            const struct str body = buf_str(&call->request->body);
            *out = (struct quanze_input){.name = TYPES[i].name, .bytes = body.at, .length = body.length};
            return true;
        }
    (void)error_set(
        &error, QUANZE_USAGE,
        "不认识这种 Content-Type；任务用 application/json、application/x-ndjson、application/yaml、text/csv 或 .xlsx "
        "的类型，来文用 "
        "text/plain、text/html 或 .docx 的类型",
        "unknown Content-Type; tasks come as application/json, application/x-ndjson, application/yaml, text/csv or the type of "
        ".xlsx, notices as text/plain, text/html or the type of .docx");
    call_fail(call, 415, &error);
    return false;
}

/* The name that a browser sends counts for its ending alone. */
static const char *plain_name(const struct field *file) {
    const char *slash = strrchr(file->file_name.at, '/'), *back = strrchr(file->file_name.at, '\\');
    const char *name = slash > back ? slash : back;
    return name ? name + 1 : file->file_name.at;
}

bool upload_of_form(struct call *call, struct quanze_input *out, struct quanze_error *error) {
    const struct field *file = fields_find(&call->request->form, "file");
    const struct str text = fields_value(&call->request->form, "text");
    if (file && file->file_name.at && file->file_name.length > 0 && file->value.length > 0) {
        *out = (struct quanze_input){.name = plain_name(file), .bytes = file->value.at, .length = file->value.length};
        return true;
    }
    if (str_trim(text).length > 0) {
        *out = (struct quanze_input){.name = "notice.txt", .bytes = text.at, .length = text.length};
        return true;
    }
    (void)error_set(error, QUANZE_USAGE, "请粘贴来文，或选一个文件", "paste the notice, or choose a file");
    return false;
}

static bool is_file(const struct field *field) { return field->file_name.at && field->file_name.length > 0; }

struct quanze_input *uploads_of_form(struct call *call, size_t *count) {
    static const char *const NAMES[][4] = {{"第1份.txt", "第2份.txt", "第3份.txt", "第4份.txt"},
                                           {"first.txt", "second.txt", "third.txt", "fourth.txt"}};
    const struct fields *form = &call->request->form;
    struct quanze_input *papers = arena_take_array(&call->request->arena, form->count + 1, sizeof *papers);
    size_t texts = 0;
    *count = 0;
    for (size_t i = 0; papers && i < form->count; i++) {
        const struct field *field = &form->at[i];
        if (is_file(field) && field->value.length > 0)
            papers[(*count)++] = (struct quanze_input){plain_name(field), field->value.at, field->value.length};
        else if (str_equal(field->name, STR("text")) && texts < 4 && str_trim(field->value).length > 0)
            papers[(*count)++] =
                (struct quanze_input){NAMES[call->language == QUANZE_EN][texts++], field->value.at, field->value.length};
    }
    return papers;
}

struct quanze_input *uploads_of_field(struct call *call, const char *field, size_t *count) {
    const struct fields *form = &call->request->form;
    struct quanze_input *files = arena_take_array(&call->request->arena, form->count + 1, sizeof *files);
    *count = 0;
    for (size_t i = 0; files && i < form->count; i++) {
        const struct field *one = &form->at[i];
        if (is_file(one) && str_equal(one->name, str_of(field)))
            files[(*count)++] = (struct quanze_input){plain_name(one), one->value.at, one->value.length};
    }
    return files;
}

/* What is misspelt must not pass for something else. */
static quanze_status check_field(const struct field *field, const char *other, struct quanze_error *error) {
    const struct str names[] = {STR("file"), str_of(other)};
    for (size_t i = 0; i < 2; i++)
        if (is_file(field) && str_equal(field->name, names[i])) return QUANZE_OK;
    const int length = (int)(field->name.length < 100 ? field->name.length : 100);
    return error_set(error, QUANZE_USAGE, "表单里的“%.*s”不认识：这里只收文件，栏目名是 %s%s%s",
                     "\"%.*s\" of the form is not known: files are expected here, in the fields %s%s%s", length, field->name.at,
                     "file", other ? ", " : "", other ? other : "");
}

/* The files of the field "file"; others may stand in the field `other`. */
static bool files_of_form(struct call *call, const char *other, struct quanze_input **out, size_t *count,
                          struct quanze_error *error) {
    const struct fields *form = &call->request->form;
    if (request_read_form(call->request, error) != QUANZE_OK) return false;
    for (size_t i = 0; i < form->count; i++)
        if (check_field(&form->at[i], other, error) != QUANZE_OK) return false;
    *out = uploads_of_field(call, "file", count);
    if (!*out) {
        (void)error_memory(error);
        return false;
    }
    if (form->count > 0) return true;
    (void)error_set(error, QUANZE_USAGE, "表单里没有文件（栏目名 file）", "there is no file in the form (field file)");
    return false;
}

bool uploads_of_body(struct call *call, const char *other, struct quanze_input **out, size_t *count) {
    struct quanze_error error;
    if (request_is_type(call->request, "multipart/form-data")) {
        if (files_of_form(call, other, out, count, &error)) return true;
        call_fail_with(call, &error);
        return false;
    }
    *out = arena_take_array(&call->request->arena, 1, sizeof **out);
    *count = 1;
    if (*out) return upload_of_body(call, *out);
    (void)error_memory(&error);
    call_fail_with(call, &error);
    return false;
}
