/* rollup.h - changes to the sums of months, gathered in memory until their transaction ends. */
#ifndef LEDGER_ROLLUP_H
#define LEDGER_ROLLUP_H

#include <ledger/inside.h>

/* Writes what was gathered; within the transaction. */
quanze_status rollup_write(struct ledger *ledger, struct quanze_error *error);

/* Forgets it: the transaction is not to be. */
void rollup_forget(struct ledger *ledger);

#endif
