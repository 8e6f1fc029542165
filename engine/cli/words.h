/* words.h - every sentence of the command, Chinese and English side by side in words.def. */
#ifndef CLI_WORDS_H
#define CLI_WORDS_H

#include <base/buf.h>
#include <base/error.h>

enum word {
#define WORD(id, zh, en) WORD_##id,
#include <cli/words.def>
#undef WORD
    WORD_COUNT
};

/* The sentence as it stands, with its gaps. */
const char *word_text(enum word word, quanze_language language);

/* Writes the sentence, each {} replaced by the next of at most `count` texts. */
void word_put(struct buf *out, enum word word, quanze_language language, const char *const *texts, size_t count);

#endif
