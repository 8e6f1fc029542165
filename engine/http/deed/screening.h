/* screening.h - one screening for a page or the API: with the warm tools, the ledger's past, and written down if asked. */
#ifndef HTTP_SCREENING_H
#define HTTP_SCREENING_H

#include <http/call.h>
#include <http/problems.h>

struct screening {
    const struct quanze_input *inputs;
    size_t input_count;
    const struct quanze_input *history; /* earlier tasks instead of the ledger's past; none: the ledger's */
    size_t history_count;
    quanze_format format;
    const char *as_of; /* or NULL */
    bool fix, record;
    bool declared;       /* take only the item that a task names; none is looked for in its words */
    bool words;          /* a task's own text stands beside the judgement */
    bool opinion;        /* HTML: the paper of an opinion, not the verdict's page */
    const char *correct; /* or NULL */
    struct quanze_sink sink;
    const struct quanze_sink *bundle; /* where the proof goes; or NULL */
    struct problems_kept problems;
    struct quanze_screen_summary summary;
};

/* Who is a department or a township writes down only what is its own. Errors as of quanze_screen. */
quanze_status screening_run(struct call *call, struct screening *screening, struct quanze_error *error);

#endif
