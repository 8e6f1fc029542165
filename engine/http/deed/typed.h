/* typed.h - what was typed into a form that is made from the fact table. */
#ifndef HTTP_TYPED_H
#define HTTP_TYPED_H

#include <http/call.h>

/* The fields of the form that was handed in, in the request's arena; names that are no facts are among them. NULL when memory
 * ran out. */
const struct quanze_typed *typed_of_form(struct call *call, size_t *count);

#endif
