/* task_node.h - a tree of nodes to a task. */
#ifndef READ_TASK_NODE_H
#define READ_TASK_NODE_H

#include <model/task.h>
#include <read/task/task_keys.h>

/* Fills a cleared task from the mapping of one task. Problems go to `reading`. */
void task_node_read(const struct task_keys *keys, const struct node *root, const struct reading *reading, struct task *out);

/* Sets one fact from its node. */
void task_node_set(unsigned fact, const struct node *node, const struct reading *reading, struct task *out);

/* Reports each required fact that is not in `seen`, at `place`. */
void task_node_check_required(const struct task_keys *keys, const struct fact_set *seen, struct place place,
                              struct problems *problems);

/* Reports a `format` that is not quanze/task/1. */
void task_node_check_format(const struct node *node, const struct reading *reading);

#endif
