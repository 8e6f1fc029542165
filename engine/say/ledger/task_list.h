/* task_list.h - tasks as they stand: a table for a browser, or JSON. */
#ifndef SAY_TASK_LIST_H
#define SAY_TASK_LIST_H

#include <say/ledger/ledger_page.h>

/* How a list is written. */
struct task_list_style {
    quanze_language language;
    quanze_format format; /* HTML_PART or JSON */
    int32_t today;        /* what runs out by then is marked */
    struct str link;      /* stands before an id in the address of its page */
    struct str more;      /* the same before the number of a row in that of the next page; empty: no such link */
    size_t most;          /* rows of a page; 0: all */
    size_t rows;          /* so far */
    bool is_more;         /* a row came that stands on the next page */
    int64_t last;         /* number of the last row */
};

void say_tasks_begin(struct buf *out, struct task_list_style *style);
void say_task_line(struct buf *out, struct task_list_style *style, const struct ledger_task_line *line);
void say_tasks_end(struct buf *out, struct task_list_style *style);

#endif
