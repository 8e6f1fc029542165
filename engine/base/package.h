/* package.h - the parts of a .docx or .xlsx by their names. The only file with zip.h is package.c.
 *
 * A reader must believe: a hostile package costs no more than the limits of quanze.h: its parts are counted before any is
 * unpacked, a part that swells beyond what office programs write is refused, and so is one that would pass what all parts
 * together may hold. What the package says of its own sizes is not trusted.
 * Source: ECMA-376 part 2 (Open Packaging Conventions).
 */
#ifndef BASE_PACKAGE_H
#define BASE_PACKAGE_H

#include <base/arena.h>
#include <base/error.h>

struct package;

/* Opens the bytes of a file, which must stay where they are until it is closed; `path` is for messages and borrowed.
 * Errors: QUANZE_BAD_DATA (no such package, truncated, encrypted, too many parts), QUANZE_INTERNAL. */
quanze_status package_open(struct str bytes, const char *path, struct package **out, struct quanze_error *error);

/* NULL is allowed. */
void package_close(struct package *package);

/* Whether there is a part of that name ("word/document.xml"); letter case does not count. */
bool package_has(struct package *package, const char *name);

/* Unpacks a part into the arena. Errors: QUANZE_BAD_DATA (no such part, damaged, encrypted, swells too much),
 * QUANZE_INTERNAL. */
quanze_status package_part(struct package *package, const char *name, struct arena *arena, struct str *out,
                           struct quanze_error *error);

/* The same by place: how many parts there are, and the name of one as it is written, borrowed; NULL when it is not text. */
size_t package_count(struct package *package);
const char *package_name(struct package *package, size_t index);
quanze_status package_part_at(struct package *package, size_t index, struct arena *arena, struct str *out,
                              struct quanze_error *error);

#endif
