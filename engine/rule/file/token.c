#include <rule/file/token.h>

static bool is_name_byte(char c, bool first) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return letter || (!first && c >= '0' && c <= '9');
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static char byte_at(struct str source, size_t at) { return at < source.length ? source.at[at] : '\0'; }

/* The level of a long bracket "[==[" at `at`, or -1. */
static int bracket_level(struct str source, size_t at) {
    if (byte_at(source, at) != '[') return -1;
    size_t end = at + 1;
    while (byte_at(source, end) == '=') end++;
    return byte_at(source, end) == '[' ? (int)(end - at - 1) : -1;
}

static size_t bracket_end(struct str source, size_t at, int level) {
    for (at += (size_t)level + 2; at < source.length; at++) {
        if (source.at[at] != ']') continue;
        size_t end = at + 1;
        while (byte_at(source, end) == '=') end++;
        if (byte_at(source, end) == ']' && (int)(end - at - 1) == level) return end + 1;
    }
    return source.length;
}

static size_t quoted_end(struct str source, size_t at) {
    char quote = source.at[at++];
    while (at < source.length && source.at[at] != quote && source.at[at] != '\n') at += source.at[at] == '\\' ? 2 : 1;
    return at < source.length ? at + 1 : source.length;
}

static size_t after_blank(struct str source, size_t at) {
    while (at < source.length) {
        if (is_blank(source.at[at])) {
            at++;
        } else if (source.at[at] == '-' && byte_at(source, at + 1) == '-') {
            int level = bracket_level(source, at + 2);
            if (level >= 0)
                at = bracket_end(source, at + 2, level);
            else
                while (at < source.length && source.at[at] != '\n') at++;
        } else {
            break;
        }
    }
    return at;
}

static size_t number_end(struct str source, size_t at) {
    while (is_name_byte(byte_at(source, at), false) || byte_at(source, at) == '.' ||
           ((byte_at(source, at) == '-' || byte_at(source, at) == '+') && strchr("eEpP", source.at[at - 1]) != NULL))
        at++;
    return at;
}

/* "..." is the only sign of three bytes. */
static size_t sign_end(struct str source, size_t at) {
    char first = source.at[at], second = byte_at(source, at + 1);
    if (first == '.' && second == '.') return byte_at(source, at + 2) == '.' ? at + 3 : at + 2;
    bool doubled = first == second && strchr("=/:<>", first) != NULL;
    bool compared = second == '=' && strchr("~<>", first) != NULL;
    return first != '\0' && (doubled || compared) ? at + 2 : at + 1;
}

/* Where the token that starts at `at` ends; `*kind` is what it is. */
static size_t token_end(struct str source, size_t at, enum token_kind *kind) {
    char c = source.at[at];
    int level = bracket_level(source, at);
    if (is_name_byte(c, true)) {
        *kind = TOKEN_NAME;
        while (is_name_byte(byte_at(source, at), false)) at++;
        return at;
    }
    if (is_digit(c) || (c == '.' && is_digit(byte_at(source, at + 1)))) {
        *kind = TOKEN_NUMBER;
        return number_end(source, at + 1);
    }
    if (c != '"' && c != '\'' && level < 0) {
        *kind = TOKEN_SIGN;
        return sign_end(source, at);
    }
    *kind = TOKEN_TEXT;
    return level >= 0 ? bracket_end(source, at, level) : quoted_end(source, at);
}

struct token token_next(struct str source, size_t *offset) {
    size_t at = after_blank(source, *offset);
    struct token token = {.kind = TOKEN_END, .offset = at};
    *offset = at;
    if (at >= source.length) return token;
    *offset = token_end(source, at, &token.kind);
    token.text = (struct str){source.at + at, *offset - at};
    return token;
}

bool token_is(struct token token, const char *text) {
    if (token.kind != TOKEN_NAME && token.kind != TOKEN_SIGN) return false;
    return token.text.at[0] == text[0] && str_equal(token.text, str_of(text));
}
