/* history_memo.h - what the past of a township was in a long span, kept while a snapshot lasts: every task of the township asks
 * for it again, and so does every remedy that is tried.
 *
 * A reader must believe: within a snapshot nothing changes; when it ends, all of it is forgotten.
 */
#ifndef LEDGER_HISTORY_MEMO_H
#define LEDGER_HISTORY_MEMO_H

#include <ledger/statement.h>

struct memo_hit {
    struct str id, issuer; /* the issuer as the list names it */
};

/* Hits of one township in a span, newest first. */
struct memo_entry {
    enum statement which;
    int32_t from, to;
    struct str township;
    struct memo_hit *hits;
    size_t count;
    bool is_whole; /* not cut off for being too many */
};

/* The hits of the statement (which takes township, from, to and an id to leave out), read when asked for the first time.
 * `*out` NULL: not kept, since there is no snapshot, the span is short, or they are too many. */
quanze_status memo_take(struct ledger *ledger, enum statement which, struct str township,
                        const struct history_question *question, const struct memo_entry **out, struct quanze_error *error);

#endif
