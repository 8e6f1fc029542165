/* once.h - a form that is sent twice, by an impatient hand or loaded again, is entered once. */
#ifndef HTTP_ONCE_H
#define HTTP_ONCE_H

#include <http/call.h>

/* What a form asks for, written to the ledger of the call. */
typedef quanze_status once_enter(struct call *call, struct quanze_error *error);

/* Enters it unless the same form of the same session was entered in the last week; QUANZE_OK then, too. Errors as of `enter`.
 */
quanze_status once_run(struct call *call, once_enter *enter, struct quanze_error *error);

#endif
