/* history_seen.h - which topics and forms the past has in 32 days, kept while the ledger stays as it is: most tasks are about
 * what nobody asked before, and to find that in a file costs more than to decide.
 *
 * A reader must believe: what is said not to be there is not there; what may be there is to be looked up. Within a snapshot
 * nothing changes; what is kept beyond one (ledger_rest) serves only another of the same rows.
 */
#ifndef LEDGER_HISTORY_SEEN_H
#define LEDGER_HISTORY_SEEN_H

#include <ledger/statement.h>

/* Whether the past may have a row of that key (STATEMENT_HISTORY_TOPIC or _FORM) in the 32 days of `bucket`. The days are read
 * once they were asked for often. */
quanze_status seen_ask(struct ledger *ledger, enum statement which, int32_t bucket, int64_t key, bool *may,
                       struct quanze_error *error);

#endif
