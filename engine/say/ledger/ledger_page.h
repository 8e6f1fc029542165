/* ledger_page.h - what the ledger keeps of a task and a decision, and its pages.
 *
 * A reader must believe: the same task gives the same bytes from whatever kind of file it was read: its facts alone count.
 */
#ifndef SAY_LEDGER_PAGE_H
#define SAY_LEDGER_PAGE_H

#include <ledger/correction.h>
#include <ledger/record.h>
#include <ledger/seal.h>
#include <say/say.h>
#include <say/writer.h>

/* The order of facts in a task file with sorted keys; made once for many tasks. */
struct say_fact_order {
    uint16_t at[FACT_COUNT_ALL];
    size_t count;
};

void say_fact_order_make(struct say_fact_order *out);

/* All facts that are given or stated none as one task file: JSON in one line, keys sorted. Derived facts are left out. */
void say_write_task(struct writer *writer, const struct task *task,
                    const struct say_fact_order *order); /* into a larger page */
void say_task_json(struct buf *out, const struct task *task, const struct say_fact_order *order);

/* quanze/decision/1: a verdict without the texts of its findings; what is unknown stands by rule and fact. */
void say_decision_record(struct buf *out, const struct decision *decision, const struct say_world *world);

/* The words of a finding, and the citation that carries it: one that was read in the source; nothing when the rule has none. */
void say_finding_words(struct buf *out, const struct finding *finding, quanze_language language);
void say_finding_basis(struct buf *out, const struct finding *finding);

/* A page of the ledger; rows are counted so that the first can be told from the others. */
struct ledger_page {
    quanze_language language;
    quanze_format format;
    size_t rows;                            /* written so far */
    size_t seen;                            /* also those of other pages */
    size_t skip;                            /* so many first ones stand on pages before this one */
    struct str more;                        /* HTML: stands before the last row in the address of the next page; or empty */
    size_t most;                            /* rows of a page; 0: all */
    bool is_more;                           /* a row was seen that stands on a page behind this one */
    int64_t last;                           /* number of the last row */
    struct str choose;                      /* HTML: id of the form of which a row is a choice; empty: none */
    int64_t chosen;                         /* the number that is chosen */
    const struct rulebook *book;            /* HTML of a story: gives the names of its rules; NULL: none */
    struct str link;                        /* HTML: what stands before a task's id in a link; empty: no links */
    size_t tally[LEDGER_CORRECTION_STATES]; /* corrections by state; of complaints the first: those that are answered */
};

/* What verify found: begin, a line a fault, end. */
void say_faults_begin(struct buf *out, struct ledger_page *page);
void say_fault(struct buf *out, struct ledger_page *page, int64_t row, enum ledger_fault fault);
void say_faults_end(struct buf *out, struct ledger_page *page, const struct ledger_verified *verified);

/* What became of task files. */
void say_entries(struct buf *out, const struct ledger_page *page, const struct quanze_entry_summary *total, bool keep_going);

/* Pages of rows: begin, a row each, end. Formats: lines also JSONL. */
void say_lines_begin(struct buf *out, struct ledger_page *page);
void say_line(struct buf *out, struct ledger_page *page, const struct ledger_line *line);
void say_dues_begin(struct buf *out, struct ledger_page *page, int32_t day);
void say_due(struct buf *out, struct ledger_page *page, const struct ledger_due *due);
void say_complaints_begin(struct buf *out, struct ledger_page *page);
void say_complaint(struct buf *out, struct ledger_page *page, const struct ledger_complaint_line *line);
/* `seen` and `tally` count all by now. */
void say_complaints_end(struct buf *out, struct ledger_page *page);
void say_corrections_begin(struct buf *out, struct ledger_page *page, int32_t day);
void say_correction(struct buf *out, struct ledger_page *page, const struct ledger_correction_line *line);
void say_corrections_end(struct buf *out, struct ledger_page *page);
void say_rows_end(struct buf *out, struct ledger_page *page);

/* What is handed out, in JSON, JSON Lines or CSV: parts one behind the other, each with its rows. JSON has the parts by name,
 * and its `format` between them where that belongs; CSV one part alone. */
void say_export_begin(struct buf *out, const struct ledger_page *page);
void say_export_format(struct buf *out, const struct ledger_page *page, bool is_first);
void say_export_part(struct buf *out, struct ledger_page *page, struct str name, bool is_first);
void say_export(struct buf *out, struct ledger_page *page, const struct ledger_export *row);
void say_record(struct buf *out, struct ledger_page *page, const struct ledger_record *record);
void say_export_part_end(struct buf *out, const struct ledger_page *page);
void say_export_end(struct buf *out, const struct ledger_page *page);

void say_complaint_added(struct buf *out, const struct ledger_page *page, const struct ledger_added *added, struct str words);
void say_complaint_answered(struct buf *out, const struct ledger_page *page, const struct ledger_added *added);
void say_correction_entered(struct buf *out, const struct ledger_page *page, const struct ledger_added *added,
                            quanze_correction what);
void say_story(struct buf *out, const struct ledger_page *page, const struct ledger_story *story);
void say_move(struct buf *out, const struct ledger_page *page, const struct ledger_move *move, int64_t row);
/* One seal as TEXT or JSON; seals one a line, also as HTML. */
void say_seal(struct buf *out, const struct ledger_page *page, const struct ledger_seal_line *line, struct str county);
/* That the month was not over when it was sealed: one sentence. */
void say_seal_early(struct buf *out, quanze_language language, const struct ledger_seal_line *line);
void say_seals_begin(struct buf *out, struct ledger_page *page);
void say_seal_line(struct buf *out, struct ledger_page *page, const struct ledger_seal_line *line);

#endif
