/* preparing.h - what is made before anybody asks: the audits of the months that an auditor will look at, and what all proofs
 * hold.
 *
 * A reader must believe:
 *   - what is prepared is kept as every report is, under all that it depends on: it is never another than the one that would be
 * made now, and what grew stale is never found;
 *   - audits are made on one thread of its own, once the ledger, the day and the rules have stood still for a moment, and at
 * most a tenth of the time, the months that an auditor opens first and then those before them; what proofs hold is packed there
 * at once when there are other rules or another list.
 */
#ifndef HTTP_PREPARING_H
#define HTTP_PREPARING_H

#include <http/state/app.h>

struct preparing;

/* NULL when threads or memory cannot be had. */
struct preparing *preparing_open(struct app *app);

/* Waits for what is under way. NULL is allowed. */
void preparing_close(struct preparing *preparing);

/* Once a second. NULL is allowed. */
void preparing_tick(struct preparing *preparing);

#endif
