/* bundle_files.h - the files of a bundle as they are gathered.
 *
 * A reader must believe: every name that was taken is one that a bundle can have.
 */
#ifndef DOOR_BUNDLE_FILES_H
#define DOOR_BUNDLE_FILES_H

#include <base/arena.h>
#include <base/digest.h>
#include <base/error.h>

/* A file as it came or as it was written; `name` is that of a file, folders in front of it are left out. */
struct bundle_file {
    struct str name, bytes;
};

/* Growing; `name` as it stands in the bundle. Names and bytes live in the arena, or longer. */
struct bundle_files {
    struct arena arena;
    struct bundle_file *at;
    size_t count, capacity;
};

/* QUANZE_BAD_DATA: no bundle can hold such a name. A name or bytes that are NULL stand for memory that ran out. */
quanze_status bundle_files_add(struct bundle_files *files, struct str name, struct str bytes, struct quanze_error *error);

/* "folder/name" in the arena; `at` is NULL when memory ran out. */
struct str bundle_files_join(struct bundle_files *files, struct str folder, struct str name);

/* By name. */
void bundle_files_sort(struct bundle_files *files);

/* The last part of a path. */
struct str bundle_last_part(struct str path);

struct digest bundle_digest(struct str bytes);

#endif
