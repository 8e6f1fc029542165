/* verify_span.h - every row of a span against its fingerprint, every hash against the row before.
 *
 * A reader must believe: the journal and the tables are all read once, side by side in the order of their numbers. A page that
 * cannot be read is a finding, not a failure of looking: what comes behind it in the span is not looked at.
 */
#ifndef LEDGER_VERIFY_SPAN_H
#define LEDGER_VERIFY_SPAN_H

#include <ledger/inside.h>

#define VERIFY_MOST_FAULTS 1000

/* Rows from..upto, and where the chain stands before them: the number of rows, the last of their hashes, and its time. */
struct verify_span {
    int64_t from, upto, rows, latest_at;
    struct digest before;
};

struct verify_fault {
    int64_t seq;
    enum ledger_fault fault;
};

struct verify_found {
    struct ledger_verified result; /* `broken` may be more than are kept */
    bool has_head;                 /* the known head is in the span */
    bool is_unreadable;            /* looking came to a damaged page */
    struct verify_fault faults[VERIFY_MOST_FAULTS];
};

/* Looks at a span; within a snapshot or transaction. `known_head` may be empty. */
quanze_status verify_span(struct ledger *ledger, const struct verify_span *span, struct str known_head,
                          struct verify_found *out, struct quanze_error *error);

/* What the caller of ledger_verify asked. */
struct verify_asked {
    struct str known_head;
    ledger_each_fault *each;
    void *payload;
};

/* ledger_verify within a snapshot, by two who look at the same time: one up to `row`, the other behind it; 0: by one. */
quanze_status verify_split(struct ledger *ledger, int64_t row, const struct verify_asked *asked, struct ledger_verified *out,
                           struct quanze_error *error);

#endif
