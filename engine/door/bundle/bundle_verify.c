/* bundle_verify.c - a bundle decided again from nothing but its own bytes. */
#include <door/bundle/bundle.h>
#include <door/request.h>
#include <door/screen/find.h>

#include <base/file.h>
#include <read/bundle.h>
#include <read/read.h>

/* The files of a bundle, unpacked for a moment. */
struct unpacked {
    struct arena *arena;
    const struct bundle *bundle;
    struct scratch *scratch;
};

/* What is decided again. */
struct rerun {
    struct arena *arena;
    const struct bundle *bundle;
    const struct quanze *engine;
    struct match_scratch *matching;
    struct decider *decider;
    struct bundle_past past;
    struct history history;
    struct task task;
    struct decision decision;
};

static bool is_read_by_engine(struct str name) {
    static const char *const FOLDERS[] = {"list/", "rules/", "packs/", "calendar/", "thesaurus/", "waivers/"};
    for (size_t i = 0; i < sizeof FOLDERS / sizeof *FOLDERS; i++)
        if (str_starts_with(name, str_of(FOLDERS[i]))) return true;
    return false;
}

static quanze_status write_files(struct unpacked *unpacked, struct quanze_error *error) {
    const struct bundle_manifest *manifest = &unpacked->bundle->manifest;
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < manifest->part_count && status == QUANZE_OK; i++)
        if (is_read_by_engine(manifest->parts[i].name))
            status = scratch_write(unpacked->scratch, manifest->parts[i].name, unpacked->bundle->bytes[i], error);
    return status;
}

/* Path of a name in the temporary folder; NULL when memory ran out. */
static const char *path_of(const struct unpacked *unpacked, struct str name) {
    struct buf path = {0};
    buf_put_text(&path, scratch_path(unpacked->scratch));
    buf_put_char(&path, '/');
    buf_put(&path, name);
    const struct str copy = path.failed ? (struct str){NULL, 0} : arena_copy(unpacked->arena, buf_str(&path));
    buf_free(&path);
    return copy.at;
}

static bool has_folder(const struct unpacked *unpacked, const char *folder) {
    const struct bundle_manifest *manifest = &unpacked->bundle->manifest;
    for (size_t i = 0; i < manifest->part_count; i++)
        if (str_starts_with(manifest->parts[i].name, str_of(folder))) return true;
    return false;
}

/* Messages name the file as it stands in the bundle, not where it was put for a while. */
static void shorten_file(const struct unpacked *unpacked, struct quanze_error *error) {
    const size_t length = strlen(scratch_path(unpacked->scratch));
    if (strncmp(error->file, scratch_path(unpacked->scratch), length) != 0 || error->file[length] != '/') return;
    memmove(error->file, error->file + length + 1, strlen(error->file + length + 1) + 1);
}

/* Path of a folder that the bundle may hold, NULL when it does not. False when memory ran out. */
static bool take_folder(const struct unpacked *unpacked, const char *folder, const char **out) {
    const struct str name = {folder, strlen(folder) - 1}; /* without its slash */
    *out = has_folder(unpacked, folder) ? path_of(unpacked, name) : NULL;
    return *out || !has_folder(unpacked, folder);
}

static quanze_status take_packs(const struct unpacked *unpacked, struct quanze_options *options, struct quanze_error *error) {
    const struct texts *names = &unpacked->bundle->manifest.packs;
    const char **packs = arena_take_array(unpacked->arena, names->count + 1, sizeof *packs);
    if (!packs) return error_memory(error);
    for (size_t i = 0; i < names->count; i++) {
        if (!scratch_allows(names->at[i]))
            return error_set(error, QUANZE_BAD_DATA, "规则包的位置写得不对", "the place of a pack is not as it should be");
        packs[i] = path_of(unpacked, names->at[i]);
        if (!packs[i]) return error_memory(error);
    }
    options->packs = packs;
    options->pack_count = names->count;
    return QUANZE_OK;
}

static quanze_status open_engine(struct unpacked *unpacked, struct quanze **out, struct quanze_error *error) {
    const struct bundle_manifest *manifest = &unpacked->bundle->manifest;
    struct quanze_options options = {.skip_examples = true, .strict_budget = manifest->strict};
    char known_at[24];
    if (manifest->known_at != DAY_NONE) {
        day_format(manifest->known_at, known_at);
        options.known_at = known_at;
    }
    if (!take_folder(unpacked, "list/", &options.lists) || !take_folder(unpacked, "rules/", &options.rules) ||
        !take_folder(unpacked, "calendar/", &options.calendar) || !take_folder(unpacked, "thesaurus/", &options.thesaurus) ||
        !take_folder(unpacked, "waivers/", &options.waivers))
        return error_memory(error);
    if (!options.lists || !options.rules)
        return error_set(error, QUANZE_BAD_DATA, "证明包里没有清单或者规则",
                         "there is no list or there are no rules in the bundle");
    quanze_status status = take_packs(unpacked, &options, error);
    if (status == QUANZE_OK) status = quanze_open(&options, out, error);
    if (status != QUANZE_OK) shorten_file(unpacked, error);
    return status == QUANZE_NO_INPUT ? QUANZE_BAD_DATA : status;
}

quanze_status bundle_open_engine(const struct bundle *bundle, const char *folder, struct arena *arena, struct quanze **out,
                                 struct quanze_error *error) {
    struct unpacked unpacked = {.arena = arena, .bundle = bundle};
    quanze_status status = scratch_open(folder, &unpacked.scratch, error);
    if (status == QUANZE_OK) status = write_files(&unpacked, error);
    if (status == QUANZE_OK) status = open_engine(&unpacked, out, error);
    scratch_close(unpacked.scratch);
    return status;
}

static quanze_status read_task(struct rerun *rerun, struct quanze_error *error) {
    struct task_source *source = NULL;
    struct problems problems = {.arena = rerun->arena};
    const struct str *bytes = bundle_part_of(rerun->bundle, BUNDLE_TASK);
    quanze_status status = task_source_of_lines(BUNDLE_TASK, &source, error);
    if (status != QUANZE_OK) return status;
    status = task_read(source, *bytes, 1, rerun->arena, &rerun->task, &problems, error);
    task_source_close(source);
    return status;
}

static quanze_status decide(struct rerun *rerun, struct quanze_error *error) {
    const struct bundle_manifest *manifest = &rerun->bundle->manifest;
    struct found_item found;
    quanze_status status = match_scratch_open(rerun->engine->index, &rerun->matching, error);
    if (status == QUANZE_OK) status = decider_open(rerun->engine->plan, manifest->strict, &rerun->decider, error);
    if (status != QUANZE_OK) return status;
    rerun->history = past_replay_history(&rerun->past);
    if (rerun->past.asked) decider_remember(rerun->decider, &rerun->history);
    status = find_item(rerun->engine, rerun->matching, &rerun->task, manifest->as_of, manifest->no_match, &found, error);
    if (status == QUANZE_OK)
        status = find_words(rerun->engine, rerun->matching, &rerun->task, manifest->as_of, rerun->arena, &found, error);
    if (status != QUANZE_OK) return status;
    return decide_task(rerun->decider, &rerun->task, &found, manifest->as_of, rerun->arena, &rerun->decision, error);
}

static quanze_status say_and_compare(struct rerun *rerun, struct bundle_verified *out, struct quanze_error *error) {
    const struct say_world world = engine_world(rerun->engine);
    struct buf json = {0}, code = {0};
    say_decision_json(&json, &rerun->decision, &world, QUANZE_ZH, true);
    say_review_code(&code, &rerun->decision, &world);
    const struct str now = arena_copy(rerun->arena, buf_str(&json));
    out->review_code = arena_copy(rerun->arena, buf_str(&code));
    out->title = arena_copy(rerun->arena, task_text(&rerun->task, FACT_ID_TITLE));
    const bool failed = json.failed || code.failed || !now.at || !out->review_code.at || !out->title.at;
    buf_free(&json);
    buf_free(&code);
    if (failed) return error_memory(error);
    return bundle_compare(*bundle_part_of(rerun->bundle, BUNDLE_VERDICT), now, rerun->arena, out, error);
}

quanze_status bundle_decide_by(const struct quanze *engine, const struct bundle *bundle, struct arena *arena,
                               struct bundle_verified *out, struct quanze_error *error) {
    struct rerun *rerun = arena_take_array(arena, 1, sizeof *rerun);
    if (!rerun) return error_memory(error);
    rerun->arena = arena;
    rerun->bundle = bundle;
    rerun->engine = engine;
    quanze_status status = read_bundle_past(*bundle_part_of(bundle, BUNDLE_PAST), arena, &rerun->past, error);
    if (status == QUANZE_OK) status = read_task(rerun, error);
    if (status == QUANZE_OK) status = decide(rerun, error);
    if (status == QUANZE_OK) status = say_and_compare(rerun, out, error);
    decider_close(rerun->decider);
    match_scratch_close(rerun->matching);
    return status;
}

/* Opens a bundle (`source`: its path and bytes) and decides it again, in a temporary folder below `folder`. All in the arena of
 * `faults`, and borrowed from `bundle`, which is filled. */
static quanze_status verify(const struct file_source *source, const char *folder, struct bundle *bundle,
                            struct problems *faults, struct bundle_verified *out, struct quanze_error *error) {
    struct quanze *engine = NULL;
    *out = (struct bundle_verified){.manifest = &bundle->manifest};
    quanze_status status = bundle_open(source->bytes, source->path, bundle, &out->changed, faults, error);
    if (status != QUANZE_OK) return status;
    out->check = bundle->check;
    out->digests = bundle->digests;
    out->bytes = bundle->bytes;
    if (out->changed.count > 0) return QUANZE_OK;
    status = bundle_open_engine(bundle, folder, faults->arena, &engine, error);
    if (status == QUANZE_OK) status = bundle_decide_by(engine, bundle, faults->arena, out, error);
    quanze_close(engine);
    return status;
}

quanze_status quanze_verify(const struct quanze_verify_request *request, bool *same, struct quanze_error *error) {
    struct arena arena = {0};
    struct bundle bundle = {.bytes = NULL};
    struct bundle_verified verified;
    struct problems faults = {.arena = &arena};
    struct buf page = {0};
    const struct quanze_input *input = request->input;
    struct file_source source = {.path = request->path};
    if (input) source = (struct file_source){input->name, {input->bytes ? input->bytes : "", input->length}};
    if (!source.path || !request->folder)
        return error_set(error, QUANZE_USAGE, "没有给出证明包，或者临时文件夹", "no bundle or no temporary folder was given");
    quanze_status status =
        request_format(request->format, FORMAT_BIT(QUANZE_FORMAT_TEXT) | FORMAT_BIT(QUANZE_FORMAT_JSON), error);
    if (status == QUANZE_OK) status = file_read_source(&source, QUANZE_MAX_FILE_BYTES, &arena, &source.bytes, error);
    if (status == QUANZE_OK) status = verify(&source, request->folder, &bundle, &faults, &verified, error);
    problems_report(&faults, request->reporter);
    if (status == QUANZE_OK) {
        say_bundle_verified(&page, &verified, (struct say_style){request->language, request->colour, false}, request->format);
        status = request_send(request->sink, &page, error);
    }
    if (status == QUANZE_OK) *same = bundle_is_same(&verified);
    buf_free(&page);
    arena_free(&arena);
    return status;
}
