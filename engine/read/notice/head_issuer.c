/* head_issuer.c - who issued the paper: signature, letterhead, title, sender of a message. */
#include <read/notice/head.h>

#define BODIES_MOST 6
#define BODY_POINTS 40

struct bodies {
    struct span at[BODIES_MOST];
    size_t count;
};

bool head_is_body(const struct paper *paper, struct span span) {
    const uint32_t length = span.end - span.first;
    if (span.first >= span.end || length < 3 || length > BODY_POINTS) return false;
    if (!point_is_of(paper->points[span.end - 1], u"局委府部办室会队组院所站心馆社校行司班处科股厅署联团")) return false;
    for (uint32_t i = span.first; i < span.end; i++)
        if (!point_is_han(paper->points[i]) && !point_is_of(paper->points[i], u"()“”〇")) return false;
    return paper_find(paper, span, u"关于") < 0;
}

/* Adds the bodies of a run, parted by blanks; nothing when any part is no body. */
static bool add_bodies(const struct paper *paper, struct span span, struct bodies *out) {
    struct bodies found = *out;
    uint32_t first = span.first;
    for (uint32_t i = span.first + 1; i <= span.end; i++) {
        if (i < span.end && !(paper_is_spaced(paper, i) && head_is_body(paper, (struct span){first, i}))) continue;
        const struct span body = {first, i};
        if (!head_is_body(paper, body) || found.count == BODIES_MOST) return false;
        found.at[found.count++] = body;
        first = i;
    }
    *out = found;
    return found.count > 0;
}

/* The lines right above the date, or with it; without a date the last line. */
static void find_signature(const struct notes *notes, const struct head *head, struct bodies *out) {
    const struct paper *paper = &notes->paper;
    size_t line = head->date_line;
    if (line != NO_LINE) {
        const struct span span = paper_line_span(paper, line);
        const struct mention *date = notes_mention(notes, span, SLOT_TIME);
        if (date && date->span.first > span.first && add_bodies(paper, (struct span){span.first, date->span.first}, out))
            return;
    } else {
        line = paper->line_count;
    }
    for (size_t found = 0; line-- > head->last_title_line + 1 && found < 3;) {
        struct span span = paper_line_span(paper, line);
        if (span.first >= span.end) continue;
        if (!add_bodies(paper, span, out)) return;
        found++;
    }
}

static void find_letterhead(const struct notes *notes, const struct head *head, struct bodies *out) {
    const struct paper *paper = &notes->paper;
    for (size_t line = 0; line < head->title_line; line++) {
        struct span span = paper_line_span(paper, line);
        if (span.end >= span.first + 2 && paper_has(paper, span.end - 2, u"文件")) span.end -= 2;
        if (span.first < span.end) add_bodies(paper, span, out);
    }
}

static void find_in_title(const struct notes *notes, struct bodies *out) {
    const struct span title = notes->title;
    const ptrdiff_t about = paper_find(&notes->paper, title, u"关于");
    if (about > (ptrdiff_t)title.first)
        add_bodies(&notes->paper, (struct span){title.first, (uint32_t)about}, out);
    else if (about < 0 && title.end > title.first + 2 &&
             paper_has(&notes->paper, title.end - 2, u"便函")) /* only a letterhead */
        add_bodies(&notes->paper, (struct span){title.first, title.end - 2}, out);
}

/* "【县农业农村局粮油站】2026-11-06 20:35", "县妇联：2026年10月17日 21:12" */
static void find_sender(const struct notes *notes, const struct head *head, struct bodies *out) {
    const struct paper *paper = &notes->paper;
    const struct span line = paper_line_span(paper, head->title_line);
    const struct mention *stamp = notes_mention(notes, line, SLOT_TIME);
    struct span span = {line.first, stamp ? stamp->span.first : line.first};
    while (span.first < span.end && point_is_of(paper->points[span.first], u"【[(")) span.first++;
    while (span.first < span.end && point_is_of(paper->points[span.end - 1], u"】]):")) span.end--;
    if (add_bodies(paper, span, out)) return;
    for (uint32_t at = span.first + 1; at < span.end; at++) /* "县妇联 小李": who sent it for the body */
        if (paper_is_spaced(paper, at)) {
            add_bodies(paper, (struct span){span.first, at}, out);
            return;
        }
}

/* Without the party's name in front, so that 中共示例县委 and 示例县委 are one. */
static struct str plain_name(const struct paper *paper, struct span span) {
    struct str name = paper_text(paper, span);
    static const struct str party = STR_INIT("中共");
    if (str_starts_with(name, party)) name = (struct str){name.at + party.length, name.length - party.length};
    return name;
}

/* Whether one of two names is the other with something before or behind it: an office of the same body. */
static bool is_same_house(const struct paper *paper, struct span a, struct span b) {
    const struct str first = plain_name(paper, a), second = plain_name(paper, b);
    return first.length >= second.length ? str_find(first, second) >= 0 : str_find(second, first) >= 0;
}

static bool ends_in(struct str name, struct str word) {
    return name.length >= word.length && memcmp(name.at + name.length - word.length, word.at, word.length) == 0;
}

/* Whether a word of "a|b|c" fits; an empty list fits everything. */
static bool fits(struct str name, const char *words, bool at_end) {
    struct str rest = str_of(words);
    if (rest.length == 0) return true;
    while (rest.length > 0) {
        const char *mark = memchr(rest.at, '|', rest.length);
        const struct str word = {rest.at, mark ? (size_t)(mark - rest.at) : rest.length};
        if (at_end ? ends_in(name, word) : str_find(name, word) >= 0) return true;
        const size_t used = word.length + (mark ? 1 : 0);
        rest = (struct str){rest.at + used, rest.length - used};
    }
    return false;
}

static int level_of(struct str name) {
    if (str_find(name, STR("县")) >= 0 || str_find(name, STR("区")) >= 0) return 3;
    if (str_find(name, STR("市")) >= 0) return 2;
    return str_find(name, STR("省")) >= 0 ? 1 : 0;
}

static const char *kind_of(struct str name) {
    static const struct {
        const char *kind;
        int level;
        const char *ends, *holds;
    } KINDS[] = {
#define ISSUER(kind, level, ends, holds) {kind, level, ends, holds},
#include <read/notice/issuer.def>
#undef ISSUER
    };
    const int level = level_of(name);
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if ((KINDS[i].level == 0 || KINDS[i].level == level) && fits(name, KINDS[i].ends, true) &&
            fits(name, KINDS[i].holds, false))
            return KINDS[i].kind;
    return NULL;
}

static void doubt_issuer(struct notes *notes, struct span first, struct span second) {
    const struct str a = paper_text(&notes->paper, first), b = paper_text(&notes->paper, second);
    notes_doubt(notes, FACT_ID_ISSUER_NAME, first, "有两个来文单位：“%.*s”和“%.*s”，不知以哪个为准",
                "two bodies issue it: \"%.*s\" and \"%.*s\"; which one counts is not told", (int)a.length, a.at, (int)b.length,
                b.at);
}

static void set_issuer(struct notes *notes, struct span body) {
    const struct str name = paper_text(&notes->paper, body);
    notes_set(notes, FACT_ID_ISSUER_NAME, value_of_text(name), body);
    const char *kind = kind_of(name);
    if (!kind) return;
    notes_set(notes, FACT_ID_ISSUER_KIND, notes_choice(FACT_ID_ISSUER_KIND, kind), body);
    const char *origin = strcmp(kind, "township") == 0 ? "self" : "upper";
    notes_set(notes, FACT_ID_ORIGIN, notes_choice(FACT_ID_ORIGIN, origin), body);
}

/* The first body of the first place where there is one; the other places must not name another. */
void head_issuer(struct notes *notes, const struct head *head) {
    struct bodies places[3] = {{.count = 0}};
    if (head->is_message) {
        find_sender(notes, head, &places[0]);
    } else {
        find_signature(notes, head, &places[0]);
        find_letterhead(notes, head, &places[1]);
        find_in_title(notes, &places[2]);
    }
    const struct span *first = NULL;
    for (size_t place = 0; place < sizeof places / sizeof *places; place++) {
        for (size_t i = 0; i < places[place].count; i++) {
            const struct span *body = &places[place].at[i];
            if (!first) first = body;
            if (is_same_house(&notes->paper, *first, *body)) continue;
            doubt_issuer(notes, *first, *body);
            return;
        }
    }
    if (first) set_issuer(notes, *first);
}
