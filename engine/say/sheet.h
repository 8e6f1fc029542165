/* sheet.h - the terminal page of one decision, part by part. */
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
    struct buf line;  /* the paragraph being made */
    struct buf value; /* a part of it */
};

static inline struct str sheet_text(const struct sheet *sheet, enum message_id id) {
    return messages_text(id, sheet->language);
}

/* Appends a message to the paragraph being made. */
static inline void sheet_add(struct sheet *sheet, enum message_id id) { buf_put(&sheet->line, sheet_text(sheet, id)); }

/* The paragraph being made, as one entry of a part of the page; the part's label stands before its first entry. */
void sheet_entry(struct sheet *sheet, enum message_id label, bool *first);

/* The smallest fixes, when they were asked for. */
void sheet_fixes(struct sheet *sheet);

/* A finding that the page without `verbose` leaves out: unknown, and too low to decide anything. */
bool sheet_hides(const struct sheet *sheet, const struct finding *finding);

/* ① to ⑳, then plain numbers. */
void sheet_number(struct buf *out, size_t number);

void sheet_balance(struct sheet *sheet);
void sheet_findings(struct sheet *sheet);

/* How it can be admitted, what is not known, what the township may answer. */
void sheet_answers(struct sheet *sheet);

#endif
