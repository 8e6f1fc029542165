/* share.h - what one task adds to the sums of its month: counted once, when it is entered or decided.
 *
 * A reader must believe:
 *   - the ledger keeps a share as text and sums it by month, township, department and name; it knows none of the names;
 *   - a share is a pure function of task, decision, list, calendar and day; the words of sum.def are its names, and three kinds
 * of names are made: "rule:ID" a rule that failed, "app:NAME" an app demanded, "item:ID" an item of a department whose main
 * duty was put on townships;
 *   - what the task does not tell adds nothing, and is noted as unknown: by a line of its own, or, for all that an unfinished
 * paper may still demand, by the sum "untold"; sum.def has which.
 * Text: a line for each name, "name value", and "?name" for what is unknown; sorted as in sum.def, then made names as they
 * came.
 */
#ifndef AUDIT_SHARE_H
#define AUDIT_SHARE_H

#include <base/buf.h>
#include <decide/decide.h>

enum sum_id {
#define SUM(id, name, teller, adds) SUM_##id,
#include <audit/sum.def>
    SUM_COUNT
};

/* The sums of one task, or of many. */
struct sums {
    int64_t at[SUM_COUNT];
};

struct str sum_name(enum sum_id id);

/* Index of a sum's name, or -1; looked for from `from` on, then from the start: names come in the order of sum.def. */
int sum_find(struct str name, int from);

/* Which made name it is: 'a' app, 'i' item, 'r' rule; 0: it is none. */
char sum_made(struct str name);

/* The id of the rule that such a name is of. */
static inline struct str sum_rule(struct str name) { return (struct str){name.at + 5, name.length - 5}; }

/* The words of the vocabularies that sums look at; made once, frozen. */
struct share_words {
    uint8_t kinds[128], forms[32]; /* bits of share.c by index of TASK_KIND and DOCUMENT_FORM */
    int top_official, electronic, quarterly;
};

void share_words_make(struct share_words *out);

struct share_source {
    const struct share_words *words;
    const struct task *task;         /* as decided, derived facts set; or as it came */
    const struct decision *decision; /* NULL: it was not decided */
    const struct list *list;         /* NULL only without decision */
    const struct calendar *calendar; /* may be NULL */
    double min_notice_workdays;
};

/* Writes the share of a task; what stood in `out` goes. */
void share_write(const struct share_source *source, struct buf *out);

/* One line of a share. */
struct share_line {
    struct str name;
    int64_t value;
    bool unknown;
};

/* Cuts the next line off `rest`; false at the end. Lines that are none are left out. */
bool share_next(struct str *rest, struct share_line *out);

#endif
