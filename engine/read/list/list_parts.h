/* list_parts.h - a duty list out of nodes, wherever they come from: YAML files, or imported tables. */
#ifndef READ_LIST_PARTS_H
#define READ_LIST_PARTS_H

#include <model/list.h>
#include <read/parts.h>

/* Understands all parts as one list and freezes it. The parts' nodes, and the arena in them, are only needed during the call;
 * `path` stands for all of them where a problem has no place. QUANZE_BAD_DATA when there is any error in `problems`. `out` is
 * zero-initialised by the caller and must be freed even after an error. */
quanze_status list_from_parts(struct parts *parts, const char *path, struct list *out, struct problems *problems,
                              struct quanze_error *error);

#endif
