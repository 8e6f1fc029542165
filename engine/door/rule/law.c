#include <door/request.h>
#include <door/rule/law.h>

#include <base/buf.h>
#include <read/pack.h>

/* The packs as they are found. */
struct shelf {
    const struct quanze_options *options;
    struct arena *arena;
    struct problems *problems;
    struct pack *packs; /* room for QUANZE_MAX_PACKS */
    size_t count;
};

/* "folder/name", NUL-ended; NULL when memory ran out. */
static const char *join(struct arena *arena, struct str folder, const char *middle, struct str name) {
    struct buf path = {0};
    buf_put(&path, folder);
    buf_put_text(&path, middle);
    buf_put(&path, name);
    struct str copy = path.failed ? (struct str){NULL, 0} : arena_copy(arena, buf_str(&path));
    buf_free(&path);
    return copy.at;
}

/* The folder that a file or folder stands in; "." when none is written. */
static struct str folder_above(struct str path) {
    while (path.length > 1 && path.at[path.length - 1] == '/') path.length--;
    while (path.length > 0 && path.at[path.length - 1] != '/') path.length--;
    if (path.length == 0) return STR(".");
    return path.length > 1 ? (struct str){path.at, path.length - 1} : path;
}

static struct str last_part(struct str path) {
    while (path.length > 1 && path.at[path.length - 1] == '/') path.length--;
    size_t start = path.length;
    while (start > 0 && path.at[start - 1] != '/') start--;
    return (struct str){path.at + start, path.length - start};
}

/* Whether a pack.yaml stands in a folder. False in `*ok` when memory ran out. */
static bool is_pack(const struct shelf *shelf, const char *folder, bool *ok) {
    const char *file = folder ? join(shelf->arena, str_of(folder), "/", STR("pack.yaml")) : NULL;
    *ok = file != NULL;
    return *ok && file_kind_of(file) == FILE_REGULAR;
}

static quanze_status no_room(struct quanze_error *error) {
    return error_set(error, QUANZE_BAD_DATA, "规则包超过 %d 个", "there are more than %d packs", QUANZE_MAX_PACKS);
}

static quanze_status add_pack(struct shelf *shelf, const char *folder, struct quanze_error *error) {
    if (shelf->count == QUANZE_MAX_PACKS) return no_room(error);
    struct pack *pack = &shelf->packs[shelf->count];
    quanze_status status = read_pack(folder, shelf->arena, pack, shelf->problems, error);
    if (status != QUANZE_OK) return status;
    const int twin = pack_find(shelf->packs, shelf->count, pack->id);
    if (pack->id.length == 0) return QUANZE_OK; /* said already */
    if (twin >= 0)
        problem_error(shelf->problems, "duplicate-id", pack->place, "规则包“%s”与 %s 重复", "the pack \"%s\" is also %s",
                      pack->id.at, shelf->packs[twin].place.file);
    else
        shelf->count++;
    return QUANZE_OK;
}

/* A plain folder of rules, or one file, is a pack without a word of its own. */
static quanze_status add_plain(struct shelf *shelf, const char *path, struct quanze_error *error) {
    if (shelf->count == QUANZE_MAX_PACKS) return no_room(error);
    struct str copy = arena_copy(shelf->arena, str_of(path));
    if (!copy.at) return error_memory(error);
    shelf->packs[shelf->count++] = (struct pack){.id = last_part(copy),
                                                 .path = copy,
                                                 .published_on = DAY_NONE,
                                                 .validity = {DAY_NONE, DAY_NONE},
                                                 .place = {copy.at, 0, 0}};
    return QUANZE_OK;
}

static quanze_status add_named(struct shelf *shelf, const char *path, struct quanze_error *error) {
    bool ok = true;
    if (file_kind_of(path) == FILE_MISSING)
        return error_set(error, QUANZE_NO_INPUT, "没有规则文件夹“%s”", "there is no rule folder \"%s\"", path);
    if (is_pack(shelf, path, &ok)) return add_pack(shelf, path, error);
    return ok ? add_plain(shelf, path, error) : error_memory(error);
}

static void check_name(const struct shelf *shelf, struct str wanted) {
    const struct pack *pack = &shelf->packs[shelf->count - 1];
    if (str_equal(pack->id, wanted)) return;
    problem_error(shelf->problems, "bad-id", pack->place, "id “%s”与文件夹“%.*s”不同",
                  "the id \"%s\" differs from the folder \"%.*s\"", pack->id.at, (int)wanted.length, wanted.at);
}

/* Looks for a pack in some folders; where it is found it is added. */
static quanze_status find_pack(struct shelf *shelf, struct str id, const struct str *folders, size_t count, bool *found,
                               struct quanze_error *error) {
    *found = false;
    if (!pack_id_is_good(id)) return QUANZE_OK; /* a name out of a list leads into no other folder */
    for (size_t i = 0; i < count && !*found; i++) {
        bool ok = true;
        const char *folder = join(shelf->arena, folders[i], "/", id);
        *found = is_pack(shelf, folder, &ok);
        if (!ok) return error_memory(error);
        const size_t before = shelf->count;
        quanze_status status = *found ? add_pack(shelf, folder, error) : QUANZE_OK;
        if (status != QUANZE_OK) return status;
        if (shelf->count > before) check_name(shelf, id);
    }
    return QUANZE_OK;
}

/* The folders in which packs stand: `packs` of the rule folder, and beside the list. False when memory ran out. */
static bool pack_folders(const struct shelf *shelf, struct str out[2], size_t *count) {
    const struct quanze_options *options = shelf->options;
    const char *folders[2] = {join(shelf->arena, str_of(options->rules), "/", STR("packs")), NULL};
    *count = 1;
    if (options->lists) {
        const struct str lists = str_of(options->lists);
        const bool is_folder = file_kind_of(options->lists) == FILE_FOLDER;
        folders[(*count)++] = join(shelf->arena, is_folder ? lists : folder_above(lists), "/", STR("packs"));
    }
    for (size_t i = 0; i < *count; i++) {
        if (!folders[i]) return false;
        out[i] = str_of(folders[i]);
    }
    return true;
}

static quanze_status add_of_list(struct shelf *shelf, const struct list *list, struct quanze_error *error) {
    struct str folders[2];
    size_t count = 0;
    if (!pack_folders(shelf, folders, &count)) return error_memory(error);
    for (size_t i = 0; i < list->pack_count; i++) {
        bool found = pack_find(shelf->packs, shelf->count, list->packs[i].id) >= 0;
        quanze_status status = found ? QUANZE_OK : find_pack(shelf, list->packs[i].id, folders, count, &found, error);
        if (status != QUANZE_OK) return status;
        if (!found) pack_report_unknown(&list->packs[i], shelf->packs, shelf->count, shelf->problems);
    }
    return QUANZE_OK;
}

/* Adds the packs that those on the shelf require, and the packs that these require; pack_order tells what was not found. */
static quanze_status add_required(struct shelf *shelf, struct quanze_error *error) {
    struct str folders[3];
    size_t count = 0;
    if (!pack_folders(shelf, folders, &count)) return error_memory(error);
    for (size_t i = 0; i < shelf->count; i++) {
        for (size_t j = 0; j < shelf->packs[i].require_count; j++) {
            const struct str id = shelf->packs[i].requires[j].id;
            if (pack_find(shelf->packs, shelf->count, id) >= 0) continue;
            bool found = false;
            folders[count] = folder_above(shelf->packs[i].path);
            quanze_status status = find_pack(shelf, id, folders, count + 1, &found, error);
            if (status != QUANZE_OK) return status;
        }
    }
    return QUANZE_OK;
}

/* Moves the first `count` packs behind the others. False when memory ran out. */
static bool move_back(struct shelf *shelf, size_t count) {
    struct pack *moved = arena_take_array(shelf->arena, count, sizeof *moved);
    if (!moved) return false;
    memcpy(moved, shelf->packs, count * sizeof *moved);
    memmove(shelf->packs, shelf->packs + count, (shelf->count - count) * sizeof *moved);
    memcpy(shelf->packs + shelf->count - count, moved, count * sizeof *moved);
    return true;
}

/* What the caller names is found first, since it may stand for a pack of the list, and counts after the list's own. */
static quanze_status gather(struct shelf *shelf, const struct list *list, struct quanze_error *error) {
    shelf->packs = arena_take_array(shelf->arena, QUANZE_MAX_PACKS, sizeof *shelf->packs);
    if (!shelf->packs) return error_memory(error);
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < shelf->options->pack_count && status == QUANZE_OK; i++)
        status = add_named(shelf, shelf->options->packs[i], error);
    const size_t named = shelf->count;
    if (status == QUANZE_OK && list) status = add_of_list(shelf, list, error);
    if (status == QUANZE_OK && !move_back(shelf, named)) status = error_memory(error);
    if (status == QUANZE_OK) status = add_required(shelf, error);
    if (status == QUANZE_OK) pack_order(shelf->packs, shelf->count, shelf->problems);
    return status;
}

quanze_status law_load(const struct quanze_options *options, const struct list *list, struct arena *arena,
                       struct overlay *overlay, struct rulebook **out, struct problems *problems, struct quanze_error *error) {
    struct shelf shelf = {.options = options, .arena = arena, .problems = problems};
    int32_t known_at;
    quanze_status status = request_day(options->known_at, "known_at", &known_at, error);
    if (status == QUANZE_OK) status = gather(&shelf, list, error);
    if (status != QUANZE_OK) return status;
    struct rule_folder folders[QUANZE_MAX_PACKS + 1] = {{options->rules, NULL, options->skip_examples}};
    for (size_t i = 0; i < shelf.count; i++)
        folders[i + 1] = (struct rule_folder){shelf.packs[i].path.at, &shelf.packs[i], options->skip_examples};
    *overlay = (struct overlay){shelf.packs, shelf.count, list, known_at};
    return rulebook_load_all(folders, shelf.count + 1, options->jobs, out, problems, error);
}

quanze_status law_lay(struct rulebook *book, const struct overlay *overlay, bool is_sound, struct problems *problems,
                      struct quanze_error *error) {
    if (is_sound) return overlay_apply(book, overlay, problems, error);
    return overlay_check(book, overlay, problems) ? QUANZE_OK : error_memory(error);
}

quanze_status law_open(const struct quanze_options *options, const struct list *list, struct arena *arena,
                       struct rulebook **out, struct problems *problems, struct quanze_error *error) {
    struct overlay overlay;
    const size_t errors = problems->errors;
    quanze_status status = law_load(options, list, arena, &overlay, out, problems, error);
    return status == QUANZE_OK ? law_lay(*out, &overlay, problems->errors == errors, problems, error) : status;
}

quanze_status law_find_packs(const char *rules, struct arena *arena, const char ***out, size_t *count,
                             struct quanze_error *error) {
    static const char *const ENDINGS[] = {".yaml", NULL};
    const char *folder = join(arena, str_of(rules), "/", STR("packs"));
    size_t files = 0;
    *count = 0;
    if (!folder) return error_memory(error);
    if (file_kind_of(folder) != FILE_FOLDER) return QUANZE_OK;
    quanze_status status = file_list(folder, ENDINGS, true, arena, out, &files, error);
    for (size_t i = 0; i < files && status == QUANZE_OK; i++) {
        if (!str_equal(last_part(str_of((*out)[i])), STR("pack.yaml"))) continue;
        const struct str above = arena_copy(arena, folder_above(str_of((*out)[i])));
        if (!above.at) return error_memory(error);
        (*out)[(*count)++] = above.at;
    }
    return status;
}
