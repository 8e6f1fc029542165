/* package.c - parts of a package with libzip. */
#include <base/package.h>

#include <base/alloc.h>
#include <base/utf8.h>
#include <zip.h>

struct package {
    zip_t *zip;
    const char *path;
    uint64_t unpacked; /* bytes of all parts so far */
};

static quanze_status refuse(const char *path, struct quanze_error *error) {
    return error_at(error, QUANZE_BAD_DATA, (struct place){path, 0, 0},
                    "文件已损坏或不完整，打不开其中的内容；请用 Word、Excel 或 WPS 打开后重新另存为 .docx 或 .xlsx",
                    "the file is damaged or incomplete and cannot be unpacked; open it in Word, Excel or WPS and save it again "
                    "as .docx or .xlsx");
}

static quanze_status check_count(const struct package *package, struct quanze_error *error) {
    zip_int64_t count = zip_get_num_entries(package->zip, 0);
    if (count <= QUANZE_MAX_PACKAGE_PARTS) return QUANZE_OK;
    return error_at(error, QUANZE_BAD_DATA, (struct place){package->path, 0, 0}, "文件里有 %lld 个部件，最多 %d 个",
                    "there are %lld parts in the file; at most %d are allowed", (long long)count, QUANZE_MAX_PACKAGE_PARTS);
}

static quanze_status open_zip(struct str bytes, struct package *package, struct quanze_error *error) {
    zip_error_t why;
    zip_error_init(&why);
    zip_source_t *source = zip_source_buffer_create(bytes.at, bytes.length, 0, &why);
    if (source) package->zip = zip_open_from_source(source, ZIP_RDONLY, &why);
    bool out_of_memory = zip_error_code_zip(&why) == ZIP_ER_MEMORY;
    zip_error_fini(&why);
    if (package->zip) return check_count(package, error);
    if (source) zip_source_free(source);
    return out_of_memory ? error_memory(error) : refuse(package->path, error);
}

quanze_status package_open(struct str bytes, const char *path, struct package **out, struct quanze_error *error) {
    struct package *package = alloc_new(sizeof *package);
    if (!package) return error_memory(error);
    package->path = path;
    quanze_status status = open_zip(bytes, package, error);
    if (status == QUANZE_OK)
        *out = package;
    else
        package_close(package);
    return status;
}

void package_close(struct package *package) {
    if (!package) return;
    if (package->zip) zip_discard(package->zip);
    alloc_free(package);
}

static zip_int64_t find(struct package *package, const char *name) {
    return zip_name_locate(package->zip, name, ZIP_FL_NOCASE | ZIP_FL_ENC_GUESS);
}

bool package_has(struct package *package, const char *name) { return find(package, name) >= 0; }

/* A part that says how much it is going to swell must not say too much. */
static quanze_status check_part(const struct package *package, const char *name, const zip_stat_t *stat,
                                struct quanze_error *error) {
    const struct place place = {package->path, 0, 0};
    if ((stat->valid & ZIP_STAT_ENCRYPTION_METHOD) && stat->encryption_method != ZIP_EM_NONE)
        return error_at(error, QUANZE_BAD_DATA, place, "部件“%s”加了密；请去掉密码后另存再试",
                        "the part \"%s\" is encrypted; remove the password and save it again", name);
    const uint64_t sizes = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if ((stat->valid & sizes) != sizes) return refuse(package->path, error);
    if (stat->size > QUANZE_MAX_PACKAGE_BYTES || package->unpacked + stat->size > QUANZE_MAX_PACKAGE_BYTES)
        return error_at(error, QUANZE_BAD_DATA, place, "部件“%s”解开后太大，全部内容最多 %d MiB",
                        "the part \"%s\" is too large unpacked; all parts together may hold %d MiB", name,
                        QUANZE_MAX_PACKAGE_BYTES / (1024 * 1024));
    if (stat->size > QUANZE_FREE_PACKAGE_BYTES && stat->size / QUANZE_MAX_PACKAGE_RATIO > stat->comp_size)
        return error_at(error, QUANZE_BAD_DATA, place, "部件“%s”解开后会膨胀 %d 倍以上，不像正常的文件（压缩炸弹）",
                        "the part \"%s\" swells more than %d times when unpacked, as no real file does (a zip bomb)", name,
                        QUANZE_MAX_PACKAGE_RATIO);
    return QUANZE_OK;
}

/* Reads exactly as many bytes as the part says it has; libzip checks their sum when asked for one more. */
static quanze_status unpack(struct package *package, zip_file_t *file, struct str *out, char *bytes,
                            struct quanze_error *error) {
    size_t done = 0;
    while (done < out->length) {
        zip_int64_t got = zip_fread(file, bytes + done, out->length - done);
        if (got <= 0) return refuse(package->path, error);
        done += (size_t)got;
    }
    char more;
    if (zip_fread(file, &more, 1) != 0) return refuse(package->path, error);
    package->unpacked += done;
    bytes[done] = '\0';
    out->at = bytes;
    return QUANZE_OK;
}

size_t package_count(struct package *package) { return (size_t)zip_get_num_entries(package->zip, 0); }

const char *package_name(struct package *package, size_t index) {
    const char *name = zip_get_name(package->zip, index, ZIP_FL_ENC_STRICT);
    return name && utf8_invalid_at(str_of(name)) < 0 ? name : NULL;
}

quanze_status package_part(struct package *package, const char *name, struct arena *arena, struct str *out,
                           struct quanze_error *error) {
    zip_int64_t index = find(package, name);
    if (index >= 0) return package_part_at(package, (size_t)index, arena, out, error);
    return error_at(error, QUANZE_BAD_DATA, (struct place){package->path, 0, 0},
                    "文件里没有“%s”这个部件，不是完整的 .docx 或 .xlsx",
                    "there is no part \"%s\" in the file; it is not a complete .docx or .xlsx", name);
}

quanze_status package_part_at(struct package *package, size_t index, struct arena *arena, struct str *out,
                              struct quanze_error *error) {
    zip_stat_t stat;
    if (zip_stat_index(package->zip, index, 0, &stat) != 0) return refuse(package->path, error);
    quanze_status status = check_part(package, stat.name ? stat.name : "", &stat, error);
    if (status != QUANZE_OK) return status;
    char *bytes = arena_take(arena, (size_t)stat.size + 1);
    if (!bytes) return error_memory(error);
    zip_file_t *file = zip_fopen_index(package->zip, index, 0);
    if (!file) return refuse(package->path, error);
    struct str part = {NULL, (size_t)stat.size};
    status = unpack(package, file, &part, bytes, error);
    zip_fclose(file);
    if (status == QUANZE_OK) *out = part;
    return status;
}
