/* parts.h - the YAML documents of a file, or of all files of a folder, read as one. */
#ifndef READ_PARTS_H
#define READ_PARTS_H

#include <base/digest.h>
#include <base/file.h>
#include <read/node.h>

/* One document; its root is a mapping. */
struct part {
    const char *file;
    const struct node *root;
};

struct parts {
    struct arena arena; /* the trees */
    struct part *at;
    size_t count;
    const char *also;     /* set by the caller: a file or folder read behind the others, where it is there; or NULL */
    bool broken;          /* nothing could be read of some file, so what is missing may stand there */
    struct digest digest; /* of the files' bytes, in the order they are read */
};

/* The files that parts_read reads, in that order. Where folders are left out, so are files that say `format: quanze/task/1`
 * first: people keep tasks beside their list, and a new task must not change the list's digest. */
quanze_status parts_files(const char *path, const char *const *left_out, struct arena *names, const char ***files,
                          size_t *count, struct quanze_error *error);

/* Reads `path`, or all *.yaml and *.yml of that folder; sub-folders too, but those named in `left_out` (a NULL-ended array), or
 * none when it is NULL. File names live in `names`. What does not parse, or holds nothing, goes to `problems`.
 * Errors: QUANZE_NO_INPUT (nothing there), QUANZE_BAD_DATA (too large), QUANZE_IO, QUANZE_INTERNAL.
 * `out` is zero-initialised by the caller and must be freed even after an error. */
quanze_status parts_read(const char *path, const char *const *left_out, struct arena *names, struct parts *out,
                         struct problems *problems, struct quanze_error *error);

void parts_free(struct parts *parts);

#endif
