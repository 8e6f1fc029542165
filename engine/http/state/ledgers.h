/* ledgers.h - open connections to the one ledger: a request takes one and gives it back. */
#ifndef HTTP_LEDGERS_H
#define HTTP_LEDGERS_H

#include <quanze.h>

struct ledgers;

/* The path is borrowed. NULL when memory ran out. */
struct ledgers *ledgers_open(const char *path);

/* Closes all; none may be out. NULL is allowed. */
void ledgers_close(struct ledgers *ledgers);

/* Closes those that nobody uses, with what they keep of the file. */
void ledgers_rest(struct ledgers *ledgers);

/* Who reads for long, as an audit does, does so between these: no reading begins while the log waits to begin anew. */
void ledgers_begin_long(struct ledgers *ledgers);
void ledgers_end_long(struct ledgers *ledgers);

/* Each second: where the log beside the ledger is long, has it begin anew as soon as nobody reads for long. By one thread; it
 * may take seconds. */
void ledgers_tend(struct ledgers *ledgers);

/* A connection for the caller alone; opened when none is free. `write`: it may write. Errors as of quanze_ledger_open. */
quanze_status ledgers_take(struct ledgers *ledgers, bool write, struct quanze_ledger **out, struct quanze_error *error);

/* Gives it back; after an error it is closed, so that nothing half done stays with it. NULL is allowed. */
void ledgers_give(struct ledgers *ledgers, bool write, struct quanze_ledger *ledger, bool is_good);

#endif
