/* encoding.h - files in GB18030 or UTF-16, which county offices' programs still write, become UTF-8. The only file with iconv.h
 * is encoding.c.
 *
 * A reader must believe: a file has one encoding. Lines in ASCII leave it open; the first other line settles it: UTF-8 when it
 * is valid as that, else GB18030 when it is valid as that, else UTF-8, and what is wrong with it will be told by who reads it.
 */
#ifndef READ_ENCODING_H
#define READ_ENCODING_H

#include <base/arena.h>
#include <base/buf.h>
#include <base/error.h>

enum encoding_kind { ENCODING_OPEN, ENCODING_UTF8, ENCODING_GB18030 };

/* Zero-initialised is open. */
struct encoding {
    enum encoding_kind kind;
    void *converter; /* an iconv_t once another encoding than UTF-8 was tried */
    struct buf converted;
};

/* The line in UTF-8; borrowed from `line` or valid until the next call. `*bad_at` is the offset of the first byte that is no
 * GB18030 in a file that is, or -1. QUANZE_INTERNAL when memory ran out or the system has no such conversion. */
quanze_status encoding_line(struct encoding *encoding, struct str line, struct str *out, ptrdiff_t *bad_at,
                            struct quanze_error *error);

/* A whole file as text: UTF-8, without byte order mark, lines ended by LF. It is UTF-16 when it starts with the mark of that;
 * else a line may have an encoding of its own, as in files pasted together from several programs. `path` is for messages.
 * QUANZE_BAD_DATA with the line that is neither UTF-8 nor GB18030, or no whole UTF-16; QUANZE_INTERNAL. */
quanze_status encoding_text(struct str bytes, const char *path, struct arena *arena, struct str *out,
                            struct quanze_error *error);

void encoding_free(struct encoding *encoding);

#endif
