/* task_csv.h - a CSV file of tasks: its head, and a record to a task. What cells may say: task_row.h. */
#ifndef READ_TASK_CSV_H
#define READ_TASK_CSV_H

#include <read/task/task_row.h>

/* Reads the head of a table. Unknown and double columns and missing required ones are problems; false then. The columns live in
 * `reading`'s arena. */
bool task_csv_head(const struct task_keys *keys, struct str record, unsigned line, const struct reading *reading,
                   struct task_head *out);

/* Whether a line looks like a head: its first cell names a fact. */
bool task_csv_is_head(struct str line);

/* Fills a cleared task from a record. Problems go to `reading`. */
void task_csv_row(const struct task_keys *keys, const struct task_head *head, struct str record, unsigned line,
                  const struct reading *reading, struct task *out);

#endif
