/* bundle_open.c - a bundle's bytes to its parts; whatever the bytes are, nothing is written anywhere. */
#include <door/bundle/bundle.h>

#include <base/package.h>
#include <read/bundle.h>
#include <stdlib.h>

/* Folders that a bundle may hold, and the files that stand beside them. */
static const char *const FOLDERS[] = {"list/", "rules/", "packs/", "calendar/", "thesaurus/", "waivers/", "source/", "letter/"};
static const char *const FILES[] = {BUNDLE_README, BUNDLE_TASK, BUNDLE_VERDICT, BUNDLE_PAST, BUNDLE_READING};
static const char *const REQUIRED[] = {BUNDLE_TASK, BUNDLE_VERDICT, BUNDLE_PAST};

/* The parts of the zip, by name. */
struct found {
    struct str name;
    size_t index;
};

struct opening {
    const char *path;
    struct arena *arena;
    struct package *package;
    struct found *found;
    size_t count;
};

static int by_name(const void *a, const void *b) {
    const struct found *one = a, *other = b;
    return str_compare(one->name, other->name);
}

static quanze_status refuse(const struct opening *opening, const char *zh, const char *en, struct str name,
                            struct quanze_error *error) {
    char shown[256];
    const size_t length = name.length < sizeof shown - 1 ? name.length : sizeof shown - 1;
    memcpy(shown, name.at, length);
    shown[length] = '\0';
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)shown[i] < ' ' || shown[i] == 0x7F) shown[i] = '?'; /* a stranger's bytes on somebody's terminal */
    return error_at(error, QUANZE_BAD_DATA, (struct place){opening->path, 0, 0}, "不是完好的证明包：%s“%s”%.0s",
                    "not a sound proof bundle: %.0s\"%s\": %s", zh, shown, en);
}

static bool is_known_name(struct str name) {
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++)
        if (str_equal(name, str_of(FILES[i]))) return true;
    for (size_t i = 0; i < sizeof FOLDERS / sizeof *FOLDERS; i++)
        if (str_starts_with(name, str_of(FOLDERS[i]))) return true;
    return str_equal(name, STR(BUNDLE_MANIFEST));
}

/* What a name is that a bundle cannot have. */
static quanze_status refuse_name(const struct opening *opening, struct str name, struct quanze_error *error) {
    const bool climbs = str_starts_with(name, STR("/")) || str_find(name, STR("..")) >= 0 || str_find(name, STR("\\")) >= 0;
    if (climbs) return refuse(opening, "指到包外的文件", "its name leads out of the bundle", name, error);
    if (name.length > 0 && name.at[name.length - 1] == '/')
        return refuse(opening, "证明包里不该有文件夹条目", "an entry for a folder, where a bundle holds files only", name,
                      error);
    return refuse(opening, "不该有的文件", "there should be no such file", name, error);
}

static quanze_status take_names(struct opening *opening, struct quanze_error *error) {
    const size_t count = package_count(opening->package);
    opening->found = arena_take_array(opening->arena, count + 1, sizeof *opening->found);
    if (!opening->found) return error_memory(error);
    for (size_t i = 0; i < count; i++) {
        const char *name = package_name(opening->package, i);
        if (!name) return refuse(opening, "有文件名不是 UTF-8", "a name is not UTF-8", STR(""), error);
        const struct str copy = arena_copy(opening->arena, str_of(name));
        if (!copy.at) return error_memory(error);
        if (!scratch_allows(copy) || !is_known_name(copy)) return refuse_name(opening, copy, error);
        opening->found[opening->count++] = (struct found){copy, i};
    }
    if (count > 0) qsort(opening->found, count, sizeof *opening->found, by_name);
    for (size_t i = 1; i < count; i++)
        if (str_equal(opening->found[i - 1].name, opening->found[i].name))
            return refuse(opening, "有两份的文件", "there are two of a file", opening->found[i].name, error);
    return QUANZE_OK;
}

static const struct found *find(const struct opening *opening, struct str name) {
    const struct found wanted = {name, 0};
    if (opening->count == 0) return NULL;
    return bsearch(&wanted, opening->found, opening->count, sizeof wanted, by_name);
}

static quanze_status unpack(const struct opening *opening, struct str name, struct str *out, struct quanze_error *error) {
    const struct found *found = find(opening, name);
    if (!found) return refuse(opening, "缺文件", "a file is missing", name, error);
    quanze_status status = package_part_at(opening->package, found->index, opening->arena, out, error);
    if (status != QUANZE_BAD_DATA) return status;
    return refuse(opening, "解不开的文件", "a file cannot be unpacked", name, error);
}

static int by_part_name(const void *a, const void *b) {
    const struct bundle_part *one = a, *other = b;
    return str_compare(one->name, other->name);
}

/* Each part of the manifest is in the zip, each file of the zip in the manifest, once. */
static quanze_status check_names(const struct opening *opening, struct bundle_manifest *manifest, struct quanze_error *error) {
    qsort(manifest->parts, manifest->part_count, sizeof *manifest->parts, by_part_name);
    for (size_t i = 0; i < manifest->part_count; i++) {
        const struct str name = manifest->parts[i].name;
        if (i > 0 && str_equal(manifest->parts[i - 1].name, name))
            return refuse(opening, "清单里有两份的文件", "the manifest has two of a file", name, error);
        if (!find(opening, name)) return refuse(opening, "缺文件", "a file is missing", name, error);
    }
    for (size_t i = 0; i < opening->count; i++) {
        const struct bundle_part wanted = {.name = opening->found[i].name};
        if (!str_equal(wanted.name, STR(BUNDLE_MANIFEST)) &&
            !bsearch(&wanted, manifest->parts, manifest->part_count, sizeof wanted, by_part_name))
            return refuse(opening, "多出的文件", "a file is not in the manifest", wanted.name, error);
    }
    for (size_t i = 0; i < sizeof REQUIRED / sizeof *REQUIRED; i++)
        if (!find(opening, str_of(REQUIRED[i])))
            return refuse(opening, "缺文件", "a file is missing", str_of(REQUIRED[i]), error);
    return QUANZE_OK;
}

static struct digest digest_of(struct str bytes) {
    struct digest_state state;
    struct digest digest;
    digest_start(&state);
    digest_add(&state, bytes);
    digest_end(&state, &digest);
    return digest;
}

static quanze_status take_parts(const struct opening *opening, struct bundle *out, struct texts *changed,
                                struct quanze_error *error) {
    const size_t count = out->manifest.part_count;
    out->bytes = arena_take_array(opening->arena, count + 1, sizeof *out->bytes);
    changed->at = arena_take_array(opening->arena, count + 1, sizeof *changed->at);
    changed->count = 0;
    if (!out->bytes || !changed->at) return error_memory(error);
    for (size_t i = 0; i < count; i++) {
        const struct bundle_part *part = &out->manifest.parts[i];
        quanze_status status = unpack(opening, part->name, &out->bytes[i], error);
        if (status != QUANZE_OK) return status;
        const struct digest digest = digest_of(out->bytes[i]);
        if (out->bytes[i].length != part->bytes || memcmp(digest.bytes, part->digest.bytes, sizeof digest.bytes) != 0)
            changed->at[changed->count++] = part->name;
    }
    return QUANZE_OK;
}

static quanze_status open_all(struct opening *opening, struct bundle *out, struct texts *changed, struct quanze_error *error) {
    struct str manifest;
    quanze_status status = take_names(opening, error);
    if (status == QUANZE_OK) status = unpack(opening, STR(BUNDLE_MANIFEST), &manifest, error);
    if (status != QUANZE_OK) return status;
    out->check = digest_of(manifest);
    status = read_bundle_manifest(manifest, opening->arena, &out->manifest, error);
    if (status == QUANZE_OK) status = check_names(opening, &out->manifest, error);
    return status == QUANZE_OK ? take_parts(opening, out, changed, error) : status;
}

quanze_status bundle_open(struct str bytes, const char *path, struct arena *arena, struct bundle *out, struct texts *changed,
                          struct quanze_error *error) {
    struct opening opening = {.path = path, .arena = arena};
    quanze_status status = package_open(bytes, path, &opening.package, error);
    if (status == QUANZE_BAD_DATA)
        return error_at(error, QUANZE_BAD_DATA, (struct place){path, 0, 0}, "不是证明包：打不开这个 zip 文件",
                        "not a proof bundle: the zip file cannot be opened");
    if (status != QUANZE_OK) return status;
    status = open_all(&opening, out, changed, error);
    package_close(opening.package);
    return status;
}

const struct str *bundle_part_of(const struct bundle *bundle, const char *name) {
    const struct bundle_part wanted = {.name = str_of(name)};
    const struct bundle_part *parts = bundle->manifest.parts;
    const struct bundle_part *found = bsearch(&wanted, parts, bundle->manifest.part_count, sizeof wanted, by_part_name);
    return found ? &bundle->bytes[found - parts] : NULL;
}
