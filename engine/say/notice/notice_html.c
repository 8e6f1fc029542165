/* notice_html.c - the notice that a task was read from, beside its judgement: the words behind each fact underlined, numbered,
 * and linked to the field that was read from them.
 *
 * A reader must believe: only words that stand in the notice at the place the reader told are underlined.
 */
#include <say/decision/decision_html.h>

#include <base/alloc.h>
#include <base/utf8.h>
#include <say/notice/notice.h>
#include <stdlib.h>

/* The bytes of the body that one piece of evidence names. */
struct span {
    size_t from, to;
    enum fact_id fact;
};

/* The byte where a line of the text begins; its length when there is no such line. */
static size_t line_start(struct str text, unsigned line) {
    size_t at = 0;
    for (unsigned i = 1; i < line && at < text.length; at++)
        if (text.at[at] == '\n') i++;
    return at;
}

static bool span_of(struct str body, const struct evidence *evidence, struct span *out) {
    size_t at = line_start(body, evidence->line);
    for (unsigned i = 1; i < evidence->column && at < body.length;) i += utf8_next(body, &at) >= 0;
    if (evidence->line == 0 || evidence->text.length == 0 || evidence->text.length > body.length - at) return false;
    if (!str_equal((struct str){body.at + at, evidence->text.length}, evidence->text)) return false;
    *out = (struct span){at, at + evidence->text.length, evidence->fact};
    return true;
}

static int by_number(const void *a, const void *b) {
    const size_t one = *(const size_t *)a, other = *(const size_t *)b;
    return one < other ? -1 : one > other;
}

static int by_place(const void *a, const void *b) {
    const struct span *one = a, *other = b;
    if (one->from != other->from) return one->from < other->from ? -1 : 1;
    if (one->to != other->to) return one->to > other->to ? -1 : 1;
    return one->fact < other->fact ? -1 : one->fact > other->fact;
}

/* The notice as it is cut into pieces: a piece begins and ends where some span does. */
struct cuts {
    struct span *spans;
    size_t span_count;
    size_t *at;
    size_t count;
};

/* False when memory ran out. */
static bool cuts_make(struct str body, const struct notice *notice, struct cuts *out) {
    out->spans = alloc_new((notice->evidence_count + 1) * sizeof *out->spans);
    out->at = alloc_new((2 * notice->evidence_count + 2) * sizeof *out->at);
    if (!out->spans || !out->at) return false;
    for (size_t i = 0; i < notice->evidence_count; i++) {
        struct span *span = &out->spans[out->span_count];
        if (!span_of(body, &notice->evidence[i], span)) continue;
        out->at[out->count++] = span->from;
        out->at[out->count++] = span->to;
        out->span_count++;
    }
    out->at[out->count++] = 0;
    out->at[out->count++] = body.length;
    qsort(out->spans, out->span_count, sizeof *out->spans, by_place);
    qsort(out->at, out->count, sizeof *out->at, by_number);
    return true;
}

static void cuts_free(struct cuts *cuts) {
    alloc_free(cuts->spans);
    alloc_free(cuts->at);
}

/* The number of the field that a fact became; 0 when it became none. */
typedef unsigned field_numbers[FACT_COUNT_ALL];

bool leaf_has_field(const struct leaf *leaf, enum fact_id fact) {
    const struct notice *notice = leaf->sheet.world->notice;
    if (!notice || !task_knows(leaf->sheet.decision->task, fact)) return false;
    for (size_t i = 0; i < notice->evidence_count; i++)
        if (notice->evidence[i].fact == fact) return true;
    return false;
}

static void number_fields(const struct leaf *leaf, field_numbers out) {
    unsigned count = 0;
    for (size_t fact = 0; fact < FACT_COUNT_ALL; fact++) out[fact] = leaf_has_field(leaf, (enum fact_id)fact) ? ++count : 0;
}

/* A piece of the notice; a script lights it together with the fields that are named in data-fields. */
static void put_piece(struct leaf *leaf, const struct cuts *cuts, struct str text, size_t from, const field_numbers numbers) {
    struct fact_set told = {{0}};
    bool any = false;
    for (size_t i = 0; i < cuts->span_count && cuts->spans[i].from <= from; i++) {
        const enum fact_id fact = cuts->spans[i].fact;
        if (cuts->spans[i].to <= from || numbers[fact] == 0 || fact_set_has(&told, fact)) continue;
        leaf_put(leaf, any ? " " : "<mark data-fields=\"");
        buf_put_int(leaf_out(leaf), numbers[fact]);
        fact_set_add(&told, fact);
        any = true;
    }
    leaf_put(leaf, any ? "\">" : "");
    html_text(leaf_out(leaf), text);
    leaf_put(leaf, any ? "</mark>" : "");
}

/* Behind the last words that a fact was read from at a place: its number, which leads to the field. */
static void put_link(struct leaf *leaf, enum fact_id fact, unsigned number, bool *linked) {
    leaf_put(leaf, "<sup><a ");
    if (!*linked) {
        leaf_put(leaf, "id=\"");
        leaf_anchor(leaf, STR("words-"));
        html_anchor(leaf_out(leaf), fact_at(fact)->name);
        leaf_put(leaf, "\" ");
    }
    *linked = true;
    leaf_put(leaf, "href=\"#");
    leaf_anchor(leaf, fact_at(fact)->name);
    leaf_put(leaf, "\">");
    buf_put_int(leaf_out(leaf), number);
    leaf_put(leaf, "</a></sup>");
}

static void put_links(struct leaf *leaf, const struct cuts *cuts, size_t to, const field_numbers numbers, bool *linked) {
    struct fact_set told = {{0}};
    for (size_t i = 0; i < cuts->span_count && cuts->spans[i].from < to; i++) {
        const enum fact_id fact = cuts->spans[i].fact;
        if (cuts->spans[i].to != to || numbers[fact] == 0 || fact_set_has(&told, fact)) continue;
        fact_set_add(&told, fact);
        put_link(leaf, fact, numbers[fact], &linked[fact]);
    }
}

static void put_text(struct leaf *leaf, struct str body, const field_numbers numbers, bool *linked) {
    struct cuts cuts = {0};
    leaf_put(leaf, "<div class=\"notice\">");
    if (!cuts_make(body, leaf->sheet.world->notice, &cuts)) leaf_out(leaf)->failed = true;
    for (size_t i = 0; i + 1 < cuts.count && !leaf_out(leaf)->failed; i++) {
        const size_t from = cuts.at[i], to = cuts.at[i + 1];
        if (from == to) continue;
        put_piece(leaf, &cuts, (struct str){body.at + from, to - from}, from, numbers);
        put_links(leaf, &cuts, to, numbers, linked);
    }
    leaf_put(leaf, "</div>\n");
    cuts_free(&cuts);
}

/* The words of a fact that stand nowhere in the text as it is shown. */
static void put_words(struct leaf *leaf, enum fact_id fact) {
    struct sheet *sheet = &leaf->sheet;
    const struct notice *notice = sheet->world->notice;
    for (size_t i = 0; i < notice->evidence_count; i++) {
        if (notice->evidence[i].fact != fact) continue;
        sheet_add(sheet, MESSAGE_QUOTE_OPEN);
        say_shortened(&sheet->line, notice->evidence[i].text, SAY_MAX_SEEN_BYTES);
        sheet_add(sheet, MESSAGE_QUOTE_CLOSE);
        leaf_put(leaf, " ");
        leaf_line(leaf, "small", NULL);
        return;
    }
}

/* To where the value can be corrected. */
static void put_correct(struct leaf *leaf, enum fact_id fact) {
    const struct str correct = leaf->sheet.world->correct;
    if (correct.length == 0) return;
    leaf_put(leaf, " <a class=\"no-print\" href=\"");
    html_text(leaf_out(leaf), correct);
    html_anchor(leaf_out(leaf), fact_at(fact)->name);
    leaf_put(leaf, "\">");
    html_text(leaf_out(leaf), sheet_text(&leaf->sheet, MESSAGE_CORRECT_IT));
    leaf_put(leaf, "<span class=\"unseen\">");
    html_text(leaf_out(leaf), fact_label(fact, leaf->sheet.language));
    leaf_put(leaf, "</span></a>");
}

static void put_field(struct leaf *leaf, enum fact_id fact, unsigned number, bool linked) {
    struct sheet *sheet = &leaf->sheet;
    leaf_put(leaf, "<tr id=\"");
    leaf_anchor(leaf, fact_at(fact)->name);
    leaf_put(leaf, "\" data-fields=\"");
    buf_put_int(leaf_out(leaf), number);
    leaf_put(leaf, "\"><td class=\"number\">");
    buf_put_int(leaf_out(leaf), number);
    leaf_put(leaf, "</td><th scope=\"row\">");
    if (linked) {
        leaf_put(leaf, "<a href=\"#");
        leaf_anchor(leaf, STR("words-"));
        html_anchor(leaf_out(leaf), fact_at(fact)->name);
        leaf_put(leaf, "\">");
    }
    html_text(leaf_out(leaf), fact_label(fact, sheet->language));
    leaf_put(leaf, linked ? "</a></th><td>" : "</th><td>");
    page_drop(&sheet->page, &sheet->value);
    say_value(&sheet->value, fact, &sheet->decision->task->value[fact], sheet->language);
    say_shortened(&sheet->line, buf_str(&sheet->value), SAY_MAX_SEEN_BYTES);
    html_text(leaf_out(leaf), buf_str(&sheet->line));
    page_drop(&sheet->page, &sheet->line);
    if (!linked) put_words(leaf, fact);
    put_correct(leaf, fact);
    leaf_put(leaf, "</td></tr>\n");
}

static void put_fields(struct leaf *leaf, const field_numbers numbers, const bool *linked) {
    size_t count = 0;
    for (size_t fact = 0; fact < FACT_COUNT_ALL; fact++) count += numbers[fact] > 0;
    if (count == 0) return;
    leaf_put(leaf, "<table>\n");
    html_element(leaf_out(leaf), "caption", NULL, sheet_text(&leaf->sheet, MESSAGE_HEADING_READ));
    leaf_put(leaf, "<tbody>\n");
    for (size_t fact = 0; fact < FACT_COUNT_ALL; fact++)
        if (numbers[fact] > 0) put_field(leaf, (enum fact_id)fact, numbers[fact], linked[fact]);
    leaf_put(leaf, "</tbody></table>\n");
}

static void put_doubts(struct leaf *leaf) {
    struct sheet *sheet = &leaf->sheet;
    const struct notice *notice = sheet->world->notice;
    if (notice->doubt_count == 0) return;
    html_element(leaf_out(leaf), "h3", NULL, sheet_text(sheet, MESSAGE_HEADING_UNSURE));
    leaf_put(leaf, "<ul>\n");
    for (size_t i = 0; i < notice->doubt_count; i++) {
        const struct doubt *doubt = &notice->doubts[i];
        buf_put(&sheet->line, fact_label(doubt->fact, sheet->language));
        sheet_add(sheet, MESSAGE_COLON);
        buf_put(&sheet->line, sheet->language == QUANZE_EN ? doubt->en : doubt->zh);
        if (doubt->line > 0) {
            sheet_add(sheet, MESSAGE_QUOTE_OPEN);
            say_shortened(&sheet->line, doubt->text, SAY_MAX_SEEN_BYTES);
            sheet_add(sheet, MESSAGE_QUOTE_CLOSE);
            say_notice_place(&sheet->line, doubt->line, doubt->column, sheet->language);
        }
        leaf_line(leaf, "li", NULL);
    }
    leaf_put(leaf, "</ul>\n");
}

void leaf_notice(struct leaf *leaf) {
    field_numbers numbers;
    bool linked[FACT_COUNT_ALL] = {false};
    number_fields(leaf, numbers);
    leaf_heading(leaf, MESSAGE_HEADING_NOTICE);
    put_text(leaf, task_text(leaf->sheet.decision->task, FACT_ID_BODY), numbers, linked);
    put_fields(leaf, numbers, linked);
    put_doubts(leaf);
}
