#include <http/phrase.h>

static const struct {
    struct str name, text[2];
} PHRASES[PHRASE_COUNT] = {
#define PHRASE(id, zh, en) {STR_INIT(#id), {STR_INIT(zh), STR_INIT(en)}},
#include <http/phrases.def>
#undef PHRASE
};

struct str phrase_text(enum phrase phrase, quanze_language language) {
    return PHRASES[phrase].text[language == QUANZE_ZH ? 0 : 1];
}

int phrase_find(struct str name) {
    for (int i = 0; i < PHRASE_COUNT; i++)
        if (str_equal(PHRASES[i].name, name)) return i;
    return -1;
}
