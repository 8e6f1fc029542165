/* together.h - parts of one work, done at the same time by several threads.
 *
 * A reader must believe: what comes out does not depend on the number of threads, since parts share nothing that they change;
 * of several errors that of the first part is told; a part whose thread the system does not allow is done by the caller.
 */
#ifndef DOOR_TOGETHER_H
#define DOOR_TOGETHER_H

#include <base/error.h>
#include <stddef.h>

typedef quanze_status together_part(void *payload, size_t number, struct quanze_error *error);

/* Does the parts 0 to `count` - 1, at most QUANZE_MAX_JOBS of them, on as many threads as pieces.h has, the caller's among
 * them. */
quanze_status together_do(together_part *part, void *payload, size_t count, struct quanze_error *error);

#endif
