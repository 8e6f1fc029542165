#include <http/deed/arrival.h>

#include <base/file.h>
#include <http/state/clock.h>
#include <stdio.h>

#define PATIENCE_MS 30000u /* others wait for the one worker behind them */

/* --- the folder --- */

/* "<folder>/name" in the request's arena; at NULL when memory ran out. */
static struct str path_of(const struct arrival *arrival, const char *name) {
    struct buf path = {0};
    buf_put_text(&path, scratch_path(arrival->folder));
    buf_put_char(&path, '/');
    buf_put_text(&path, name);
    const struct str copy = path.failed ? (struct str){NULL, 0} : arena_copy(&arrival->call->request->arena, buf_str(&path));
    buf_free(&path);
    return copy;
}

/* The folder at `path`, or in which the file stands, with the slash behind it; in the request's arena. */
static struct str prefix_of(struct call *call, const char *path) {
    struct str prefix = str_of(path);
    struct buf text = {0};
    const bool is_folder = file_kind_of(prefix.at) == FILE_FOLDER;
    while (!is_folder && prefix.length > 0 && prefix.at[prefix.length - 1] != '/') prefix.length--;
    buf_put(&text, prefix);
    if (is_folder && prefix.at[prefix.length - 1] != '/') buf_put_char(&text, '/');
    prefix = text.failed ? STR("") : arena_copy(&call->request->arena, buf_str(&text));
    buf_free(&text);
    return prefix.at ? prefix : STR("");
}

struct arrival arrival_of_own(struct call *call) {
    const struct quanze_options *engine = &call->app->options.engine;
    const unsigned patience_ms = call->app->options.patience_ms;
    return (struct arrival){
        .call = call,
        .prefixes = {[ARRIVAL_OF_LISTS] = prefix_of(call, engine->lists), [ARRIVAL_OF_RULES] = prefix_of(call, engine->rules)},
        .problems = {.language = call->language, .of_files = true},
        .until_ms = clock_ticks_ms() + (patience_ms > 0 ? patience_ms : PATIENCE_MS)};
}

quanze_status arrival_open(struct call *call, struct arrival *out, struct quanze_error *error) {
    *out = arrival_of_own(call);
    const quanze_status status = scratch_open(call->app->options.data, &out->folder, error);
    if (status != QUANZE_OK) return status;
    out->prefixes[ARRIVAL_OF_FOLDER] = path_of(out, "");
    return out->prefixes[ARRIVAL_OF_FOLDER].at ? QUANZE_OK : error_memory(error);
}

void arrival_close(struct arrival *arrival) {
    scratch_close(arrival->folder);
    problems_free(&arrival->problems);
}

/* Writes a file as "<folder>/<room>/<name>" and tells its path. */
static quanze_status keep(struct arrival *arrival, const char *room, const char *name, struct str bytes, const char **path,
                          struct quanze_error *error) {
    struct buf inner = {0};
    buf_printf(&inner, "%s/%s", room, name);
    buf_put_char(&inner, '\0');
    quanze_status status = inner.failed ? error_memory(error) : QUANZE_OK;
    if (status == QUANZE_OK) status = scratch_write(arrival->folder, str_of(inner.at), bytes, error);
    if (status == QUANZE_OK) {
        *path = path_of(arrival, inner.at).at;
        if (!*path) status = error_memory(error);
    }
    buf_free(&inner);
    return status;
}

static quanze_status take_room(const struct arrival *arrival, const char *room, const char **path, struct quanze_error *error) {
    *path = path_of(arrival, room).at;
    return *path ? QUANZE_OK : error_memory(error);
}

static struct str bytes_of(const struct quanze_input *input) { return (struct str){input->bytes, input->length}; }

static bool ends_in(const char *name, const char *const *endings) {
    const struct str text = str_of(name);
    for (size_t i = 0; endings[i]; i++) {
        const struct str end = str_of(endings[i]);
        if (text.length > end.length && str_equal((struct str){text.at + text.length - end.length, end.length}, end))
            return true;
    }
    return false;
}

/* --- lists --- */

static const char *const YAML[] = {".yaml", ".yml", NULL};
static const char *const TABLES[] = {".xlsx", ".docx", ".html", ".htm", ".csv", NULL};

static quanze_status refuse_list(struct quanze_error *error) {
    return error_set(error, QUANZE_USAGE, "清单应为 .yaml，或公布的表格 .xlsx、.docx、.html、.csv，不能两样都有",
                     "a list should be .yaml, or published tables: .xlsx, .docx, .html, .csv; not both");
}

quanze_status arrival_tables(struct arrival *arrival, const struct quanze_input *inputs, size_t count, const char **paths,
                             struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < count && status == QUANZE_OK; i++)
        status = ends_in(inputs[i].name, TABLES)
                     ? keep(arrival, "tables", inputs[i].name, bytes_of(&inputs[i]), &paths[i], error)
                     : refuse_list(error);
    return status;
}

static quanze_status import(struct arrival *arrival, const char *const *paths, size_t count, const char **path,
                            struct quanze_error *error) {
    struct buf yaml = {0};
    char today[20];
    app_today(arrival->call->app, today);
    const struct quanze_import_request request = {.paths = paths,
                                                  .path_count = count,
                                                  .today = today,
                                                  .language = arrival->call->language,
                                                  .format = QUANZE_FORMAT_YAML,
                                                  .sink = buf_sink(&yaml),
                                                  .reporter = problems_reporter(&arrival->problems)};
    quanze_status status = quanze_list_import(&request, error);
    if (status == QUANZE_OK && yaml.failed) status = error_memory(error);
    if (status == QUANZE_OK) status = keep(arrival, "list", "list.yaml", buf_str(&yaml), path, error);
    buf_free(&yaml);
    return status;
}

quanze_status arrival_list(struct arrival *arrival, const struct quanze_input *inputs, size_t count, const char **path,
                           struct quanze_error *error) {
    const char **paths = arena_take_array(&arrival->call->request->arena, count, sizeof *paths);
    quanze_status status = paths ? QUANZE_OK : error_memory(error);
    if (status == QUANZE_OK && !ends_in(inputs[0].name, YAML)) {
        status = arrival_tables(arrival, inputs, count, paths, error);
        return status == QUANZE_OK ? import(arrival, paths, count, path, error) : status;
    }
    for (size_t i = 0; i < count && status == QUANZE_OK; i++)
        status = ends_in(inputs[i].name, YAML) ? keep(arrival, "list", inputs[i].name, bytes_of(&inputs[i]), path, error)
                                               : refuse_list(error);
    return status == QUANZE_OK && count > 1 ? take_room(arrival, "list", path, error) : status;
}

quanze_status arrival_compare(struct arrival *arrival, const char *path, const struct quanze_page_request *request,
                              struct quanze_error *error) {
    struct call *call = arrival->call;
    struct quanze *after = NULL;
    const struct quanze_options options = {.lists = path, .reporter = problems_reporter(&arrival->problems)};
    quanze_status status = quanze_open(&options, &after, error);
    if (status == QUANZE_OK) status = quanze_list_diff(call_engine(call), after, call->ledger, request, error);
    quanze_close(after);
    return status;
}

/* --- rules --- */

static const char *const LUA[] = {".lua", NULL};

static quanze_status refuse_rule(const char *name, struct quanze_error *error) {
    return error_set(error, QUANZE_USAGE, "“%.100s”不是规则文件的名称：应是编号加 .lua，如 TIME-001.lua，或 pack.yaml",
                     "\"%.100s\" is no name of a rule's file: expected its id and .lua, such as TIME-001.lua, or pack.yaml",
                     name);
}

/* Into the folder of its family, as rules stand. */
static quanze_status keep_rule(struct arrival *arrival, const struct quanze_input *input, struct quanze_error *error) {
    const char *path, *family;
    char room[64], id[64] = "";
    const size_t length = strlen(input->name) - 4; /* without ".lua" */
    if (length >= sizeof id) return refuse_rule(input->name, error);
    memcpy(id, input->name, length);
    family = quanze_rule_family(id);
    if (!family) return refuse_rule(input->name, error);
    (void)snprintf(room, sizeof room, "rules/%s", family);
    return keep(arrival, room, input->name, bytes_of(input), &path, error);
}

quanze_status arrival_rules(struct arrival *arrival, const struct quanze_input *inputs, size_t count, const char **path,
                            bool *is_pack, struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    const char *one;
    *is_pack = false;
    for (size_t i = 0; i < count && status == QUANZE_OK; i++) {
        const bool is_words = strcmp(inputs[i].name, "pack.yaml") == 0;
        *is_pack = *is_pack || is_words;
        if (is_words)
            status = keep(arrival, "rules", inputs[i].name, bytes_of(&inputs[i]), &one, error);
        else
            status = ends_in(inputs[i].name, LUA) ? keep_rule(arrival, &inputs[i], error) : refuse_rule(inputs[i].name, error);
    }
    return status == QUANZE_OK ? take_room(arrival, "rules", path, error) : status;
}

struct quanze_options arrival_options(struct arrival *arrival) {
    struct quanze_options options = arrival->call->app->options.engine;
    options.reporter = problems_reporter(&arrival->problems);
    return options;
}

static bool is_over(void *payload) { return clock_ticks_ms() > ((const struct arrival *)payload)->until_ms; }

struct quanze_patience arrival_patience(struct arrival *arrival) {
    return (struct quanze_patience){is_over, arrival};
}

/* --- what is told --- */

/* Whether a text begins with one of the paths. What the server was told by a path that goes from where it stands may be a word
 * of a text that came, and gives nothing away. */
static bool begins(const struct arrival *arrival, size_t which, struct str text) {
    const struct str prefix = arrival->prefixes[which];
    const bool is_clear = which == ARRIVAL_OF_FOLDER || !arrival->folder || str_starts_with(prefix, STR("/"));
    return prefix.length > 0 && is_clear && str_starts_with(text, prefix);
}

/* How much of a text is the path before the name of a file; 0: it does not begin with it. */
static size_t path_before(const struct arrival *arrival, struct str text) {
    static const char *const ROOMS[] = {"list/", "tables/", "rules/"};
    size_t length = 0;
    for (size_t i = 0; i < ARRIVAL_PREFIXES; i++)
        if (begins(arrival, i, text)) length = arrival->prefixes[i].length;
    const struct str rest = {text.at + length, text.length - length};
    for (size_t i = 0; length > 0 && arrival->folder && i < sizeof ROOMS / sizeof *ROOMS; i++)
        if (str_starts_with(rest, str_of(ROOMS[i]))) return length + strlen(ROOMS[i]);
    return length;
}

/* Moves what stands behind each path over it; the new length. */
static size_t cut_paths(const struct arrival *arrival, char *text, size_t length) {
    size_t kept = 0;
    for (size_t i = 0; i < length;) {
        const size_t before = path_before(arrival, (struct str){text + i, length - i});
        i += before;
        if (before == 0) text[kept++] = text[i++];
    }
    return kept;
}

void arrival_forget(const struct arrival *arrival, struct buf *page) {
    if (page->length > 0 && !page->failed) page->length = cut_paths(arrival, page->at, page->length);
}

static void forget_text(const struct arrival *arrival, char *text) { text[cut_paths(arrival, text, strlen(text))] = '\0'; }

const struct quanze_error *arrival_told(const struct arrival *arrival, struct quanze_error *error) {
    forget_text(arrival, error->zh);
    forget_text(arrival, error->en);
    forget_text(arrival, error->file);
    return error;
}

void arrival_fail(struct arrival *arrival, struct quanze_error *error) {
    (void)arrival_told(arrival, error);
    arrival_forget(arrival, &arrival->problems.json);
    if (arrival->problems.errors > 0 && (error->status == QUANZE_BAD_DATA || error->status == QUANZE_USAGE))
        call_fail_errors(arrival->call, 422, error, buf_str(&arrival->problems.json));
    else if (error->status == QUANZE_USAGE)
        call_fail(arrival->call, 422, error);
    else
        call_fail_with(arrival->call, error);
}
