/* messages.c - see messages.h. */
#include <model/fact.h>
#include <say/messages.h>

struct pair {
    struct str zh, en;
};

struct entry {
    struct str name;
    struct pair text;
};

#define MESSAGE(id, zh, en) {{zh, sizeof(zh) - 1}, {en, sizeof(en) - 1}},
#define UNIT(name, zh, one, many)
#define WORD(name, zh, en)
static const struct pair MESSAGES[] = {
#include <say/messages.def>
};
#undef MESSAGE
#undef UNIT

#define ENTRY(name, zh, en) {{name, sizeof(name) - 1}, {{zh, sizeof(zh) - 1}, {en, sizeof(en) - 1}}},
#define MESSAGE(id, zh, en)
#define UNIT(name, zh, one, many) ENTRY(name, zh, many)
static const struct entry UNITS[] = {
#include <say/messages.def>
};
#undef UNIT

#define UNIT(name, zh, one, many) {one, sizeof(one) - 1},
static const struct str ONES[] = {
#include <say/messages.def>
};
#undef UNIT
#undef WORD

#define UNIT(name, zh, one, many)
#define WORD(name, zh, en) ENTRY(name, zh, en)
static const struct entry WORDS[] = {
#include <say/messages.def>
};

static struct str pick(const struct pair *pair, quanze_language language) {
    return language == QUANZE_EN ? pair->en : pair->zh;
}

static const struct entry *entry_find(const struct entry *entries, size_t count, struct str name) {
    for (size_t i = 0; i < count; i++)
        if (str_equal(entries[i].name, name)) return &entries[i];
    return NULL;
}

struct str messages_text(enum message_id id, quanze_language language) {
    return pick(&MESSAGES[id], language);
}

void messages_fill(struct buf *out, enum message_id id, quanze_language language, const struct str *values, size_t count) {
    const struct str text = messages_text(id, language);
    size_t from = 0;
    for (size_t i = 0; i + 2 < text.length; i++) {
        const bool is_ending = i + 3 < text.length && text.at[i + 2] == 's' && text.at[i + 3] == '}';
        if (text.at[i] != '{' || (text.at[i + 2] != '}' && !is_ending)) continue;
        const size_t index = (size_t)(text.at[i + 1] - '1');
        buf_put(out, (struct str){text.at + from, i - from});
        if (index < count && is_ending)
            buf_put(out, str_equal(values[index], STR("1")) ? STR("") : STR("s"));
        else if (index < count)
            buf_put(out, values[index]);
        from = i + (is_ending ? 4 : 3);
        i = from - 1;
    }
    buf_put(out, (struct str){text.at + from, text.length - from});
}

struct str messages_unit(struct str unit, quanze_language language) {
    const struct entry *entry = entry_find(UNITS, sizeof UNITS / sizeof UNITS[0], unit);
    return entry ? pick(&entry->text, language) : unit;
}

struct str messages_unit_of(struct str unit, bool is_one, quanze_language language) {
    const struct entry *entry = entry_find(UNITS, sizeof UNITS / sizeof UNITS[0], unit);
    return is_one && language == QUANZE_EN && entry ? ONES[entry - UNITS] : messages_unit(unit, language);
}

/* Vocabularies in which a bare word is looked up; where two know it, they call it the same. */
static const char *const VOCABULARIES[] = {"TASK_KIND",     "ITEM_KIND", "POWER",  "POWER_MODE", "ISSUER_KIND",
                                           "DOCUMENT_FORM", "ROLE",      "PERIOD", "RANK",       "MEDIUM",
                                           "BASIS_KIND",    "GROUND",    "ORIGIN", "ASK"};

struct str messages_word(struct str word, quanze_language language) {
    /* The English names are ASCII: a word of the officials' own needs no search. */
    if (word.length == 0 || (unsigned char)word.at[0] >= 0x80) return word;
    const struct entry *entry = entry_find(WORDS, sizeof WORDS / sizeof WORDS[0], word);
    if (entry) return pick(&entry->text, language);
    for (size_t i = 0; i < sizeof VOCABULARIES / sizeof VOCABULARIES[0]; i++) {
        const struct choices choices = choices_of(VOCABULARIES[i]);
        for (size_t c = 0; c < choices.count; c++)
            if (str_equal(choices.at[c].name, word)) return language == QUANZE_EN ? choices.at[c].en : choices.at[c].zh;
    }
    return word;
}

struct str messages_word_called(struct str text) {
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++)
        if (str_equal(WORDS[i].text.zh, text) || str_equal(WORDS[i].text.en, text)) return WORDS[i].name;
    return text;
}
