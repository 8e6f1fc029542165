/* bundle_kept.h - a place for what is packed once and then only read, by any number of threads. */
#ifndef DOOR_BUNDLE_KEPT_H
#define DOOR_BUNDLE_KEPT_H

#include <base/buf.h>
#include <base/error.h>
#include <model/bundle.h>

/* Files that are packed, by name, and the zip file that holds them. */
struct bundle_packed {
    const struct bundle_part *parts;
    size_t part_count;
    struct texts packs; /* "packs/01/sd", in the order in which they are laid over the rules */
    struct str zip;
};

struct bundle_kept;

/* NULL: memory ran out. */
struct bundle_kept *bundle_kept_open(void);

/* NULL is allowed. */
void bundle_kept_close(struct bundle_kept *kept);

/* Packs: names into the arena, the zip file into the buffer, all but `zip` into `out`. */
typedef quanze_status bundle_pack(const void *payload, struct arena *arena, struct buf *zip, struct bundle_packed *out,
                                  struct quanze_error *error);

/* What was packed, by `pack` where it was not yet; what failed is tried again the next time. Borrowed. */
quanze_status bundle_kept_take(struct bundle_kept *kept, bundle_pack *pack, const void *payload, struct bundle_packed *out,
                               struct quanze_error *error);

#endif
