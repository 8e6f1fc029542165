/* copies.c - see copies.h. Papers are linked two by two; what hangs together is a group. */
#include <match/copies.h>

#include <base/alloc.h>
#include <match/shingle.h>
#include <stdlib.h>

/* Forms that share fewer fields ask for nothing but a name and a telephone number. */
enum { LEAST_FIELDS = 3 };
static const int32_t SAME_FIELDS_FROM = 800000;

/* What is kept of a paper beside its text. */
struct paper {
    struct str id, number, supersedes;
    uint32_t issuer, title; /* hashes, 0 = none */
    int64_t version;
    int item;
};

/* Sets of papers that hang together. */
struct links {
    uint32_t *parent;
    int32_t *least; /* the least similarity of a link, kept at the root */
};

struct copies {
    struct arena arena;
    const struct str *places;
    size_t place_count;
    struct similar_index *texts, *forms;
    struct paper *papers;
    size_t count, capacity;
    struct links text, version, field;
    uint32_t *order, *members; /* of `count` papers; members of groups, one group behind the other */
    size_t member_count, member_room;
    struct copy_group *groups;
    size_t group_count, group_room;
};

quanze_status copies_open(const struct str *places, size_t place_count, struct copies **out, struct quanze_error *error) {
    struct copies *copies = alloc_new(sizeof *copies);
    if (!copies) return error_memory(error);
    copies->places = places;
    copies->place_count = place_count;
    const struct similar_options texts = {.places = places, .place_count = place_count};
    const struct similar_options forms = {.threshold = SAME_FIELDS_FROM, .keep_common = true};
    quanze_status status = similar_open(&texts, &copies->texts, error);
    if (status == QUANZE_OK) status = similar_open(&forms, &copies->forms, error);
    if (status == QUANZE_OK)
        *out = copies;
    else
        copies_close(copies);
    return status;
}

static void links_free(struct links *links) {
    alloc_free(links->parent);
    alloc_free(links->least);
    *links = (struct links){NULL, NULL};
}

static void forget(struct copies *copies) {
    links_free(&copies->text);
    links_free(&copies->version);
    links_free(&copies->field);
    alloc_free(copies->order);
    copies->order = NULL;
    copies->member_count = copies->group_count = 0;
}

void copies_close(struct copies *copies) {
    if (!copies) return;
    forget(copies);
    similar_close(copies->texts);
    similar_close(copies->forms);
    alloc_free(copies->papers);
    alloc_free(copies->members);
    alloc_free(copies->groups);
    arena_free(&copies->arena);
    alloc_free(copies);
}

quanze_status copies_add(struct copies *copies, const struct copy_paper *paper, struct quanze_error *error) {
    const bool has_fields = paper->field_count >= LEAST_FIELDS;
    struct paper *papers = alloc_grow(copies->papers, &copies->capacity, copies->count + 1, sizeof *papers);
    if (!papers) return error_memory(error);
    copies->papers = papers;
    struct paper kept = {.id = arena_copy(&copies->arena, paper->id),
                         .number = arena_copy(&copies->arena, paper->number),
                         .supersedes = arena_copy(&copies->arena, paper->supersedes),
                         .issuer = shingle_whole(paper->issuer, NULL, 0),
                         .title = shingle_whole(paper->title, copies->places, copies->place_count),
                         .version = paper->version,
                         .item = paper->item};
    if (!kept.id.at || !kept.number.at || !kept.supersedes.at) return error_memory(error);
    quanze_status status = similar_add(copies->texts, paper->title, paper->body, error);
    if (status == QUANZE_OK)
        status = similar_add_names(copies->forms, paper->fields, has_fields ? paper->field_count : 0, error);
    if (status == QUANZE_OK) papers[copies->count++] = kept;
    return status;
}

static bool links_open(struct links *links, size_t count) {
    links->parent = alloc_new((count + 1) * sizeof *links->parent);
    links->least = alloc_new((count + 1) * sizeof *links->least);
    if (!links->parent || !links->least) return false;
    for (size_t i = 0; i < count; i++) {
        links->parent[i] = (uint32_t)i;
        links->least[i] = INT32_MAX;
    }
    return true;
}

static uint32_t root_of(struct links *links, uint32_t paper) {
    while (links->parent[paper] != paper) paper = links->parent[paper] = links->parent[links->parent[paper]];
    return paper;
}

static bool are_linked(struct links *links, uint32_t a, uint32_t b) { return root_of(links, a) == root_of(links, b); }

/* The smaller number is the root, so that a group is found at its first paper. */
static void link(struct links *links, uint32_t a, uint32_t b, int32_t similarity) {
    uint32_t first = root_of(links, a), second = root_of(links, b);
    if (first > second) {
        const uint32_t swapped = first;
        first = second;
        second = swapped;
    }
    if (links->least[second] < links->least[first]) links->least[first] = links->least[second];
    if (similarity < links->least[first]) links->least[first] = similarity;
    links->parent[second] = first;
}

/* What papers are sorted by, carried along since qsort hands nothing on. */
struct sorted_paper {
    const struct paper *paper;
    uint32_t number;
};

typedef int compare_papers(const void *, const void *);

static int by_order(const struct sorted_paper *a, const struct sorted_paper *b) {
    return (a->number > b->number) - (a->number < b->number);
}

static int by_id(const void *left, const void *right) {
    const struct sorted_paper *a = left, *b = right;
    const int order = str_compare(a->paper->id, b->paper->id);
    return order ? order : by_order(a, b);
}

static int by_number(const void *left, const void *right) {
    const struct sorted_paper *a = left, *b = right;
    const int order = str_compare(a->paper->number, b->paper->number);
    return order ? order : by_order(a, b);
}

static int by_title(const void *left, const void *right) {
    const struct sorted_paper *a = left, *b = right;
    if (a->paper->issuer != b->paper->issuer) return a->paper->issuer < b->paper->issuer ? -1 : 1;
    if (a->paper->title != b->paper->title) return a->paper->title < b->paper->title ? -1 : 1;
    return by_order(a, b);
}

static int by_item(const void *left, const void *right) {
    const struct sorted_paper *a = left, *b = right;
    if (a->paper->item != b->paper->item) return a->paper->item < b->paper->item ? -1 : 1;
    return by_order(a, b);
}

/* Leaves in `order` the papers as sorted. False when memory ran out. */
static bool sort_papers(struct copies *copies, compare_papers *compare) {
    struct sorted_paper *sorted = alloc_new((copies->count + 1) * sizeof *sorted);
    if (!sorted) return false;
    for (size_t i = 0; i < copies->count; i++) sorted[i] = (struct sorted_paper){&copies->papers[i], (uint32_t)i};
    qsort(sorted, copies->count, sizeof *sorted, compare);
    for (size_t i = 0; i < copies->count; i++) copies->order[i] = sorted[i].number;
    alloc_free(sorted);
    return true;
}

static void link_versions_of(struct copies *copies, uint32_t a, uint32_t b) {
    link(&copies->version, a, b, similar_resemblance(copies->texts, a, b));
}

/* Ids or numbers, as papers are sorted by them. */
struct names {
    compare_papers *compare;
    struct str (*of)(const struct paper *paper);
};

static struct str id_of(const struct paper *paper) { return paper->id; }
static struct str number_of(const struct paper *paper) { return paper->number; }

/* The first paper of that name, or -1. */
static int64_t find_paper(const struct copies *copies, const struct names *names, struct str name) {
    size_t low = 0, high = copies->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (str_compare(names->of(&copies->papers[copies->order[middle]]), name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    const bool found = low < copies->count && str_equal(names->of(&copies->papers[copies->order[low]]), name);
    return found ? (int64_t)copies->order[low] : -1;
}

static bool link_superseded(struct copies *copies, struct names names) {
    if (!sort_papers(copies, names.compare)) return false;
    for (size_t i = 0; i < copies->count; i++) {
        const struct str superseded = copies->papers[i].supersedes;
        const int64_t other = superseded.length > 0 ? find_paper(copies, &names, superseded) : -1;
        if (other >= 0 && (size_t)other != i && copies->papers[other].issuer == copies->papers[i].issuer)
            link_versions_of(copies, (uint32_t)other, (uint32_t)i);
    }
    return true;
}

/* One issuer, one title, and each says which version it is. */
static bool link_numbered(struct copies *copies) {
    if (!sort_papers(copies, by_title)) return false;
    for (size_t i = 1; i < copies->count; i++) {
        const struct paper *a = &copies->papers[copies->order[i - 1]], *b = &copies->papers[copies->order[i]];
        const bool same = a->issuer && a->title && a->issuer == b->issuer && a->title == b->title;
        if (same && a->version > 0 && b->version > 0 && a->version != b->version)
            link_versions_of(copies, copies->order[i - 1], copies->order[i]);
    }
    return true;
}

static quanze_status link_texts(struct copies *copies, struct quanze_error *error) {
    const struct similar_pair *pairs;
    size_t count;
    const quanze_status status = similar_pairs(copies->texts, &pairs, &count, error);
    if (status != QUANZE_OK) return status;
    if (!link_superseded(copies, (struct names){by_id, id_of}) ||
        !link_superseded(copies, (struct names){by_number, number_of}) || !link_numbered(copies))
        return error_memory(error);
    for (size_t i = 0; i < count; i++)
        if (!are_linked(&copies->version, pairs[i].a, pairs[i].b)) {
            /* Nothing but the kind tells a text that stands whole in another one from an equal one. */
            const bool same = pairs[i].kind == SIMILAR_SAME_TEXT;
            const int32_t similarity = same || pairs[i].similarity < 999999 ? pairs[i].similarity : 999999;
            link(&copies->text, pairs[i].a, pairs[i].b, similarity);
        }
    return QUANZE_OK;
}

static quanze_status link_fields(struct copies *copies, struct quanze_error *error) {
    const struct similar_pair *pairs;
    size_t count;
    const quanze_status status = similar_pairs(copies->forms, &pairs, &count, error);
    for (size_t i = 0; status == QUANZE_OK && i < count; i++)
        if (pairs[i].kind != SIMILAR_PART && !are_linked(&copies->version, pairs[i].a, pairs[i].b) &&
            !are_linked(&copies->text, pairs[i].a, pairs[i].b))
            link(&copies->field, pairs[i].a, pairs[i].b, pairs[i].similarity);
    return status;
}

/* Adds a group of the papers in `order` from `from` to `to`. */
static bool add_group(struct copies *copies, size_t from, size_t to, enum copy_kind kind, int32_t similarity) {
    const size_t count = to - from;
    uint32_t *members = alloc_grow(copies->members, &copies->member_room, copies->member_count + count, sizeof *members);
    if (members) copies->members = members;
    struct copy_group *groups = alloc_grow(copies->groups, &copies->group_room, copies->group_count + 1, sizeof *groups);
    if (groups) copies->groups = groups;
    if (!members || !groups) return false;
    memcpy(members + copies->member_count, copies->order + from, count * sizeof *members);
    copies->member_count += count;
    groups[copies->group_count++] = (struct copy_group){.count = count, .kind = kind, .similarity = similarity};
    return true;
}

/* Puts papers of one root next to each other, in the order of their roots; a counting sort. */
static bool order_by_root(struct copies *copies, struct links *links) {
    uint32_t *start = alloc_new((copies->count + 2) * sizeof *start);
    if (!start) return false;
    for (size_t i = 0; i < copies->count; i++) start[root_of(links, (uint32_t)i) + 1]++;
    for (size_t i = 0; i < copies->count; i++) start[i + 1] += start[i];
    for (size_t i = 0; i < copies->count; i++) copies->order[start[root_of(links, (uint32_t)i)]++] = (uint32_t)i;
    alloc_free(start);
    return true;
}

static enum copy_kind text_kind(int32_t similarity) { return similarity >= 1000000 ? COPY_SAME_TEXT : COPY_NEAR_TEXT; }

static bool group_links(struct copies *copies, struct links *links, enum copy_kind kind) {
    if (!order_by_root(copies, links)) return false;
    for (size_t from = 0, to; from < copies->count; from = to) {
        const uint32_t root = root_of(links, copies->order[from]);
        for (to = from + 1; to < copies->count && root_of(links, copies->order[to]) == root;) to++;
        const int32_t least = links->least[root];
        if (to - from > 1 && !add_group(copies, from, to, kind == COPY_NEAR_TEXT ? text_kind(least) : kind, least))
            return false;
    }
    return true;
}

/* Whether papers of one item come from different issuers and are not one text, nor versions of one paper, anyway. */
static bool is_asked_twice(struct copies *copies, size_t from, size_t to) {
    bool differ = false, is_new = false;
    for (size_t i = from + 1; i < to; i++) {
        const uint32_t a = copies->order[from], b = copies->order[i];
        differ |= copies->papers[a].issuer != copies->papers[b].issuer;
        is_new |= !are_linked(&copies->text, a, b) && !are_linked(&copies->version, a, b);
    }
    return differ && is_new;
}

static bool group_items(struct copies *copies) {
    if (!sort_papers(copies, by_item)) return false;
    for (size_t from = 0, to; from < copies->count; from = to) {
        const int item = copies->papers[copies->order[from]].item;
        for (to = from + 1; to < copies->count && copies->papers[copies->order[to]].item == item;) to++;
        if (item < 0 || !is_asked_twice(copies, from, to)) continue;
        int32_t least = INT32_MAX;
        for (size_t i = from + 1; i < to; i++) {
            const int32_t similarity = similar_resemblance(copies->texts, copies->order[from], copies->order[i]);
            if (similarity < least) least = similarity;
        }
        if (!add_group(copies, from, to, COPY_SAME_ITEM, least)) return false;
    }
    return true;
}

static int compare_groups(const void *left, const void *right) {
    const struct copy_group *a = left, *b = right;
    if (a->papers[0] != b->papers[0]) return a->papers[0] < b->papers[0] ? -1 : 1;
    return (a->kind > b->kind) - (a->kind < b->kind);
}

/* Members are laid out before groups point to them, since their array may move while it grows. */
static void finish_groups(struct copies *copies) {
    size_t at = 0;
    for (size_t i = 0; i < copies->group_count; at += copies->groups[i++].count)
        copies->groups[i].papers = copies->members + at;
    if (copies->group_count > 1) qsort(copies->groups, copies->group_count, sizeof *copies->groups, compare_groups);
}

quanze_status copies_find(struct copies *copies, const struct copy_group **out, size_t *count, struct quanze_error *error) {
    forget(copies);
    copies->order = alloc_new((copies->count + 1) * sizeof *copies->order);
    if (!copies->order || !links_open(&copies->text, copies->count) || !links_open(&copies->version, copies->count) ||
        !links_open(&copies->field, copies->count))
        return error_memory(error);
    quanze_status status = link_texts(copies, error);
    if (status == QUANZE_OK) status = link_fields(copies, error);
    if (status != QUANZE_OK) return status;
    if (!group_links(copies, &copies->text, COPY_NEAR_TEXT) || !group_links(copies, &copies->version, COPY_VERSION) ||
        !group_links(copies, &copies->field, COPY_SAME_FIELDS) || !group_items(copies))
        return error_memory(error);
    finish_groups(copies);
    *out = copies->groups;
    *count = copies->group_count;
    return QUANZE_OK;
}
