#include <read/notice/head.h>

#define HEAD_LINES 14   /* the head of a paper is not longer */
#define TITLE_LINES 4   /* nor is a title */
#define TITLE_POINTS 60 /* of a first line that has to serve as one */
#define FOOT_LINES 16
#define ADDRESSEE_POINTS 90

static bool is_blank(const struct paper *paper, size_t line) {
    const struct span span = paper_line_span(paper, line);
    return span.first >= span.end;
}

static bool has_any(const struct paper *paper, struct span span, const uint16_t *const *literals, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (paper_find(paper, span, literals[i]) >= 0) return true;
    return false;
}

#define HAS_ANY(paper, span, table) has_any((paper), (span), (table), sizeof(table) / sizeof *(table))

/* Those a paper is sent to: a line of its own that ends in a colon. */
static bool is_addressee_line(const struct paper *paper, struct span span) {
    static const uint16_t *const BODIES[] = {u"乡", u"镇", u"街道", u"村", u"办事处", u"各单位", u"各县", u"各部门"};
    static const uint16_t *const OTHERS[] = {u"如下", u"通知", u"时间", u"附件", u"内容",
                                             u"方式", u"联系", u"关于", u"要求", u"范围"};
    if (span.end - span.first < 3 || span.end - span.first > ADDRESSEE_POINTS || paper->points[span.end - 1] != ':')
        return false;
    return HAS_ANY(paper, span, BODIES) && !HAS_ANY(paper, span, OTHERS);
}

/* "@所有人 各乡镇农业农村办：接市局通知": in a message those it is sent to stand in front of the text. */
static bool find_in_message(const struct paper *paper, struct span line, struct span *out) {
    static const uint16_t *const ALL[] = {u"各乡", u"各镇", u"各街道"};
    for (uint32_t i = line.first; i < line.end && i < line.first + ADDRESSEE_POINTS / 2; i++) {
        if (paper->points[i] != ':') continue;
        const struct span span = {line.first, i + 1};
        for (size_t a = 0; a < sizeof ALL / sizeof *ALL; a++) {
            const ptrdiff_t at = paper_find(paper, span, ALL[a]);
            if (at < 0) continue;
            *out = (struct span){(uint32_t)at, i + 1};
            return true;
        }
    }
    return false;
}

static void find_addressees(struct notes *notes, struct head *head) {
    const struct paper *paper = &notes->paper;
    size_t seen = 0;
    head->addressee_line = NO_LINE;
    for (size_t line = 0; line < paper->line_count && seen < HEAD_LINES; line++) {
        const struct span span = paper_line_span(paper, line);
        if (is_blank(paper, line)) continue;
        seen++;
        const bool found = is_addressee_line(paper, span);
        if (found) notes->addressees = span;
        if (!found && !(seen <= 3 && find_in_message(paper, span, &notes->addressees))) continue;
        head->addressee_line = line;
        return;
    }
}

/* Whether a run ends as titles do; a remark in brackets may follow. */
static bool ends_as_title(const struct paper *paper, struct span span) {
    static const uint16_t *const KINDS[] = {u"通知", u"函",   u"意见", u"通报", u"方案",   u"公告", u"通告", u"办法", u"报告",
                                            u"批复", u"纪要", u"提示", u"决定", u"倡议书", u"要点", u"规定", u"细则", u"预案"};
    uint32_t end = span.end;
    if (end > span.first && paper->points[end - 1] == ')')
        while (end > span.first && paper->points[end - 1] != '(') end--;
    if (end < span.end && end > span.first) end--;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        const uint32_t length = KINDS[i][1] == 0 ? 1 : KINDS[i][2] == 0 ? 2 : 3;
        if (end >= span.first + length && paper_has(paper, end - length, KINDS[i])) return true;
    }
    return false;
}

/* From a line with 关于 to the line that ends as a title. */
static void take_title(struct notes *notes, struct head *head, size_t line, size_t limit) {
    const struct paper *paper = &notes->paper;
    struct span span = paper_line_span(paper, line);
    head->title_line = head->last_title_line = line;
    notes->title = span;
    for (size_t next = line; next < limit && next < line + TITLE_LINES; next++) {
        if (is_blank(paper, next)) continue;
        span.end = paper_line_span(paper, next).end;
        if (!ends_as_title(paper, span)) continue;
        notes->title = span;
        head->last_title_line = next;
        return;
    }
}

static bool find_title_line(const struct paper *paper, size_t limit, size_t *out) {
    for (size_t line = 0; line < limit; line++)
        if (paper_find(paper, paper_line_span(paper, line), u"关于") >= 0) return *out = line, true;
    for (size_t line = 0; line < limit; line++) {
        const struct span span = paper_line_span(paper, line);
        if (span.end - span.first >= 2 && span.end - span.first <= 30 && ends_as_title(paper, span)) return *out = line, true;
    }
    return false;
}

static void find_title(struct notes *notes, struct head *head) {
    const struct paper *paper = &notes->paper;
    size_t limit = paper->line_count < HEAD_LINES ? paper->line_count : HEAD_LINES, line = 0;
    if (head->addressee_line != NO_LINE && head->addressee_line < limit) limit = head->addressee_line;
    if (find_title_line(paper, limit, &line)) {
        take_title(notes, head, line, limit);
        return;
    }
    while (line + 1 < paper->line_count && is_blank(paper, line)) line++;
    notes->title = paper_line_span(paper, line);
    head->title_line = head->last_title_line = line;
    if (notes->title.end - notes->title.first > TITLE_POINTS) notes->title.end = notes->title.first + TITLE_POINTS;
}

/* A title over several lines is one line. */
static void set_title(struct notes *notes) {
    struct str text = paper_text(&notes->paper, notes->title);
    const bool is_spread = notes->title.end - notes->title.first <= 4; /* "通  知" */
    if (text.length > 0 && (is_spread || memchr(text.at, '\n', text.length))) {
        char *joined = arena_take(notes->arena, text.length);
        size_t length = 0;
        if (!joined) {
            notes->out_of_memory = true;
            return;
        }
        for (uint32_t i = notes->title.first; i < notes->title.end; i++) {
            const struct str point = paper_text(&notes->paper, (struct span){i, i + 1});
            if (notes->paper.points[i] == POINT_BREAK) continue;
            memcpy(joined + length, point.at, point.length);
            length += point.length;
        }
        text = (struct str){joined, length};
    }
    if (text.length > 0) notes_set(notes, FACT_ID_TITLE, value_of_text(text), notes->title);
}

/* What the letters of the number, the letterhead or the title say of the paper's form; NULL when they say nothing. */
static const char *form_of(const struct notes *notes, struct span head, const struct mention *number) {
    const struct paper *paper = &notes->paper;
    const struct span letters = number ? number->span : (struct span){0, 0};
    if (paper_find(paper, head, u"便函") >= 0 || paper_find(paper, letters, u"便函") >= 0) return "memo";
    if (number && paper_find(paper, letters, u"电") >= 0) return "telegram";
    if (paper_find(paper, head, u"纪要") >= 0) return "minutes";
    if (number) return paper_find(paper, letters, u"函") >= 0 ? "letter" : "document";
    if (paper_find(paper, head, u"白头") >= 0) return "white_paper";
    const uint32_t end = notes->title.end;
    if (end > notes->title.first && paper->points[end - 1] == u'函') return "letter";
    return paper_find(paper, (struct span){head.first, notes->title.first}, u"文件") >= 0 ? "document" : NULL;
}

static void find_number(struct notes *notes, const struct head *head) {
    const struct paper *paper = &notes->paper;
    size_t last = head->last_title_line + 2;
    if (head->addressee_line != NO_LINE && !head->is_message) last = head->addressee_line;
    const uint32_t end = last < paper->line_count ? paper->lines[last].first : (uint32_t)paper->count;
    const struct mention *number = notes_mention(notes, (struct span){0, notes->title.first}, SLOT_DOCUMENT);
    if (!number) number = notes_mention(notes, (struct span){notes->title.end, end}, SLOT_DOCUMENT);
    if (number) {
        const struct str text = paper_text(paper, number->span);
        notes_set(notes, FACT_ID_DOCUMENT_NUMBER, value_of_text(text), number->span);
    }
    const struct span span = {0, notes->title.end};
    const char *form = head->is_message ? "group_message" : form_of(notes, span, number);
    if (form) notes_set(notes, FACT_ID_DOCUMENT_FORM, notes_choice(FACT_ID_DOCUMENT_FORM, form), number ? number->span : span);
}

static bool is_full_date(const struct mention *mention) {
    return mention->when.base == WHEN_DATE && mention->when.year != 0 && mention->when.day > 0;
}

/* Whether a line says nothing but a date, maybe in brackets, or a date with the body before it. */
static const struct mention *date_of_line(const struct notes *notes, size_t line) {
    const struct paper *paper = &notes->paper;
    struct span span = paper_line_span(paper, line);
    while (span.first < span.end && paper->points[span.first] == '(') span.first++;
    while (span.first < span.end && paper->points[span.end - 1] == ')') span.end--;
    const struct mention *date = notes_mention(notes, span, SLOT_TIME);
    if (!date || !is_full_date(date) || date->span.end != span.end) return NULL;
    return date->span.first == span.first || head_is_body(paper, (struct span){span.first, date->span.first}) ? date : NULL;
}

static const struct mention *find_foot_date(const struct notes *notes, const struct head *head, size_t *out) {
    const struct paper *paper = &notes->paper;
    size_t seen = 0;
    for (size_t line = paper->line_count; line-- > head->last_title_line + 1 && seen < FOOT_LINES;) {
        if (is_blank(paper, line)) continue;
        seen++;
        const struct mention *date = date_of_line(notes, line);
        if (date) return *out = line, date;
    }
    return NULL;
}

/* "县政府办公室 2026年11月6日印发" */
static const struct mention *find_printing_date(const struct notes *notes) {
    const struct paper *paper = &notes->paper;
    for (size_t line = paper->line_count; line-- > 0 && paper->line_count - line < FOOT_LINES;) {
        const struct span span = paper_line_span(paper, line);
        const struct mention *date = notes_mention(notes, span, SLOT_TIME);
        if (date && is_full_date(date) && paper_has(paper, date->span.end, u"印发")) return date;
    }
    return NULL;
}

static void set_date(struct notes *notes, const struct mention *date) {
    struct value value;
    int missing;
    if (when_resolve(&date->when, &notes->world, false, &value, &missing) != WHEN_FINE) return;
    notes->world.day = day_of_minute(value.number);
    notes->world.received = (int64_t)notes->world.day * DAY_MINUTES;
    notes_set(notes, FACT_ID_DOCUMENT_DATE, value_number(notes->world.day), date->span);
}

static void find_date(struct notes *notes, struct head *head) {
    const struct mention *date = find_foot_date(notes, head, &head->date_line);
    for (size_t line = 0; !date && line <= head->last_title_line + 1 && line < notes->paper.line_count; line++)
        date = date_of_line(notes, line);
    if (!date) date = find_printing_date(notes);
    if (date) set_date(notes, date);
}

/* "县妇联：2026年10月17日 21:12" in the first line. */
static void find_stamp(struct notes *notes, struct head *head) {
    const struct span line = paper_line_span(&notes->paper, head->title_line);
    const struct mention *stamp = notes_mention(notes, line, SLOT_TIME);
    if (!stamp || !is_full_date(stamp) || stamp->when.minute < 0 || stamp->span.end != line.end) return;
    head->is_message = true;
    set_date(notes, stamp);
    struct value value;
    int missing;
    if (when_resolve(&stamp->when, &notes->world, false, &value, &missing) != WHEN_FINE) return;
    notes->world.received = value.number;
    notes->world.received_exactly = true;
    notes_set(notes, FACT_ID_MESSAGE_SENT_AT, value, stamp->span);
}

void head_read(struct notes *notes, struct head *out) {
    *out = (struct head){.addressee_line = NO_LINE, .date_line = NO_LINE};
    find_addressees(notes, out);
    find_title(notes, out);
    set_title(notes);
    find_stamp(notes, out);
    if (!out->is_message) find_date(notes, out);
    find_number(notes, out);
}
