#include <cli/words.h>

static const char *const WORDS[WORD_COUNT][2] = {
#define WORD(id, zh, en) {zh, en},
#include <cli/words.def>
#undef WORD
};

const char *word_text(enum word word, quanze_language language) { return WORDS[word][language == QUANZE_ZH ? 0 : 1]; }

void word_put(struct buf *out, enum word word, quanze_language language, const char *const *texts, size_t count) {
    struct str rest = str_of(word_text(word, language));
    size_t next = 0;
    for (ptrdiff_t gap; next < count && (gap = str_find(rest, STR("{}"))) >= 0; next++) {
        buf_put(out, (struct str){rest.at, (size_t)gap});
        buf_put_text(out, texts[next]);
        rest.at += gap + 2;
        rest.length -= (size_t)gap + 2;
    }
    buf_put(out, rest);
}
