/* bundle.h - the files of a proof bundle that the program writes, and the page of its verification. */
#ifndef SAY_BUNDLE_H
#define SAY_BUNDLE_H

#include <model/bundle.h>
#include <say/say.h>

/* quanze/bundle/1; the parts in the order of their names. quanze/past/1. */
void say_bundle_manifest(struct buf *out, const struct bundle_manifest *manifest);
void say_bundle_past(struct buf *out, const struct bundle_past *past);

/* What a person who opens the bundle reads, in both languages; `name` is that of the file without its ending. */
void say_bundle_readme(struct buf *out, struct str name);

/* One place of the verdict where then and now differ, as "findings[TIME-001].status"; a text that is not there has `at` NULL.
 */
struct bundle_difference {
    struct str where, then, now;
};

struct bundle_verified {
    const struct bundle_manifest *manifest;
    struct digest check;     /* of the manifest */
    struct texts changed;    /* names of parts that are not as they were packed: nothing was decided again */
    const struct str *bytes; /* of the manifest's parts as they are, and their digests */
    const struct digest *digests;
    struct str title;       /* of the task */
    struct str then, now;   /* names of the verdicts; `now` is empty when nothing was decided again */
    struct str review_code; /* of the verdict now */
    struct bundle_difference *differences;
    size_t difference_count;
};

static inline bool bundle_is_same(const struct bundle_verified *verified) {
    return verified->changed.count == 0 && verified->difference_count == 0;
}

/* TEXT, or JSON: quanze/bundle-verify/1. */
void say_bundle_verified(struct buf *out, const struct bundle_verified *verified, struct say_style style, quanze_format format);

#endif
