/* finding_text.c - the findings of a decision, numbered, each with what was seen and what it rests on. */
#include <base/utf8.h>
#include <say/decision/sheet.h>

#define SEEN_MAX_BYTES 120 /* a value on the page: some 40 characters */

bool sheet_waits_for_text(const struct sheet *sheet, const struct finding *finding) {
    return !sheet->verbose && finding->waits_for_text && finding->rule->level >= LEVEL_HOLD;
}

bool sheet_hides(const struct sheet *sheet, const struct finding *finding) {
    if (finding->unchecked || sheet_waits_for_text(sheet, finding)) return true; /* told together, in one line */
    return !sheet->verbose && finding->status == STATUS_UNKNOWN && finding->rule->level < LEVEL_HOLD;
}

void sheet_number(struct buf *out, size_t number) {
    if (number >= 1 && number <= 20) {
        /* U+2460 is ①; the twenty stand in one row of UTF-8. */
        const char circled[3] = {(char)0xE2, (char)0x91, (char)(0x9F + number)};
        buf_put(out, (struct str){circled, 3});
    } else {
        buf_put_int(out, (int64_t)number);
    }
}

static enum paint level_paint(enum level level) {
    return level == LEVEL_BLOCK ? PAINT_BLOCK : level == LEVEL_HOLD ? PAINT_HOLD : PAINT_STRONG;
}

struct str sheet_mark(const struct sheet *sheet, const struct finding *finding) {
    if (finding->status == STATUS_UNKNOWN) return sheet_text(sheet, MESSAGE_MARK_UNKNOWN);
    if (finding->status == STATUS_WAIVED) return sheet_text(sheet, MESSAGE_MARK_WAIVED);
    return say_level(finding->rule->level, sheet->language);
}

static size_t body_column(const struct sheet *sheet) { return sheet->language == QUANZE_EN ? 13 : 9; }

void sheet_add_headline(struct sheet *sheet, const struct finding *finding) {
    const struct str title = bilingual_text(&finding->rule->title, sheet->language);
    page_drop(&sheet->page, &sheet->value);
    say_finding(&sheet->value, finding, sheet->language);
    if (str_equal(title, buf_str(&sheet->value)))
        buf_put(&sheet->line, title);
    else if (finding->status == STATUS_UNKNOWN)
        MESSAGES_FILL(&sheet->line, MESSAGE_HEADLINE_UNKNOWN, sheet->language, title,
                      say_level(finding->rule->level, sheet->language), buf_str(&sheet->value));
    else
        MESSAGES_FILL(&sheet->line, finding->status == STATUS_ERROR ? MESSAGE_HEADLINE_ERROR : MESSAGE_HEADLINE,
                      sheet->language, title, buf_str(&sheet->value));
}

static void put_headline(struct sheet *sheet, const struct finding *finding, size_t number) {
    const bool decides = finding->status == STATUS_FAIL || finding->status == STATUS_ERROR;
    page_to(&sheet->page, 1);
    page_paint(&sheet->page, decides && !finding->excused ? level_paint(finding->rule->level) : PAINT_STRONG);
    page_put(&sheet->page, sheet_mark(sheet, finding));
    page_paint(&sheet->page, PAINT_PLAIN);
    sheet_number(&sheet->line, number);
    page_to(&sheet->page, body_column(sheet) - utf8_width(buf_str(&sheet->line)) - 2);
    page_put(&sheet->page, buf_str(&sheet->line));
    page_to(&sheet->page, body_column(sheet));
    page_drop(&sheet->page, &sheet->line);
    sheet_add_headline(sheet, finding);
    page_flow_edge(&sheet->page, buf_str(&sheet->line), body_column(sheet), finding->rule->id);
    page_drop(&sheet->page, &sheet->line);
}

static void put_detail(struct sheet *sheet) {
    if (sheet->line.length > 0) {
        page_to(&sheet->page, body_column(sheet));
        page_flow(&sheet->page, buf_str(&sheet->line), body_column(sheet));
        page_end_line(&sheet->page);
    }
    page_drop(&sheet->page, &sheet->line);
}

void sheet_add_seen(struct sheet *sheet, enum fact_id fact) {
    const struct task *task = sheet->decision->task;
    buf_put(&sheet->line, fact_label(fact, sheet->language));
    buf_put_char(&sheet->line, ' ');
    page_drop(&sheet->page, &sheet->value);
    say_value(&sheet->value, fact, &task->value[fact], sheet->language);
    say_shortened(&sheet->line, buf_str(&sheet->value), SEEN_MAX_BYTES);
}

bool sheet_seen(const struct sheet *sheet, const struct rule *rule, size_t *at, enum fact_id *out) {
    while (*at < rule->need_count + rule->may_count) {
        const size_t i = (*at)++;
        *out = i < rule->need_count ? rule->needs[i] : rule->may[i - rule->need_count];
        if (task_knows(sheet->decision->task, *out)) return true;
    }
    return false;
}

static void put_seen(struct sheet *sheet, const struct rule *rule) {
    enum fact_id fact;
    for (size_t at = 0; sheet_seen(sheet, rule, &at, &fact);) {
        if (sheet->line.length > 0) sheet_add(sheet, MESSAGE_COMMA);
        sheet_add_seen(sheet, fact);
    }
    put_detail(sheet);
}

static void put_basis(struct sheet *sheet, const struct cites *basis) {
    for (size_t i = 0; i < basis->count; i++) {
        page_to(&sheet->page, body_column(sheet));
        if (i == 0) page_put(&sheet->page, sheet_text(sheet, MESSAGE_LABEL_BASIS));
        const size_t column = body_column(sheet) + utf8_width(sheet_text(sheet, MESSAGE_LABEL_BASIS)) + 2;
        page_to(&sheet->page, column);
        say_cite(&sheet->line, &basis->at[i], sheet->language);
        page_flow(&sheet->page, buf_str(&sheet->line), column);
        page_end_line(&sheet->page);
        page_drop(&sheet->page, &sheet->line);
    }
}

void sheet_add_waiver(struct sheet *sheet, const struct waiver *waiver) {
    page_drop(&sheet->page, &sheet->value);
    if (waiver->validity.to == DAY_NONE)
        buf_put(&sheet->value, sheet_text(sheet, MESSAGE_OPEN_END));
    else
        say_day(&sheet->value, waiver->validity.to);
    MESSAGES_FILL(&sheet->line, MESSAGE_WAIVED_BY, sheet->language, waiver->id, waiver->reason, waiver->requested_by,
                  waiver->approved_by, buf_str(&sheet->value));
}

void sheet_add_pack(struct sheet *sheet, const struct rule *rule) {
    page_drop(&sheet->page, &sheet->value);
    if (!rule->pack) return;
    say_pack_name(&sheet->value, rule->pack, sheet->language);
    MESSAGES_FILL(&sheet->line, MESSAGE_BROUGHT, sheet->language, buf_str(&sheet->value));
}

static void put_packs(struct sheet *sheet, const struct rule *rule) {
    sheet_add_pack(sheet, rule);
    put_detail(sheet);
    for (size_t i = 0; i < rule->change_count; i++) {
        say_rule_change(&sheet->line, &rule->changes[i], sheet->language);
        put_detail(sheet);
    }
}

static void put_finding(struct sheet *sheet, const struct finding *finding, size_t number) {
    put_headline(sheet, finding, number);
    if (finding->status == STATUS_UNKNOWN && !sheet->verbose) return;
    if (finding->excused) {
        sheet_add(sheet, MESSAGE_EXCUSED);
        put_detail(sheet);
    }
    if (finding->waiver) {
        sheet_add_waiver(sheet, finding->waiver);
        put_detail(sheet);
    }
    put_seen(sheet, finding->rule);
    put_basis(sheet, &finding->rule->basis);
    put_packs(sheet, finding->rule);
}

/* The line that is being made, faint and at the margin. */
static void put_remark(struct sheet *sheet) {
    if (sheet->line.length == 0) return;
    page_paint(&sheet->page, PAINT_FAINT);
    page_to(&sheet->page, 1);
    page_flow(&sheet->page, buf_str(&sheet->line), 1);
    page_paint(&sheet->page, PAINT_PLAIN);
    page_end_line(&sheet->page);
    page_drop(&sheet->page, &sheet->line);
}

void sheet_add_hidden(struct sheet *sheet, size_t hidden) {
    if (hidden == 0) return;
    page_drop(&sheet->page, &sheet->value);
    buf_put_int(&sheet->value, (int64_t)hidden);
    MESSAGES_FILL(&sheet->line, MESSAGE_HIDDEN_UNKNOWN, sheet->language, buf_str(&sheet->value));
}

void sheet_add_waiting(struct sheet *sheet, size_t waiting) {
    if (waiting == 0) return;
    page_drop(&sheet->page, &sheet->value);
    buf_put_int(&sheet->value, (int64_t)waiting);
    MESSAGES_FILL(&sheet->line, MESSAGE_WAITS_FOR_TEXT, sheet->language, buf_str(&sheet->value));
}

void sheet_add_unchecked(struct sheet *sheet, size_t unchecked) {
    if (unchecked == 0) return;
    struct buf count = {0};
    bool first = true;
    page_drop(&sheet->page, &sheet->value);
    for (size_t i = 0; i < sheet->decision->finding_count; i++) {
        if (!sheet->decision->findings[i].unchecked) continue;
        if (!first) buf_put(&sheet->value, sheet_text(sheet, MESSAGE_LIST_COMMA));
        first = false;
        buf_put(&sheet->value, sheet->decision->findings[i].rule->id);
    }
    buf_put_int(&count, (int64_t)unchecked);
    MESSAGES_FILL(&sheet->line, MESSAGE_UNCHECKED_RULES, sheet->language, buf_str(&count), buf_str(&sheet->value));
    sheet->line.failed |= count.failed;
    buf_free(&count);
}

static void put_passed(struct sheet *sheet) {
    page_end_line(&sheet->page);
    for (size_t i = 0; i < sheet->decision->passed_count; i++) {
        const struct rule *rule = sheet->decision->passed[i];
        page_paint(&sheet->page, PAINT_FAINT);
        page_to(&sheet->page, 1);
        page_put(&sheet->page, sheet_text(sheet, MESSAGE_MARK_PASSED));
        page_to(&sheet->page, body_column(sheet));
        page_flow_edge(&sheet->page, bilingual_text(&rule->title, sheet->language), body_column(sheet), rule->id);
        page_paint(&sheet->page, PAINT_PLAIN);
    }
}

void sheet_findings(struct sheet *sheet) {
    size_t number = 0, hidden = 0, unchecked = 0, waiting = 0;
    if (sheet->decision->finding_count > 0) page_end_line(&sheet->page);
    for (size_t i = 0; i < sheet->decision->finding_count; i++) {
        if (sheet->decision->findings[i].unchecked)
            unchecked++;
        else if (sheet_waits_for_text(sheet, &sheet->decision->findings[i]))
            waiting++;
        else if (sheet_hides(sheet, &sheet->decision->findings[i]))
            hidden++;
        else
            put_finding(sheet, &sheet->decision->findings[i], ++number);
    }
    sheet_add_waiting(sheet, waiting);
    if (waiting > 0) sheet_add(sheet, MESSAGE_HIDDEN_SHOWN_BY);
    put_remark(sheet);
    sheet_add_hidden(sheet, hidden);
    if (hidden > 0) sheet_add(sheet, MESSAGE_HIDDEN_SHOWN_BY);
    put_remark(sheet);
    sheet_add_unchecked(sheet, unchecked);
    put_remark(sheet);
    if (sheet->verbose && sheet->decision->passed_count > 0) put_passed(sheet);
}
