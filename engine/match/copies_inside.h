/* copies_inside.h - what the files of copies share. */
#ifndef MATCH_COPIES_INSIDE_H
#define MATCH_COPIES_INSIDE_H

#include <match/links.h>
#include <match/similar.h>

/* What is kept of a paper beside its text. */
struct paper {
    struct str id, number, supersedes;
    uint32_t issuer, title; /* hashes, 0 = none */
    int64_t version;
    int item;
    uint64_t text[2]; /* its key; zeros = not known */
};

/* Links the versions of one paper; false when memory ran out. */
bool copies_link_versions(const struct paper *papers, size_t count, struct links *links);

/* Papers are linked in `links` when their texts in `index`, in the order of the papers, are equal or a pair, unless they hang
 * together in `apart`. */
struct alike {
    struct links *links, *apart;
    struct similar_index *index;
    size_t papers;
    bool parts; /* a text that stands in another one is a pair, too */
};

quanze_status copies_link_alike(const struct alike *alike, struct quanze_error *error);

#endif
