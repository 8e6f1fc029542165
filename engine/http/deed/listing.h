/* listing.h - what a list of tasks is asked for by its address, on a page and over the API. */
#ifndef HTTP_LISTING_H
#define HTTP_LISTING_H

#include <http/call.h>
#include <http/phrase.h>

/* How a list can be sorted: what stands in the address. */
struct sorting {
    const char *name;
    quanze_task_order order;
    enum phrase phrase;
};

/* All of them, in the order in which a page names them. */
const struct sorting *listing_sortings(size_t *count);

struct listing {
    const struct sorting *sorting;
    const char *state, *item; /* NULL: whatever it is */
    int64_t before, most;
    bool with_ended;
    char today[20];
};

/* Reads ?sort=, ?state=, ?item=, ?all=, ?before=, ?limit=; `usual` is the name of the sorting where none is said. False: the
 * reply tells what is wrong. */
bool listing_read(struct call *call, const char *usual, struct listing *out);

/* The same for the library; of what the caller's office sent or received, where it may not see all. The listing is borrowed. */
struct quanze_task_list_request listing_request(struct call *call, const struct listing *listing, quanze_format format);

#endif
