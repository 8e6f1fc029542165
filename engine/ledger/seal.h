/* seal.h - the seals of a ledger, one a line, and whether they hold. */
#ifndef LEDGER_SEAL_H
#define LEDGER_SEAL_H

#include <ledger/ledger.h>

/* Texts live for the call. */
struct ledger_seal_line {
    struct ledger_seal seal;
    int64_t at; /* minute in which it was made */
    struct str office, person;
    bool holds; /* the signature is of the key that it shows, and the sealed row has that hash */
};

/* Whether it was made before the month was over: rows entered later in the month are not covered. */
bool ledger_seal_is_early(const struct ledger_seal_line *line);

typedef quanze_status ledger_each_seal(void *payload, const struct ledger_seal_line *line, struct quanze_error *error);

/* Which seals: those of a month ("2026-11"), or all; in their order, or the last first; behind the first `after` of them; at
 * most so many; 0: all. */
struct ledger_seal_filter {
    struct str month;
    bool newest;
    size_t after, most;
};

quanze_status ledger_list_seals(struct ledger *ledger, const struct ledger_seal_filter *filter, ledger_each_seal *each,
                                void *payload, struct quanze_error *error);

#endif
