#include <read/notice/lexicon.h>

#include <base/alloc.h>
#include <base/utf8.h>

#define ROOT 1 /* state 0 is none */

struct lexicon_step {
    uint32_t from, to; /* `to` 0 = free */
    uint16_t point;
};

static size_t slot_of(const struct lexicon *lexicon, uint32_t from, uint16_t point) {
    const uint32_t mixed = (from * UINT32_C(2654435761)) ^ (point * UINT32_C(2246822519));
    return (mixed ^ mixed >> 15) & (lexicon->step_capacity - 1);
}

static uint32_t step(const struct lexicon *lexicon, uint32_t from, uint16_t point) {
    for (size_t slot = slot_of(lexicon, from, point);; slot = (slot + 1) & (lexicon->step_capacity - 1)) {
        const struct lexicon_step *at = &lexicon->steps[slot];
        if (at->to == 0 || (at->from == from && at->point == point)) return at->to;
    }
}

static void put_step(struct lexicon *lexicon, struct lexicon_step added) {
    size_t slot = slot_of(lexicon, added.from, added.point);
    while (lexicon->steps[slot].to != 0) slot = (slot + 1) & (lexicon->step_capacity - 1);
    lexicon->steps[slot] = added;
}

/* At most half full, so that a search that fails ends soon. */
static bool make_room_for_step(struct lexicon *lexicon) {
    if (2 * (lexicon->step_count + 1) <= lexicon->step_capacity) return true;
    struct lexicon_step *old = lexicon->steps;
    const size_t old_capacity = lexicon->step_capacity, capacity = old_capacity ? 2 * old_capacity : 4096;
    struct lexicon_step *steps = alloc_new(capacity * sizeof *steps);
    if (!steps) return false;
    lexicon->steps = steps;
    lexicon->step_capacity = capacity;
    for (size_t i = 0; i < old_capacity; i++)
        if (old[i].to != 0) put_step(lexicon, old[i]);
    alloc_free(old);
    return true;
}

static bool add_state(struct lexicon *lexicon, uint32_t *out) {
    struct lexicon_state *states =
        alloc_grow(lexicon->states, &lexicon->state_capacity, lexicon->state_count + 1, sizeof *states);
    if (!states) return false;
    lexicon->states = states;
    *out = (uint32_t)lexicon->state_count++;
    states[*out] = (struct lexicon_state){0};
    return true;
}

static bool make_root(struct lexicon *lexicon) {
    uint32_t state;
    while (lexicon->state_count <= ROOT)
        if (!add_state(lexicon, &state)) return false;
    return make_room_for_step(lexicon);
}

static bool follow(struct lexicon *lexicon, uint32_t *state, uint16_t point) {
    uint32_t next = step(lexicon, *state, point);
    if (next == 0) {
        if (!add_state(lexicon, &next) || !make_room_for_step(lexicon)) return false;
        put_step(lexicon, (struct lexicon_step){*state, next, point});
        lexicon->step_count++;
    }
    *state = next;
    return true;
}

bool lexicon_add(struct lexicon *lexicon, struct str word, uint32_t *out) {
    if (!make_root(lexicon)) return false;
    uint32_t state = ROOT;
    uint16_t length = 0;
    for (size_t offset = 0; offset < word.length;) {
        const uint16_t point = paper_fold(utf8_next(word, &offset));
        if (point == 0) continue;
        if (!follow(lexicon, &state, point)) return false;
        length++;
    }
    if (lexicon->states[state].word == 0) {
        uint16_t *lengths = alloc_grow(lexicon->lengths, &lexicon->word_capacity, lexicon->word_count + 1, sizeof *lengths);
        if (!lengths) return false;
        lexicon->lengths = lengths;
        lengths[lexicon->word_count] = length;
        lexicon->states[state].word = (uint32_t)++lexicon->word_count;
    }
    *out = lexicon->states[state].word - 1;
    return true;
}

/* Where the automaton stands behind a point. */
static uint32_t advance(const struct lexicon *lexicon, uint32_t state, uint16_t point) {
    for (;;) {
        const uint32_t next = step(lexicon, state, point);
        if (next != 0) return next;
        if (state == ROOT) return ROOT;
        state = lexicon->states[state].fail;
    }
}

static void link_state(struct lexicon *lexicon, struct lexicon_step taken) {
    struct lexicon_state *states = lexicon->states, *state = &states[taken.to];
    state->fail = taken.from == ROOT ? ROOT : advance(lexicon, states[taken.from].fail, taken.point);
    state->next = states[state->fail].word != 0 ? state->fail : states[state->fail].next;
}

/* A state's number is greater than that of the state it is reached from, but links need the order of depth. */
bool lexicon_seal(struct lexicon *lexicon) {
    if (!make_root(lexicon)) return false;
    uint32_t *depths = alloc_new(lexicon->state_count * sizeof *depths);
    struct lexicon_step *into = alloc_new(lexicon->state_count * sizeof *into);
    bool made = depths && into;
    uint32_t deepest = 0;
    for (size_t i = 0; made && i < lexicon->step_capacity; i++)
        if (lexicon->steps[i].to != 0) into[lexicon->steps[i].to] = lexicon->steps[i];
    for (size_t i = ROOT + 1; made && i < lexicon->state_count; i++) {
        depths[i] = depths[into[i].from] + 1;
        if (depths[i] > deepest) deepest = depths[i];
    }
    for (uint32_t depth = 1; made && depth <= deepest; depth++)
        for (size_t i = ROOT + 1; i < lexicon->state_count; i++)
            if (depths[i] == depth) link_state(lexicon, into[i]);
    alloc_free(depths);
    alloc_free(into);
    return made;
}

void lexicon_free(struct lexicon *lexicon) {
    alloc_free(lexicon->states);
    alloc_free(lexicon->steps);
    alloc_free(lexicon->lengths);
    *lexicon = (struct lexicon){0};
}

bool lexicon_scan(const struct lexicon *lexicon, const struct paper *paper, lexicon_found *found, void *payload) {
    uint32_t state = ROOT;
    for (uint32_t i = 0; i < paper->count; i++) {
        state = advance(lexicon, state, paper->points[i]);
        uint32_t at = lexicon->states[state].word != 0 ? state : lexicon->states[state].next;
        for (; at != 0; at = lexicon->states[at].next) {
            const uint32_t word = lexicon->states[at].word - 1;
            if (!found(payload, word, (struct span){i + 1 - lexicon->lengths[word], i + 1})) return false;
        }
    }
    return true;
}
