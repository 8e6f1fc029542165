/* ledger_text.c - the ledger's pages as text, and the choice between text and JSON. */
#include <say/ledger/ledger_inside.h>
#include <say/page.h>

struct str ledger_number(char out[32], int64_t number) {
    return (struct str){out, writer_format_decimal(number, 0, out)};
}

#define NUMBER LEDGER_NUMBER

struct str ledger_day(char out[24], int32_t day) {
    return (struct str){out, day_format(day, out)};
}

#define DAY LEDGER_DAY

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

#define PUT LEDGER_PUT

static bool is_json(const struct ledger_page *page) { return page->format == QUANZE_FORMAT_JSON; }

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

void say_finding_words(struct buf *out, const struct finding *finding, quanze_language language) {
    say_finding(out, finding, language);
}

void say_finding_basis(struct buf *out, const struct finding *finding) {
    const struct cites *basis = &finding->rule->basis;
    size_t best = 0;
    while (best < basis->count && basis->at[best].verified != 'V') best++;
    if (best == basis->count) return;
    const struct cite *cite = &basis->at[best];
    buf_put_text(out, "《");
    buf_put(out, cite->title);
    buf_put_text(out, "》");
    buf_put(out, cite->article);
}

void say_faults_begin(struct buf *out, struct ledger_page *page) {
    if (is_json(page)) buf_put_text(out, "{\"broken\":[");
    if (ledger_is_html(page)) ledger_html_faults(out, page);
}

void say_fault(struct buf *out, struct ledger_page *page, int64_t row, enum ledger_fault fault) {
    if (is_json(page)) {
        if (page->rows++ > 0) buf_put_char(out, ',');
        ledger_json_fault(out, row, fault, page->language);
        return;
    }
    if (ledger_is_html(page)) {
        page->rows++;
        ledger_html_fault(out, page, row, fault);
        return;
    }
    struct buf line = {0};
    const bool is_of_row = fault != FAULT_HEAD && fault != FAULT_FILE;
    if (is_of_row) MESSAGES_FILL(&line, MESSAGE_LEDGER_ROW, page->language, NUMBER(row));
    if (is_of_row) buf_put(&line, messages_text(MESSAGE_GAP, page->language));
    buf_put(&line, ledger_fault_words(fault, page->language));
    ledger_put_line(out, &line, 0, 2);
}

void say_faults_end(struct buf *out, struct ledger_page *page, const struct ledger_verified *verified) {
    char head[72], form[24];
    if (is_json(page)) {
        ledger_json_faults_end(out, verified);
        return;
    }
    if (ledger_is_html(page)) {
        ledger_html_faults_end(out, page, verified);
        return;
    }
    digest_text(&verified->head, head);
    ledger_short_form(&verified->head, form);
    if (verified->broken == 0)
        PUT(out, MESSAGE_LEDGER_WHOLE, page->language, NUMBER(verified->rows), NUMBER(verified->seals));
    else
        PUT(out, MESSAGE_LEDGER_BROKEN, page->language, NUMBER(verified->broken), NUMBER(verified->rows));
    if (verified->clock_jumps > 0) PUT(out, MESSAGE_LEDGER_CLOCK, page->language, NUMBER(verified->clock_jumps));
    PUT(out, MESSAGE_LEDGER_HEAD, page->language, str_of(head));
    PUT(out, MESSAGE_LEDGER_SHORT, page->language, str_of(form));
}

void say_entries(struct buf *out, const struct ledger_page *page, const struct quanze_entry_summary *total, bool keep_going) {
    if (is_json(page))
        ledger_json_entries(out, total);
    else if (total->rejected > 0 && !keep_going)
        PUT(out, MESSAGE_ENTRIES_NOTHING, page->language, NUMBER(total->rejected));
    else
        PUT(out, MESSAGE_ENTRIES_DONE, page->language, NUMBER(total->added), NUMBER(total->duplicates),
            NUMBER(total->other_versions), NUMBER(total->rejected));
}

static void begin_rows(struct buf *out, const struct ledger_page *page, const char *head) {
    if (is_json(page)) buf_put_text(out, head);
}

void say_lines_begin(struct buf *out, struct ledger_page *page) {
    begin_rows(out, page, "{\"format\":\"quanze/ledger-log/1\",\"rows\":[");
    if (ledger_is_html(page)) ledger_html_lines(out, page);
}

void say_dues_begin(struct buf *out, struct ledger_page *page, int32_t day) {
    begin_rows(out, page, "{\"format\":\"quanze/due/1\",\"on\":\"");
    if (ledger_is_html(page)) ledger_html_dues(out, page, day);
    if (!is_json(page)) return;
    buf_put(out, DAY(day));
    buf_put_text(out, "\",\"rows\":[");
}

void say_rows_end(struct buf *out, struct ledger_page *page) {
    if (is_json(page))
        buf_put_text(out, "\n]}\n");
    else if (ledger_is_html(page))
        ledger_html_end(out, page, page->rows == 0 ? messages_text(MESSAGE_NO_ROWS, page->language) : STR(""));
    else if (page->format == QUANZE_FORMAT_TEXT && page->rows == 0)
        PUT(out, MESSAGE_NO_ROWS, page->language, STR(""));
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

void say_line(struct buf *out, struct ledger_page *page, const struct ledger_line *row) {
    struct buf line = {0};
    if (ledger_is_html(page)) {
        page->rows++;
        page->last = row->seq;
        ledger_html_line(out, page, row);
        return;
    }
    if (page->format != QUANZE_FORMAT_TEXT) {
        if (is_json(page)) ledger_put_comma(out, page);
        ledger_json_line(out, row);
        if (!is_json(page)) buf_put_char(out, '\n');
        return;
    }
    page->rows++;
    buf_printf(&line, "%lld  ", (long long)row->seq);
    say_minute(&line, row->at, str_equal(row->kind, STR("complaint")));
    if (row->clock_went_back) buf_put(&line, messages_text(MESSAGE_CLOCK_BACK, page->language));
    ledger_add_part(&line, messages_text(ledger_kind_message(row->kind), page->language), page->language);
    ledger_add_part(&line, row->id, page->language);
    ledger_add_part(&line, ledger_what(row, page->language), page->language);
    ledger_add_part(&line, row->detail, page->language);
    ledger_add_part(&line, row->by, page->language);
    ledger_put_line(out, &line, 0, 4);
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

void say_due(struct buf *out, struct ledger_page *page, const struct ledger_due *due) {
    struct buf line = {0};
    if (!ledger_is_on_page(page)) return;
    if (is_json(page)) {
        ledger_put_comma(out, page);
        ledger_json_due(out, due);
        return;
    }
    if (ledger_is_html(page)) {
        page->rows++;
        ledger_html_due(out, page, due);
        return;
    }
    page->rows++;
    if (due->due_on == DAY_NONE)
        buf_put_text(&line, "----------");
    else
        buf_put(&line, DAY(due->due_on));
    ledger_add_part(&line, due->id, page->language);
    ledger_add_part(&line, say_state(due->state, page->language), page->language);
    ledger_add_part(&line, ledger_due_label(due->why, page->language), page->language);
    ledger_add_part(&line, due->title, page->language);
    ledger_put_line(out, &line, 0, 12);
}

struct str ledger_ground_label(struct str ground, quanze_language language) {
    struct choices grounds = choices_of("GROUND");
    int index = choice_find(grounds, ground);
    return index < 0 ? ground : choice_text(&grounds.at[index], language);
}

/* "2026-11-29 到期（协商）", or that the day cannot be told. */
static void put_runs_out(struct buf *out, int32_t due_on, struct str why, size_t first, quanze_language language) {
    struct buf line = {0};
    if (why.length == 0) return;
    if (due_on == DAY_NONE)
        MESSAGES_FILL(&line, MESSAGE_RUNS_OUT_UNTOLD, language, ledger_due_label(why, language));
    else
        MESSAGES_FILL(&line, MESSAGE_RUNS_OUT, language, DAY(due_on), ledger_due_label(why, language));
    ledger_put_line(out, &line, first, first + 2);
}

void say_move(struct buf *out, const struct ledger_page *page, const struct ledger_move *move, int64_t row) {
    if (is_json(page)) {
        ledger_json_move(out, move, row);
        return;
    }
    PUT(out, MESSAGE_MOVED, page->language, move->id, say_state(state_at(move->from)->name, page->language),
        say_state(state_at(move->to)->name, page->language), NUMBER(row));
    put_runs_out(out, move->due_on, move->due_why, 2, page->language);
}

static void put_when(struct buf *line, int64_t row, int64_t at) {
    buf_printf(line, "%lld  ", (long long)row);
    say_minute(line, at, false);
    buf_put_text(line, "  ");
}

static void put_decision(struct buf *out, const struct ledger_story_decision *decision, quanze_language language) {
    struct buf line = {0};
    put_when(&line, decision->seq, decision->at);
    MESSAGES_FILL(&line, MESSAGE_STORY_DECIDED, language, ledger_verdict_label(decision->verdict, language),
                  DAY(decision->as_of));
    ledger_put_line(out, &line, 0, 4);
    for (size_t i = 0; i < decision->finding_count; i++) {
        const struct ledger_finding *finding = &decision->findings[i];
        struct buf part = {0};
        ledger_add_part(&part, finding->rule, language);
        ledger_add_part(&part, finding->message, language);
        ledger_add_part(&part, finding->basis, language);
        ledger_put_line(out, &part, 4, 6);
    }
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

static void put_move(struct buf *out, const struct ledger_story_move *move, quanze_language language) {
    struct buf line = {0};
    put_when(&line, move->seq, move->at);
    MESSAGES_FILL(&line, MESSAGE_STORY_MOVED, language, say_state(move->from, language), say_state(move->to, language),
                  move->office, move->person, move->why);
    ledger_put_line(out, &line, 0, 4);
    if (move->grounds.length > 0) {
        ledger_put_grounds(&line, move, language);
        ledger_put_line(out, &line, 4, 6);
    }
    if (move->approved_by.length > 0) {
        MESSAGES_FILL(&line, MESSAGE_STORY_APPROVED, language, move->approved_by);
        ledger_put_line(out, &line, 4, 6);
    }
    put_runs_out(out, move->due_on, move->due_why, 4, language);
}

void say_story(struct buf *out, const struct ledger_page *page, const struct ledger_story *story) {
    const struct state_info *state = state_at(story->state);
    if (is_json(page)) {
        ledger_json_story(out, story);
        return;
    }
    if (ledger_is_html(page)) {
        ledger_html_story(out, page, story);
        return;
    }
    PUT(out, MESSAGE_STORY_STATE, page->language, story->id, page->language == QUANZE_ZH ? state->zh : state->en);
    for (size_t i = 0; i < story->task_count; i++) {
        struct buf line = {0};
        put_when(&line, story->tasks[i].seq, story->tasks[i].at);
        MESSAGES_FILL(&line, MESSAGE_STORY_RECEIVED, page->language, story->tasks[i].title);
        ledger_add_part(&line, story->tasks[i].issuer, page->language);
        ledger_put_line(out, &line, 0, 4);
    }
    for (size_t i = 0; i < story->decision_count; i++) put_decision(out, &story->decisions[i], page->language);
    for (size_t i = 0; i < story->move_count; i++) put_move(out, &story->moves[i], page->language);
}
