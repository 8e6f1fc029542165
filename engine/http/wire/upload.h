/* upload.h - what was handed in, as the library takes it: bytes with a name whose ending tells what they are. */
#ifndef HTTP_UPLOAD_H
#define HTTP_UPLOAD_H

#include <http/call.h>

/* The body of an API request, named by its Content-Type. False: 415, and the reply is there. */
bool upload_of_body(struct call *call, struct quanze_input *out);

/* What a form holds: a file in `file`, else the text in `text`. False: nothing, and the error says so. */
bool upload_of_form(struct call *call, struct quanze_input *out, struct quanze_error *error);

/* All papers of a form in the request's arena: its files under their own names, its fields `text` as 1.txt, 2.txt. NULL: memory
 * ran out. */
struct quanze_input *uploads_of_form(struct call *call, size_t *count);

/* The files of an API request: the one body, or each file of a form in the field "file", under its own name. Files may stand in
 * the field `other` too (NULL: in no other), for uploads_of_field, or in it alone: `*count` is then 0. False: the reply is
 * there. */
bool uploads_of_body(struct call *call, const char *other, struct quanze_input **out, size_t *count);

/* The files of one field of a form that was read, in the request's arena. NULL: memory ran out. */
struct quanze_input *uploads_of_field(struct call *call, const char *field, size_t *count);

#endif
