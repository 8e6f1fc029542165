/* archive.c - zip files with libzip, made in memory. */
#include <base/archive.h>

#include <base/alloc.h>
#include <zip.h>

enum { FIRST_DOS_DATE = (0 << 9) | (1 << 5) | 1, MIDNIGHT = 0 }; /* 1980-01-01 00:00 */

struct archive {
    zip_t *zip;           /* NULL once written */
    zip_source_t *source; /* the finished file's bytes */
    zip_t *other;         /* whose parts were added as they are packed; NULL: none */
};

static quanze_status fail(int code, struct quanze_error *error) {
    if (code == ZIP_ER_MEMORY) return error_memory(error);
    return error_set(error, QUANZE_INTERNAL, "打不成 zip 包（libzip 错误 %d）", "the zip file cannot be made (libzip error %d)",
                     code);
}

static quanze_status fail_zip(struct archive *archive, struct quanze_error *error) {
    return fail(zip_error_code_zip(zip_get_error(archive->zip)), error);
}

quanze_status archive_open(struct archive **out, struct quanze_error *error) {
    struct archive *archive = alloc_new(sizeof *archive);
    zip_error_t why;
    if (!archive) return error_memory(error);
    zip_error_init(&why);
    archive->source = zip_source_buffer_create(NULL, 0, 0, &why);
    if (archive->source) archive->zip = zip_open_from_source(archive->source, ZIP_CREATE | ZIP_TRUNCATE, &why);
    const int code = zip_error_code_zip(&why);
    zip_error_fini(&why);
    if (!archive->zip) {
        archive_close(archive);
        return fail(code, error);
    }
    zip_source_keep(archive->source); /* one is the zip's and goes with it */
    *out = archive;
    return QUANZE_OK;
}

/* The part is the archive's from now on, and nobody's where this fails. */
static quanze_status add_part(struct archive *archive, const char *name, zip_source_t *part, struct quanze_error *error) {
    if (!part) return fail_zip(archive, error);
    const zip_int64_t index = zip_file_add(archive->zip, name, part, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(part);
        return fail_zip(archive, error);
    }
    if (zip_file_set_dostime(archive->zip, (zip_uint64_t)index, MIDNIGHT, FIRST_DOS_DATE, 0) != 0)
        return fail_zip(archive, error);
    return QUANZE_OK;
}

quanze_status archive_add(struct archive *archive, const char *name, struct str bytes, struct quanze_error *error) {
    return add_part(archive, name, zip_source_buffer(archive->zip, bytes.at, bytes.length, 0), error);
}

static quanze_status open_other(struct archive *archive, struct str finished, struct quanze_error *error) {
    zip_error_t why;
    zip_error_init(&why);
    zip_source_t *source = zip_source_buffer_create(finished.at, finished.length, 0, &why);
    if (source) archive->other = zip_open_from_source(source, ZIP_RDONLY, &why);
    const int code = zip_error_code_zip(&why);
    zip_error_fini(&why);
    if (archive->other) return QUANZE_OK;
    if (source) zip_source_free(source);
    return fail(code, error);
}

quanze_status archive_add_all(struct archive *archive, struct str finished, struct quanze_error *error) {
    quanze_status status = open_other(archive, finished, error);
    const zip_int64_t count = status == QUANZE_OK ? zip_get_num_entries(archive->other, 0) : 0;
    for (zip_int64_t i = 0; i < count && status == QUANZE_OK; i++) {
        const zip_uint64_t at = (zip_uint64_t)i;
        zip_source_t *part = zip_source_zip(archive->zip, archive->other, at, ZIP_FL_COMPRESSED, 0, -1);
        status = add_part(archive, zip_get_name(archive->other, at, ZIP_FL_ENC_STRICT), part, error);
    }
    return status;
}

static quanze_status read_back(struct archive *archive, struct buf *out, struct quanze_error *error) {
    char piece[16384];
    zip_int64_t got;
    if (zip_source_open(archive->source) != 0) return fail(zip_error_code_zip(zip_source_error(archive->source)), error);
    while ((got = zip_source_read(archive->source, piece, sizeof piece)) > 0) buf_put(out, (struct str){piece, (size_t)got});
    const int code = got < 0 ? zip_error_code_zip(zip_source_error(archive->source)) : ZIP_ER_OK;
    (void)zip_source_close(archive->source);
    if (code != ZIP_ER_OK) return fail(code, error);
    return out->failed ? error_memory(error) : QUANZE_OK;
}

quanze_status archive_end(struct archive *archive, struct buf *out, struct quanze_error *error) {
    if (zip_close(archive->zip) != 0) return fail_zip(archive, error);
    archive->zip = NULL;
    return read_back(archive, out, error);
}

void archive_close(struct archive *archive) {
    if (!archive) return;
    if (archive->zip) zip_discard(archive->zip);
    if (archive->other) zip_discard(archive->other);
    if (archive->source) zip_source_free(archive->source);
    alloc_free(archive);
}
