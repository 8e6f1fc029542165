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

/* All seals in their order, or with `month` ("2026-11") those of one month. */
quanze_status ledger_list_seals(struct ledger *ledger, struct str month, ledger_each_seal *each, void *payload,
                                struct quanze_error *error);

#endif
