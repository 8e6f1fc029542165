#include <base/str.h>
#include <base/utf8.h>

int str_compare(struct str a, struct str b) {
    const size_t common = a.length < b.length ? a.length : b.length;
    const int order = common ? memcmp(a.at, b.at, common) : 0;
    if (order) return order;
    return (a.length > b.length) - (a.length < b.length);
}

ptrdiff_t str_find(struct str hay, struct str needle) {
    if (needle.length == 0) return 0;
    if (needle.length > hay.length) return -1;
    /* Nearly every Chinese character begins with one of six bytes; what follows them tells far more. */
    const size_t telling = needle.length > 1 && (unsigned char)needle.at[0] >= 0xC0 ? 1 : 0;
    const char *at = hay.at + telling, *last = at + (hay.length - needle.length);
    while (at <= last) {
        at = memchr(at, needle.at[telling], (size_t)(last - at) + 1);
        if (!at) return -1;
        if (str_equal((struct str){at - telling, needle.length}, needle)) return at - telling - hay.at;
        at++;
    }
    return -1;
}

/* The last byte first: names in Chinese often begin with the same one. */
bool str_starts_with(struct str text, struct str prefix) {
    const size_t length = prefix.length;
    if (text.length < length) return false;
    return length == 0 || (text.at[length - 1] == prefix.at[length - 1] && memcmp(text.at, prefix.at, length) == 0);
}

static const struct str ideographic_space = {"\xE3\x80\x80", 3};

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* Bytes of the white space that `text` begins with: 0, 1 or 3. */
static size_t space_at_start(struct str text) {
    if (text.length && is_space(text.at[0])) return 1;
    return str_starts_with(text, ideographic_space) ? ideographic_space.length : 0;
}

static size_t space_at_end(struct str text) {
    if (text.length && is_space(text.at[text.length - 1])) return 1;
    if (text.length < ideographic_space.length) return 0;
    const struct str tail = {text.at + text.length - ideographic_space.length, ideographic_space.length};
    return str_equal(tail, ideographic_space) ? ideographic_space.length : 0;
}

struct str str_trim(struct str text) {
    for (size_t space; (space = space_at_start(text)) != 0;) text = (struct str){text.at + space, text.length - space};
    for (size_t space; (space = space_at_end(text)) != 0;) text.length -= space;
    return text;
}

/* FNV-1a, then a finaliser that spreads the last bytes over all bits. */
uint64_t str_hash(struct str text) {
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < text.length; i++) hash = (hash ^ (unsigned char)text.at[i]) * UINT64_C(0x100000001b3);
    hash = (hash ^ (hash >> 32)) * UINT64_C(0xd6e8feb86659fd93);
    return hash ^ (hash >> 32);
}

enum { NEAR_MAX = 64 }; /* code points; longer names are never proposed */

/* Decodes at most NEAR_MAX code points; their number, or -1 when there are more. */
static int decode(struct str text, int32_t out[NEAR_MAX]) {
    int count = 0;
    size_t offset = 0;
    for (int32_t point; (point = utf8_next(text, &offset)) >= 0;) {
        if (count == NEAR_MAX) return -1;
        out[count++] = point;
    }
    return count;
}

static int least(int a, int b) { return a < b ? a : b; }

/* Steps from a to b: insert, drop, replace, or swap two neighbours. */
static int distance(const int32_t *a, int a_count, const int32_t *b, int b_count) {
    int rows[3][NEAR_MAX + 1] = {{0}};
    for (int j = 0; j <= b_count; j++) rows[0][j] = j;
    for (int i = 1; i <= a_count; i++) {
        int *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
        row[0] = i;
        for (int j = 1; j <= b_count; j++) {
            row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = least(row[j], two_above[j - 2] + 1);
        }
    }
    return rows[a_count % 3][b_count];
}

ptrdiff_t str_nearest(struct str wrong, const struct str *names, size_t count) {
    int32_t from[NEAR_MAX], to[NEAR_MAX];
    const int from_count = decode(wrong, from);
    int best = NEAR_MAX;
    ptrdiff_t nearest = -1;
    for (size_t i = 0; from_count > 0 && i < count; i++) {
        const int to_count = decode(names[i], to);
        if (to_count <= 0) continue;
        const int longer = from_count > to_count ? from_count : to_count;
        const int gap = longer - (from_count > to_count ? to_count : from_count);
        if (gap > longer / 3 || gap >= best) continue;
        const int steps = distance(from, from_count, to, to_count);
        if (steps > longer / 3 || steps >= best) continue;
        best = steps;
        nearest = (ptrdiff_t)i;
    }
    return nearest;
}
