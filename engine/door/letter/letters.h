/* letters.h - the templates of letters: where they stand, reading one, and checking all of a folder. */
#ifndef DOOR_LETTERS_H
#define DOOR_LETTERS_H

#include <base/problem.h>
#include <decide/reply.h>
#include <say/document/template.h>

/* "folder/letters/variant.txt", NUL-ended; NULL when memory ran out. */
const char *letters_path(struct arena *arena, struct str folder, enum reply_variant variant);

/* Reads a template; all lives in the arena. QUANZE_BAD_DATA with its place; QUANZE_NO_INPUT, QUANZE_IO. */
quanze_status letters_read(const char *file, struct arena *arena, struct template **out, struct quanze_error *error);

/* Reads all templates in `letters` of a rule folder: what is wrong with them, and files that no letter uses, goes to
 * `problems`; `*count` grows by their number. A folder without any is no problem. QUANZE_INTERNAL, QUANZE_IO. */
quanze_status letters_lint(const char *folder, size_t *count, struct problems *problems, struct quanze_error *error);

#endif
