/* archive.h - parts put into one zip file: a .docx, a bundle. What reads them back is package.h.
 *
 * A reader must believe: the same parts in the same order give the same bytes, on any day and in any time zone: every part
 * carries 1980-01-01, the first day that the format knows.
 * Source: PKWARE APPNOTE 6.3 (4.4.6: date and time); ECMA-376 part 2 (Open Packaging Conventions).
 */
#ifndef BASE_ARCHIVE_H
#define BASE_ARCHIVE_H

#include <base/buf.h>
#include <base/error.h>

struct archive;

quanze_status archive_open(struct archive **out, struct quanze_error *error);

/* Adds a part. `bytes` is borrowed until the archive is closed; `name` ("word/document.xml") is copied and must be new. */
quanze_status archive_add(struct archive *archive, const char *name, struct str bytes, struct quanze_error *error);

/* Adds all parts of another finished archive as they are packed there, which costs little; `finished` is borrowed until this
 * one is closed, and holds no name that is here already. Once for an archive. */
quanze_status archive_add_all(struct archive *archive, struct str finished, struct quanze_error *error);

/* Appends the finished file to `out`. The archive can then only be closed. */
quanze_status archive_end(struct archive *archive, struct buf *out, struct quanze_error *error);

/* NULL is allowed. */
void archive_close(struct archive *archive);

#endif
