/* decision_html.h - the parts of one decision's page as HTML; what its files share. */
#ifndef SAY_DECISION_HTML_H
#define SAY_DECISION_HTML_H

#include <say/decision/sheet.h>
#include <say/html.h>

/* A sheet whose page is written as HTML; `sheet` stands first. */
struct leaf {
    struct sheet sheet;
    uint64_t number; /* of the task on its page: part of every id */
};

static inline struct buf *leaf_out(struct leaf *leaf) { return leaf->sheet.page.out; }

/* Program's own HTML, as it stands. */
static inline void leaf_put(struct leaf *leaf, const char *html) { buf_put_text(leaf_out(leaf), html); }

/* An id, or what a link leads to: "t3-" and the name; the caller has written what stands around it. */
void leaf_anchor(struct leaf *leaf, struct str name);

/* The paragraph being made, in an element of its own; nothing when it is empty. */
void leaf_line(struct leaf *leaf, const char *tag, const char *style);

void leaf_heading(struct leaf *leaf, enum message_id heading);

/* Whether the fact was read from words of a notice: then there is a field of it to lead to. */
bool leaf_has_field(const struct leaf *leaf, enum fact_id fact);

/* The findings, numbered, each with what was seen and what it rests on. */
void leaf_findings(struct leaf *leaf);

/* The notice with the words that facts were read from underlined, and below it the facts, each leading to its words. */
void leaf_notice(struct leaf *leaf);

#endif
