/* screen_page.c - the page where a paper is handed in, judged, corrected, judged again and written down. */
#include <http/handlers.h>

#include <http/deed/screening.h>
#include <http/deed/typed.h>
#include <http/pages/frame.h>
#include <http/wire/upload.h>
#include <stdlib.h>

/* What the page shows of a paper. */
struct shown {
    struct buf verdict, fields, wrong;
    struct scope fixes[9];
    size_t fix_count;
    struct scope *before; /* the fields of the paper as it is, when a fix was tried on it */
    size_t before_count;
    bool recorded;
};

/* With a fix put in, what stands in the form is not what the paper says: it is judged, but neither written down nor printed. */
static bool is_trial(const struct call *call) { return call_form(call, "apply") != NULL || call_form(call, "trial") != NULL; }

/* What the form held before the fix, to come back to. False when memory ran out. */
static bool keep_before(struct call *call, struct shown *shown) {
    size_t count;
    if (!call_form(call, "apply") || call_form(call, "trial")) return true;
    const struct quanze_typed *typed = typed_of_form(call, &count);
    shown->before = typed ? arena_take_array(&call->request->arena, count + 1, sizeof *shown->before) : NULL;
    if (!shown->before) return false;
    for (size_t i = 0; i < count; i++) {
        const struct str name = str_of(typed[i].fact);
        if (str_equal(name, STR("apply")) || str_equal(name, STR("form_token"))) continue;
        struct scope *row = &shown->before[shown->before_count++];
        *row = (struct scope){0};
        scope_text(row, "name", name);
        scope_text(row, "value", str_of(typed[i].text));
    }
    return true;
}

static void shown_free(struct shown *shown) {
    buf_free(&shown->verdict);
    buf_free(&shown->fields);
    buf_free(&shown->wrong);
}

static void write_page(struct call *call, unsigned status, struct shown *shown, const struct quanze_error *error) {
    static const struct str NUMBERS[] = {STR_INIT("1"), STR_INIT("2"), STR_INIT("3"), STR_INIT("4"), STR_INIT("5"),
                                         STR_INIT("6"), STR_INIT("7"), STR_INIT("8"), STR_INIT("9")};
    struct scope scope = {0};
    for (size_t i = 0; i < shown->fix_count; i++) scope_text(&shown->fixes[i], "number", NUMBERS[i]);
    scope_part(&scope, "verdict", buf_str(&shown->verdict));
    scope_part(&scope, "fields", buf_str(&shown->fields));
    scope_flag(&scope, "judged", shown->verdict.length > 0);
    scope_flag(&scope, "recorded", shown->recorded);
    scope_flag(&scope, "trial", is_trial(call));
    scope_flag(&scope, "before_kept", shown->before_count > 0);
    scope_rows(&scope, "before", shown->before, shown->before_count);
    scope_flag(&scope, "may_record", call->caller.role != ROLE_AUDITOR);
    scope_rows(&scope, "fixes", shown->fixes, shown->fix_count);
    scope_text(&scope, "error", call_error_text(call, error));
    scope_flag(&scope, "typed", call_form(call, "again") != NULL);
    scope_text(&scope, "wrong", buf_str(&shown->wrong));
    scope_text(&scope, "text", fields_value(&call->request->form, "text"));
    call->reply->status = status;
    frame_write(call, phrase_text(PHRASE_NAV_SCREEN, call->language), "screen", &scope);
}

/* The form of the task; without one, of what was typed into it last, so that nothing is typed twice. */
static quanze_status make_form(struct call *call, const struct quanze_input *input, struct shown *shown,
                               struct quanze_error *error) {
    char today[20];
    size_t fix_count = 0, typed_count = 0;
    app_today(call->app, today);
    const struct quanze_typed *typed = input ? NULL : typed_of_form(call, &typed_count);
    if (!input && !typed) return error_memory(error);
    const struct quanze_form_request request = {.input = input,
                                                .typed = typed,
                                                .typed_count = typed_count,
                                                .more = call_form(call, "more"),
                                                .today = today,
                                                .language = call->language,
                                                .format = QUANZE_FORMAT_HTML_PART,
                                                .sink = buf_sink(&shown->fields)};
    const quanze_status status = quanze_task_form(call_engine(call), &request, &fix_count, error);
    shown->fix_count = fix_count < 9 ? fix_count : 9;
    return status;
}

/* The form alone: an empty one, or as it was handed in with a row more or less. */
static void write_form(struct call *call) {
    struct shown shown = {0};
    struct quanze_error error;
    if (make_form(call, NULL, &shown, &error) == QUANZE_OK)
        write_page(call, 200, &shown, NULL);
    else
        call_fail_with(call, &error);
    shown_free(&shown);
}

void answer_screen_page(struct call *call) { write_form(call); }

/* With the button of a fix: the task as it would be with it. */
static quanze_status apply_fix(struct call *call, unsigned number, struct quanze_input *input, struct buf *task,
                               struct quanze_error *error) {
    char today[20];
    size_t fix_count;
    app_today(call->app, today);
    const struct quanze_form_request request = {
        .input = input, .apply = number, .today = today, .format = QUANZE_FORMAT_JSON, .sink = buf_sink(task)};
    const quanze_status status = quanze_task_form(call_engine(call), &request, &fix_count, error);
    if (status == QUANZE_OK) *input = (struct quanze_input){.name = "task.json", .bytes = task->at, .length = task->length};
    return status;
}

static quanze_status judge(struct call *call, const struct quanze_input *input, struct shown *shown,
                           struct quanze_error *error) {
    struct screening screening = {.inputs = input,
                                  .input_count = 1,
                                  .problems = {.of_form = call_form(call, "again") != NULL},
                                  .format = QUANZE_FORMAT_HTML_PART,
                                  .fix = true,
                                  .words = true,
                                  .correct = "#fact-",
                                  .record =
                                      call_form(call, "record") != NULL && call->caller.role != ROLE_AUDITOR && !is_trial(call),
                                  .sink = buf_sink(&shown->verdict)};
    quanze_status status = screening_run(call, &screening, error);
    if (status == QUANZE_OK && screening.summary.tasks == 0)
        status = error_set(error, QUANZE_BAD_DATA, "没有读出可以审查的任务", "no task to be screened was found");
    buf_put(&shown->wrong, buf_str(&screening.problems.lines));
    shown->recorded = status == QUANZE_OK && screening.record;
    if (status == QUANZE_OK && screening.summary.tasks == 1) status = make_form(call, input, shown, error);
    problems_free(&screening.problems);
    return status;
}

/* The fields as a task file. */
static quanze_status take_fields(struct call *call, struct buf *task, struct shown *shown, struct quanze_error *error) {
    char today[20];
    size_t typed_count, fix_count;
    struct problems_kept problems = {.language = call->language, .of_form = true};
    app_today(call->app, today);
    const struct quanze_typed *typed = typed_of_form(call, &typed_count);
    const struct quanze_form_request request = {.typed = typed,
                                                .typed_count = typed_count,
                                                .today = today,
                                                .language = call->language,
                                                .format = QUANZE_FORMAT_JSON,
                                                .sink = buf_sink(task),
                                                .reporter = problems_reporter(&problems)};
    const quanze_status status = typed ? quanze_task_form(call_engine(call), &request, &fix_count, error) : error_memory(error);
    buf_put(&shown->wrong, buf_str(&problems.lines));
    problems_free(&problems);
    return status;
}

/* A file or a text; else the fields. */
static quanze_status take_input(struct call *call, struct quanze_input *out, struct buf *task, struct shown *shown,
                                struct quanze_error *error) {
    if (!call_form(call, "again")) return upload_of_form(call, out, error) ? QUANZE_OK : QUANZE_USAGE;
    const quanze_status status = take_fields(call, task, shown, error);
    *out = (struct quanze_input){.name = "task.json", .bytes = task->at, .length = task->length};
    return status;
}

/* The opinion of what stands in the form, as a file; nothing is written down. */
static quanze_status send_opinion(struct call *call, const struct quanze_input *input, struct shown *shown,
                                  struct quanze_error *error) {
    struct screening screening = {
        .inputs = input, .input_count = 1, .format = QUANZE_FORMAT_DOCX, .sink = reply_sink(call->reply)};
    const quanze_status status = screening_run(call, &screening, error);
    buf_put(&shown->wrong, buf_str(&screening.problems.lines));
    if (status == QUANZE_OK && screening.summary.tasks == 1) {
        reply_docx(call->reply, "attachment; filename=\"opinion.docx\"");
        problems_free(&screening.problems);
        return QUANZE_OK;
    }
    problems_free(&screening.problems);
    buf_clear(&call->reply->body);
    return status != QUANZE_OK
               ? status
               : error_set(error, QUANZE_BAD_DATA, "没有读出可以审查的任务", "no task to be screened was found");
}

static void judge_paper(struct call *call) {
    struct shown shown = {0};
    struct buf table = {0}, task = {0};
    struct quanze_input input;
    struct quanze_error error;
    const char *apply = call_form(call, "apply");
    quanze_status status = take_input(call, &input, &table, &shown, &error);
    if (status == QUANZE_OK && !keep_before(call, &shown)) status = error_memory(&error);
    if (status == QUANZE_OK && apply) status = apply_fix(call, (unsigned)strtoul(apply, NULL, 10), &input, &task, &error);
    const bool as_opinion = call_form(call, "opinion") != NULL && !is_trial(call);
    if (status == QUANZE_OK)
        status = as_opinion ? send_opinion(call, &input, &shown, &error) : judge(call, &input, &shown, &error);
    if (status == QUANZE_OK && !as_opinion)
        write_page(call, 200, &shown, NULL);
    else if (status == QUANZE_USAGE || status == QUANZE_BAD_DATA) {
        buf_clear(&shown.verdict);
        buf_clear(&shown.fields);
        struct quanze_error ignored;
        if (make_form(call, NULL, &shown, &ignored) != QUANZE_OK) buf_clear(&shown.fields);
        write_page(call, 422, &shown, &error);
    } else if (status != QUANZE_OK)
        call_fail_with(call, &error);
    buf_free(&table);
    buf_free(&task);
    shown_free(&shown);
}

void answer_screen(struct call *call) {
    if (typed_is_row_button(call))
        write_form(call);
    else
        judge_paper(call);
}
