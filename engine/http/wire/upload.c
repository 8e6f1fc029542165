#include <http/wire/upload.h>

static const struct {
    const char *type, *name;
} TYPES[] = {
    {"application/json", "task.json"},
    {"application/yaml", "task.yaml"},
    {"text/yaml", "task.yaml"},
    {"application/x-ndjson", "tasks.jsonl"},
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
    static const char *const NAMES[] = {"1.txt", "2.txt", "3.txt", "4.txt"};
    const struct fields *form = &call->request->form;
    struct quanze_input *papers = arena_take_array(&call->request->arena, form->count + 1, sizeof *papers);
    size_t texts = 0;
    *count = 0;
    for (size_t i = 0; papers && i < form->count; i++) {
        const struct field *field = &form->at[i];
        if (is_file(field) && field->value.length > 0)
            papers[(*count)++] = (struct quanze_input){plain_name(field), field->value.at, field->value.length};
        else if (str_equal(field->name, STR("text")) && texts < 4 && str_trim(field->value).length > 0)
            papers[(*count)++] = (struct quanze_input){NAMES[texts++], field->value.at, field->value.length};
    }
    return papers;
}

/* Each file of a form. */
static bool files_of_form(struct call *call, struct quanze_input **out, size_t *count, struct quanze_error *error) {
    struct fields *form = &call->request->form;
    if (request_read_form(call->request, error) != QUANZE_OK) return false;
    struct quanze_input *files = arena_take_array(&call->request->arena, form->count + 1, sizeof *files);
    if (!files) {
        (void)error_memory(error);
        return false;
    }
    *count = 0;
    for (size_t i = 0; i < form->count; i++)
        if (is_file(&form->at[i]))
            files[(*count)++] = (struct quanze_input){plain_name(&form->at[i]), form->at[i].value.at, form->at[i].value.length};
    *out = files;
    if (*count > 0) return true;
    (void)error_set(error, QUANZE_USAGE, "表单里没有文件", "there is no file in the form");
    return false;
}

bool uploads_of_body(struct call *call, struct quanze_input **out, size_t *count) {
    struct quanze_error error;
    if (request_is_type(call->request, "multipart/form-data")) {
        if (files_of_form(call, out, count, &error)) return true;
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
