/* typed.h - what was typed into the fields of a form, by fact. */
#ifndef DOOR_TYPED_H
#define DOOR_TYPED_H

#include <base/problem.h>
#include <model/task.h>
#include <quanze.h>

struct typed {
    struct str at[FACT_COUNT_ALL]; /* borrowed; `at` NULL: there was no such field */
    size_t count;
};

/* Names that are no facts are passed over. */
void typed_take(const struct quanze_typed *fields, size_t count, struct typed *out);

/* Reads them into a task, each as a cell of a task table; a list may name its words as people call them. What cannot be read
 * goes to `problems`. */
void typed_read(const struct typed *typed, struct arena *arena, struct problems *problems, struct task *task);

/* An id where none was typed: the paper's number, else one made of all that was typed, so that the same is the same paper. */
void typed_settle_id(const struct typed *typed, struct arena *arena, struct problems *problems, struct task *task);

#endif
