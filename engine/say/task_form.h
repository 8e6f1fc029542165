/* task_form.h - a task as the fields of a form, made from the fact table.
 *
 * A reader must believe: a field's name is its fact's; what a field holds is what a cell of a task table holds
 * (quanze-task(5)), so that the fields handed in are one row of such a table; an empty field is a fact that nobody stated.
 */
#ifndef SAY_TASK_FORM_H
#define SAY_TASK_FORM_H

#include <base/buf.h>
#include <model/task.h>
#include <quanze.h>

/* Appends the fields: what nearly every paper states first, then what is stated besides, the rest folded away. */
void say_task_form(struct buf *out, const struct task *task, quanze_language language);

#endif
