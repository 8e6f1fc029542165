/* bundle.h - the two files of a proof bundle that only the program reads: its manifest, and what the past answered. */
#ifndef READ_BUNDLE_H
#define READ_BUNDLE_H

#include <base/arena.h>
#include <model/bundle.h>

/* Texts are borrowed from `bytes` or live in the arena. QUANZE_BAD_DATA with the place when the text is not such a file, or one
 * of a later format. */
quanze_status read_bundle_manifest(struct str bytes, struct arena *arena, struct bundle_manifest *out,
                                   struct quanze_error *error);
quanze_status read_bundle_past(struct str bytes, struct arena *arena, struct bundle_past *out, struct quanze_error *error);

#endif
