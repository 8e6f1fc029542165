/* copies_version.c - versions of one paper: one supersedes the other, or both say which version of it they are. */
#include <match/copies_inside.h>

#include <base/alloc.h>
#include <stdlib.h>

static const uint32_t NONE = UINT32_MAX;

/* A paper and what it supersedes; of those alike, the first one knows a paper that is so called. */
struct superseding {
    struct str name;
    uint32_t issuer, paper, called;
};

static int compare_named(const struct superseding *a, struct str name, uint32_t issuer) {
    const int order = str_compare(a->name, name);
    if (order) return order;
    return (a->issuer > issuer) - (a->issuer < issuer);
}

static int by_name(const void *left, const void *right) {
    const struct superseding *a = left, *b = right;
    const int order = compare_named(a, b->name, b->issuer);
    return order ? order : (a->paper > b->paper) - (a->paper < b->paper);
}

/* The first that supersedes a paper of that name and issuer, or NULL. */
static struct superseding *find(struct superseding *all, size_t count, struct str name, uint32_t issuer) {
    size_t low = 0, high = count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (compare_named(&all[middle], name, issuer) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && compare_named(&all[low], name, issuer) == 0 ? &all[low] : NULL;
}

static void link_called(struct superseding *all, size_t count, const struct paper *papers, uint32_t paper,
                        struct links *links) {
    const struct str names[] = {papers[paper].id, papers[paper].number};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct superseding *first = names[i].length > 0 ? find(all, count, names[i], papers[paper].issuer) : NULL;
        if (!first) continue;
        links_join(links, paper, first->paper, INT32_MAX);
        first->called = paper;
    }
}

static bool link_superseded(const struct paper *papers, size_t count, struct links *links) {
    size_t named = 0;
    for (size_t i = 0; i < count; i++) named += papers[i].supersedes.length > 0;
    if (named == 0) return true;
    struct superseding *all = alloc_new(named * sizeof *all);
    if (!all) return false;
    named = 0;
    for (size_t i = 0; i < count; i++)
        if (papers[i].supersedes.length > 0)
            all[named++] = (struct superseding){papers[i].supersedes, papers[i].issuer, (uint32_t)i, NONE};
    qsort(all, named, sizeof *all, by_name);
    for (size_t i = 0; i < count; i++) link_called(all, named, papers, (uint32_t)i, links);
    for (size_t from = 0, i = 0; i < named; i++) {
        if (compare_named(&all[from], all[i].name, all[i].issuer) != 0) from = i;
        if (all[from].called != NONE) links_join(links, all[i].paper, all[from].called, INT32_MAX);
    }
    alloc_free(all);
    return true;
}

struct numbered {
    uint32_t issuer, title, paper;
    int64_t version;
};

static int by_title(const void *left, const void *right) {
    const struct numbered *a = left, *b = right;
    if (a->issuer != b->issuer) return a->issuer < b->issuer ? -1 : 1;
    if (a->title != b->title) return a->title < b->title ? -1 : 1;
    if (a->version != b->version) return a->version < b->version ? -1 : 1;
    return (a->paper > b->paper) - (a->paper < b->paper);
}

/* One issuer, one title, and each says which version it is: all are linked unless all are the same version. */
static bool link_numbered(const struct paper *papers, size_t count, struct links *links) {
    struct numbered *all = alloc_new((count + 1) * sizeof *all);
    size_t named = 0;
    if (!all) return false;
    for (size_t i = 0; i < count; i++)
        if (papers[i].issuer && papers[i].title && papers[i].version > 0)
            all[named++] = (struct numbered){papers[i].issuer, papers[i].title, (uint32_t)i, papers[i].version};
    qsort(all, named, sizeof *all, by_title);
    for (size_t from = 0, to; from < named; from = to) {
        for (to = from + 1; to < named && all[to].issuer == all[from].issuer && all[to].title == all[from].title;) to++;
        for (size_t i = from + 1; i < to && all[from].version != all[to - 1].version; i++)
            links_join(links, all[from].paper, all[i].paper, INT32_MAX);
    }
    alloc_free(all);
    return true;
}

bool copies_link_versions(const struct paper *papers, size_t count, struct links *links) {
    return link_superseded(papers, count, links) && link_numbered(papers, count, links);
}
