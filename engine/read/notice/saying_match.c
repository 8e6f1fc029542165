/* saying_match.c - where the patterns hold. */
#include <read/notice/saying.h>

#include <base/alloc.h>

#define SENTENCE_BEFORE 160 /* how far back the doer of a sentence is looked for */
#define NOT_NEAR 2          /* a plain "not" stands at most so far before what it denies */
#define NOT_FAR 24          /* "不要求" and its like reach over a whole list */
#define IF_FAR 20
#define PHRASE_MOST 60

struct matching {
    const struct match_input *input;
    struct said *said;
    size_t count, capacity;
    uint16_t *places; /* of each saying so far */
    bool out_of_memory;
};

static bool is_class(const struct matching *matching, size_t hit, uint16_t class) {
    return hit_is(matching->input->sayings, &matching->input->hits->at[hit], class);
}

/* How far the next element may begin. */
static uint32_t reach(const struct paper *paper, uint32_t from, uint8_t gap) {
    if (gap == 0) return from;
    const uint32_t end = gap > 14 ? paper->sentence_ends[from] : paper->clause_ends[from];
    return from + gap < end ? from + gap : end;
}

/* The first hit of a class that begins between two points, both included; -1 when there is none. */
static ptrdiff_t next_hit(const struct matching *matching, uint32_t from, uint32_t to, uint16_t class) {
    const struct hits *hits = matching->input->hits;
    for (size_t i = hits->first[from]; i < hits->count && hits->at[i].span.first <= to; i++)
        if (is_class(matching, i, class)) return (ptrdiff_t)i;
    return -1;
}

static void capture(struct said *said, size_t *captures, struct span span, uint32_t mention) {
    if (*captures >= SAYING_CAPTURES) return;
    said->captures[*captures] = span;
    said->mentions[(*captures)++] = mention;
}

/* The words up to the element behind the phrase, or to the end of the clause or sentence. */
static bool take_phrase(const struct matching *matching, struct said *said, size_t element, size_t *captures) {
    const struct saying *saying = said->saying;
    const struct paper *paper = matching->input->paper;
    const uint32_t from = said->span.end;
    if (from >= paper->count) return false;
    const bool is_sentence = saying->elements[element].kind == ELEMENT_SENTENCE;
    uint32_t end = is_sentence ? paper->sentence_ends[from] : paper->clause_ends[from], tail = end;
    if (element + 1 < saying->count) {
        const uint32_t last = from + PHRASE_MOST < end ? from + PHRASE_MOST : end;
        const ptrdiff_t hit = next_hit(matching, from + 1 < last ? from + 1 : last, last, saying->elements[element + 1].class);
        if (hit < 0) return false;
        end = matching->input->hits->at[hit].span.first;
        tail = matching->input->hits->at[hit].span.end;
    }
    if (end == from || end - from > 4 * PHRASE_MOST) return false;
    said->tails[*captures < SAYING_CAPTURES ? *captures : 0] = tail;
    capture(said, captures, (struct span){from, end}, UINT32_MAX);
    said->span.end = end;
    return true;
}

static bool take_element(const struct matching *matching, struct said *said, size_t element, size_t *captures) {
    const struct element *wanted = &said->saying->elements[element];
    const struct paper *paper = matching->input->paper;
    const uint32_t from = said->span.end;
    if (from >= paper->count) return false;
    const ptrdiff_t at = next_hit(matching, from, reach(paper, from, wanted->gap), wanted->class);
    if (at < 0) return false;
    const struct hit *hit = &matching->input->hits->at[at];
    said->gaps[element] = (struct span){from, hit->span.first};
    if (wanted->captured) capture(said, captures, hit->span, hit->mention);
    said->span.end = hit->span.end;
    return true;
}

static bool match(const struct matching *matching, const struct hit *begin, const struct saying *saying, struct said *out) {
    struct said said = {.saying = saying, .span = begin->span};
    size_t captures = 0;
    if (saying->elements[0].captured) capture(&said, &captures, begin->span, begin->mention);
    for (size_t i = 1; i < saying->count; i++) {
        const bool is_phrase = saying->elements[i].kind != ELEMENT_WORDS;
        if (!(is_phrase ? take_phrase(matching, &said, i, &captures) : take_element(matching, &said, i, &captures)))
            return false;
    }
    *out = said;
    return true;
}

/* Where the clause, or the sentence, of a point begins; not further back than is of use. */
static uint32_t begin_of(const struct paper *paper, uint32_t point, bool clause) {
    uint32_t at = point;
    while (at > 0 && point - at < SENTENCE_BEFORE) {
        const uint16_t before = paper->points[at - 1];
        if (clause ? point_ends_clause(before) : point_ends_sentence(before)) break;
        at--;
    }
    return at;
}

/* An office is the doer where it begins a clause or stands behind 由; elsewhere it is the one who gets something. */
static bool is_doer(const struct paper *paper, uint32_t first) {
    if (first == 0) return true;
    const uint16_t before = paper->points[first - 1];
    return point_ends_clause(before) || before == u'由' || before == u')';
}

/* "为你镇配备": the township gets it. */
static bool is_receiver(const struct paper *paper, uint32_t first) {
    while (first > 0 && point_is_of(paper->points[first - 1], u"各每个全")) first--;
    return first > 0 && point_is_of(paper->points[first - 1], u"为给向对到赴在");
}

enum doer { DOER_UNKNOWN, DOER_TOWN, DOER_DEPARTMENT };

/* Whose doing a word or name is, if it names anybody. */
static enum doer doer_of(const struct matching *matching, size_t hit) {
    const struct sayings *sayings = matching->input->sayings;
    const uint32_t first = matching->input->hits->at[hit].span.first;
    if (is_class(matching, hit, sayings->classes[CLASS_TOWN]) && !is_receiver(matching->input->paper, first)) return DOER_TOWN;
    const bool is_department = is_class(matching, hit, sayings->classes[CLASS_DEPT]);
    return is_department && is_doer(matching->input->paper, first) ? DOER_DEPARTMENT : DOER_UNKNOWN;
}

/* Who does what is said at a point: whoever its sentence names last before it, or there. */
static enum doer find_doer(const struct matching *matching, uint32_t point) {
    const struct hits *hits = matching->input->hits;
    const size_t begin = hits->first[begin_of(matching->input->paper, point, false)], here = hits->first[point];
    for (size_t i = here; i < hits->count && hits->at[i].span.first == point; i++)
        if (doer_of(matching, i) == DOER_TOWN) return DOER_TOWN;
    for (size_t i = here; i > begin; i--) {
        const enum doer doer = hits->at[i - 1].span.end <= point ? doer_of(matching, i - 1) : DOER_UNKNOWN;
        if (doer != DOER_UNKNOWN) return doer;
    }
    const bool is_named_here = here < hits->count && hits->at[here].span.first == point && hits->at[here].mention != UINT32_MAX;
    return is_named_here && doer_of(matching, here) == DOER_DEPARTMENT ? DOER_DEPARTMENT : DOER_UNKNOWN;
}

static bool is_denied_by(const struct matching *matching, size_t hit, const struct said *said) {
    const struct hit *denial = &matching->input->hits->at[hit];
    const struct sayings *sayings = matching->input->sayings;
    const bool is_far = is_class(matching, hit, sayings->classes[CLASS_NOT_FAR]);
    if (!is_far && !is_class(matching, hit, sayings->classes[CLASS_NOT])) return false;
    if (denial->span.end <= said->span.first) return said->span.first - denial->span.end <= (is_far ? NOT_FAR : NOT_NEAR);
    for (size_t i = 1; i < said->saying->count; i++)
        if (denial->span.first >= said->gaps[i].first && denial->span.end <= said->gaps[i].end) return true;
    return false;
}

/* Where what denies it begins, if that stands before it. */
static bool is_denied(const struct matching *matching, const struct said *said, uint32_t *first) {
    const struct hits *hits = matching->input->hits;
    const uint32_t begin = begin_of(matching->input->paper, said->span.first, true);
    for (size_t i = hits->first[begin]; i < hits->count && hits->at[i].span.first < said->span.end; i++)
        if (is_denied_by(matching, i, said)) {
            if (hits->at[i].span.first < *first) *first = hits->at[i].span.first;
            return true;
        }
    return false;
}

/* "如启动应急响应" and "已完成" ask for nothing. */
static bool is_supposed(const struct matching *matching, const struct said *said) {
    const struct hits *hits = matching->input->hits;
    const uint32_t begin = begin_of(matching->input->paper, said->span.first, true);
    for (size_t i = hits->first[begin]; i < hits->count && hits->at[i].span.first < said->span.first; i++)
        if (said->span.first - hits->at[i].span.first <= IF_FAR &&
            is_class(matching, i, matching->input->sayings->classes[CLASS_IF]))
            return true;
    return false;
}

static bool fits_doer(const struct matching *matching, const struct said *said) {
    const struct span title = matching->input->title;
    switch (said->saying->who) {
    case WHO_ANY:
    case WHO_HINT: return true;
    case WHO_TITLE: return said->span.first >= title.first && said->span.end <= title.end;
    case WHO_TOWN: return find_doer(matching, said->span.first) != DOER_DEPARTMENT;
    case WHO_DEPT: return find_doer(matching, said->span.first) == DOER_DEPARTMENT;
    case WHO_OTHER: return find_doer(matching, said->span.first) != DOER_TOWN;
    }
    return false;
}

static void keep(struct matching *matching, const struct said *said) {
    struct said *grown = alloc_grow(matching->said, &matching->capacity, matching->count + 1, sizeof *grown);
    if (!grown) {
        matching->out_of_memory = true;
        return;
    }
    matching->said = grown;
    grown[matching->count++] = *said;
    matching->places[said->saying - matching->input->sayings->at]++;
}

static void try_saying(struct matching *matching, const struct hit *hit, const struct saying *saying) {
    struct said said;
    if (matching->places[saying - matching->input->sayings->at] >= SAID_MOST) return;
    if (!match(matching, hit, saying, &said) || !fits_doer(matching, &said) || is_supposed(matching, &said)) return;
    said.shown = said.span;
    said.negated = is_denied(matching, &said, &said.shown.first);
    keep(matching, &said);
}

bool said_find(const struct match_input *input, struct arena *arena, struct all_said *out) {
    struct matching matching = {.input = input};
    const struct sayings *sayings = input->sayings;
    matching.places = arena_take_array(arena, sayings->count, sizeof *matching.places);
    if (!matching.places) return false;
    for (size_t i = 0; i < input->hits->count && !matching.out_of_memory; i++) {
        const struct word_classes *classes = &sayings->words[input->hits->at[i].word];
        for (size_t c = 0; c < classes->count; c++) {
            const uint16_t *begun = sayings->begun_by[classes->at[c]];
            for (uint16_t k = 1; k <= begun[0]; k++) try_saying(&matching, &input->hits->at[i], &sayings->at[begun[k]]);
        }
    }
    out->count = matching.count;
    out->at = arena_take_array(arena, matching.count, sizeof *out->at);
    if (out->at && matching.count > 0) memcpy(out->at, matching.said, matching.count * sizeof *out->at);
    alloc_free(matching.said);
    return out->at && !matching.out_of_memory;
}
