/* api.h - what the answers of the API share. */
#ifndef HTTP_API_H
#define HTTP_API_H

#include <http/deed/arrival.h>

/* The flat JSON object of the body. False: the reply is there. */
bool api_read_object(struct call *call, struct fields *out);

/* A member's text, or NULL. */
const char *api_member(const struct fields *fields, const char *name);

/* Ends an answer in JSON that the library wrote into the reply. */
void api_finish(struct call *call, quanze_status status, const struct quanze_error *error);

/* The same of a write that what is known already may stand against: `refused` is the status of QUANZE_USAGE. */
void api_finish_write(struct call *call, quanze_status status, unsigned refused, const struct quanze_error *error);

typedef quanze_status api_page_of_options(const struct quanze_options *, const struct quanze_page_request *,
                                          struct quanze_error *);

/* Sends the page of a check, also where it says that something is wrong. */
void api_check(struct arrival *arrival, const struct quanze_options *options, api_page_of_options *page);

/* Asks for one page of rows: ?on= where the route has it, ?after=, and ?limit= of 1 to 1000, 100 where it is not said. False:
 * the reply is there. */
bool api_take_page(struct call *call, struct quanze_page_request *request);

/* The number in the path, as lists show it; 0 when it is none. */
int64_t api_path_number(const struct call *call);

#endif
