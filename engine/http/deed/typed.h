/* typed.h - what was typed into a form that is made from the fact table. */
#ifndef HTTP_TYPED_H
#define HTTP_TYPED_H

#include <http/call.h>

/* The fields of the form that was handed in, in the request's arena; names that are no facts are among them. Without the row
 * that the button "less" names. NULL when memory ran out. */
const struct quanze_typed *typed_of_form(struct call *call, size_t *count);

/* Whether a button was used that only adds a row to a list of records ("more") or takes one out ("less"). */
bool typed_is_row_button(struct call *call);

#endif
