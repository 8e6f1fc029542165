/* ledger_words.c - the words and pieces that every form of the ledger's pages shares. */
#include <say/ledger/ledger_inside.h>
#include <say/page.h>

struct str ledger_number(char out[32], int64_t number) {
    return (struct str){out, writer_format_decimal(number, 0, out)};
}

struct str ledger_day(char out[24], int32_t day) {
    return (struct str){out, day_format(day, out)};
}

void ledger_put_line(struct buf *out, struct buf *line, size_t first, size_t indent) {
    struct page page = {.out = out};
    if (first > 0) page_to(&page, first);
    page_flow(&page, buf_str(line), indent);
    page_end_line(&page);
    page_drop(&page, line);
    buf_free(line);
}

void ledger_put_message(struct buf *out, enum message_id id, quanze_language language, const struct str *values, size_t count) {
    struct buf line = {0};
    messages_fill(&line, id, language, values, count);
    ledger_put_line(out, &line, 0, 2);
}

void ledger_put_comma(struct buf *out, struct ledger_page *page) {
    if (page->rows++ > 0) buf_put_char(out, ',');
    buf_put_char(out, '\n');
}

struct str ledger_fault_words(enum ledger_fault fault, quanze_language language) {
    switch (fault) {
    case FAULT_CHANGED: return messages_text(MESSAGE_FAULT_CHANGED, language);
    case FAULT_CHAIN: return messages_text(MESSAGE_FAULT_CHAIN, language);
    case FAULT_MISSING: return messages_text(MESSAGE_FAULT_MISSING, language);
    case FAULT_FOREIGN: return messages_text(MESSAGE_FAULT_FOREIGN, language);
    case FAULT_ABOUT: return messages_text(MESSAGE_FAULT_ABOUT, language);
    case FAULT_SIGNATURE: return messages_text(MESSAGE_FAULT_SIGNATURE, language);
    case FAULT_HEAD: return messages_text(MESSAGE_FAULT_HEAD, language);
    case FAULT_FILE: return messages_text(MESSAGE_FAULT_FILE, language);
    case FAULT_UNREADABLE: return messages_text(MESSAGE_FAULT_UNREADABLE, language);
    }
    return STR("");
}

void ledger_put_hex(struct buf *out, const unsigned char *bytes, size_t count) {
    static const char DIGITS[] = "0123456789abcdef";
    for (size_t i = 0; i < count; i++) {
        buf_put_char(out, DIGITS[bytes[i] >> 4]);
        buf_put_char(out, DIGITS[bytes[i] & 15]);
    }
}

enum message_id ledger_kind_message(struct str kind) {
    static const struct {
        struct str kind;
        enum message_id id;
    } KINDS[] = {{STR_INIT("task"), MESSAGE_KIND_TASK},
                 {STR_INIT("versions"), MESSAGE_KIND_VERSIONS},
                 {STR_INIT("decision"), MESSAGE_KIND_DECISION},
                 {STR_INIT("move"), MESSAGE_KIND_MOVE},
                 {STR_INIT("waiver"), MESSAGE_KIND_WAIVER},
                 {STR_INIT("complaint"), MESSAGE_KIND_COMPLAINT},
                 {STR_INIT("seal"), MESSAGE_KIND_SEAL},
                 {STR_INIT("answer"), MESSAGE_KIND_ANSWER},
                 {STR_INIT("correction"), MESSAGE_KIND_CORRECTION},
                 {STR_INIT("step"), MESSAGE_KIND_STEP}};
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (str_equal(KINDS[i].kind, kind)) return KINDS[i].id;
    return MESSAGE_NOTHING;
}

struct str ledger_verdict_label(struct str name, quanze_language language) {
    for (enum verdict verdict = VERDICT_ADMIT; verdict <= VERDICT_REJECT; verdict++)
        if (str_equal(verdict_name(verdict), name)) return say_verdict(verdict, language);
    return name;
}

void ledger_add_part(struct buf *line, struct str part, quanze_language language) {
    if (part.length == 0) return;
    if (line->length > 0) buf_put(line, messages_text(MESSAGE_GAP, language));
    buf_put(line, part);
}

/* What a row is about: states and verdicts by the names that people use. */
struct str ledger_what(const struct ledger_line *line, quanze_language language) {
    if (str_equal(line->kind, STR("move"))) return say_state(line->what, language);
    if (str_equal(line->kind, STR("decision"))) return ledger_verdict_label(line->what, language);
    if (str_equal(line->kind, STR("step"))) return ledger_step_label(line->what, language);
    return line->what;
}

struct str ledger_due_label(struct str why, quanze_language language) {
    for (int i = 0; i < LIMIT_COUNT; i++)
        if (str_equal(limit_at((enum limit_id)i)->parameter, why))
            return language == QUANZE_ZH ? limit_at((enum limit_id)i)->zh : limit_at((enum limit_id)i)->en;
    if (str_equal(why, STR("until"))) return messages_text(MESSAGE_DUE_UNTIL, language);
    if (str_equal(why, STR("end_at"))) return messages_text(MESSAGE_DUE_END, language);
    if (str_equal(why, STR("papers_due"))) return messages_text(MESSAGE_DUE_PAPERS, language);
    return messages_text(MESSAGE_DUE_UNTOLD, language);
}

struct str ledger_ground_label(struct str ground, quanze_language language) {
    struct choices grounds = choices_of("GROUND");
    int index = choice_find(grounds, ground);
    return index < 0 ? ground : choice_text(&grounds.at[index], language);
}

/* The grounds of a move, joined by commas in the ledger, in words; and on what they rest. */
void ledger_put_grounds(struct buf *out, const struct ledger_story_move *move, quanze_language language) {
    struct buf words = {0};
    for (struct str rest = move->grounds; rest.length > 0;) {
        const ptrdiff_t comma = str_find(rest, STR(","));
        const size_t length = comma < 0 ? rest.length : (size_t)comma, used = length + (comma >= 0);
        if (words.length > 0) buf_put(&words, messages_text(MESSAGE_LIST_COMMA, language));
        buf_put(&words, ledger_ground_label((struct str){rest.at, length}, language));
        rest = (struct str){rest.at + used, rest.length - used};
    }
    MESSAGES_FILL(out, MESSAGE_STORY_GROUNDS, language, buf_str(&words), move->basis);
    out->failed |= words.failed;
    buf_free(&words);
}

struct str ledger_step_label(struct str step, quanze_language language) {
    return messages_text(str_equal(step, STR("done")) ? MESSAGE_CORRECTION_DONE : MESSAGE_CORRECTION_RELAPSED, language);
}

struct str ledger_correction_label(enum ledger_correction_state state, quanze_language language) {
    switch (state) {
    case LEDGER_CORRECTION_OPEN: return messages_text(MESSAGE_CORRECTION_OPEN, language);
    case LEDGER_CORRECTION_DUE: return messages_text(MESSAGE_CORRECTION_DUE, language);
    case LEDGER_CORRECTION_DONE: return messages_text(MESSAGE_CORRECTION_DONE, language);
    case LEDGER_CORRECTION_RELAPSED: return messages_text(MESSAGE_CORRECTION_RELAPSED, language);
    case LEDGER_CORRECTION_STATES: break;
    }
    return STR("");
}
