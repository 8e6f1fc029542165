/* exported.h - lines that `ledger export` wrote: the task in them, and lines that are none. */
#ifndef READ_EXPORTED_H
#define READ_EXPORTED_H

#include <read/node.h>
#include <read/task/task_keys.h>

/* Whether a line is an exported row of another kind than a task: an object whose own key "record" names one, and whose first
 * key is none of a task. */
bool exported_is_other(const struct task_keys *keys, struct str line);

/* The task within an exported row, within {"task": {...}}, or within what `read` answered; or the root itself. */
const struct node *exported_task(const struct node *root);

#endif
