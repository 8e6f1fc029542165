/* checkpoint.h - the log goes into the file beside the writer: in a thread and by a connection of its own.
 *
 * A reader must believe: what was acknowledged is in the log and on the disk before any of this begins, and a log that was
 * moved half is moved again. So what fails here is tried again at the next commit, and nobody is told.
 */
#ifndef LEDGER_CHECKPOINT_H
#define LEDGER_CHECKPOINT_H

#include <ledger/inside.h>

/* From now on each commit looks at the length of the log: every `step` pages are moved, and it never has more than four times
 * as many and those of one commit, unless somebody reads from it all the time: there ledger_restart_log helps. */
quanze_status checkpoint_prepare(struct ledger *ledger, int step, struct quanze_error *error);

/* Waits for what is under way. */
void checkpoint_end(struct ledger *ledger);

#endif
