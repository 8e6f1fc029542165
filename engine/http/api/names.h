/* names.h - what a call of the API may say besides its path: the names of its query, and of the members of its body.
 *
 * A reader must believe: another name is refused, with the near miss: what was misspelt never counts as not said.
 */
#ifndef HTTP_NAMES_H
#define HTTP_NAMES_H

#include <http/call.h>

/* Whether all names of the query are the route's. QUANZE_USAGE with the first that is not. */
quanze_status names_check_query(const struct call *call, struct quanze_error *error);

/* The same of the members of a flat object, where the route takes one. */
quanze_status names_check_members(const struct call *call, const struct fields *fields, struct quanze_error *error);

#endif
