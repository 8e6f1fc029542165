/* copies_alike.c - papers whose texts, or whose forms, are alike. Equal ones are compared as one, and all together are linked.
 */
#include <match/copies_inside.h>

#include <base/alloc.h>

/* What is known of equal papers, at the first of them. */
struct equal {
    uint32_t *root, *next; /* what all of them hang together with in `apart`, or MIXED; the next of them, or NONE */
    bool *joined;          /* all of them are linked */
};

static const uint32_t NONE = UINT32_MAX, MIXED = UINT32_MAX;

static void equal_close(struct equal *equal) {
    alloc_free(equal->root);
    alloc_free(equal->next);
    alloc_free(equal->joined);
}

static bool equal_open(const struct alike *alike, struct equal *equal) {
    const size_t count = alike->papers;
    equal->root = alloc_new((count + 1) * sizeof *equal->root);
    equal->next = alloc_new((count + 1) * sizeof *equal->next);
    equal->joined = alloc_new((count + 1) * sizeof *equal->joined);
    if (!equal->root || !equal->next || !equal->joined) return false;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t first = similar_first(alike->index, i), root = links_root(alike->apart, i);
        equal->next[i] = first == i ? NONE : equal->next[first];
        if (first == i)
            equal->root[i] = root;
        else if (equal->root[first] != root)
            equal->root[first] = MIXED;
        if (first != i) equal->next[first] = i;
    }
    return true;
}

static void join_equal(const struct alike *alike, struct equal *equal, uint32_t first, int32_t similarity) {
    for (uint32_t i = equal->next[first]; !equal->joined[first] && i != NONE; i = equal->next[i])
        links_join(alike->links, first, i, similarity);
    equal->joined[first] = true;
}

/* A text that stands whole in another one is not the same: only equal ones are wholly similar. */
static void join_pair(const struct alike *alike, struct equal *equal, const struct similar_pair *pair) {
    const int32_t similarity = pair->similarity < 999999 ? pair->similarity : 999999;
    const uint32_t root = equal->root[pair->a];
    if (root != MIXED && root == equal->root[pair->b]) return;
    join_equal(alike, equal, pair->a, similarity);
    join_equal(alike, equal, pair->b, similarity);
    links_join(alike->links, pair->a, pair->b, similarity);
}

static void join_all(const struct alike *alike, struct equal *equal, const struct similar_pair *pairs, size_t count) {
    for (uint32_t i = 0; i < alike->papers; i++)
        if (similar_first(alike->index, i) == i && equal->root[i] == MIXED) join_equal(alike, equal, i, 1000000);
    for (size_t i = 0; i < count; i++)
        if (alike->parts || pairs[i].kind != SIMILAR_PART) join_pair(alike, equal, &pairs[i]);
}

quanze_status copies_link_alike(const struct alike *alike, struct quanze_error *error) {
    const struct similar_pair *pairs = NULL;
    struct equal equal = {0};
    size_t count = 0;
    const quanze_status status = similar_pairs(alike->index, &pairs, &count, error);
    if (status != QUANZE_OK) return status;
    const bool ok = equal_open(alike, &equal);
    if (ok) join_all(alike, &equal, pairs, count);
    equal_close(&equal);
    return ok ? QUANZE_OK : error_memory(error);
}
