/* copies.c - see copies.h. Papers are linked two by two; what hangs together is a group. */
#include <match/copies.h>

#include <base/alloc.h>
#include <match/copies_inside.h>
#include <match/shingle.h>
#include <stdlib.h>

/* Forms that share fewer fields ask for nothing but a name and a telephone number. */
enum { LEAST_FIELDS = 3 };
static const int32_t SAME_FIELDS_FROM = 800000;

struct copies {
    struct arena arena;
    const struct str *places;
    size_t place_count;
    struct similar_index *texts, *forms;
    struct paper *papers;
    size_t count, capacity;
    uint32_t *slots; /* the first paper of each text by its key, + 1; 0 = free */
    size_t slot_room, slot_count;
    struct links text, version, either, field; /* `either`: one text, or versions of one paper */
    uint32_t *order, *keys;                    /* papers by group; the key of each */
    uint32_t *seen, stamps;                    /* the last group in which texts of a rank were compared */
    uint32_t *members;                         /* of groups, one group behind the other */
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

static void forget(struct copies *copies) {
    links_close(&copies->text);
    links_close(&copies->version);
    links_close(&copies->either);
    links_close(&copies->field);
    alloc_free(copies->order);
    alloc_free(copies->keys);
    alloc_free(copies->seen);
    copies->order = copies->keys = copies->seen = NULL;
    copies->member_count = copies->group_count = 0;
}

void copies_close(struct copies *copies) {
    if (!copies) return;
    forget(copies);
    similar_close(copies->texts);
    similar_close(copies->forms);
    alloc_free(copies->papers);
    alloc_free(copies->slots);
    alloc_free(copies->members);
    alloc_free(copies->groups);
    arena_free(&copies->arena);
    alloc_free(copies);
}

/* --- texts that came before --- */

_Static_assert(sizeof((struct paper *)NULL)->text == COPIES_TEXT_BYTES, "a paper keeps the key of its text");

static bool take_key(struct str text, uint64_t out[2]) {
    out[0] = out[1] = 0;
    if (text.length == COPIES_TEXT_BYTES) memcpy(out, text.at, COPIES_TEXT_BYTES);
    return (out[0] | out[1]) != 0;
}

/* Where the paper of that key stands, or where it would. */
static uint32_t *slot_of(const struct copies *copies, const uint64_t key[2]) {
    const size_t mask = copies->slot_room - 1;
    for (size_t slot = (size_t)key[0] & mask;; slot = (slot + 1) & mask) {
        const struct paper *paper = &copies->papers[copies->slots[slot] - (copies->slots[slot] > 0)];
        if (copies->slots[slot] == 0 || (paper->text[0] == key[0] && paper->text[1] == key[1])) return &copies->slots[slot];
    }
}

/* The number + 1 of the first paper of that key, 0 = none. */
static uint32_t first_of(const struct copies *copies, const uint64_t key[2]) {
    return copies->slot_room == 0 ? 0 : *slot_of(copies, key);
}

static bool grow_slots(struct copies *copies) {
    if (2 * copies->slot_count < copies->slot_room) return true;
    const size_t room = copies->slot_room ? 2 * copies->slot_room : 256;
    uint32_t *slots = alloc_new(room * sizeof *slots), *before = copies->slots;
    if (!slots) return false;
    const size_t room_before = copies->slot_room;
    copies->slots = slots;
    copies->slot_room = room;
    for (size_t i = 0; i < room_before; i++)
        if (before[i] > 0) *slot_of(copies, copies->papers[before[i] - 1].text) = before[i];
    alloc_free(before);
    return true;
}

bool copies_know_text(const struct copies *copies, struct str text) {
    uint64_t key[2];
    return take_key(text, key) && first_of(copies, key) > 0;
}

/* --- one paper --- */

/* Its title and text: those of the paper `first` - 1, or, with 0, read. */
static quanze_status add_text(struct copies *copies, const struct copy_paper *paper, uint32_t first, struct paper *kept,
                              struct quanze_error *error) {
    kept->title =
        first > 0 ? copies->papers[first - 1].title : shingle_whole(paper->title, copies->places, copies->place_count);
    return first > 0 ? similar_add_again(copies->texts, first - 1, error)
                     : similar_add(copies->texts, paper->title, paper->body, error);
}

static quanze_status add_parts(struct copies *copies, const struct copy_paper *paper, struct quanze_error *error) {
    const bool has_fields = paper->field_count >= LEAST_FIELDS;
    struct paper kept = {.id = arena_copy(&copies->arena, paper->id),
                         .number = arena_copy(&copies->arena, paper->number),
                         .supersedes = arena_copy(&copies->arena, paper->supersedes),
                         .issuer = shingle_whole(paper->issuer, NULL, 0),
                         .version = paper->version,
                         .item = paper->item};
    if (!kept.id.at || !kept.number.at || !kept.supersedes.at) return error_memory(error);
    const bool has_key = take_key(paper->text, kept.text);
    const uint32_t first = has_key ? first_of(copies, kept.text) : 0;
    quanze_status status = add_text(copies, paper, first, &kept, error);
    if (status == QUANZE_OK)
        status = similar_add_names(copies->forms, paper->fields, has_fields ? paper->field_count : 0, error);
    if (status != QUANZE_OK) return status;
    copies->papers[copies->count++] = kept;
    if (has_key && first == 0) {
        *slot_of(copies, kept.text) = (uint32_t)copies->count;
        copies->slot_count++;
    }
    return QUANZE_OK;
}

quanze_status copies_add(struct copies *copies, const struct copy_paper *paper, struct quanze_error *error) {
    struct paper *papers = alloc_grow(copies->papers, &copies->capacity, copies->count + 1, sizeof *papers);
    if (papers) copies->papers = papers;
    return papers && grow_slots(copies) ? add_parts(copies, paper, error) : error_memory(error);
}

/* What is one text, or a version, is told first, and not told again. */
static quanze_status link_all(struct copies *copies, struct quanze_error *error) {
    if (!copies_link_versions(copies->papers, copies->count, &copies->version)) return error_memory(error);
    struct alike texts = {&copies->text, &copies->version, copies->texts, copies->count, true};
    quanze_status status = copies_link_alike(&texts, error);
    if (status != QUANZE_OK) return status;
    for (uint32_t i = 0; i < copies->count; i++) {
        links_join(&copies->either, i, links_root(&copies->version, i), INT32_MAX);
        links_join(&copies->either, i, links_root(&copies->text, i), INT32_MAX);
    }
    struct alike forms = {&copies->field, &copies->either, copies->forms, copies->count, false};
    return copies_link_alike(&forms, error);
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

/* Papers in the order of their keys, all of which are less than `most`; a counting sort. */
static bool order_by(struct copies *copies, const uint32_t *keys, size_t most) {
    uint32_t *start = alloc_new((most + 1) * sizeof *start);
    if (!start) return false;
    for (size_t i = 0; i < copies->count; i++) start[keys[i] + 1]++;
    for (size_t i = 0; i < most; i++) start[i + 1] += start[i];
    for (size_t i = 0; i < copies->count; i++) copies->order[start[keys[i]]++] = (uint32_t)i;
    alloc_free(start);
    return true;
}

/* The least resemblance of a text of the group to the one of them with the first rank. */
static int32_t least_resemblance(struct copies *copies, size_t from, size_t to) {
    const struct similar_index *texts = copies->texts;
    const uint32_t stamp = ++copies->stamps;
    uint32_t first = copies->order[from];
    int32_t least = INT32_MAX;
    for (size_t i = from + 1; i < to; i++)
        if (similar_rank(texts, copies->order[i]) < similar_rank(texts, first)) first = copies->order[i];
    for (size_t i = from; i < to; i++) {
        const uint32_t paper = copies->order[i], rank = similar_rank(texts, paper);
        if (paper == first || copies->seen[rank] == stamp) continue;
        copies->seen[rank] = stamp;
        const int32_t similarity = similar_resemblance(texts, first, paper);
        if (similarity < least) least = similarity;
    }
    return least;
}

static enum copy_kind text_kind(int32_t similarity) { return similarity >= 1000000 ? COPY_SAME_TEXT : COPY_NEAR_TEXT; }

static bool group_links(struct copies *copies, struct links *links, enum copy_kind kind) {
    for (uint32_t i = 0; i < copies->count; i++) copies->keys[i] = links_root(links, i);
    if (!order_by(copies, copies->keys, copies->count)) return false;
    for (size_t from = 0, to; from < copies->count; from = to) {
        const uint32_t root = copies->keys[copies->order[from]];
        for (to = from + 1; to < copies->count && copies->keys[copies->order[to]] == root;) to++;
        if (to - from < 2) continue;
        const int32_t least = kind == COPY_VERSION ? least_resemblance(copies, from, to) : links->least[root];
        if (!add_group(copies, from, to, kind == COPY_NEAR_TEXT ? text_kind(least) : kind, least)) return false;
    }
    return true;
}

/* Whether papers of one item come from different issuers and are not one text, nor versions of one paper, anyway. */
static bool is_asked_twice(struct copies *copies, size_t from, size_t to) {
    bool differ = false, is_new = false;
    for (size_t i = from + 1; i < to; i++) {
        const uint32_t a = copies->order[from], b = copies->order[i];
        differ |= copies->papers[a].issuer != copies->papers[b].issuer;
        is_new |= !links_hold(&copies->either, a, b);
    }
    return differ && is_new;
}

static bool group_items(struct copies *copies) {
    uint32_t most = 0;
    for (size_t i = 0; i < copies->count; i++) {
        copies->keys[i] = copies->papers[i].item < 0 ? 0 : (uint32_t)copies->papers[i].item + 1;
        if (copies->keys[i] > most) most = copies->keys[i];
    }
    if (!order_by(copies, copies->keys, (size_t)most + 1)) return false;
    for (size_t from = 0, to; from < copies->count; from = to) {
        const uint32_t key = copies->keys[copies->order[from]];
        for (to = from + 1; to < copies->count && copies->keys[copies->order[to]] == key;) to++;
        if (key > 0 && is_asked_twice(copies, from, to) &&
            !add_group(copies, from, to, COPY_SAME_ITEM, least_resemblance(copies, from, to)))
            return false;
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

static bool open_all(struct copies *copies) {
    const size_t room = copies->count + 1;
    copies->order = alloc_new(room * sizeof *copies->order);
    copies->keys = alloc_new(room * sizeof *copies->keys);
    copies->seen = alloc_new(room * sizeof *copies->seen);
    copies->stamps = 0;
    return copies->order && copies->keys && copies->seen && links_open(&copies->text, copies->count) &&
           links_open(&copies->version, copies->count) && links_open(&copies->either, copies->count) &&
           links_open(&copies->field, copies->count);
}

quanze_status copies_find(struct copies *copies, const struct copy_group **out, size_t *count, struct quanze_error *error) {
    forget(copies);
    if (!open_all(copies)) return error_memory(error);
    const quanze_status status = link_all(copies, error);
    if (status != QUANZE_OK) return status;
    if (!group_links(copies, &copies->text, COPY_NEAR_TEXT) || !group_links(copies, &copies->version, COPY_VERSION) ||
        !group_links(copies, &copies->field, COPY_SAME_FIELDS) || !group_items(copies))
        return error_memory(error);
    finish_groups(copies);
    *out = copies->groups;
    *count = copies->group_count;
    return QUANZE_OK;
}
