/* data_file.h - the server's own small files in its data folder: read whole, replaced whole.
 *
 * A reader must believe: what was replaced is on the disk when the call returns; another program sees the old file or the new
 * one, never half of one; only the owner of the folder may read them, also what root wrote.
 */
#ifndef HTTP_DATA_FILE_H
#define HTTP_DATA_FILE_H

#include <base/arena.h>
#include <base/error.h>
#include <limits.h>

/* "folder/name". QUANZE_USAGE when that is too long. */
quanze_status data_path(const char *folder, const char *name, char out[PATH_MAX], struct quanze_error *error);

/* Held while a file is changed, so that two changes come one after the other: "users" is locked by "users.lock". */
struct data_lock {
    int descriptor;
};

quanze_status data_lock(const char *folder, const char *name, struct data_lock *out, struct quanze_error *error);
void data_unlock(struct data_lock *lock);

/* The whole file in the arena; `*is_there` false when there is none. */
quanze_status data_read(const char *folder, const char *name, struct arena *arena, struct str *out, bool *is_there,
                        struct quanze_error *error);

/* Writes all of it: to the disk, then in place of the old file. */
quanze_status data_replace(const char *folder, const char *name, struct str bytes, struct quanze_error *error);

/* Opens a file, made where `is_new`, that has no name from then on and is gone once it is closed; -1 with errno where it
 * cannot. */
int data_unnamed(const char *path, bool is_new);

/* What stands before the separator; the rest behind it. */
struct str data_cut(struct str *rest, char separator);

#endif
