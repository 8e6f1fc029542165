/* quanze_form.h - the part of quanze.h that is about forms: a task, or a rule to be tried, as fields made from the fact table.
 * Include quanze.h. */
#ifndef QUANZE_FORM_H
#define QUANZE_FORM_H

#include <quanze.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What was typed into the field of a fact, as a cell of a task table holds it (quanze-task(5)). A list of records has a field
 * for each field of each row: "demands.forms.1.name", rows counted from 1; rows without any text are none. Of a list of choices
 * each may come by itself, one behind the other. */
struct quanze_typed {
    const char *fact, *text;
};

/* One task to be shown as a form. */
struct quanze_form_request {
    const struct quanze_input *input; /* its first task, or a notice; NULL: an empty form */
    const struct quanze_typed *typed; /* without an input, HTML_PART: shown in its fields as it is, whether or not it can be
                                       * read; JSON: the task; an id is made where none was typed */
    size_t typed_count;
    const char *more;  /* the list of records whose form gets one row more, where the cursor goes; NULL: none */
    unsigned apply;    /* the n-th of its smallest fixes, as the verdict lists them, is put in; 0: none */
    const char *today; /* YYYY-MM-DD: used for a task without any date */
    quanze_language language;
    quanze_format format; /* HTML_PART: fields named as the facts, each with what a cell of a task table says; JSON: the task */
    struct quanze_sink sink;
    struct quanze_reporter reporter; /* what was typed and cannot be read: QUANZE_BAD_DATA */
};

/* Writes a task as a form made from the fact table: the fields handed in again are `typed`.
 * `*fix_count` tells how many fixes it has. Errors as of quanze_screen; QUANZE_USAGE: no such fix. */
QUANZE_API quanze_status quanze_task_form(const struct quanze *engine, const struct quanze_form_request *request,
                                          size_t *fix_count, struct quanze_error *error);

/* A rule to be tried. */
struct quanze_try_request {
    const char *rule;                 /* its id; required */
    const struct quanze_typed *typed; /* facts, those that the engine works out too; empty texts are absent facts */
    size_t typed_count;               /* 0: only the fields are asked for */
    const char *more;                 /* as of quanze_form_request */
    const char *today;                /* YYYY-MM-DD: the rule as it is that day; required */
    quanze_language language;
    struct quanze_sink fields;       /* the facts that it reads as fields of a form, with what was typed */
    struct quanze_sink result;       /* what it says, as HTML; nothing when something that was typed could not be read */
    struct quanze_reporter reporter; /* what could not be read */
};

/* Runs one rule alone on facts, as its own examples are run: nothing is derived, nothing is kept. QUANZE_NO_INPUT: no such
 * rule. */
QUANZE_API quanze_status quanze_rule_try(const struct quanze *engine, const struct quanze_try_request *request,
                                         struct quanze_error *error);

#ifdef __cplusplus
}
#endif

#endif
