/* paper.h - the text of a notice as a row of characters to be searched, each knowing its place.
 *
 * A reader must believe: `points` are the characters without blanks, in one form: half width, small Latin letters. A line that
 * was only wrapped goes on in the next one; all other lines end with POINT_BREAK. Everything found in the row can be
 * shown as it stands in the text.
 */
#ifndef READ_NOTICE_PAPER_H
#define READ_NOTICE_PAPER_H

#include <base/arena.h>

#define POINT_BREAK '\n'
#define POINT_CELL '\t'
#define POINT_OTHER 0xFFFD /* a character beyond those that notices are written in */

struct paper_line {
    uint32_t first;  /* its first point, or where that would stand */
    uint32_t offset; /* its first byte in the text */
};

struct paper {
    struct str text; /* valid UTF-8 with \n between lines */
    size_t count;
    uint16_t *points;
    uint32_t *offsets;       /* of each point's first byte, and of the end */
    uint32_t *clause_ends;   /* for each point the first mark at or behind it that ends a clause (or `count`) */
    uint32_t *sentence_ends; /* the same for sentences */
    struct paper_line *lines;
    size_t line_count;
};

/* A run of points, from `first` to before `end`. */
struct span {
    uint32_t first, end;
};

struct paper_place {
    unsigned line, column; /* from 1 */
};

/* What the lines of a text are: wrapped by hand at some width, or whole paragraphs. `marked` drops the signs of Markdown. */
struct paper_style {
    bool wrapped, marked;
};

/* Makes the row. `text` is borrowed, less than 4 GiB; all else lives in the arena. False when memory ran out. */
bool paper_make(struct str text, struct paper_style style, struct arena *arena, struct paper *out);

/* One character in the form of the row; 0 for those that are dropped. */
uint16_t paper_fold(int32_t character);

/* The text of a run as it stands, without blanks at its ends. */
struct str paper_text(const struct paper *paper, struct span span);

struct paper_place paper_place(const struct paper *paper, uint32_t point);

/* Index of the line that a point stands in. */
size_t paper_line_of(const struct paper *paper, uint32_t point);

/* The points of a line, its break left out. */
struct span paper_line_span(const struct paper *paper, size_t line);

/* The bytes of a line, blanks at its ends left out. */
struct str paper_line_text(const struct paper *paper, size_t line);

/* Whether blanks stand before a point in its line. */
bool paper_is_spaced(const struct paper *paper, uint32_t point);

/* Whether the points from `at` on are those of a literal in folded form, written u"...". */
bool paper_has(const struct paper *paper, uint32_t at, const uint16_t *literal);

/* Where a literal first stands in a run, or -1. */
ptrdiff_t paper_find(const struct paper *paper, struct span span, const uint16_t *literal);

/* Whether a literal holds a point. */
static inline bool point_is_of(uint16_t point, const uint16_t *set) {
    while (*set && *set != point) set++;
    return *set != 0;
}

static inline bool point_is_han(uint16_t point) { return point >= 0x4E00 && point <= 0x9FFF; }
static inline bool point_is_digit(uint16_t point) { return point >= '0' && point <= '9'; }

/* Marks behind which another clause, or another sentence, begins. */
static inline bool point_ends_sentence(uint16_t point) {
    return point == u'。' || point == ';' || point == '!' || point == '?' || point == POINT_BREAK || point == POINT_CELL;
}
static inline bool point_ends_clause(uint16_t point) { return point == ',' || point == ':' || point_ends_sentence(point); }

#endif
