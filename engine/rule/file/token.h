/* token.h - the words of a Lua text. Source: Lua 5.4 reference manual, 3.1. */
#ifndef RULE_TOKEN_H
#define RULE_TOKEN_H

#include <base/str.h>

enum token_kind { TOKEN_END, TOKEN_NAME, TOKEN_TEXT, TOKEN_NUMBER, TOKEN_SIGN };

struct token {
    enum token_kind kind;
    struct str text; /* as written; a TOKEN_TEXT with its quotes */
    size_t offset;
};

/* The token at or after `*offset`, which moves behind it. What is not Lua gives one-byte signs; an unfinished text or comment
 * ends at the end. */
struct token token_next(struct str source, size_t *offset);

/* Whether the token is this keyword or sign. */
bool token_is(struct token token, const char *text);

#endif
