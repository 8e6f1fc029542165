/* sketch.c - see sketch.h.
 *
 * Each set gets one sketch of BINS minima by one permutation; sets that agree in all minima of a band meet, in the first band
 * where they agree.
 */
#include <match/sketch.h>

#include <base/alloc.h>
#include <string.h>

enum {
    BINS = 160,
    ROWS = 4, /* minima a band: at resemblance 0.6 one of the 40 bands agrees with chance 0.996, at 0.1 with 0.004 */
    BANDS = BINS / ROWS,
    ATTEMPTS = 128, /* lenders of an empty bin that are kept; the next ones are counted out */
    CROWD = 64      /* sets of one bucket that meet each with each; in a larger crowd the first ones meet all */
};

struct bucket {
    uint32_t hash, set;
};

/* Who is sketched, and the buckets of each: one a band. */
struct sketching {
    const struct sketch_set *sets;
    size_t count;
    uint32_t *bands;
    sketch_meet *meet;
    void *payload;
};

static uint32_t mix(uint32_t hash, uint32_t value) {
    hash ^= value * 0xCC9E2D51U;
    hash = (hash << 13) | (hash >> 19);
    return hash * 5 + 0xE6546B64U;
}

/* One pass leaves each bin the least of the hashes that fall into it. */
static void fill_bins(const struct sketch_set *set, uint32_t minima[BINS]) {
    memset(minima, 0xFF, BINS * sizeof *minima);
    for (size_t i = 0; i < set->count; i++) {
        uint32_t hash = set->at[i] * 0x9E3779B1U;
        hash ^= hash >> 16;
        uint32_t *bin = &minima[hash % BINS];
        if (hash < *bin) *bin = hash;
    }
}

/* The bin that an empty one asks at an attempt. */
static uint32_t lender(uint32_t bin, uint32_t attempt) { return mix(mix(0x811C9DC5U, bin), attempt) % BINS; }

/* The first lenders of each bin: they are the same for every set. */
struct lenders {
    uint8_t at[BINS][ATTEMPTS];
};

static void lenders_make(struct lenders *out) {
    for (uint32_t bin = 0; bin < BINS; bin++)
        for (uint32_t attempt = 0; attempt < ATTEMPTS; attempt++) out->at[bin][attempt] = (uint8_t)lender(bin, attempt + 1);
}

/* An empty bin borrows from a full one that chance picks anew for each bin: neighbours that borrowed from one bin would
 * agree all together, and small sets would meet by the million. */
static void sketch(const struct lenders *lenders, const struct sketch_set *set, uint32_t minima[BINS]) {
    uint32_t own[BINS];
    fill_bins(set, own);
    for (uint32_t i = 0; i < BINS; i++) {
        uint32_t from = i;
        for (uint32_t attempt = 0; own[from] == UINT32_MAX; attempt++)
            from = attempt < ATTEMPTS ? lenders->at[i][attempt] : lender(i, attempt + 1);
        minima[i] = own[from];
    }
}

/* Passes of 11 bits: counters that stay in the nearest cache, whatever the number of sets. Three passes leave the last one in
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

/* Whether two sets share a bucket in a band before this one, where they have met. */
static bool have_met(const struct sketching *sketching, uint32_t a, uint32_t b, size_t band) {
    const uint32_t *left = sketching->bands + (size_t)a * BANDS, *right = sketching->bands + (size_t)b * BANDS;
    for (size_t i = 0; i < band; i++)
        if (left[i] == right[i]) return true;
    return false;
}

/* The sets of one bucket of a band. Those of a crowd that have not met each other leave the bucket, so that they still may meet
 * in another band. */
static bool meet_in_bucket(const struct sketching *sketching, size_t band, const struct bucket *at, size_t count) {
    for (size_t a = 0; a < count && a < CROWD; a++)
        for (size_t b = a + 1; b < count; b++)
            if (!have_met(sketching, at[a].set, at[b].set, band) && !sketching->meet(sketching->payload, at[a].set, at[b].set))
                return false;
    for (size_t k = CROWD; k < count; k++) sketching->bands[(size_t)at[k].set * BANDS + band] = mix(at[k].set, (uint32_t)band);
    return true;
}

static bool meet_in_band(const struct sketching *sketching, size_t band, const struct bucket *at) {
    for (size_t i = 0, end; i < sketching->count; i = end) {
        for (end = i + 1; end < sketching->count && at[end].hash == at[i].hash;) end++;
        if (!meet_in_bucket(sketching, band, at + i, end - i)) return false;
    }
    return true;
}

static void fill_bands(const struct sketching *sketching, const struct lenders *lenders, size_t set) {
    uint32_t minima[BINS];
    sketch(lenders, &sketching->sets[set], minima);
    for (size_t band = 0; band < BANDS; band++) {
        uint32_t hash = 0x811C9DC5U;
        for (size_t row = 0; row < ROWS; row++) hash = mix(hash, minima[band * ROWS + row]);
        sketching->bands[set * BANDS + band] = hash;
    }
}

/* A sort that keeps sets of one bucket in their order. */
static bool meet_all(const struct sketching *sketching, struct bucket *buckets, struct bucket *scratch) {
    struct lenders lenders;
    lenders_make(&lenders);
    for (size_t set = 0; set < sketching->count; set++) fill_bands(sketching, &lenders, set);
    for (size_t band = 0; band < BANDS; band++) {
        for (size_t set = 0; set < sketching->count; set++)
            buckets[set] = (struct bucket){sketching->bands[set * BANDS + band], (uint32_t)set};
        sort_buckets(buckets, scratch, sketching->count);
        if (!meet_in_band(sketching, band, buckets)) return false;
    }
    return true;
}

bool sketch_compare(const struct sketch_set *sets, size_t count, sketch_meet *meet, void *payload) {
    uint32_t *bands = alloc_new((count + 1) * BANDS * sizeof *bands);
    struct bucket *buckets = alloc_new((count + 1) * sizeof *buckets), *scratch = alloc_new((count + 1) * sizeof *scratch);
    const struct sketching sketching = {sets, count, bands, meet, payload};
    const bool done = bands && buckets && scratch && meet_all(&sketching, buckets, scratch);
    alloc_free(bands);
    alloc_free(buckets);
    alloc_free(scratch);
    return done;
}
