/* form.h - what stands in the fields of a form that is made from the fact table.
 *
 * A reader must believe: a field is a fact, or one field of one row of a list of records; rows count from 1, and one without
 * any text is no row.
 */
#ifndef MODEL_FORM_H
#define MODEL_FORM_H

#include <model/fact.h>

struct form_cell {
    enum fact_id fact;
    unsigned row, field;           /* of a list of records: row from 1, index into its fields; row 0: the fact as a whole */
    struct str text;               /* as it was typed */
    struct str wrong_zh, wrong_en; /* what cannot be understood of it; `at` NULL: nothing */
};

/* In the order of the form. */
struct form {
    struct form_cell *cells;
    size_t count;
};

/* The cell of that place, the last where there are several; NULL: there is none. */
struct form_cell *form_find(const struct form *form, size_t fact, unsigned row, size_t field);

/* The highest row of a list of records that has a text; 0: none has. */
unsigned form_last_row(const struct form *form, size_t fact);

/* Whether a row has any text. */
bool form_has_row(const struct form *form, size_t fact, unsigned row);

#endif
