/* json.h - the little JSON that the server writes itself, and the flat objects that it takes; all else is the library's. */
#ifndef HTTP_JSON_H
#define HTTP_JSON_H

#include <base/buf.h>
#include <http/wire/fields.h>

/* A string with its quotes. */
void json_put_text(struct buf *out, struct str text);

/* Reads {"state": "accepted", "until": "2026-12-01", "record": true}: strings, true, false and null (left out). QUANZE_BAD_DATA
 * with line and column. */
quanze_status json_read_object(struct str text, struct arena *arena, struct fields *out, struct quanze_error *error);

#endif
