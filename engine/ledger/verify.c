/* verify.c - a large ledger is looked at by three at the same time, each with a connection of its own: two look at the rows of
 * a half each, one at the pages of the file, which finds what no row tells: damage to indexes and to what is derived.
 *
 * A reader must believe: what they find is what one alone would find. The older half and the pages may be read from a later
 * moment: rows that are there do not change.
 */
#include <base/alloc.h>
#include <base/pieces.h>
#include <ledger/statement.h>
#include <ledger/verify_span.h>

#define ROWS_FOR_TWO 20000 /* fewer take less time than to begin */

/* Who looks at a span of rows, or at the pages. */
struct looker {
    struct ledger *ledger;
    struct verify_span span;
    struct str known_head;
    struct verify_found found;
    bool is_damaged; /* of the pages */
    quanze_status status;
    struct quanze_error error;
};

enum { FIRST, SECOND, PAGES, LOOKERS };

static quanze_status check_pages(struct ledger *ledger, bool *is_damaged, struct quanze_error *error) {
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_take(ledger, STATEMENT_CHECK_FILE, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    *is_damaged =
        status == QUANZE_BAD_DATA || (status == QUANZE_OK && !str_equal(statement_cell(statement, 0).bytes, STR("ok")));
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status == QUANZE_BAD_DATA ? QUANZE_OK : status;
}

/* A page that SQLite has no memory for is told there as one that cannot be read. So damage is what is found twice, while there
 * is memory. */
static quanze_status look_at_pages(struct ledger *ledger, bool *is_damaged, struct quanze_error *error) {
    enum { SOME_PAGES = 1 << 16 };
    quanze_status status = check_pages(ledger, is_damaged, error);
    if (status == QUANZE_OK && *is_damaged) status = check_pages(ledger, is_damaged, error);
    if (status != QUANZE_OK || !*is_damaged) return status;
    void *memory = sqlite3_malloc(SOME_PAGES);
    sqlite3_free(memory);
    return memory ? QUANZE_OK : error_memory(error);
}

static void look(void *lookers, size_t index) {
    struct looker *looker = (struct looker *)lookers + index;
    looker->status = index == PAGES
                         ? look_at_pages(looker->ledger, &looker->is_damaged, &looker->error)
                         : verify_span(looker->ledger, &looker->span, looker->known_head, &looker->found, &looker->error);
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

static quanze_status first_failure(const struct looker *lookers, struct quanze_error *error) {
    for (size_t i = 0; i < LOOKERS; i++) {
        if (lookers[i].status == QUANZE_OK) continue;
        *error = lookers[i].error;
        return lookers[i].status;
    }
    return QUANZE_OK;
}

/* The second always looks, the first perhaps. */
static quanze_status look_all(struct looker *lookers, int64_t row, struct ledger *ledger, struct quanze_error *error) {
    struct looker *first = &lookers[FIRST], *second = &lookers[SECOND], *pages = &lookers[PAGES];
    bool cut = false;
    second->ledger = ledger;
    first->span = second->span = (struct verify_span){.from = INT64_MIN, .upto = INT64_MAX, .latest_at = INT64_MIN};
    if (row > 0) {
        quanze_status status = cut_spans(ledger, row, &first->span, &second->span, &cut, error);
        if (status != QUANZE_OK) return status;
    }
    if (cut && open_other(first, ledger->path) && open_other(pages, ledger->path)) {
        pieces_do(LOOKERS, LOOKERS, look, lookers);
        return first_failure(lookers, error);
    }
    ledger_close(first->ledger);
    first->ledger = NULL;
    second->span = (struct verify_span){.from = INT64_MIN, .upto = INT64_MAX, .latest_at = INT64_MIN};
    look(lookers, SECOND);
    second->status = second->status == QUANZE_OK ? look_at_pages(ledger, &pages->is_damaged, &second->error) : second->status;
    return first_failure(lookers, error);
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

/* A fault of no row. */
static void tell_of_all(const struct verify_asked *asked, enum ledger_fault fault, struct ledger_verified *out) {
    if (out->broken++ < VERIFY_MOST_FAULTS) asked->each(asked->payload, out->rows, fault);
}

static void join_all(const struct looker *lookers, const struct verify_asked *asked, struct ledger_verified *out) {
    const struct looker *first = &lookers[FIRST], *second = &lookers[SECOND];
    const bool is_unreadable = first->found.is_unreadable || second->found.is_unreadable;
    if (first->ledger) join(&first->found, asked, out);
    if (!first->found.is_unreadable) join(&second->found, asked, out);
    if (lookers[PAGES].is_damaged && !is_unreadable) tell_of_all(asked, FAULT_FILE, out);
    if (asked->known_head.length > 0 && !first->found.has_head && !second->found.has_head) tell_of_all(asked, FAULT_HEAD, out);
}

quanze_status verify_split(struct ledger *ledger, int64_t row, const struct verify_asked *asked, struct ledger_verified *out,
                           struct quanze_error *error) {
    struct ledger_verified all = {0};
    struct looker *lookers = alloc_new(LOOKERS * sizeof *lookers);
    if (!lookers) return error_memory(error);
    lookers[FIRST].known_head = lookers[SECOND].known_head = asked->known_head;
    quanze_status status = look_all(lookers, row, ledger, error);
    if (status == QUANZE_OK) {
        join_all(lookers, asked, &all);
        *out = all;
    }
    ledger_close(lookers[FIRST].ledger);
    ledger_close(lookers[PAGES].ledger);
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
