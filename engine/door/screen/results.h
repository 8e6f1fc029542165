/* results.h - the judged blocks of a run, written and counted in input order. */
#ifndef DOOR_RESULTS_H
#define DOOR_RESULTS_H

#include <door/screen/worker.h>

struct results {
    const struct quanze_screen_request *request;
    struct quanze_screen_summary total;
    struct buf first;       /* JSON, HTML: the first task's page, kept until it is known whether a second one follows */
    struct buf title, rows; /* HTML: the first task's title; the rows of the first tasks' table */
    struct buf bundle;      /* of the first task, where one is asked for */
    uint64_t row_tasks;     /* that have a row */
    bool several_begun;     /* JSON, HTML: several tasks, so an array, or a page with a table */
    size_t reported;        /* problems told so far; at most QUANZE_MAX_PROBLEMS of one run are */
};

/* Reports the block's problems, writes its pages, adds its tally. The status of the block, else QUANZE_IO or QUANZE_INTERNAL.
 */
quanze_status results_add(struct results *results, const struct block *block, struct quanze_error *error);

/* Writes what closes the output and works out the exit code. */
quanze_status results_end(struct results *results, struct quanze_error *error);

void results_free(struct results *results);

#endif
