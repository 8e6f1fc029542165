/* copying.h - the whole ledger as a file to be taken away.
 *
 * A reader must believe: the copy stands on the disk before its first byte is sent, so that whoever takes it slowly holds
 * neither a worker nor the ledger, and it takes no memory; it has no name, and is gone with its reply, and with the server
 * however that ends; few are under way at a time, so that they do not fill the disk.
 */
#ifndef HTTP_COPYING_H
#define HTTP_COPYING_H

#include <http/call.h>
#include <http/wire/kind.h>

/* What the ledger holds, of one kind (`what`) or all of it where that is NULL, into the reply. False: the reply tells why not.
 */
bool copying_export(struct call *call, const char *what, const struct kind *kind);

/* The ledger itself, into the reply. */
bool copying_backup(struct call *call, const struct kind *kind);

/* A reply with a copy has ended. */
void copying_end(struct app *app);

#endif
