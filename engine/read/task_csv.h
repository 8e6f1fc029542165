/* task_csv.h - a table of tasks: its head, and a row to a task.
 *
 * A reader must believe: an empty cell is absent; none, 无 or '' (two single quotes) state that there is none. A cell of a
 * list is parted by ; or ； or 、, or is a JSON array; records are JSON arrays, or names of their first field.
 */
#ifndef READ_TASK_CSV_H
#define READ_TASK_CSV_H

#include <model/task.h>
#include <read/task_keys.h>

enum { CSV_COLUMN_FORMAT = -1 };

/* What each column holds: a fact, or the format. */
struct csv_head {
    int *columns;
    size_t count;
};

/* Reads the head of a table: names or Chinese labels of facts. Unknown and double columns and missing required ones are
 * problems; false then. The columns live in `reading`'s arena. */
bool task_csv_head(const struct task_keys *keys, struct str record, unsigned line, const struct reading *reading,
                   struct csv_head *out);

/* Whether a line looks like a head: its first cell names a fact. */
bool task_csv_is_head(struct str line);

/* Fills a cleared task from a row. Problems go to `reading`. */
void task_csv_row(const struct task_keys *keys, const struct csv_head *head, struct str record, unsigned line,
                  const struct reading *reading, struct task *out);

#endif
