/* similar.c - papers from files to the groups of those that are copies of each other. */
#include <door/request.h>
#include <door/screen/find.h>
#include <door/screen/paths.h>

#include <base/alloc.h>
#include <match/copies.h>
#include <read/encoding.h>
#include <read/read.h>
#include <say/ledger/copies.h>

static const char *const ENDINGS[] = {".txt", ".md", ".yaml", ".yml", ".json", ".jsonl", ".csv", ".xlsx", NULL};

/* What the page says of a paper. */
struct shown {
    struct str id, department;
    struct texts townships;
};

struct comparison {
    const struct quanze *engine; /* NULL: no list is known */
    const struct list *list;     /* the engine's, or NULL */
    const struct quanze_similar_request *request;
    int32_t as_of;
    struct copies *copies;
    struct match_scratch *scratch;
    struct str *places;
    struct arena arena; /* what is kept of all papers */
    struct arena paper; /* of the one under way */
    struct task task;
    struct problems problems;
    struct shown *shown;
    size_t count, capacity;
    uint64_t bad_records;
};

/* The county and its townships, whose names must not hide a copy. */
static bool take_places(struct comparison *comparison) {
    const struct list *list = comparison->list;
    if (!list) return true;
    comparison->places = arena_take_array(&comparison->arena, list->township_count + 1, sizeof *comparison->places);
    if (!comparison->places) return false;
    comparison->places[0] = list->county;
    for (size_t i = 0; i < list->township_count; i++) comparison->places[i + 1] = list->townships[i].name;
    return true;
}

static quanze_status add_paper(struct comparison *comparison, const struct copy_paper *paper, struct shown shown,
                               struct quanze_error *error) {
    struct shown *grown = alloc_grow(comparison->shown, &comparison->capacity, comparison->count + 1, sizeof *grown);
    if (!grown) return error_memory(error);
    comparison->shown = grown;
    const quanze_status status = copies_add(comparison->copies, paper, error);
    if (status == QUANZE_OK) grown[comparison->count++] = shown;
    return status;
}

static quanze_status take_text(struct comparison *comparison, const struct file_source *from, struct quanze_error *error) {
    struct str bytes, text;
    const char *path = from->path;
    arena_reset(&comparison->paper);
    quanze_status status = file_read_source(from, QUANZE_MAX_FILE_BYTES, &comparison->paper, &bytes, error);
    if (status == QUANZE_OK) status = encoding_text(bytes, path, &comparison->paper, &text, error);
    if (status == QUANZE_BAD_DATA) {
        problem_error(&comparison->problems, "not-text", (struct place){path, error->line, error->column},
                      "不是 UTF-8 或 GB18030 的文本", "this is not text in UTF-8 or GB18030");
        comparison->bad_records++;
        return QUANZE_OK;
    }
    if (status != QUANZE_OK) return status;
    const struct copy_paper paper = {.id = str_of(path), .body = text, .item = -1};
    const struct shown shown = {.id = arena_copy(&comparison->arena, paper.id)};
    return shown.id.at ? add_paper(comparison, &paper, shown, error) : error_memory(error);
}

/* The texts of a list-typed fact, copied; false when memory ran out. */
static bool keep_texts(struct arena *arena, const struct task *task, enum fact_id fact, struct texts *out) {
    *out = (struct texts){NULL, 0};
    if (!task_given(task, fact)) return true;
    const struct value *value = &task->value[fact];
    out->at = arena_take_array(arena, value->count, sizeof *out->at);
    for (size_t i = 0; out->at && i < value->count; i++) {
        out->at[i] = arena_copy(arena, value_text(&value->items[i]));
        if (!out->at[i].at) return false;
    }
    out->count = value->count;
    return out->at != NULL;
}

static size_t form_field(struct str name) {
    const struct fact_info *forms = fact_at(FACT_ID_DEMANDS_FORMS);
    size_t field = 0;
    while (field < forms->field_count && !str_equal(forms->fields[field].name, name)) field++;
    return field;
}

/* What all forms of the task ask for, one form behind the other. */
static bool take_fields(struct comparison *comparison, struct texts *out) {
    const size_t asked = form_field(STR("fields")), columns = fact_at(FACT_ID_DEMANDS_FORMS)->field_count;
    *out = (struct texts){NULL, 0};
    if (!task_given(&comparison->task, FACT_ID_DEMANDS_FORMS)) return true;
    const struct value *forms = &comparison->task.value[FACT_ID_DEMANDS_FORMS];
    size_t room = 0;
    for (size_t i = 0; i < forms->count; i++) room += forms->items[i * columns + asked].count;
    out->at = arena_take_array(&comparison->paper, room, sizeof *out->at);
    for (size_t i = 0; out->at && i < forms->count; i++) {
        const struct value *fields = &forms->items[i * columns + asked];
        for (size_t k = 0; fields->state == VALUE_GIVEN && k < fields->count; k++)
            out->at[out->count++] = value_text(&fields->items[k]);
    }
    return out->at != NULL;
}

/* The name under which the list knows the issuer, else as the task writes it. */
static struct str department_of(const struct list *list, struct str issuer) {
    const int department = list && issuer.length > 0 ? list_find_department(list, issuer) : -1;
    return department >= 0 ? list->departments[department].name : issuer;
}

static quanze_status item_of(struct comparison *comparison, int *out, struct quanze_error *error) {
    struct found_item found = {.item = -1};
    quanze_status status = QUANZE_OK;
    if (comparison->list) {
        const int32_t first = list_day(comparison->list, DAY_NONE);
        const int32_t day = comparison->as_of != DAY_NONE ? comparison->as_of : decide_day(&comparison->task, first);
        status = find_item(comparison->engine, comparison->scratch, &comparison->task, day, false, &found, error);
    }
    *out = found.item;
    return status;
}

/* Keeps a task as a paper. */
static quanze_status take_task(struct comparison *comparison, struct quanze_error *error) {
    const struct task *task = &comparison->task;
    struct texts fields;
    struct shown shown = {
        .id = arena_copy(&comparison->arena, task_text(task, FACT_ID_ID)),
        .department = arena_copy(&comparison->arena, department_of(comparison->list, task_text(task, FACT_ID_ISSUER_NAME)))};
    if (!shown.id.at || !shown.department.at || !take_fields(comparison, &fields) ||
        !keep_texts(&comparison->arena, task, FACT_ID_TOWNSHIPS, &shown.townships))
        return error_memory(error);
    struct copy_paper paper = {
        .id = shown.id,
        .number = task_text(task, FACT_ID_DOCUMENT_NUMBER),
        .title = task_text(task, FACT_ID_TITLE),
        .body = task_text(task, FACT_ID_BODY),
        .issuer = shown.department,
        .supersedes = task_text(task, FACT_ID_DOCUMENT_SUPERSEDES),
        .fields = fields.at,
        .field_count = fields.count,
        .version = task_given(task, FACT_ID_DOCUMENT_VERSION) ? task->value[FACT_ID_DOCUMENT_VERSION].number : 0,
    };
    const quanze_status status = item_of(comparison, &paper.item, error);
    return status == QUANZE_OK ? add_paper(comparison, &paper, shown, error) : status;
}

/* The next task of a source; `*done` at its end. A bad record is a problem, not an error. */
static quanze_status take_next(struct comparison *comparison, struct task_source *source, struct buf *bytes, bool *done,
                               struct quanze_error *error) {
    struct record record;
    buf_clear(bytes);
    arena_reset(&comparison->paper);
    quanze_status status = task_source_next(source, bytes, &record, done, &comparison->problems, error);
    if (bytes->failed) return error_memory(error);
    if (status == QUANZE_OK && *done) return status;
    if (status == QUANZE_OK)
        status = task_read(source, (struct str){bytes->at + record.offset, record.length}, record.line, &comparison->paper,
                           &comparison->task, &comparison->problems, error);
    if (status == QUANZE_OK) return take_task(comparison, error);
    if (status != QUANZE_BAD_DATA) return status;
    comparison->bad_records++;
    return QUANZE_OK;
}

static quanze_status take_tasks(struct comparison *comparison, const struct file_source *from, struct quanze_error *error) {
    struct task_source *source = NULL;
    struct buf bytes = {0};
    bool done = false;
    quanze_status status =
        task_source_open_from(from, comparison->request->input_format, &source, &comparison->problems, error);
    if (status == QUANZE_BAD_DATA) {
        comparison->bad_records++;
        return QUANZE_OK;
    }
    while (status == QUANZE_OK && !done) status = take_next(comparison, source, &bytes, &done, error);
    buf_free(&bytes);
    task_source_close(source);
    return status;
}

static bool ends_with(const char *path, const char *ending) {
    const size_t length = strlen(path), size = strlen(ending);
    return length >= size && strcmp(path + length - size, ending) == 0;
}

static quanze_status take_one(struct comparison *comparison, const struct file_source *from, struct quanze_error *error) {
    const bool is_text = ends_with(from->path, ".txt") || ends_with(from->path, ".md");
    return is_text ? take_text(comparison, from, error) : take_tasks(comparison, from, error);
}

static quanze_status take_all(struct comparison *comparison, struct quanze_error *error) {
    const struct quanze_similar_request *request = comparison->request;
    struct arena arena = {0};
    struct task_paths paths = {0};
    quanze_status status = QUANZE_OK;
    if (request->path_count > 0 || request->input_count == 0)
        status = paths_expand_to(request->paths, request->path_count, ENDINGS, &arena, &paths, error);
    for (size_t i = 0; status == QUANZE_OK && i < paths.count; i++) status = take_one(comparison, &paths.at[i].from, error);
    for (size_t i = 0; status == QUANZE_OK && i < request->input_count; i++) {
        const struct quanze_input *input = &request->inputs[i];
        const struct str bytes = {input->bytes ? input->bytes : "", input->length};
        status = take_one(comparison, &(struct file_source){input->name, bytes}, error);
    }
    arena_free(&arena);
    return status;
}

/* Adds a text that is not there yet. */
static void add_once(struct texts *texts, struct str text) {
    if (text.length == 0) return;
    for (size_t i = 0; i < texts->count; i++)
        if (str_equal(texts->at[i], text)) return;
    texts->at[texts->count++] = text;
}

static bool show_group(struct comparison *comparison, const struct copy_group *group, struct say_copies_group *out) {
    static const enum say_copies_kind kinds[] = {[COPY_SAME_TEXT] = SAY_SAME_TEXT,
                                                 [COPY_NEAR_TEXT] = SAY_NEAR_TEXT,
                                                 [COPY_SAME_ITEM] = SAY_SAME_ITEM,
                                                 [COPY_SAME_FIELDS] = SAY_SAME_FIELDS,
                                                 [COPY_VERSION] = SAY_VERSION};
    size_t townships = 0;
    for (size_t i = 0; i < group->count; i++) townships += comparison->shown[group->papers[i]].townships.count;
    *out = (struct say_copies_group){.kind = kinds[group->kind], .similarity = group->similarity};
    out->tasks.at = arena_take_array(&comparison->arena, group->count, sizeof *out->tasks.at);
    out->departments.at = arena_take_array(&comparison->arena, group->count, sizeof *out->departments.at);
    out->townships.at = arena_take_array(&comparison->arena, townships, sizeof *out->townships.at);
    if (!out->tasks.at || !out->departments.at || !out->townships.at) return false;
    for (size_t i = 0; i < group->count; i++) {
        const struct shown *shown = &comparison->shown[group->papers[i]];
        out->tasks.at[out->tasks.count++] = shown->id;
        add_once(&out->departments, shown->department);
        for (size_t k = 0; k < shown->townships.count; k++) add_once(&out->townships, shown->townships.at[k]);
    }
    return true;
}

static quanze_status write_groups(struct comparison *comparison, struct quanze_similar_summary *out,
                                  struct quanze_error *error) {
    const struct quanze_similar_request *request = comparison->request;
    const struct copy_group *groups;
    size_t count;
    quanze_status status = copies_find(comparison->copies, &groups, &count, error);
    if (status != QUANZE_OK) return status;
    struct say_copies_group *shown = arena_take_array(&comparison->arena, count, sizeof *shown);
    bool made = shown != NULL;
    for (size_t i = 0; made && i < count; i++) made = show_group(comparison, &groups[i], &shown[i]);
    if (!made) return error_memory(error);
    struct buf page = {0};
    say_copies(&page, shown, count, comparison->count,
               (struct say_copies_style){request->language, request->format, request->colour});
    status = request_send(request->sink, &page, error);
    buf_free(&page);
    *out = (struct quanze_similar_summary){comparison->count, comparison->bad_records, count};
    return status;
}

static quanze_status compare(struct comparison *comparison, struct quanze_similar_summary *out, struct quanze_error *error) {
    if (!take_places(comparison)) return error_memory(error);
    const size_t places = comparison->list ? comparison->list->township_count + 1 : 0;
    quanze_status status = copies_open(comparison->places, places, &comparison->copies, error);
    if (status == QUANZE_OK && comparison->list)
        status = match_scratch_open(comparison->engine->index, &comparison->scratch, error);
    if (status == QUANZE_OK) status = take_all(comparison, error);
    if (status == QUANZE_OK && comparison->problems.out_of_memory) status = error_memory(error);
    problems_report(&comparison->problems, comparison->request->reporter);
    return status == QUANZE_OK ? write_groups(comparison, out, error) : status;
}

quanze_status quanze_similar(const struct quanze *engine, const struct quanze_similar_request *request,
                             struct quanze_similar_summary *out, struct quanze_error *error) {
    int32_t as_of;
    quanze_status status = request_format(
        request->format, FORMAT_BIT(QUANZE_FORMAT_TEXT) | FORMAT_BIT(QUANZE_FORMAT_JSON) | FORMAT_BIT(QUANZE_FORMAT_HTML_PART),
        error);
    if (status == QUANZE_OK) status = request_day(request->as_of, "as_of", &as_of, error);
    if (status != QUANZE_OK) return status;
    struct arena problems = {0};
    struct comparison *comparison = alloc_new(sizeof *comparison);
    if (!comparison) return error_memory(error);
    comparison->engine = engine;
    comparison->list = engine ? engine_list(engine) : NULL;
    comparison->request = request;
    comparison->as_of = as_of;
    comparison->problems.arena = &problems;
    status = compare(comparison, out, error);
    copies_close(comparison->copies);
    match_scratch_close(comparison->scratch);
    alloc_free(comparison->shown);
    arena_free(&comparison->arena);
    arena_free(&comparison->paper);
    arena_free(&problems);
    alloc_free(comparison);
    return status;
}
