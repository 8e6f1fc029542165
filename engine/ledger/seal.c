#include <ledger/seal.h>

#include <ledger/statement.h>

#define SHOWN(text) (int)(text).length, (text).at

static bool copy_bytes(struct str from, void *to, size_t size) {
    if (from.length == size) memcpy(to, from.at, size);
    return from.length == size;
}

bool seal_take(sqlite3_stmt *statement, struct ledger_seal *out) {
    const struct str month = statement_text(statement, "month");
    *out = (struct ledger_seal){.seq = statement_integer(statement, "seq", 0), .rows = statement_integer(statement, "rows", 0)};
    if (month.length >= sizeof out->month) return false;
    memcpy(out->month, month.at, month.length);
    return copy_bytes(statement_text(statement, "head"), &out->head, sizeof out->head) &&
           copy_bytes(statement_text(statement, "public_key"), &out->key, sizeof out->key) &&
           copy_bytes(statement_text(statement, "signature"), &out->signature, sizeof out->signature);
}

void ledger_seal_message(const struct ledger_seal *seal, struct buf *out) {
    char head[72];
    digest_text(&seal->head, head);
    buf_printf(out, "quanze/seal/1 %s %lld %s", seal->month, (long long)seal->rows, head);
}

bool seal_is_signed(const struct ledger_seal *seal) {
    struct buf message = {0};
    ledger_seal_message(seal, &message);
    const bool holds = !message.failed && sign_holds(&seal->key, buf_str(&message), &seal->signature);
    buf_free(&message);
    return holds;
}

/* The first minute of a month "2026-11" and the first one after it; false when it is none. */
static bool span_of(struct str month, int64_t *begin, int64_t *end) {
    char first[11] = "0000-00-01";
    int32_t day;
    if (month.length != 7) return false;
    memcpy(first, month.at, 7);
    if (!day_parse((struct str){first, 10}, &day)) return false;
    struct civil civil = day_to_civil(day);
    civil.year += civil.month == 12;
    civil.month = civil.month == 12 ? 1 : civil.month + 1;
    *begin = (int64_t)day * DAY_MINUTES;
    *end = (int64_t)day_from_civil(civil) * DAY_MINUTES;
    return true;
}

static quanze_status find_month_head(struct ledger *ledger, int64_t end, struct ledger_seal *seal, struct quanze_error *error) {
    struct str month = str_of(seal->month);
    struct cell cell = cell_integer(end);
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_ask(ledger, STATEMENT_MONTH_HEAD, &cell, 1, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    struct str hash = row ? statement_text(statement, "hash") : STR("");
    if (hash.length == sizeof seal->head.bytes) memcpy(seal->head.bytes, hash.at, hash.length);
    seal->rows = row ? statement_integer(statement, "seq", 0) : 0;
    (void)sqlite3_reset(statement);
    if (seal->rows > 0) return QUANZE_OK;
    return error_set(error, QUANZE_USAGE, "到 %.*s 为止台账里没有记录", "nothing was written by the end of %.*s", SHOWN(month));
}

/* The minutes of a month that has begun, by the clock or by what the ledger holds already. */
static quanze_status span_month(struct ledger *ledger, struct str month, int64_t now, int64_t *end,
                                struct quanze_error *error) {
    int64_t begin = 0;
    sqlite3_stmt *statement;
    bool row = false;
    if (!span_of(month, &begin, end))
        return error_set(error, QUANZE_USAGE, "“%.*s”不是月份，应写作 2026-11",
                         "\"%.*s\" is no month; expected one such as 2026-11", SHOWN(month));
    quanze_status status = statement_ask(ledger, STATEMENT_HEAD, NULL, 0, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    const int64_t latest = row ? statement_integer(statement, "at", 0) : 0;
    (void)sqlite3_reset(statement);
    if (begin <= now || begin <= latest) return QUANZE_OK;
    char today[24];
    (void)day_format(day_of_minute(now), today);
    return error_set(error, QUANZE_USAGE, "%.*s 还没有到（这台电脑的日期是 %s），不能封签",
                     "%.*s has not begun (this machine's date is %s) and cannot be sealed", SHOWN(month), today);
}

static bool sign(struct ledger_seal *seal, const struct sign_seed *seed) {
    struct buf message = {0};
    ledger_seal_message(seal, &message);
    sign_public_of(seed, &seal->key);
    sign_message(seed, buf_str(&message), &seal->signature);
    bool made = !message.failed;
    buf_free(&message);
    return made;
}

bool ledger_seal_is_early(const struct ledger_seal_line *line) {
    int64_t begin, end;
    return span_of(str_of(line->seal.month), &begin, &end) && line->at < end;
}

quanze_status ledger_list_seals(struct ledger *ledger, const struct ledger_seal_filter *filter, ledger_each_seal *each,
                                void *payload, struct quanze_error *error) {
    const struct cell cells[] = {cell_text_or_null(filter->month), cell_integer(filter->newest),
                                 cell_integer(filter->most > 0 ? (int64_t)filter->most : -1),
                                 cell_integer((int64_t)filter->after)};
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(ledger, STATEMENT_SEALS, cells, 4, &statement, error);
    while (status == QUANZE_OK && row) {
        struct ledger_seal_line line;
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        line.holds = seal_take(statement, &line.seal) && seal_is_signed(&line.seal) &&
                     str_equal(statement_text(statement, "sealed"), digest_bytes(&line.seal.head));
        line.at = statement_integer(statement, "at", 0);
        line.office = statement_text(statement, "office");
        line.person = statement_text(statement, "person");
        status = each(payload, &line, error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}

/* A new seal, and the last one by the same key that says all of what it would say. */
struct comparison {
    struct ledger *ledger;
    const struct ledger_seal *seal;
    bool is_early; /* the month is not over */
    int64_t found; /* its row; 0: none */
};

/* Whether rows that are no seals themselves stand between what the old one covers and what the new one would. */
static quanze_status compare(void *payload, const struct ledger_seal_line *old, struct quanze_error *error) {
    struct comparison *comparison = payload;
    const struct ledger_seal *seal = comparison->seal;
    const struct cell span[] = {cell_integer(old->seal.rows), cell_integer(seal->rows)};
    sqlite3_stmt *statement;
    bool row = false;
    if (!old->holds || memcmp(&old->seal.key, &seal->key, sizeof seal->key) != 0) return QUANZE_OK;
    if (ledger_seal_is_early(old) && !comparison->is_early) return QUANZE_OK; /* the new one says that the month is over */
    quanze_status status = statement_ask(comparison->ledger, STATEMENT_UNSEALED, span, 2, &statement, error);
    if (status == QUANZE_OK) status = statement_step(comparison->ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    (void)sqlite3_reset(statement);
    if (!row) comparison->found = old->seal.seq;
    return QUANZE_OK;
}

/* Two seals that say the same would be two papers to keep, and nobody could tell why. */
static quanze_status check_news(struct ledger *ledger, const struct ledger_seal *seal, bool is_early,
                                struct quanze_error *error) {
    const struct ledger_seal_filter filter = {.month = str_of(seal->month)};
    struct comparison comparison = {.ledger = ledger, .seal = seal, .is_early = is_early};
    quanze_status status = ledger_list_seals(ledger, &filter, compare, &comparison, error);
    if (status != QUANZE_OK || comparison.found == 0) return status;
    if (is_early)
        return error_set(error, QUANZE_USAGE, "%s 已经封签（台账第 %lld 行），此后没有新的记录；月末过后再封",
                         "%s is sealed already (row %lld of the ledger) and nothing was entered since; seal it again when the "
                         "month is over",
                         seal->month, (long long)comparison.found);
    return error_set(error, QUANZE_USAGE, "%s 已经封签（台账第 %lld 行），此后没有新的记录，不用再封",
                     "%s is sealed already (row %lld of the ledger) and nothing was entered since; it need not be sealed again",
                     seal->month, (long long)comparison.found);
}

quanze_status ledger_add_seal(struct ledger *ledger, struct str month, const struct sign_seed *seed, struct str office,
                              struct str person, int64_t now, struct ledger_seal *out, struct quanze_error *error) {
    struct ledger_seal seal = {0};
    memcpy(seal.month, month.at, month.length < sizeof seal.month ? month.length : sizeof seal.month - 1);
    int64_t end = 0;
    quanze_status status = span_month(ledger, month, now, &end, error);
    if (status == QUANZE_OK) status = find_month_head(ledger, end, &seal, error);
    if (status != QUANZE_OK) return status;
    if (!sign(&seal, seed)) return error_memory(error);
    status = check_news(ledger, &seal, now < end, error);
    if (status != QUANZE_OK) return status;
    const struct plain_row paper = {TABLE_SEAL,
                                    STATEMENT_ADD_SEAL,
                                    {cell_text(str_of(seal.month)), cell_integer(seal.rows),
                                     cell_blob(digest_bytes(&seal.head)),
                                     cell_blob((struct str){(const char *)seal.key.bytes, sizeof seal.key.bytes}),
                                     cell_blob((struct str){(const char *)seal.signature.bytes, sizeof seal.signature.bytes}),
                                     cell_text(office), cell_text(person)},
                                    7,
                                    0};
    status = plain_row_add(ledger, &paper, now, &seal.seq, error);
    if (status == QUANZE_OK) *out = seal;
    return status;
}
