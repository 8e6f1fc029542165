/* links.c - see links.h. */
#include <match/links.h>

#include <base/alloc.h>

bool links_open(struct links *links, size_t count) {
    links->parent = alloc_new((count + 1) * sizeof *links->parent);
    links->least = alloc_new((count + 1) * sizeof *links->least);
    if (!links->parent || !links->least) return false;
    for (size_t i = 0; i < count; i++) {
        links->parent[i] = (uint32_t)i;
        links->least[i] = INT32_MAX;
    }
    return true;
}

void links_close(struct links *links) {
    alloc_free(links->parent);
    alloc_free(links->least);
    *links = (struct links){NULL, NULL};
}

uint32_t links_root(struct links *links, uint32_t thing) {
    uint32_t *const parent = links->parent;
    while (parent[thing] != thing) thing = parent[thing] = parent[parent[thing]];
    return thing;
}

bool links_hold(struct links *links, uint32_t a, uint32_t b) { return links_root(links, a) == links_root(links, b); }

void links_join(struct links *links, uint32_t a, uint32_t b, int32_t similarity) {
    if (a == b) return;
    uint32_t first = links_root(links, a), second = links_root(links, b);
    if (first > second) {
        const uint32_t swapped = first;
        first = second;
        second = swapped;
    }
    if (links->least[second] < links->least[first]) links->least[first] = links->least[second];
    if (similarity < links->least[first]) links->least[first] = similarity;
    links->parent[second] = first;
}
