/* gather_records.c - facts that are lists of records: rows by their names, and what is said of each. */
#include <read/notice/gather.h>

#define ROWS_MOST 64
#define FIELDS_MOST 12
#define ATTACHMENT_LINES 24

struct row {
    struct span span; /* where its name stands; empty for one without a name */
    struct value values[FIELDS_MOST];
};

struct rows {
    struct gathering_facts *gathering;
    const struct fact_info *info;
    enum fact_id fact;
    struct row at[ROWS_MOST];
    size_t count;
};

static bool holds_text(struct str long_text, struct str part) { return str_find(long_text, part) >= 0; }

/* The row of a name, made when it is new; of "统计表" and "检查情况统计表" the longer name stays. */
static void name_row(struct rows *rows, struct value name, struct span span) {
    const bool is_text = rows->info->fields[0].type == FACT_TEXT;
    for (size_t i = 0; i < rows->count; i++) {
        struct value *known = &rows->at[i].values[0];
        if (!is_text && known->number == name.number) return;
        if (!is_text || holds_text(value_text(known), value_text(&name))) {
            if (is_text) return;
            continue;
        }
        if (!holds_text(value_text(&name), value_text(known))) continue;
        rows->at[i].values[0] = name;
        rows->at[i].span = span;
        return;
    }
    if (rows->count == ROWS_MOST) return;
    rows->at[rows->count] = (struct row){.span = span};
    rows->at[rows->count++].values[0] = name;
}

/* One more word of a list that a field holds. */
static struct value add_choice(struct rows *rows, struct value list, struct value added) {
    struct notes *notes = rows->gathering->notes;
    const uint32_t count = list.state == VALUE_GIVEN ? list.count : 0;
    for (uint32_t i = 0; i < count; i++)
        if (list.items[i].number == added.number) return list;
    struct value *items = arena_take_array(notes->arena, count + 1, sizeof *items);
    if (!items) {
        notes->out_of_memory = true;
        return list;
    }
    if (count > 0) memcpy(items, list.items, count * sizeof *items);
    items[count] = added;
    return (struct value){.items = items, .count = count + 1, .state = VALUE_GIVEN};
}

static void fill_field(struct rows *rows, struct row *row, const struct said *said) {
    struct gathering_facts *gathering = rows->gathering;
    const size_t field = (size_t)said->saying->field;
    const struct field_info *info = &rows->info->fields[field];
    struct value *value = &row->values[field];
    if (info->type == FACT_CHOICES) {
        *value = add_choice(rows, *value, said->saying->value);
    } else if (value->state != VALUE_ABSENT) {
        return;
    } else if (info->type == FACT_TEXTS) {
        struct str texts[ROWS_MOST];
        const size_t count = gather_split(&gathering->notes->paper, gather_words(gathering, said), texts, ROWS_MOST);
        if (count > 0) *value = notes_texts(gathering->notes, texts, count);
    } else {
        *value = gather_value(gathering, said, info->type, info->choices);
    }
    notes_prove(gathering->notes, rows->fact, said->span);
}

/* How often and in which form papers are handed in is said of all of them; anything else of the row that stands nearest before.
 */
static bool is_said_of_all(const struct rows *rows, size_t field) {
    const struct str name = rows->info->fields[field].name;
    return str_equal(name, STR("media")) || str_equal(name, STR("every")) || str_equal(name, STR("fields"));
}

/* The last row named before it, where `near` only in its sentence; NULL when there is none. */
static struct row *last_row(struct rows *rows, const struct said *said, bool near) {
    struct row *nearest = NULL;
    const struct paper *paper = &rows->gathering->notes->paper;
    for (size_t i = 0; i < rows->count; i++) {
        struct row *row = &rows->at[i];
        if (row->span.first >= said->span.end || (near && paper->sentence_ends[row->span.first] < said->span.first)) continue;
        if (!nearest || row->span.first >= nearest->span.first) nearest = row;
    }
    return nearest;
}

/* The row that it is said of: named in its sentence, or where some were named since, before it. */
static struct row *row_before(struct rows *rows, const struct said *said) {
    struct row *row = last_row(rows, said, true);
    return row || rows->count < 2 ? row : last_row(rows, said, false);
}

static void attach(struct rows *rows, const struct said *said) {
    const bool is_period = rows->info->fields[said->saying->field].type == FACT_CHOICE; /* its time is the deadline, too */
    if (said->negated || (!is_period && !gather_claim(rows->gathering, said, rows->fact))) return;
    const bool may_lack_name = rows->fact == FACT_ID_DEMANDS_FORMS || rows->fact == FACT_ID_DEMANDS_APPS;
    if (rows->count == 0 && may_lack_name) rows->at[rows->count++] = (struct row){.span = {0, 0}};
    struct row *row = is_said_of_all(rows, (size_t)said->saying->field) ? NULL : row_before(rows, said);
    if (row) {
        fill_field(rows, row, said);
        return;
    }
    for (size_t i = 0; i < rows->count; i++) fill_field(rows, &rows->at[i], said);
}

static bool is_row_said(const struct rows *rows, const struct said *said, bool names) {
    return said->saying->fact == rows->fact && said->saying->who != WHO_HINT && said->saying->field >= 0 &&
           (said->saying->field == 0) == names;
}

static void read_rows(struct rows *rows) {
    const struct all_said *all = rows->gathering->said;
    for (size_t i = 0; i < all->count; i++) {
        const struct said *said = &all->at[i];
        if (!is_row_said(rows, said, true) || said->negated) continue;
        const struct field_info *field = &rows->info->fields[0];
        const struct value name = gather_value(rows->gathering, said, field->type, field->choices);
        if (name.state != VALUE_GIVEN) continue;
        name_row(rows, name, said->span);
        notes_prove(rows->gathering->notes, rows->fact, said->span);
    }
}

static void read_fields(struct rows *rows) {
    const struct all_said *all = rows->gathering->said;
    for (size_t i = 0; i < all->count; i++)
        if (is_row_said(rows, &all->at[i], false)) attach(rows, &all->at[i]);
}

/* A sealed paper is a paper. */
static void settle_media(struct rows *rows) {
    enum { MEDIA_PAPER = 1, MEDIA_SEALED = 2 };
    for (size_t r = 0; r < rows->count; r++)
        for (size_t f = 0; f < rows->info->field_count; f++) {
            struct value *media = &rows->at[r].values[f];
            if (rows->info->fields[f].type != FACT_CHOICES || media->state != VALUE_GIVEN) continue;
            bool is_sealed = false;
            for (uint32_t i = 0; i < media->count; i++) is_sealed = is_sealed || media->items[i].number == MEDIA_SEALED;
            struct value kept = {.state = VALUE_ABSENT};
            for (uint32_t i = 0; i < media->count; i++)
                if (!is_sealed || media->items[i].number != MEDIA_PAPER) kept = add_choice(rows, kept, media->items[i]);
            *media = kept;
        }
}

static void set_rows(struct rows *rows) {
    struct notes *notes = rows->gathering->notes;
    if (rows->count == 0) return;
    const size_t width = rows->info->field_count;
    struct value *items = arena_take_array(notes->arena, rows->count * width, sizeof *items);
    if (!items) {
        notes->out_of_memory = true;
        return;
    }
    for (size_t r = 0; r < rows->count; r++)
        for (size_t f = 0; f < width; f++) items[r * width + f] = rows->at[r].values[f];
    task_set(notes->task, rows->fact, (struct value){.items = items, .count = (uint32_t)rows->count, .state = VALUE_GIVEN});
}

/* "1." before the name of an attachment. */
static struct span without_number(const struct paper *paper, struct span span) {
    uint32_t first = span.first;
    while (first < span.end && point_is_digit(paper->points[first])) first++;
    if (first > span.first && first < span.end && point_is_of(paper->points[first], u".、")) span.first = first + 1;
    while (span.first < span.end && point_is_of(paper->points[span.first], u"《 ")) span.first++;
    while (span.first < span.end && point_is_of(paper->points[span.end - 1], u"》;。")) span.end--;
    return span;
}

static bool is_sheet(const struct paper *paper, struct span span) {
    /* What the issuer hands out, not what comes back. */
    static const uint16_t *const OWN[] = {u"分配表", u"分解表", u"安排表", u"日程表", u"分工表", u"名额表", u"联系表"};
    for (size_t i = 0; i < sizeof OWN / sizeof *OWN; i++)
        if (span.end > span.first + 3 && paper_has(paper, span.end - 3, OWN[i])) return false;
    return span.end > span.first + 2 && (point_is_of(paper->points[span.end - 1], u"表册卡") ||
                                         paper_has(paper, span.end - 2, u"台账") || paper_has(paper, span.end - 2, u"清单"));
}

/* The forms among what is attached: "附件：1.…表", and the lines behind it that go on counting. */
static void read_attachments(struct rows *rows) {
    struct notes *notes = rows->gathering->notes;
    const struct paper *paper = &notes->paper;
    size_t left = 0;
    for (size_t line = 0; line < paper->line_count; line++) {
        struct span span = paper_line_span(paper, line);
        if (span.first >= span.end) continue;
        const bool begins = paper_has(paper, span.first, u"附件") && paper_find(paper, span, u":") >= 0;
        if (begins) {
            span.first = (uint32_t)paper_find(paper, span, u":") + 1;
            left = ATTACHMENT_LINES;
        } else if (left == 0 || !point_is_digit(paper->points[span.first])) {
            left = 0;
            continue;
        }
        left--;
        span = without_number(paper, span);
        if (!is_sheet(paper, span)) continue;
        name_row(rows, value_of_text(paper_text(paper, span)), span);
        notes_prove(notes, rows->fact, span);
    }
}

/* Behind 第十七条, where it stands at a point; else the point. */
static uint32_t article_end(const struct paper *paper, uint32_t at) {
    enum { ARTICLE_POINTS = 9 };
    if (!paper_has(paper, at, u"第")) return at;
    for (uint32_t i = at + 1; i < paper->count && i < at + ARTICLE_POINTS; i++)
        if (paper->points[i] == u'条') return i + 1;
    return at;
}

/* 第十七条 behind a title, and those that go on: 第十七条、第二十条. */
static void read_article(struct rows *rows, struct row *row) {
    const struct paper *paper = &rows->gathering->notes->paper;
    const uint32_t first = row->span.end;
    uint32_t end = article_end(paper, first);
    if (end == first) return;
    for (uint32_t next; end < paper->count && point_is_of(paper->points[end], u"、和及"); end = next) {
        next = article_end(paper, end + 1);
        if (next == end + 1) break;
    }
    row->values[1] = value_of_text(paper_text(paper, (struct span){first, end}));
}

static bool ends_in(struct str text, struct str word) {
    return text.length >= word.length && memcmp(text.at + text.length - word.length, word.at, word.length) == 0;
}

/* What a title says of its rank; nothing where it does not. */
static const char *basis_kind(struct str title) {
    if (ends_in(title, STR("法")) && !ends_in(title, STR("办法")) && !ends_in(title, STR("方法"))) return "law";
    if (ends_in(title, STR("条例"))) return "regulation";
    return holds_text(title, STR("履行职责事项清单")) || holds_text(title, STR("履职事项清单")) ? "duty_list" : NULL;
}

/* Territorial management is a basis only where there is no other. */
static void settle_basis(struct rows *rows) {
    const struct field_info *kind = &rows->info->fields[2];
    for (size_t i = 0; i < rows->count; i++) {
        struct row *row = &rows->at[i];
        read_article(rows, row);
        const char *name = basis_kind(value_text(&row->values[0]));
        if (name) row->values[2] = value_number(choice_find(kind->choices, str_of(name)));
    }
    const struct all_said *all = rows->gathering->said;
    for (size_t i = 0; i < all->count && rows->count == 0; i++) {
        const struct said *said = &all->at[i];
        if (said->saying->fact != rows->fact || said->saying->field != 2 || said->negated) continue;
        rows->at[rows->count] = (struct row){.span = said->span};
        rows->at[rows->count].values[0] = value_of_text(STR("属地管理"));
        rows->at[rows->count++].values[2] = said->saying->value;
        notes_prove(rows->gathering->notes, rows->fact, said->span);
    }
}

void gather_records(struct gathering_facts *gathering) {
    struct rows rows = {.gathering = gathering};
    for (size_t fact = 0; fact < FACT_COUNT_ALL; fact++) {
        const struct fact_info *info = fact_at(fact);
        if (info->type != FACT_RECORDS || info->field_count > FIELDS_MOST || info->absence == ABSENCE_DERIVED) continue;
        rows.info = info;
        rows.fact = (enum fact_id)fact;
        rows.count = 0;
        read_rows(&rows);
        if (fact == FACT_ID_DEMANDS_FORMS) read_attachments(&rows);
        if (fact == FACT_ID_BASIS)
            settle_basis(&rows);
        else
            read_fields(&rows);
        settle_media(&rows);
        set_rows(&rows);
    }
}
