/* task_head.h - what the columns of a table of tasks hold, told by their heads: names or Chinese labels of facts, and the words
 * that office systems print above their registers of papers.
 *
 * A reader must believe: only a head that says plainly which fact it is counts; what could be two facts (来文日期: written or
 * received?) is none. White space, a leading * and a remark in brackets at the end, such as （必填）, do not count.
 */
#ifndef READ_TASK_HEAD_H
#define READ_TASK_HEAD_H

#include <base/str.h>

enum { TASK_COLUMN_FORMAT = -1, TASK_COLUMN_UNREAD = -2, TASK_COLUMN_FACTS = -3 };

/* A fact, TASK_COLUMN_FORMAT, TASK_COLUMN_FACTS (a whole task file as JSON, as `ledger export` writes it), or UNREAD. */
int task_head_find(struct str head);

/* Whether a head is one that every register has and no fact of a task: a running number, a remark, a signature. */
bool task_head_is_idle(struct str head);

/* Whether a head is of what `ledger export` adds to a task: verdict, state, row ... */
bool task_head_is_exported(struct str head);

#endif
