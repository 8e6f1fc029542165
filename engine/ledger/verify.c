/* verify.c - a large ledger is looked at by two at the same time, each with a connection of its own.
 *
 * A reader must believe: what they find is what one alone would find. The older half may be read from a later moment: rows that
 * are there do not change.
 */
#include <base/alloc.h>
#include <base/pieces.h>
#include <ledger/statement.h>
#include <ledger/verify_span.h>

#define ROWS_FOR_TWO 20000 /* fewer take less time than to begin */

/* Who looks at a span. */
struct looker {
    struct ledger *ledger;
    struct verify_span span;
    struct str known_head;
    struct verify_found found;
    quanze_status status;
    struct quanze_error error;
};

static void look(void *lookers, size_t index) {
    struct looker *looker = (struct looker *)lookers + index;
    looker->status = verify_span(looker->ledger, &looker->span, looker->known_head, &looker->found, &looker->error);
}

/* Cuts the span behind the last row up to `row`; `*cut` false when there is none, or when it cannot be read. */
static quanze_status cut_spans(struct ledger *ledger, int64_t row, struct verify_span *first, struct verify_span *second,
                               bool *cut, struct quanze_error *error) {
    const struct cell cell = cell_integer(row);
    sqlite3_stmt *statement;
    quanze_status status = statement_ask(ledger, STATEMENT_CUT, &cell, 1, &statement, error);
    *cut = false;
    if (status == QUANZE_OK) status = statement_step(ledger, statement, cut, error);
    if (status != QUANZE_OK || !*cut) return status == QUANZE_BAD_DATA ? QUANZE_OK : status;
    const struct str hash = statement_text(statement, "hash");
    second->rows = statement_integer(statement, "seq", 0);
    second->latest_at = statement_integer(statement, "latest", INT64_MIN);
    *cut = hash.length == sizeof second->before.bytes;
    if (*cut) memcpy(second->before.bytes, hash.at, hash.length);
    (void)sqlite3_reset(statement);
    first->upto = second->rows;
    second->from = second->rows + 1;
    return QUANZE_OK;
}

/* Another reader of the same file; false when none can be had, and then one alone looks. */
static bool open_other(struct looker *looker, const char *path) {
    struct quanze_error ignored;
    if (ledger_open(path, LEDGER_READ, &looker->ledger, &ignored) != QUANZE_OK) return false;
    if (ledger_snapshot(looker->ledger, &ignored) == QUANZE_OK) return true;
    ledger_close(looker->ledger);
    looker->ledger = NULL;
    return false;
}

static quanze_status look_both(struct looker *lookers, struct quanze_error *error) {
    pieces_do(2, 2, look, lookers);
    for (size_t i = 0; i < 2; i++) {
        if (lookers[i].status == QUANZE_OK) continue;
        *error = lookers[i].error;
        return lookers[i].status;
    }
    return QUANZE_OK;
}

/* `lookers` come in the order of their spans; the last always looked, the first perhaps. */
static quanze_status look_all(struct looker *lookers, int64_t row, struct ledger *ledger, struct quanze_error *error) {
    struct looker *first = &lookers[0], *second = &lookers[1];
    bool cut = false;
    second->ledger = ledger;
    first->span = second->span = (struct verify_span){.from = INT64_MIN, .upto = INT64_MAX, .latest_at = INT64_MIN};
    if (row > 0) {
        quanze_status status = cut_spans(ledger, row, &first->span, &second->span, &cut, error);
        if (status != QUANZE_OK) return status;
    }
    if (cut && open_other(first, ledger->path)) return look_both(lookers, error);
    second->span = (struct verify_span){.from = INT64_MIN, .upto = INT64_MAX, .latest_at = INT64_MIN};
    look(second, 0);
    if (second->status != QUANZE_OK) *error = second->error;
    return second->status;
}

/* Adds what was found behind what is there already. */
static void join(const struct verify_found *found, const struct verify_asked *asked, struct ledger_verified *out) {
    const struct ledger_verified *result = &found->result;
    for (size_t i = 0; i < result->broken && i < VERIFY_MOST_FAULTS && out->broken + i < VERIFY_MOST_FAULTS; i++)
        asked->each(asked->payload, found->faults[i].seq, found->faults[i].fault);
    out->rows = result->rows;
    out->head = result->head;
    out->broken += result->broken;
    out->seals += result->seals;
    out->clock_jumps += result->clock_jumps;
}

quanze_status verify_split(struct ledger *ledger, int64_t row, const struct verify_asked *asked, struct ledger_verified *out,
                           struct quanze_error *error) {
    struct ledger_verified all = {0};
    struct looker *lookers = alloc_new(2 * sizeof *lookers), *first = lookers, *second = lookers + 1;
    if (!lookers) return error_memory(error);
    first->known_head = second->known_head = asked->known_head;
    quanze_status status = look_all(lookers, row, ledger, error);
    if (status == QUANZE_OK) {
        if (first->ledger) join(&first->found, asked, &all);
        if (!first->found.is_unreadable) join(&second->found, asked, &all);
        if (asked->known_head.length > 0 && !first->found.has_head && !second->found.has_head &&
            all.broken++ < VERIFY_MOST_FAULTS)
            asked->each(asked->payload, all.rows, FAULT_HEAD);
        *out = all;
    }
    ledger_close(first->ledger);
    alloc_free(lookers);
    return status;
}

quanze_status ledger_verify(struct ledger *ledger, struct str known_head, ledger_each_fault *each, void *payload,
                            struct ledger_verified *out, struct quanze_error *error) {
    const struct verify_asked asked = {known_head, each, payload};
    if (known_head.length > 0 && !ledger_is_head(known_head))
        return error_set(error, QUANZE_USAGE, "“%.*s”不是台账头，应为 sha256: 加 64 位，或 20 位短码",
                         "\"%.*s\" is no head; expected sha256: and 64 digits, or the short form of 20", (int)known_head.length,
                         known_head.at);
    quanze_status status = ledger_snapshot(ledger, error);
    if (status == QUANZE_BAD_DATA) { /* not even the last row can be read */
        each(payload, 1, FAULT_UNREADABLE);
        *out = (struct ledger_verified){.broken = 1};
        return QUANZE_OK;
    }
    if (status != QUANZE_OK) return status;
    const int64_t rows = ledger->head.seq;
    status = verify_split(ledger, rows >= ROWS_FOR_TWO ? rows / 2 : 0, &asked, out, error);
    ledger_roll_back(ledger);
    return status;
}
