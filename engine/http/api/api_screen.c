/* api_screen.c - screen, read and compare over HTTP. */
#include <http/handlers.h>

#include <http/deed/screening.h>
#include <http/wire/kind.h>
#include <http/wire/upload.h>
#include <stdio.h>

/* One line is one object; several are an array. */
static void put_lines(struct buf *out, struct str lines) {
    const char *end = memchr(lines.at, '\n', lines.length);
    const bool one = !end || end == lines.at + lines.length - 1;
    if (one) {
        buf_put(out, lines);
        return;
    }
    buf_put_char(out, '[');
    for (size_t from = 0; from < lines.length;) {
        end = memchr(lines.at + from, '\n', lines.length - from);
        const size_t length = end ? (size_t)(end - lines.at) - from : lines.length - from;
        if (from > 0) buf_put_text(out, ",\n");
        buf_put(out, (struct str){lines.at + from, length});
        from += length + 1;
    }
    buf_put_text(out, "]\n");
}

/* Nothing could be judged: what is wrong, all of it. */
static void refuse(struct call *call, const struct problems_kept *problems) {
    struct quanze_error error;
    (void)error_set(&error, QUANZE_BAD_DATA, "没有一条记录可用，共有 %zu 处错误", "no record can be used; errors: %zu",
                    problems->errors);
    call_fail_errors(call, 422, &error, buf_str(&problems->json));
}

/* How many records were left out; nothing when none was. */
static void tell_bad_records(struct call *call, uint64_t count) {
    char *text = count > 0 ? arena_take(&call->request->arena, 24) : NULL;
    if (!text) return;
    (void)snprintf(text, 24, "%llu", (unsigned long long)count);
    reply_header(call->reply, "Quanze-Bad-Records", str_of(text));
}

static const struct kind KINDS[] = {
    {"json", KIND_JSON, "application/json; charset=utf-8", NULL, QUANZE_FORMAT_JSONL, false},
    {"docx", KIND_DOCX, KIND_DOCX, "attachment; filename=\"opinion.docx\"", QUANZE_FORMAT_DOCX, false},
    {"zip", KIND_ZIP, KIND_ZIP, "attachment; filename=\"proof.zip\"", QUANZE_FORMAT_JSONL, true},
    {"html", "text/html", "text/html; charset=utf-8", "inline", QUANZE_FORMAT_HTML, false},
};

/* The tasks, and the history that came with them. False: the reply is there. */
static bool take_tasks(struct call *call, struct screening *screening) {
    struct quanze_input *tasks;
    struct quanze_error error;
    if (!uploads_of_body(call, "history", &tasks, &screening->input_count)) return false;
    screening->inputs = tasks;
    screening->history = uploads_of_field(call, "history", &screening->history_count);
    if (screening->history) return true;
    (void)error_memory(&error);
    call_fail_with(call, &error);
    return false;
}

static bool take_options(struct call *call, struct screening *screening) {
    struct quanze_error error;
    bool match = true;
    if (!call_flag(call, "record", &screening->record) || !call_flag(call, "fix", &screening->fix) ||
        !call_flag(call, "match", &match) || !call_flag(call, "opinion", &screening->opinion))
        return false;
    screening->declared = !match;
    screening->as_of = call_query(call, "as_of");
    if (!screening->record || call->caller.role != ROLE_AUDITOR) return true;
    (void)error_set(&error, QUANZE_USAGE, "审计只看不记：不要写 record",
                    "an auditor looks and records nothing: leave record out");
    call_fail(call, 403, &error);
    return false;
}

static void send(struct call *call, const struct screening *screening, const struct kind *kind, const struct buf *lines) {
    tell_bad_records(call, screening->summary.bad_records);
    if (kind->format == QUANZE_FORMAT_JSONL && !kind->is_bundle) put_lines(&call->reply->body, buf_str(lines));
    call->reply->body.failed |= lines->failed;
    kind_send(kind, call->reply);
}

void answer_api_screen(struct call *call) {
    struct quanze_error error;
    struct buf lines = {0};
    const struct kind *kind = kind_accepted(call->request, KINDS, sizeof KINDS / sizeof *KINDS);
    const struct quanze_sink reply = reply_sink(call->reply), beside = buf_sink(&lines);
    struct screening screening = {.format = kind->format,
                                  .sink = kind->format == QUANZE_FORMAT_JSONL ? beside : reply,
                                  .bundle = kind->is_bundle ? &reply : NULL};
    if (!take_options(call, &screening) || !take_tasks(call, &screening) || !call_known_at(call)) return;
    const quanze_status status = screening_run(call, &screening, &error);
    if (status == QUANZE_BAD_DATA && screening.problems.errors > 0)
        call_fail_errors(call, 422, &error, buf_str(&screening.problems.json));
    else if (status != QUANZE_OK)
        call_fail_with(call, &error);
    else if (screening.summary.tasks == 0)
        refuse(call, &screening.problems);
    else
        send(call, &screening, kind, &lines);
    problems_free(&screening.problems);
    buf_free(&lines);
}

void answer_api_similar(struct call *call) {
    struct quanze_input *inputs;
    struct quanze_similar_summary summary;
    struct quanze_error error;
    struct problems_kept problems = {.language = call->language};
    size_t count;
    if (!uploads_of_body(call, NULL, &inputs, &count)) return;
    problems.of_files = count > 1;
    const struct quanze_similar_request request = {.inputs = inputs,
                                                   .input_count = count,
                                                   .as_of = call_query(call, "as_of"),
                                                   .language = call->language,
                                                   .format = QUANZE_FORMAT_JSON,
                                                   .sink = reply_sink(call->reply),
                                                   .reporter = problems_reporter(&problems)};
    const quanze_status status = quanze_similar(call_engine(call), &request, &summary, &error);
    if (status != QUANZE_OK)
        call_fail_with(call, &error);
    else if (summary.papers == 0)
        refuse(call, &problems);
    else {
        tell_bad_records(call, summary.bad_records);
        call_is_json(call);
    }
    problems_free(&problems);
}

void answer_api_read(struct call *call) {
    static const struct kind READ_KINDS[] = {
        {"json", KIND_JSON, "application/json; charset=utf-8", NULL, QUANZE_FORMAT_JSON, false},
        {"yaml", KIND_YAML, "application/yaml; charset=utf-8", NULL, QUANZE_FORMAT_YAML, false}};
    struct quanze_input input;
    struct quanze_error error;
    const struct kind *kind = kind_accepted(call->request, READ_KINDS, 2);
    if (!upload_of_body(call, &input)) return;
    const struct quanze_read_request request = {
        .input = &input, .language = call->language, .format = kind->format, .sink = reply_sink(call->reply)};
    if (quanze_read(call_engine(call), &request, &error) == QUANZE_OK)
        kind_send(kind, call->reply);
    else
        call_fail_with(call, &error);
}
