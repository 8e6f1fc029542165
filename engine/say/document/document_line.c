/* document_line.c - how text falls into the lines of a page. Source: GB/T 15834-2011 5.1 (marks that begin or end no line). */
#include <say/document/document.h>

#include <base/utf8.h>

static bool is_one_of(int32_t character, const char *set) {
    const struct str all = str_of(set);
    for (size_t offset = 0; offset < all.length;)
        if (utf8_next(all, &offset) == character) return true;
    return false;
}

static bool begins_no_line(int32_t character) { return is_one_of(character, "。，、；：？！）〕】》〉」』”’·%℃,.;:?!)]}"); }
static bool ends_no_line(int32_t character) { return is_one_of(character, "（〔【《〈「『“‘([{"); }

static bool is_word(int32_t character) {
    return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') ||
           (character >= 'a' && character <= 'z') || is_one_of(character, "-_./:%+@#&");
}

/* Half characters of one character. */
static size_t halves_of(struct str text, int32_t character) {
    enum { MIDDLE_DOT = 0xB7, TIMES = 0xD7, FIRST_FULL = 0x1100 };
    if (utf8_width(text) == 0) return 0;
    return character >= FIRST_FULL || character == MIDDLE_DOT || character == TIMES ? 2 : 1;
}

size_t document_width(struct str text) {
    size_t halves = 0;
    for (size_t offset = 0, from = 0; offset < text.length; from = offset) {
        const int32_t character = utf8_next(text, &offset);
        halves += halves_of((struct str){text.at + from, offset - from}, character);
    }
    return halves;
}

static bool may_break(int32_t before, int32_t after) {
    if (ends_no_line(before) || begins_no_line(after)) return false;
    if (before == after && is_one_of(before, "—…")) return false; /* a dash and an ellipsis are two characters long */
    return !(is_word(before) && is_word(after));
}

struct str document_fit(struct str text, size_t halves) {
    size_t width = 0, last_break = 0, hard = 0;
    int32_t before = 0;
    for (size_t offset = 0, from = 0; offset < text.length; from = offset) {
        const int32_t character = utf8_next(text, &offset);
        width += halves_of((struct str){text.at + from, offset - from}, character);
        if (from > 0 && may_break(before, character)) last_break = from;
        if (width > halves && from > 0) return (struct str){text.at, last_break > 0 ? last_break : hard};
        hard = offset;
        before = character;
    }
    return text;
}

size_t document_lines(struct str text, size_t halves) {
    size_t lines = 0;
    for (; text.length > 0; lines++) {
        const struct str line = document_fit(text, halves);
        text = (struct str){text.at + line.length, text.length - line.length};
    }
    return lines;
}

size_t document_foot_lines(struct str text) {
    enum { FOOT_HALVES = 53 }; /* half characters of size 4 in 156 mm, less 4 characters at the left and 1 at the right */
    return document_lines(text, FOOT_HALVES);
}

unsigned document_mark_points(struct str mark) {
    enum { LARGEST = 44, SMALLEST = 20, STEP = 4, LINE_POINTS = 442 };
    unsigned points = LARGEST;
    while (points > SMALLEST && document_width(mark) * points / 2 > LINE_POINTS) points -= STEP;
    return points;
}
