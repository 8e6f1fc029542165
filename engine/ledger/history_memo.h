/* history_memo.h - what the past of a township was in a long span, kept while the ledger stays as it is: every task of the
 * township asks for it again, and so does every remedy that is tried.
 *
 * A reader must believe: within a snapshot nothing changes; what is kept beyond one (ledger_rest) serves only another of the
 * same rows.
 */
#ifndef LEDGER_HISTORY_MEMO_H
#define LEDGER_HISTORY_MEMO_H

#include <ledger/statement.h>

/* A move of a task that was taken back at some time; `takes`: by this one it is. */
struct memo_move {
    int64_t row;
    bool takes;
};

struct memo_hit {
    struct str id, issuer; /* the issuer as the list names it */
    int64_t task;          /* its row */
    struct memo_move *moves;
    size_t move_count; /* 0: it was never taken back */
};

/* Hits of one township in a span, newest first, of every past. */
struct memo_entry {
    enum statement which;
    int32_t from, to;
    struct str township;
    struct memo_hit *hits;
    size_t count, capacity;
    bool is_whole; /* not cut off for being too many */
};

/* Whether the hit is one of the past that ends before row `before`: it came before and had not been taken back by then. */
bool memo_reached(const struct memo_hit *hit, int64_t before);

/* The hits of the statement (which takes township, from, to and an id to leave out), read when asked for the first time.
 * `*out` NULL: not kept, since there is no snapshot, the span is short, or they are too many. */
quanze_status memo_take(struct ledger *ledger, enum statement which, struct str township,
                        const struct history_question *question, const struct memo_entry **out, struct quanze_error *error);

#endif
