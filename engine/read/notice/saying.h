/* saying.h - the patterns of sayings.def, made ready, and where they hold in a notice.
 *
 * A reader must believe: a pattern is matched from left to right and never goes back, each step looks at most a sentence or
 * MATCH_REACH characters ahead, so the time grows with the text. What a pattern means for a fact is decided elsewhere.
 */
#ifndef READ_NOTICE_SAYING_H
#define READ_NOTICE_SAYING_H

#include <base/error.h>
#include <model/fact.h>
#include <model/names.h>
#include <read/notice/lexicon.h>
#include <read/notice/mention.h>

/* Whose doing a sentence is. */
enum saying_who {
    WHO_ANY,
    WHO_TOWN,  /* not said of a department */
    WHO_DEPT,  /* said of a department */
    WHO_OTHER, /* not said of a township */
    WHO_TITLE, /* stands in the title */
    WHO_HINT   /* only a hint: without a fact it is a doubt */
};

/* What a pattern gives a fact. */
enum saying_gives {
    GIVES_VALUE,   /* `value` */
    GIVES_CAPTURE, /* what stands in a slot of the pattern */
    GIVES_BEFORE,  /* the words before it in its clause */
    GIVES_WORD     /* the matched words themselves */
};

#define SAYING_ELEMENTS 6
#define SAYING_CAPTURES 4

enum element_kind { ELEMENT_WORDS, ELEMENT_PHRASE, ELEMENT_SENTENCE };

struct element {
    enum element_kind kind;
    uint16_t class; /* of ELEMENT_WORDS */
    uint8_t gap;    /* characters that may stand before it: 0, or `…` in the clause, or `……` in the sentence */
    bool captured;
};

struct saying {
    enum fact_id fact;
    int field; /* of a record fact, else -1 */
    enum saying_who who;
    enum saying_gives gives;
    bool is_split; /* a captured text is a list of several */
    bool is_long;  /* together with the element behind it */
    uint8_t capture;
    uint8_t count;
    struct element elements[SAYING_ELEMENTS];
    struct value value;
};

/* Which words belong to a class, and which classes a word belongs to. */
struct word_classes {
    const uint16_t *at;
    size_t count;
};

/* Classes that the engine itself asks for. */
enum saying_class { CLASS_TOWN, CLASS_DEPT, CLASS_NOT, CLASS_NOT_FAR, CLASS_MUTE, CLASS_IF, CLASS_COUNT };

struct sayings {
    struct arena arena;
    struct lexicon lexicon;
    struct saying *at;
    size_t count;
    struct word_classes *words; /* by word of the lexicon, then by slot */
    uint64_t *class_bits;       /* the same as a bit for each word and class: `bit_words` of them a word */
    size_t bit_words;
    const uint16_t **begun_by; /* by class: the sayings that begin with it, the count first */
    size_t class_count;
    uint16_t classes[CLASS_COUNT];
};

/* Compiles sayings.def. QUANZE_INTERNAL when memory ran out or a pattern is not well made, which it then names. */
quanze_status sayings_open(struct sayings *out, struct quanze_error *error);
void sayings_close(struct sayings *sayings);

/* A word or mention in the text. */
struct hit {
    struct span span;
    uint32_t word;    /* of the lexicon, or behind those a slot */
    uint32_t mention; /* index, of slots */
};

struct hits {
    struct hit *at; /* by where they begin; longer ones first */
    size_t count;
    uint32_t *first; /* for each point and the end: the first hit that begins there or behind */
};

/* All words and mentions of a paper whose own title stands at `title`, in the arena. False when memory ran out. */
bool hits_find(const struct sayings *sayings, const struct paper *paper, const struct mentions *mentions, struct span title,
               struct arena *arena, struct hits *out);

static inline bool hit_is(const struct sayings *sayings, const struct hit *hit, uint16_t class) {
    return (sayings->class_bits[hit->word * sayings->bit_words + class / 64] >> (class % 64)) & 1;
}

/* A place where a pattern holds. */
struct said {
    const struct saying *saying;
    struct span span;
    bool negated;
    struct span shown; /* the same words, with what denies them before them */
    struct span captures[SAYING_CAPTURES];
    uint32_t tails[SAYING_CAPTURES];    /* where the element behind a phrase ends */
    uint32_t mentions[SAYING_CAPTURES]; /* index of the mention in a slot, or UINT32_MAX for a phrase */
    struct span gaps[SAYING_ELEMENTS];  /* between its words; where a "not" counts */
};

struct all_said {
    struct said *at;
    size_t count;
};

/* What a notice says: for each saying at most SAID_MOST places, in their order. */
#define SAID_MOST 48

struct match_input {
    const struct sayings *sayings;
    const struct paper *paper;
    const struct hits *hits;
    struct span title; /* where the notice's own title stands */
};

bool said_find(const struct match_input *input, struct arena *arena, struct all_said *out);

#endif
