/* random.h - tasks by chance: the same for the same number, in every run and on every machine. */
#ifndef TESTS_ORACLE_RANDOM_H
#define TESTS_ORACLE_RANDOM_H

#include <base/buf.h>
#include <decide/decide.h>

struct random_case {
    struct task task;
    struct found_item match;
    int32_t day;
};

/* The case of a seed under a list and the borders of its rules; values live in the arena. */
void random_case_make(const struct list *list, const struct rulebook *book, uint64_t seed, struct arena *arena,
                      struct random_case *out);

/* A task for the public door: as above, with an id and nothing that a task file cannot say. */
void random_task_make(const struct list *list, const struct rulebook *book, uint64_t seed, struct arena *arena,
                      struct task *out);

/* Writes the task as one JSON object without a newline. `turn` reorders its keys; the facts stay the same. */
void random_task_json(const struct task *task, unsigned turn, struct buf *out);

/* The same as YAML: one key a line, the values in flow form. */
void random_task_yaml(const struct task *task, unsigned turn, struct buf *out);

/* Waivers of many kinds, instead of those of the list. False when memory ran out. */
bool random_waivers(struct list *list, const struct rulebook *book, struct arena *arena);

#endif
