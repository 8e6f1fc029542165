/* auditing.h - an audit for a page, a file or the API: one that was made before, or made where what takes long is made. */
#ifndef HTTP_AUDITING_H
#define HTTP_AUDITING_H

#include <http/call.h>

/* Whether the request has to wait for its turn among those that take long: nothing is in the reply then, and the handler is
 * called again. The ledger is open; `asked` as for auditing_run. */
bool auditing_is_put_off(struct call *call, const struct quanze_audit_request *asked);

/* The audit that is asked for, from what is kept or made now. Errors as of quanze_audit. */
quanze_status auditing_run(struct call *call, const struct quanze_audit_request *asked, struct quanze_error *error);

/* Makes an audit that nobody has asked for yet and keeps it, unless it is kept; on one thread. `*made`: it was not. */
quanze_status auditing_prepare(struct app *app, const struct quanze_audit_request *asked, bool *made,
                               struct quanze_error *error);

#endif
