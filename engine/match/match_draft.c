#include <base/alloc.h>
#include <match/match_draft.h>

/* The entry of a term in the facet under way, made when there is none; NULL when memory ran out. */
static struct draft_entry *entry_of(struct draft *draft, uint32_t term) {
    const struct match_index *index = draft->index;
    struct draft_term *kept = &draft->terms[term];
    if (kept->last_entry > index->facet_start[draft->facet]) return &draft->entries[kept->last_entry - 1];
    struct draft_entry *entries = alloc_grow(draft->entries, &draft->entry_capacity, draft->entry_count + 1, sizeof *entries);
    if (!entries) return NULL;
    draft->entries = entries;
    /* The first facet of an item has all its terms: items are counted there. */
    kept->having += index->first_facet[index->facet_item[draft->facet]] == draft->facet;
    kept->last_entry = ++draft->entry_count;
    entries[draft->entry_count - 1] = (struct draft_entry){.term = term};
    return &entries[draft->entry_count - 1];
}

/* What a text counts. */
struct place_weight {
    float subject, background;
};

/* Adds a term of the text under way, once: saying a word twice does not make an item more about it; but the word itself after
 * a word near to it counts in full. */
static bool add_term(struct draft *draft, const struct term *found, struct place_weight counts) {
    const size_t before = draft->index->term_count;
    const int64_t term = match_index_add_term(draft->index, found->key);
    struct draft_term *terms = alloc_grow(draft->terms, &draft->term_capacity, draft->index->term_count, sizeof *terms);
    if (terms) draft->terms = terms;
    if (term < 0 || !terms) return false;
    if (draft->index->term_count > before) terms[term] = (struct draft_term){0};
    if (terms[term].last_text < draft->text) terms[term].counted = 0;
    const float more = found->weight - terms[term].counted;
    if (more <= 0) return true;
    terms[term].last_text = draft->text;
    terms[term].counted = found->weight;
    struct draft_entry *entry = entry_of(draft, (uint32_t)term);
    if (!entry) return false;
    entry->subject += more * counts.subject;
    entry->background += more * counts.background;
    return true;
}

static bool add_text(struct draft *draft, struct str text, struct place_weight counts) {
    struct term terms[TERMS_MAX];
    if (text.length == 0) return true;
    const struct str folded = terms_fold(&draft->arena, text);
    if (!folded.at) return false;
    const size_t count = terms_of(&draft->index->vocabulary, folded, terms);
    draft->text++;
    for (size_t i = 0; i < count; i++)
        if (!add_term(draft, &terms[i], counts)) return false;
    return true;
}

static struct place_weight beside(float weight) { return (struct place_weight){0, weight}; }

static const struct place_weight as_subject = {1, 0};

static bool add_name_facet(struct draft *draft, const struct item *item) {
    const struct match_weights *weights = &draft->index->weights;
    const struct list *list = draft->index->list;
    bool added = add_text(draft, item->name, as_subject) && add_text(draft, item->field, beside(weights->field)) &&
                 add_text(draft, item->township_duty, beside(weights->duty)) &&
                 add_text(draft, item->department_duty, beside(weights->duty));
    if (added && item->department >= 0 && (size_t)item->department < list->department_count)
        added = add_text(draft, list->departments[item->department].name, beside(weights->item_department));
    for (size_t i = 0; added && i < item->aliases.count; i++)
        added = add_text(draft, item->aliases.at[i], beside(weights->alias_beside_name));
    for (size_t i = 0; added && i < item->basis.count; i++)
        added = add_text(draft, item->basis.at[i].title, beside(weights->basis));
    return added;
}

static bool add_alias_facet(struct draft *draft, const struct item *item, struct str alias) {
    const struct match_weights *weights = &draft->index->weights;
    return add_text(draft, alias, as_subject) && add_text(draft, item->name, beside(weights->name_beside_alias)) &&
           add_text(draft, item->field, beside(weights->field));
}

bool draft_read(struct draft *draft) {
    struct match_index *index = draft->index;
    bool added = true;
    for (size_t i = 0; added && i < index->item_count; i++) {
        const struct item *item = &index->list->items[i];
        index->first_facet[i] = (uint32_t)draft->facet;
        for (size_t facet = 0; added && facet <= item->aliases.count; facet++) {
            index->facet_item[draft->facet] = (uint32_t)i;
            index->facet_start[draft->facet] = draft->entry_count;
            added = facet == 0 ? add_name_facet(draft, item) : add_alias_facet(draft, item, item->aliases.at[facet - 1]);
            draft->facet++;
        }
        arena_reset(&draft->arena);
    }
    index->facet_start[draft->facet] = draft->entry_count;
    return added;
}

void draft_free(struct draft *draft) {
    arena_free(&draft->arena);
    alloc_free(draft->entries);
    alloc_free(draft->terms);
}
