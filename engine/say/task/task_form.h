/* task_form.h - a task as the fields of a form, made from the fact table.
 *
 * A reader must believe: a field's name is its fact's; what a field holds is what a cell of a task table holds
 * (quanze-task(5)), so that the fields handed in are one row of such a table; an empty field is a fact that nobody stated.
 * A list of records has a field "FACT.ROW.FIELD" for each field of each of its rows, which count from 1.
 */
#ifndef SAY_TASK_FORM_H
#define SAY_TASK_FORM_H

#include <base/buf.h>
#include <model/form.h>
#include <model/task.h>
#include <quanze.h>

struct task_form {
    const struct task *task; /* NULL: an empty one */
    struct form typed;       /* shown as it is instead, with what is wrong of it */
    const char *more;        /* the list of records that gets one row more, where the cursor goes; NULL: none */
    quanze_language language;
};

/* Appends one field with its label; derived facts have fields, too. */
void say_task_field(struct buf *out, const struct task_form *form, size_t fact);

/* Appends the fields: what nearly every paper states first, then what is stated besides, the rest folded away. */
void say_task_form(struct buf *out, const struct task_form *form);

#endif
