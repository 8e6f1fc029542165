/* sweep.h - runs a piece of work with the 1st, 2nd, 3rd ... allocation failing: an error that says so, or the same bytes. */
#ifndef SWEEP_SWEEP_H
#define SWEEP_SWEEP_H

#include <quanze.h>

/* What a run wrote. */
struct sweep_page {
    char at[1 << 20];
    size_t length;
};

/* A sink's write; the payload is a struct sweep_page. */
bool sweep_keep(void *payload, const void *bytes, size_t length);

/* One whole run; the page is empty and the error zero before it. */
typedef quanze_status sweep_run(struct sweep_page *page, struct quanze_error *error);

/* Runs until no allocation is left that could fail, with `onwards` every later one failing too; more than `least` runs must
 * have been refused. `after` (or NULL) is called after each. Returns the length of the whole page. */
size_t sweep(sweep_run *run, bool onwards, long least, void (*after)(void));

#endif
