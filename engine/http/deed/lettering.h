/* lettering.h - a township's letter, for a task of the ledger or one handed in; asked for by a form or the API. */
#ifndef HTTP_LETTERING_H
#define HTTP_LETTERING_H

#include <http/call.h>
#include <http/problems.h>

struct lettering {
    const struct quanze_input *input; /* the task; NULL: the one of the ledger that the call's path names */
    const struct fields *fields;      /* variant, number, signer, date, contact, as_of */
    quanze_format format;
    struct quanze_sink letter, notes;
    const struct quanze_sink *bundle; /* where the proof goes; NULL: none is made */
    struct quanze_refuse_summary summary;
    struct problems_kept problems; /* with the task; to be freed */
};

/* Writes the letter of the caller's own township. Of the ledger's task the caller's right to see it was looked at before.
 * Errors as of quanze_refuse and quanze_task_facts. */
quanze_status lettering_run(struct call *call, struct lettering *lettering, struct quanze_error *error);

#endif
