/* similar.c - see similar.h.
 *
 * Shingles that stand in more than a hundredth of many texts are boilerplate and say nothing. Of the rest each text gets
 * one sketch of BINS minima by one permutation; texts that agree in all minima of a band are compared exactly, in the first
 * band where they agree.
 */
#include <match/similar.h>

#include <base/alloc.h>
#include <match/shingle.h>
#include <stdlib.h>

enum {
    BINS = 160,
    ROWS = 4, /* minima a band: at resemblance 0.6 one of the 40 bands agrees with chance 0.996, at 0.1 with 0.004 */
    BANDS = BINS / ROWS,
    ATTEMPTS = 128,          /* lenders of an empty bin that are kept; the next ones are counted out */
    MOST_SHINGLES = 200000,  /* of one text; the longest official document is a tenth of it */
    COUNTERS = 1 << 22,      /* approximate document frequency: 16 MiB whatever the number of texts */
    FEW_TEXTS = 512,         /* so few are compared each with each, and parts of texts are found too */
    BOILERPLATE_FROM = 200,  /* texts from which document frequency means anything */
    BOILERPLATE_SHARE = 100, /* one in so many texts */
    CROWD = 64               /* texts of one bucket compared each with each; a larger crowd only with its first members */
};

static const int32_t DEFAULT_THRESHOLD = 500000;
static const int32_t PART_THRESHOLD = 800000;
static const size_t PART_LEAST_SHINGLES = 60;

struct text {
    size_t start;
    uint32_t count, kept; /* shingles, and those left when boilerplate is gone (they stand first, sorted) */
};

struct bucket {
    uint32_t hash, text;
};

struct similar_index {
    struct similar_options options;
    struct text *texts;
    size_t count, capacity;
    uint32_t *shingles;
    size_t used, room;
    uint32_t *frequency; /* NULL with keep_common */
    uint32_t *work;
    struct similar_pair *pairs;
    size_t pair_count, pair_room;
};

quanze_status similar_open(const struct similar_options *options, struct similar_index **out, struct quanze_error *error) {
    struct similar_index *index = alloc_new(sizeof *index);
    if (!index) return error_memory(error);
    index->options = *options;
    if (index->options.threshold == 0) index->options.threshold = DEFAULT_THRESHOLD;
    if (!options->keep_common) index->frequency = alloc_new(COUNTERS * sizeof *index->frequency);
    index->work = alloc_new(2 * MOST_SHINGLES * sizeof *index->work);
    if ((!index->frequency && !options->keep_common) || !index->work) {
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
    alloc_free(index->frequency);
    alloc_free(index->work);
    alloc_free(index->pairs);
    alloc_free(index);
}

size_t similar_count(const struct similar_index *index) { return index->count; }

/* Keeps the `count` hashes that stand in `work`. */
static quanze_status keep_hashes(struct similar_index *index, size_t count, struct quanze_error *error) {
    struct text *texts = alloc_grow(index->texts, &index->capacity, index->count + 1, sizeof *texts);
    if (!texts) return error_memory(error);
    index->texts = texts;
    uint32_t *shingles = alloc_grow(index->shingles, &index->room, index->used + count, sizeof *shingles);
    if (!shingles) return error_memory(error);
    index->shingles = shingles;
    memcpy(index->shingles + index->used, index->work, count * sizeof *shingles);
    for (size_t i = 0; index->frequency && i < count; i++) index->frequency[index->work[i] % COUNTERS]++;
    index->texts[index->count++] = (struct text){index->used, (uint32_t)count, (uint32_t)count};
    index->used += count;
    return QUANZE_OK;
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

/* Leaves in front the shingles that tell texts apart. Order stays, so the kept ones stay sorted. */
static void drop_boilerplate(struct similar_index *index) {
    size_t limit = index->count / BOILERPLATE_SHARE;
    if (index->count < BOILERPLATE_FROM || !index->frequency) return;
    for (size_t t = 0; t < index->count; t++) {
        struct text *text = &index->texts[t];
        uint32_t *at = index->shingles + text->start, *aside = index->work;
        size_t kept = 0, dropped = 0;
        for (size_t i = 0; i < text->kept; i++)
            if (index->frequency[at[i] % COUNTERS] > limit)
                aside[dropped++] = at[i];
            else
                at[kept++] = at[i];
        memcpy(at + kept, aside, dropped * sizeof *at);
        text->kept = (uint32_t)kept;
    }
}

static uint32_t mix(uint32_t hash, uint32_t value) {
    hash ^= value * 0xCC9E2D51U;
    hash = (hash << 13) | (hash >> 19);
    return hash * 5 + 0xE6546B64U;
}

/* One pass leaves each bin the least of the hashes that fall into it. False when the text has no shingle left. */
static bool fill_bins(const uint32_t *at, size_t count, uint32_t minima[BINS]) {
    memset(minima, 0xFF, BINS * sizeof *minima);
    for (size_t i = 0; i < count; i++) {
        uint32_t hash = at[i] * 0x9E3779B1U;
        hash ^= hash >> 16;
        uint32_t *bin = &minima[hash % BINS];
        if (hash < *bin) *bin = hash;
    }
    return count > 0;
}

/* The bin that an empty one asks at an attempt. */
static uint32_t lender(uint32_t bin, uint32_t attempt) { return mix(mix(0x811C9DC5U, bin), attempt) % BINS; }

/* The first lenders of each bin: they are the same for every text. */
struct lenders {
    uint8_t at[BINS][ATTEMPTS];
};

static void lenders_make(struct lenders *out) {
    for (uint32_t bin = 0; bin < BINS; bin++)
        for (uint32_t attempt = 0; attempt < ATTEMPTS; attempt++) out->at[bin][attempt] = (uint8_t)lender(bin, attempt + 1);
}

/* An empty bin borrows from a full one that chance picks anew for each bin: neighbours that borrowed from one bin would
 * agree all together, and short texts would meet by the million. */
static bool sketch(const struct lenders *lenders, const uint32_t *at, size_t count, uint32_t minima[BINS]) {
    uint32_t own[BINS];
    if (!fill_bins(at, count, own)) return false;
    for (uint32_t i = 0; i < BINS; i++) {
        uint32_t from = i;
        for (uint32_t attempt = 0; own[from] == UINT32_MAX; attempt++)
            from = attempt < ATTEMPTS ? lenders->at[i][attempt] : lender(i, attempt + 1);
        minima[i] = own[from];
    }
    return true;
}

/* Passes of 11 bits: counters that stay in the nearest cache, whatever the number of texts. Three passes leave the last one in
 * `scratch`, hence the copy. */
static void sort_buckets(struct bucket *at, struct bucket *scratch, size_t count) {
    enum { BITS = 11, RADIX = 1 << BITS };
    struct bucket *from = at, *to = scratch;
    for (unsigned shift = 0; shift < 32; shift += BITS) {
        size_t start[RADIX + 1] = {0};
        for (size_t i = 0; i < count; i++) start[((from[i].hash >> shift) & (RADIX - 1)) + 1]++;
        for (size_t i = 0; i < RADIX; i++) start[i + 1] += start[i];
        for (size_t i = 0; i < count; i++) to[start[(from[i].hash >> shift) & (RADIX - 1)]++] = from[i];
        struct bucket *const swapped = from;
        from = to;
        to = swapped;
    }
    memcpy(at, scratch, count * sizeof *at);
}

static int32_t share(size_t part, size_t whole) { return whole == 0 ? 0 : (int32_t)(part * 1000000 / whole); }

/* Compares two texts exactly; false when they are not similar. */
static bool compare(const struct similar_index *index, uint32_t a, uint32_t b, struct similar_pair *out) {
    const struct text *left = &index->texts[a], *right = &index->texts[b];
    size_t less = left->kept < right->kept ? left->kept : right->kept, more = left->kept + right->kept - less;
    if (less == 0) return false;
    size_t shared = shingle_shared(index->shingles + left->start, left->kept, index->shingles + right->start, right->kept);
    int32_t resemblance = share(shared, less + more - shared), containment = share(shared, less);
    *out = (struct similar_pair){a, b, resemblance, SIMILAR_NEAR_TEXT};
    if (shared == less && less == more) {
        out->kind = SIMILAR_SAME_TEXT;
    } else if (resemblance < index->options.threshold) {
        out->kind = SIMILAR_PART;
        out->similarity = containment;
        return containment >= PART_THRESHOLD && less >= PART_LEAST_SHINGLES;
    }
    return true;
}

int32_t similar_resemblance(const struct similar_index *index, uint32_t a, uint32_t b) {
    const struct text *left = &index->texts[a], *right = &index->texts[b];
    const size_t shared =
        shingle_shared(index->shingles + left->start, left->kept, index->shingles + right->start, right->kept);
    return share(shared, (size_t)left->kept + right->kept - shared);
}

/* Compares two texts and keeps the pair when they are similar. False when memory ran out. */
static bool keep_if_similar(struct similar_index *index, uint32_t a, uint32_t b) {
    struct similar_pair pair;
    if (!compare(index, a < b ? a : b, a < b ? b : a, &pair)) return true;
    struct similar_pair *pairs = alloc_grow(index->pairs, &index->pair_room, index->pair_count + 1, sizeof *pairs);
    if (!pairs) return false;
    index->pairs = pairs;
    pairs[index->pair_count++] = pair;
    return true;
}

/* Whether two texts share a bucket in a band before this one, where they have been compared. */
static bool have_met(const uint32_t *bands, uint32_t a, uint32_t b, size_t band) {
    const uint32_t *left = bands + (size_t)a * BANDS, *right = bands + (size_t)b * BANDS;
    for (size_t i = 0; i < band; i++)
        if (left[i] == right[i]) return true;
    return false;
}

/* Compares the texts of one band whose bucket is the same. Those of a crowd that have not met each other leave the bucket, so
 * that they still may meet in another band. */
static bool meet_in_band(struct similar_index *index, uint32_t *bands, size_t band, const struct bucket *at) {
    for (size_t i = 0; i < index->count;) {
        size_t end = i + 1;
        while (end < index->count && at[end].hash == at[i].hash) end++;
        for (size_t a = i; a < end && a - i < CROWD; a++)
            for (size_t b = a + 1; b < end; b++)
                if (!have_met(bands, at[a].text, at[b].text, band) && !keep_if_similar(index, at[a].text, at[b].text))
                    return false;
        for (size_t k = i + CROWD; k < end; k++) bands[(size_t)at[k].text * BANDS + band] = mix(at[k].text, (uint32_t)band);
        i = end;
    }
    return true;
}

/* The buckets of a text, one a band. A text without a shingle left is alone in all of them. */
static void fill_bands(const struct similar_index *index, const struct lenders *lenders, size_t text, uint32_t *bands) {
    uint32_t minima[BINS];
    const bool any = sketch(lenders, index->shingles + index->texts[text].start, index->texts[text].kept, minima);
    for (size_t band = 0; band < BANDS; band++) {
        uint32_t hash = any ? 0x811C9DC5U : mix((uint32_t)text, 0xFFFFFFFFU);
        for (size_t row = 0; any && row < ROWS; row++) hash = mix(hash, minima[band * ROWS + row]);
        bands[band] = hash;
    }
}

static bool meet(struct similar_index *index, uint32_t *bands, struct bucket *buckets, struct bucket *scratch) {
    struct lenders lenders;
    lenders_make(&lenders);
    for (size_t t = 0; t < index->count; t++) fill_bands(index, &lenders, t, bands + t * BANDS);
    for (size_t band = 0; band < BANDS; band++) {
        for (size_t t = 0; t < index->count; t++) buckets[t] = (struct bucket){bands[t * BANDS + band], (uint32_t)t};
        sort_buckets(buckets, scratch, index->count);
        if (!meet_in_band(index, bands, band, buckets)) return false;
    }
    return true;
}

static bool compare_many(struct similar_index *index) {
    uint32_t *bands = alloc_new(index->count * BANDS * sizeof *bands);
    struct bucket *buckets = alloc_new(index->count * sizeof *buckets), *scratch = alloc_new(index->count * sizeof *scratch);
    const bool done = bands && buckets && scratch && meet(index, bands, buckets, scratch);
    alloc_free(bands);
    alloc_free(buckets);
    alloc_free(scratch);
    return done;
}

static bool compare_all(struct similar_index *index) {
    for (size_t a = 0; a < index->count; a++)
        for (size_t b = a + 1; b < index->count; b++)
            if (!keep_if_similar(index, (uint32_t)a, (uint32_t)b)) return false;
    return true;
}

static int compare_pairs(const void *left, const void *right) {
    const struct similar_pair *a = left, *b = right;
    if (a->a != b->a) return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

/* In order, each once. */
static void unite_pairs(struct similar_index *index) {
    size_t kept = 0;
    if (index->pair_count > 1) qsort(index->pairs, index->pair_count, sizeof *index->pairs, compare_pairs);
    for (size_t i = 0; i < index->pair_count; i++)
        if (kept == 0 || compare_pairs(&index->pairs[kept - 1], &index->pairs[i]) != 0) index->pairs[kept++] = index->pairs[i];
    index->pair_count = kept;
}

quanze_status similar_pairs(struct similar_index *index, const struct similar_pair **out, size_t *count,
                            struct quanze_error *error) {
    index->pair_count = 0;
    drop_boilerplate(index);
    if (!(index->count <= FEW_TEXTS ? compare_all(index) : compare_many(index))) return error_memory(error);
    unite_pairs(index);
    *out = index->pairs;
    *count = index->pair_count;
    return QUANZE_OK;
}
