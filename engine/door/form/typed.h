/* typed.h - what was typed into the fields of a form. */
#ifndef DOOR_TYPED_H
#define DOOR_TYPED_H

#include <base/problem.h>
#include <model/form.h>
#include <model/task.h>
#include <quanze.h>

/* A field is called as its fact, or "FACT.ROW.FIELD" in a list of records; other names are passed over. Of a list of choices
 * each may have come by itself. Borrowed but for those. False when memory ran out. */
bool typed_take(const struct quanze_typed *fields, size_t count, struct arena *arena, struct form *out);

/* Reads them into a task, each as a cell of a task table; a list may name its words as people call them, one a line where it
 * has lines. What cannot be read goes to `problems` and to its cell, told by the labels of facts. */
void typed_read(const struct form *form, struct arena *arena, struct problems *problems, struct task *task);

/* An id where none was typed: the paper's number, else one made of all that was typed, so that the same is the same paper. */
void typed_settle_id(const struct form *form, struct arena *arena, struct problems *problems, struct task *task);

#endif
