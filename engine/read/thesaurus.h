/* thesaurus.h - the open thesaurus from its files.
 *
 * A file: format quanze/thesaurus/1; groups, each with `words` that say the same thing, `near` for parts of it and what is
 * close to it, and their `weight` (0.6 when not written); faint, a list of words that tell little.
 */
#ifndef READ_THESAURUS_H
#define READ_THESAURUS_H

#include <base/problem.h>
#include <model/thesaurus.h>

/* Reads a file, or all *.yaml and *.yml of a folder, and adds it to `out`, which is zero-initialised before the first call and
 * must be freed even after an error. A word twice in one group, or of one character, is a problem.
 * Errors: as for lists (read.h). */
quanze_status read_thesaurus(const char *path, struct thesaurus *out, struct problems *problems, struct quanze_error *error);

#endif
