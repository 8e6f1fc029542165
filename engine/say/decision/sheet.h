/* sheet.h - the page of one decision, part by part: its sentences, and how a terminal shows them.
 *
 * A reader must believe: what sheet_add_* makes stands at the end of `line`; the HTML page is made of the same sentences.
 */
#ifndef SAY_SHEET_H
#define SAY_SHEET_H

#include <say/page.h>
#include <say/say_inside.h>

struct sheet {
    struct page page;
    const struct decision *decision;
    const struct say_world *world;
    quanze_language language;
    bool verbose;
    /* Shows the paragraph being made as one entry of a part of the page; the part's label stands before its first entry. */
    void (*entry)(struct sheet *sheet, enum message_id label, bool *first);
    struct buf line;  /* the paragraph being made */
    struct buf value; /* a part of it */
};

static inline struct str sheet_text(const struct sheet *sheet, enum message_id id) {
    return messages_text(id, sheet->language);
}

/* Appends a message to the paragraph being made. */
static inline void sheet_add(struct sheet *sheet, enum message_id id) { buf_put(&sheet->line, sheet_text(sheet, id)); }

/* `entry` of the terminal page. */
void sheet_entry_text(struct sheet *sheet, enum message_id label, bool *first);

/* The title, or what stands for it. */
struct str sheet_title(const struct sheet *sheet);

/* Who sends what to whom, received and due when; the list item and how it was found; by when the papers of an emergency follow.
 */
void sheet_add_parties(struct sheet *sheet);
void sheet_add_item(struct sheet *sheet);
void sheet_add_papers(struct sheet *sheet);

/* Into `value`: what two people on the telephone compare, the same in both languages; the packs that counted. */
void sheet_review_code(struct sheet *sheet);
void sheet_packs(struct sheet *sheet);

/* The smallest fixes, when they were asked for. */
void sheet_fixes(struct sheet *sheet);

/* Whether it is one of the many that the text of an unfinished paper would tell: the page without `verbose` counts them. */
bool sheet_waits_for_text(const struct sheet *sheet, const struct finding *finding);

/* A finding that the page without `verbose` leaves out: one of these, or unknown and too low to decide anything. */
bool sheet_hides(const struct sheet *sheet, const struct finding *finding);

/* 阻断, or that it is unknown or waived. */
struct str sheet_mark(const struct sheet *sheet, const struct finding *finding);

/* The rule's title and what the finding says; the title alone where that is all it says. */
void sheet_add_headline(struct sheet *sheet, const struct finding *finding);

/* The next fact that a rule has seen: one it asks for and the task tells. `*at` is 0 at first; false when there is none left.
 */
bool sheet_seen(const struct sheet *sheet, const struct rule *rule, size_t *at, enum fact_id *out);

/* A fact with its value, cut where it is long. */
void sheet_add_seen(struct sheet *sheet, enum fact_id fact);

void sheet_add_waiver(struct sheet *sheet, const struct waiver *waiver);

/* Which pack brought a rule; nothing when it is the book's own. */
void sheet_add_pack(struct sheet *sheet, const struct rule *rule);

/* How many findings are left out, and which rules ask a past that there is none of; nothing for none. */
void sheet_add_waiting(struct sheet *sheet, size_t waiting);
void sheet_add_hidden(struct sheet *sheet, size_t hidden);
void sheet_add_unchecked(struct sheet *sheet, size_t unchecked);

/* ① to ⑳, then plain numbers. */
void sheet_number(struct buf *out, size_t number);

void sheet_balance(struct sheet *sheet);
void sheet_findings(struct sheet *sheet);

/* Whether the finding `at` has a cure that no shown finding before it has; its words go to `words`, anew. What heals several
 * findings is told once. */
bool sheet_new_cure(const struct sheet *sheet, size_t at, struct buf *words);

/* How it can be admitted, what is not known, what the township may answer. */
void sheet_answers(struct sheet *sheet);

#endif
