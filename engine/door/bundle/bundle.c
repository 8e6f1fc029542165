/* bundle.c - what a decision was made from, gathered and packed. */
#include <door/bundle/bundle.h>

#include <base/alloc.h>
#include <base/archive.h>
#include <door/bundle/bundle_law.h>
#include <say/ledger/ledger_page.h>
#include <say/notice/notice.h>
#include <stdlib.h>

/* The parts as they are gathered: `files` are this decision's own. */
struct packing {
    const struct bundle_input *input;
    struct bundle_files files;
    struct bundle_packed packed; /* the engine's */
    struct bundle_manifest manifest;
};

/* What has been written becomes a part; empties the buffer. */
static quanze_status add_written(struct packing *packing, const char *name, struct buf *text, struct quanze_error *error) {
    const struct str bytes = text->failed ? (struct str){NULL, 0} : arena_copy(&packing->files.arena, buf_str(text));
    buf_clear(text);
    return bundle_files_add(&packing->files, str_of(name), bytes, error);
}

struct str bundle_source_name(const struct task_source *source, const char *path) {
    if (source && (task_source_format(source) == TASK_CSV || task_source_format(source) == TASK_XLSX)) return STR("");
    return strcmp(path, "-") == 0 ? STR("stdin") : str_of(path);
}

bool bundle_task(const struct task *task, struct arena *arena, struct str *out) {
    struct say_fact_order order;
    struct buf text = {0};
    say_fact_order_make(&order);
    say_task_json(&text, task, &order);
    buf_put_char(&text, '\n');
    *out = text.failed ? (struct str){NULL, 0} : arena_copy(arena, buf_str(&text));
    buf_free(&text);
    return out->at;
}

static quanze_status add_decision(struct packing *packing, struct buf *text, struct quanze_error *error) {
    const struct bundle_input *input = packing->input;
    const struct say_world world = engine_world(input->engine);
    struct decision bare = *input->decision;
    bare.fixes = NULL; /* what could be changed is no part of what was decided */
    quanze_status status = bundle_files_add(&packing->files, STR(BUNDLE_TASK), input->task, error);
    if (status != QUANZE_OK) return status;
    say_decision_json(text, &bare, &world, QUANZE_ZH, true);
    buf_put_char(text, '\n');
    status = add_written(packing, BUNDLE_VERDICT, text, error);
    if (status != QUANZE_OK) return status;
    say_bundle_past(text, input->past);
    return add_written(packing, BUNDLE_PAST, text, error);
}

static struct str bundle_name(const struct bundle_input *input) {
    const struct str id = task_text(input->decision->task, FACT_ID_ID);
    return id.length > 0 ? id : STR("quanze");
}

static quanze_status add_into(struct packing *packing, const char *folder, const struct bundle_file *file,
                              struct quanze_error *error) {
    const struct str name = bundle_files_join(&packing->files, str_of(folder), bundle_last_part(file->name));
    return bundle_files_add(&packing->files, name, file->bytes, error);
}

static quanze_status add_papers(struct packing *packing, struct buf *text, struct quanze_error *error) {
    const struct bundle_input *input = packing->input;
    quanze_status status = QUANZE_OK;
    if (input->notice) {
        say_notice_json(text, input->decision->task, input->notice, QUANZE_ZH);
        status = add_written(packing, BUNDLE_READING, text, error);
    }
    const struct bundle_file *source = &input->source, *letter = &input->letter;
    if (status == QUANZE_OK && source->name.length > 0) status = add_into(packing, "source", source, error);
    if (status == QUANZE_OK && letter->name.length > 0) status = add_into(packing, "letter", letter, error);
    if (status != QUANZE_OK) return status;
    say_bundle_readme(text, bundle_name(input));
    return add_written(packing, BUNDLE_README, text, error);
}

static int by_part_name(const void *a, const void *b) {
    const struct bundle_part *one = a, *other = b;
    return str_compare(one->name, other->name);
}

/* What is the decision's own, and what all of the engine's have, by name. */
static quanze_status make_parts(struct packing *packing, struct quanze_error *error) {
    struct bundle_manifest *manifest = &packing->manifest;
    const struct bundle_files *files = &packing->files;
    const struct bundle_packed *packed = &packing->packed;
    manifest->part_count = files->count + packed->part_count;
    manifest->parts = arena_take_array(&packing->files.arena, manifest->part_count, sizeof *manifest->parts);
    if (!manifest->parts) return error_memory(error);
    memcpy(manifest->parts, packed->parts, packed->part_count * sizeof *packed->parts);
    for (size_t i = 0; i < files->count; i++) {
        const struct bundle_file *file = &files->at[i];
        manifest->parts[packed->part_count + i] =
            (struct bundle_part){file->name, file->bytes.length, bundle_digest(file->bytes)};
    }
    qsort(manifest->parts, manifest->part_count, sizeof *manifest->parts, by_part_name);
    return QUANZE_OK;
}

static quanze_status make_manifest(struct packing *packing, struct str *out, struct quanze_error *error) {
    struct bundle_manifest *manifest = &packing->manifest;
    const struct bundle_input *input = packing->input;
    struct buf text = {0};
    const quanze_status status = make_parts(packing, error);
    if (status != QUANZE_OK) return status;
    manifest->packs = packing->packed.packs;
    manifest->engine = STR(QUANZE_VERSION);
    manifest->task = task_text(input->decision->task, FACT_ID_ID);
    manifest->as_of = input->decision->as_of;
    manifest->known_at = input->engine->book->known_at;
    manifest->no_match = input->no_match;
    manifest->strict = input->engine->strict_budget;
    say_bundle_manifest(&text, manifest);
    *out = text.failed ? (struct str){NULL, 0} : arena_copy(&packing->files.arena, buf_str(&text));
    buf_free(&text);
    return out->at ? QUANZE_OK : error_memory(error);
}

/* The decision's own papers stand in front. */
static quanze_status write_zip(struct packing *packing, struct buf *out, struct quanze_error *error) {
    struct archive *archive = NULL;
    struct str manifest;
    quanze_status status = make_manifest(packing, &manifest, error);
    if (status == QUANZE_OK) status = archive_open(&archive, error);
    if (status == QUANZE_OK) status = archive_add(archive, BUNDLE_MANIFEST, manifest, error);
    for (size_t i = 0; i < packing->files.count && status == QUANZE_OK; i++)
        status = archive_add(archive, packing->files.at[i].name.at, packing->files.at[i].bytes, error);
    if (status == QUANZE_OK) status = archive_add_all(archive, packing->packed.zip, error);
    if (status == QUANZE_OK) status = archive_end(archive, out, error);
    archive_close(archive);
    return status;
}

/* Nobody gets a bundle that a stranger would find to differ. Its law was opened again when it was packed. */
static quanze_status check_made(const struct packing *packing, struct quanze_error *error) {
    const struct bundle_manifest *manifest = &packing->manifest;
    const struct bundle_files *files = &packing->files;
    struct arena arena = {0};
    struct bundle bundle = {.manifest = *manifest};
    struct bundle_verified verified = {.manifest = manifest};
    bundle.bytes = arena_take_array(&arena, manifest->part_count, sizeof *bundle.bytes);
    for (size_t i = 0, own = 0; bundle.bytes && i < manifest->part_count && own < files->count; i++)
        if (str_equal(manifest->parts[i].name, files->at[own].name)) bundle.bytes[i] = files->at[own++].bytes;
    quanze_status status =
        bundle.bytes ? bundle_decide_by(packing->input->engine, &bundle, &arena, &verified, error) : error_memory(error);
    if (status == QUANZE_OK && !bundle_is_same(&verified))
        status = error_set(error, QUANZE_INTERNAL, "证明包再判一次，结果与当时不同，没有生成",
                           "decided again, the bundle came to something else; none was made");
    arena_free(&arena);
    return status;
}

quanze_status bundle_make(const struct bundle_input *input, struct buf *out, struct quanze_error *error) {
    struct packing packing = {.input = input};
    struct buf text = {0};
    quanze_status status = bundle_law_take(input->engine, input->folder, &packing.packed, error);
    if (status == QUANZE_OK) status = add_decision(&packing, &text, error);
    if (status == QUANZE_OK) status = add_papers(&packing, &text, error);
    bundle_files_sort(&packing.files);
    if (status == QUANZE_OK) status = write_zip(&packing, out, error);
    if (status == QUANZE_OK) status = check_made(&packing, error);
    buf_free(&text);
    arena_free(&packing.files.arena);
    return status == QUANZE_OK && out->failed ? error_memory(error) : status;
}
