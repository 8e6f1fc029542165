/* record.h - every kind of row that is handed out to a stranger, but tasks, as names and cells: what the ledger holds, without
 * what it is held by.
 *
 * A reader must believe: fields come in the order of their names; rows in the order in which they were entered. A complaint
 * comes by its number alone: its row would tell between which hours it was entered.
 */
#ifndef LEDGER_RECORD_H
#define LEDGER_RECORD_H

#include <ledger/ledger.h>

enum ledger_record_kind {
    LEDGER_RECORD_DECISION,
    LEDGER_RECORD_FINDING,
    LEDGER_RECORD_MOVE,
    LEDGER_RECORD_WAIVER,
    LEDGER_RECORD_COMPLAINT,
    LEDGER_RECORD_ANSWER, /* to a complaint */
    LEDGER_RECORD_CORRECTION,
    LEDGER_RECORD_STEP, /* of a correction */
    LEDGER_RECORD_SEAL,
    LEDGER_RECORD_KINDS
};

#define LEDGER_RECORD_FIELDS 24

/* Texts live for the call. */
struct ledger_record {
    enum ledger_record_kind kind;
    struct str names[LEDGER_RECORD_FIELDS];
    struct cell cells[LEDGER_RECORD_FIELDS];
    size_t count;
};

typedef quanze_status ledger_each_record(void *payload, const struct ledger_record *record, struct quanze_error *error);
quanze_status ledger_list_records(struct ledger *ledger, enum ledger_record_kind kind, ledger_each_record *each, void *payload,
                                  struct quanze_error *error);

#endif
