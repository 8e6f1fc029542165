/* scratch.h - a folder of its own for files that are needed only for a while.
 *
 * A reader must believe: nobody else may look into it; nothing is written outside of it, whatever a name says; closing removes
 * all that was written, and the folder.
 */
#ifndef BASE_SCRATCH_H
#define BASE_SCRATCH_H

#include <base/arena.h>
#include <base/error.h>

struct scratch;

/* Makes a folder below `parent`. QUANZE_CANNOT_CREATE when that cannot be. */
quanze_status scratch_open(const char *parent, struct scratch **out, struct quanze_error *error);

/* NULL is allowed. */
void scratch_close(struct scratch *scratch);

/* The folder's path, borrowed. */
const char *scratch_path(const struct scratch *scratch);

/* Whether a name is one that may be written: parts between slashes, none empty, "." or "..", no backslash, colon or control
 * character; at most 255 bytes a part, 1024 in all and 16 deep. */
bool scratch_allows(struct str name);

/* Writes a new file with all folders on the way. QUANZE_BAD_DATA for a name that is not allowed or there already; QUANZE_IO. */
quanze_status scratch_write(struct scratch *scratch, struct str name, struct str bytes, struct quanze_error *error);

#endif
