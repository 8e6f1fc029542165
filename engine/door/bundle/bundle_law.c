/* bundle_law.c - an engine's own files, gathered, packed, and opened again to see that they are still what it was opened from.
 */
#include <door/bundle/bundle_law.h>

#include <base/archive.h>
#include <base/file.h>
#include <door/bundle/bundle.h>
#include <read/read.h>
#include <rule/rule.h>

/* The files as they are gathered. */
struct packing {
    const struct quanze *engine;
    struct bundle_files files;
    struct texts packs;
};

/* The name of a file below `root`; of `root` itself when that is the file. */
static struct str inner_name(const char *root, const char *file) {
    size_t from = strlen(root);
    while (file[from] == '/') from++;
    return file[from] ? str_of(file + from) : bundle_last_part(str_of(file));
}

static quanze_status add_read(struct packing *packing, struct str name, const char *path, struct quanze_error *error) {
    struct str bytes;
    quanze_status status = file_read(path, QUANZE_MAX_FILE_BYTES, &packing->files.arena, &bytes, error);
    return status == QUANZE_OK ? bundle_files_add(&packing->files, name, bytes, error) : status;
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
        status = add_read(packing, bundle_files_join(&packing->files, folder, inner_name(tree->root, tree->files[i])),
                          tree->files[i], error);
    return status;
}

/* YAML files of a file or folder. */
static quanze_status add_yaml(struct packing *packing, const char *folder, const char *root, struct quanze_error *error) {
    struct tree tree = {.root = root};
    quanze_status status = read_yaml_files(root, &packing->files.arena, &tree.files, &tree.count, error);
    return status == QUANZE_OK ? add_tree(packing, str_of(folder), &tree, error) : status;
}

static quanze_status add_list(struct packing *packing, struct quanze_error *error) {
    const struct engine_files *files = &packing->engine->files;
    struct tree tree = {.root = files->lists};
    quanze_status status = read_list_files(files->lists, &packing->files.arena, &tree.files, &tree.count, error);
    if (status == QUANZE_OK) status = add_tree(packing, STR("list"), &tree, error);
    const struct str own = bundle_files_join(&packing->files, str_of(files->lists), STR("thesaurus"));
    if (status == QUANZE_OK && !own.at) return error_memory(error);
    if (status == QUANZE_OK && file_kind_of(own.at) == FILE_FOLDER) status = add_yaml(packing, "list/thesaurus", own.at, error);
    if (status == QUANZE_OK && files->waivers && file_kind_of(files->waivers) != FILE_MISSING)
        status = add_yaml(packing, "waivers", files->waivers, error);
    return status;
}

static quanze_status add_rules(struct packing *packing, struct str folder, const char *root, struct quanze_error *error) {
    struct tree tree = {.root = root};
    quanze_status status = rulebook_files(root, &packing->files.arena, &tree.files, &tree.count, error);
    return status == QUANZE_OK ? add_tree(packing, folder, &tree, error) : status;
}

/* "packs/01/name": the number keeps the order, and packs of the same name apart. */
static struct str pack_folder(struct packing *packing, size_t index, const struct pack *pack) {
    const char number[] = {'p', 'a', 'c', 'k', 's', '/', (char)('0' + (index + 1) / 10), (char)('0' + (index + 1) % 10)};
    return bundle_files_join(&packing->files, (struct str){number, sizeof number}, bundle_last_part(pack->path));
}

static quanze_status add_pack(struct packing *packing, size_t index, struct quanze_error *error) {
    const struct pack *pack = &packing->engine->book->packs[index];
    struct bundle_files *files = &packing->files;
    const struct str own = pack_folder(packing, index, pack), file = bundle_files_join(files, pack->path, STR("pack.yaml"));
    if (!own.at || !file.at) return error_memory(error);
    packing->packs.at[packing->packs.count++] = own;
    if (file_kind_of(pack->path.at) != FILE_FOLDER) return add_read(packing, own, pack->path.at, error);
    quanze_status status = QUANZE_OK;
    if (file_kind_of(file.at) == FILE_REGULAR)
        status = add_read(packing, bundle_files_join(files, own, STR("pack.yaml")), file.at, error);
    return status == QUANZE_OK ? add_rules(packing, own, pack->path.at, error) : status;
}

static quanze_status add_law(struct packing *packing, struct quanze_error *error) {
    const struct quanze *engine = packing->engine;
    quanze_status status = add_rules(packing, STR("rules"), engine->files.rules, error);
    packing->packs.at = arena_take_array(&packing->files.arena, QUANZE_MAX_PACKS, sizeof *packing->packs.at);
    if (!packing->packs.at) return error_memory(error);
    for (size_t i = 0; i < engine->book->pack_count && status == QUANZE_OK; i++) status = add_pack(packing, i, error);
    if (status == QUANZE_OK && engine->files.calendar) status = add_yaml(packing, "calendar", engine->files.calendar, error);
    if (status == QUANZE_OK && engine->files.thesaurus) status = add_yaml(packing, "thesaurus", engine->files.thesaurus, error);
    return status;
}

static bool is_same_digest(const struct digest *a, const struct digest *b) {
    return memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0;
}

/* A digest that is not there is all zeros on both sides. */
static bool is_same(const struct quanze *a, const struct quanze *b) {
    return a->has_calendar == b->has_calendar && is_same_digest(&a->calendar.digest, &b->calendar.digest) &&
           is_same_digest(&a->list.digest, &b->list.digest) && is_same_digest(&a->book->digest, &b->book->digest) &&
           is_same_digest(&a->thesaurus.digest, &b->thesaurus.digest);
}

/* Nobody gets a bundle that a stranger would find to differ. */
static quanze_status check(struct packing *packing, const char *folder, struct quanze_error *error) {
    const struct quanze *engine = packing->engine;
    struct bundle bundle = {.manifest = {.known_at = engine->book->known_at, .strict = engine->strict_budget}};
    struct arena *arena = &packing->files.arena;
    struct quanze *again = NULL;
    const size_t count = packing->files.count;
    bundle.manifest.packs = packing->packs;
    bundle.manifest.parts = arena_take_array(arena, count, sizeof *bundle.manifest.parts);
    bundle.bytes = arena_take_array(arena, count, sizeof *bundle.bytes);
    if (!bundle.manifest.parts || !bundle.bytes) return error_memory(error);
    for (size_t i = 0; i < count; i++) {
        bundle.manifest.parts[i].name = packing->files.at[i].name;
        bundle.bytes[i] = packing->files.at[i].bytes;
    }
    bundle.manifest.part_count = count;
    quanze_status status = bundle_open_engine(&bundle, folder, arena, &again, error);
    if (status == QUANZE_BAD_DATA || (status == QUANZE_OK && !is_same(engine, again)))
        status =
            error_set(error, QUANZE_BAD_DATA, "清单或规则文件在运行期间被改动，证明包没有生成；请再运行一次",
                      "files of the list or the rules were changed while the program ran; no bundle was made, run it again");
    quanze_close(again);
    return status;
}

static quanze_status write_zip(const struct bundle_files *files, struct buf *out, struct quanze_error *error) {
    struct archive *archive = NULL;
    quanze_status status = archive_open(&archive, error);
    for (size_t i = 0; i < files->count && status == QUANZE_OK; i++)
        status = archive_add(archive, files->at[i].name.at, files->at[i].bytes, error);
    if (status == QUANZE_OK) status = archive_end(archive, out, error);
    archive_close(archive);
    return status;
}

/* What stays when the bytes that were read are let go. */
static quanze_status keep(const struct packing *packing, struct arena *arena, struct bundle_packed *out,
                          struct quanze_error *error) {
    const struct bundle_files *files = &packing->files;
    struct bundle_part *parts = arena_take_array(arena, files->count, sizeof *parts);
    struct texts packs = {.at = arena_take_array(arena, packing->packs.count + 1, sizeof *packs.at)};
    if (!parts || !packs.at) return error_memory(error);
    for (size_t i = 0; i < files->count; i++) {
        const struct bundle_file *file = &files->at[i];
        parts[i] = (struct bundle_part){arena_copy(arena, file->name), file->bytes.length, bundle_digest(file->bytes)};
        if (!parts[i].name.at) return error_memory(error);
    }
    for (; packs.count < packing->packs.count; packs.count++) {
        packs.at[packs.count] = arena_copy(arena, packing->packs.at[packs.count]);
        if (!packs.at[packs.count].at) return error_memory(error);
    }
    *out = (struct bundle_packed){.parts = parts, .part_count = files->count, .packs = packs};
    return QUANZE_OK;
}

/* Whose files, and where a temporary folder may be made. */
struct asked {
    const struct quanze *engine;
    const char *folder;
};

static quanze_status pack(const void *payload, struct arena *arena, struct buf *zip, struct bundle_packed *out,
                          struct quanze_error *error) {
    const struct asked *asked = payload;
    struct packing packing = {.engine = asked->engine};
    quanze_status status = add_list(&packing, error);
    if (status == QUANZE_OK) status = add_law(&packing, error);
    bundle_files_sort(&packing.files);
    if (status == QUANZE_OK) status = check(&packing, asked->folder, error);
    if (status == QUANZE_OK) status = write_zip(&packing.files, zip, error);
    if (status == QUANZE_OK) status = keep(&packing, arena, out, error);
    arena_free(&packing.files.arena);
    return status;
}

quanze_status bundle_law_take(const struct quanze *engine, const char *folder, struct bundle_packed *out,
                              struct quanze_error *error) {
    const struct asked asked = {engine, folder};
    return bundle_kept_take(engine->kept, pack, &asked, out, error);
}

quanze_status quanze_prepare_bundles(const struct quanze *engine, const char *folder, struct quanze_error *error) {
    struct bundle_packed packed;
    if (!engine->has_list || !engine->book)
        return error_set(error, QUANZE_USAGE, "证明包需要清单和规则", "a bundle needs a list and rules");
    return bundle_law_take(engine, folder, &packed, error);
}
