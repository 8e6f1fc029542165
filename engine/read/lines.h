/* lines.h - the lines of a task file: numbered, in UTF-8, without byte order mark; one line may be put back. */
#ifndef READ_LINES_H
#define READ_LINES_H

#include <base/file.h>
#include <base/problem.h>
#include <read/encoding.h>

/* Zero-initialised, then `reader` and `path` set. */
struct lines {
    struct line_reader *reader;
    const char *path;
    struct encoding encoding;
    unsigned number; /* of the line last given out, from 1 */
    struct str last;
    bool is_put_back;
};

/* The next line; `*out` is borrowed until the next call. A line that is too long or not in the file's encoding goes to
 * `problems`: QUANZE_BAD_DATA, and the next call goes on behind it. */
quanze_status lines_next(struct lines *lines, size_t max_bytes, struct str *out, bool *done, struct problems *problems,
                         struct quanze_error *error);

/* Gives the last line out again. */
void lines_put_back(struct lines *lines);

/* Closes the reader, too. */
void lines_free(struct lines *lines);

#endif
