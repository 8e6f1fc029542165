/* finding_html.c - the findings of a decision as HTML: a box each, with what was seen and what it rests on. */
#include <say/decision/decision_html.h>

static bool decides(const struct finding *finding) {
    return (finding->status == STATUS_FAIL || finding->status == STATUS_ERROR) && !finding->excused;
}

static const char *box_of(const struct finding *finding) {
    if (!decides(finding)) return "<li class=\"box\" id=\"";
    if (finding->rule->level == LEVEL_BLOCK) return "<li class=\"box block\" id=\"";
    return finding->rule->level == LEVEL_HOLD ? "<li class=\"box hold\" id=\"" : "<li class=\"box\" id=\"";
}

static const char *mark_style(const struct finding *finding) {
    if (!decides(finding)) return "level info";
    switch (finding->rule->level) {
    case LEVEL_BLOCK: return "level block";
    case LEVEL_HOLD: return "level hold";
    case LEVEL_WARN:
    case LEVEL_INFO: break;
    }
    return "level warn";
}

static void put_headline(struct leaf *leaf, const struct finding *finding, size_t number) {
    struct sheet *sheet = &leaf->sheet;
    leaf_put(leaf, "<h3>");
    html_element(leaf_out(leaf), "span", mark_style(finding), sheet_mark(sheet, finding));
    leaf_put(leaf, " ");
    sheet_number(leaf_out(leaf), number);
    leaf_put(leaf, " ");
    sheet_add_headline(sheet, finding);
    html_text(leaf_out(leaf), buf_str(&sheet->line));
    page_drop(&sheet->page, &sheet->line);
    leaf_put(leaf, " ");
    html_element(leaf_out(leaf), "span", "id", finding->rule->id);
    leaf_put(leaf, "</h3>\n");
}

/* A fact leads to the field that was read from the notice. */
static void put_fact(struct leaf *leaf, enum fact_id fact) {
    struct sheet *sheet = &leaf->sheet;
    sheet_add_seen(sheet, fact);
    if (leaf_has_field(leaf, fact)) {
        leaf_put(leaf, "<a href=\"#");
        leaf_anchor(leaf, fact_at(fact)->name);
        leaf_put(leaf, "\">");
        html_text(leaf_out(leaf), buf_str(&sheet->line));
        leaf_put(leaf, "</a>");
    } else {
        html_text(leaf_out(leaf), buf_str(&sheet->line));
    }
    page_drop(&sheet->page, &sheet->line);
}

static void put_seen(struct leaf *leaf, const struct rule *rule) {
    bool any = false;
    enum fact_id fact;
    for (size_t at = 0; sheet_seen(&leaf->sheet, rule, &at, &fact); any = true) {
        leaf_put(leaf, any ? "" : "<p>");
        if (any) html_text(leaf_out(leaf), sheet_text(&leaf->sheet, MESSAGE_COMMA));
        put_fact(leaf, fact);
    }
    leaf_put(leaf, any ? "</p>\n" : "");
}

static void put_basis(struct leaf *leaf, const struct cites *basis) {
    struct sheet *sheet = &leaf->sheet;
    if (basis->count == 0) return;
    leaf_put(leaf, "<p class=\"small\">");
    html_text(leaf_out(leaf), sheet_text(sheet, MESSAGE_LABEL_BASIS));
    for (size_t i = 0; i < basis->count; i++) {
        html_text(leaf_out(leaf), sheet_text(sheet, i == 0 ? MESSAGE_COLON : MESSAGE_SEMICOLON));
        say_cite(&sheet->line, &basis->at[i], sheet->language);
        html_element(leaf_out(leaf), "span", basis->at[i].verified == 'V' ? NULL : "unverified", buf_str(&sheet->line));
        page_drop(&sheet->page, &sheet->line);
    }
    leaf_put(leaf, "</p>\n");
}

static void put_packs(struct leaf *leaf, const struct rule *rule) {
    sheet_add_pack(&leaf->sheet, rule);
    leaf_line(leaf, "p", "small");
    for (size_t i = 0; i < rule->change_count; i++) {
        say_rule_change(&leaf->sheet.line, &rule->changes[i], leaf->sheet.language);
        leaf_line(leaf, "p", "small");
    }
}

static void put_finding(struct leaf *leaf, const struct finding *finding, size_t number) {
    leaf_put(leaf, box_of(finding));
    leaf_anchor(leaf, finding->rule->id);
    leaf_put(leaf, "\">");
    put_headline(leaf, finding, number);
    if (finding->status != STATUS_UNKNOWN) {
        if (finding->excused) sheet_add(&leaf->sheet, MESSAGE_EXCUSED);
        leaf_line(leaf, "p", NULL);
        if (finding->waiver) sheet_add_waiver(&leaf->sheet, finding->waiver);
        leaf_line(leaf, "p", NULL);
        put_seen(leaf, finding->rule);
        put_basis(leaf, &finding->rule->basis);
        put_packs(leaf, finding->rule);
    }
    leaf_put(leaf, "</li>\n");
}

void leaf_findings(struct leaf *leaf) {
    const struct decision *decision = leaf->sheet.decision;
    size_t number = 0, hidden = 0, unchecked = 0, waiting = 0;
    if (decision->finding_count == 0) return;
    leaf_put(leaf, "<section>\n");
    leaf_heading(leaf, MESSAGE_HEADING_FINDINGS);
    leaf_put(leaf, "<ol class=\"findings\">\n");
    for (size_t i = 0; i < decision->finding_count; i++) {
        const struct finding *finding = &decision->findings[i];
        if (finding->unchecked)
            unchecked++;
        else if (sheet_waits_for_text(&leaf->sheet, finding))
            waiting++;
        else if (sheet_hides(&leaf->sheet, finding))
            hidden++;
        else
            put_finding(leaf, finding, ++number);
    }
    leaf_put(leaf, "</ol>\n");
    sheet_add_waiting(&leaf->sheet, waiting);
    leaf_line(leaf, "p", "small");
    sheet_add_hidden(&leaf->sheet, hidden);
    leaf_line(leaf, "p", "small");
    sheet_add_unchecked(&leaf->sheet, unchecked);
    leaf_line(leaf, "p", "small");
    leaf_put(leaf, "</section>\n");
}
