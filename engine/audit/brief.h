/* brief.h - what an audit asks of a paper: taken once, when the paper is entered, so that a month is read without its papers.
 *
 * A reader must believe:
 *   - a brief is a pure function of the paper as it came; what the paper does not tell, the brief does not tell either;
 *   - two papers have one key of text when their titles and bodies are the same, byte for byte, and only then;
 *   - the ledger keeps a brief as bytes that it does not understand. Bytes of another form are not read: the paper itself is
 *     asked then, and tells the same.
 */
#ifndef AUDIT_BRIEF_H
#define AUDIT_BRIEF_H

#include <base/buf.h>
#include <model/history.h>

#define BRIEF_TEXT_BYTES 16

/* Texts are borrowed, lists stand in the arena of the call that made it. */
struct audit_brief {
    struct str title, number, supersedes; /* `number` of the document */
    struct texts townships, fields, held; /* whom it went to; what its forms ask for; what is stated to be held */
    struct history_form *forms;
    size_t form_count;
    int kind, role;                                        /* indices into TASK_KIND and ROLE, -1 = not told */
    int64_t topic, visit, meeting;                         /* as in history_keys */
    int64_t version, end_at, due_at;                       /* 0, INT64_MIN, INT64_MIN = not told */
    int64_t on_duty, satisfaction, sample, staff, dossier; /* -1 = not told; person-days of staff; documents of the dossier */
    int64_t rest_days;                                     /* that it leaves a week, -1 = not told, or taken back */
    bool is_rest_told, blames;
    struct str text; /* BRIEF_TEXT_BYTES: the key of title and body */
};

/* False when memory ran out. */
bool audit_brief_make(const struct task *task, const struct history_keys *keys, struct arena *arena, struct audit_brief *out);

/* Appends its written form. */
void audit_brief_write(const struct audit_brief *brief, struct buf *out);

/* Reads it back; texts are borrowed from `bytes`. False: it is of another form, or memory ran out. */
bool audit_brief_read(struct str bytes, struct arena *arena, struct audit_brief *out);

#endif
