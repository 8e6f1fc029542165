/* allocation.h - makes the n-th allocation of the program fail. Linked with --wrap=malloc,realloc,calloc. */
#ifndef SWEEP_ALLOCATION_H
#define SWEEP_ALLOCATION_H

#include <stdbool.h>

/* From now on the `n`-th allocation fails (from 1; 0: none), and with `onwards` every later one too. */
void allocation_fail_at(long n, bool onwards);

/* Whether the allocation that should fail was reached. */
bool allocation_failed(void);

#endif
