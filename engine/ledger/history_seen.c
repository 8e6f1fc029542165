#include <ledger/history_seen.h>

#include <base/alloc.h>

enum {
    MOST_DAYS = 32,         /* spans of 32 days kept at a time */
    FIRST_QUESTIONS = 16,   /* so many questions before days are read for the first time, */
    ROWS_PER_QUESTION = 16, /* so many rows a question: reading is never dearer than what was asked */
    MOST_ROWS = 1 << 18,    /* days with more are looked up each time */
    PLACES_PER_ROW = 4
};

struct seen_days {
    enum statement which;
    int32_t bucket;
    uint64_t asked, patience; /* questions; and how many of them before the days are read */
    uint32_t *first;          /* the first row of the keys that fall into a place, 0: there is none; NULL: not read */
    uint64_t places;          /* a power of two */
};

struct history_seen {
    struct seen_days days[MOST_DAYS];
    size_t count, oldest;
};

void history_seen_forget(struct ledger *ledger) {
    struct history_seen *seen = ledger->seen;
    for (size_t i = 0; seen && i < seen->count; i++) alloc_free(seen->days[i].first);
    alloc_free(seen);
    ledger->seen = NULL;
}

size_t history_seen_bytes(const struct ledger *ledger) {
    const struct history_seen *seen = ledger->seen;
    size_t bytes = 0;
    for (size_t i = 0; seen && i < seen->count; i++)
        if (seen->days[i].first) bytes += seen->days[i].places * sizeof *seen->days[i].first;
    return bytes;
}

static uint32_t *place_of(const struct seen_days *days, int64_t key) {
    return &days->first[(uint64_t)key * UINT64_C(0x9E3779B97F4A7C15) >> 32 & (days->places - 1)];
}

/* A row beyond 32 bits counts as the last of them: what is before it, is. */
static void note_row(struct seen_days *days, int64_t key, int64_t row) {
    uint32_t *place = place_of(days, key);
    const uint32_t noted = row < UINT32_MAX ? (uint32_t)row : UINT32_MAX;
    if (*place == 0 || noted < *place) *place = noted;
}

/* Reads the days into empty places. `*whole` false: they have `most` rows or more. */
static quanze_status read_rows(struct ledger *ledger, struct seen_days *days, int64_t most, bool *whole,
                               struct quanze_error *error) {
    const enum statement which = days->which == STATEMENT_HISTORY_TOPIC ? STATEMENT_SEEN_TOPICS : STATEMENT_SEEN_FORMS;
    const struct cell cells[] = {cell_integer(days->bucket), cell_integer(most)};
    sqlite3_stmt *statement;
    int64_t count = 0;
    bool row = true;
    quanze_status status = statement_ask(ledger, which, cells, 2, &statement, error);
    while (status == QUANZE_OK && row) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        note_row(days, sqlite3_column_int64(statement, 0), sqlite3_column_int64(statement, 1));
        count++;
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    *whole = count < most;
    return status;
}

/* Days that have more rows than the questions so far are worth wait for twice as many. */
static quanze_status read_days(struct ledger *ledger, struct seen_days *days, struct quanze_error *error) {
    const uint64_t most = days->patience * ROWS_PER_QUESTION;
    bool whole = false;
    days->patience *= 2;
    if (most > MOST_ROWS) return QUANZE_OK;
    days->places = most * PLACES_PER_ROW;
    days->first = alloc_new(days->places * sizeof *days->first);
    if (!days->first) return error_memory(error);
    const quanze_status status = read_rows(ledger, days, (int64_t)most, &whole, error);
    if (whole) return status;
    alloc_free(days->first);
    days->first = NULL;
    return status;
}

static struct seen_days *find_days(struct history_seen *seen, enum statement which, int32_t bucket) {
    for (size_t i = 0; i < seen->count; i++)
        if (seen->days[i].bucket == bucket && seen->days[i].which == which) return &seen->days[i];
    struct seen_days *days = &seen->days[seen->oldest];
    seen->oldest = (seen->oldest + 1) % MOST_DAYS;
    if (seen->count < MOST_DAYS) seen->count++;
    alloc_free(days->first);
    *days = (struct seen_days){.which = which, .bucket = bucket, .patience = FIRST_QUESTIONS};
    return days;
}

quanze_status seen_ask(struct ledger *ledger, enum statement which, int32_t bucket, int64_t key, bool *may,
                       struct quanze_error *error) {
    *may = true;
    if (!ledger->is_snapshot) return QUANZE_OK;
    if (!ledger->seen) ledger->seen = alloc_new(sizeof *ledger->seen);
    if (!ledger->seen) return error_memory(error);
    struct seen_days *days = find_days(ledger->seen, which, bucket);
    days->asked++;
    if (!days->first && days->asked == days->patience) {
        const quanze_status status = read_days(ledger, days, error);
        if (status != QUANZE_OK) return status;
    }
    if (!days->first) return QUANZE_OK;
    const uint32_t first = *place_of(days, key);
    *may = first != 0 && first < ledger_rows_before(ledger);
    return QUANZE_OK;
}
