/* once.h - requests that are done once, however often they are sent.
 *
 * A reader must believe: the key is written in the transaction of what the request adds, so both are there or neither; it is no
 * part of the chain, and is forgotten after ONCE_DAYS; of the time only the day is kept.
 */
#ifndef LEDGER_ONCE_H
#define LEDGER_ONCE_H

#include <ledger/ledger.h>

#define ONCE_DAYS 7

struct ledger_once {
    struct digest key, content; /* of whom and what they call it; of all that they ask for */
    int32_t today;
};

enum ledger_done {
    LEDGER_NOT_DONE,
    LEDGER_DONE,      /* the answer was appended; there may be none */
    LEDGER_DONE_OTHER /* the key came with another content */
};

/* Looks for a key. */
quanze_status ledger_find_once(struct ledger *ledger, const struct ledger_once *once, struct buf *answer, enum ledger_done *out,
                               struct quanze_error *error);

/* The next transaction that is committed carries the key; NULL: none does. */
void ledger_mark_once(struct ledger *ledger, const struct ledger_once *once);
bool ledger_is_marked(const struct ledger *ledger);

/* The answer that is kept with the key; borrowed until the transaction ends. */
void ledger_keep_answer(struct ledger *ledger, struct str answer);

#endif
