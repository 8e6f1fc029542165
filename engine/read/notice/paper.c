#include <read/notice/paper.h>

#include <base/utf8.h>

#define WRAP_CHARACTERS 24 /* a line that was wrapped by hand is at least about that long */

/* Characters that are written in more than one way, or are not to be seen at all. */
static uint16_t fold_rare(int32_t character) {
    switch (character) {
    case 0x3000:
    case 0x00A0:
    case 0xFEFF:
    case 0x200B:
    case 0x200C:
    case 0x200D: return 0;
    case 0xFE5D: return u'〔'; /* small form */
    case 0xFE5E: return u'〕';
    case 0x25CB:
    case 0x25EF: return u'〇'; /* circles written for the zero of a year */
    case 0xFF61: return u'。';
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212: return '-';
    case 0x223C:
    case 0x301C: return '~';
    default: return character > 0xFFFF ? POINT_OTHER : (uint16_t)character;
    }
}

uint16_t paper_fold(int32_t character) {
    if (character >= 0x4E00 && character <= 0x9FFF) return (uint16_t)character;
    if (character >= 0xFF01 && character <= 0xFF5E) character -= 0xFEE0;
    if (character >= 'A' && character <= 'Z') return (uint16_t)(character + ('a' - 'A'));
    if (character == '\t') return POINT_CELL;
    if (character <= ' ') return 0;
    return fold_rare(character);
}

static bool is_mark(uint16_t point) { return point == '*' || point == '#' || point == '`'; }

/* Numbers and brackets with which a new paragraph begins: "一、", "(一)", "1.", "附件". */
static bool starts_paragraph(struct str line) {
    if (line.length == 0 || line.at[0] == ' ' || line.at[0] == '\t' || str_starts_with(line, STR("\u3000"))) return true;
    size_t offset = 0;
    const uint16_t first = paper_fold(utf8_next(line, &offset));
    const uint16_t second = offset < line.length ? paper_fold(utf8_next(line, &offset)) : 0;
    if (first == '(' || first == u'【' || str_starts_with(line, STR("附件"))) return true;
    return (point_is_digit(first) && (second == '.' || second == u'、')) || (point_is_han(first) && second == u'、');
}

/* A line that is long and ends amid a sentence goes on in the next one, unless that begins a paragraph. */
static bool goes_on(struct str line, struct str next) {
    const struct str shown = str_trim(line);
    if (shown.length < WRAP_CHARACTERS * 2 || utf8_length(shown) < WRAP_CHARACTERS || starts_paragraph(next)) return false;
    size_t last = shown.length - 1;
    while (last > 0 && ((unsigned char)shown.at[last] & 0xC0) == 0x80) last--;
    const uint16_t point = paper_fold(utf8_next(shown, &last));
    return !point_ends_clause(point) || point == ',';
}

static struct str line_at(struct str text, size_t offset) {
    const char *from = text.at + offset;
    const char *end = memchr(from, '\n', text.length - offset);
    return (struct str){from, end ? (size_t)(end - from) : text.length - offset};
}

static void add_point(struct paper *paper, uint16_t point, size_t offset) {
    paper->points[paper->count] = point;
    paper->offsets[paper->count++] = (uint32_t)offset;
}

static void add_line(struct paper *paper, struct str line, struct paper_style style) {
    const size_t base = (size_t)(line.at - paper->text.at), first = paper->count;
    paper->lines[paper->line_count++] = (struct paper_line){(uint32_t)first, (uint32_t)base};
    for (size_t offset = 0; offset < line.length;) {
        const size_t at = offset;
        const uint16_t point = paper_fold(utf8_next(line, &offset));
        if (point == 0 || (point == POINT_CELL && paper->count == first) || (style.marked && is_mark(point))) continue;
        add_point(paper, point, base + at);
    }
}

static void mark_ends(struct paper *paper) {
    uint32_t clause = (uint32_t)paper->count, sentence = clause;
    for (size_t i = paper->count; i-- > 0;) {
        if (point_ends_clause(paper->points[i])) clause = (uint32_t)i;
        if (point_ends_sentence(paper->points[i])) sentence = (uint32_t)i;
        paper->clause_ends[i] = clause;
        paper->sentence_ends[i] = sentence;
    }
}

static bool take_room(struct paper *paper, struct arena *arena) {
    size_t lines = 1, most = 1;
    for (size_t i = 0; i < paper->text.length; i++) {
        lines += paper->text.at[i] == '\n';
        most += ((unsigned char)paper->text.at[i] & 0xC0) != 0x80;
    }
    most++;
    paper->points = arena_take_array(arena, most, sizeof *paper->points);
    paper->offsets = arena_take_array(arena, most, sizeof *paper->offsets);
    paper->clause_ends = arena_take_array(arena, most, sizeof *paper->clause_ends);
    paper->sentence_ends = arena_take_array(arena, most, sizeof *paper->sentence_ends);
    paper->lines = arena_take_array(arena, lines, sizeof *paper->lines);
    return paper->points && paper->offsets && paper->clause_ends && paper->sentence_ends && paper->lines;
}

bool paper_make(struct str text, struct paper_style style, struct arena *arena, struct paper *out) {
    struct paper paper = {.text = text};
    if (!take_room(&paper, arena)) return false;
    for (size_t offset = 0; offset <= text.length;) {
        const struct str line = line_at(text, offset);
        const size_t end = offset + line.length;
        add_line(&paper, line, style);
        if (end >= text.length || !style.wrapped || !goes_on(line, line_at(text, end + 1))) add_point(&paper, POINT_BREAK, end);
        offset = end + 1;
    }
    paper.offsets[paper.count] = (uint32_t)text.length;
    mark_ends(&paper);
    *out = paper;
    return true;
}

/* Behind the last byte of a point. */
static size_t end_of_point(const struct paper *paper, uint32_t point) {
    size_t offset = paper->offsets[point];
    if (offset >= paper->text.length) return paper->text.length;
    utf8_next(paper->text, &offset);
    return offset;
}

struct str paper_text(const struct paper *paper, struct span span) {
    if (span.end > paper->count) span.end = (uint32_t)paper->count;
    if (span.first >= span.end) return STR("");
    const size_t from = paper->offsets[span.first], to = end_of_point(paper, span.end - 1);
    return str_trim((struct str){paper->text.at + from, to - from});
}

size_t paper_line_of(const struct paper *paper, uint32_t point) {
    const size_t offset = paper->offsets[point];
    size_t low = 0, high = paper->line_count;
    while (high - low > 1) {
        const size_t middle = low + (high - low) / 2;
        if (paper->lines[middle].offset <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

struct paper_place paper_place(const struct paper *paper, uint32_t point) {
    const size_t line = paper_line_of(paper, point), from = paper->lines[line].offset;
    const struct str before = {paper->text.at + from, paper->offsets[point] - from};
    return (struct paper_place){(unsigned)line + 1, (unsigned)utf8_length(before) + 1};
}

struct span paper_line_span(const struct paper *paper, size_t line) {
    const uint32_t first = paper->lines[line].first;
    uint32_t end = line + 1 < paper->line_count ? paper->lines[line + 1].first : (uint32_t)paper->count;
    while (end > first && paper->points[end - 1] == POINT_BREAK) end--;
    return (struct span){first, end};
}

struct str paper_line_text(const struct paper *paper, size_t line) {
    return str_trim(line_at(paper->text, paper->lines[line].offset));
}

bool paper_is_spaced(const struct paper *paper, uint32_t point) {
    return point > 0 && paper->points[point - 1] != POINT_BREAK && end_of_point(paper, point - 1) != paper->offsets[point];
}

bool paper_has(const struct paper *paper, uint32_t at, const uint16_t *literal) {
    for (; *literal; literal++, at++)
        if (at >= paper->count || paper->points[at] != *literal) return false;
    return true;
}

ptrdiff_t paper_find(const struct paper *paper, struct span span, const uint16_t *literal) {
    for (uint32_t at = span.first; at < span.end; at++)
        if (paper_has(paper, at, literal)) return at;
    return -1;
}
