/* say.h - results to words and to JSON.
 *
 * A reader must believe: every sentence a user reads stands once, zh and en side by side, in say/messages.def or in a
 * rule file; writing is a pure function of the result; the same result gives the same bytes.
 */
#ifndef SAY_SAY_H
#define SAY_SAY_H

#include <base/buf.h>
#include <decide/decide.h>
#include <model/notice.h>
#include <model/thesaurus.h>

struct say_style {
    quanze_language language;
    bool colour;  /* ANSI colours */
    bool verbose; /* also what passed */
};

/* What a verdict names of the world it was made in. */
struct say_world {
    const struct list *list;
    const struct rulebook *book;
    const struct calendar *calendar;
    const struct thesaurus *thesaurus;     /* by which items are found; NULL: none */
    const struct say_constants *constants; /* for verdicts in bulk; NULL: they are written anew each time */
    const struct notice *notice;           /* the words that the task was read from; NULL: it was a task file */
    struct str correct;                    /* HTML: stands before a fact in the address where it is corrected; empty: nowhere */
};

/* What is the same in every verdict of a world in compact JSON, written once; the world's `constants` are not looked at.
 * Frozen; shared by threads. QUANZE_INTERNAL when memory ran out. */
struct say_constants;
quanze_status say_constants_open(const struct say_world *world, struct say_constants **out, struct quanze_error *error);
void say_constants_close(struct say_constants *constants);

/* The page of one decision: faces.md's terminal page, 80 columns, wide characters aligned. */
void say_decision_text(struct buf *out, const struct decision *decision, const struct say_world *world, struct say_style style);

/* The same for a browser and for paper: one <article>; `number` tells the tasks of one page apart. With a notice, its text
 * stands beside the judgement. */
void say_decision_html(struct buf *out, const struct decision *decision, const struct say_world *world, struct say_style style,
                       uint64_t number);

/* A verdict as a word with a shape; and a row of a table of decisions: verdict, title with a link, issuer. */
void say_verdict_html(struct buf *out, enum verdict verdict, quanze_language language);
void say_decision_row(struct buf *out, const struct decision *decision, quanze_language language, uint64_t number);

/* What stands around the articles of one page: `title` of a lone task's page, empty where there are several; the table of
 * several tasks, `rows` for `shown` of them. QUANZE_FORMAT_HTML_PART leaves the frame out. */
struct overview {
    struct str rows;
    uint64_t tasks, shown;
};
void say_decisions_begin(struct buf *out, struct str title, quanze_language language, quanze_format format);
void say_decisions_end(struct buf *out, const struct overview *overview, quanze_language language, quanze_format format);

/* quanze/verdict/1, one line without a newline (`pretty` false) or indented by two spaces (true). */
void say_decision_json(struct buf *out, const struct decision *decision, const struct say_world *world,
                       quanze_language language, bool pretty);

/* The eight digits that two people on the telephone compare: the same in both languages, with and without fixes and notice. */
void say_review_code(struct buf *out, const struct decision *decision, const struct say_world *world);

/* A rule's message filled with its values. */
void say_message(struct buf *out, const struct message *message, const struct rule_value *values, size_t count,
                 quanze_language language);

/* A fact's value as people write it ("2023-12-07 16:00", "240 元", "考核"), and as a task file writes it in JSON. */
void say_value(struct buf *out, enum fact_id fact, const struct value *value, quanze_language language);
void say_value_json(struct buf *out, enum fact_id fact, const struct value *value);

/* A JSON string with quotes; the text is valid UTF-8. */
void say_json_string(struct buf *out, struct str text);

/* Pages of lists, rules, facts, problems; `as_of` DAY_NONE = every day, of a rule its newest edition. */
struct list_style {
    quanze_language language;
    quanze_format form;
    struct str link; /* HTML: what stands before the id of an item in a link to its own page; empty: no links */
};
void say_list(struct buf *out, const struct list *list, int32_t as_of, quanze_language language, quanze_format format);
void say_item(struct buf *out, const struct list *list, int item, int32_t as_of, struct list_style style);
/* `item`: of the villages' items. */
void say_village_item(struct buf *out, const struct list *list, int item, int32_t as_of, struct list_style style);
/* The same as HTML or HTML_PART. */
void say_list_html(struct buf *out, const struct list *list, int32_t as_of, struct list_style style);
void say_item_html(struct buf *out, const struct list *list, int item, int32_t as_of, struct list_style style);
void say_village_item_html(struct buf *out, const struct list *list, int item, int32_t as_of, struct list_style style);
void say_rules(struct buf *out, const struct rulebook *book, int32_t as_of, quanze_language language, quanze_format format);
void say_rule(struct buf *out, const struct rule *rule, quanze_language language, quanze_format format);
/* A rule file to be filled in: it reads well, and its own examples hold. */
void say_new_rule(struct buf *out, struct str id, enum family family, int32_t since);
/* The whole book as one page; `form` HTML or HTML_PART. */
void say_book_html(struct buf *out, const struct rulebook *book, int32_t as_of, const struct quanze_page_request *style);
/* What was looked at; all zero where there is only the one list. */
struct lint_checked {
    size_t rules, letters; /* files */
};
void say_lint(struct buf *out, const struct problems *problems, struct lint_checked checked, quanze_language language,
              quanze_format format);
void say_facts(struct buf *out, struct str name, quanze_language language, quanze_format format);

/* What became of an import: as remarks above the list (lines of text), and as quanze/import/1. */
struct import_report;
void say_import_remarks(struct buf *out, const struct import_report *report, quanze_language language);
void say_import_json(struct buf *out, const struct import_report *report, quanze_language language);

/* What changed from one list to the next, and the tasks of a ledger that each change touches: text, or quanze/list-diff/1. */
struct list_diff;
struct list_touched;
struct list_change {
    const struct list_diff *diff;
    const struct list *before, *after;
    const struct list_touched *touched; /* NULL: no ledger was asked */
};
void say_list_diff(struct buf *out, const struct list_change *change, const struct quanze_page_request *style);

/* Result of `rules test`. */
struct rule_test_failure {
    struct str rule, example, expected;
    struct bilingual got;
    unsigned line;
};
struct rule_test_result {
    size_t rules, examples;
    struct rule_test_failure *failed;
    size_t failed_count;
};
void say_rule_test(struct buf *out, const struct rule_test_result *result, quanze_language language, quanze_format format);

/* JSON Schema 2020-12 of a task or a list, made from the fact table. */
void say_task_schema(struct buf *out);
void say_list_schema(struct buf *out);

#endif
