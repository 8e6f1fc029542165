/* saying_hits.c - all words and mentions of a notice, by where they begin. */
#include <read/notice/saying.h>

#include <base/alloc.h>

/* Hits as they are found, chained by where they begin. */
struct gathering {
    struct hit *hits;
    uint32_t *next;  /* of the same point, plus 1 */
    uint32_t *heads; /* by point, plus 1 */
    size_t count, hit_capacity, next_capacity;
};

static bool add(struct gathering *gathering, struct hit hit) {
    struct hit *hits = alloc_grow(gathering->hits, &gathering->hit_capacity, gathering->count + 1, sizeof *hits);
    if (hits) gathering->hits = hits;
    uint32_t *next = hits ? alloc_grow(gathering->next, &gathering->next_capacity, gathering->count + 1, sizeof *next) : NULL;
    if (!next) return false;
    gathering->next = next;
    hits[gathering->count] = hit;
    next[gathering->count] = gathering->heads[hit.span.first];
    gathering->heads[hit.span.first] = (uint32_t)++gathering->count;
    return true;
}

static bool add_word(void *payload, uint32_t word, struct span span) {
    return add(payload, (struct hit){.span = span, .word = word, .mention = UINT32_MAX});
}

/* What stands within a muting word, or within the name of an office, does not count; the word or name itself does. */
static bool is_muted(const struct sayings *sayings, const struct hit *hit, struct span mute) {
    if (hit->span.first < mute.first || hit->span.end > mute.end || hit->mention != UINT32_MAX) return false;
    const bool is_all = hit->span.first == mute.first && hit->span.end == mute.end;
    return !is_all && !hit_is(sayings, hit, sayings->classes[CLASS_MUTE]);
}

/* The names of offices, and titles in 《》 but those within the notice's own title, which say what it is about. */
static bool is_muting(const struct sayings *sayings, const struct hit *hit, struct span title) {
    const size_t words = sayings->lexicon.word_count;
    if (hit->mention == UINT32_MAX) return hit_is(sayings, hit, sayings->classes[CLASS_MUTE]);
    const bool is_office =
        hit->word == words + SLOT_OFFICE || hit->word == words + SLOT_INNER || hit->word == words + SLOT_UPPER;
    const bool is_title = hit->word == words + SLOT_TITLE || hit->word == words + SLOT_SHEET;
    return is_office || (is_title && (hit->span.first < title.first || hit->span.end > title.end));
}

/* Words come by their ends, so the chain of a point begins with the longest; mentions are put before all words. */
static void sort(const struct gathering *gathering, const struct sayings *sayings, const struct paper *paper, struct span title,
                 struct hits *out) {
    struct span mute = {0, 0};
    for (size_t i = 0; i < paper->count; i++) {
        out->first[i] = (uint32_t)out->count;
        for (uint32_t at = gathering->heads[i]; at != 0; at = gathering->next[at - 1]) {
            const struct hit *hit = &gathering->hits[at - 1];
            if (is_muted(sayings, hit, mute)) continue;
            if (is_muting(sayings, hit, title) && hit->span.end > mute.end) mute = hit->span;
            out->at[out->count++] = *hit;
        }
    }
    out->first[paper->count] = (uint32_t)out->count;
}

bool hits_find(const struct sayings *sayings, const struct paper *paper, const struct mentions *mentions, struct span title,
               struct arena *arena, struct hits *out) {
    struct gathering gathering = {.heads = arena_take_array(arena, paper->count + 1, sizeof *gathering.heads)};
    bool good = gathering.heads && lexicon_scan(&sayings->lexicon, paper, add_word, &gathering);
    for (size_t i = 0; good && i < mentions->count; i++) {
        const struct mention *mention = &mentions->at[i];
        const uint32_t word = (uint32_t)sayings->lexicon.word_count + (uint32_t)mention->slot;
        good = add(&gathering, (struct hit){mention->span, word, (uint32_t)i});
    }
    *out = (struct hits){0};
    if (good) {
        out->at = arena_take_array(arena, gathering.count + 1, sizeof *out->at);
        out->first = arena_take_array(arena, paper->count + 1, sizeof *out->first);
        good = out->at && out->first;
    }
    if (good) sort(&gathering, sayings, paper, title, out);
    alloc_free(gathering.hits);
    alloc_free(gathering.next);
    return good;
}
