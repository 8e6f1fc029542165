/* phrase.h - every sentence of the pages and the API, Chinese and English side by side in phrases.def. */
#ifndef HTTP_PHRASE_H
#define HTTP_PHRASE_H

#include <base/buf.h>
#include <quanze.h>

enum phrase {
#define PHRASE(id, zh, en) PHRASE_##id,
#include <http/phrases.def>
#undef PHRASE
    PHRASE_COUNT
};

struct str phrase_text(enum phrase phrase, quanze_language language);

/* The phrase of that name ("SIGN_IN"), or -1. */
int phrase_find(struct str name);

#endif
