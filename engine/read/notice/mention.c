#include <read/notice/mention.h>

#include <read/notice/numeral.h>

#define QUOTE_POINTS 120        /* longer quotes are whole paragraphs, not titles */
#define NUMBER_PREFIX_POINTS 16 /* of a document number */

struct search {
    const struct paper *paper;
    struct arena *arena;
    struct mentions *out;
};

static uint16_t point_at(const struct paper *paper, uint32_t at) { return at < paper->count ? paper->points[at] : 0; }

static bool add(struct search *search, const struct mention *mention) {
    struct mentions *out = search->out;
    if (out->count == out->capacity) {
        const size_t capacity = out->capacity ? 2 * out->capacity : 64;
        struct mention *grown = arena_take_array(search->arena, capacity, sizeof *grown);
        if (!grown) return false;
        if (out->count > 0) memcpy(grown, out->at, out->count * sizeof *grown);
        out->at = grown;
        out->capacity = capacity;
    }
    out->at[out->count++] = *mention;
    return true;
}

/* Whether the words before `end` are those of a form, a ledger or a list. */
static bool names_sheet(const struct paper *paper, uint32_t end) {
    return point_is_of(paper->points[end - 1], u"表册卡") || paper_has(paper, end - 2, u"台账") ||
           paper_has(paper, end - 2, u"清单");
}

/* Quotes with what closes them; titles may hold titles. */
static bool find_quote(const struct paper *paper, uint32_t at, struct mention *out) {
    static const struct {
        uint16_t open, close;
        enum slot slot;
    } QUOTES[] = {{u'《', u'》', SLOT_TITLE}, {u'“', u'”', SLOT_QUOTED}, {u'「', u'」', SLOT_QUOTED}};
    for (size_t q = 0; q < sizeof QUOTES / sizeof *QUOTES; q++) {
        if (paper->points[at] != QUOTES[q].open) continue;
        int depth = 0;
        for (uint32_t i = at; i < paper->count && i < at + QUOTE_POINTS && paper->points[i] != POINT_BREAK; i++) {
            depth += (paper->points[i] == QUOTES[q].open) - (paper->points[i] == QUOTES[q].close);
            if (depth > 0) continue;
            if (i < at + 2) return false;
            *out = (struct mention){.slot = QUOTES[q].slot, .span = {at, i + 1}, .inner = {at + 1, i}};
            if (q == 0 && names_sheet(paper, i)) out->slot = SLOT_SHEET;
            return true;
        }
    }
    return false;
}

/* Marks and words that the letters before a document number cannot hold. */
static bool ends_prefix(const struct paper *paper, uint32_t at) {
    const uint16_t point = paper->points[at];
    if (point < 0x80) return !(point >= 'a' && point <= 'z');
    return point_is_of(point, u"、。《》“”〔〕据按照");
}

/* 〔2026〕9号 with the letters before it. */
static bool find_document(const struct paper *paper, uint32_t at, struct mention *out) {
    static const struct { uint16_t open, close; } BRACKETS[] = {{u'〔', u'〕'}, {'[', ']'}, {'(', ')'}, {u'【', u'】'}};
    uint32_t next = at + 1;
    int year, number;
    size_t b = 0;
    while (b < sizeof BRACKETS / sizeof *BRACKETS && paper->points[at] != BRACKETS[b].open) b++;
    if (b == sizeof BRACKETS / sizeof *BRACKETS || !numeral_year(paper, &next, &year)) return false;
    if (point_at(paper, next) == u'年') next++;
    if (point_at(paper, next++) != BRACKETS[b].close) return false;
    if (point_at(paper, next) == u'第') next++;
    if (!numeral_small(paper, &next, &number) || point_at(paper, next++) != u'号') return false;
    uint32_t first = at;
    while (first > 0 && at - first < NUMBER_PREFIX_POINTS && !ends_prefix(paper, first - 1) && !paper_is_spaced(paper, first))
        first--;
    if (first == at) return false;
    *out = (struct mention){.slot = SLOT_DOCUMENT, .span = {first, next}, .inner = {first, next}};
    return true;
}

static bool may_begin_time(uint16_t point) {
    return point_is_digit(point) || point_is_of(point, u"一二三四五六七八九十两〇今本当明去年月下次这即每周星礼后翌");
}

/* "一周一排名" names no Monday, "三次日常" no next day, "上年底" is past. */
static bool is_false_time(const struct paper *paper, uint32_t at, const struct when *when) {
    if (at == 0 || when->period >= 0) return false;
    const uint16_t before = paper->points[at - 1];
    const bool counted = numeral_digit(before) >= 0 || point_is_of(before, u"十每上");
    const bool is_counted_word = when->base == WHEN_NEXT_WEEKDAY || when->base == WHEN_DAYS || when->base == WHEN_YEAR_END;
    return (counted && is_counted_word) || (point_is_digit(before) && point_is_digit(paper->points[at]));
}

/* The mark of a range behind `at`: where its other side begins, or 0. */
static uint32_t behind_range_mark(const struct paper *paper, uint32_t at) {
    if (point_at(paper, at) == u'起') at++;
    const uint16_t point = point_at(paper, at);
    if (point == '-' && point_at(paper, at + 1) == '-') return at + 2;
    return point_is_of(point, u"至到-~") ? at + 1 : 0;
}

static bool find_time(const struct search *search, uint32_t at, struct mention *out) {
    const struct paper *paper = search->paper;
    const struct mention *last = search->out->count ? &search->out->at[search->out->count - 1] : NULL;
    const bool in_range = last && last->slot == SLOT_TIME && behind_range_mark(paper, last->span.end) == at;
    struct mention found = {.slot = SLOT_TIME};
    uint32_t end = at;
    if (!may_begin_time(paper->points[at]) || !when_scan(paper, &end, in_range ? &last->when : NULL, &found.when)) return false;
    if (is_false_time(paper, at, &found.when)) return false;
    if (found.when.period >= 0) found.slot = SLOT_EACH;
    if (found.when.base == WHEN_WITHIN) found.slot = SLOT_WITHIN;
    found.span = found.inner = (struct span){at, end};
    *out = found;
    return true;
}

/* What a number in characters must stand before, so that "一是" and "统一" are none. */
static bool is_measure(uint16_t point) { return point_is_of(point, u"人名个块处份家户天日次张元辆台件株棵条小支篇期"); }

static bool find_number(const struct paper *paper, uint32_t at, struct mention *out) {
    uint32_t end = at;
    struct mention found = {.slot = SLOT_NUMBER};
    if (!numeral_amount(paper, &end, &found.micro)) return false;
    const uint16_t unit = point_at(paper, end);
    if (!point_is_digit(paper->points[at])) {
        const uint16_t before = at > 0 ? paper->points[at - 1] : 0;
        if (!is_measure(unit) || before == u'第' || before == u'统') return false;
    }
    if (unit == u'元') {
        found.slot = SLOT_MONEY;
        found.micro /= NUMERAL_MICRO / 100;
        end++;
    } else if (unit == '%') {
        found.slot = SLOT_PERCENT;
        found.micro /= 100;
        end++;
    }
    found.span = found.inner = (struct span){at, end};
    *out = found;
    return true;
}

static bool find_any(const struct search *search, uint32_t at, struct mention *out) {
    const struct paper *paper = search->paper;
    if (find_quote(paper, at, out) || find_document(paper, at, out) || find_time(search, at, out)) return true;
    const uint16_t point = paper->points[at];
    if ((point_is_digit(point) || numeral_digit(point) >= 0 || point == u'十') && find_number(paper, at, out)) return true;
    return mention_office(paper, at, out);
}

bool mentions_find(const struct paper *paper, struct arena *arena, struct mentions *out) {
    *out = (struct mentions){0};
    struct search search = {paper, arena, out};
    for (uint32_t at = 0; at < paper->count;) {
        struct mention found = {0};
        if (!find_any(&search, at, &found)) {
            at++;
            continue;
        }
        if (!add(&search, &found)) return false;
        const bool has_inside = found.slot == SLOT_TITLE || found.slot == SLOT_QUOTED;
        at = has_inside ? at + 1 : found.span.end;
    }
    return true;
}
