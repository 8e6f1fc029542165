#include <base/alloc.h>
#include <match/match_scratch.h>
#include <math.h>

/* A score is the square root of the cosine between the weighted terms of query and item. The cosine is the geometric mean of
 * "how much of the paper the item covers" and "how much of the item the paper covers"; the root spreads its low end, where
 * it is decided. The threshold of match_weights.h: on 50 real notices and 90 made-up queries against 365 statutory duties,
 * texts that speak of no duty in the list stay under it four times in five, and one text in twenty that speaks of one does too.
 */
enum { MILLION = 1000000 };

/* Bounds of a search: terms that over a third of the facets have are left to the last step, and rare terms come first, so that
 * what is left out at the limit tells least. */
enum { COMMON_SHARE = 3, FEW_FACETS = 64, POSTINGS_MAX = 16384, TURNS = 68 };

quanze_status match_scratch_open(const struct match_index *index, struct match_scratch **out, struct quanze_error *error) {
    struct match_scratch *scratch = alloc_new(sizeof *scratch);
    if (!scratch) return error_memory(error);
    scratch->query_at = alloc_new((index->term_count + 1) * sizeof *scratch->query_at);
    scratch->scores = alloc_new((index->facet_count + 1) * sizeof *scratch->scores);
    scratch->touched = alloc_new((index->facet_count + 1) * sizeof *scratch->touched);
    if (!scratch->query_at || !scratch->scores || !scratch->touched) {
        match_scratch_close(scratch);
        return error_memory(error);
    }
    *out = scratch;
    return QUANZE_OK;
}

void match_scratch_close(struct match_scratch *scratch) {
    if (!scratch) return;
    arena_free(&scratch->arena);
    alloc_free(scratch->query_at);
    alloc_free(scratch->scores);
    alloc_free(scratch->touched);
    alloc_free(scratch);
}

static struct query_term *query_term(struct match_scratch *scratch, uint32_t term) {
    if (scratch->query_at[term] == 0) {
        scratch->query[scratch->query_count] = (struct query_term){.term = term};
        scratch->query_at[term] = (uint32_t)++scratch->query_count;
    }
    return &scratch->query[scratch->query_at[term] - 1];
}

enum part { PART_TITLE, PART_BODY, PART_ISSUER };

static float *times_in(struct query_term *term, enum part part) {
    switch (part) {
    case PART_TITLE: return &term->in_title;
    case PART_BODY: return &term->in_body;
    case PART_ISSUER: break;
    }
    return &term->in_issuer;
}

/* Adds the terms of one part; `*squares` is the sum of the squares of what they tell. False when memory ran out. */
static bool take_text(const struct match_index *index, struct match_scratch *scratch, struct str text, enum part part,
                      float *squares) {
    *squares = 0;
    if (text.length == 0) return true;
    const struct str folded = terms_fold(&scratch->arena, text);
    if (!folded.at) return false;
    const size_t count = terms_of(&index->vocabulary, folded, scratch->terms);
    for (size_t i = 0; i < count; i++) {
        const struct term *found = &scratch->terms[i];
        const int64_t term = match_index_term(index, found->key);
        const float unseen = term_is_meaning(found->key) ? index->unseen_meaning_idf : index->unseen_idf;
        const float tells = found->weight * (term < 0 ? unseen : index->idf[term]);
        *squares += tells * tells;
        if (term >= 0) *times_in(query_term(scratch, (uint32_t)term), part) += found->weight;
    }
    return true;
}

static bool take_query(const struct match_index *index, struct match_scratch *scratch, const struct match_query *query) {
    const struct match_weights *weights = &index->weights;
    float title, body, issuer, issuer_squares = 0;
    if (!take_text(index, scratch, query->title, PART_TITLE, &title) ||
        !take_text(index, scratch, query->body, PART_BODY, &body) ||
        (query->department < 0 && !take_text(index, scratch, query->issuer, PART_ISSUER, &issuer)))
        return false;
    float of_body = weights->body;
    if (title > 0 && of_body * of_body * body > weights->body_share * title)
        of_body = sqrtf(weights->body_share * title / body);
    scratch->query_length = sqrtf(title + of_body * of_body * body);
    for (size_t i = 0; i < scratch->query_count; i++) {
        struct query_term *term = &scratch->query[i];
        const float tells = index->idf[term->term];
        term->weight = tells * (sqrtf(term->in_title) + of_body * sqrtf(term->in_body));
        term->issuer = tells * sqrtf(term->in_issuer);
        issuer_squares += term->issuer * term->issuer;
    }
    scratch->issuer_length = sqrtf(issuer_squares);
    return true;
}

static size_t posting_count(const struct match_index *index, uint32_t term) {
    return index->posting_start[term + 1] - index->posting_start[term];
}

static int bits(size_t number) {
    int count = 0;
    for (; number; number >>= 1) count++;
    return count;
}

/* When a term's turn comes: rare ones first, by the power of two below their number of facets; those of the body alone as if
 * eight times as many facets had them, since they weigh less. */
static int turn_of(const struct match_index *index, const struct query_term *term) {
    return bits(posting_count(index, term->term)) + (term->in_title > 0 ? 0 : 3);
}

/* The query's terms by their turn, else in the order of the text. */
static void rare_first(const struct match_index *index, const struct match_scratch *scratch, uint16_t order[QUERY_MAX]) {
    uint16_t start[TURNS + 1] = {0};
    for (size_t i = 0; i < scratch->query_count; i++) start[turn_of(index, &scratch->query[i]) + 1]++;
    for (size_t i = 1; i <= TURNS; i++) start[i] = (uint16_t)(start[i] + start[i - 1]);
    for (size_t i = 0; i < scratch->query_count; i++) order[start[turn_of(index, &scratch->query[i])]++] = (uint16_t)i;
}

/* Adds up the scores of all facets that share terms with the query. True when some terms were left out. */
static bool collect(const struct match_index *index, struct match_scratch *scratch) {
    uint16_t order[QUERY_MAX];
    size_t visited = 0;
    bool left_out = false;
    rare_first(index, scratch, order);
    for (size_t i = 0; i < scratch->query_count; i++) {
        const struct query_term *term = &scratch->query[order[i]];
        const size_t count = posting_count(index, term->term);
        const bool common = index->facet_count > FEW_FACETS && count > index->facet_count / COMMON_SHARE;
        if (common || (visited && visited + count > POSTINGS_MAX)) {
            left_out = true;
            continue;
        }
        visited += count;
        const struct entry *posting = &index->postings[index->posting_start[term->term]];
        for (const struct entry *end = posting + count; posting < end; posting++) {
            float *score = &scratch->scores[posting->id];
            if (*score == 0) scratch->touched[scratch->touched_count++] = posting->id;
            *score += term->weight * posting->weight;
        }
    }
    return left_out;
}

/* Equal scores go by the order of the list. */
static bool is_better(struct candidate a, struct candidate b) {
    return a.score > b.score || (a.score == b.score && a.facet < b.facet);
}

/* Puts a candidate into its place among the best `most`, of which one is kept for each item. The caller has looked that it is
 * better than the last one when the table is full. */
static void insert(struct candidate *best, size_t *count, size_t most, struct candidate candidate) {
    size_t at = 0;
    while (at < *count && best[at].item != candidate.item) at++;
    const bool known = at < *count;
    if (known && !is_better(candidate, best[at])) return;
    if (!known && *count < most) ++*count;
    if (!known) at = *count - 1;
    for (; at > 0 && is_better(candidate, best[at - 1]); at--) best[at] = best[at - 1];
    best[at] = candidate;
}

/* The best `most` items in force, by what was collected. Leaves all scores at 0 again. */
static void pick(const struct match_index *index, struct match_scratch *scratch, const struct match_query *query, size_t most) {
    for (size_t i = 0; i < scratch->touched_count; i++) {
        const uint32_t facet = scratch->touched[i];
        struct candidate candidate = {index->facet_item[facet], facet, scratch->scores[facet]};
        scratch->scores[facet] = 0;
        if (query->department >= 0 && index->department[candidate.item] == query->department)
            candidate.score *= index->weights.department;
        const bool full = scratch->best_count == most;
        if (full && !is_better(candidate, scratch->best[most - 1])) continue;
        if (validity_holds(index->validity[candidate.item], query->day))
            insert(scratch->best, &scratch->best_count, most, candidate);
    }
    scratch->touched_count = 0;
}

/* The score of one facet with all terms; higher when the item is of the issuing department, or shares words with its name. */
static float full_score(const struct match_index *index, const struct match_scratch *scratch, struct candidate candidate,
                        int department) {
    float score = 0, issuer = 0;
    for (size_t i = index->facet_start[candidate.facet]; i < index->facet_start[candidate.facet + 1]; i++) {
        const uint32_t at = scratch->query_at[index->facet_terms[i].id];
        if (at == 0) continue;
        score += scratch->query[at - 1].weight * index->facet_terms[i].weight;
        issuer += scratch->query[at - 1].issuer * index->facet_terms[i].weight;
    }
    if (department >= 0 && index->department[candidate.item] == department) return score * index->weights.department;
    return issuer > 0 ? score * (1 + index->weights.issuer * issuer / scratch->issuer_length) : score;
}

static void score_to_the_end(const struct match_index *index, struct match_scratch *scratch, int department) {
    struct candidate again[CANDIDATES];
    size_t count = 0;
    for (size_t i = 0; i < scratch->best_count; i++) {
        struct candidate candidate = scratch->best[i];
        candidate.score = full_score(index, scratch, candidate, department);
        insert(again, &count, CANDIDATES, candidate);
    }
    memcpy(scratch->best, again, count * sizeof *again);
}

static void write_result(const struct match_index *index, const struct match_scratch *scratch, struct match_result *out) {
    const int32_t accepted = (int32_t)lrintf(index->weights.accepted * MILLION);
    struct match_result result = {.count = 0};
    for (size_t i = 0; i < scratch->best_count && result.count < MATCH_MAX_HITS; i++) {
        const float cosine = scratch->best[i].score / scratch->query_length;
        const int32_t score = cosine < 1 ? (int32_t)lrintf(sqrtf(cosine) * MILLION) : MILLION;
        if (score >= accepted / 2) result.hits[result.count++] = (struct match_hit){(int)scratch->best[i].item, score};
    }
    result.accepted = result.count > 0 && result.hits[0].score >= accepted;
    *out = result;
}

static void clear(struct match_scratch *scratch) {
    for (size_t i = 0; i < scratch->query_count; i++) scratch->query_at[scratch->query[i].term] = 0;
    scratch->query_count = scratch->best_count = 0;
    scratch->issuer_length = 0;
    arena_reset(&scratch->arena);
}

quanze_status match_find(const struct match_index *index, struct match_scratch *scratch, const struct match_query *query,
                         struct match_result *out, struct quanze_error *error) {
    const bool taken = take_query(index, scratch, query);
    if (taken) {
        const bool left_out = collect(index, scratch), is_draft = left_out || scratch->issuer_length > 0;
        pick(index, scratch, query, is_draft ? CANDIDATES : MATCH_MAX_HITS);
        if (is_draft) score_to_the_end(index, scratch, query->department);
        write_result(index, scratch, out);
    }
    clear(scratch);
    return taken ? QUANZE_OK : error_memory(error);
}
