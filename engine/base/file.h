/* file.h - bytes from the disk. The only file of the library that opens files for reading. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <base/arena.h>
#include <base/error.h>

/* The whole file ("-" = descriptor 0), NUL-ended for convenience, at most `max_bytes`. `*out` lives in the arena.
 * Errors: QUANZE_NO_INPUT (missing, unreadable, a folder), QUANZE_BAD_DATA (too large), QUANZE_IO. */
quanze_status file_read(const char *path, size_t max_bytes, struct arena *arena, struct str *out, struct quanze_error *error);

enum file_kind { FILE_MISSING, FILE_REGULAR, FILE_FOLDER };

/* Anything that is neither a folder nor missing counts as regular; "-" too. */
enum file_kind file_kind_of(const char *path);

/* The regular files below a folder whose name ends in one of `endings` (NULL-ended array such as {".yaml", ".yml", NULL}),
 * hidden names left out, sorted by path bytes, `deep` or only direct children. Paths are arena strings, NUL-ended. */
quanze_status file_list(const char *folder, const char *const *endings, bool deep, struct arena *arena, const char ***out,
                        size_t *count, struct quanze_error *error);

/* A file by its path; or bytes in memory, where `bytes.at` is set, under the name `path`. */
struct file_source {
    const char *path;
    struct str bytes;
};

/* As file_read; bytes in memory are not copied. */
quanze_status file_read_source(const struct file_source *source, size_t max_bytes, struct arena *arena, struct str *out,
                               struct quanze_error *error);

/* Reads a file or pipe line by line without ever holding more than one line. */
struct line_reader;

quanze_status line_reader_open(const char *path, struct line_reader **out, struct quanze_error *error);

/* The same over bytes in memory, which are copied. */
quanze_status line_reader_open_source(const struct file_source *source, struct line_reader **out, struct quanze_error *error);

/* The next line without its end (CRLF or LF); `*out` is borrowed until the next call. `*done` at the end.
 * A line longer than `max_bytes` is QUANZE_BAD_DATA; the reader then stands behind that line and can go on. */
quanze_status line_reader_next(struct line_reader *reader, size_t max_bytes, struct str *out, bool *done,
                               struct quanze_error *error);

/* Bytes consumed so far, and the size of the file (0 for a pipe). */
uint64_t line_reader_bytes(const struct line_reader *reader);
uint64_t line_reader_total(const struct line_reader *reader);

void line_reader_close(struct line_reader *reader);

#endif
