#include <model/fact.h>

/* The vocabularies: an array each, ended by an empty word so that the empty set NONE is one as well. */
#define CHOICES(set) static const struct choice choices_##set[] = {
#define CHOICE(set, value, zh_label, en_label) {STR_INIT(value), STR_INIT(zh_label), STR_INIT(en_label)},
#define CHOICES_END(set)                                                                                                       \
    {                                                                                                                          \
        {"", 0}, {"", 0}, { "", 0 }                                                                                            \
    }                                                                                                                          \
    }                                                                                                                          \
    ;
#include <model/choice.def>
CHOICES(NONE)
CHOICES_END(NONE)
#undef CHOICES
#undef CHOICE
#undef CHOICES_END

#define CHOICES_OF(set)                                                                                                        \
    { choices_##set, sizeof choices_##set / sizeof *choices_##set - 1 }

struct choice_set {
    const char *name;
    struct choices choices;
};

static const struct choice_set choice_sets[] = {
#define CHOICES(set) {#set, CHOICES_OF(set)},
#define CHOICE(...)
#define CHOICES_END(set)
#include <model/choice.def>
#undef CHOICES
#undef CHOICE
#undef CHOICES_END
};

/* Who can be asked, in the order of the set ASK; a test compares the names. */
enum {
    ASK_issuer,
    ASK_county_department,
    ASK_township,
    ASK_gatekeeper,
    ASK_bianban,
    ASK_burden_office,
    ASK_finance_bureau,
    ASK_statistics_bureau,
    ASK_justice_bureau,
    ASK_maintainer,
    ASK_ledger
};

static const struct field_info fields[] = {
#define FACT(...)
#define FIELD(id, parent, name, type, unit, set, zh, en, meaning_zh, meaning_en)                                               \
    {STR_INIT(name),       STR_INIT(zh),         STR_INIT(en), STR_INIT(unit),                                                 \
     STR_INIT(meaning_zh), STR_INIT(meaning_en), FACT_##type,  CHOICES_OF(set)},
#include <model/fact.def>
#undef FACT
#undef FIELD
};

/* FIRST_FIELD_x is how many fields stand before fact x in fact.def: a fact hands its own number on to what follows. */
enum {
#define FACT(id, ...) FIRST_FIELD_##id, BEFORE_FIELDS_##id = FIRST_FIELD_##id - 1,
#define FIELD(id, ...) FIELD_##id,
#include <model/fact.def>
#undef FACT
#undef FIELD
};

/* A struct for each fact with a byte for each of its fields: its size counts them. */
struct fields_of_nothing {
    char head;
#define FACT(id, ...)                                                                                                          \
    }                                                                                                                          \
    ;                                                                                                                          \
    struct fields_of_##id {                                                                                                    \
        char head;
#define FIELD(id, ...) char field_##id;
#include <model/fact.def>
#undef FACT
#undef FIELD
};

static const struct fact_info facts[FACT_COUNT_ALL] = {
#define FACT(id, name, type, unit, set, asked, absent, zh, en, meaning_zh, meaning_en)                                         \
    {STR_INIT(name),                                                                                                           \
     STR_INIT(zh),                                                                                                             \
     STR_INIT(en),                                                                                                             \
     STR_INIT(unit),                                                                                                           \
     STR_INIT(meaning_zh),                                                                                                     \
     STR_INIT(meaning_en),                                                                                                     \
     FACT_##type,                                                                                                              \
     ABSENCE_##absent,                                                                                                         \
     CHOICES_OF(set),                                                                                                          \
     &choices_ASK[ASK_##asked],                                                                                                \
     &fields[FIRST_FIELD_##id],                                                                                                \
     sizeof(struct fields_of_##id) - 1},
#define FIELD(...)
#include <model/fact.def>
#undef FACT
#undef FIELD
};

const struct fact_info *fact_table(void) { return facts; }

int fact_find(struct str name) {
    if (str_equal(name, STR("task_kind"))) return FACT_ID_KIND;
    for (int id = 0; id < FACT_COUNT_ALL; id++)
        if (str_equal(facts[id].name, name)) return id;
    return -1;
}

int fact_find_label(struct str label) {
    const int by_name = fact_find(label);
    if (by_name >= 0) return by_name;
    for (int id = 0; id < FACT_COUNT_ALL; id++)
        if (str_equal(facts[id].zh, label)) return id;
    return -1;
}

int fact_nearest(struct str name) {
    struct str names[FACT_COUNT_ALL];
    for (int id = 0; id < FACT_COUNT_ALL; id++) names[id] = facts[id].name;
    return (int)str_nearest(name, names, FACT_COUNT_ALL);
}

int choice_find(struct choices choices, struct str word) {
    for (size_t i = 0; i < choices.count; i++)
        if (str_equal(choices.at[i].name, word) || str_equal(choices.at[i].zh, word)) return (int)i;
    return -1;
}

enum { LARGEST_SET = 128 };

#define CHOICES(set)                                                                                                           \
    _Static_assert(sizeof choices_##set / sizeof *choices_##set <= LARGEST_SET, "choice_nearest has room for " #set);
#define CHOICE(...)
#define CHOICES_END(set)
#include <model/choice.def>
#undef CHOICES
#undef CHOICE
#undef CHOICES_END

int choice_nearest(struct choices choices, struct str word) {
    struct str names[LARGEST_SET], labels[LARGEST_SET];
    const size_t count = choices.count < LARGEST_SET ? choices.count : LARGEST_SET;
    for (size_t i = 0; i < count; i++) names[i] = choices.at[i].name, labels[i] = choices.at[i].zh;
    const int by_name = (int)str_nearest(word, names, count);
    return by_name >= 0 ? by_name : (int)str_nearest(word, labels, count);
}

struct choices choices_of(const char *set) {
    for (size_t i = 0; i < sizeof choice_sets / sizeof *choice_sets; i++)
        if (strcmp(choice_sets[i].name, set) == 0) return choice_sets[i].choices;
    return (struct choices){NULL, 0};
}
