/* json_text.c - JSON strings, most of them without a single escape and half of them Chinese: both run fast. */
#include <read/json_text.h>

static bool follows(const char *at) { return ((unsigned char)*at & 0xC0) == 0x80; }

/* Whether a word that is a window on characters of three bytes is well-formed; `lead` has 0x01 where lead bytes stand.
 * 0xE0 and 0xED, whose second byte is not free, count as not: they go the slow way. */
static bool is_wide_word(uint64_t word, uint64_t lead) {
    uint64_t nibble = word & lead * 0x0F;
    uint64_t regular = (nibble + lead * 0x0F) & ((nibble ^ lead * 0x0D) + lead * 0x0F) & lead * 0x10;
    uint64_t mask = JSON_EACH(0xC0) | lead * 0xF0, form = JSON_EACH(0x80) | lead * 0xE0;
    return (word & mask) == form && regular == lead * 0x10;
}

/* Eight characters of three bytes: three words, in each of which the lead bytes stand elsewhere. */
static bool is_wide_block(const char *at) {
    return is_wide_word(json_text_word(at), UINT64_C(0x0001000001000001)) &&
           is_wide_word(json_text_word(at + 8), UINT64_C(0x0100000100000100)) &&
           is_wide_word(json_text_word(at + 16), UINT64_C(0x0000010000010000));
}

/* Characters of three bytes, which Chinese is made of. Stops at anything else. */
static const char *skip_three(const char *at, const char *end) {
    while (end - at >= 24 && is_wide_block(at)) at += 24;
    for (; end - at >= 3; at += 3) {
        unsigned char lead = (unsigned char)at[0], second = (unsigned char)at[1];
        if ((lead & 0xF0) != 0xE0 || !follows(at + 1) || !follows(at + 2)) break;
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) break;
    }
    return at;
}

/* Whether a character of four bytes stands here. Source: Unicode 15, table 3-7. */
static bool is_four(const char *at, const char *end) {
    unsigned char lead = (unsigned char)at[0];
    if (lead < 0xF0 || lead > 0xF4 || end - at < 4) return false;
    if (!follows(at + 1) || !follows(at + 2) || !follows(at + 3)) return false;
    unsigned char second = (unsigned char)at[1];
    return lead == 0xF0 ? second >= 0x90 : lead != 0xF4 || second <= 0x8F;
}

/* Bytes of the character of two or four bytes at `at`, or 0. */
static size_t rare_length(const char *at, const char *end) {
    unsigned char lead = (unsigned char)at[0];
    if (lead >= 0xC2 && lead <= 0xDF) return end - at >= 2 && follows(at + 1) ? 2 : 0;
    return is_four(at, end) ? 4 : 0;
}

static const char *skip_wide(const char *at, const char *end, struct json_span *out) {
    const char *behind = skip_three(at, end);
    out->wide += (size_t)(behind - at) / 3 * 2;
    if (behind != at) return behind;
    size_t length = rare_length(at, end);
    out->wide += length ? length - 1 : 0;
    return at + length;
}

static enum json_fault end_scan(struct json_span *out, const char *at, enum json_fault fault) {
    out->end = at;
    return fault;
}

enum json_fault json_text_scan(const char *at, const char *end, struct json_span *out) {
    *out = (struct json_span){.end = at};
    for (;;) {
        at = json_text_skip(at, end);
        if (at == end) return end_scan(out, at, JSON_OPEN);
        if (*at == '"') return end_scan(out, at, JSON_FINE);
        if (*at == '\\') {
            out->has_escapes = true;
            if (end - at < 2) return end_scan(out, end, JSON_OPEN);
            at += at[1] == '"' || at[1] == '\\' ? 2 : 1;
            continue;
        }
        if (*at == '\n') return end_scan(out, at, JSON_OPEN);
        if ((unsigned char)*at < 0x20) return end_scan(out, at, JSON_CONTROL);
        const char *behind = skip_wide(at, end, out);
        if (behind == at) return end_scan(out, at, JSON_UTF8);
        at = behind;
    }
}

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The four digits behind a \u, or -1. */
static int32_t read_hex(const char *at, const char *end) {
    if (end - at < 4) return -1;
    int32_t unit = 0;
    for (int i = 0; i < 4; i++) {
        int digit = hex_digit(at[i]);
        if (digit < 0) return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

static size_t put_point(char *out, int32_t point) {
    if (point < 0x80) return out[0] = (char)point, 1;
    size_t length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--, point >>= 6) out[i] = (char)(0x80 | (point & 0x3F));
    out[0] = (char)((0xF00 >> length & 0xF0) | point);
    return length;
}

/* Reads the \u at `*at`, with its second half where it is a pair, and moves behind it. */
static enum json_fault read_unicode(const char **at, const char *end, int32_t *point) {
    *point = read_hex(*at + 2, end);
    if (*point < 0) return JSON_ESCAPE;
    *at += 6;
    if (*point == 0) return JSON_NUL;
    if (*point < 0xD800 || *point > 0xDFFF) return JSON_FINE;
    bool pair = *point < 0xDC00 && end - *at >= 6 && (*at)[0] == '\\' && (*at)[1] == 'u';
    int32_t low = pair ? read_hex(*at + 2, end) : -1;
    if (low < 0xDC00 || low > 0xDFFF) return JSON_SURROGATE;
    *point = 0x10000 + ((*point - 0xD800) << 10) + (low - 0xDC00);
    *at += 6;
    return JSON_FINE;
}

static enum json_fault read_escape(const char **at, const char *end, int32_t *point) {
    static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    if ((*at)[1] == 'u') return read_unicode(at, end, point);
    const char *name = memchr(names, (*at)[1], sizeof names - 1);
    if (!name) return JSON_ESCAPE;
    *point = values[name - names];
    *at += 2;
    return JSON_FINE;
}

enum json_fault json_text_decode(struct str inside, struct arena *arena, struct str *out, const char **where) {
    char *text = arena_take(arena, inside.length + 1);
    if (!text) return JSON_MEMORY;
    const char *at = inside.at, *end = inside.at + inside.length;
    size_t length = 0;
    while (at < end) {
        const char *escape = memchr(at, '\\', (size_t)(end - at));
        size_t run = (size_t)((escape ? escape : end) - at);
        memcpy(text + length, at, run);
        length += run;
        at += run;
        if (!escape) break;
        int32_t point;
        enum json_fault fault = read_escape(&at, end, &point);
        *where = escape;
        if (fault != JSON_FINE) return fault;
        length += put_point(text + length, point);
    }
    text[length] = '\0';
    *out = (struct str){text, length};
    return JSON_FINE;
}
