/* head_townships.c - which townships a paper is sent to. */
#include <read/notice/head.h>

#define TOWNSHIPS_MOST 64
#define NAME_POINTS 8

enum { ALL_TOWNSHIPS = 1, ALL_SUBDISTRICTS = 2 };

struct addressed {
    struct str names[TOWNSHIPS_MOST];
    size_t count;
    unsigned all; /* which kinds are addressed as a whole */
    bool some;    /* 有关乡镇: which, is not told here */
};

static void add_name(struct addressed *addressed, struct str name) {
    for (size_t i = 0; i < addressed->count; i++)
        if (str_equal(addressed->names[i], name)) return;
    if (addressed->count < TOWNSHIPS_MOST) addressed->names[addressed->count++] = name;
}

/* "乡镇", "镇", "街道" at the begin of a part: all of that kind. */
static unsigned kinds_at(const struct paper *paper, struct span part) {
    if (paper_has(paper, part.first + 1, u"直")) return 0; /* 镇直各单位 */
    if (paper_has(paper, part.first, u"街镇") || paper_has(paper, part.first, u"镇街") ||
        paper_has(paper, part.first, u"乡镇街"))
        return ALL_SUBDISTRICTS | ALL_TOWNSHIPS;
    if (paper_has(paper, part.first, u"街") || paper_has(paper, part.first, u"办事处")) return ALL_SUBDISTRICTS;
    if (paper_has(paper, part.first, u"乡") || paper_has(paper, part.first, u"镇")) return ALL_TOWNSHIPS;
    return 0;
}

/* Behind a name of at least one character the first 镇, 乡 or 街道; the span ends behind it. */
static bool find_name(const struct paper *paper, struct span part, struct span *out) {
    for (uint32_t i = part.first + 1; i < part.end && i < part.first + NAME_POINTS; i++) {
        const bool is_street = paper_has(paper, i, u"街道");
        if (!is_street && !point_is_of(paper->points[i], u"镇乡")) continue;
        *out = (struct span){part.first, i + (is_street ? 2 : 1)};
        return true;
    }
    return false;
}

/* 有关乡镇: nobody is named. */
static bool is_some(const struct paper *paper, struct span part) {
    static const uint16_t *const WORDS[] = {u"有关", u"相关", u"各有关", u"各相关"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (paper_has(paper, part.first, WORDS[i])) return true;
    return false;
}

/* One part between marks; "各" goes on for the parts behind it: "各乡镇党委、街道党工委". */
static void read_part(const struct paper *paper, struct span part, bool *is_all, struct addressed *out) {
    while (part.first < part.end && !point_is_han(paper->points[part.first])) part.first++;
    if (part.first >= part.end) return;
    if (is_some(paper, part)) {
        out->some = out->some || paper_find(paper, part, u"乡") >= 0 || paper_find(paper, part, u"镇") >= 0;
        return;
    }
    if (paper->points[part.first] == u'各') {
        *is_all = true;
        part.first++;
    }
    const unsigned kinds = kinds_at(paper, part);
    struct span name;
    if (kinds != 0 && *is_all)
        out->all |= kinds;
    else if (find_name(paper, part, &name) && paper_find(paper, name, u"县") < 0 && paper_find(paper, name, u"所") < 0)
        add_name(out, paper_text(paper, name));
}

static void read_parts(const struct paper *paper, struct span span, struct addressed *out) {
    bool is_all = false;
    uint32_t first = span.first;
    for (uint32_t i = span.first; i <= span.end; i++) {
        if (i < span.end && !point_is_of(paper->points[i], u",、;()和及:【】")) continue;
        read_part(paper, (struct span){first, i}, &is_all, out);
        first = i + 1;
    }
}

static void add_all(const struct list *list, unsigned all, struct addressed *addressed) {
    for (size_t i = 0; i < list->township_count; i++) {
        const unsigned kind = list->townships[i].type == 0 ? ALL_TOWNSHIPS : ALL_SUBDISTRICTS;
        if (all & kind) add_name(addressed, list->townships[i].name);
    }
}

void head_townships(struct notes *notes) {
    struct addressed addressed = {.count = 0};
    if (notes->addressees.end <= notes->addressees.first) return;
    read_parts(&notes->paper, notes->addressees, &addressed);
    if (addressed.all != 0 && !notes->list) {
        const struct str words = paper_text(&notes->paper, notes->addressees);
        notes_doubt(notes, FACT_ID_TOWNSHIPS, notes->addressees, "主送“%.*s”，没有清单不知是哪些乡镇街道",
                    "sent to \"%.*s\"; without a duty list it is not known which townships those are", (int)words.length,
                    words.at);
        return;
    }
    if (addressed.some && addressed.all == 0 && addressed.count == 0) {
        const struct str words = paper_text(&notes->paper, notes->addressees);
        notes_doubt(notes, FACT_ID_TOWNSHIPS, notes->addressees, "主送“%.*s”，没有写明是哪些乡镇街道",
                    "sent to \"%.*s\", which does not name the townships", (int)words.length, words.at);
        return;
    }
    if (addressed.all != 0) add_all(notes->list, addressed.all, &addressed);
    if (addressed.count > 0)
        notes_set(notes, FACT_ID_TOWNSHIPS, notes_texts(notes, addressed.names, addressed.count), notes->addressees);
}
