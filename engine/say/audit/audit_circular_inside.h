/* audit_circular_inside.h - what the files that write the circular share. */
#ifndef SAY_AUDIT_CIRCULAR_INSIDE_H
#define SAY_AUDIT_CIRCULAR_INSIDE_H

#include <say/audit/audit_circular.h>
#include <say/audit/audit_words.h>
#include <say/letter/letter_inside.h>

enum circular_words {
#define CIRCULAR(id, words) CIRCULAR_##id,
#include <say/audit/audit_circular.def>
#undef CIRCULAR
    CIRCULAR_COUNT
};

struct circular {
    const struct audit_report *report;
    const struct circular_request *request;
    struct document *document;
    struct list hidden;   /* the townships that no text may name */
    struct buf line;      /* the paragraph being made */
    unsigned part, point; /* numbers of the headings so far */
    bool failed;
};

/* What became of tasks that were screened. */
struct circular_sums {
    size_t clean;  /* admitted, and nothing found short */
    size_t untold; /* of these do not tell of some condition */
    size_t unadmitted;
};
struct circular_sums circular_sum(const struct audit_report *report, struct audit_tasks tasks);

/* One of the words. */
struct str circular_word(enum circular_words words);

/* The paragraph being made, as the paper has it; then it is empty again. `add`: as a block of the document. */
struct str circular_take(struct circular *circular);
void circular_add(struct circular *circular, enum document_role role);

/* To the paragraph being made: text, words of audit_circular.def, numbers, days. */
void circular_put(struct circular *circular, struct str text);
void circular_say(struct circular *circular, enum circular_words words);
void circular_count(struct circular *circular, size_t count);
void circular_day(struct circular *circular, int32_t day);
void circular_number(struct circular *circular, struct audit_number number, struct str unit);
void circular_period(struct circular *circular);
/* Words, then a number of tasks. */
void circular_tasks(struct circular *circular, enum circular_words words, size_t count);
/* Words that somebody else wrote, without villages: a title, what a correction is about. */
void circular_words_of(struct circular *circular, struct str words);
/* 《title》（day）; the first ones of some tasks. */
void circular_paper(struct circular *circular, struct str title, int32_t day);
void circular_papers(struct circular *circular, struct audit_tasks tasks);

/* "一、…" as a heading; "（一）" to the paragraph being made. */
void circular_part(struct circular *circular, enum circular_words heading);
void circular_point(struct circular *circular);

/* Parts of the circular; each writes nothing where there is nothing to say. */
void circular_cases(struct circular *circular);
void circular_common(struct circular *circular);
void circular_corrections(struct circular *circular);
void circular_good(struct circular *circular);

#endif
