/* library.h - the engine of the moment: lists, rules and calendar, exchanged while requests go on.
 *
 * A reader must believe: a request keeps the engine it began with; a new one is opened beside the old and takes its place only
 * when all of it is well, so that the last good one goes on.
 */
#ifndef HTTP_LIBRARY_H
#define HTTP_LIBRARY_H

#include <base/buf.h>
#include <quanze.h>

struct library;
struct edition; /* an engine with the number of those who use it */

/* How the last attempt ended. */
struct library_news {
    char at[20]; /* when */
    bool refused;
    unsigned editions;               /* opened so far */
    char why_zh[2048], why_en[2048]; /* the first problems, one a line, when it was refused */
};

/* Opens the first engine. `options` are kept; their strings are borrowed for as long as the library is open. */
quanze_status library_open(const struct quanze_options *options, struct library **out, struct quanze_error *error);
void library_close(struct library *library);

/* Reads all files again. On an error the old engine stays, and the news tells why. */
quanze_status library_reload(struct library *library, struct quanze_error *error);

/* Reads all files as a reload would, with other waivers, and only looks. */
quanze_status library_try(const struct library *library, const char *waivers, const struct quanze_reporter *reporter,
                          struct quanze_error *error);

void library_news(struct library *library, struct library_news *out);

/* What is to be otherwise for one request; NULL: as it is. */
struct library_change {
    const char *known_at; /* YYYY-MM-DD: only what was published by then counts */
    const char *lists;    /* this list instead */
    const char *pack;     /* this pack, or folder of rules, over the rules */
    struct quanze_reporter reporter;
};

/* Reads all files with a change, for one request, which gives the edition back; the engine of the others stays. Errors as of
 * quanze_open. */
quanze_status library_open_changed(const struct library *library, const struct library_change *change, struct edition **out,
                                   struct quanze_error *error);

/* The engine, until it is given back. */
struct edition *library_take(struct library *library);
const struct quanze *edition_engine(const struct edition *edition);
unsigned
edition_number(const struct edition *edition); /* 1, 2, 3 in the order in which they were opened; 0: of one request alone */
void library_give(struct library *library, struct edition *edition);

/* Tools for screening with an edition, warm where some are free. */
quanze_status library_take_screener(struct library *library, struct edition *edition, struct quanze_screener **out,
                                    struct quanze_error *error);
void library_give_screener(struct library *library, struct edition *edition, struct quanze_screener *screener);

/* Nobody has asked for a while: free tools are closed, and with them their connections to the ledger. */
void library_rest(struct library *library);

#endif
