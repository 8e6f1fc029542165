/* sealing.h - a month sealed with this office's key, for a page or the API. */
#ifndef HTTP_SEALING_H
#define HTTP_SEALING_H

#include <http/call.h>

/* Seals a month by the caller, with the key of the data folder, which is made when it is needed for the first time. The ledger
 * is open for writing. Errors as of quanze_ledger_seal. */
quanze_status sealing_run(struct call *call, const char *month, quanze_format format, struct quanze_sink sink,
                          struct quanze_error *error);

#endif
