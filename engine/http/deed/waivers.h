/* waivers.h - exceptions from rules that the gatekeepers make on the pages: one proposes, another confirms.
 *
 * A reader must believe: nothing is in force before a second person has confirmed it; who proposed cannot confirm; what was
 * once in force is never taken away again, only ended; all of them are kept in the file "waivers", and those in force beside it
 * in "waivers.yaml", in the list's own words, where the engine reads them.
 */
#ifndef HTTP_WAIVERS_H
#define HTTP_WAIVERS_H

#include <base/arena.h>
#include <quanze.h>

#define WAIVERS_YAML "waivers.yaml"
#define WAIVER_ID_BYTES 24

enum waiver_column {
    WAIVER_ID, /* "desk-1", "desk-2" */
    WAIVER_STATE,
    WAIVER_RULE,
    WAIVER_DEPARTMENT, /* "name id"; may be empty: of all */
    WAIVER_TOWNSHIP,   /* may be empty: in all */
    WAIVER_REASON,
    WAIVER_FROM,
    WAIVER_TO,
    WAIVER_REQUESTED_BY, /* "office/name" */
    WAIVER_REQUESTED_AT,
    WAIVER_DECIDED_BY, /* empty while it is proposed */
    WAIVER_DECIDED_AT,
    WAIVER_COLUMNS
};

enum waiver_state { WAIVER_PROPOSED, WAIVER_CONFIRMED, WAIVER_REFUSED };

struct waiver_note {
    enum waiver_state state;
    struct str column[WAIVER_COLUMNS]; /* NUL-ended */
};

struct waivers {
    struct arena arena;
    struct waiver_note *at;
    size_t count;
};

/* All of them, in the order in which they were proposed; must be freed even after an error. QUANZE_BAD_DATA with the line. */
quanze_status waivers_read(const char *folder, struct waivers *out, struct quanze_error *error);
void waivers_free(struct waivers *waivers);

/* What is to be kept: its rule, department, township, reason, days, and who asks when. */
struct waiver_proposal {
    struct waiver_note note;
    /* Looks whether the list would take the waivers of that file, in which the proposed one stands as if it were confirmed. */
    quanze_status (*look)(void *payload, const char *path, struct quanze_error *error);
    void *payload;
};

/* Keeps a proposal; `id` is what it is known by. The same one, sent again by the same person while it waits, is the one that is
 * there. QUANZE_USAGE: something is missing, or its last day has passed; else what `look` says. */
quanze_status waivers_propose(const char *folder, const struct waiver_proposal *proposal, char id[WAIVER_ID_BYTES],
                              struct quanze_error *error);

/* What is to become of one. */
enum waiver_what { WAIVER_CONFIRM, WAIVER_REFUSE, WAIVER_END };

struct waiver_step {
    enum waiver_what what;
    const char *id, *by, *now;                                         /* now: YYYY-MM-DDTHH:MM */
    quanze_status (*apply)(void *payload, struct quanze_error *error); /* makes the engine read what is in force */
    void *payload;
};

/* Takes the step; if `apply` fails nothing has changed. QUANZE_USAGE: the same person, decided already, not in force;
 * QUANZE_NO_INPUT: there is none of that id. */
quanze_status waivers_step(const char *folder, const struct waiver_step *step, struct quanze_error *error);

#endif
