/* rollup.h - changes to the sums of months, gathered in memory until their transaction ends. */
#ifndef LEDGER_ROLLUP_H
#define LEDGER_ROLLUP_H

#include <ledger/inside.h>

/* The next line of `*rest`, which moves on; and whether it is "name value" (a line such as "?name" adds nothing). */
struct str rollup_next_line(struct str *rest);
bool rollup_read_line(struct str line, struct str *name, int64_t *value);

/* Writes what was gathered; within the transaction. */
quanze_status rollup_write(struct ledger *ledger, struct quanze_error *error);

/* Forgets it: the transaction is not to be. */
void rollup_forget(struct ledger *ledger);

#endif
