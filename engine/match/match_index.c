#include <base/alloc.h>
#include <base/utf8.h>
#include <match/match_draft.h>
#include <math.h>

const struct match_weights match_default_weights = {.name_beside_alias = 0.5F,
                                                    .alias_beside_name = 0.3F,
                                                    .field = 0.15F,
                                                    .duty = 0.25F,
                                                    .basis = 0.3F,
                                                    .item_department = 0.1F,
                                                    .background_share = 1.0F,
                                                    .body = 0.5F,
                                                    .body_share = 0.5F,
                                                    .issuer = 0.8F,
                                                    .department = 1.4F,
                                                    .meaning = 1.5F,
                                                    .faint = 0.5F,
                                                    .unseen = 0.45F,
                                                    .unseen_meaning = 1.0F,
                                                    .accepted = 0.46F};

/* What every term tells, by the number of items that have it. */
static void weigh_terms(struct match_index *index, const struct draft *draft) {
    const float items = index->item_count ? (float)index->item_count : 1;
    for (size_t term = 0; term < index->term_count; term++)
        index->idf[term] = logf(items / (float)draft->terms[term].having) + 1;
    for (size_t at = 0; at <= index->slot_mask; at++)
        if (index->slots[at].term && term_is_meaning(index->slots[at].key))
            index->idf[index->slots[at].term - 1] *= index->weights.meaning;
    index->unseen_idf = index->weights.unseen * (logf(items) + 1);
    index->unseen_meaning_idf = index->weights.unseen_meaning * index->weights.meaning * (logf(items) + 1);
}

/* The pairs of characters of a faint word tell less. */
static bool weaken(struct match_index *index, struct str word, struct arena *arena) {
    const struct str folded = utf8_fold(arena, word);
    if (!folded.at) return false;
    size_t offset = 0;
    for (int32_t before = utf8_next(folded, &offset), point; (point = utf8_next(folded, &offset)) >= 0; before = point) {
        const int64_t term = match_index_term(index, term_key_of_pair(before, point));
        if (term >= 0) index->idf[term] *= index->weights.faint;
    }
    return true;
}

static bool weaken_all(struct match_index *index, const struct thesaurus *thesaurus) {
    struct arena arena = {0};
    bool done = true;
    for (size_t i = 0; thesaurus && done && i < thesaurus->faint_count; i++) done = weaken(index, thesaurus->faint[i], &arena);
    arena_free(&arena);
    return done;
}

/* Weighs the terms of one facet and scales them to length 1. */
static void weigh_facet(struct match_index *index, const struct draft *draft, size_t facet) {
    const size_t from = index->facet_start[facet], to = index->facet_start[facet + 1];
    const float share = index->weights.background_share;
    float subject = 0, background = 0, squares = 0;
    for (size_t i = from; i < to; i++) {
        const struct draft_entry *entry = &draft->entries[i];
        const float idf = index->idf[entry->term];
        subject += idf * idf * entry->subject * entry->subject;
        background += idf * idf * entry->background * entry->background;
    }
    const bool too_much = subject > 0 && background > share * subject;
    const float of_background = too_much ? sqrtf(share * subject / background) : 1;
    for (size_t i = from; i < to; i++) {
        const struct draft_entry *entry = &draft->entries[i];
        const float weight = index->idf[entry->term] * (entry->subject + of_background * entry->background);
        index->facet_terms[i] = (struct entry){entry->term, weight};
        squares += weight * weight;
    }
    for (size_t i = from; i < to; i++) index->facet_terms[i].weight /= sqrtf(squares);
}

/* Puts the facets' entries into the order of terms; `next` has room for every term. */
static void write_postings(struct match_index *index, size_t *next) {
    const size_t entries = index->facet_start[index->facet_count];
    for (size_t i = 0; i < entries; i++) index->posting_start[index->facet_terms[i].id + 1]++;
    for (size_t term = 0; term < index->term_count; term++) index->posting_start[term + 1] += index->posting_start[term];
    memcpy(next, index->posting_start, index->term_count * sizeof *next);
    for (size_t facet = 0; facet < index->facet_count; facet++)
        for (size_t i = index->facet_start[facet]; i < index->facet_start[facet + 1]; i++) {
            const struct entry entry = index->facet_terms[i];
            index->postings[next[entry.id]++] = (struct entry){(uint32_t)facet, entry.weight};
        }
}

static bool weigh(struct match_index *index, const struct draft *draft, const struct thesaurus *thesaurus) {
    const size_t terms = index->term_count + 1, entries = draft->entry_count + 1;
    index->idf = alloc_new(terms * sizeof *index->idf);
    index->facet_terms = alloc_new(entries * sizeof *index->facet_terms);
    index->postings = alloc_new(entries * sizeof *index->postings);
    index->posting_start = alloc_new(terms * sizeof *index->posting_start);
    size_t *next = alloc_new(terms * sizeof *next);
    bool made = index->idf && index->facet_terms && index->postings && index->posting_start && next;
    if (made) {
        weigh_terms(index, draft);
        made = weaken_all(index, thesaurus);
    }
    if (made) {
        for (size_t facet = 0; facet < index->facet_count; facet++) weigh_facet(index, draft, facet);
        write_postings(index, next);
    }
    alloc_free(next);
    return made;
}

/* The arrays whose size the list alone tells. */
static bool take_items(struct match_index *index) {
    const struct list *list = index->list;
    index->item_count = list->item_count;
    for (size_t i = 0; i < list->item_count; i++) index->facet_count += 1 + list->items[i].aliases.count;
    index->facet_item = alloc_new((index->facet_count + 1) * sizeof *index->facet_item);
    index->facet_start = alloc_new((index->facet_count + 1) * sizeof *index->facet_start);
    index->first_facet = alloc_new((list->item_count + 1) * sizeof *index->first_facet);
    index->validity = alloc_new((list->item_count + 1) * sizeof *index->validity);
    index->department = alloc_new((list->item_count + 1) * sizeof *index->department);
    if (!index->facet_item || !index->facet_start || !index->first_facet || !index->validity || !index->department)
        return false;
    for (size_t i = 0; i < list->item_count; i++) {
        index->validity[i] = list->items[i].validity;
        index->department[i] = list->items[i].department;
    }
    return true;
}

/* The county and the townships part texts like office words do. */
static bool open_vocabulary(struct match_index *index, const struct thesaurus *thesaurus) {
    const struct list *list = index->list;
    struct str *names = arena_take_array(&index->arena, list->township_count + 1, sizeof *names);
    if (!names) return false;
    names[0] = list->county;
    for (size_t i = 0; i < list->township_count; i++) names[i + 1] = list->townships[i].name;
    return boilerplate_open(&index->vocabulary.boilerplate, names, list->township_count + 1, &index->arena) &&
           meanings_open(&index->vocabulary.meanings, thesaurus, &index->arena);
}

quanze_status match_index_open_weighed(const struct list *list, const struct thesaurus *thesaurus,
                                       const struct match_weights *weights, struct match_index **out,
                                       struct quanze_error *error) {
    struct match_index *index = alloc_new(sizeof *index);
    if (!index) return error_memory(error);
    index->list = list;
    index->weights = *weights;
    struct draft draft = {.index = index};
    const bool built = take_items(index) && open_vocabulary(index, thesaurus) && match_index_make_room(index) &&
                       draft_read(&draft) && weigh(index, &draft, thesaurus);
    draft_free(&draft);
    if (!built) {
        match_index_close(index);
        return error_memory(error);
    }
    *out = index;
    return QUANZE_OK;
}

quanze_status match_index_open(const struct list *list, const struct thesaurus *thesaurus, struct match_index **out,
                               struct quanze_error *error) {
    return match_index_open_weighed(list, thesaurus, &match_default_weights, out, error);
}

void match_index_close(struct match_index *index) {
    if (!index) return;
    arena_free(&index->arena);
    alloc_free(index->slots);
    alloc_free(index->idf);
    alloc_free(index->facet_item);
    alloc_free(index->first_facet);
    alloc_free(index->facet_start);
    alloc_free(index->posting_start);
    alloc_free(index->facet_terms);
    alloc_free(index->postings);
    alloc_free(index->validity);
    alloc_free(index->department);
    alloc_free(index);
}
