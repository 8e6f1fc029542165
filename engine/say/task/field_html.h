/* field_html.h - one field of a form with its label, and what stands in it.
 *
 * A reader must believe: what say_cell writes, a cell of a task table holds (quanze-task(5)), in the words of officials; a list
 * one of whose names holds a separator has one name a line.
 */
#ifndef SAY_FIELD_HTML_H
#define SAY_FIELD_HTML_H

#include <base/buf.h>
#include <model/fact.h>
#include <quanze.h>

struct field_html {
    struct str name;  /* as the form hands it in; its id is "fact-" and that */
    struct str label; /* with its unit, where it has one */
    enum fact_type type;
    struct choices choices; /* of FACT_CHOICE and FACT_CHOICES */
    struct str text;        /* what stands in it */
    struct str wrong;       /* what cannot be understood of it; empty: nothing */
    bool is_long;           /* several lines */
    bool is_first;          /* the cursor goes there when the page is shown */
};

/* Appends the field; choices are chosen from, a list of choices is ticked. */
void say_field_html(struct buf *out, const struct field_html *field, quanze_language language);

/* Appends what a field holds for a value that is known. */
void say_cell(struct buf *out, enum fact_type type, struct choices choices, const struct value *value,
              quanze_language language);

#endif
