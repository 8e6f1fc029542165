#include <base/utf8.h>
#include <utf8proc.h>

/* Whether `second` may follow `lead`: overlong forms, surrogates and what lies above U+10FFFF begin with other pairs. */
static bool second_fits(unsigned char lead, unsigned char second) {
    switch (lead) {
    case 0xE0: return second >= 0xA0 && second <= 0xBF;
    case 0xED: return second >= 0x80 && second <= 0x9F;
    case 0xF0: return second >= 0x90 && second <= 0xBF;
    case 0xF4: return second >= 0x80 && second <= 0x8F;
    default: return (second & 0xC0) == 0x80;
    }
}

/* Bytes of the well-formed character at `at`, or 0. Source: Unicode 15, table 3-7. */
static size_t well_formed(const unsigned char *at, size_t left) {
    const unsigned char lead = at[0];
    if (lead < 0x80) return lead != 0;
    const size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || left < length || !second_fits(lead, at[1])) return 0;
    for (size_t i = 2; i < length; i++)
        if ((at[i] & 0xC0) != 0x80) return 0;
    return length;
}

/* Whether the eight bytes are all in 0x01..0x7F: the common case of keys and numbers, told in one step. */
static bool eight_ascii(const unsigned char *at) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
    const uint64_t high = UINT64_C(0x8080808080808080), ones = UINT64_C(0x0101010101010101);
    return ((word | (word - ones)) & high) == 0;
}

ptrdiff_t utf8_invalid_at(struct str text) {
    const unsigned char *bytes = (const unsigned char *)text.at;
    for (size_t at = 0; at < text.length;) {
        if (text.length - at >= 8 && eight_ascii(bytes + at)) {
            at += 8;
            continue;
        }
        const size_t length = well_formed(bytes + at, text.length - at);
        if (length == 0) return (ptrdiff_t)at;
        at += length;
    }
    return -1;
}

size_t utf8_length(struct str text) {
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) length += ((unsigned char)text.at[i] & 0xC0) != 0x80;
    return length;
}

static size_t point_width(int32_t point) {
    const int width = utf8proc_charwidth(point);
    return width > 0 ? (size_t)width : 0;
}

size_t utf8_width(struct str text) {
    size_t width = 0, offset = 0;
    for (int32_t point; (point = utf8_next(text, &offset)) >= 0;) width += point_width(point);
    return width;
}

struct str utf8_fit(struct str text, size_t columns) {
    size_t width = 0, offset = 0, end = 0;
    for (int32_t point; (point = utf8_next(text, &offset)) >= 0; end = offset) {
        width += point_width(point);
        if (width > columns) break;
    }
    return (struct str){text.at, end};
}

/* Characters of most papers: what they fold to is known without tables of Unicode. The commonest range stands first.
 * A test compares this with utf8proc's answer for every character. */
static const struct {
    int32_t first, last, shift;
} plain_ranges[] = {{0x4E00, 0x9FFF, 0}, /* ideographs */
                    {'a', '~', 0},
                    {'!', '@', 0},
                    {'A', 'Z', 'a' - 'A'},
                    {'[', '`', 0},
                    {0x3001, 0x3029, 0},       /* 、。《》〔〕 and their like */
                    {0x201C, 0x201D, 0},       /* “ ” */
                    {0x2014, 0x2014, 0},       /* — */
                    {0xFF01, 0xFF20, -0xFEE0}, /* full-width ASCII */
                    {0xFF21, 0xFF3A, 'a' - 'A' - 0xFEE0},
                    {0xFF3B, 0xFF5E, -0xFEE0}};

static bool is_plain_space(int32_t point) { return point == ' ' || (point >= '\t' && point <= '\r') || point == 0x3000; }

/* What a plain character folds to; 0 = dropped, -1 = not plain. */
static int32_t plain_fold(int32_t point) {
    for (size_t i = 0; i < sizeof plain_ranges / sizeof *plain_ranges; i++)
        if (point >= plain_ranges[i].first && point <= plain_ranges[i].last) return point + plain_ranges[i].shift;
    return is_plain_space(point) ? 0 : -1;
}

/* Whether the bytes at `at` are an ideograph of U+4E00..U+9FFF, which folds to itself. `left` is at least 1. */
static bool is_ideograph(const unsigned char *at, size_t left) {
    return left >= 3 && at[0] >= 0xE4 && at[0] <= 0xE9 && (at[0] > 0xE4 || at[1] >= 0xB8);
}

/* Folds plain text in one pass; false when a character needs utf8proc. `out` has room for the text's bytes. */
static bool fold_plain(struct str text, char *out, size_t *length) {
    size_t offset = 0, end = 0;
    while (offset < text.length) {
        if (is_ideograph((const unsigned char *)text.at + offset, text.length - offset)) {
            memcpy(out + end, text.at + offset, 3);
            offset += 3;
            end += 3;
            continue;
        }
        int32_t point = utf8_next(text, &offset);
        point = plain_fold(point);
        if (point < 0) return false;
        if (point) end += (size_t)utf8proc_encode_char(point, (unsigned char *)out + end);
    }
    *length = end;
    return true;
}

static bool is_space(int32_t point) {
    const utf8proc_category_t category = utf8proc_category(point);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP ||
           (point >= '\t' && point <= '\r') || point == 0x85;
}

/* utf8proc's own map function would allocate by itself, so its steps are taken here, in the arena. */
static struct str fold_any(struct arena *arena, struct str text) {
    const struct str none = {NULL, 0};
    const utf8proc_option_t options =
        UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
    const unsigned char *bytes = (const unsigned char *)text.at;
    if (text.length > PTRDIFF_MAX / 32) return none;
    const utf8proc_ssize_t needed = utf8proc_decompose(bytes, (utf8proc_ssize_t)text.length, NULL, 0, options);
    if (needed < 0) return none;
    int32_t *points = arena_take_array(arena, (size_t)needed + 1, sizeof *points);
    if (!points) return none;
    if (utf8proc_decompose(bytes, (utf8proc_ssize_t)text.length, points, needed, options) != needed) return none;
    utf8proc_ssize_t kept = 0;
    for (utf8proc_ssize_t i = 0; i < needed; i++)
        if (!is_space(points[i])) points[kept++] = points[i];
    const utf8proc_ssize_t length = utf8proc_reencode(points, kept, options);
    return length < 0 ? none : (struct str){(char *)points, (size_t)length};
}

struct str utf8_fold(struct arena *arena, struct str text) {
    char *out = arena_take(arena, text.length + 1);
    size_t length = 0;
    if (!out) return (struct str){NULL, 0};
    if (!fold_plain(text, out, &length)) return fold_any(arena, text);
    out[length] = '\0';
    return (struct str){out, length};
}
