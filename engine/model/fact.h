/* fact.h - the fact table as data.
 *
 * Readers, the rules' view, the schemas, the CSV heads, `quanze help facts` and later the ledger and the form are
 * made from it. A fact's name is its path in a task file: "funds.provided" is `provided` under `funds`.
 */
#ifndef MODEL_FACT_H
#define MODEL_FACT_H

#include <model/value.h>

enum fact_id {
#define FACT(id, ...) FACT_ID_##id,
#define FIELD(id, parent, ...)
#include <model/fact.def>
#undef FACT
#undef FIELD
    FACT_COUNT_ALL
};

enum fact_absence { ABSENCE_OPEN, ABSENCE_CLOSED, ABSENCE_SOURCE, ABSENCE_DERIVED, ABSENCE_HISTORY, ABSENCE_MONTH };

/* Whether a task can state the fact: it is not worked out, nor told by the past or the audit. */
static inline bool absence_is_stated(enum fact_absence absence) {
    return absence == ABSENCE_OPEN || absence == ABSENCE_CLOSED || absence == ABSENCE_SOURCE;
}

/* One word of a closed vocabulary. */
struct choice {
    struct str name, zh, en;
};

struct choices {
    const struct choice *at;
    size_t count;
};

/* Indices into the vocabularies that the engine itself must know. Checked against choice.def by a test. */
enum { HOW_DECLARED, HOW_MATCHED, HOW_NONE };
enum { VILLAGE_AUTONOMOUS, VILLAGE_ASSISTING, VILLAGE_EXCLUDED };
enum { ITEM_BASIC, ITEM_COOPERATIVE, ITEM_RECALLED };
enum { ROLE_MAIN, ROLE_COOPERATING };

/* A field of a record-typed fact. */
struct field_info {
    struct str name, zh, en, unit, meaning_zh, meaning_en;
    enum fact_type type;
    struct choices choices;
};

struct fact_info {
    struct str name, zh, en, unit, meaning_zh, meaning_en;
    enum fact_type type;
    enum fact_absence absence;
    struct choices choices;          /* empty for types without */
    const struct choice *ask;        /* who can supply it */
    const struct field_info *fields; /* of FACT_RECORDS, `field_count` of them */
    size_t field_count;
};

/* The whole table, FACT_COUNT_ALL rows, in the order of fact.def. */
const struct fact_info *fact_table(void);

static inline const struct fact_info *fact_at(size_t id) { return &fact_table()[id]; }

/* Id of a name, or -1. "task_kind" is another name of "kind", as rules call it. */
int fact_find(struct str name);

/* Id of a name or of a Chinese label (CSV heads), or -1. */
int fact_find_label(struct str label);

/* Nearest name for "did you mean", or -1. */
int fact_nearest(struct str name);

/* Index of a word (its name, or its Chinese label) in a vocabulary, or -1. */
int choice_find(struct choices choices, struct str word);
int choice_nearest(struct choices choices, struct str word);

/* A vocabulary by its set name in choice.def, such as "POWER"; empty when there is none. */
struct choices choices_of(const char *set);

/* A set of facts. */
#define FACT_WORDS ((FACT_COUNT_ALL + 63) / 64)
struct fact_set {
    uint64_t words[FACT_WORDS];
};

static inline void fact_set_add(struct fact_set *set, size_t id) { set->words[id / 64] |= UINT64_C(1) << (id % 64); }
static inline void fact_set_drop(struct fact_set *set, size_t id) { set->words[id / 64] &= ~(UINT64_C(1) << (id % 64)); }
static inline bool fact_set_has(const struct fact_set *set, size_t id) { return (set->words[id / 64] >> (id % 64)) & 1; }
static inline bool fact_set_covers(const struct fact_set *set, const struct fact_set *part) {
    uint64_t missing = 0;
    for (size_t i = 0; i < FACT_WORDS; i++) missing |= part->words[i] & ~set->words[i];
    return missing == 0;
}

#endif
