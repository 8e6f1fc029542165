/* shingle.c - see shingle.h. */
#include <match/shingle.h>

#include <base/utf8.h>

static bool is_punctuation(int32_t c) {
    if (c < 0x80) return !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
    return c == 0xA0 || c == 0xB7 || c == 0xD7 || (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F && c != 0x3007) ||
           c == 0xFEFF || (c >= 0xFE30 && c <= 0xFE4F);
}

/* Full-width forms to ASCII, ASCII to lower case: NFKC for the characters that notices really mix. */
static int32_t folded(int32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

static bool is_mask(int32_t c) { return c == 0x67D0 /* 某 */ || c == 'x' || c == 0x25CB /* ○ */ || c == 0x3007 /* 〇 */; }

static size_t place_at(struct str text, size_t offset, const struct str *places, size_t place_count) {
    const struct str rest = {text.at + offset, text.length - offset};
    for (size_t i = 0; i < place_count; i++) {
        const size_t last = places[i].length - 1; /* told apart by their ends: first bytes of Chinese names are few */
        if (places[i].length > 0 && last < rest.length && places[i].at[0] == rest.at[0] &&
            places[i].at[last] == rest.at[last] && str_starts_with(rest, places[i]))
            return places[i].length;
    }
    return 0;
}

int32_t shingle_next(struct str text, size_t *offset, const struct str *places, size_t place_count, bool *in_digits) {
    while (*offset < text.length) {
        size_t skipped = place_at(text, *offset, places, place_count);
        if (skipped > 0) {
            *offset += skipped;
            continue;
        }
        int32_t c = folded(utf8_next(text, offset));
        bool digit = c >= '0' && c <= '9';
        if (digit && *in_digits) continue;
        *in_digits = digit;
        if (digit) return '0';
        if (!is_punctuation(c) && !is_mask(c)) return c;
    }
    return -1;
}

static uint32_t hash_three(uint32_t a, uint32_t b, uint32_t c) {
    uint32_t hash = (a * 0x9E3779B1U) ^ (b * 0x85EBCA6BU) ^ (c * 0xC2B2AE35U);
    hash ^= hash >> 15;
    hash *= 0x2C1B3C6DU;
    return hash ^ (hash >> 13);
}

static size_t collect(struct str text, const struct str *places, size_t place_count, uint32_t *out, size_t capacity) {
    size_t offset = 0, count = 0, seen = 0;
    bool in_digits = false;
    int32_t c;
    uint32_t before = 0, middle = 0;
    while (count < capacity && (c = shingle_next(text, &offset, places, place_count, &in_digits)) >= 0) {
        if (++seen > 2) out[count++] = hash_three(before, middle, (uint32_t)c);
        before = middle;
        middle = (uint32_t)c;
    }
    return count;
}

void shingle_sort(uint32_t *at, uint32_t *scratch, size_t count) {
    enum { PASSES = 4 }; /* an even number: the last one ends in `at` */
    size_t start[PASSES][257] = {{0}};
    uint32_t *from = at, *to = scratch;
    for (size_t i = 0; i < count; i++)
        for (unsigned pass = 0; pass < PASSES; pass++) start[pass][((at[i] >> (8 * pass)) & 255) + 1]++;
    for (unsigned pass = 0; pass < PASSES; pass++) {
        for (size_t i = 0; i < 256; i++) start[pass][i + 1] += start[pass][i];
        for (size_t i = 0; i < count; i++) to[start[pass][(from[i] >> (8 * pass)) & 255]++] = from[i];
        uint32_t *const swapped = from;
        from = to;
        to = swapped;
    }
}

size_t shingle_set(struct str title, struct str body, const struct str *places, size_t place_count, uint32_t *out,
                   size_t capacity) {
    /* The second half of `out` is the sorting scratch. */
    size_t half = capacity / 2;
    size_t count = collect(title, places, place_count, out, half);
    count += collect(body, places, place_count, out + count, half - count);
    return shingle_unite(out, out + half, count);
}

size_t shingle_unite(uint32_t *at, uint32_t *scratch, size_t count) {
    size_t kept = 0;
    shingle_sort(at, scratch, count);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || at[kept - 1] != at[i]) at[kept++] = at[i];
    return kept;
}

uint32_t shingle_whole(struct str text, const struct str *places, size_t place_count) {
    size_t offset = 0, count = 0;
    bool in_digits = false;
    uint32_t hash = 0;
    for (int32_t c; (c = shingle_next(text, &offset, places, place_count, &in_digits)) >= 0; count++)
        hash = hash_three(hash, (uint32_t)c, 1);
    return count == 0 ? 0 : hash == 0 ? 1 : hash;
}

size_t shingle_shared(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count) {
    size_t i = 0, k = 0, shared = 0;
    while (i < a_count && k < b_count) {
        uint32_t left = a[i], right = b[k];
        shared += left == right;
        i += left <= right;
        k += right <= left;
    }
    return shared;
}
