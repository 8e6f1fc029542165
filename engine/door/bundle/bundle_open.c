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
    struct problems *faults; /* all that are found */
    struct package *package;
    struct found *found;
    size_t count;
};

enum fault {
    FAULT_OUTSIDE,
    FAULT_FOLDER,
    FAULT_UNKNOWN,
    FAULT_ENCODING,
    FAULT_DOUBLE,
    FAULT_LISTED_TWICE,
    FAULT_NEEDED,
    FAULT_LISTED,
    FAULT_EXTRA,
    FAULT_BROKEN,
    FAULT_CHANGED
};

/* What is wrong with a file, and what was expected of it. */
static const struct {
    const char *code, *zh, *en, *zh_expected, *en_expected;
} FAULTS[] = {
    [FAULT_OUTSIDE] = {"bundle-name", "指到包外的文件", "its name leads out of the bundle", "文件名不能离开证明包",
                       "names must stay inside"},
    [FAULT_FOLDER] = {"bundle-name", "证明包里不该有文件夹条目", "an entry for a folder", "包里只放文件",
                      "a bundle holds files only"},
    [FAULT_UNKNOWN] = {"bundle-name", "不该有的文件", "there should be no such file",
                       "只能是 manifest.json、task.json、verdict.json、past.json、reading.json、README.txt，或者 "
                       "list、rules、packs、calendar、thesaurus、waivers、source、letter 里的文件",
                       "there may be manifest.json, task.json, verdict.json, past.json, reading.json, README.txt, and files in "
                       "list, rules, packs, calendar, thesaurus, waivers, source and letter"},
    [FAULT_ENCODING] = {"bundle-name", "有文件名不是 UTF-8", "a name is not UTF-8", "文件名要用 UTF-8", "names must be UTF-8"},
    [FAULT_DOUBLE] = {"bundle-double", "有两份的文件", "there are two of a file", "只能有一份", "one was expected"},
    [FAULT_LISTED_TWICE] = {"bundle-double", "清单里有两份的文件", "the manifest has two of a file", "只能列一次",
                            "it may be listed once"},
    [FAULT_NEEDED] = {"bundle-missing", "缺文件", "a file is missing", "每个证明包都要有它", "every bundle has it"},
    [FAULT_LISTED] = {"bundle-missing", "缺文件", "a file is missing", "manifest.json 列有它", "manifest.json lists it"},
    [FAULT_EXTRA] = {"bundle-extra", "多出的文件", "a file is not in the manifest", "只能有 manifest.json 列出的文件",
                     "only files that manifest.json lists were expected"},
    [FAULT_BROKEN] = {"bundle-broken", "解不开的文件", "a file cannot be unpacked", "压缩的内容应当完好",
                      "its packed bytes must be whole"},
    [FAULT_CHANGED] = {"bundle-changed", "改动过的文件", "a file is not as it was packed",
                       "大小和校验值应与 manifest.json 写的相同", "size and hash must be those in manifest.json"},
};

static int by_name(const void *a, const void *b) {
    const struct found *one = a, *other = b;
    return str_compare(one->name, other->name);
}

static void note(const struct opening *opening, enum fault fault, struct str name) {
    char shown[256];
    const size_t length = name.length < sizeof shown - 1 ? name.length : sizeof shown - 1;
    memcpy(shown, name.at, length);
    shown[length] = '\0';
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)shown[i] < ' ' || shown[i] == 0x7F) shown[i] = '?'; /* a stranger's bytes on somebody's terminal */
    problem_error(opening->faults, FAULTS[fault].code, (struct place){opening->path, 0, 0},
                  "不是完好的证明包：%s“%s”，%s%.0s%.0s", "not a sound proof bundle: %.0s\"%s\": %.0s%s; %s", FAULTS[fault].zh,
                  shown, FAULTS[fault].zh_expected, FAULTS[fault].en, FAULTS[fault].en_expected);
}

static bool is_known_name(struct str name) {
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++)
        if (str_equal(name, str_of(FILES[i]))) return true;
    for (size_t i = 0; i < sizeof FOLDERS / sizeof *FOLDERS; i++)
        if (str_starts_with(name, str_of(FOLDERS[i]))) return true;
    return str_equal(name, STR(BUNDLE_MANIFEST));
}

/* What a name is that a bundle cannot have. */
static enum fault name_fault(struct str name) {
    const bool climbs = str_starts_with(name, STR("/")) || str_find(name, STR("..")) >= 0 || str_find(name, STR("\\")) >= 0;
    if (climbs) return FAULT_OUTSIDE;
    return name.length > 0 && name.at[name.length - 1] == '/' ? FAULT_FOLDER : FAULT_UNKNOWN;
}

/* The names that a bundle can have; others are noted and left out. */
static quanze_status take_names(struct opening *opening, struct quanze_error *error) {
    const size_t count = package_count(opening->package);
    opening->found = arena_take_array(opening->arena, count + 1, sizeof *opening->found);
    if (!opening->found) return error_memory(error);
    for (size_t i = 0; i < count; i++) {
        const char *name = package_name(opening->package, i);
        const struct str copy = arena_copy(opening->arena, str_of(name ? name : ""));
        if (!copy.at) return error_memory(error);
        if (!name)
            note(opening, FAULT_ENCODING, copy);
        else if (!scratch_allows(copy) || !is_known_name(copy))
            note(opening, name_fault(copy), copy);
        else
            opening->found[opening->count++] = (struct found){copy, i};
    }
    if (opening->count > 0) qsort(opening->found, opening->count, sizeof *opening->found, by_name);
    for (size_t i = 1; i < opening->count; i++)
        if (str_equal(opening->found[i - 1].name, opening->found[i].name)) note(opening, FAULT_DOUBLE, opening->found[i].name);
    return QUANZE_OK;
}

static const struct found *find(const struct opening *opening, struct str name) {
    const struct found wanted = {name, 0};
    if (opening->count == 0) return NULL;
    return bsearch(&wanted, opening->found, opening->count, sizeof wanted, by_name);
}

/* The bytes of a file; `out->at` is NULL when it is not there, or was noted as broken. */
static quanze_status unpack(const struct opening *opening, struct str name, struct str *out, struct quanze_error *error) {
    const struct found *found = find(opening, name);
    *out = (struct str){NULL, 0};
    if (!found) return QUANZE_OK;
    const quanze_status status = package_part_at(opening->package, found->index, opening->arena, out, error);
    if (status != QUANZE_BAD_DATA) return status;
    note(opening, FAULT_BROKEN, name);
    *out = (struct str){NULL, 0};
    return QUANZE_OK;
}

static int by_part_name(const void *a, const void *b) {
    const struct bundle_part *one = a, *other = b;
    return str_compare(one->name, other->name);
}

static bool is_listed(const struct bundle_manifest *manifest, struct str name) {
    const struct bundle_part wanted = {.name = name};
    return manifest->part_count > 0 && bsearch(&wanted, manifest->parts, manifest->part_count, sizeof wanted, by_part_name);
}

/* Each part of the manifest is in the zip, each file of the zip in the manifest, once. */
static void check_names(const struct opening *opening, struct bundle_manifest *manifest) {
    if (manifest->part_count > 0) qsort(manifest->parts, manifest->part_count, sizeof *manifest->parts, by_part_name);
    for (size_t i = 0; i < manifest->part_count; i++) {
        const struct str name = manifest->parts[i].name;
        if (i > 0 && str_equal(manifest->parts[i - 1].name, name))
            note(opening, FAULT_LISTED_TWICE, name);
        else if (!find(opening, name))
            note(opening, FAULT_LISTED, name);
    }
    for (size_t i = 0; i < opening->count; i++) {
        const struct str name = opening->found[i].name;
        if (!str_equal(name, STR(BUNDLE_MANIFEST)) && !is_listed(manifest, name)) note(opening, FAULT_EXTRA, name);
    }
}

/* `manifest` NULL: it cannot be read, and what it lists is not known. */
static void check_needed(const struct opening *opening, const struct bundle_manifest *manifest) {
    for (size_t i = 0; i < sizeof REQUIRED / sizeof *REQUIRED; i++) {
        const struct str name = str_of(REQUIRED[i]);
        if (!find(opening, name) && !(manifest && is_listed(manifest, name))) note(opening, FAULT_NEEDED, name);
    }
}

static quanze_status take_parts(const struct opening *opening, struct bundle *out, struct texts *changed,
                                struct quanze_error *error) {
    const size_t count = out->manifest.part_count;
    out->bytes = arena_take_array(opening->arena, count + 1, sizeof *out->bytes);
    out->digests = arena_take_array(opening->arena, count + 1, sizeof *out->digests);
    changed->at = arena_take_array(opening->arena, count + 1, sizeof *changed->at);
    changed->count = 0;
    if (!out->bytes || !out->digests || !changed->at) return error_memory(error);
    for (size_t i = 0; i < count; i++) {
        const struct bundle_part *part = &out->manifest.parts[i];
        quanze_status status = unpack(opening, part->name, &out->bytes[i], error);
        if (status != QUANZE_OK) return status;
        if (!out->bytes[i].at) continue; /* noted */
        out->digests[i] = bundle_digest(out->bytes[i]);
        if (out->bytes[i].length != part->bytes ||
            memcmp(out->digests[i].bytes, part->digest.bytes, sizeof part->digest.bytes) != 0)
            changed->at[changed->count++] = part->name;
    }
    return QUANZE_OK;
}

/* The manifest, where it can be read; what is wrong with it is noted. */
static quanze_status take_manifest(const struct opening *opening, struct bundle *out, bool *is_read,
                                   struct quanze_error *error) {
    struct str text;
    *is_read = false;
    if (!find(opening, STR(BUNDLE_MANIFEST))) note(opening, FAULT_NEEDED, STR(BUNDLE_MANIFEST));
    quanze_status status = unpack(opening, STR(BUNDLE_MANIFEST), &text, error);
    if (status != QUANZE_OK || !text.at) return status;
    out->check = bundle_digest(text);
    status = read_bundle_manifest(text, opening->arena, &out->manifest, error);
    *is_read = status == QUANZE_OK;
    if (status != QUANZE_BAD_DATA) return status;
    problem_error(opening->faults, "bundle-manifest", (struct place){error->file, error->line, error->column}, "%s%.0s",
                  "%.0s%s", error->zh, error->en);
    return QUANZE_OK;
}

static quanze_status open_all(struct opening *opening, struct bundle *out, struct texts *changed, struct quanze_error *error) {
    bool has_manifest = false;
    quanze_status status = take_names(opening, error);
    if (status == QUANZE_OK) status = take_manifest(opening, out, &has_manifest, error);
    if (status != QUANZE_OK) return status;
    if (has_manifest) check_names(opening, &out->manifest);
    check_needed(opening, has_manifest ? &out->manifest : NULL);
    if (has_manifest) status = take_parts(opening, out, changed, error);
    if (status != QUANZE_OK || opening->faults->errors == 0) return status;
    for (size_t i = 0; has_manifest && i < changed->count; i++) note(opening, FAULT_CHANGED, changed->at[i]);
    return problems_status(opening->faults, error);
}

quanze_status bundle_open(struct str bytes, const char *path, struct bundle *out, struct texts *changed,
                          struct problems *faults, struct quanze_error *error) {
    struct opening opening = {.path = path, .arena = faults->arena, .faults = faults};
    quanze_status status = package_open(bytes, path, &opening.package, error);
    if (status == QUANZE_BAD_DATA)
        return error_at(error, QUANZE_BAD_DATA, (struct place){path, 0, 0}, "不是证明包：打不开这个 zip 文件",
                        "not a proof bundle: the zip file cannot be opened");
    if (status != QUANZE_OK) return status;
    status = open_all(&opening, out, changed, error);
    package_close(opening.package);
    return status == QUANZE_OK && faults->out_of_memory ? error_memory(error) : status;
}

const struct str *bundle_part_of(const struct bundle *bundle, const char *name) {
    const struct bundle_part wanted = {.name = str_of(name)};
    const struct bundle_part *parts = bundle->manifest.parts;
    const struct bundle_part *found = bsearch(&wanted, parts, bundle->manifest.part_count, sizeof wanted, by_part_name);
    return found ? &bundle->bytes[found - parts] : NULL;
}
