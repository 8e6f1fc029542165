/* problems.h - all that is wrong with what was handed in, kept for the reply. */
#ifndef HTTP_PROBLEMS_H
#define HTTP_PROBLEMS_H

#include <base/buf.h>
#include <quanze.h>

#define PROBLEMS_KEPT 100

struct problems_kept {
    quanze_language language;
    bool of_form;     /* what is wrong stands in a field: told without a place in a file */
    bool of_files;    /* several files came with names of their own: each is told */
    struct buf json;  /* objects, a comma between them */
    struct buf lines; /* sentences, one a line */
    size_t errors;
};

/* Keeps errors; warnings are passed over. */
struct quanze_reporter problems_reporter(struct problems_kept *problems);

void problems_free(struct problems_kept *problems);

#endif
