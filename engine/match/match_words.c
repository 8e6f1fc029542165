#include <match/match_scratch.h>

/* A piece of the query that the item has, term after term without a gap. */
struct piece {
    struct str text;
    float tells;
};

enum { PIECES_MAX = 32 };

struct pieces {
    struct piece at[PIECES_MAX];
    size_t count;
};

/* Marks the item's terms in the scratch, or takes the marks away, so that each term of the text is looked up at once. */
static void mark_item(const struct match_index *index, struct match_scratch *scratch, int item, uint32_t mark) {
    const size_t facet = index->first_facet[item];
    for (size_t i = index->facet_start[facet]; i < index->facet_start[facet + 1]; i++)
        scratch->query_at[index->facet_terms[i].id] = mark;
}

/* Drops the pieces that lie within another one, which takes over what they tell. */
static float take_inner(struct pieces *pieces, struct str outer) {
    size_t kept = 0;
    float tells = 0;
    for (size_t i = 0; i < pieces->count; i++)
        if (str_find(outer, pieces->at[i].text) >= 0)
            tells = pieces->at[i].tells > tells ? pieces->at[i].tells : tells;
        else
            pieces->at[kept++] = pieces->at[i];
    pieces->count = kept;
    return tells;
}

static void add_piece(struct pieces *pieces, struct piece piece) {
    if (piece.text.length == 0) return;
    for (size_t i = 0; i < pieces->count; i++)
        if (str_find(pieces->at[i].text, piece.text) >= 0) return;
    piece.tells += take_inner(pieces, piece.text);
    if (pieces->count == PIECES_MAX) return;
    size_t at = pieces->count++;
    for (; at > 0 && pieces->at[at - 1].tells < piece.tells; at--) pieces->at[at] = pieces->at[at - 1];
    pieces->at[at] = piece;
}

/* Joins pairs of characters of the marked item that overlap into pieces; a word of the thesaurus is a piece. False when memory
 * ran out. */
static bool find_pieces(const struct match_index *index, struct match_scratch *scratch, struct str text,
                        struct pieces *pieces) {
    const struct str folded = terms_fold(&scratch->arena, text);
    if (!folded.at) return false;
    const size_t count = terms_of(&index->vocabulary, folded, scratch->terms);
    struct piece piece = {.text = {folded.at, 0}};
    for (size_t i = 0; i < count; i++) {
        const struct term *at = &scratch->terms[i];
        const int64_t term = match_index_term(index, at->key);
        if (term < 0 || scratch->query_at[term] == 0) continue;
        if (term_is_meaning(at->key) || folded.at + at->from >= piece.text.at + piece.text.length) {
            add_piece(pieces, piece);
            piece = (struct piece){.text = {folded.at + at->from, 0}};
        }
        piece.text.length = (size_t)(folded.at + at->to - piece.text.at);
        piece.tells += at->weight * index->idf[term];
    }
    add_piece(pieces, piece);
    return true;
}

bool match_words(const struct match_index *index, struct match_scratch *scratch, const struct match_query *query, int item,
                 size_t max, struct arena *arena, struct texts *out) {
    struct pieces pieces = {.count = 0};
    mark_item(index, scratch, item, 1);
    bool ok = find_pieces(index, scratch, query->title, &pieces) && find_pieces(index, scratch, query->body, &pieces);
    mark_item(index, scratch, item, 0);
    out->count = 0;
    out->at = arena_take_array(arena, max, sizeof *out->at);
    ok = ok && out->at;
    for (size_t i = 0; ok && i < pieces.count && i < max; i++) {
        out->at[out->count] = arena_copy(arena, pieces.at[i].text);
        ok = out->at[out->count++].at != NULL;
    }
    arena_reset(&scratch->arena);
    return ok;
}
