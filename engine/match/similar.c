/* similar.c - see similar.h.
 *
 * Shingles that stand in more than a hundredth of many different texts are boilerplate and say nothing. Equal texts are
 * compared as one; the different ones, put in an order of their own, each with each or, when they are many, where their
 * sketches meet.
 */
#include <match/similar.h>

#include <base/alloc.h>
#include <match/shingle.h>
#include <match/sketch.h>
#include <stdlib.h>

enum {
    MOST_SHINGLES = 200000, /* of one text; the longest official document is a tenth of it */
    COUNTERS = 1 << 22,     /* approximate document frequency: 8 MiB for a moment, whatever the number of texts */
    MOST_COUNTED = 65535,   /* of a counter */
    FEW_TEXTS = 512,        /* so few are compared each with each, and parts of texts are found too */
    BOILERPLATE_FROM = 200, /* different texts from which document frequency means anything */
    BOILERPLATE_SHARE = 100 /* one in so many texts */
};

static const int32_t DEFAULT_THRESHOLD = 500000;
static const int32_t PART_THRESHOLD = 800000;
static const size_t PART_LEAST_SHINGLES = 60;

struct text {
    size_t start;
    uint32_t count, kept; /* shingles, and those left when boilerplate is gone (they stand first, sorted) */
    uint32_t same;        /* the text whose shingles these are: itself, or an earlier one that alone is looked at */
};

/* A text on its way to its rank. */
struct ranked {
    uint64_t key; /* of all its shingles */
    struct sketch_set set;
    uint32_t text;
};

struct similar_index {
    struct similar_options options;
    struct text *texts;
    size_t count, capacity;
    uint32_t *shingles;
    size_t used, room;
    uint32_t *work;
    uint32_t *rank, *first; /* of each text; the first text of each rank; a text without a shingle left has the last rank */
    size_t ranks;
    struct similar_pair *pairs;
    size_t pair_count, pair_room;
};

quanze_status similar_open(const struct similar_options *options, struct similar_index **out, struct quanze_error *error) {
    struct similar_index *index = alloc_new(sizeof *index);
    if (!index) return error_memory(error);
    index->options = *options;
    if (index->options.threshold == 0) index->options.threshold = DEFAULT_THRESHOLD;
    index->work = alloc_new(2 * MOST_SHINGLES * sizeof *index->work);
    if (!index->work) {
        similar_close(index);
        return error_memory(error);
    }
    *out = index;
    return QUANZE_OK;
}

void similar_close(struct similar_index *index) {
    if (!index) return;
    alloc_free(index->texts);
    alloc_free(index->shingles);
    alloc_free(index->work);
    alloc_free(index->rank);
    alloc_free(index->first);
    alloc_free(index->pairs);
    alloc_free(index);
}

size_t similar_count(const struct similar_index *index) { return index->count; }

static bool grow_texts(struct similar_index *index) {
    struct text *texts = alloc_grow(index->texts, &index->capacity, index->count + 1, sizeof *texts);
    if (texts) index->texts = texts;
    return texts != NULL;
}

/* Keeps the `count` hashes that stand in `work`. */
static quanze_status keep_hashes(struct similar_index *index, size_t count, struct quanze_error *error) {
    if (!grow_texts(index)) return error_memory(error);
    uint32_t *shingles = alloc_grow(index->shingles, &index->room, index->used + count, sizeof *shingles);
    if (!shingles) return error_memory(error);
    index->shingles = shingles;
    memcpy(index->shingles + index->used, index->work, count * sizeof *shingles);
    index->texts[index->count] = (struct text){index->used, (uint32_t)count, (uint32_t)count, (uint32_t)index->count};
    index->count++;
    index->used += count;
    return QUANZE_OK;
}

quanze_status similar_add_again(struct similar_index *index, uint32_t text, struct quanze_error *error) {
    if (!grow_texts(index)) return error_memory(error);
    index->texts[index->count++] = (struct text){.same = index->texts[text].same};
    return QUANZE_OK;
}

static bool is_same(const struct similar_index *index, size_t text) { return index->texts[text].same != text; }
static const struct text *text_of(const struct similar_index *index, uint32_t text) {
    return &index->texts[index->texts[text].same];
}

quanze_status similar_add(struct similar_index *index, struct str title, struct str body, struct quanze_error *error) {
    const struct similar_options *options = &index->options;
    const size_t count = shingle_set(title, body, options->places, options->place_count, index->work, 2 * MOST_SHINGLES);
    return keep_hashes(index, count, error);
}

quanze_status similar_add_names(struct similar_index *index, const struct str *names, size_t count,
                                struct quanze_error *error) {
    size_t kept = 0;
    for (size_t i = 0; i < count && kept < MOST_SHINGLES; i++) {
        const uint32_t hash = shingle_whole(names[i], NULL, 0);
        if (hash) index->work[kept++] = hash;
    }
    return keep_hashes(index, shingle_unite(index->work, index->work + MOST_SHINGLES, kept), error);
}

static int32_t share(size_t part, size_t whole) { return whole == 0 ? 0 : (int32_t)(part * 1000000 / whole); }

/* --- equal texts --- */

static uint64_t key_of(struct sketch_set set) {
    uint64_t key = 0;
    for (size_t i = 0; i < set.count; i++) {
        const uint64_t spread = (uint64_t)set.at[i] * UINT64_C(0x9E3779B97F4A7C15);
        key += (spread ^ (spread >> 29)) * UINT64_C(0xBF58476D1CE4E5B9);
    }
    return key;
}

static int compare_sets(const struct ranked *a, const struct ranked *b) {
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    if (a->set.count != b->set.count) return a->set.count < b->set.count ? -1 : 1;
    return memcmp(a->set.at, b->set.at, a->set.count * sizeof *a->set.at);
}

static int by_rank(const void *left, const void *right) {
    const struct ranked *a = left, *b = right;
    const int order = compare_sets(a, b);
    return order ? order : (a->text > b->text) - (a->text < b->text);
}

static void take_ranks(struct similar_index *index, const struct ranked *ranked, size_t count) {
    index->ranks = 0;
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || compare_sets(&ranked[i - 1], &ranked[i]) != 0) index->first[index->ranks++] = ranked[i].text;
        index->rank[ranked[i].text] = (uint32_t)index->ranks - 1;
    }
    for (size_t t = 0; t < index->count; t++) {
        if (is_same(index, t))
            index->rank[t] = index->rank[index->texts[t].same];
        else if (index->texts[t].kept == 0)
            index->rank[t] = (uint32_t)index->ranks;
    }
}

/* Gives each text its rank; false when memory ran out. */
static bool rank_texts(struct similar_index *index) {
    uint32_t *rank = alloc_resize(index->rank, (index->count + 1) * sizeof *rank);
    if (rank) index->rank = rank;
    uint32_t *first = alloc_resize(index->first, (index->count + 1) * sizeof *first);
    if (first) index->first = first;
    struct ranked *ranked = alloc_new((index->count + 1) * sizeof *ranked);
    const bool ok = rank && first && ranked;
    size_t count = 0;
    for (size_t t = 0; ok && t < index->count; t++) {
        const struct sketch_set set = {index->shingles + index->texts[t].start, index->texts[t].kept};
        if (set.count > 0 && !is_same(index, t)) ranked[count++] = (struct ranked){key_of(set), set, (uint32_t)t};
    }
    if (ok) qsort(ranked, count, sizeof *ranked, by_rank);
    if (ok) take_ranks(index, ranked, count);
    alloc_free(ranked);
    return ok;
}

uint32_t similar_rank(const struct similar_index *index, uint32_t text) { return index->rank[text]; }

uint32_t similar_first(const struct similar_index *index, uint32_t text) {
    return index->rank[text] < index->ranks ? index->first[index->rank[text]] : text;
}

/* --- boilerplate --- */

/* All shingles of all texts, sorted, count again. */
static void take_back(struct similar_index *index) {
    for (size_t t = 0; t < index->count; t++) {
        struct text *text = &index->texts[t];
        if (text->kept < text->count) shingle_sort(index->shingles + text->start, index->work, text->count);
        text->kept = text->count;
    }
}

/* In how many different texts each shingle stands: a notice that went out a hundred times is no boilerplate. */
static void count_frequency(const struct similar_index *index, uint16_t *frequency) {
    for (size_t rank = 0; rank < index->ranks; rank++) {
        const struct text *text = &index->texts[index->first[rank]];
        for (size_t i = 0; i < text->count; i++) {
            uint16_t *counter = &frequency[index->shingles[text->start + i] % COUNTERS];
            if (*counter < MOST_COUNTED) ++*counter;
        }
    }
}

/* Leaves in front the shingles that tell texts apart. Order stays, so the kept ones stay sorted. */
static void drop_frequent(struct similar_index *index, const uint16_t *frequency) {
    const size_t share = index->ranks / BOILERPLATE_SHARE, limit = share < MOST_COUNTED ? share : MOST_COUNTED - 1;
    for (size_t t = 0; t < index->count; t++) {
        struct text *text = &index->texts[t];
        uint32_t *at = index->shingles + text->start, *aside = index->work;
        size_t kept = 0, dropped = 0;
        for (size_t i = 0; i < text->count; i++)
            if (frequency[at[i] % COUNTERS] > limit)
                aside[dropped++] = at[i];
            else
                at[kept++] = at[i];
        memcpy(at + kept, aside, dropped * sizeof *at);
        text->kept = (uint32_t)kept;
    }
}

/* False when memory ran out. */
static bool drop_boilerplate(struct similar_index *index) {
    uint16_t *frequency = alloc_new(COUNTERS * sizeof *frequency);
    if (!frequency) return false;
    count_frequency(index, frequency);
    drop_frequent(index, frequency);
    alloc_free(frequency);
    return true;
}

/* --- texts that are alike --- */

/* Compares two different texts exactly; false when they are not similar. */
static bool compare(const struct similar_index *index, uint32_t a, uint32_t b, struct similar_pair *out) {
    const struct text *left = &index->texts[a], *right = &index->texts[b];
    size_t less = left->kept < right->kept ? left->kept : right->kept, more = left->kept + right->kept - less;
    size_t shared = shingle_shared(index->shingles + left->start, left->kept, index->shingles + right->start, right->kept);
    int32_t resemblance = share(shared, less + more - shared), containment = share(shared, less);
    *out = (struct similar_pair){a, b, resemblance, SIMILAR_NEAR_TEXT};
    if (resemblance >= index->options.threshold) return true;
    out->kind = SIMILAR_PART;
    out->similarity = containment;
    return containment >= PART_THRESHOLD && less >= PART_LEAST_SHINGLES;
}

int32_t similar_resemblance(const struct similar_index *index, uint32_t a, uint32_t b) {
    const struct text *left = text_of(index, a), *right = text_of(index, b);
    const size_t shared =
        shingle_shared(index->shingles + left->start, left->kept, index->shingles + right->start, right->kept);
    return share(shared, (size_t)left->kept + right->kept - shared);
}

/* Compares the first texts of two ranks and keeps the pair when they are similar. False when memory ran out. */
static bool keep_if_similar(void *payload, uint32_t rank, uint32_t other) {
    struct similar_index *index = payload;
    struct similar_pair pair;
    const uint32_t a = index->first[rank], b = index->first[other];
    if (!compare(index, a < b ? a : b, a < b ? b : a, &pair)) return true;
    struct similar_pair *pairs = alloc_grow(index->pairs, &index->pair_room, index->pair_count + 1, sizeof *pairs);
    if (!pairs) return false;
    index->pairs = pairs;
    pairs[index->pair_count++] = pair;
    return true;
}

static bool compare_many(struct similar_index *index) {
    struct sketch_set *sets = alloc_new((index->ranks + 1) * sizeof *sets);
    for (size_t i = 0; sets && i < index->ranks; i++) {
        const struct text *text = &index->texts[index->first[i]];
        sets[i] = (struct sketch_set){index->shingles + text->start, text->kept};
    }
    const bool done = sets && sketch_compare(sets, index->ranks, keep_if_similar, index);
    alloc_free(sets);
    return done;
}

static bool compare_all(struct similar_index *index) {
    for (uint32_t a = 0; a < index->ranks; a++)
        for (uint32_t b = a + 1; b < index->ranks; b++)
            if (!keep_if_similar(index, a, b)) return false;
    return true;
}

static int compare_pairs(const void *left, const void *right) {
    const struct similar_pair *a = left, *b = right;
    if (a->a != b->a) return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

quanze_status similar_pairs(struct similar_index *index, const struct similar_pair **out, size_t *count,
                            struct quanze_error *error) {
    index->pair_count = 0;
    take_back(index);
    if (!rank_texts(index)) return error_memory(error);
    const bool drops = !index->options.keep_common && index->ranks >= BOILERPLATE_FROM;
    if (drops && (!drop_boilerplate(index) || !rank_texts(index))) return error_memory(error);
    if (!(index->ranks <= FEW_TEXTS ? compare_all(index) : compare_many(index))) return error_memory(error);
    if (index->pair_count > 1) qsort(index->pairs, index->pair_count, sizeof *index->pairs, compare_pairs);
    *out = index->pairs;
    *count = index->pair_count;
    return QUANZE_OK;
}
