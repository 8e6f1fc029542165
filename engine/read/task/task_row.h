/* task_row.h - a row of a table to a task, wherever the table stands.
 *
 * A reader must believe: an empty cell is absent; none, 无 or '' (two single quotes) state that there is none. A cell of a
 * list is parted by ; or ； or 、, or is a JSON array; records are JSON arrays, or names of their first field. Days may be
 * written as day_text.h says. Where a row has a cell of TASK_COLUMN_FACTS, that is the task, and its other cells are not read.
 */
#ifndef READ_TASK_ROW_H
#define READ_TASK_ROW_H

#include <model/task.h>
#include <read/task/task_head.h>
#include <read/task/task_keys.h>

/* What each column holds: a fact, TASK_COLUMN_FORMAT or TASK_COLUMN_UNREAD. */
struct task_head {
    int *columns;
    size_t count;
    bool id_is_number; /* there is no column of ids: the number of the document stands for it */
};

/* Settles what follows from the columns together; reports missing required ones at `place`. False then. */
bool task_head_settle(const struct task_keys *keys, struct task_head *head, struct place place, struct problems *problems);

/* A cell as a node; NULL after a problem, which names `place`. */
struct node *task_cell_node(enum fact_type type, struct str cell, struct place place, const struct reading *reading);

/* Fills a cleared task from the cells of a row; `place` is its first cell. Problems go to `reading`. */
void task_row_read(const struct task_keys *keys, const struct task_head *head, const struct str *cells, size_t count,
                   struct place place, const struct reading *reading, struct task *out);

#endif
