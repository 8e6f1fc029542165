/* bundle.c - what a decision was made from, gathered and packed. */
#include <door/bundle/bundle.h>

#include <base/alloc.h>
#include <base/archive.h>
#include <base/file.h>
#include <read/read.h>
#include <rule/rule.h>
#include <say/ledger/ledger_page.h>
#include <say/notice/notice.h>
#include <stdlib.h>

/* The parts as they are gathered. */
struct packing {
    const struct bundle_input *input;
    struct arena arena;
    struct bundle_file *files; /* `name` as it stands in the bundle */
    size_t count, capacity;
    struct bundle_manifest manifest;
};

static quanze_status add_file(struct packing *packing, struct str name, struct str bytes, struct quanze_error *error) {
    if (packing->count == packing->capacity) {
        const size_t grown = packing->capacity ? 2 * packing->capacity : 256;
        struct bundle_file *files = arena_take_array(&packing->arena, grown, sizeof *files);
        if (!files) return error_memory(error);
        if (packing->count > 0) memcpy(files, packing->files, packing->count * sizeof *files);
        packing->files = files;
        packing->capacity = grown;
    }
    if (!name.at || !bytes.at) return error_memory(error);
    if (!scratch_allows(name))
        return error_set(error, QUANZE_BAD_DATA, "文件名“%s”不能放进证明包：不能有反斜杠、冒号、控制字符和“..”",
                         "the name \"%s\" cannot go into a bundle: no backslash, colon, control character or \"..\"", name.at);
    packing->files[packing->count++] = (struct bundle_file){name, bytes};
    return QUANZE_OK;
}

/* "folder/name" in the arena; `at` is NULL when memory ran out. */
static struct str join(struct packing *packing, struct str folder, struct str name) {
    struct buf path = {0};
    buf_put(&path, folder);
    buf_put_char(&path, '/');
    buf_put(&path, name);
    const struct str copy = path.failed ? (struct str){NULL, 0} : arena_copy(&packing->arena, buf_str(&path));
    buf_free(&path);
    return copy;
}

static struct str last_part(struct str path) {
    while (path.length > 1 && path.at[path.length - 1] == '/') path.length--;
    size_t start = path.length;
    while (start > 0 && path.at[start - 1] != '/') start--;
    return (struct str){path.at + start, path.length - start};
}

/* The name of a file below `root`; of `root` itself when that is the file. */
static struct str inner_name(const char *root, const char *file) {
    size_t from = strlen(root);
    while (file[from] == '/') from++;
    return file[from] ? str_of(file + from) : last_part(str_of(file));
}

static quanze_status add_read(struct packing *packing, struct str name, const char *path, struct quanze_error *error) {
    struct str bytes;
    quanze_status status = file_read(path, QUANZE_MAX_FILE_BYTES, &packing->arena, &bytes, error);
    return status == QUANZE_OK ? add_file(packing, name, bytes, error) : status;
}

/* Files of one root under a folder of the bundle. */
struct tree {
    const char *root;
    const char **files;
    size_t count;
};

static quanze_status add_tree(struct packing *packing, struct str folder, const struct tree *tree, struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < tree->count && status == QUANZE_OK; i++)
        status = add_read(packing, join(packing, folder, inner_name(tree->root, tree->files[i])), tree->files[i], error);
    return status;
}

/* YAML files of a file or folder. */
static quanze_status add_yaml(struct packing *packing, const char *folder, const char *root, struct quanze_error *error) {
    struct tree tree = {.root = root};
    quanze_status status = read_yaml_files(root, &packing->arena, &tree.files, &tree.count, error);
    return status == QUANZE_OK ? add_tree(packing, str_of(folder), &tree, error) : status;
}

static quanze_status add_list(struct packing *packing, struct quanze_error *error) {
    const struct engine_files *files = &packing->input->engine->files;
    struct tree tree = {.root = files->lists};
    quanze_status status = read_list_files(files->lists, &packing->arena, &tree.files, &tree.count, error);
    if (status == QUANZE_OK) status = add_tree(packing, STR("list"), &tree, error);
    const struct str own = join(packing, str_of(files->lists), STR("thesaurus"));
    if (status == QUANZE_OK && !own.at) return error_memory(error);
    if (status == QUANZE_OK && file_kind_of(own.at) == FILE_FOLDER) status = add_yaml(packing, "list/thesaurus", own.at, error);
    if (status == QUANZE_OK && files->waivers && file_kind_of(files->waivers) != FILE_MISSING)
        status = add_yaml(packing, "waivers", files->waivers, error);
    return status;
}

static quanze_status add_rules(struct packing *packing, struct str folder, const char *root, struct quanze_error *error) {
    struct tree tree = {.root = root};
    quanze_status status = rulebook_files(root, &packing->arena, &tree.files, &tree.count, error);
    return status == QUANZE_OK ? add_tree(packing, folder, &tree, error) : status;
}

/* "packs/01/name": the number keeps the order, and packs of the same name apart. */
static struct str pack_folder(struct packing *packing, size_t index, const struct pack *pack) {
    const char number[] = {'p', 'a', 'c', 'k', 's', '/', (char)('0' + (index + 1) / 10), (char)('0' + (index + 1) % 10)};
    return join(packing, (struct str){number, sizeof number}, last_part(pack->path));
}

static quanze_status add_pack(struct packing *packing, size_t index, struct quanze_error *error) {
    const struct pack *pack = &packing->input->engine->book->packs[index];
    const struct str own = pack_folder(packing, index, pack), file = join(packing, pack->path, STR("pack.yaml"));
    if (!own.at || !file.at) return error_memory(error);
    packing->manifest.packs.at[packing->manifest.packs.count++] = own;
    if (file_kind_of(pack->path.at) != FILE_FOLDER) return add_read(packing, own, pack->path.at, error);
    quanze_status status = QUANZE_OK;
    if (file_kind_of(file.at) == FILE_REGULAR) status = add_read(packing, join(packing, own, STR("pack.yaml")), file.at, error);
    return status == QUANZE_OK ? add_rules(packing, own, pack->path.at, error) : status;
}

static quanze_status add_law(struct packing *packing, struct quanze_error *error) {
    const struct quanze *engine = packing->input->engine;
    quanze_status status = add_rules(packing, STR("rules"), engine->files.rules, error);
    packing->manifest.packs.at = arena_take_array(&packing->arena, QUANZE_MAX_PACKS, sizeof *packing->manifest.packs.at);
    if (!packing->manifest.packs.at) return error_memory(error);
    for (size_t i = 0; i < engine->book->pack_count && status == QUANZE_OK; i++) status = add_pack(packing, i, error);
    if (status == QUANZE_OK && engine->files.calendar) status = add_yaml(packing, "calendar", engine->files.calendar, error);
    if (status == QUANZE_OK && engine->files.thesaurus) status = add_yaml(packing, "thesaurus", engine->files.thesaurus, error);
    return status;
}

/* What has been written becomes a part; empties the buffer. */
static quanze_status add_written(struct packing *packing, const char *name, struct buf *text, struct quanze_error *error) {
    const struct str bytes = text->failed ? (struct str){NULL, 0} : arena_copy(&packing->arena, buf_str(text));
    buf_clear(text);
    return bytes.at ? add_file(packing, str_of(name), bytes, error) : error_memory(error);
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
    quanze_status status = add_file(packing, STR(BUNDLE_TASK), input->task, error);
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

static quanze_status add_papers(struct packing *packing, struct buf *text, struct quanze_error *error) {
    const struct bundle_input *input = packing->input;
    quanze_status status = QUANZE_OK;
    if (input->notice) {
        say_notice_json(text, input->decision->task, input->notice, QUANZE_ZH);
        status = add_written(packing, BUNDLE_READING, text, error);
    }
    const struct bundle_file *source = &input->source, *letter = &input->letter;
    if (status == QUANZE_OK && source->name.length > 0)
        status = add_file(packing, join(packing, STR("source"), last_part(source->name)), source->bytes, error);
    if (status == QUANZE_OK && letter->name.length > 0)
        status = add_file(packing, join(packing, STR("letter"), last_part(letter->name)), letter->bytes, error);
    if (status != QUANZE_OK) return status;
    say_bundle_readme(text, bundle_name(input));
    return add_written(packing, BUNDLE_README, text, error);
}

static int by_name(const void *a, const void *b) {
    const struct bundle_file *one = a, *other = b;
    return str_compare(one->name, other->name);
}

static quanze_status make_manifest(struct packing *packing, struct str *out, struct quanze_error *error) {
    struct bundle_manifest *manifest = &packing->manifest;
    const struct bundle_input *input = packing->input;
    struct buf text = {0};
    qsort(packing->files, packing->count, sizeof *packing->files, by_name);
    manifest->parts = arena_take_array(&packing->arena, packing->count, sizeof *manifest->parts);
    if (!manifest->parts) return error_memory(error);
    for (size_t i = 0; i < packing->count; i++) {
        struct bundle_part *part = &manifest->parts[manifest->part_count++];
        struct digest_state state;
        part->name = packing->files[i].name;
        part->bytes = packing->files[i].bytes.length;
        digest_start(&state);
        digest_add(&state, packing->files[i].bytes);
        digest_end(&state, &part->digest);
    }
    manifest->engine = STR(QUANZE_VERSION);
    manifest->task = task_text(input->decision->task, FACT_ID_ID);
    manifest->as_of = input->decision->as_of;
    manifest->known_at = input->engine->book->known_at;
    manifest->no_match = input->no_match;
    manifest->strict = input->engine->strict_budget;
    say_bundle_manifest(&text, manifest);
    *out = text.failed ? (struct str){NULL, 0} : arena_copy(&packing->arena, buf_str(&text));
    buf_free(&text);
    return out->at ? QUANZE_OK : error_memory(error);
}

static quanze_status write_zip(struct packing *packing, struct buf *out, struct quanze_error *error) {
    struct archive *archive = NULL;
    struct str manifest;
    quanze_status status = make_manifest(packing, &manifest, error);
    if (status == QUANZE_OK) status = archive_open(&archive, error);
    if (status == QUANZE_OK) status = archive_add(archive, BUNDLE_MANIFEST, manifest, error);
    for (size_t i = 0; i < packing->count && status == QUANZE_OK; i++)
        status = archive_add(archive, packing->files[i].name.at, packing->files[i].bytes, error);
    if (status == QUANZE_OK) status = archive_end(archive, out, error);
    archive_close(archive);
    return status;
}

/* Nobody gets a bundle that a stranger would find to differ. */
static quanze_status check_made(const struct bundle_input *input, struct str bytes, struct quanze_error *error) {
    struct arena arena = {0};
    struct bundle bundle = {.bytes = NULL};
    struct bundle_verified verified;
    struct problems faults = {.arena = &arena};
    const struct file_source source = {"", bytes};
    quanze_status status = bundle_decide(&source, input->folder, &bundle, &faults, &verified, error);
    if (status == QUANZE_OK && !bundle_is_same(&verified))
        status =
            error_set(error, QUANZE_BAD_DATA, "清单或规则文件在运行期间被改动，证明包没有生成；请再运行一次",
                      "files of the list or the rules were changed while the program ran; no bundle was made, run it again");
    arena_free(&arena);
    return status;
}

quanze_status bundle_make(const struct bundle_input *input, struct buf *out, struct quanze_error *error) {
    struct packing packing = {.input = input};
    struct buf text = {0}, zip = {0};
    quanze_status status = add_decision(&packing, &text, error);
    if (status == QUANZE_OK) status = add_papers(&packing, &text, error);
    if (status == QUANZE_OK) status = add_list(&packing, error);
    if (status == QUANZE_OK) status = add_law(&packing, error);
    if (status == QUANZE_OK) status = write_zip(&packing, &zip, error);
    if (status == QUANZE_OK) status = check_made(input, buf_str(&zip), error);
    if (status == QUANZE_OK) buf_put(out, buf_str(&zip));
    buf_free(&text);
    buf_free(&zip);
    arena_free(&packing.arena);
    return status == QUANZE_OK && out->failed ? error_memory(error) : status;
}
