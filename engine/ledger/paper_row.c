/* paper_row.c - what stands for itself: waivers, complaints and their answers, seals. */
#include <base/person.h>
#include <ledger/seal.h>
#include <ledger/statement.h>

#define SHOWN(text) (int)(text).length, (text).at
void plain_row_fingerprint(const struct plain_row *paper, struct digest *out) {
    struct fingerprint_state state;
    fingerprint_start(&state);
    cell_add_row(&state, paper->table, paper->cells, table_covers(paper->table, paper->cells, paper->count));
    fingerprint_end(&state, out);
}

quanze_status plain_row_add(struct ledger *ledger, const struct plain_row *paper, int64_t now, int64_t *seq,
                            struct quanze_error *error) {
    struct cell cells[2 + PLAIN_CELLS];
    struct journal_row row = {paper->table, now, paper->about, {{0}}};
    size_t count = 0;
    plain_row_fingerprint(paper, &row.content);
    quanze_status status = journal_append(ledger, &row, seq, error);
    if (status != QUANZE_OK) return status;
    cells[count++] = cell_integer(*seq);
    if (paper->about > 0) cells[count++] = cell_integer(paper->about);
    memcpy(cells + count, paper->cells, paper->count * sizeof *paper->cells);
    return statement_run(ledger, paper->add, cells, count + paper->count, error);
}

static quanze_status find_waiver(struct ledger *ledger, const struct plain_row *paper, struct ledger_added *out,
                                 struct quanze_error *error) {
    struct digest content;
    plain_row_fingerprint(paper, &content);
    const struct cell cells[] = {paper->cells[0], cell_blob(digest_bytes(&content))};
    sqlite3_stmt *statement;
    quanze_status status = statement_ask(ledger, STATEMENT_FIND_WAIVER, cells, 2, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &out->is_duplicate, error);
    if (status == QUANZE_OK && out->is_duplicate) out->seq = statement_integer(statement, "seq", 0);
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}

quanze_status ledger_add_waiver(struct ledger *ledger, const struct ledger_waiver *waiver, int64_t now,
                                struct ledger_added *out, struct quanze_error *error) {
    bool two = false;
    if (!person_are_two(waiver->requested_by, waiver->approved_by, &two)) return error_memory(error);
    if (!two)
        return error_set(error, QUANZE_BAD_DATA, "豁免“%.*s”要由一人申请、另一人批准",
                         "the waiver \"%.*s\" needs one person who asks and another who approves", SHOWN(waiver->id));
    const struct plain_row paper = {TABLE_WAIVER,
                                    STATEMENT_ADD_WAIVER,
                                    {cell_text(waiver->id), cell_text(waiver->rule), cell_text_or_null(waiver->department),
                                     cell_text(waiver->reason), cell_text(waiver->requested_by), cell_text(waiver->approved_by),
                                     cell_integer_or_null(waiver->validity.from, DAY_NONE),
                                     cell_integer_or_null(waiver->validity.to, DAY_NONE)},
                                    8,
                                    0};
    struct ledger_added added = {0};
    quanze_status status = find_waiver(ledger, &paper, &added, error);
    if (status == QUANZE_OK && !added.is_duplicate) status = plain_row_add(ledger, &paper, now, &added.seq, error);
    if (status == QUANZE_OK) *out = added;
    return status;
}

/* The number of the complaint that a row belongs to, and how often it was said. */
static quanze_status find_said(struct ledger *ledger, struct ledger_added *added, struct quanze_error *error) {
    const struct cell seq = cell_integer(added->seq);
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_ask(ledger, STATEMENT_SAID_COMPLAINT, &seq, 1, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    added->number = row ? statement_integer(statement, "number", 0) : 0;
    added->times = row ? statement_integer(statement, "times", 1) : 1;
    (void)sqlite3_reset(statement);
    return QUANZE_OK;
}

quanze_status ledger_add_complaint(struct ledger *ledger, const struct ledger_complaint *complaint, int32_t day,
                                   struct ledger_added *out, struct quanze_error *error) {
    const struct plain_row paper = {
        TABLE_COMPLAINT,
        STATEMENT_ADD_COMPLAINT,
        {cell_text_or_null(complaint->department), cell_text_or_null(complaint->ground), cell_text(complaint->words)},
        3,
        0};
    struct ledger_added added = {0};
    quanze_status status = plain_row_add(ledger, &paper, (int64_t)day * DAY_MINUTES, &added.seq, error);
    if (status == QUANZE_OK) status = find_said(ledger, &added, error);
    if (status == QUANZE_OK) *out = added;
    return status;
}

static quanze_status ask_number(struct ledger *ledger, enum statement which, int64_t about, int64_t *out,
                                struct quanze_error *error) {
    struct cell cell = cell_integer(about);
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_ask(ledger, which, &cell, 1, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    *out = row ? statement_integer(statement, "found", 0) : 0;
    (void)sqlite3_reset(statement);
    return QUANZE_OK;
}

quanze_status plain_row_nth(struct ledger *ledger, enum statement which, int64_t number, int64_t *seq,
                            struct quanze_error *error) {
    *seq = 0;
    return number > 0 ? ask_number(ledger, which, number, seq, error) : QUANZE_OK;
}

quanze_status plain_row_number(struct ledger *ledger, enum statement which, int64_t seq, int64_t *number,
                               struct quanze_error *error) {
    return ask_number(ledger, which, seq, number, error);
}

quanze_status ledger_add_answer(struct ledger *ledger, const struct ledger_answer *answer, int64_t now,
                                struct ledger_added *out, struct quanze_error *error) {
    struct plain_row paper = {TABLE_ANSWER,
                              STATEMENT_ADD_ANSWER,
                              {cell_text(answer->office), cell_text(answer->person), cell_text(answer->words)},
                              3,
                              0};
    struct ledger_added added = {.number = answer->complaint};
    quanze_status status = plain_row_nth(ledger, STATEMENT_NTH_COMPLAINT, answer->complaint, &paper.about, error);
    if (status == QUANZE_OK && paper.about == 0)
        status = error_set(error, QUANZE_NO_INPUT, "没有第 %lld 条反映；用 quanze complaint list 查看",
                           "there is no complaint %lld; quanze complaint list shows them", (long long)answer->complaint);
    if (status == QUANZE_OK) status = plain_row_add(ledger, &paper, now, &added.seq, error);
    if (status == QUANZE_OK) *out = added;
    return status;
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
    if (!seal_month_span(month, &begin, end))
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

void ledger_seal_message(const struct ledger_seal *seal, struct buf *out) {
    char head[72];
    digest_text(&seal->head, head);
    buf_printf(out, "quanze/seal/1 %s %lld %s", seal->month, (long long)seal->rows, head);
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

quanze_status ledger_add_seal(struct ledger *ledger, struct str month, const struct sign_seed *seed, struct str office,
                              struct str person, int64_t now, struct ledger_seal *out, struct quanze_error *error) {
    struct ledger_seal seal = {0};
    memcpy(seal.month, month.at, month.length < sizeof seal.month ? month.length : sizeof seal.month - 1);
    int64_t end = 0;
    quanze_status status = span_month(ledger, month, now, &end, error);
    if (status == QUANZE_OK) status = find_month_head(ledger, end, &seal, error);
    if (status != QUANZE_OK) return status;
    if (!sign(&seal, seed)) return error_memory(error);
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

static const char LETTERS[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; /* Crockford's: no I, L, O, U */

void ledger_short_form(const struct digest *head, char out[24]) {
    size_t length = 0;
    for (size_t i = 0; i < 20; i++) {
        size_t bit = i * 5;
        unsigned pair = (unsigned)head->bytes[bit / 8] << 8 | head->bytes[bit / 8 + 1];
        if (i > 0 && i % 5 == 0) out[length++] = '-';
        out[length++] = LETTERS[pair >> (11 - bit % 8) & 31];
    }
    out[length] = '\0';
}

/* The short form without its hyphens, in capitals, letters that it does not have read as the digits that they look like; false
 * when the text is none. */
static bool plain_form(struct str text, char out[21]) {
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        if (c == '-' || c == ' ') continue;
        if (c >= 'a' && c <= 'z') c = (char)(c - 'a' + 'A');
        if (c == 'O') c = '0';
        if (c == 'I' || c == 'L') c = '1';
        if (length == 20 || !strchr(LETTERS, c)) return false;
        out[length++] = c;
    }
    out[length] = '\0';
    return length == 20;
}

static bool is_full_form(struct str text) {
    if (!str_starts_with(text, STR("sha256:")) || text.length != 71) return false;
    for (size_t i = 7; i < text.length; i++)
        if (!strchr("0123456789abcdef", text.at[i])) return false;
    return true;
}

bool ledger_is_head(struct str text) {
    char plain[21];
    return is_full_form(text) || plain_form(text, plain);
}

bool ledger_names_head(struct str text, const struct digest *head) {
    char full[72], plain[21], form[24], wanted[21];
    digest_text(head, full);
    if (is_full_form(text)) return str_equal(text, str_of(full));
    ledger_short_form(head, form);
    return plain_form(text, plain) && plain_form(str_of(form), wanted) && strcmp(plain, wanted) == 0;
}
