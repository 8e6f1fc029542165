/* asset.h - files that are compiled in, as engine/embed.cmake makes them: a table sorted by name. */
#ifndef BASE_ASSET_H
#define BASE_ASSET_H

#include <base/str.h>

struct asset {
    const char *name; /* without its folder */
    const char *at;   /* NUL-ended for convenience */
    size_t length;
};

static inline struct str asset_text(const struct asset *asset) { return (struct str){asset->at, asset->length}; }

#endif
