/* json.h - JSON to nodes. */
#ifndef READ_JSON_H
#define READ_JSON_H

#include <read/node.h>

/* Where a JSON text starts. With `whole` every node has just that place: a cell of a table has no places inside. */
struct json_origin {
    const char *file;
    unsigned line, column;
    bool whole;
};

/* Parses one JSON text under the limits of node.h. Texts without escapes are borrowed from `bytes`; all else lives in the
 * arena. False when anything was wrong; `*out` is then NULL unless double keys are all that was wrong. */
bool json_parse(struct str bytes, const struct json_origin *origin, struct arena *arena, struct node **out,
                struct problems *problems);

#endif
