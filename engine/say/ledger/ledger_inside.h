/* ledger_inside.h - what the text and the JSON pages of the ledger share. */
#ifndef SAY_LEDGER_INSIDE_H
#define SAY_LEDGER_INSIDE_H

#include <say/ledger/ledger_page.h>
#include <say/say_inside.h>

/* A page of HTML, whole or as a part. */
static inline bool ledger_is_html(const struct ledger_page *page) {
    return page->format == QUANZE_FORMAT_HTML || page->format == QUANZE_FORMAT_HTML_PART;
}

static inline bool ledger_is_json(const struct ledger_page *page) { return page->format == QUANZE_FORMAT_JSON; }

/* Counts one more row, and tells whether it stands on this page: the next page goes on behind the last that does. */
static inline bool ledger_is_on_page(struct ledger_page *page) {
    const size_t before = page->seen++;
    if (before < page->skip) return false;
    page->is_more = page->most > 0 && before - page->skip >= page->most;
    if (page->is_more) return false;
    page->last = (int64_t)page->seen;
    return true;
}

/* The HTML of pages of rows: heads, a row each, the end. */
void ledger_html_lines(struct buf *out, const struct ledger_page *page);
void ledger_html_line(struct buf *out, const struct ledger_page *page, const struct ledger_line *line);
void ledger_html_dues(struct buf *out, const struct ledger_page *page, int32_t day);
void ledger_html_due(struct buf *out, const struct ledger_page *page, const struct ledger_due *due);
void ledger_html_complaints(struct buf *out, const struct ledger_page *page);
void ledger_html_complaint(struct buf *out, const struct ledger_page *page, const struct ledger_complaint_line *line);
void ledger_html_corrections(struct buf *out, const struct ledger_page *page, int32_t day);
void ledger_html_correction(struct buf *out, const struct ledger_page *page, const struct ledger_correction_line *line);
void ledger_html_faults(struct buf *out, const struct ledger_page *page);
void ledger_html_fault(struct buf *out, const struct ledger_page *page, int64_t row, enum ledger_fault fault);
void ledger_html_faults_end(struct buf *out, const struct ledger_page *page, const struct ledger_verified *verified);
void ledger_html_story(struct buf *out, const struct ledger_page *page, const struct ledger_story *story);

/* A month that has a page of its own. */
void ledger_html_month_cell(struct buf *out, const struct ledger_page *page, enum message_id head, struct str month);

/* Begins a page that is one table of rows, and ends it with a sentence below it. */
void ledger_html_table(struct buf *out, const struct ledger_page *page, enum message_id title, const enum message_id *heads,
                       size_t count);
void ledger_html_cell(struct buf *out, const struct ledger_page *page, enum message_id head, const char *style,
                      struct str text);
void ledger_html_end(struct buf *out, const struct ledger_page *page, struct str sentence);

/* Words that every form of a page shows. */
enum message_id ledger_kind_message(struct str kind);
struct str ledger_what(const struct ledger_line *line, quanze_language language);
struct str ledger_due_label(struct str why, quanze_language language);
struct str ledger_verdict_label(struct str name, quanze_language language);
struct str ledger_correction_label(enum ledger_correction_state state, quanze_language language);

/* The JSON of a part, in one line; the text of it is in ledger_text.c. */
void ledger_json_fault(struct buf *out, int64_t row, enum ledger_fault fault, quanze_language language);
void ledger_json_faults_end(struct buf *out, const struct ledger_verified *verified);
void ledger_json_entries(struct buf *out, const struct quanze_entry_summary *total);
void ledger_json_line(struct buf *out, const struct ledger_line *line);
void ledger_json_export(struct buf *out, const struct ledger_export *row);
void ledger_json_due(struct buf *out, const struct ledger_due *due);
void ledger_json_complaint(struct buf *out, const struct ledger_complaint_line *line);
void ledger_json_correction(struct buf *out, const struct ledger_correction_line *line);
void ledger_json_story(struct buf *out, const struct ledger_story *story);
void ledger_json_move(struct buf *out, const struct ledger_move *move, int64_t row);

/* Parts of text pages: a filled line with its further lines indented, what stands before a row of a JSON array, a part of a
 * line behind a gap, numbers and days as text, a vocabulary's word. */
void ledger_put_line(struct buf *out, struct buf *line, size_t first, size_t indent);
void ledger_put_message(struct buf *out, enum message_id id, quanze_language language, const struct str *values, size_t count);
void ledger_put_comma(struct buf *out, struct ledger_page *page);
void ledger_add_part(struct buf *line, struct str part, quanze_language language);
struct str ledger_number(char out[32], int64_t number);
struct str ledger_day(char out[24], int32_t day);
struct str ledger_ground_label(struct str ground, quanze_language language);
void ledger_put_grounds(struct buf *out, const struct ledger_story_move *move, quanze_language language);
struct str ledger_step_label(struct str step, quanze_language language);

#define LEDGER_NUMBER(number) ledger_number((char[32]){0}, (int64_t)(number))
#define LEDGER_DAY(day) ledger_day((char[24]){0}, (day))
#define LEDGER_PUT(out, id, language, ...)                                                                                     \
    ledger_put_message((out), (id), (language), (const struct str[]){__VA_ARGS__},                                             \
                       sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))

/* The sentence of a fault. */
struct str ledger_fault_words(enum ledger_fault fault, quanze_language language);

/* Bytes as hex digits. */
void ledger_put_hex(struct buf *out, const unsigned char *bytes, size_t count);

#endif
