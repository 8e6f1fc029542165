/* decision_html.c - the page of one decision for a browser and for paper: its head and foot, and the order of the parts
 * between.
 */
#include <say/chart/chart.h>
#include <say/decision/decision_html.h>

/* An entry of the last part: label, then what is said of it. */
static void put_entry(struct sheet *sheet, enum message_id label, bool *first) {
    struct leaf *leaf = (struct leaf *)sheet;
    if (*first) html_element(leaf_out(leaf), "dt", NULL, sheet_text(sheet, label));
    *first = false;
    leaf_line(leaf, "dd", NULL);
}

static void put_verdict(struct leaf *leaf) {
    const struct decision *decision = leaf->sheet.decision;
    leaf_put(leaf, "<p>");
    say_verdict_html(leaf_out(leaf), decision->verdict, leaf->sheet.language);
    leaf_put(leaf, "</p>\n");
}

static void put_head(struct leaf *leaf) {
    struct sheet *sheet = &leaf->sheet;
    leaf_put(leaf, "<header>\n");
    put_verdict(leaf);
    html_element(leaf_out(leaf), "h1", NULL, sheet_title(sheet));
    leaf_put(leaf, "\n");
    sheet_add_parties(sheet);
    leaf_line(leaf, "p", NULL);
    sheet_add(sheet, MESSAGE_LABEL_ITEM);
    sheet_add(sheet, MESSAGE_COLON);
    sheet_add_item(sheet);
    leaf_line(leaf, "p", NULL);
    if (sheet->decision->provisional) {
        sheet_add(sheet, MESSAGE_LABEL_PROVISIONAL);
        sheet_add(sheet, MESSAGE_COLON);
        sheet_add_papers(sheet);
        leaf_line(leaf, "p", "box hold");
    }
    leaf_put(leaf, "</header>\n");
}

static void put_balance(struct leaf *leaf) {
    const struct decision *decision = leaf->sheet.decision;
    leaf_put(leaf, "<section>\n");
    leaf_heading(leaf, MESSAGE_LABEL_BALANCE);
    chart_balance(leaf_out(leaf), decision->balance, decision->task, leaf->sheet.language);
    leaf_put(leaf, "</section>\n");
}

static void put_answers(struct leaf *leaf) {
    leaf_put(leaf, "<section>\n");
    leaf_heading(leaf, MESSAGE_HEADING_NEXT);
    leaf_put(leaf, "<dl>\n");
    sheet_fixes(&leaf->sheet);
    sheet_answers(&leaf->sheet);
    leaf_put(leaf, "</dl>\n</section>\n");
}

static void put_passed(struct leaf *leaf) {
    struct sheet *sheet = &leaf->sheet;
    const struct decision *decision = sheet->decision;
    if (decision->passed_count == 0) return;
    page_drop(&sheet->page, &sheet->value);
    buf_put_int(&sheet->value, (int64_t)decision->passed_count);
    MESSAGES_FILL(&sheet->line, MESSAGE_PASSED_RULES, sheet->language, buf_str(&sheet->value));
    leaf_put(leaf, "<details>");
    leaf_line(leaf, "summary", NULL);
    leaf_put(leaf, "<ul>\n");
    for (size_t i = 0; i < decision->passed_count; i++) {
        leaf_put(leaf, "<li>");
        html_text(leaf_out(leaf), bilingual_text(&decision->passed[i]->title, sheet->language));
        leaf_put(leaf, " ");
        html_element(leaf_out(leaf), "span", "id", decision->passed[i]->id);
        leaf_put(leaf, "</li>\n");
    }
    leaf_put(leaf, "</ul></details>\n");
}

static void put_version(struct leaf *leaf, enum message_id label, struct str text, const struct digest *digest) {
    char hex[72];
    html_element(leaf_out(leaf), "dt", NULL, sheet_text(&leaf->sheet, label));
    leaf_put(leaf, "<dd>");
    html_text(leaf_out(leaf), text);
    if (digest) {
        digest_text(digest, hex);
        leaf_put(leaf, text.length > 0 ? " " : "");
        html_element(leaf_out(leaf), "code", NULL, str_of(hex));
    }
    leaf_put(leaf, "</dd>\n");
}

/* By what it was decided: enough to decide it again. */
static void put_versions(struct leaf *leaf) {
    struct sheet *sheet = &leaf->sheet;
    const struct say_world *world = sheet->world;
    leaf_put(leaf, "<section class=\"versions\">\n");
    leaf_heading(leaf, MESSAGE_HEADING_VERSIONS);
    leaf_put(leaf, "<dl>\n");
    say_day(&sheet->line, sheet->decision->as_of);
    put_version(leaf, MESSAGE_LABEL_AS_OF, buf_str(&sheet->line), NULL);
    page_drop(&sheet->page, &sheet->line);
    if (world->list) put_version(leaf, MESSAGE_LABEL_LIST, world->list->title, &world->list->digest);
    page_drop(&sheet->page, &sheet->value);
    buf_put_int(&sheet->value, (int64_t)sheet->decision->applied_rules);
    MESSAGES_FILL(&sheet->line, MESSAGE_RULE_COUNT, sheet->language, buf_str(&sheet->value));
    if (world->book) put_version(leaf, MESSAGE_LABEL_RULES, buf_str(&sheet->line), &world->book->digest);
    page_drop(&sheet->page, &sheet->line);
    sheet_packs(sheet);
    if (sheet->value.length > 0) put_version(leaf, MESSAGE_LABEL_PACKS, buf_str(&sheet->value), NULL);
    if (world->calendar) put_version(leaf, MESSAGE_LABEL_CALENDAR, STR(""), &world->calendar->digest);
    if (world->thesaurus && world->thesaurus->is_read)
        put_version(leaf, MESSAGE_LABEL_THESAURUS, STR(""), &world->thesaurus->digest);
    put_version(leaf, MESSAGE_LABEL_ENGINE, STR("quanze " QUANZE_VERSION), NULL);
    sheet_review_code(sheet);
    put_version(leaf, MESSAGE_LABEL_REVIEW_CODE, buf_str(&sheet->value), NULL);
    leaf_put(leaf, "</dl>\n</section>\n");
}

static void put_judgement(struct leaf *leaf) {
    put_balance(leaf);
    leaf_findings(leaf);
    put_answers(leaf);
    put_passed(leaf);
}

void say_verdict_html(struct buf *out, enum verdict verdict, quanze_language language) {
    buf_put_text(out, "<strong class=\"verdict ");
    buf_put(out, verdict_name(verdict));
    buf_put_text(out, "\">");
    html_text(out, say_verdict(verdict, language));
    buf_put_text(out, "</strong>");
}

void say_decision_html(struct buf *out, const struct decision *decision, const struct say_world *world, struct say_style style,
                       uint64_t number) {
    struct leaf leaf = {.sheet = {.page = {.out = out},
                                  .decision = decision,
                                  .world = world,
                                  .language = style.language,
                                  .verbose = style.verbose,
                                  .entry = put_entry},
                        .number = number};
    leaf_put(&leaf, "<article class=\"task\" id=\"");
    leaf_anchor(&leaf, STR("task"));
    leaf_put(&leaf, "\">\n");
    put_head(&leaf);
    if (world->notice) {
        leaf_put(&leaf, "<div class=\"two\">\n<div>\n");
        leaf_notice(&leaf);
        leaf_put(&leaf, "</div>\n<div>\n");
    }
    put_judgement(&leaf);
    if (world->notice) leaf_put(&leaf, "</div>\n</div>\n");
    put_versions(&leaf);
    leaf_put(&leaf, "</article>\n");
    out->failed |= leaf.sheet.line.failed || leaf.sheet.value.failed;
    buf_free(&leaf.sheet.line);
    buf_free(&leaf.sheet.value);
}
