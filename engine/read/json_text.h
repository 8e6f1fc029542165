/* json_text.h - JSON strings: where they end, whether they are UTF-8, what their escapes mean. Source: RFC 8259 section 7. */
#ifndef READ_JSON_TEXT_H
#define READ_JSON_TEXT_H

#include <base/arena.h>

#define JSON_EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Eight bytes, the first one lowest. */
static inline uint64_t json_text_word(const char *at) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

/* Bit 7 is set in bytes that end a run of plain ASCII: a control character, a quote, a backslash or a lead byte. The lowest
 * one set is exact; a borrow may also set those above it. */
static inline uint64_t json_text_stops(uint64_t word) {
    uint64_t quote = word ^ JSON_EACH('"'), backslash = word ^ JSON_EACH('\\');
    return ((word - JSON_EACH(0x20)) | (quote - JSON_EACH(1)) | (backslash - JSON_EACH(1)) | word) & JSON_EACH(0x80);
}

/* Moves over plain ASCII; inline because keys and most values are nothing else. */
static inline const char *json_text_skip(const char *at, const char *end) {
    for (; end - at >= 8; at += 8) {
        uint64_t stops = json_text_stops(json_text_word(at));
        if (stops) return at + __builtin_ctzll(stops) / 8;
    }
    while (at < end && (unsigned char)*at >= 0x20 && (unsigned char)*at < 0x80 && *at != '"' && *at != '\\') at++;
    return at;
}

/* One string's inside. `wide` counts the bytes that are not the first of their character, so that a column can be told. */
struct json_span {
    const char *end;
    size_t wide;
    bool has_escapes;
};

/* Why a string cannot be read. A line end within it counts as an open quote. */
enum json_fault { JSON_FINE, JSON_OPEN, JSON_CONTROL, JSON_UTF8, JSON_ESCAPE, JSON_SURROGATE, JSON_NUL, JSON_MEMORY };

/* Runs from behind the opening quote to the closing one. On a fault `out->end` is where it stands. */
enum json_fault json_text_scan(const char *at, const char *end, struct json_span *out);

/* The text that the inside of a scanned string stands for, in the arena. On a fault `*where` is the escape. */
enum json_fault json_text_decode(struct str inside, struct arena *arena, struct str *out, const char **where);

#endif
