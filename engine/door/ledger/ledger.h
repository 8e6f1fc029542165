/* ledger.h - the door's open ledger, and what its files share. */
#ifndef DOOR_LEDGER_H
#define DOOR_LEDGER_H

#include <door/door.h>
#include <say/ledger/ledger_page.h>

struct quanze_ledger {
    struct ledger *ledger;
};

/* Parses YYYY-MM-DDTHH:MM. QUANZE_USAGE for anything else. */
quanze_status ledger_now(const char *text, int64_t *out, struct quanze_error *error);

/* Parts "office/person". QUANZE_USAGE when one of the two is missing; `name` is what the request calls it. */
quanze_status ledger_person(const char *text, const char *name, struct str *office, struct str *person,
                            struct quanze_error *error);

/* A word of the vocabulary of grounds; NULL and "" are the empty text. QUANZE_USAGE with the near miss. */
quanze_status ledger_ground(const char *text, struct str *out, struct quanze_error *error);

/* A state of a task by its name, or its Chinese one. QUANZE_USAGE with the near miss, else with the names that there are. */
quanze_status ledger_state(const char *text, enum state_id *out, struct quanze_error *error);

/* A page that is written while it is read, so that memory does not grow with the ledger. */
struct ledger_sheet {
    struct ledger_page page;
    struct buf out;
    struct quanze_sink sink;
};

struct ledger_sheet ledger_sheet_make(const struct quanze_page_request *request);

/* How many rows to ask for so that a page of `most` (0: all) can tell whether another follows. */
static inline size_t ledger_rows_asked(size_t most) { return most > 0 ? most + 1 : 0; }

/* Ends a page that was written row by row, if all went well, and frees it. */
quanze_status ledger_sheet_finish(struct ledger_sheet *sheet, quanze_status status,
                                  void (*end)(struct buf *, struct ledger_page *), struct quanze_error *error);

/* Ends the transaction of an addition that came to `status`, and hands over the page that tells of it: the page is kept with a
 * request that is to be done once. */
quanze_status ledger_finish(struct ledger *ledger, quanze_status status, const struct buf *page, struct quanze_sink sink,
                            struct quanze_error *error);

/* Hands over what was written when there is enough of it, or all (`last`). */
quanze_status ledger_sheet_send(struct ledger_sheet *sheet, bool last, struct quanze_error *error);

#endif
